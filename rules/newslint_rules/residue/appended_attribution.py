"""The attribution that a script appends to text which is copied from a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final
from unicodedata import category

from newslint import (
    Block,
    Document,
    DocumentRule,
    Edit,
    Finding,
    Fix,
    Needs,
    Safety,
    Severity,
    Span,
    delete_lines,
    lazy_pattern,
)
from newslint_rules.searching import holds_any

from .labels import severity_of

_FRAGMENT: Final = lazy_pattern(
    r"#(?:[ai]xzz\w{6,}|sthash\.\w+(?:\.\w{2,5})?|xtor=[A-Z]{2,4}-[\w-]{1,24}|\w{8,30}\.(?:99|01|97|twitter|facebook|email))\b"
)
"""What Tynt, AddThis, PO.ST and AT Internet put behind the address, to know the copy again."""
_WORDS: Final = (
    r"(?:read (?:more|the full (?:story|article)|the rest|the original)|see more|for more|source|via|original|"
    r"continue reading)(?: (?:at|here|on|from|in)\b)?"
)
_LABEL: Final = lazy_pattern(
    rf"(?:(?:^|(?<=[.!?…。！？؟।»”’\"')\]）]))[ \t]*(?:\(|- )?{_WORDS}\b[^\n:]{{0,60}}[: -]|"
    rf"(?:\(|- )?{_WORDS}:)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
"""With words of its own only where a sentence can begin: inside of one, a source is somebody who said something."""
_SCHEME: Final = lazy_pattern(r"https?://|www\.")
LABEL_REACH: Final = 120
_BLANKS: Final = " \t\u00a0\u3000"
_LINE_ENDS: Final = ("", "\n", "\r")
_SENTENCE_ENDS: Final = ".!?…。！？؟।»”’\"')]）"
_SIGNS: Final = frozenset((
    "appeared first on", "first appeared on", "erschien zuerst ", "apparu en premier sur ", "se publicó primero en ",
    "apareceu primeiro ", "proviene da ", "появил", "verscheen eerst op ", "ilk önce ", "に最初に表示されました",
    "最先出現", "最先出现", "ظهرت المقالة", "اولین بار در", "pochodzi z serwisu ", "dök först upp på ",
))  # fmt: skip
"""What stands in every footer that a feed of WordPress puts below a story, in its translations."""
_TITLE: Final = r"[A-ZÀ-ÞĀ-ŽА-ЯЁ0-9\"“‘'«„#@¿¡][^\n]{1,200}"
_SITE: Final = r"[^\n.!?]{2,60}(?:\.[a-z]{2,6})?\.?"
_FOOTER: Final = lazy_pattern(
    r"(?:^|(?<=[.!?…。！？؟»”\"')\]） ]))(?:"
    rf"The (?:post|article) {_TITLE} (?:appeared first|first appeared) on {_SITE}"
    rf"|Der (?:Beitrag|Artikel) {_TITLE} erschien zuerst auf {_SITE}"
    rf"|L['’]article {_TITLE} est apparu en premier sur {_SITE}"
    rf"|(?:La entrada|El artículo) {_TITLE} se publicó primero en {_SITE}"
    rf"|O (?:post|artigo) {_TITLE} apareceu primeiro (?:em|no|na) {_SITE}"
    rf"|L['’]articolo {_TITLE} proviene da {_SITE}"
    rf"|(?:Сообщение|Запись) {_TITLE} появил(?:ись|ось|ась|ся) (?:сначала|впервые) (?:на|в) {_SITE}"
    rf"|Het (?:bericht|artikel) {_TITLE} verscheen eerst op {_SITE}"
    rf"|Artykuł {_TITLE} pochodzi z serwisu {_SITE}|Inlägget {_TITLE} dök först upp på {_SITE}"
    rf"|ظهرت المقالة [^\n]{{2,200}} أولا?ً? على {_SITE}|نوشته [^\n]{{2,200}} اولین بار در {_SITE}"
    r"|投稿 [^\n]{2,120}に最初に表示されました。?)$"
    r"|^(?:[^\n]{2,160} (?:yazısı|gönderisi) ilk önce [^\n]{2,60}(?:ortaya çıktı|göründü)\.?"
    r"|[^\n]{2,100}最先出[現现][在於于][^\n]{2,40})$"
)
_ORIGINALS: Final = (
    "原文網址", "原文网址", "原文連結", "原文链接", "原文鏈接", "本文網址", "本文链接", "新聞網址",
    "원문보기", "원문 보기", "기사원문", "기사 원문", "元記事", "記事元",
)  # fmt: skip
"""What stands before the address of the page, in Chinese, Korean and Japanese."""
_REQUESTS: Final = (
    "cite la fuente", "cite a fonte", "citez la source", "citer la source", "citare la fonte", "cita la fonte",
    "utilize o link", "cite the source", "credit the source", "die Quelle an", "kaynak göster", "активную ссылку",
    "ذكر المصدر",
)  # fmt: skip
"""What asks whoever copies a text to name where it stands."""
_WARNINGS: Final = (
    "opying articles to share",
    "sharing tools found via",
    "to buy additional rights",
    "share using the gift",
    "others using the link below",
)
"""What a paper appends to what is copied from it, to have it shared in another way."""
_WARNING: Final = lazy_pattern(
    r"(?:^|(?<=[.!?”\"’)] ))(?:Please use the sharing tools found via"
    r"|Please share this article with others using the link below|Copying articles to share with others is|"
    r"E-?mail \S{4,60} to buy additional rights|Subscribers may share up to)[^\n\"“”]{0,400}$"
)
_SOURCE: Final = "출처"
"""What Korean sites put before their name and, in brackets, the address of the page."""
_APPENDED: Final = lazy_pattern(
    rf"(?:^|(?<=[.!?…。！？؟»”\"')\]） ]))[（(]?(?:{'|'.join(_ORIGINALS)}) ?[:：] ?"
    r"[^\n]{0,120}?(?:https?://|www\.)[^\s\u2e80-\uffff]{4,200}[)）]?$"
    rf"|^{_SOURCE} ?[:：] ?[^\n()（）:：]{{2,24}}[(（]https?://[\w./?=&%:-]{{4,120}}[)）]$"
    r"|(?:^|(?<=[.!?…»”\"')\]] ))(?=[A-ZÀ-Þ\u0130А-ЯЁ\u0620-\u064a])"
    rf"(?:[^\n.!?]{{0,120}}(?:{'|'.join(_REQUESTS)}))[^\n]{{0,120}}?https?://\S{{4,200}}[^\n]{{0,100}}$"
)
"""The address of the page behind a label, or behind a request to name it."""
_LONGEST_APPENDED: Final = 560
_LONGEST_FOOTER: Final = 320
_UNPROVEN: Final = frozenset({"arabic", "cyrillic", "han", "kana"})
"""Scripts of such footers that no corpus has shown yet."""
_PROVEN: Final = "The post "
"""How the footers begin of the one language in Latin letters that has shown some."""


class AppendedAttribution(DocumentRule):
    """The fragment of the address is the evidence; the label before it goes with it."""

    family: ClassVar[str] = "residue"
    severity: ClassVar[Severity] = Severity.ERROR
    needs: ClassVar[Needs] = Needs(
        characters=frozenset("#"), substrings=_SIGNS.union(_ORIGINALS, _REQUESTS, _WARNINGS, {_SOURCE})
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for block in document.blocks:
            yield from self._footer(document, block)
            yield from self._appended(document, block)
            if "#" not in block.text:
                continue
            for match in _FRAGMENT.finditer(block.text):
                span = _whole(block.text, match.start(), match.end())
                if "/" in block.text[span.start : match.start()]:
                    place = Span(block.start + span.start, block.start + span.end)
                    message = "attribution that a script appended to copied text"
                    yield self.finding(document, place, message, fix=_deletion(document, block, place))

    def _appended(self, document: Document, block: Block) -> Iterator[Finding]:
        """The address of the page at the end of a block, behind its label or a request to name it."""
        start = max(0, len(block.text) - _LONGEST_APPENDED)
        match = None
        if holds_any(block.text, _WARNINGS):
            match = _WARNING.search(block.text, start)
        elif holds_any(block.text, (*_ORIGINALS, *_REQUESTS, _SOURCE)):
            match = _APPENDED.search(block.text, start)
        if match:
            place = Span(block.start + match.start(), block.end)
            fix = Fix("delete the attribution", (Edit(place),), Safety.UNSAFE)
            if place == block.span:
                fix = delete_lines(document, *place, "delete the line", Safety.UNSAFE)
            message = "attribution that a script appended to copied text"
            yield self.finding(document, place, message, kind="address", severity=Severity.INFO, fix=fix)

    def _footer(self, document: Document, block: Block) -> Iterator[Finding]:
        """The line that a feed puts below a story, or at the end of its last paragraph."""
        tail = block.text[-_LONGEST_FOOTER:]
        if not holds_any(tail, _SIGNS):
            return
        match = _FOOTER.search(block.text, max(0, len(block.text) - len(tail)))
        if match is None:
            return
        place = Span(block.start + match.start(), block.end)
        fix = Fix("delete the footer", (Edit(place),), Safety.UNSAFE)
        if place == block.span:
            fix = delete_lines(document, *place, "delete the line", Safety.UNSAFE)
        message = "footer that the feed of a site puts below a story"
        footer = block.text[match.start() :].lstrip()
        severity = severity_of(footer, Severity.WARNING, _UNPROVEN) if _PROVEN in footer else Severity.INFO
        yield self.finding(document, place, message, kind="feed", severity=severity, fix=fix)


def _whole(text: str, start: int, end: int) -> Span:
    """The address around its fragment, with the label before it and a bracket behind it."""
    while start and not text[start - 1].isspace() and text[start - 1] not in '(<"':
        start -= 1
    if scheme := _SCHEME.search(text, start, end):  # without spaces it stands right behind a word
        start = scheme.start()
    label = _LABEL.search(text, max(0, start - LABEL_REACH), start)
    if label and (not label.start() or category(text[label.start() - 1])[0] not in "LMN"):  # no end of a word
        start = label.start()
    if end < len(text) and text[end] == ")" and text[start] == "(":
        end += 1
    while start and text[start - 1] in _BLANKS:
        start -= 1
    return Span(start, end)


def _deletion(document: Document, block: Block, place: Span) -> Fix:
    """Safe where it is a line, or ends one with its label or behind a sentence; inside of one, the words need it."""
    above = block.text[: place.start - block.start].rstrip()
    is_whole = not above or above[-1] in _SENTENCE_ENDS
    text, (start, end) = document.text, place
    while end < len(text) and text[end] in _BLANKS:
        end += 1
    ends_line, begins_line = text[end : end + 1] in _LINE_ENDS, text[max(0, start - 1) : start] in _LINE_ENDS
    with_label = len(text[start : place.end].split()) > 1
    safety = Safety.SAFE if ends_line and (with_label or is_whole) else Safety.UNSAFE
    if begins_line and ends_line:
        return delete_lines(document, *place, "delete the line", safety)
    if not (begins_line or ends_line):
        end = place.end  # the blank before it goes, this one stays between the words
    return Fix("delete the attribution", (Edit(Span(start, end)),), safety)
