"""question-mark-substitution: `T?rkiye`: letters that became question marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from newslint import Count, Document, DocumentRule, Finding, Needs, lazy_pattern
from newslint_rules.by_line import by_line, counted

_INSIDE: Final = lazy_pattern(r"\?(?<=[^\W\d_]\?)(?=[a-zß-ÿ\u0131])")
_BEFORE: Final = lazy_pattern(r"(?<=\s)\?(?=[^\W\d_]{2})")
_ADDRESS: Final = lazy_pattern(r"\S*[/=&@]|www\.|\S*\.\w+\?")
_ASKING: Final = lazy_pattern(r"\w\?(?=[\s\"'”’»)]|$)")
"""Who only leaves out the blank behind a question asks more that end as they should."""
_WORDS: Final = lazy_pattern(r"(?<![\w?!])\?{2,}(?:[ ,.]+\?{2,})+(?![\w?!])")

_QUOTED: Final = lazy_pattern(r"(?<![^\s(])\?(?=[A-ZÀ-Þ])[^?\n]{1,160}[,.!]\?(?=\s|$)")
_CLOSING: Final = (",?", ".?", "!?")
"""A quotation whose marks were lost: no question ends in a comma or a stop and a question mark."""


@dataclass(frozen=True)
class QuestionMarkSubstitution(DocumentRule):
    """One finding a line: question marks inside words, in texts with several, and words of question marks only."""

    family = "encoding"
    needs = Needs(substrings=frozenset(("??", *_CLOSING)), joints=frozenset((("?", "a-zß-ÿ\u0131"),)))

    words: Count = 2

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        inside = [match for match in _INSIDE.finditer(text) if not _in_address(text, match.start())]
        words = _WORDS.finditer(text) if "??" in text else ()
        quoted = list(_QUOTED.finditer(text)) if any(end in text for end in _CLOSING) else []
        before = list(_BEFORE.finditer(text)) if inside else []
        lost = [*inside, *before]
        if len(lost) < self.words or len(lost) + 2 * len(quoted) < len(_ASKING.findall(text)):
            lost = []
        found = {match.start(): match for match in (*lost, *words)}
        matches = [*found.values(), *(match for match in quoted if match.start() not in found)]
        for run in by_line(document, sorted(matches, key=re.Match.start)):
            count = sum(match[0].count("?") for match in run.matches)
            message = f"{counted(count, 'character')} lost to question marks"
            yield self.finding(document, run.span, message, data={"count": count})


def _in_address(text: str, place: int) -> bool:
    """Whether the word around `place` is a web address with a query."""
    start = max(text.rfind(blank, 0, place) for blank in " \n\t") + 1
    return bool(_ADDRESS.match(text, max(start, place - 200), place + 60))
