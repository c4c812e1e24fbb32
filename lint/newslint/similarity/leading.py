"""Pairs of sets that share nothing rare: a sentence of its own that a hundred long paragraphs hold."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from .pairs import LOW, S32, Packed, offsets_of, ranges, unique
from .shingling import Sets

RAREST: Final = 4
"""Shingles of a set by which its partners are looked up, those of the smallest buckets: where 70 % of a set are shared,
one of so many is all but certain to be."""

LEADERS: Final = 3
"""Sets of a bucket, the smallest ones, that are paired with all others in it: the uses of a form lie in one bucket."""

PAIRS_A_SET: Final = 8
PAIRS_AT_LEAST: Final = 1 << 16
"""Pairs that this may add for each set on average, and that any search may cost; the smallest buckets come first."""


def led(held: Packed, frequent: Sets, alone: NDArray[np.int64]) -> Packed:
    """Pairs of sets with those that hold one of their shingles.

    Args:
        held: keys of large buckets, `hash << 32 | number of the set`, sorted.
        frequent: the same by set.
        alone: int64[n]: sets that have no other shared shingles, the smallest first.
    """
    hashes, starts, lengths = np.unique(held >> S32, return_index=True, return_counts=True)
    part = frequent.take(alone)
    leader = np.repeat(np.arange(len(alone)), part.sizes)
    bucket = np.searchsorted(hashes, part.hashes.astype(np.uint64))
    leader, bucket = _first(RAREST, leader, lengths[bucket], bucket)
    bucket, leader = _first(LEADERS, bucket, leader, leader)
    order = np.argsort(lengths[bucket], kind="stable")
    affordable = max(PAIRS_AT_LEAST, PAIRS_A_SET * (len(frequent.offsets) - 1))
    order = order[np.cumsum(lengths[bucket[order]]) <= affordable]
    bucket, leader = bucket[order], alone[leader[order]].astype(np.uint64)
    leader = np.repeat(leader, lengths[bucket])
    other = held[ranges(starts[bucket], lengths[bucket])] & LOW
    apart = leader != other
    first, second = np.minimum(leader, other)[apart], np.maximum(leader, other)[apart]
    return unique((first << S32) | second)


def _first(
    limit: int, group: NDArray[np.int64], rank: NDArray[np.int64], value: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Of each group the values of the lowest ranks: groups and values."""
    order = np.lexsort((value, rank, group))
    group, value = group[order], value[order]
    sizes = np.bincount(group, minlength=1)
    kept = np.arange(len(group)) - np.repeat(offsets_of(sizes)[:-1], sizes) < limit
    return group[kept], value[kept]
