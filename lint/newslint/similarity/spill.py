"""Sorted keys of the shingles that two sets share; past a stated size in hash partitions, by way of a file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from .pairs import S32, Packed
from .shingling import Sets

KEYS_IN_MEMORY: Final = 1 << 24
"""Keys (eight bytes each) that are sorted together: 128 MiB, those of some 330,000 paragraphs of 50 words."""

_PART: Final = 1 << 18


def shared_keys(sets: Sets, numbers: NDArray[np.int64], memory: int = KEYS_IN_MEMORY) -> Packed:
    """The shingles that stand in at least two of some sets, as `hash << 32 | number of the set`, sorted.

    Args:
        sets: sets of shingles.
        numbers: int64[n], ascending: the sets that take part.
        memory: keys that are sorted together. Where there are more, equal ranges of hashes are sorted one after another
            and what is shared of each goes to a file without a name in the folder for temporary files. The system takes
            it back when the result is dropped, or the process ends in any way.

    Returns:
        uint64, read-only where it lies in a file. The same for every `memory`.

    Raises:
        OSError: the folder for temporary files has no space left, or cannot be written.
    """
    chosen = np.zeros(len(sets.offsets) - 1, np.bool_)
    chosen[numbers] = True
    total = int(sets.sizes[numbers].sum())
    ranges = max(1, -(-total // max(1, memory)))
    if ranges == 1:
        return _shared(_keys(sets, chosen, 0, 1 << 32, total))
    borders = np.linspace(0, 1 << 32, ranges + 1).astype(np.int64).tolist()
    sizes = np.zeros(ranges, np.int64)
    for start in range(0, len(sets.hashes), _PART):
        places = np.searchsorted(borders, sets.hashes[start : start + _PART], "right")
        sizes += np.bincount(places - 1, minlength=ranges)
    return _in_file(
        _shared(_keys(sets, chosen, first, last, int(size)))
        for (first, last), size in zip(pairwise(borders), sizes.tolist(), strict=True)
    )


def _in_file(parts: Iterator[Packed]) -> Packed:
    with tempfile.TemporaryFile(prefix="newslint-") as file:
        written = 0
        for part in parts:
            try:
                file.write(part.data)
                file.flush()
            except OSError as error:
                folder, size = tempfile.gettempdir(), written + part.nbytes
                raise OSError(
                    error.errno,
                    f"{error.strerror}: {size} bytes of sorted shingles for the folder of temporary files (TMPDIR)",
                    folder,
                ) from error
            written += part.nbytes
        if not written:
            return np.zeros(0, np.uint64)
        return np.memmap(file, np.uint64, "r")


def _keys(sets: Sets, chosen: NDArray[np.bool_], first: int, last: int, size: int) -> Packed:
    """The keys of the chosen sets with hashes from `first` up to `last`, in parts: no second array of that length."""
    keys, filled = np.empty(size, np.uint64), 0
    for start in range(0, len(sets.hashes), _PART):
        hashes = sets.hashes[start : start + _PART]
        one, other = np.searchsorted(sets.offsets, (start, start + len(hashes) - 1), "right").tolist()
        borders = np.minimum(sets.offsets[one : other + 1], start + len(hashes))
        owner = np.repeat(np.arange(one - 1, other, dtype=np.uint64), np.diff(borders, prepend=start))
        wanted = chosen[owner]
        if first or last < 1 << 32:
            wanted &= (hashes >= first) & (hashes < last)
        part = (hashes.astype(np.uint64) << S32 | owner)[wanted]
        keys[filled : filled + len(part)] = part
        filled += len(part)
    return keys[:filled]


def _shared(keys: Packed) -> Packed:
    """The keys whose hash stands twice, sorted. `keys` is overwritten."""
    keys.sort()
    kept, before = 0, False
    for start in range(0, len(keys), _PART):
        part = keys[start : start + _PART + 1]
        high = part >> S32
        again = high[1:] == high[:-1]
        here = part[:_PART]
        shared = np.zeros(len(here), np.bool_)
        shared[: len(again)] |= again
        shared[1:] |= again[: len(here) - 1]
        shared[:1] |= before
        before = len(again) == _PART and bool(again[-1])
        found = here[shared]
        keys[kept : kept + len(found)] = found
        kept += len(found)
    return keys[:kept].copy()
