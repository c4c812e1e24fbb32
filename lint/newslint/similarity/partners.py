"""Of counted pairs the strongest of each set, chosen in little memory however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .pairs import LOW, S32, Packed

_PART: Final = 1 << 21
"""Ends of pairs that are ranked together."""
_RANGES: Final = 16
"""Ranges of sets at most in which they are ranked: each looks at all pairs."""


class Counted(NamedTuple):
    """Pairs, ascending, as `first << 32 | second` with first < second, and int32: how often each was proposed."""

    pairs: Packed
    counts: NDArray[np.int32]

    @classmethod
    def joined(cls, parts: Iterable[Counted]) -> Counted:
        """Several runs of pairs as one."""
        return cls(*map(np.concatenate, zip(_NONE, *parts, strict=True)))


def strongest(counted: Counted, limit: int) -> Counted:
    """The pairs that are among the `limit` most often proposed of one of their two sets (the earlier, if equal)."""
    first, second = (counted.pairs >> S32).astype(np.uint32), (counted.pairs & LOW).astype(np.uint32)
    degrees = _degrees(first, second)
    crowded = degrees > limit
    if not crowded.any():
        return counted
    kept = ~(crowded[first] & crowded[second])
    for low, high in _ranges_of(np.where(crowded, degrees, 0)):
        far = np.flatnonzero((second >= low) & (second < high) & crowded[second])
        near = np.flatnonzero((first >= low) & (first < high) & crowded[first])
        ends, places = np.concatenate([second[far], first[near]]), np.concatenate([far, near])
        # Pairs ascend: of equal counts the stable order has the earlier partner first.
        order = np.argsort((ends.astype(np.uint64) << S32) | (~counted.counts[places]).view(np.uint32), kind="stable")
        starts = np.flatnonzero(np.diff(ends[order], prepend=np.uint32(0xFFFFFFFF)))
        rank = np.arange(len(order)) - np.repeat(starts, np.diff(starts, append=len(order)))
        kept[places[order[rank < limit]]] = True
    return Counted(counted.pairs[kept], counted.counts[kept])


def strongest_of(parts: Iterable[Counted], limit: int) -> Counted:
    """The same of several runs of pairs, that ascend from run to run; no more is held than twice what may be kept.

    A pair that is beaten `limit` times at both of its ends stays so, whatever comes, and beats none that is not.
    """
    held, size, settled = list[Counted](), 0, 0
    for part in parts:
        held.append(part)
        size += len(part.pairs)
        if size > 2 * settled + _PART:
            held = [strongest(Counted.joined(held), limit)]
            size = settled = len(held[0].pairs)
    return strongest(Counted.joined(held), limit)


def _degrees(first: NDArray[np.uint32], second: NDArray[np.uint32]) -> NDArray[np.int64]:
    """How many pairs each set is in."""
    count = int(second.max()) + 1 if len(second) else 0
    degrees = np.zeros(count, np.int64)
    for start in range(0, len(first), _PART):  # in parts: `bincount` makes 64-bit numbers of what it counts
        degrees += np.bincount(first[start : start + _PART], minlength=count)
        degrees += np.bincount(second[start : start + _PART], minlength=count)
    return degrees


def _ranges_of(loads: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """Ranges of sets with about equally many ends of pairs."""
    total = np.cumsum(loads)
    limit = max(_PART, int(total[-1]) // _RANGES)
    low = 0
    while low < len(loads):
        base = total[low - 1] if low else 0
        high = max(low + 1, int(np.searchsorted(total, base + limit, "right")))
        yield low, high
        low = high


_NONE: Final = Counted(np.zeros(0, np.uint64), np.zeros(0, np.int32))
