"""Digests of sequences of words: equal words in equal order have equal ones, others all but never."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from .compiled import kernel
from .shingling import GOLDEN, Units, mixed

_HALVES: Final = (0x243F6A8885A308D3, 0x13198A2E03707344)
"""Where the factors of each half begin: fraction of pi, in hexadecimal digits."""
_KEPT: Final = 1 << 14
"""Places whose factors are kept: of all lines but whole books."""


def digests(units: Units) -> NDArray[np.uint64]:
    """A 128-bit digest of the words of each line: uint64[n, 2], 0 where it has none.

    Multilinear hashing (Carter and Wegman, Universal classes of hash functions, 1979; Lemire and Kaser, Strongly
    universal string hashing is fast, 2014): the sum of the words' hashes, each times an odd factor of its place, once
    for each half. It does not withstand who makes texts collide on purpose: where that matters, compare signatures too.
    """
    hashes, offsets = units
    sizes = np.diff(offsets)
    filled = np.flatnonzero(sizes)
    result = np.zeros((len(sizes), len(_HALVES)), np.uint64)
    if not len(filled):
        return result
    starts, longest = offsets[:-1][filled], int(sizes.max())
    if longest <= _KEPT and (compiled := kernel()) is not None:
        return compiled.digests(hashes, offsets, _kept())
    places = np.arange(len(hashes)) - np.repeat(starts, sizes[filled])
    for column, seed in enumerate(_HALVES):
        factors = _kept_factors(seed)[:longest] if longest <= _KEPT else _factors(seed, longest)
        weighted = factors[places]
        weighted *= hashes
        result[filled, column] = mixed(np.add.reduceat(weighted, starts) + sizes[filled].view(np.uint64))
    return result


@cache
def _kept() -> NDArray[np.uint64]:
    return np.stack([_kept_factors(seed) for seed in _HALVES])


@lru_cache(maxsize=len(_HALVES))
def _kept_factors(seed: int) -> NDArray[np.uint64]:
    return _factors(seed, _KEPT)


def _factors(seed: int, count: int) -> NDArray[np.uint64]:
    """SplitMix64 with the finaliser of MurmurHash3 (Steele, Lea and Flood, 2014), made odd."""
    return mixed(np.arange(1, count + 1, dtype=np.uint64) * GOLDEN + np.uint64(seed)) | np.uint64(1)
