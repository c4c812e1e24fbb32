"""The true similarity of proposed pairs: how many shingles two sets share, counted, never estimated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .compiled import kernel
from .ordering import sorted_rows
from .pairs import ranges
from .shingling import Sets

_PART: Final = 1 << 20
_SKEW: Final = 16
"""From this ratio of sizes on the smaller set is looked up in the larger one: cost follows the smaller."""

Numbers = NDArray[np.int64]


class Similarity(NamedTuple):
    """Of each pair, float64, 0 to 1.

    Attributes:
        jaccard: shared shingles over all shingles of the two.
        containment: shared shingles over those of the smaller set.
    """

    jaccard: NDArray[np.float64]
    containment: NDArray[np.float64]


def similarity(sets: Sets, first: Numbers, second: Numbers) -> Similarity:
    """Jaccard and containment of each pair of sets; 0 where one is empty."""
    one, other = sets.sizes[first], sets.sizes[second]
    shared = overlap(sets, first, second)
    smaller = np.maximum(np.minimum(one, other), 1)
    return Similarity(shared / np.maximum(one + other - shared, 1), shared / smaller)


def overlap(sets: Sets, first: Numbers, second: Numbers) -> Numbers:
    """How many shingles each pair of sets shares."""
    sizes = sets.sizes
    one, other = sizes[first], sizes[second]
    result = np.zeros(len(first), np.int64)
    skewed = np.maximum(one, other) > _SKEW * np.minimum(one, other)
    even = np.flatnonzero(~skewed)
    if (compiled := kernel()) is not None:
        result[even] = compiled.overlap(sets.hashes, sets.offsets, first[even], second[even])
    else:
        for part in _parts(one[even] + other[even]):
            chosen = even[part]
            result[chosen] = _by_sort(sets, first[chosen], second[chosen])
    swapped = one > other
    small, large = np.where(swapped, second, first), np.where(swapped, first, second)
    for place in np.flatnonzero(skewed & (np.minimum(one, other) > 0)).tolist():
        result[place] = _by_search(_members(sets, small[place]), _members(sets, large[place]))
    return result


def _members(sets: Sets, number: int) -> NDArray[np.uint32]:
    return sets.hashes[sets.offsets[number] : sets.offsets[number + 1]]


def _by_search(small: NDArray[np.uint32], large: NDArray[np.uint32]) -> int:
    places = np.searchsorted(large, small)
    places[places == len(large)] = 0
    return int(np.count_nonzero(large[places] == small))


def _by_sort(sets: Sets, first: Numbers, second: Numbers) -> Numbers:
    """Both sets of a pair in one sorted row: what they share stands twice."""
    sides = np.column_stack([first, second]).ravel()
    lengths = sets.sizes[sides]
    hashes = sets.hashes[ranges(sets.offsets[sides], lengths)]
    shared = np.zeros(len(first), np.int64)
    for rows in sorted_rows(hashes, lengths.reshape(-1, 2).sum(axis=1)):
        twice = (rows.values[:, 1:] == rows.values[:, :-1]) & rows.own[:, 1:]
        shared[rows.numbers] = np.bincount(np.flatnonzero(twice) // twice.shape[1], minlength=len(twice))
    return shared


def _parts(costs: Numbers) -> Iterator[slice]:
    """Slices whose costs sum to about `_PART`."""
    ends = np.cumsum(costs)
    start = 0
    while start < len(costs):
        base = ends[start - 1] if start else 0
        stop = max(start + 1, int(np.searchsorted(ends, base + _PART, "right")))
        yield slice(start, stop)
        start = stop
