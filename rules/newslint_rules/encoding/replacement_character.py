"""replacement-character: U+FFFD stands where characters were lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newslint import Document, DocumentRule, Finding, Needs, Severity, lazy_pattern
from newslint_rules.by_line import by_line

_RUN: Final = lazy_pattern("\ufffd+")
_QUOTED: Final = lazy_pattern("(?<=[\"'\u201c\u2018\u00ab(\u300c])\ufffd(?=[\"'\u201d\u2019\u00bb)\u300d])")


class ReplacementCharacter(DocumentRule):
    """One finding a line; a single one in quotes or brackets of its own is a text about it."""

    family = "encoding"
    severity = Severity.ERROR
    needs = Needs(characters=frozenset("\ufffd"))

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        runs = (match for match in _RUN.finditer(text) if not _QUOTED.match(text, match.start()))
        for run in by_line(document, runs):
            count = sum(map(len, (match[0] for match in run.matches)))
            message = "a character was lost (U+FFFD)" if count == 1 else f"{count} characters were lost (U+FFFD)"
            yield self.finding(document, run.span, message, data={"count": count})
