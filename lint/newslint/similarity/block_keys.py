"""What is kept of the compared blocks: their text in one buffer, and arrays. Made in workers, joined in the parent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from .pairs import offsets_of, ranges
from .shingling import Sets

OTHER, CAPTION, DOCUMENT = 0, 1, 2

_COLUMNS: Final = ("i8", "u1", "i4", "i4", "u8", "u4", "i8", "u4")
"""Of the columns that `merge` joins: text sizes, kinds, words, figures, digests, shingles, set sizes, signatures."""


@dataclass(frozen=True, slots=True)
class BlockKeys:
    """Compared blocks, in the order as given. Nothing in it depends on a path; those of `collect` can be pickled.

    Attributes:
        text: the blocks' own text, UTF-8 (lone surrogates as they are), a line feed behind each.
        text_offsets: int64[n + 1], in bytes: where each begins.
        kinds: uint8[n]: `OTHER`, `CAPTION` or `DOCUMENT`.
        words: int32[n]: words of the normal form; characters in scripts without spaces.
        figures: int32[n]: how many of the words begin with a digit; 0 where all figures count as the same one.
        digests: uint64[n, 2]: `digests` of the words of the normal form.
        sets: the shingles that propose pairs by being shared; empty sets where none do (`joins`).
        signatures: uint32[n, k] of the shingles that propose pairs, k by `permutations_needed`.
    """

    text: bytes | bytearray | memoryview
    text_offsets: NDArray[np.int64]
    kinds: NDArray[np.uint8]
    words: NDArray[np.int32]
    figures: NDArray[np.int32]
    digests: NDArray[np.uint64]
    sets: Sets
    signatures: NDArray[np.uint32]

    def __len__(self) -> int:
        return len(self.kinds)

    def block(self, number: int) -> str:
        """The text of one block.

        Raises:
            IndexError: there is none of this number.
        """
        if not 0 <= number < len(self):
            raise IndexError(f"there is no block {number} among {len(self)}")
        part = self.text[self.text_offsets[number] : self.text_offsets[number + 1] - 1]
        return str(part, "utf-8", "surrogatepass")

    def sums(self, places: Sequence[int], count: int) -> list[int]:
        """For each of `count` places a number that the texts at it make, the same in any order.

        Args:
            places: of each text, from 0 on and below `count`.
        """
        found = np.zeros(count, np.uint64)
        np.add.at(found, np.asarray(places, np.int64), self.digests[:, 0])
        return [int(number) for number in found]

    def blocks(self, numbers: NDArray[np.int64]) -> list[str]:
        """The texts of some blocks."""
        starts, ends = self.text_offsets[numbers].tolist(), (self.text_offsets[numbers + 1] - 1).tolist()
        parts = [self.text[start:end] for start, end in zip(starts, ends, strict=True)]
        return [str(part, "utf-8", "surrogatepass") for part in parts]


def merge(parts: Iterable[BlockKeys]) -> BlockKeys:
    """The keys of several runs of blocks, one run after another.

    Args:
        parts: taken one by one, so that a generator's need no memory beside the result.
    """
    filled = iter(part for part in parts if len(part))
    first = next(filled, None)
    second = next(filled, None)
    if first is None or second is None:
        return first or Joined().keys()
    joined = Joined()
    for part in chain([first, second], filled):
        joined.add(part)
    return joined.keys()


class Joined:
    """The keys of several runs of blocks, joined as they come. What grows, grows in place: nothing is held twice.

    The first run stays as it came until there is a second one: that of a small corpus is not copied.
    """

    def __init__(self) -> None:
        self._first: BlockKeys | None = None
        self._text, self._columns = bytearray(), [bytearray() for _ in _COLUMNS]
        self._permutations = 0
        self._is_given = False

    def add(self, part: BlockKeys) -> None:
        """Puts the keys of one run behind those before.

        Raises:
            BufferError: the result of several runs has been asked for.
        """
        if self._is_given:
            raise BufferError("the keys of several runs have been asked for")
        if not len(part):
            return
        if self._first is None and not self._columns[0]:
            self._first = part
            return
        if self._first is not None:
            first, self._first = self._first, None
            self._append(first)
        self._append(part)

    def _append(self, part: BlockKeys) -> None:
        self._text += part.text
        self._permutations = part.signatures.shape[1]
        sizes, sets = np.diff(part.text_offsets), part.sets
        values: tuple[NDArray[Any], ...] = (sizes, part.kinds, part.words, part.figures, part.digests)
        for column, value in zip(self._columns, (*values, sets.hashes, sets.sizes, part.signatures), strict=True):
            column += np.ascontiguousarray(value).data

    def keys(self) -> BlockKeys:
        """The keys of all runs. They share their memory with this object."""
        if self._first is not None:
            return _contiguous(self._first)
        self._is_given = True
        arrays: list[NDArray[Any]] = [
            np.frombuffer(one, kind) for one, kind in zip(self._columns, _COLUMNS, strict=True)
        ]
        text_sizes, kinds, word_counts, digits, digests, hashes, set_sizes, signatures = arrays
        return BlockKeys(
            self._text,
            offsets_of(text_sizes),
            kinds,
            word_counts,
            digits,
            digests.reshape(-1, 2),
            Sets(hashes, offsets_of(set_sizes)),
            signatures.reshape(len(kinds), self._permutations),
        )


def _contiguous(keys: BlockKeys) -> BlockKeys:
    """The same keys, no column of which lies between others."""

    return BlockKeys(
        keys.text,
        keys.text_offsets,
        np.ascontiguousarray(keys.kinds),
        np.ascontiguousarray(keys.words),
        np.ascontiguousarray(keys.figures),
        np.ascontiguousarray(keys.digests),
        keys.sets,
        np.ascontiguousarray(keys.signatures),
    )


def take(keys: BlockKeys, numbers: NDArray[np.int64] | Sequence[int]) -> BlockKeys:
    """The keys of the blocks `numbers`, in that order.

    Raises:
        TypeError: these are no whole numbers.
        IndexError: there is no block of such a number.
    """
    chosen = np.asarray(numbers)
    if len(chosen) and chosen.dtype.kind not in "iu":
        raise TypeError(f"blocks are chosen by whole numbers, not {chosen.dtype}")
    if len(chosen) and not (chosen.min() >= 0 and chosen.max() < len(keys)):
        raise IndexError(f"there are no blocks {chosen.min()} to {chosen.max()} among {len(keys)}")
    numbers = chosen.astype(np.int64, copy=False)
    text_sizes = np.diff(keys.text_offsets)[numbers]
    text = np.frombuffer(keys.text, np.uint8)[ranges(keys.text_offsets[numbers], text_sizes)]
    return BlockKeys(
        text.tobytes(),
        offsets_of(text_sizes),
        keys.kinds[numbers],
        keys.words[numbers],
        keys.figures[numbers],
        keys.digests[numbers],
        keys.sets.take(numbers),
        keys.signatures[numbers],
    )
