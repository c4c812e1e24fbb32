"""Which blocks may be alike: pairs proposed by bands of a signature, and by rare shingles that two blocks share.

Both sort packed keys (hash in the high half, number of the set in the low one); nothing is kept in a dict. A bucket
of more than `cap` sets gives a star around its first set and a chain of neighbours, never all pairs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from .leading import led
from .pairs import LOW, S32, Packed, offsets_of, ranges, unique, unpack, without
from .partners import Counted, strongest, strongest_of
from .shingling import GOLDEN, Sets
from .spill import KEYS_IN_MEMORY, shared_keys
from .verify import overlap

_PART: Final = 1 << 20
"""Pairs that are counted together."""
_RUNS: Final = 32
"""Runs at most in which they are counted: each looks at all keys."""

BAND_CAP: Final = 8
SHINGLE_CAP: Final = 64
PAIRS_A_SET: Final = 256
"""Meetings in buckets that a set may cost on average; repeated ones count each time."""
PAIRS_AT_LEAST: Final = 1 << 20
"""Meetings that any search may cost, however few its sets: they take a fraction of a second."""

PARTNERS: Final = 20
BAND_PARTNERS: Final = 6
"""The strongest partners that are kept of a set that has more, by shared shingles and by bands."""


def banded(
    signatures: NDArray[np.uint32], rows: int, numbers: NDArray[np.int64], cap: int = BAND_CAP
) -> tuple[Packed, Packed]:
    """Pairs whose signatures agree in all `rows` values of at least one band.

    Args:
        signatures: uint32[n, k].
        numbers: int64[m], ascending: the sets to compare, none of them empty.
        cap: a bucket of more sets gives a star and a chain.

    Returns:
        Pairs, and neighbours in large buckets: to be tried for the sets that are like the head of none.

    Raises:
        ValueError: `rows` is below 1.
    """
    if rows < 1:
        raise ValueError(f"a band has at least one row, not {rows}")
    stars: list[Packed] = [np.zeros(0, np.uint64)]
    chains: list[Packed] = [np.zeros(0, np.uint64)]
    for start in range(0, signatures.shape[1] - rows + 1, rows):
        key = np.zeros(len(numbers), np.uint64)
        for values in signatures[:, start : start + rows].T:
            key += values if len(numbers) == len(signatures) else values[numbers]
            key *= GOLDEN
            key ^= key >> S32
        keys = (key & ~LOW) | numbers.astype(np.uint64)
        keys.sort()
        star, chain = _bucket_pairs(keys, cap)
        stars.append(star)
        chains.append(chain)
    pairs = strongest(Counted.joined(_counted_parts(np.concatenate(stars))), BAND_PARTNERS).pairs
    return pairs, without(unique(np.concatenate(chains)), pairs)


def sharing(
    sets: Sets, numbers: NDArray[np.int64], share: float, cap: int = SHINGLE_CAP, memory: int = KEYS_IN_MEMORY
) -> tuple[Counted, int]:
    """Pairs that share at least `share` of the smaller set, found by the shingles that at most `cap` sets hold.

    No pair is lost that shares such a shingle, but where a set has more than `PARTNERS`; sets that have no such shingle
    are paired by their rarest ones (`led`). The cap is lowered where it would mean more than `PAIRS_A_SET` pairs a set,
    and more than `PAIRS_AT_LEAST` in all.

    Args:
        sets: sets of shingles.
        numbers: int64[n], ascending: the sets to join (others are left out), by their number.
        share: 0 to 1.
        memory: as in `shared_keys`.

    Returns:
        The pairs with the number of shingles that they share, and the cap that was kept: a lower one than asked for
        says that the budget limited the search.

    Raises:
        ValueError: `share` is no number from 0 to 1.
        OSError: as in `shared_keys`.
    """
    if not 0 <= share <= 1:
        raise ValueError(f"a share is a number from 0 to 1, not {share}")
    keys = shared_keys(sets, numbers, memory)
    sizes = sets.sizes
    starts, lengths = _runs(keys)
    cap = _affordable(lengths, cap, max(PAIRS_AT_LEAST, PAIRS_A_SET * len(numbers)))
    often = lengths > cap
    held = keys[ranges(starts[often], lengths[often])]
    frequent = _by_owner(held, len(sizes))
    common = frequent.sizes.astype(np.int32)
    rare, lengths = np.repeat(~often, lengths), lengths[~often]
    del starts, often
    owner, behind = _rare(keys, rare, lengths)
    del keys, rare, lengths
    met = np.bincount(owner, minlength=len(sizes))
    able = met + common >= share * sizes
    alone = np.flatnonzero(able & (met == 0) & (common > 0))
    more = led(held, frequent, alone[np.argsort(sizes[alone], kind="stable")])
    del held, met, alone
    needed = np.ceil(share * sizes).astype(np.int32)
    parts = (
        _within_reach(counted, common, needed)
        for pairs in _meetings(owner, behind, able)
        for counted in _counted_parts(pairs)
    )
    found = strongest_of(parts, PARTNERS)
    del owner, behind, able, parts
    return _enough(_with(found, more), frequent, sizes, share), cap


def _with(found: Counted, more: Packed) -> Counted:
    """The counted pairs and those of which nothing is counted yet; none is in both."""
    pairs, counts = np.concatenate([found.pairs, more]), np.concatenate([found.counts, np.zeros(len(more), np.int32)])
    order = np.argsort(pairs, kind="stable")
    return Counted(pairs[order], counts[order])


def _within_reach(counted: Counted, common: NDArray[np.int32], needed: NDArray[np.int32]) -> Counted:
    """The pairs that may share what the smaller of both needs, if all their shingles of large buckets are the same."""
    first, second = unpack(counted.pairs)
    least = np.minimum(needed.take(first), needed.take(second))
    if common.any():
        least -= np.minimum(common.take(first), common.take(second))
    kept = counted.counts >= least
    return Counted(counted.pairs[kept], counted.counts[kept])


def _enough(found: Counted, frequent: Sets, sizes: NDArray[np.int64], share: float) -> Counted:
    """The pairs that share enough once the shingles of large buckets are counted too."""
    counts, kept = found.counts.copy(), np.zeros(len(found.pairs), np.bool_)
    for start in range(0, len(kept), _PART):
        here = slice(start, start + _PART)
        first, second = unpack(found.pairs[here])
        counts[here] += overlap(frequent, first, second).astype(np.int32)
        kept[here] = counts[here] / np.maximum(np.minimum(sizes[first], sizes[second]), 1) >= share
    return Counted(found.pairs[kept], counts[kept])


def _by_owner(keys: Packed, count: int) -> Sets:
    """The sets of which these are some members."""
    turned = np.sort((keys << S32) | (keys >> S32))
    sizes = np.bincount((turned >> S32).astype(np.int64), minlength=count)
    return Sets((turned & LOW).astype(np.uint32), offsets_of(sizes))


def _affordable(lengths: NDArray[np.int64], cap: int, budget: int) -> int:
    """The largest cap up to `cap` at which buckets give at most `budget` pairs."""
    pairs = np.bincount(np.minimum(lengths, cap + 1), minlength=cap + 2)[: cap + 1] * np.arange(cap + 1)
    total = np.cumsum(pairs * (np.arange(cap + 1) - 1) // 2)
    return max(2, int(np.searchsorted(total, budget, "right")) - 1)


def _rare(
    keys: Packed, rare: NDArray[np.bool_], lengths: NDArray[np.int64]
) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Of each key in the small buckets its set, and how many stand behind it in its bucket."""
    owner, filled = np.empty(int(lengths.sum()), np.uint32), 0
    for start in range(0, len(keys), _PART):  # in parts: no second array of that length
        part = keys[start : start + _PART][rare[start : start + _PART]]
        owner[filled : filled + len(part)] = part & LOW
        filled += len(part)
    ends = np.cumsum(lengths, dtype=np.uint32)
    behind = np.repeat(ends, lengths)
    for start in range(0, len(behind), _PART):
        here = behind[start : start + _PART]
        here -= np.arange(start + 1, start + 1 + len(here), dtype=np.uint32)
    return owner, behind


