"""Names that stand in the place of others: between the same words, in two texts that are alike besides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from .facts import Facts, own_facts

SLOT: Final = 10
"""Words at most that fill a place of a form; more are another clause."""
_ALIGNED: Final = 2_000
_ALIGN_BUDGET: Final = 20_000
"""Words of a text, and pairs of equal words in two: with more they are not aligned, as it may take long."""


class Exchanged(NamedTuple):
    """How many figures and names of one text stand in the place of such of the other: between the same words."""

    figures: int
    names: int


def exchanged(one: Facts, other: Facts) -> Exchanged:
    """What two texts state in the same places, each for itself; whichever of them comes first.

    What only one of them says there is an addition, and so are whole clauses in the place of others (who said it, at
    the head of a quotation or at its end). Texts that are too long to be aligned have all their own facts exchanged.
    """
    one, other = sorted((one, other), key=lambda facts: facts.form)  # the alignment may depend on which is first
    own = [_parted(own_facts(*facts)) for facts in ((one, other), (other, one))]
    most = [min(len(mine), len(theirs)) for mine, theirs in zip(*own, strict=True)]
    words, others = one.form.split(), other.form.split()
    times = Counter(others)
    if max(len(words), len(others)) > _ALIGNED or sum(times[word] for word in words) > _ALIGN_BUDGET:
        return Exchanged(*most)
    found = [0, 0]
    start = begin = 0
    for place, there, length in SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks():
        if max(place - start, there - begin) <= SLOT:
            slots = words[start:place], others[begin:there]
            for kind, (mine, theirs) in enumerate(zip(*own, strict=True)):
                found[kind] += min(_among(mine, slots[0]), _among(theirs, slots[1]))
        start, begin = place + length, there + length
    return Exchanged(*map(min, found, most))  # one that stands there twice is one


def _parted(facts: Sequence[str]) -> tuple[list[str], list[str]]:
    """Figures and names."""
    figures = [fact for fact in facts if fact[0].isdecimal()]
    return figures, [fact for fact in facts if not fact[0].isdecimal()]


def _among(facts: Sequence[str], words: Sequence[str]) -> int:
    """How many of the facts stand among some words."""
    text = f" {' '.join(words)} "
    return sum(_stands(fact, text) for fact in facts)


def _stands(fact: str, text: str) -> bool:
    if fact[0].isdecimal():
        return bool(re.search(rf" {re.escape(fact)}(?![\d.])", text))
    return f" {fact} " in text
