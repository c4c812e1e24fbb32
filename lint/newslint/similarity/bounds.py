"""What two sets share at most, from the bits of their hashes: most pairs that are not alike need no closer look."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from .shingling import Sets
from .verify import Similarity

_BITS: Final = 1 << 10
"""Of each set: sets of hundreds of shingles leave most of them free."""
_SETS: Final = 1 << 11
_PAIRS: Final = 1 << 13
"""Sets whose bits are set together, and pairs that are looked at together: a core's cache holds them."""
_S1, _S2, _S4, _S56 = (np.uint64(bits) for bits in (1, 2, 4, 56))
_ODD, _TWOS, _FOURS, _BYTES = (np.uint64(0xFFFFFFFFFFFFFFFF // part) for part in (3, 5, 17, 255))

Numbers = NDArray[np.int64]
Bits = NDArray[np.uint64]


def at_most(sets: Sets, first: Numbers, second: Numbers) -> Similarity:
    """Upper bounds of the `similarity` of each pair of sets.

    A shingle that both have sets the same bit in both. So they share no more than the bits that both have set, and
    what the one that is less crowded has lost where several shingles fell on one bit.
    """
    bits, sizes = _bits_of(sets), sets.sizes
    lost = sizes - _ones(bits)
    shared = np.minimum(lost[first], lost[second])
    for start in range(0, len(first), _PAIRS):
        part = slice(start, start + _PAIRS)
        both = bits[first[part]]
        both &= bits[second[part]]
        shared[part] += _ones(both)
    one, other = sizes[first], sizes[second]
    smaller = np.minimum(one, other)
    shared = np.minimum(shared, smaller)
    return Similarity(shared / np.maximum(one + other - shared, 1), shared / np.maximum(smaller, 1))


def _bits_of(sets: Sets) -> Bits:
    """Of each set a row, with the bits set that the low ends of its hashes name."""
    rows = np.zeros((len(sets.offsets) - 1, _BITS // 64), np.uint64)
    for start in range(0, len(rows), _SETS):
        here = rows[start : start + _SETS]
        hashes = sets.hashes[sets.offsets[start] : sets.offsets[start + len(here)]]
        places = np.repeat(np.arange(len(here)) * _BITS, sets.sizes[start : start + len(here)])
        places += hashes & np.uint32(_BITS - 1)
        flags = np.zeros(len(here) * _BITS, np.bool_)
        flags[places] = True
        here[:] = np.packbits(flags).view(np.uint64).reshape(here.shape)
    return rows


def _ones(rows: Bits) -> Numbers:
    """How many bits of each row are set (Warren, Hacker's Delight, 5-1: `bitwise_count` is not in numpy 1)."""
    pairs = rows - ((rows >> _S1) & _ODD)
    fours = (pairs & _TWOS) + ((pairs >> _S2) & _TWOS)
    eights = (fours + (fours >> _S4)) & _FOURS
    eights *= _BYTES
    eights >>= _S56
    ones: Numbers = eights.sum(axis=1).astype(np.int64)
    return ones
