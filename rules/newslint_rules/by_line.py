"""Groups what was found by line, so that a word spelled with twenty soft hyphens is one finding, not twenty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from newslint import Document, Edit, Fix, Safety, Span


class LineRun(NamedTuple):
    """The matches in one line, and the span from the first to the last."""

    span: Span
    matches: tuple[re.Match[str], ...]

    def fix(self, title: str, texts: Iterable[str], safety: Safety) -> Fix:
        """A fix that puts one text in the place of each match."""
        spans = (Span(*match.span()) for match in self.matches)
        return Fix(title, tuple(map(Edit, spans, texts)), safety)


def by_line(document: Document, matches: Iterable[re.Match[str]]) -> Iterator[LineRun]:
    """The matches of each line that has any, in order."""
    for _, group in groupby(matches, lambda match: document.position(match.start()).line):
        found = tuple(group)
        yield LineRun(Span(found[0].start(), found[-1].end()), found)


def counted(count: int, one: str, many: str = "") -> str:
    """`1 soft hyphen`, `3 soft hyphens`."""
    return f"{count} {one if count == 1 else many or one + 's'}"
