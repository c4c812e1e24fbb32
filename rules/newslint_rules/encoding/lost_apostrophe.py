"""lost-apostrophe: `can t`, `Zimbabwe s`: a cleaner put a space where an apostrophe stood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from newslint import Document, DocumentRule, Edit, Finding, Fix, Needs, Safety, Span, lazy_pattern
from newslint_rules.by_line import by_line, counted

_BEHIND: Final = " .,;:!?)\"'\r\n"
_SURE: Final = lazy_pattern(
    r"\b(?:(?i:ain|aren|can|couldn|didn|doesn|don|hadn|hasn|haven|isn|mightn|mustn|needn|shouldn|wasn|weren|won|wouldn)"
    rf" t(?=[{_BEHIND}])|(?:[Ii]t|[Ss]?[Hh]e|[Tt]hat|[Ww]hat|[Tt]here) s(?= [a-z])"
    r"|(?:[Ww]e|[Yy]ou|[Tt]hey) (?:re|ve|ll)(?= [a-z])"
    r"|I (?:m|ve|ll)(?= [a-z]))"
)
_PLACE: Final = lazy_pattern(rf" (?:t(?=[{_BEHIND}])|(?:s|re|ve|ll|m)(?= [a-z]))")
"""The space in what is sure: found first, for a search for a single character is fast."""
_LONGEST: Final = len("shouldn")
_LIKELY: Final = lazy_pattern(r" s(?<=[A-Za-z]{3} s)(?= [a-z]{2})")
_NAMED: Final = lazy_pattern(r"(?i:letters?|vitamin|class|plan|type|grade)$")
"""After these an `s` is the letter."""


@dataclass(frozen=True)
class LostApostrophe(DocumentRule):
    """One finding a line, in texts with at least two such places of which one is sure, or three that are likely."""

    family = "encoding"
    needs = Needs(words=frozenset({"t", "s", "re", "ve", "ll", "m"}))

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        sure = list(_sure(text))
        likely = (
            match for match in _LIKELY.finditer(text) if not _NAMED.search(text, match.start() - 8, match.start())
        )
        places = sorted({match.end(): match for match in (*likely, *sure)}.values(), key=re.Match.start)
        if len(places) < (2 if sure else 3):
            return
        for run in by_line(document, places):
            spaces = (match.start() + match[0].index(" ") for match in run.matches)
            edits = tuple(Edit(Span(space, space + 1), "'") for space in spaces)
            message = f"{counted(len(edits), 'apostrophe')} lost"
            fix = Fix("put the apostrophe back", edits, Safety.UNSAFE)
            yield self.finding(document, run.span, message, fix=fix, data={"count": len(edits)})


def _sure(text: str) -> Iterator[re.Match[str]]:
    """What `_SURE` finds, looked for from the word before each space."""
    for place in _PLACE.finditer(text):
        start, least = place.start(), place.start() - _LONGEST
        while start > least and text[start - 1 : start].isalpha():
            start -= 1
        if match := _SURE.match(text, start):
            yield match