def _meetings(owner: NDArray[np.uint32], behind: NDArray[np.uint32], able: NDArray[np.bool_]) -> Iterator[Packed]:
    """All pairs within buckets of which one can be the smaller set, in runs of first sets that fit the memory."""
    load = np.cumsum(np.bincount(owner, behind, minlength=len(able)))
    limit = max(_PART, load[-1] / _RUNS) if len(load) else _PART
    first = 0
    while first < len(able):
        base = load[first - 1] if first else 0
        last = max(first + 1, int(np.searchsorted(load, base + limit, "right")))
        alive = np.flatnonzero((owner >= first) & (owner < last) & (behind > 0))
        yield _met(owner, behind, alive, able, int(load[last - 1] - base))
        first = last


def _met(
    owner: NDArray[np.uint32],
    behind: NDArray[np.uint32],
    alive: NDArray[np.int64],
    able: NDArray[np.bool_],
    most: int,
) -> Packed:
    found, filled = np.empty(most, np.uint64), 0
    distance = 1
    while len(alive):
        one, other = owner[alive], owner[alive + distance]
        good = able[one] | able[other]
        part = (one[good].astype(np.uint64) << S32) | other[good]
        found[filled : filled + len(part)] = part
        filled += len(part)
        distance += 1
        alive = alive[behind[alive] >= distance]
    return found[:filled]


