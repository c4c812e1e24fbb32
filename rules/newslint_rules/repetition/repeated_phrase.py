"""One phrase printed over and over inside a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

from newslint import Block, Document, DocumentRule, Finding, Needs, Severity, Span

from .lines import width

SEED: Final = 12
"""Characters at the beginning or the end of a line by which its period is looked up."""
LONGEST: Final = 200
"""Characters of a phrase at most."""
_REACH: Final = LONGEST + SEED
DOUBLED: Final = 36
"""Width from which on a block that is nothing but one text twice is no refrain."""
TITLE: Final = 24
"""The same of a text that does not end like a sentence: a headline."""
WORDS: Final = 3
"""Blanks in such a text at least."""


def _may_repeat(document: Document) -> bool:
    """Whether the beginning or the end of a line stands in it again, near itself: told of nearly every line: no."""
    for block in document.blocks:
        text = block.text
        if len(text) > SEED and (text.find(text[:SEED], 1, _REACH) > 0 or text.find(text[-SEED:], -_REACH, -1) >= 0):
            return True
    return False


@dataclass(frozen=True)
class RepeatedPhrase(DocumentRule):
    """Options: `times` the phrase must stand, and its least width."""

    family: ClassVar[str] = "repetition"
    severity: ClassVar[Severity] = Severity.WARNING
    needs: ClassVar[Needs] = Needs(look=_may_repeat)

    times: int = 3
    min_width: int = 14

    def check(self, document: Document) -> Iterator[Finding]:
        for block in document.blocks:
            if len(block.text) >= self.times * SEED:
                yield from self._in_block(document, block)

    def _in_block(self, document: Document, block: Block) -> Iterator[Finding]:
        text = block.text
        span = None
        if (period := text.find(text[:SEED], 1, _REACH)) > 0:
            span = self._span(text, 0, period, 1)
        tail = text[-SEED:]
        if span is None and text.find(tail, -_REACH) < len(text) - SEED:
            period = len(text) - SEED - text.rfind(tail, 0, len(text) - 1)
            span = self._span(text, len(text) - period, period, -1)
        if span is not None:
            place = Span(block.start + span.start, block.start + span.end)
            yield self.finding(document, place, "phrase printed over and over")

    def _span(self, text: str, start: int, period: int, step: int) -> Span | None:
        """The copies of `text[start : start + period]` side by side, forwards or backwards."""
        phrase = text[start : start + period]
        if width(phrase.strip()) < self.min_width or sum(map(str.isalpha, phrase)) < period / 2:
            return None
        place, count = start, 0
        while place >= 0 and text.startswith(phrase, place):
            place, count = place + step * period, count + 1
        if step > 0 and text[place:].startswith(phrase.rstrip()):  # the last copy lacks its blank
            place, count = place + len(phrase.rstrip()), count + 1
        doubled = count == 2 and place >= len(text) and _is_no_refrain(phrase.strip())  # the whole block is said twice
        if count < self.times and not doubled:
            return None
        first, end = (start, place) if step > 0 else (place + period, start + period)
        return Span(end - len(text[first:end].lstrip()), first + len(text[first:end].rstrip()))


def _is_no_refrain(phrase: str) -> bool:
    """Whether a text that stands twice, and nothing else in its block, is too long for a chant or a verse."""
    least = TITLE if phrase[-1].isalnum() else DOUBLED
    words = WORDS - 1 if phrase[-1].isalnum() and ". " in phrase else WORDS  # a caption and its credit
    return width(phrase) >= least and (phrase.count(" ") >= words or not phrase.isascii())
