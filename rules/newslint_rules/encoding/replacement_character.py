"""replacement-character: U+FFFD stands where characters were lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newslint import Document, DocumentRule, Finding, Needs, Severity, Span, lazy_pattern

_RUN: Final = lazy_pattern("\ufffd+")
_QUOTED: Final = lazy_pattern("(?<=[\"'\u201c\u2018\u00ab(\u300c])\ufffd(?=[\"'\u201d\u2019\u00bb)\u300d])")


class ReplacementCharacter(DocumentRule):
    """Runs of U+FFFD; a single one in quotes or brackets of its own is a text about it."""

    family = "encoding"
    severity = Severity.ERROR
    needs = Needs(characters=frozenset("\ufffd"))

    def check(self, document: Document) -> Iterator[Finding]:
        for match in _RUN.finditer(document.text):
            if _QUOTED.match(document.text, match.start()):
                continue
            count = match.end() - match.start()
            message = "a character was lost (U+FFFD)" if count == 1 else f"{count} characters were lost (U+FFFD)"
            yield self.finding(document, Span(*match.span()), message, data={"count": count})
