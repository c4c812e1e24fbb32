"""blank-run: many blank lines in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Final

from newslint import Document, DocumentRule, Edit, Finding, Fix, Needs, Range, Safety, Severity, Span, lazy_pattern

_BLANK: Final = " \t\u00a0\u3000"
_LINE_END: Final = "(?>\r\n|\n|\r)"  # atomic: CRLF never counts twice


@cache
def _blank_lines(count: int, end: str) -> re.Pattern[str]:
    """A line end (that is not the first half of one), then at least `count` blank lines.

    Args:
        end: LF, or a set with CR: a single character is found several times as fast as one of a set.
    """
    return lazy_pattern(f"{end}(?:(?<=\n)|(?!\n))((?>[{_BLANK}]*{_LINE_END}){{{count},}})")


@dataclass(frozen=True)
class BlankRun(DocumentRule):
    """Runs of at least `lines` blank lines behind a line of text."""

    family = "whitespace"
    severity = Severity.INFO

    lines: Annotated[int, Range(1, 1000)] = 3

    @property
    def needs(self) -> Needs:
        """Blank lines with blanks in them end in a blank, all others make a row of line ends."""
        ends = frozenset(blank + "\n" for blank in _BLANK)
        return Needs(characters=frozenset("\r"), substrings=ends | {"\n" * (self.lines + 1)})

    def check(self, document: Document) -> Iterator[Finding]:
        end = "[\r\n]" if "\r" in document.text else "\n"
        for match in _blank_lines(self.lines, end).finditer(document.text):
            ends = list(re.finditer(_LINE_END, match[1]))
            span = Span(match.start(1), match.end() - len(ends[-1][0]))
            fix = Fix("keep one blank line", (Edit(span),), Safety.UNSAFE)
            message = f"{len(ends)} blank lines in a row"
            yield self.finding(document, span, message, fix=fix, data={"lines": len(ends)})
