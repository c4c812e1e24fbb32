"""blank-run: many blank lines in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from newslint import Document, DocumentRule, Edit, Finding, Fix, Needs, Safety, Severity, Span, lazy_pattern

_BLANK: Final = " \t\u00a0\u3000"
_LINE_END: Final = "(?>\r\n|\n|\r)"  # atomic: CRLF never counts twice


@cache
def _blank_lines(count: int) -> re.Pattern[str]:
    """A line end (that is not the first half of one), then at least `count` blank lines."""
    return lazy_pattern(f"[\r\n](?:(?<=\n)|(?!\n))((?>[{_BLANK}]*{_LINE_END}){{{count},}})")


@dataclass(frozen=True)
class BlankRun(DocumentRule):
    """Runs of at least `lines` blank lines behind a line of text."""

    family = "whitespace"
    severity = Severity.INFO

    lines: int = 3

    @cached_property
    def needs(self) -> Needs:
        """Behind a line end stands a blank or, where all lines of the run are empty, another line end and another."""
        blank_lines = {end + blank for end in "\r\n" for blank in _BLANK}
        return Needs(substrings=frozenset(blank_lines | {"\n" * min(3, self.lines + 1), "\r\r", "\n\r"}))

    def check(self, document: Document) -> Iterator[Finding]:
        for match in _blank_lines(self.lines).finditer(document.text):
            ends = list(re.finditer(_LINE_END, match[1]))
            span = Span(match.start(1), match.end() - len(ends[-1][0]))
            fix = Fix("keep one blank line", (Edit(span),), Safety.UNSAFE)
            message = f"{len(ends)} blank lines in a row"
            yield self.finding(document, span, message, fix=fix, data={"lines": len(ends)})
