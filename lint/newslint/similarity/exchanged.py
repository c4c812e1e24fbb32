"""Names that stand in the place of others: between the same words, in two texts that are alike besides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from .facts import Facts, own_facts

SLOT: Final = 10
"""Words at most that fill a place of a form; more are another clause."""
_ALIGNED: Final = 2_000
_ALIGN_BUDGET: Final = 20_000
"""Words of a text, and pairs of equal words in two: with more they are not aligned, as it may take long."""


def exchanged_names(one: Facts, other: Facts) -> int:
    """How many names of the one stand in the place of names of the other: between the same words on both sides.

    What only one of them says there is an addition, and so are whole clauses in the place of others (who said it, at
    the head of a quotation or at its end). Texts that are too long to be aligned have all their own names exchanged.
    """
    one, other = sorted((one, other), key=lambda facts: facts.form)  # the alignment may depend on which is first
    mine, theirs = _own_names(one, other), _own_names(other, one)
    words, others = one.form.split(), other.form.split()
    times = Counter(others)
    if max(len(words), len(others)) > _ALIGNED or sum(times[word] for word in words) > _ALIGN_BUDGET:
        return min(len(mine), len(theirs))
    names = start = begin = 0
    for place, there, length in SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks():
        if max(place - start, there - begin) <= SLOT:
            names += min(_among(mine, words[start:place]), _among(theirs, others[begin:there]))
        start, begin = place + length, there + length
    return min(names, len(mine), len(theirs))  # one that stands there twice is one


def _own_names(one: Facts, other: Facts) -> list[str]:
    return [fact for fact in own_facts(one, other) if not fact[0].isdecimal()]


def _among(names: Sequence[str], words: Sequence[str]) -> int:
    text = f" {' '.join(words)} "
    return sum(f" {name} " in text for name in names)
