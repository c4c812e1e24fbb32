"""caption-glued: a credit, or the word for a picture, that lost the break to its neighbour."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint import Block, Document, DocumentRule, Edit, Finding, Fix, Needs, Safety, Severity, Span, lazy_pattern
from newslint_rules.searching import holds_any

from .credits import is_names

_HEAD, _TAIL = 200, 130
"""Code points at the start and at the end of a block that are looked at: captions and credits stand there."""
_LABELS = (
    r"Featured [Ii]mage|FEATURED IMAGE|Featured [Pp]hoto|Image (?:[Cc]redit|via|courtesy|copyright)"
    r"|Photo (?:[Cc]redit|by|via|courtesy)|Screen(?:shot|grab) via"
)
_LABELLED = lazy_pattern(rf"(?<=[a-z0-9.!?:;,\"”’')\]…»])(?:(?:{_LABELS})\b|(?:Photo|Image)s?:)")
_NAMED = lazy_pattern(
    r"(?<=[a-zà-ÿ.!?»”)])(?<!Uni)(?:Credit|Picture|Foto|Bild|Crédits?(?: photo)?|Crédito|Fotoğraf) ?:"
    r"|(?<=[а-яё.!?»”)])Фото ?:"
)
"""The same where names follow: these words end others, too."""
_SIGNED = lazy_pattern(
    r"(?<=[a-z0-9]{2}[.!?])[A-Z][\w'’-]*\.?(?: [A-Z][\w.'’-]*){1,3}\s?/\s?(?:Getty Images|AP|AFP|Reuters|REUTERS|EPA)\b"
)
_AGENCY = lazy_pattern(
    r"(?<=[.!?”’')])(?:Reuters|REUTERS|AFP|EPA|PTI|IANS|ANI|Getty(?: Images)?|Facebook|Twitter|YouTube|Instagram)"
    r"(?:/[A-Z][\w .]{2,30})?\.?$"
)
_TRAILING = lazy_pattern(
    r"(?<=\d) (?:Featured [Ii]mages?|Photos?|Images?|Screenshot|Screen ?grab) (?:by|via|from|courtesy(?: of)?|credit)\b"
    r"[^\n]{2,110}$"
    r"|(?<=[\w.”]) Credit(?:\.{3}|…)? ?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}(?:(?: for |/)(?:The )?[A-Z][\w .]{2,30})$"
)
"""These four: a credit glued to what stands before it."""
_BRANDS = "Net|Magick|Ware|Shack|Club|Shop|Bucket|Booth|Room|DNA|Scan|Works?|Pro|Plus|Lab|Fest|Set|Stream"
_BEFORE = lazy_pattern(
    rf"^(?:Image|Photo|View (?:[Gg]allery|[Pp]hotos?)|(?:Media|Image) caption)(?!(?:{_BRANDS})\b)"
    r"(?=[A-Z][a-z]+[ ,'’])"
    r"|\((?:(?:Fotos?|Bild|Fotoğraf|Фото|Crédit)\b|Photo|Image|Picture|Credit|File|AP Photo|AFP Photo|Getty"
    r"|(?:Reuters|REUTERS|AFP|EPA|AP)(?=\)|/))[^()\n]{0,80}"
    r"\)(?=[A-Z][a-z])"
    r"|\((?:Photos?|Fotos?|Bild|Crédits?|Archives?|Archiv|Фото|Fotoğraf)\b[^()\n]{0,80}\)"
    r"(?=[A-ZÀ-ÞİŞ](?:[a-zß-ÿğışç]|['’][A-ZÀ-Þa-zß-ÿ])|[А-ЯЁ][а-яё])"
    r"|^(?:Reuters|Getty|Europics)(?=[A-Z][a-z]+[ -])"
    r"|\bGetty Images(?=[A-Z][a-z]+ )|Image (?:copyright|caption|source)(?=[A-Z][A-Za-z])"
    r"|^(?:Image|Media|Video) caption[,:][^\S\r\n]?(?=[A-Z\"\u201c])"
)
"""A credit, or the word for a picture, glued to what stands behind it."""
_BRACKET = lazy_pattern(r"\)(?:[A-Z][a-z]|[A-ZÀ-ÞİŞ](?:[a-zß-ÿğışç]|['’])|[А-ЯЁ][а-яё])")
_LEAD = lazy_pattern(
    r"(?:(?:Photo|Image|Picture) )?[Cc]redit: [A-Z][\w.'’/&|-]*(?: [\w.'’/&|-]{1,24}){0,4}?(?<=[a-z]{3})"
    r"(?=(?:The|A|An|In|On|At|After|As|For|He|She|It|This|When|While|But|With|One)\b)"
)
"""A credit with its label, and the first word of a sentence glued to the last name."""
_CAPTIONS = (
    "توضیح تصویر،", "التعليق على الصورة،", "Fotoğraf altı yazısı,", "Pie de foto,", "Légende image,", "Légende photo,",
    "Подпись к фото,", "图像加注文字，", "圖像加註文字，", "इमेज कैप्शन,", "Legenda da foto,", "Keterangan gambar,",
    "تصویر کا کیپشن،", "Підпис до фото,",
)  # fmt: skip
"""The same of an international broadcaster in its other languages."""
_CAPTIONED = lazy_pattern(rf"(?:{'|'.join(_CAPTIONS)})(?=[^\r\n]*\w)")
"""With a caption on the same line: alone on its line, the label has its break."""
_ASCII_CAPTIONS = tuple(filter(str.isascii, _CAPTIONS))
_OPENINGS = (
    "Reuters", "REUTERS", "Getty", "AFP", "EPA", "Europics", "CEN", "Image", "Photo", "View ", "Media caption",
    "Video caption",
)  # fmt: skip
_AGENCIES = (
    "Reuters", "REUTERS", "AFP", "EPA", "PTI", "IANS", "ANI", "Getty", "Europics", "Facebook", "Twitter", "YouTube",
    "Instagram",
)  # fmt: skip
_AGENCY_STARTS = ("R eE uU", "A FN PI", "E P A", "P T I", "I An Ns", "G e t", "F a c", "T w i", "Y o u")
"""How those of `_AGENCY` begin."""
_MARKS = ("Credit", "Picture", "Foto", "Bild", "Crédit", "Фото")
"""One of these stands in every label that names follow."""
_SIGNS = (
    "mage", "hoto", "etty", "View ", " caption", "/", " Credit", " Screen", "图", "redit: ", *_MARKS, *_AGENCIES,
)  # fmt: skip
_TRAILS = (" Featured ", " Photo", " Image", " Screen", " Credit ", " Credit.")
_INSIDE = lazy_pattern(
    r"[（(](?:图片|图|配图|题图|封面图|资料图)(?:均)?(?:来自|源自|来源于|来源[:：]|源[:：]|/|／)[^（）()\n]{2,20}[）)]"
)
"""A Chinese credit inside a paragraph."""
_WORDS_FOR_PICTURE = ("사진", "写真", "صورة", "الصورة", "عکس")
_SIGNED_IN = ("أ.ف.ب", "أ ف ب", "رويترز", "د.ب.أ", "الأناضول", "ا ف ب")
_BRACKETED = lazy_pattern(
    rf"[(\[（]\s?(?:(?:{'|'.join(_WORDS_FOR_PICTURE)})\s?[=:：／/＝][^)\]）\n]{{1,30}}|(?:{'|'.join(_SIGNED_IN)}))\s?[)\]）](?=\w)"
)
"""A credit in brackets in Korean, Japanese, Arabic and Persian, with the text directly behind it."""
_BRACKETED_STARTS = tuple(bracket + word for bracket in "([（" for word in (*_WORDS_FOR_PICTURE, *_SIGNED_IN))
_QUOTES = ('"', "“", "„", "«")
_SIGNATURE = 48
_DATELINE = lazy_pattern(r"[A-Z]{3,} \Z")


class CaptionGlued(DocumentRule):
    """Looks at the start and at the end of each block."""

    family = "wire"
    severity = Severity.INFO
    subsumes = frozenset({"photo-credit", "glued-sentences"})
    needs = Needs(
        substrings=frozenset((
            " caption:", " caption,", " Featured image", " Featured Image", " Photo by ", " Photos by ", " Photo via ",
            " Image via ", " Images via ", " Image by ", " Screenshot via ", " Screengrab via ", " Credit", "redit: ",
            "图片来", "（图", "(图", *_CAPTIONS, *_BRACKETED_STARTS,
        )),
        joints=frozenset((
            ("a-z", ".!?", "A-Z"),  # a signature behind a sentence
            *(("a-z0-9.!?:;,\"”’')]…»", *start) for start in (["F", "eEo", "aAt"], "Ima", "Pho", "Pic", "Cre", "Scr")),
            ("a-zà-ÿ.!?»\"”)", "BCF", "iro", "éclt"),  # a label
            ("а-яё.!?»\"”)", "Ф", "о", "т"),
            ("cegthor", "eosynt", "A-Z", "A-Za-z"),  # a text behind a label
            (")", "A-ZÀ-ÞİŞА-ЯЁ", "a-zß-ÿğışç'’а-яё"),
            *((".!?”’')", *agency.split()) for agency in _AGENCY_STARTS),
        )),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        if not _may_hold(document.text):
            return
        trails = [sign for sign in _TRAILS if sign in document.text]
        signed_by = holds_any(document.text, _AGENCIES)
        bracketed = not document.text.isascii() and holds_any(document.text, _BRACKETED_STARTS)
        for block in document.blocks:
            text = block.text
            tail = text[-_TAIL:]
            labelled = _LABELLED.finditer(text, max(0, len(text) - _TAIL)) if "mage" in tail or "hoto" in tail else ()
            signed = _SIGNED.finditer(text, max(0, len(text) - _TAIL)) if "/" in tail else ()
            agency = _AGENCY.finditer(text, max(0, len(text) - _SIGNATURE)) if signed_by else ()
            trailing = _TRAILING.finditer(text, max(0, len(text) - _TAIL)) if holds_any(tail, trails) else ()
            named = _named(text) if holds_any(tail, _MARKS) else ()
            for match in (*labelled, *named, *signed, *agency, *trailing):
                if text[max(0, match.start() - 1) : match.start() + 1].strip()[:1] in _QUOTES:
                    continue  # what a story quotes
                end = len(text) if len(text) - match.start() <= 120 else match.end()
                yield self._joint(document, block, match.start(), end, at=match.start())
            if "redit" in text:
                for match in _LEAD.finditer(text):
                    yield self._joint(document, block, *match.span(), at=match.end())
            if "图" in text:
                for match in _INSIDE.finditer(text):
                    if match.end() < len(text):
                        yield self._joint(document, block, *match.span(), at=match.end())
            for match in _BRACKETED.finditer(text, 0, _HEAD) if bracketed else ():
                yield self._joint(document, block, *match.span(), at=match.end())
            if text.startswith(_CAPTIONS) and (match := _CAPTIONED.match(text)):
                yield self._joint(document, block, *match.span(), at=match.end())
            head = text[:_HEAD]
            if (
                (")" in head and _BRACKET.search(head))
                or "etty" in head
                or "Image c" in head
                or head.startswith(_OPENINGS)
            ):
                for match in _BEFORE.finditer(text, 0, _HEAD):
                    if not _DATELINE.search(text, 0, match.start()):
                        yield self._joint(document, block, *match.span(), at=match.end())

    def _joint(self, document: Document, block: Block, start: int, end: int, *, at: int) -> Finding:
        end_before, start_behind = len(block.text[:at].rstrip()), len(block.text) - len(block.text[at:].lstrip())
        blanks = Span(block.start + end_before, block.start + start_behind)  # else they end or begin a line
        fix = Fix("put a line break between", (Edit(blanks, "\n"),), Safety.UNSAFE)
        span = Span(block.start + start, block.start + end)
        return self.finding(document, span, "credit or caption glued to the text", fix=fix)


def _named(text: str) -> Iterator[re.Match[str]]:
    """Labels at the end of a block with nothing but names, or a site, behind them."""
    for match in _NAMED.finditer(text, max(0, len(text) - _TAIL)):
        rest = text[match.end() :].strip()
        if rest and (" " not in rest or is_names(rest)):
            yield match


def _may_hold(text: str) -> bool:
    """Whether a text holds what every joint has beside it: told at once for the whole text, and no for most."""
    captions = _ASCII_CAPTIONS if text.isascii() else (*_CAPTIONS, *_BRACKETED_STARTS)
    return holds_any(text, _SIGNS) or holds_any(text, captions) or (")" in text and bool(_BRACKET.search(text)))
