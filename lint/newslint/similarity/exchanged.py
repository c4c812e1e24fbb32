"""Figures and names that stand in the place of others: between the same words, in two texts that are alike besides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import Match, SequenceMatcher
from typing import Final, NamedTuple

from .concord import Pair, own_facts
from .standing import standing

SLOT: Final = 10
"""Words at most that fill a place of a form; more are another clause."""
_ALIGNED: Final = 2_000
_ALIGN_BUDGET: Final = 20_000
"""Words of a text, and pairs of equal words in two: with more they are not aligned, as it may take long."""
_STEPS: Final = 1 << 18
"""The same of words and their pairs that are looked at, again after each stretch that is equal."""


class Exchanged(NamedTuple):
    """How many figures and names of one text stand in the place of such of the other: between the same words."""

    figures: int
    names: int


def exchanged(pair: Pair) -> Exchanged:
    """What two texts state in the same places, each for itself; whichever of them comes first.

    What only one of them says there is an addition, and so are whole clauses in the place of others (who said it, at
    the head of a quotation or at its end). Texts that take too long to be aligned have all their own facts exchanged.
    """
    if pair.one.form > pair.other.form:  # the alignment may depend on which is first
        pair = pair.turned()
    own = own_facts(pair)
    most = Exchanged(*(min(map(len, of_both)) for of_both in zip(*own, strict=True)))
    if not any(most) or max(pair.one.length, pair.other.length) > _ALIGNED:
        return most
    words, others = pair.one.form.split(), pair.other.form.split()
    times = Counter(others)
    pairs = sum(times[word] for word in words)
    if pairs > _ALIGN_BUDGET:
        return most
    found = [0, 0]
    start = begin = 0
    try:
        blocks = _Alignment(words, others, pairs).get_matching_blocks()
    except _TooManySteps:
        return most
    for place, there, length in blocks:
        if place > start and there > begin and max(place - start, there - begin) <= SLOT:
            slots = _standing(words[start:place]), _standing(others[begin:there])
            for kind, (mine, theirs) in enumerate(zip(*own, strict=True)):
                found[kind] += min(len(mine & slots[0]), len(theirs & slots[1]))
        start, begin = place + length, there + length
    return Exchanged(*map(min, found, most))  # one that stands there twice is one


class _TooManySteps(Exception):
    pass


class _Alignment(SequenceMatcher[str]):
    """Gives up where it takes too many steps: words that are equal here and there alone are looked through for each."""

    def __init__(self, words: Sequence[str], others: Sequence[str], pairs: int) -> None:
        super().__init__(None, words, others, autojunk=False)
        self._words, self._cost = len(words), 1 + pairs / max(1, len(words))
        self._left: float = _STEPS

    def find_longest_match(self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None) -> Match:
        self._left -= self._cost * ((self._words if ahi is None else ahi) - alo)
        if self._left < 0:
            raise _TooManySteps
        return super().find_longest_match(alo, ahi, blo, bhi)


def _standing(words: Sequence[str]) -> frozenset[str]:
    return standing(f" {' '.join(words)} ")
