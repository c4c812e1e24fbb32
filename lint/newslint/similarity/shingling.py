"""Shingles: hashes of runs of words or characters, straight from the UTF-8 bytes of a normal form.

No Python object per word. A text of fewer units than a shingle has is one shingle; a text without a word has none.
"""

from __future__ import annotations

from hashlib import blake2b
from operator import index
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .compiled import kernel
from .ordering import sorted_rows
from .pairs import S32, offsets_of, ranges
from .parting import parted, without_commas

_LINE: Final = 0x0A
_LONG: Final = 128
"""Words of more bytes are hashed one by one: eight bytes a step would take as many steps as the longest has."""

_MOST: Final = (1 << 31) - 1

_M1: Final = np.uint64(0xFF51AFD7ED558CCD)
_M2: Final = np.uint64(0xC4CEB9FE1A85EC53)
GOLDEN: Final = np.uint64(0x9E3779B97F4A7C15)
"""2**64 over the golden ratio: its multiples lie far apart (Knuth, The Art of Computer Programming, section 6.4)."""
_S33: Final = np.uint64(33)
_S1: Final = np.uint64(1)
_S3: Final = np.uint64(3)
_S63: Final = np.uint64(63)
_MASKS: Final = np.array([(1 << 8 * size) - 1 for size in range(9)], np.uint64)

Hashes = NDArray[np.uint32]
Offsets = NDArray[np.int64]
Digits = NDArray[np.bool_]


class Sets(NamedTuple):
    """Sets of shingles, one after another.

    Attributes:
        hashes: uint32, ascending and distinct within each set (those of `runs` are neither).
        offsets: int64[n + 1]; set i is `hashes[offsets[i]:offsets[i + 1]]`.
    """

    hashes: Hashes
    offsets: Offsets

    @property
    def sizes(self) -> Offsets:
        """How many shingles each set has."""
        return np.diff(self.offsets)

    def take(self, numbers: NDArray[np.int64]) -> Sets:
        """The sets `numbers`, in that order."""
        sizes = self.sizes[numbers]
        return Sets(self.hashes[ranges(self.offsets[numbers], sizes)], offsets_of(sizes))


class Units(NamedTuple):
    """Words or characters as 64-bit hashes; text i is `hashes[offsets[i]:offsets[i + 1]]`."""

    hashes: NDArray[np.uint64]
    offsets: Offsets


def words(form: bytes) -> Units:
    """The words of a form (`normal_form`, `plain_form`), in order.

    Raises:
        TypeError: it is not bytes.
        ValueError: it does not end in a line feed.
    """
    _check(form)
    return counted_words(form)[0]


def counted_words(folded: bytes) -> tuple[Units, NDArray[np.int32]]:
    """The words of folded lines (as in `parted`), in order, and how many in each line begin with a digit: int32[n]."""
    found = parted(folded)
    hashes, digits = _word_hashes(found.data, found.starts, found.ends)
    if len(found.joined):
        hashes[found.joined], _ = _word_hashes(*without_commas(found))
    figures = np.diff(np.searchsorted(np.flatnonzero(digits), found.offsets)).astype(np.int32)
    return Units(hashes, found.offsets), figures


def characters(form: bytes) -> Units:
    """The characters of a form, in order, the single spaces between words included.

    Raises:
        TypeError, ValueError: as `words`.
    """
    _check(form)
    codes = np.frombuffer(
        form if form.isascii() else form.decode().encode("utf-32-le"), "u1" if form.isascii() else "<u4"
    )
    ends = np.flatnonzero(codes == _LINE)
    offsets = np.zeros(len(ends) + 1, np.int64)
    offsets[1:] = ends - np.arange(len(ends))
    return Units(mixed(codes[codes != _LINE].astype(np.uint64) + np.uint64(1)), offsets)


def _check(form: bytes) -> None:
    if not isinstance(form, (bytes, bytearray)):
        raise TypeError(f"a form is bytes, as normal_form makes them, not {type(form).__name__}")
    if form and form[-1] != _LINE:  # what stands behind the last one would be of no text
        raise ValueError("a form ends each text by a line feed, the last one, too")


def shingles(units: Units, ngram: int) -> Sets:
    """The distinct runs of `ngram` units of each text.

    Raises:
        ValueError: `ngram` is below 1.
    """
    return distinct(*runs(units, ngram))


