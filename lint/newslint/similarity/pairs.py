"""Packed pairs: two numbers in one, sorted; ranges of numbers; and the small operations on them."""

from __future__ import annotations

from typing import Any, Final, TypeVar

import numpy as np
from numpy.typing import NDArray

S32: Final = np.uint64(32)
LOW: Final = np.uint64(0xFFFFFFFF)
"""How far the high half of a packed number is shifted, and the bits of its low half."""

Packed = NDArray[np.uint64]
"""`first << 32 | second`."""

Scalar = TypeVar("Scalar", bound=np.generic)


def unpack(pairs: Packed) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The first and the second of each pair."""
    return (pairs >> S32).astype(np.int64), (pairs & LOW).astype(np.int64)


def pack(first: NDArray[np.int64], second: NDArray[np.int64]) -> Packed:
    """Pairs in either order, as sorted distinct packed pairs; a set is no partner of itself."""
    low, high = np.minimum(first, second), np.maximum(first, second)
    packed = (low.astype(np.uint64) << S32) | high.astype(np.uint64)
    return unique(packed[low != high])


def unique(values: NDArray[Scalar]) -> NDArray[Scalar]:
    """Sorted distinct values (`np.unique` may take a hash path that is far slower)."""
    values = np.sort(values)
    first = np.ones(len(values), np.bool_)
    np.not_equal(values[1:], values[:-1], out=first[1:])
    return values[first]


def without(values: Packed, sorted_values: Packed) -> Packed:
    """The values that are not among the sorted ones."""
    if not len(sorted_values):
        return values
    places = np.minimum(np.searchsorted(sorted_values, values), len(sorted_values) - 1)
    rest: Packed = values[sorted_values[places] != values]
    return rest


def ranges(starts: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers `start … start + length - 1` of each, one after another."""
    total = int(lengths.sum())
    if not total:
        return np.zeros(0, np.int64)
    ends = np.cumsum(lengths)
    places: NDArray[np.int64] = np.arange(total) + np.repeat(starts - (ends - lengths), lengths)
    return places


def offsets_of(sizes: NDArray[Any]) -> NDArray[np.int64]:
    """Where each of some runs of these sizes begins, one behind another, and where the last ends: int64[n + 1]."""
    offsets = np.zeros(len(sizes) + 1, np.int64)
    np.cumsum(sizes, out=offsets[1:])
    return offsets


def distinct(one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers in either, ascending."""
    return unique(np.concatenate([one, other]))
