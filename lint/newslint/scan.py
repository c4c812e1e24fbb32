"""Finds many strings in a batch of texts in one pass, with numpy: loaded only where it pays."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise, product
from typing import Any, Final

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

    The two bytes of a string that are the rarest side by side in a sample are its anchor. All strings are compared at
    once: each is a bit of a word, and each byte around the anchor says which strings may have it there (the shift-and
    method of Baeza-Yates and Gonnet 1992, on a few bytes).

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
        frequencies = _frequencies(sample[:_SAMPLE])
        self._anchors = [_anchor(classes, frequencies) for classes in wanted]
        placed = [_placed(classes, anchor) for classes, anchor in zip(wanted, self._anchors, strict=True)]
        self._pairs, self._next = _pairs(placed, _BEFORE), _pairs(placed, _BEFORE + 1)
        groups = [placed[first : first + _BITS] for first in range(0, len(placed), _BITS)]
        self._groups = [(_pairs(group, _BEFORE), _bits(group)) for group in groups]
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
                yield wanted, np.unique(np.searchsorted(begins, places + (first - before), "right") - 1).tolist()

    def _found(self, piece: bytes, size: int) -> Iterator[tuple[int, Places]]:
        """What has its anchor among the first `size` bytes behind `_BEFORE`, each with the places where it begins.

        Places count from `_BEFORE`; what is found twice, in two pieces, is no harm.
        """
        signs = np.frombuffer(piece + bytes(_WIDTH), dtype=np.uint8)
        places = np.concatenate([self._pairs_from(signs, start) for start in (0, 1)])
        places = places[(places >= _BEFORE) & (places < size + _BEFORE)] - _BEFORE  # of the first byte compared
        low, high = signs[places + (_BEFORE + 1)], signs[places + (_BEFORE + 2)]
        places = places[self._next.take(low.astype(np.uint16) | high.astype(np.uint16) << np.uint16(8))]
        low, high = signs[places + _BEFORE], signs[places + (_BEFORE + 1)]
        anchors = low.astype(np.uint16) | high.astype(np.uint16) << np.uint16(8)
        for group, (pairs, tables) in enumerate(self._groups):
            near = places[pairs.take(anchors)]
            bits = tables[0].take(signs[near])
            for byte in range(1, _WIDTH):
                bits &= tables[byte].take(signs[near + byte])
            for number, found in _by_bit(bits, near):
                wanted = group * _BITS + number
                if len(found := self._verified(piece, wanted, found - self._anchors[wanted])):
                    yield wanted, found

    def _pairs_from(self, signs: NDArray[np.uint8], start: int) -> Places:
        """The places of which every other is looked at, from `start` on."""
        whole = (len(signs) - start) // 2 * 2
        pairs: NDArray[Any] = signs[start : start + whole].view("<u2")
        return np.flatnonzero(self._pairs.take(pairs)) * 2 + start

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


_SAMPLE: Final = 1 << 18
_ANY: Final = frozenset(range(256))
_BITS: Final = 64
_BEFORE: Final = HEAD - 2
"""Bytes before an anchor that are compared, at most; as many are behind it."""
_WIDTH: Final = 2 * _BEFORE + 2


def _frequencies(sample: bytes) -> NDArray[np.int64]:
    """How often each two bytes stand side by side: by the first one and the second."""
    signs = np.frombuffer(sample, dtype=np.uint8).astype(np.int64)
    return np.bincount(signs[:-1] * 256 + signs[1:], minlength=1 << 16).reshape(256, 256)


def _anchor(classes: ByteClasses, frequencies: NDArray[np.int64]) -> int:
    """Where in a string the two bytes stand that are the rarest side by side."""
    return int(np.argmin([frequencies[_both(one, other)].sum() for one, other in pairwise(classes)]))


def _both(one: frozenset[int], other: frozenset[int]) -> Any:
    """An index of all pairs of bytes out of two sets; nearly always it is a single pair."""
    if len(one) == len(other) == 1:
        return *one, *other
    return np.ix_(sorted(one), sorted(other))


def _placed(classes: ByteClasses, anchor: int) -> ByteClasses:
    """The bytes around the anchor, which stands at `_BEFORE`; any byte where the string has none."""
    before = classes[max(0, anchor - _BEFORE) : anchor]
    behind = classes[anchor : anchor + _WIDTH - _BEFORE]
    return (*[_ANY] * (_BEFORE - len(before)), *before, *behind, *[_ANY] * (_WIDTH - _BEFORE - len(behind)))


def _pairs(placed: Sequence[ByteClasses], first: int) -> NDArray[np.bool_]:
    """Which two bytes may stand at `first`, by the first one and 256 times the second."""
    table = np.zeros((256, 256), dtype=np.bool_)
    for head in placed:
        table[_both(head[first + 1], head[first])] = True
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
    for value in np.unique(bits).tolist():  # of few kinds
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
