"""glued-label: a label of the page glued to a paragraph, or a pointer in brackets inside it: `(RELATED: …)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Final

from newslint import (
    Document,
    DocumentRule,
    Edit,
    Finding,
    Fix,
    Needs,
    Safety,
    Severity,
    Span,
    fold,
    label,
    lazy_pattern,
)
from newslint_rules.searching import holds_any

from .page_label import UNPROVEN
from .page_language import LONGEST, language_of_label
from .page_pointers import BRACKETS, LANGUAGES, in_brackets

_ENDS: Final = frozenset(".!?…。！？»”\"')]）】।؟")
TAILS: Final = (
    "Share this", "Click here", "Read more", "Read the full", "Read the original", "Continue reading", "Sign up",
    "Subscribe", "Follow us", "Watch the video", "Advertisement", "ADVERTISEMENT", "Story continues", "READ MORE",
    "CLICK HERE", "Lesen Sie", "Weiterlesen", "Jetzt ", "Lire la suite", "Partager", "Leer más", "Suscríbete",
    "Leia mais", "Читать далее", "Поделиться", "Trending", "Donate", "المزيد من التفاصيل", "Read More",
    "Continue Reading",
)  # fmt: skip
"""What the labels begin with that pages glue to the last sentence of a paragraph."""

_WHOLE: Final = frozenset({"read more", "continue reading"})
"""Labels of two words that are calls in a sentence, too: there a full stop ends them."""

_POINTING: Final = lazy_pattern(
    r"\s?READ MORE [A-Z0-9&'’ .-]{2,60}: ?[^\n]{3,200}$"
    r"|\s?\(?المزيد من التفاصيل (?:بالتسجيل|بالفيديو|بالرابط|بالصور|(?:في|عبر|على) (?:التسجيل|الفيديو|الرابط|الموقع))"
    r"[^.\n]{0,24}$"
)
"""What points to another page or to a player in words that are no label: `READ MORE FERRY NEWS AT: …`."""
_LEADS: Final = ("导语：", "导语:", "導語：", "導語:", "导读：", "导读:", "導讀：", "導讀:")
"""The label of a lead in an editor's form, before its first words."""
_ACCOUNT: Final = "请关注"
_HEAD_OF_ACCOUNT: Final = lazy_pattern(
    r"更多[^。！？，\n]{2,30}请关注[^。！？，\n]{2,24}(?:微信号|公众号|订阅号)\s?[:：]\s?[\u4e00-\u9fffA-Za-z0-9]{2,16}[（(][\w-]{3,30}[）)]"
)
"""A call to follow an account, before the first words; its name in Latin letters ends it."""
_CONTINUED: Final = "ontinued below"
_HEAD_OF_REST: Final = lazy_pattern(r"(?:(?:Story|Article) c|C)ontinued below ?(?:\.{3}|…|\.)?\s(?=[A-Z“\"‘'])")
"""What pages print before the rest of a story, where an advertisement parted it."""
_ARROWS: Final = (">>", "→", "▶", "►", "➡")
_ARROWED: Final = lazy_pattern(
    rf"(?<=[.!?…»”\"'’]) ?(?:{'|'.join(_ARROWS)})\s?(?:{'|'.join(LANGUAGES)})\b[^\n]{{4,170}}$"
)
"""An arrow, a label and the headline of another story, behind the last sentence of a paragraph."""
_MARKERS: Final = (" REKLAM ", " ADVERTISEMENT ", " ANZEIGE ", " PUBLICITÉ ", " PUBLICIDAD ", " РЕКЛАМА ")
_MARKED: Final = lazy_pattern(
    rf"(?<=[a-zß-ÿа-яğışçöü][.!?] )(?:{'|'.join(map(str.strip, _MARKERS))})"
    r"(?: (?:Habere devam etmek için kaydırın|Haberin devamı aşağıda|Scroll to continue|Story continues below"
    r"|Article continues below))?(?= [A-ZÀ-ÞİŞĞА-ЯЁ«“\"][a-zß-ÿа-яğışçöü])"
)
"""What parts a paragraph where an advertisement stood, between two of its sentences."""
_CLOSED: Final = "[X]"
"""The button that closes a notice."""
_HEAD: Final = lazy_pattern(
    r"(?:we|this (?:web)?site) uses?\b[^\n\[\]]{0,60}\bcookies\b[^\n\[\]]{0,100}\[X\](?=\s\S)", re.IGNORECASE
)
"""A notice about cookies before the first words of a story."""