def runs(units: Units, ngram: int) -> Sets:
    """All runs of `ngram` units of each text, in their order: not ascending, and repeated ones repeatedly.

    Raises:
        ValueError: `ngram` is below 1.
    """
    ngram = units_of_a_shingle(ngram)
    if (compiled := kernel()) is not None:
        return Sets(*compiled.runs(units.hashes, units.offsets, ngram))
    hashes, offsets = _windows(units, ngram)
    return Sets((hashes >> S32).astype(np.uint32), offsets)


def units_of_a_shingle(ngram: int) -> int:
    """`ngram`, or the most that is told apart: no text is that long.

    Raises:
        ValueError: it is below 1.
    """
    if ngram < 1:
        raise ValueError(f"a shingle has at least one unit, not {ngram}")
    return min(index(ngram), _MOST)


def distinct(hashes: Hashes, offsets: Offsets) -> Sets:
    """Sorted sets of hashes that come in any order, text by text."""
    ascending = np.empty_like(hashes)
    for rows in sorted_rows(hashes, np.diff(offsets)):
        ascending[rows.places] = rows.values[rows.own]
    first = np.ones(len(hashes) + 1, np.bool_)
    np.not_equal(ascending[1:], ascending[:-1], out=first[1:-1])
    first[offsets[:-1]] = True
    return Sets(ascending[first[:-1]], offsets_of(first[:-1])[offsets])


def _windows(units: Units, ngram: int) -> tuple[NDArray[np.uint64], Offsets]:
    values, offsets = units
    if ngram == 1:
        return mixed(values), offsets
    sizes = np.diff(offsets)
    short = (sizes > 0) & (sizes < ngram)
    counts = np.where(sizes >= ngram, sizes - ngram + 1, short)
    reach = min(ngram, int(sizes.max(initial=0)) + 1)  # of longer ones no text has a whole one
    padded = np.concatenate([values, np.zeros(reach, np.uint64)])
    sums = padded[: len(values)].copy()
    for place in range(1, reach):
        sums *= GOLDEN
        sums += padded[place : place + len(values)]
    valid = np.ones(len(values), np.bool_)
    for back in range(1, reach):
        valid[(offsets[1:] - back)[sizes >= back]] = False
    for number in np.flatnonzero(short).tolist():
        first, last = offsets[number], offsets[number + 1]
        valid[first] = True
        sums[first] = _short_hash(values[first:last], ngram)
    return sums[valid], offsets_of(counts)


def _short_hash(values: NDArray[np.uint64], ngram: int) -> int:
    total: int = 0
    for value in values.tolist():
        total = (total * int(GOLDEN) + value) & 0xFFFFFFFFFFFFFFFF
    return (total + ngram) & 0xFFFFFFFFFFFFFFFF


class _Eights:
    """Eight bytes from any place of some data as one number. Two aligned look-ups cost half of an unaligned one."""

    def __init__(self, data: bytes) -> None:
        self._low = np.frombuffer(data + bytes(16 - len(data) % 8), "<u8")
        self._high = self._low[1:]

    def at(self, places: NDArray[np.int64]) -> NDArray[np.uint64]:
        number = places >> 3
        shift = (places & 7).view(np.uint64)
        shift <<= _S3
        values: NDArray[np.uint64] = self._low.take(number)
        values >>= shift
        high = self._high.take(number)
        high <<= _S1
        shift ^= _S63
        high <<= shift
        values |= high
        return values


def _word_hashes(data: bytes, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> tuple[NDArray[np.uint64], Digits]:
    """One 64-bit hash per word, from eight bytes at a time, and whether it begins with a digit."""
    eights, sizes = _Eights(data), ends - starts
    heads = eights.at(starts)
    digits: Digits = heads.astype(np.uint8) - np.uint8(0x30) <= 9
    heads &= _MASKS.take(sizes, mode="clip")  # clip: all eight bytes of words that are longer
    heads += sizes.view(np.uint64)
    hashes = mixed(heads)
    rest = np.flatnonzero(sizes > 8)
    for step in range(8, _LONG, 8):
        if not len(rest):
            return hashes, digits
        left = sizes[rest] - step
        at = eights.at(starts[rest] + step)
        at &= _MASKS.take(left, mode="clip")
        at += hashes[rest] * GOLDEN
        hashes[rest] = mixed(at)
        rest = rest[left > 8]
    for place in rest.tolist():
        word = data[starts[place] : ends[place]]
        hashes[place] = int.from_bytes(blake2b(word, digest_size=8).digest(), "little")
    return hashes, digits


def mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The MurmurHash3 64-bit finaliser (Appleby, 2011), a bijection: every bit depends on every bit."""
    values = values ^ (values >> _S33)
    values *= _M1
    values ^= values >> _S33
    values *= _M2
    values ^= values >> _S33
    return values
