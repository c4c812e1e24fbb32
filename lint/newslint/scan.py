"""Finds many strings in a batch of texts in one pass, with numpy: loaded only where it pays."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise, product
from operator import mul
from typing import Any, Final, NamedTuple

from newslint import processor  # noqa: F401 -- before numpy: see there

# isort: split
import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]
ByteClasses = tuple[frozenset[int], ...]
"""Bytes side by side: at each place one of these."""

HEAD: Final = 4
"""Bytes of a joint at most; of a string of so many all are compared at once."""
_PIECE: Final = 1 << 20
"""Bytes that are looked at in one go: what is found in them takes some twelve times as much, at worst."""


class Scan:
    """Looks all bytes up two by two in a table; where a string may stand, six bytes are compared.

    The bytes of a string that are the rarest in a sample are its anchor: two, and the two behind them. The strings are
    parted among sixteen buckets so that few places of the sample fit the anchors of one; a look-up tells the buckets.
    There 64 strings are compared at once: each is a bit of a word, and each byte around the anchor says which strings
    may have it there (the shift-and method of Baeza-Yates and Gonnet 1992, on a few bytes).

    Args:
        strings: of two bytes at least, in UTF-8.
        words: the same, but they count only before one of the bytes `ends`.
        joints: the same with a choice of bytes at each place; of the first `HEAD`.
        sample: of texts like those that will be searched: it makes the search fast, and changes nothing that is found.
    """

    def __init__(
        self,
        strings: Sequence[bytes],
        words: Sequence[bytes] = (),
        ends: bytes = b"",
        joints: Sequence[ByteClasses] = (),
        sample: bytes = b"",
    ) -> None:
        self._wanted = [(string, False) for string in strings] + [(word, True) for word in words]
        wanted: list[ByteClasses] = [tuple(frozenset((byte,)) for byte in string) for string in strings]
        wanted += [(*(frozenset((byte,)) for byte in word), frozenset(ends)) for word in words]
        wanted += [joint if len(joint) > 1 else (*joint, _ANY) for joint in joints]
        anchors = _anchors(wanted, sample[:_SAMPLE])
        self._anchors = [anchor.place for anchor in anchors]
        placed = [_placed(classes, anchor) for classes, anchor in zip(wanted, self._anchors, strict=True)]
        buckets = _buckets(anchors)
        self._pairs = _pairs([[placed[number] for number in bucket] for bucket in buckets])
        self._groups = []
        members = [(number, 1 << bucket) for bucket, numbers in enumerate(buckets) for number in numbers]
        for first in range(0, len(members), _BITS):
            numbers, bits = zip(*members[first : first + _BITS], strict=True)
            self._groups.append((sum(set(bits)), numbers, _bits([placed[number] for number in numbers])))
        self._ends = frozenset(ends)
        self._longest = max(map(len, wanted), default=0)

    def numbers(self, data: bytes, starts: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
        """Strings, words and joints, by their place among all of them, with the numbers of texts that hold them.

        One may come more than once.

        Args:
            data: the texts, one behind the other, each with a NUL behind it.
            starts: where they begin, rising from 0.
        """
        begins = np.asarray(starts, dtype=np.int64)
        if not self._anchors:
            return
        for first in range(0, len(data), _PIECE):
            before = min(first, max(self._longest, _BEFORE))
            piece = bytes(_BEFORE) + data[first - before : first + _PIECE + self._longest + _WIDTH]
            for wanted, places in self._found(piece, before + min(_PIECE, len(data) - first)):
                numbers = np.searchsorted(begins, places + (first - before), "right") - 1
                yield wanted, list(dict.fromkeys(numbers.tolist()))

    def _found(self, piece: bytes, size: int) -> Iterator[tuple[int, Places]]:
        """What has its anchor among the first `size` bytes behind `_BEFORE`, each with the places where it begins.

        Places count from `_BEFORE`; what is found twice, in two pieces, is no harm.
        """
        signs = np.frombuffer(piece + bytes(_WIDTH), dtype=np.uint8)
        places, buckets = self._likely(signs)
        inside = (places >= _BEFORE) & (places < size + _BEFORE)
        places, buckets = places[inside] - _BEFORE, buckets[inside]  # of the first byte compared
        for bits_of_buckets, group, tables in self._groups:
            near = places[np.flatnonzero((buckets & bits_of_buckets) != 0)]
            bits = tables[0].take(signs[near])
            for byte in range(1, _WIDTH):
                bits &= tables[byte].take(signs[near + byte])
            for number, found in _by_bit(bits, near):
                wanted = group[number]
                if len(found := self._verified(piece, wanted, found - self._anchors[wanted])):
                    yield wanted, found

    def _likely(self, signs: NDArray[np.uint8]) -> tuple[Places, NDArray[np.uint32]]:
        """The places where an anchor may stand, and the bits of its buckets."""
        found = []
        for start in (place for block in range(0, len(signs), _BLOCK) for place in (block, block + 1)):
            pairs: NDArray[Any] = signs[start : start + _BLOCK + 2][: (len(signs) - start) // 2 * 2].view("<u2")
            known = self._pairs.take(pairs)
            buckets = known[:-1] & (known[1:] >> np.uint32(_BUCKETS))
            places = np.flatnonzero(buckets != 0)
            found.append((places * 2 + start, buckets[places]))
        places, buckets = (np.concatenate(parts) for parts in zip(*found, strict=True))
        return places, buckets

    def _verified(self, piece: bytes, wanted: int, found: Places) -> Places:
        """The places where what begins like a string is one."""
        if wanted >= len(self._wanted):
            return found
        string, is_word = self._wanted[wanted]
        if len(string) + is_word <= HEAD:  # all of it was compared, wherever its anchor is
            return found
        ends = self._ends if is_word else _ANY
        after = len(string)
        begins = ((at, at + _BEFORE) for at in found.tolist() if at >= 0)
        real = [at for at, begin in begins if piece.startswith(string, begin) and piece[begin + after] in ends]
        return np.array(real, dtype=np.int64)


_BLOCK: Final = 1 << 17
"""Bytes of which the buckets are looked up in one go: so few that the memory for it is the same again and again."""
_SAMPLE: Final = 1 << 18
_ANY: Final = frozenset(range(256))
_BITS: Final = 64
_BUCKETS: Final = 16
_BEFORE: Final = HEAD - 2
"""Bytes before an anchor that are compared, at most; as many are behind it."""
_WIDTH: Final = 2 * _BEFORE + 2


_UNSEEN: Final = 0.02
"""What is added to how often the sample holds two bytes side by side: another text may hold what it does not."""


class _Anchor(NamedTuple):
    """Where in a string its anchor stands, and the shares of the sample's places that fit its first and second half."""

    place: int
    first: float
    second: float


