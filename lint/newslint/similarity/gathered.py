"""Whether what a text shares with a far longer one stands there together: in a long text any words stand somewhere."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from newslint.rule import Alike

from .normal import normal_form
from .pairs import ranges
from .shingling import characters, runs

LONGER: Final = 8
"""With so many times as many shingles another text is far longer: a whole story in one line, beside a sentence."""

TOGETHER: Final = 0.85
"""Part of the containment asked for that one stretch must reach: half of a sentence is what any two stories share."""

STRETCH: Final = 3
"""How many times as long as the text such a stretch is at most: what is in it may be parted by other words."""

FREQUENT: Final = 64
"""A shingle that stands more often in the longer text counts as standing everywhere: so cost follows the shorter."""

Numbers = NDArray[np.int64]


def gathered(texts: list[str], definition: Alike, one: Numbers, other: Numbers) -> NDArray[np.bool_]:
    """For each of some pairs of texts, by their numbers, whether the shorter stands in one stretch of the longer."""
    form = normal_form(texts, fold_numbers=definition.fold_numbers)
    hashes, offsets = runs(characters(form), definition.ngram)
    sizes = np.diff(offsets)
    small, large = np.where(sizes[one] > sizes[other], (other, one), (one, other))
    found = np.zeros(len(one), np.bool_)
    by_large = np.argsort(large, kind="stable")
    for pairs in np.split(by_large, np.flatnonzero(np.diff(large[by_large])) + 1):
        number = large[pairs[0]]
        line = hashes[offsets[number] : offsets[number + 1]]
        order = np.argsort(line, kind="stable")
        ascending = line[order]
        for place in pairs.tolist():
            own = np.unique(hashes[offsets[small[place]] : offsets[small[place] + 1]])
            found[place] = _most_together(own, ascending, order) >= TOGETHER * definition.containment * len(own)
    return found


def _most_together(own: NDArray[np.uint32], ascending: NDArray[np.uint32], places: Numbers) -> int:
    """How many of some shingles stand together in a text, of which all shingles are given with their places."""
    starts, ends = np.searchsorted(ascending, own), np.searchsorted(ascending, own, "right")
    times = ends - starts
    rare = times <= FREQUENT
    part = places[ranges(starts[rare], times[rare])] // len(own)  # where each stands, in parts as long as the text
    shingle = np.repeat(np.arange(np.count_nonzero(rare)), times[rare])
    first = np.maximum(part - (STRETCH - 1), 0)  # the first stretch that holds it; once in each, so behind the last
    again = np.flatnonzero(shingle[1:] == shingle[:-1]) + 1
    first[again] = np.maximum(first[again], part[again - 1] + 1)
    edges = np.concatenate([2 * (part + 1), 2 * first + 1])  # in the same place, what ends comes before what begins
    order = np.argsort(edges, kind="stable")
    together = np.cumsum(np.where(edges[order] % 2, 1, -1))
    return int(together.max(initial=0)) + int(np.count_nonzero(~rare))
