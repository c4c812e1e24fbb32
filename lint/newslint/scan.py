"""Finds many strings in a batch of texts in one pass, with numpy: loaded only where it pays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from newslint import processor  # noqa: F401 -- before numpy: see there

# isort: split
import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]

_PIECE: Final = 1 << 20
"""Bytes that are looked at in one go: what is found in them takes some twelve times as much, at worst."""
_HEAD: Final = 4
"""Bytes of a string that are compared for all places at once."""


class Scan:
    """Looks every two neighbouring bytes up in one table; where a string may begin, its first four are compared.

    Args:
        strings: of two bytes at least, in UTF-8, without NUL.
        words: the same, but they count only before one of the bytes `ends`.
    """

    def __init__(self, strings: Sequence[bytes], words: Sequence[bytes] = (), ends: bytes = b"") -> None:
        self._wanted = [(string, False) for string in strings] + [(word, True) for word in words]
        self._pairs = np.zeros(1 << 16, dtype=np.bool_)
        for string, _ in self._wanted:
            self._pairs[int.from_bytes(string[:2], "little")] = True
        self._ends = np.zeros(1 << 8, dtype=np.bool_)
        self._ends[list(ends)] = True
        self._longest = max(map(len, (*strings, *words)), default=0)

    def numbers(self, data: bytes, starts: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
        """Strings and words, by their place among all of them, with the numbers of texts that hold them.

        One may come more than once.

        Args:
            data: the texts, one behind the other, each with a NUL behind it.
            starts: where they begin, rising from 0.
        """
        begins = np.asarray(starts, dtype=np.int64)
        for first in range(0, len(data), _PIECE):
            piece = data[first : first + _PIECE + self._longest + 1]
            for wanted, places in self._found(piece):
                yield wanted, np.unique(np.searchsorted(begins, places + first, "right") - 1).tolist()

    def _found(self, data: bytes) -> Iterator[tuple[int, Places]]:
        """What begins among the first `_PIECE` bytes, each with the places."""
        signs = np.frombuffer(data + bytes(_HEAD), dtype=np.uint8)
        places = np.concatenate([self._pairs_from(signs, start) for start in (0, 1)])
        places = places[places < min(_PIECE, len(data))]
        heads = np.zeros(len(places), dtype=np.uint32)
        for byte in range(_HEAD):
            heads |= signs[places + byte].astype(np.uint32) << np.uint32(8 * byte)
        for number, (string, is_word) in enumerate(self._wanted):
            found = places[_begin_with(heads, string)]
            if len(string) > _HEAD:
                found = np.array([at for at in found.tolist() if data.startswith(string, at)], dtype=np.int64)
            if is_word:
                found = found[self._ends[signs[found + len(string)]]]
            if len(found):
                yield number, found

    def _pairs_from(self, signs: NDArray[np.uint8], start: int) -> Places:
        """The places of which every other is looked at, from `start` on."""
        whole = (len(signs) - start) // 2 * 2
        pairs: NDArray[Any] = signs[start : start + whole].view("<u2")
        return np.flatnonzero(self._pairs.take(pairs)) * 2 + start


def _begin_with(heads: NDArray[np.uint32], string: bytes) -> Any:
    """Which of the heads are those of the string: a mask."""
    head = string[:_HEAD]
    mask = np.uint32((1 << 8 * len(head)) - 1)
    return np.equal(heads & mask, np.uint32(int.from_bytes(head, "little")))
