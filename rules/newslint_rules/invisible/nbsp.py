"""nbsp: no-break spaces that hold nothing together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from newslint import Count, Document, DocumentRule, Finding, Needs, Safety, lazy_pattern
from newslint_rules.by_line import by_line, counted

_BLANKS: Final = lazy_pattern("[ \u00a0\u202f](?<=\\S.)[ \u00a0\u202f]+(?=\\S)")
_RUN: Final = lazy_pattern("[ \u00a0\u202f]+")
# Typography binds short words, numbers, names and punctuation; never two long words of small letters.
_STRAY: Final = lazy_pattern(
    "\u00a0(?<=[^\\W\\d_]{4}.)(?<![A-ZÀ-Þ]\\w{3}.)(?=[a-zß-ÿ\u0430-\u044f\u0621-\u064a\u0900-\u097f]{4})"
)


def _double(text: str) -> Iterator[re.Match[str]]:
    """The runs of blanks with NBSP among them. A search for them as such would try every space of the text."""
    place, end = text.find("\u00a0"), 0
    while place >= 0:
        start = place
        while start > end and text[start - 1] in " \u202f":
            start -= 1
        if match := _BLANKS.match(text, start):
            yield match
        run = _RUN.match(text, place)
        end = run.end() if run else place + 1
        place = text.find("\u00a0", end)


@dataclass(frozen=True)
class Nbsp(DocumentRule):
    """One finding a line: NBSP beside another blank, or between two long words in a text that has several."""

    family = "invisible"
    needs = Needs(characters=frozenset("\u00a0"))

    stray: Count = 3

    def check(self, document: Document) -> Iterator[Finding]:
        for run in by_line(document, _double(document.text)):
            yield self.finding(
                document,
                run.span,
                "NBSP (U+00A0) beside another blank",
                kind="double",
                fix=run.fix("put one space", (" ",) * len(run.matches), Safety.UNSAFE),
            )
        strays = list(_STRAY.finditer(document.text))
        for run in by_line(document, strays if len(strays) >= self.stray else ()):
            yield self.finding(
                document,
                run.span,
                f"{counted(len(run.matches), 'NBSP', 'NBSP')} (U+00A0) between ordinary words",
                kind="stray",
                fix=run.fix("put a space", (" ",) * len(run.matches), Safety.UNSAFE),
            )
