"""One phrase printed over and over inside a line, or a sentence twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar, Final

from newslint import Block, Document, DocumentRule, Finding, Needs, Range, Severity, Span

from .lines import width

SEED: Final = 12
"""Characters at the beginning or the end of a line by which its period is looked up."""
WIDE_SEED: Final = 6
"""The same of a line in Chinese, Japanese or Korean letters, of which one says as much as two others."""
_WIDE: Final = "\u2e80"
LONGEST: Final = 200
"""Characters of a phrase at most."""
_REACH: Final = LONGEST + SEED
DOUBLED: Final = 36
"""Width from which on a block that is nothing but one text twice is no refrain."""
TITLE: Final = 24
"""The same of a text that does not end like a sentence: a headline."""
CLAUSE: Final = 18
"""The same of a clause in Chinese or Japanese letters that another one follows."""
WORDS: Final = 3
"""Blanks in such a text at least."""


def _may_repeat(document: Document) -> bool:
    """Whether the beginning or the end of a line stands in it again, near itself: told of nearly every line: no."""
    for block in document.blocks:
        text = block.text
        if len(text) > SEED:
            head = SEED if text[0] < _WIDE else WIDE_SEED
            tail = SEED if text[-1] < _WIDE else WIDE_SEED
            if text.find(text[:head], 1, _REACH) > 0 or text.find(text[-tail:], -_REACH, -1) >= 0:
                return True
    return False


@dataclass(frozen=True)
class RepeatedPhrase(DocumentRule):
    """Options: `times` the phrase must stand, and its least width."""

    family: ClassVar[str] = "repetition"
    severity: ClassVar[Severity] = Severity.WARNING
    needs: ClassVar[Needs] = Needs(look=_may_repeat)

    times: Annotated[int, Range(2)] = 3
    min_width: Annotated[int, Range(0)] = 14

    def check(self, document: Document) -> Iterator[Finding]:
        for block in document.blocks:
            if len(block.text) > SEED:
                yield from self._in_block(document, block)

    def _in_block(self, document: Document, block: Block) -> Iterator[Finding]:
        text = block.text
        found = None
        head = SEED if text[0] < _WIDE else WIDE_SEED
        tail = SEED if text[-1] < _WIDE else WIDE_SEED
        if (period := text.find(text[:head], 1, _REACH)) > 0:
            found = self._copies(text, 0, period, 1)
        if found is None and (before := text.rfind(text[-tail:], max(0, len(text) - _REACH), len(text) - 1)) >= 0:
            period = len(text) - tail - before
            found = self._copies(text, len(text) - period, period, -1)
        if found is not None:
            span, count = found
            place = Span(block.start + span.start, block.start + span.end)
            how = "twice" if count == 2 else f"{count} times"
            yield self.finding(document, place, f"phrase printed {how} in a row", data={"times": count})

    def _copies(self, text: str, start: int, period: int, step: int) -> tuple[Span, int] | None:
        """The copies of `text[start : start + period]` side by side, forwards or backwards, and how many they are."""
        phrase = text[start : start + period]
        if width(phrase.strip()) < self.min_width or sum(map(str.isalpha, phrase)) < period / 2:
            return None
        place, count = start, 0
        while place >= 0 and text.startswith(phrase, place):
            place, count = place + step * period, count + 1
        bare = phrase.rstrip() if step > 0 else phrase.lstrip()
        at = place if step > 0 else place + period - len(bare)
        if at >= 0 and bare != phrase and text.startswith(bare, at):  # the last copy lacks its blank
            place, count = (place + len(bare) if step > 0 else at - period), count + 1
        whole = step > 0 and place >= len(text)
        doubled = count == 2 and (_is_no_refrain(phrase.strip()) if whole else _is_told(phrase.strip()))
        if count < self.times and not doubled:
            return None
        first, end = (start, place) if step > 0 else (place + period, start + period)
        return Span(end - len(text[first:end].lstrip()), first + len(text[first:end].rstrip())), count


def _is_no_refrain(phrase: str) -> bool:
    """Whether a text that stands twice, and nothing else in its block, is too long for a chant or a verse."""
    least = TITLE if phrase[-1].isalnum() else DOUBLED
    words = WORDS - 1 if phrase[-1].isalnum() and ". " in phrase else WORDS  # a caption and its credit
    return width(phrase) >= least and (phrase.count(" ") >= words or not phrase.isascii())


def _is_told(phrase: str) -> bool:
    """Whether a text that stands twice beside another one is a sentence, or a clause in Chinese or Japanese letters.

    People call and sing the same twice, but end it with another mark.
    """
    if phrase[-1] in "!\uff01":
        return False
    if phrase[0] >= _WIDE and phrase.count(" ") < WORDS:
        return width(phrase) >= CLAUSE and phrase[-1] in "\uff0c\u3002\u3001"
    return width(phrase) >= DOUBLED and phrase.count(" ") > WORDS and phrase[-1] not in ",;"