def _counted_parts(pairs: Packed) -> Iterator[Counted]:
    """How often each pair stands there, in ascending parts. `pairs` is sorted in place."""
    pairs.sort()
    start = 0
    while start < len(pairs):
        end = start + _PART
        if end < len(pairs):  # a part ends where another pair begins
            end = int(np.searchsorted(pairs, pairs[end], "left"))
            end = end if end > start else int(np.searchsorted(pairs, pairs[end], "right"))
        part = pairs[start:end]
        starts = np.flatnonzero(np.concatenate([np.ones(min(1, len(part)), np.bool_), part[1:] != part[:-1]]))
        yield Counted(part[starts], np.diff(starts, append=len(part)).astype(np.int32))
        start += len(part)


def _runs(keys: Packed) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Start and length of each run of equal high halves."""
    found = [np.zeros(min(1, len(keys)), np.int64)]
    for start in range(0, len(keys) - 1, _PART):  # in parts, as above
        high = keys[start : start + _PART + 1] >> S32
        found.append(np.flatnonzero(high[1:] != high[:-1]) + (start + 1))
    starts = np.concatenate(found)
    return starts, np.diff(starts, append=len(keys))


def _bucket_pairs(keys: Packed, cap: int) -> tuple[Packed, Packed]:
    """Pairs within each run of equal high halves: all up to `cap` sets, else those with the first; and the chains."""
    starts, lengths = _runs(keys)
    owner = keys & LOW
    several = lengths > 1
    starts, lengths = starts[several], lengths[several]
    small = lengths <= cap
    found = []
    left, sizes = starts[small], lengths[small]
    for near in range(cap):
        left, sizes = left[sizes > near + 1], sizes[sizes > near + 1]
        others = np.repeat(left + near, sizes - near - 1)
        found.append((owner[others] << S32) | owner[ranges(left + near + 1, sizes - near - 1)])
    left, sizes = starts[~small], lengths[~small]
    rest = ranges(left + 1, sizes - 1)
    found.append((owner[np.repeat(left, sizes - 1)] << S32) | owner[rest])
    return np.concatenate(found), (owner[rest - 1] << S32) | owner[rest]
