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
from .page_pointers import BRACKETS, in_brackets

_ENDS: Final = frozenset(".!?…。！？»”\"')]）】।؟")
TAILS: Final = (
    "Share this", "Click here", "Read more", "Read the full", "Read the original", "Continue reading", "Sign up",
    "Subscribe", "Follow us", "Watch the video", "Advertisement", "ADVERTISEMENT", "Story continues", "READ MORE",
    "CLICK HERE", "Lesen Sie", "Weiterlesen", "Jetzt ", "Lire la suite", "Partager", "Leer más", "Suscríbete",
    "Leia mais", "Читать далее", "Поделиться", "Trending", "Donate",
)  # fmt: skip
"""What the labels begin with that pages glue to the last sentence of a paragraph."""


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
    needs: ClassVar[Needs] = Needs(substrings=frozenset((*TAILS, *BRACKETS, _CLOSED)))

    def check(self, document: Document) -> Iterator[Finding]:
        for match in in_brackets(document.text):
            yield self._glued(document, Span(*match.span()), "pointer to another story in brackets", "brackets")
        if not holds_any(document.text, (*TAILS, _CLOSED)):
            return
        for block in document.blocks:
            if _CLOSED in block.text and (head := _HEAD.match(block.text)):
                span = Span(block.start, block.start + head.end())
                yield self._glued(document, span, "notice about cookies glued to the text", "head")
            if tail := _tail(block.text):
                span, language = Span(block.end - tail[0], block.end), tail[1]
                severity = Severity.INFO if language in UNPROVEN else self.severity
                yield self._glued(document, span, "label of the page glued to the text", "tail", severity)

    def _glued(
        self, document: Document, span: Span, message: str, kind: str, severity: Severity | None = None
    ) -> Finding:
        fix = Fix("delete it", (Edit(span),), Safety.UNSAFE)
        return self.finding(document, span, message, kind=kind, severity=severity, fix=fix)


def _tail(text: str) -> tuple[int, str] | None:
    """How many characters at the end of a block are a label that stands behind a sentence, and its language."""
    reach = max(1, len(text) - LONGEST)
    for opening in TAILS:
        place = text.find(opening, reach)
        while place > 0:
            before = text[:place].rstrip(" -–—|»›>")
            if before[-1:] in _ENDS and (language := language_of_label(label(fold(text[place:])).text)):
                return len(text) - len(before), language
            place = text.find(opening, place + 1)
    return None