def _anchors(wanted: Sequence[ByteClasses], sample: bytes) -> list[_Anchor]:
    """The rarest anchor of each string."""
    signs = np.frombuffer(sample, dtype=np.uint8).astype(np.int64)
    counts = np.bincount(signs[:-1] * 256 + signs[1:], minlength=1 << 16).reshape(256, 256) + _UNSEEN
    shares = counts / counts.sum()
    rows: list[list[float]] = shares.tolist()

    def share(one: frozenset[int], other: frozenset[int]) -> float:
        if len(one) == len(other) == 1:
            (first,), (second,) = one, other
            return rows[first][second]
        return float(shares[_both(one, other)].sum())

    anchors = []
    for classes in wanted:
        pairs = [share(one, other) for one, other in pairwise(classes)]
        behind = [*pairs[2:], share(classes[-1], _ANY), 1.0][-len(pairs) :]
        place = min(range(len(pairs)), key=[*map(mul, pairs, behind)].__getitem__)
        anchors.append(_Anchor(place, pairs[place], behind[place]))
    return anchors


def _buckets(anchors: Sequence[_Anchor]) -> list[list[int]]:
    """The numbers of the anchors, each in the bucket in which it makes the fewest further places fit."""
    buckets: list[list[int]] = [[] for _ in range(_BUCKETS)]
    firsts, seconds = [0.0] * _BUCKETS, [0.0] * _BUCKETS
    for number in sorted(range(len(anchors)), key=lambda number: -anchors[number].first * anchors[number].second):
        _, first, second = anchors[number]
        more = [one * second + other * first for one, other in zip(firsts, seconds, strict=True)]
        cheapest = more.index(min(more))
        buckets[cheapest].append(number)
        firsts[cheapest] += first
        seconds[cheapest] += second
    return buckets


