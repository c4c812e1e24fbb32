"""MinHash signatures, bit for bit those of datasketch's scheme `affine32`, without importing datasketch.

datasketch 2.0 (`datasketch/minhash.py`) mixes each 32-bit hash once with the MurmurHash3 finaliser and permutes it by
`a * h + b` modulo 2**32 with odd `a`; `a` and `b` come from `numpy.random.RandomState(seed)`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from .compiled import kernel
from .shingling import Sets, Units, runs, units_of_a_shingle

if TYPE_CHECKING:
    from datasketch import MinHash

SCHEME: Final = "affine32"
SEED: Final = 1
EMPTY: Final = 0xFFFFFFFF
"""Every value of the signature of an empty set. Such a signature never matches anything here."""

_IN_CACHE: Final = 1 << 16


@cache
def permutations(count: int, seed: int = SEED) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """The `a` and `b` of `count` permutations, drawn as datasketch draws them.

    Raises:
        ValueError: `count` is below 1.
    """
    if count < 1:
        raise ValueError(f"a signature has at least one value, not {count}")
    draw = np.random.RandomState(seed)
    a = draw.randint(0, 1 << 31, count, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    b = draw.randint(0, 1 << 32, count, dtype=np.uint32)
    a.flags.writeable = b.flags.writeable = False  # they are handed out again
    return a, b


def sign(sets: Sets, count: int = 64, seed: int = SEED) -> NDArray[np.uint32]:
    """The signature of each set: uint32[n, count], contiguous. An empty set has `EMPTY` in every place."""
    a, b = permutations(count, seed)
    if (compiled := kernel()) is not None:
        return compiled.sign(sets.hashes, sets.offsets, a, b)
    result = np.full((len(sets.offsets) - 1, count), EMPTY, np.uint32)
    filled = np.flatnonzero(sets.sizes)
    hashes = _finalised(sets.hashes)
    starts = sets.offsets[filled]
    for first, last in _chunks(starts, len(hashes)):
        end = starts[last] if last < len(starts) else len(hashes)
        part, at = hashes[starts[first] : end], starts[first:last] - starts[first]
        minima = np.empty((count, last - first), np.uint32)
        values = np.empty_like(part)
        for number in range(count):
            np.multiply(part, a[number], out=values)
            np.add(values, b[number], out=values)
            np.minimum.reduceat(values, at, out=minima[number])
        result[filled[first:last]] = minima.T
    return result


def sign_runs(units: Units, ngram: int, count: int = 64, seed: int = SEED) -> NDArray[np.uint32]:
    """`sign` of the runs of `ngram` units.

    Raises:
        ValueError: `ngram` or `count` is below 1.
    """
    if (compiled := kernel()) is None:
        return sign(runs(units, ngram), count, seed)
    return compiled.sign_runs(units.hashes, units.offsets, units_of_a_shingle(ngram), *permutations(count, seed))


def minhash(signature: NDArray[np.uint32], seed: int = SEED) -> MinHash:
    """The signature as a `datasketch.MinHash`, ready for `MinHashLSH` and `jaccard`.

    Its `hashfunc` is the identity on integers: `update` takes the uint32 shingle hashes of this package.
    """
    from datasketch import MinHash

    return MinHash(seed=seed, hashfunc=_identity, hashvalues=signature, scheme=SCHEME)


def _identity(value: int) -> int:
    return value


def _chunks(starts: NDArray[np.int64], total: int) -> list[tuple[int, int]]:
    """Runs of sets whose hashes fit a core's cache together."""
    chunks, first = [], 0
    while first < len(starts):
        last = int(np.searchsorted(starts, min(starts[first] + _IN_CACHE, total), "left"))
        last = max(first + 1, last)
        chunks.append((first, last))
        first = last
    return chunks


def _finalised(hashes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    values = hashes ^ (hashes >> np.uint32(16))
    values *= np.uint32(0x85EBCA6B)
    values ^= values >> np.uint32(13)
    values *= np.uint32(0xC2B2AE35)
    values ^= values >> np.uint32(16)
    return values