class GluedLabel(DocumentRule):
    """Knows how such labels begin, and that nothing but words of pages follows."""

    family: ClassVar[str] = "residue"
    severity: ClassVar[Severity] = Severity.WARNING
    yields_to: ClassVar[frozenset[str]] = frozenset({"repetition", "residue", "markup"})
    needs: ClassVar[Needs] = Needs(
        substrings=frozenset((*TAILS, *BRACKETS, *_ARROWS, *_MARKERS, *_LEADS, _ACCOUNT, _CLOSED, _CONTINUED))
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for match in in_brackets(document.text):
            yield self._glued(document, Span(*match.span()), "pointer to another story in brackets", "brackets")
        if holds_any(document.text, _MARKERS):
            for match in _MARKED.finditer(document.text):
                yield self._glued(
                    document, Span(*match.span()), "mark of an advertisement inside the text", "inside", Severity.INFO
                )
        if not holds_any(document.text, (*TAILS, *_ARROWS, *_LEADS, _ACCOUNT, _CLOSED, _CONTINUED)):
            return
        for block in document.blocks:
            if _CLOSED in block.text and (head := _HEAD.match(block.text)):
                span = Span(block.start, block.start + head.end())
                yield self._glued(document, span, "notice about cookies glued to the text", "head")
            if _CONTINUED in block.text[:32] and (head := _HEAD_OF_REST.match(block.text)):
                span = Span(block.start, block.start + head.end())
                yield self._glued(document, span, "label of the page glued to the text", "head")
            if block.text.startswith(_LEADS) and len(block.text) > len(_LEADS[0]):
                span = Span(block.start, block.start + len(_LEADS[0]))
                yield self._glued(document, span, "label of the page glued to the text", "head")
            if _ACCOUNT in block.text[:40] and (head := _HEAD_OF_ACCOUNT.match(block.text)):
                span = Span(block.start, block.start + head.end())
                yield self._glued(document, span, "call to follow an account glued to the text", "head")
            if pointer := _pointer(block.text):
                span = Span(block.start + pointer, block.end)
                yield self._glued(document, span, "pointer to another page glued to the text", "tail")
            elif tail := _tail(block.text):
                span, language = Span(block.end - tail[0], block.end), tail[1]
                severity = Severity.INFO if language in UNPROVEN else self.severity
                yield self._glued(document, span, "label of the page glued to the text", "tail", severity)

    def _glued(
        self, document: Document, span: Span, message: str, kind: str, severity: Severity | None = None
    ) -> Finding:
        fix = Fix("delete it", (Edit(span),), Safety.UNSAFE)
        return self.finding(document, span, message, kind=kind, severity=severity, fix=fix)


def _pointer(text: str) -> int:
    """Where a pointer begins that ends the block; 0 where there is none, or nothing before it."""
    match = None
    if "READ MORE " in text or "المزيد من" in text:
        match = _POINTING.search(text)
    if match is None and holds_any(text, _ARROWS):
        match = _ARROWED.search(text)
    return match.start() if match else 0


def _tail(text: str) -> tuple[int, str] | None:
    """How many characters at the end of a block are a label that stands behind a sentence, and its language."""
    reach = max(1, len(text) - LONGEST)
    for opening in TAILS:
        place = text.find(opening, reach)
        while place > 0:
            before = text[:place].rstrip(" -–—|»›>")
            again = before.endswith(text[place:].strip()) or _is_said(text, place)  # a call, or what somebody reads out
            if before[-1:] in _ENDS and not again and (language := _language(text[place:])):
                return len(text) - len(before), language
            place = text.find(opening, place + 1)
    return None


def _language(tail: str) -> str:
    """The language of a label; empty where it is none."""
    if fold(tail.rstrip(" »›>→")) in _WHOLE:
        return "en"
    return language_of_label(label(fold(tail)).text)


def _is_said(text: str, place: int) -> bool:
    """Whether a quotation that begins at a place ends the block."""
    return text[place - 1] in '"“„«' and text[-1] in '"”“»'