def _both(one: frozenset[int], other: frozenset[int]) -> Any:
    """An index of all pairs of bytes out of two sets; nearly always it is a single pair."""
    if len(one) == len(other) == 1:
        return *one, *other
    if one is _ANY or other is _ANY:
        return tuple(slice(None) if choice is _ANY else sorted(choice) for choice in (one, other))
    return np.ix_(sorted(one), sorted(other))


def _placed(classes: ByteClasses, anchor: int) -> ByteClasses:
    """The bytes around the anchor, which stands at `_BEFORE`; any byte where the string has none."""
    before = classes[max(0, anchor - _BEFORE) : anchor]
    behind = classes[anchor : anchor + _WIDTH - _BEFORE]
    return (*[_ANY] * (_BEFORE - len(before)), *before, *behind, *[_ANY] * (_WIDTH - _BEFORE - len(behind)))


def _pairs(buckets: Sequence[Sequence[ByteClasses]]) -> NDArray[np.uint32]:
    """By two bytes, the first one and 256 times the second: bits of the buckets with an anchor that begins with them.

    The bits above those are of the buckets with an anchor that ends with them.
    """
    table = np.zeros((256, 256), dtype=np.uint32)
    for number, bucket in enumerate(buckets):
        for classes in bucket:
            table[_both(classes[_BEFORE + 1], classes[_BEFORE])] |= np.uint32(1 << number)
            table[_both(classes[_BEFORE + 3], classes[_BEFORE + 2])] |= np.uint32(1 << number + _BUCKETS)
    return table.ravel()


def _bits(placed: Sequence[ByteClasses]) -> list[NDArray[np.uint64]]:
    """For each place and byte: which heads may have it there, the first head as the lowest bit."""
    tables = []
    for known in zip(*placed, strict=True):
        anywhere = sum(1 << number for number, bytes_there in enumerate(known) if bytes_there is _ANY)
        table = [anywhere] * 256
        for number, bytes_there in enumerate(known):
            for byte in bytes_there if bytes_there is not _ANY else ():
                table[byte] |= 1 << number
        tables.append(np.array(table, dtype=np.uint64))
    return tables


def _by_bit(bits: NDArray[np.uint64], places: Places) -> Iterator[tuple[int, Places]]:
    """The numbers of bits that are set anywhere, each with places; one may come more than once."""
    hits = np.flatnonzero(bits)
    bits, places = bits[hits], places[hits]
    for value in set(bits.tolist()):  # of few kinds: `np.unique` loads the masked arrays, too
        found = places[bits == value]
        yield from ((number, found) for number in range(value.bit_length()) if value >> number & 1)


def byte_classes(joint: Sequence[Collection[str]]) -> list[ByteClasses]:
    """The bytes of characters side by side, as many of them as `HEAD`; a tuple for each choice of lengths in UTF-8.

    What stands there in characters stands there in one of these; of characters of more than one byte others do, too.
    """
    choices = []
    for characters in joint:
        by_length: dict[int, list[bytes]] = {}
        for character in characters:
            coded = character.encode("utf-8", "surrogatepass")
            by_length.setdefault(len(coded), []).append(coded)
        choices.append([[frozenset(byte) for byte in zip(*coded, strict=True)] for coded in by_length.values()])
    chosen = (tuple(byte for part in parts for byte in part)[:HEAD] for parts in product(*choices))
    return list(dict.fromkeys(chosen))
