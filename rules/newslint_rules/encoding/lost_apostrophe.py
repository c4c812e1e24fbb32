"""lost-apostrophe: `can t`, `Zimbabwe s`: a cleaner put a space where an apostrophe stood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
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
_ELIDED: Final = lazy_pattern(
    r"(?<![\w'\u2019.-])(?:[ldnmtscjLDNMTSCJ]|(?:[Ll]ors|[Pp]uis|[Jj]us|[Qq])qu|[Qq]u|[Dd]ell|[Nn]ell|[Dd]all|[Ss]ull)"
    r" (?=[aeiouyhàâèéêëîïôùûœAEIOUHÀÂÈÉÊÎÔŒ][\w'\u2019]|[àèy] )|\b[Aa]ujourd (?=hui\b)"
)
_ELIDED_SURELY: Final = lazy_pattern(
    r"(?:(?<![\w'\u2019])(?:[Cc] (?:est|était|è|era)|[Nn] (?:est|a|ont|avait|était|y)|[Dd] (?:un|une|autres|abord)"
    r"|[Jj] (?:ai|avais)|[Ll] (?:on|un|une|autre)|[Ss] (?:est|il|ils|était)|[Aa]ujourd hui)"
    r"|(?:\b|(?<=s))qu (?:il|elle|on|un|une|ils|elles|en|à)"
    r"|\b(?:dell|nell|dall|sull) [aeiou]\w+)\b"
)
"""French and Italian elisions."""
_ELIDED_SIGNS: Final = (
    *(f" {letter} " for letter in "cndjlCNDJL"),
    *("qu il", "qu elle", "qu on", "qu un", "ujourd ", "dell ", "nell ", "dall ", "sull "),
)
_FEWEST_SIGNS: Final = 2
"""So many of these stand in the text, too: `s est` alone could be anything."""
_PLACE: Final = lazy_pattern(rf" (?:t(?=[{_BEHIND}])|(?:s|re|ve|ll|m)(?= [a-z]))")
"""The space in what is sure: found first, for a search for a single character is fast."""
_LONGEST: Final = len("shouldn")
_LIKELY: Final = lazy_pattern(r" s(?<=[A-Za-z]{3} s)(?= [a-z]{2})")
_NAMED: Final = lazy_pattern(r"(?i:letters?|vitamin|class|plan|type|grade)$")
"""After these an `s` is the letter."""


_OF_NAME: Final = lazy_pattern(r"(?<=[a-z,] )(?!Model|Class|Type|Series|Plan|Grade|Letter)[A-Z][a-z]{3,}$")
"""The name of a land, a town or a month inside a sentence: what stands behind it is theirs."""
_LONGEST_NAME: Final = 24


class LostApostrophe(DocumentRule):
    """One finding a line, in texts with at least two such places of which one is sure, or three that are likely."""

    family = "encoding"
    needs = Needs(
        words=frozenset({"t", "s", "ve", "ll", "m", "qu", "c", "n", "l", "aujourd", "dell", "nell"}),
        substrings=frozenset({" re "}),  # as a word it would stand in `re-elected`, too
    )

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        sure = list(_sure(text))
        elided = _elided(text)
        likely = (
            match for match in _LIKELY.finditer(text) if not _NAMED.search(text, match.start() - 8, match.start())
        )
        places = sorted({match.end(): match for match in (*likely, *sure)}.values(), key=re.Match.start)
        named = any(_OF_NAME.search(text, max(0, match.start() - _LONGEST_NAME), match.start()) for match in places)
        if len(places) < (1 if named else 2 if sure else 3):
            places = []
        places = sorted({match.start(): match for match in (*places, *elided)}.values(), key=re.Match.start)
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


def _elided(text: str) -> list[re.Match[str]]:
    """The lost ones of French and Italian, in texts with at least three, of which two are sure."""
    if sum(map(text.count, _ELIDED_SIGNS)) < _FEWEST_SIGNS:  # told of nearly every English text
        return []
    sure = {match[0].lower() for match in islice(_ELIDED_SURELY.finditer(text), 40)}
    places = list(_ELIDED.finditer(text)) if len(sure) >= 2 else []
    return places if len(places) >= 3 else []
