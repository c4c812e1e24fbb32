"""Shingles: hashes of runs of words or characters, straight from the UTF-8 bytes of a normal form.

No Python object per word. A text of fewer units than a shingle has is one shingle; a text without a word has none.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

_LINE: Final = 0x0A
_LONG: Final = 128
"""Words of more bytes are hashed one by one: eight bytes a step would take as many steps as the longest has."""

_M1: Final = np.uint64(0xFF51AFD7ED558CCD)
_M2: Final = np.uint64(0xC4CEB9FE1A85EC53)
_STEP: Final = np.uint64(0x9E3779B97F4A7C15)
_S33: Final = np.uint64(33)
_S32: Final = np.uint64(32)
_MASKS: Final = np.array([(1 << 8 * size) - 1 for size in range(9)], np.uint64)

Hashes = NDArray[np.uint32]
Offsets = NDArray[np.int64]


class Sets(NamedTuple):
    """Sets of shingles, one after another.

    Attributes:
        hashes: uint32, ascending and distinct within each set.
        offsets: int64[n + 1]; set i is `hashes[offsets[i]:offsets[i + 1]]`.
    """

    hashes: Hashes
    offsets: Offsets

    @property
    def sizes(self) -> Offsets:
        """How many shingles each set has."""
        return np.diff(self.offsets)


class Units(NamedTuple):
    """Words or characters as 64-bit hashes; text i is `hashes[offsets[i]:offsets[i + 1]]`."""

    hashes: NDArray[np.uint64]
    offsets: Offsets


def words(form: bytes) -> Units:
    """The words of a form (`normal_form`, `plain_form`), in order."""
    data = np.frombuffer(form + bytes(8), np.uint8)[: len(form)]
    ends = np.flatnonzero(data <= 0x20)
    starts = np.empty_like(ends)
    starts[:1], starts[1:] = 0, ends[:-1] + 1
    sizes = ends - starts
    lines = np.flatnonzero(data[ends] == _LINE)
    offsets = np.zeros(len(lines) + 1, np.int64)
    present = sizes > 0
    if present.all():
        offsets[1:] = lines + 1
        return Units(_word_hashes(form, starts, sizes), offsets)
    offsets[1:] = np.cumsum(present)[lines]
    return Units(_word_hashes(form, starts[present], sizes[present]), offsets)


def characters(form: bytes) -> Units:
    """The characters of a form, in order, the single spaces between words included."""
    codes = np.frombuffer(
        form if form.isascii() else form.decode().encode("utf-32-le"), "u1" if form.isascii() else "<u4"
    )
    ends = np.flatnonzero(codes == _LINE)
    offsets = np.zeros(len(ends) + 1, np.int64)
    offsets[1:] = ends - np.arange(len(ends))
    return Units(_mixed(codes[codes != _LINE].astype(np.uint64) + np.uint64(1)), offsets)


def shingles(units: Units, ngram: int) -> Sets:
    """The distinct runs of `ngram` units of each text.

    Raises:
        ValueError: `ngram` is below 1.
    """
    if ngram < 1:
        raise ValueError(f"a shingle has at least one unit, not {ngram}")
    hashes, offsets = _windows(units, ngram)
    return distinct((hashes >> _S32).astype(np.uint32), offsets)


def distinct(hashes: Hashes, offsets: Offsets) -> Sets:
    """Sorted sets of hashes that come in any order, text by text."""
    sizes = np.diff(offsets)
    keys = np.repeat(np.arange(len(sizes), dtype=np.uint64) << _S32, sizes)
    keys |= hashes
    keys.sort()
    first = np.ones(len(keys), np.bool_)
    np.not_equal(keys[1:], keys[:-1], out=first[1:])
    kept = keys[first]
    new = np.searchsorted(kept, np.arange(len(offsets), dtype=np.uint64) << _S32)
    return Sets(kept.astype(np.uint32), new)


def _windows(units: Units, ngram: int) -> tuple[NDArray[np.uint64], Offsets]:
    values, offsets = units
    if ngram == 1:
        return _mixed(values), offsets
    sizes = np.diff(offsets)
    short = (sizes > 0) & (sizes < ngram)
    counts = np.where(sizes >= ngram, sizes - ngram + 1, short)
    new = np.zeros(len(offsets), np.int64)
    np.cumsum(counts, out=new[1:])
    padded = np.concatenate([values, np.zeros(ngram, np.uint64)])
    sums = padded[: len(values)].copy()
    for place in range(1, ngram):
        sums *= _STEP
        sums += padded[place : place + len(values)]
    valid = np.ones(len(values), np.bool_)
    for back in range(1, ngram):
        valid[(offsets[1:] - back)[sizes >= back]] = False
    for number in np.flatnonzero(short).tolist():
        first, last = offsets[number], offsets[number + 1]
        valid[first] = True
        sums[first] = _short_hash(values[first:last], ngram)
    return sums[valid], new


def _short_hash(values: NDArray[np.uint64], ngram: int) -> int:
    total: int = 0
    for value in values.tolist():
        total = (total * int(_STEP) + value) & 0xFFFFFFFFFFFFFFFF
    return (total + ngram) & 0xFFFFFFFFFFFFFFFF


def _word_hashes(form: bytes, starts: NDArray[np.intp], sizes: NDArray[np.intp]) -> NDArray[np.uint64]:
    """One 64-bit hash per word: eight bytes at a time, gathered at the starts."""
    padded = form + bytes(8)
    view = np.ndarray((len(form) + 1,), "<u8", padded, strides=(1,))
    hashes = _mixed((view[starts] & _MASKS[np.minimum(sizes, 8)]) + sizes.astype(np.uint64))
    rest = np.flatnonzero(sizes > 8)
    for step in range(8, _LONG, 8):
        if not len(rest):
            return hashes
        at = view[starts[rest] + step] & _MASKS[np.minimum(sizes[rest] - step, 8)]
        hashes[rest] = _mixed(hashes[rest] * _STEP + at)
        rest = rest[sizes[rest] > step + 8]
    for place in rest.tolist():
        word = form[starts[place] : starts[place] + sizes[place]]
        hashes[place] = int.from_bytes(blake2b(word, digest_size=8).digest(), "little")
    return hashes


def _mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The MurmurHash3 64-bit finaliser (Appleby, 2011), a bijection: every bit depends on every bit."""
    values = values ^ (values >> _S33)
    values *= _M1
    values ^= values >> _S33
    values *= _M2
    values ^= values >> _S33
    return values


def figures(form: bytes) -> NDArray[np.int32]:
    """How many words of each text begin with an ASCII digit."""
    data = np.frombuffer(form, np.uint8)
    digits = np.flatnonzero(data - np.uint8(0x30) <= 9)
    first = digits[(data[digits - 1] <= 0x20) | (digits == 0)]
    before = np.searchsorted(first, np.flatnonzero(data == _LINE))
    return np.diff(before, prepend=0).astype(np.int32)
