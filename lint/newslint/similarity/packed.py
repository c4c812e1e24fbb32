"""The keys of blocks as bytes, one row for each record, and back: fixed arrays, their lengths in front, no pickle.

A row is: how many blocks, bytes of text and shingles it has, then the columns of `BlockKeys`, one after another, in the
machine's own byte order; offsets stand as sizes.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newslint.rule import Alike

from .keys import BlockKeys, permutations_needed
from .shingling import Sets

_HEAD: Final = struct.Struct("=QQQ")
_PER_BLOCK: Final[tuple[tuple[str, str], ...]] = (
    ("text_sizes", "i4"),
    ("kinds", "u1"),
    ("words", "i4"),
    ("figures", "i4"),
    ("digests", "u8"),
    ("set_sizes", "i4"),
    ("signatures", "u4"),
)
"""Columns with a fixed number of bytes for each block, and the type of their values."""


class Layout:
    """How the keys of one definition lie in a row.

    Attributes:
        permutations: values in a signature.
    """

    def __init__(self, definition: Alike | None) -> None:
        self.permutations = permutations_needed(definition)
        width = {"digests": 2, "signatures": self.permutations}
        self._sizes = [np.dtype(kind).itemsize * width.get(name, 1) for name, kind in _PER_BLOCK]

    def rows(self, keys: BlockKeys, counts: Sequence[int]) -> list[bytes]:
        """The rows of records.

        Args:
            counts: how many of the blocks each record has, in the order of the blocks.
        """
        columns = [memoryview(column) for column in _columns(keys)]
        text, hashes = memoryview(keys.text), memoryview(keys.sets.hashes.tobytes())
        ends = np.cumsum(np.asarray(counts, np.int64)).tolist()
        text_ends = keys.text_offsets[ends].tolist()
        hash_ends = (keys.sets.offsets[ends] * 4).tolist()
        rows, start, text_start, hash_start = [], 0, 0, 0
        for end, text_end, hash_end in zip(ends, text_ends, hash_ends, strict=True):
            head = _HEAD.pack(end - start, text_end - text_start, hash_end - hash_start)
            parts = (column[start * size : end * size] for column, size in zip(columns, self._sizes, strict=True))
            rows.append(b"".join((head, *parts, text[text_start:text_end], hashes[hash_start:hash_end])))
            start, text_start, hash_start = end, text_end, hash_end
        return rows

    def blocks(self, row: bytes | memoryview) -> int:
        """How many blocks a row has.

        Raises:
            ValueError: it is none of this layout.
        """
        if len(row) < _HEAD.size:
            raise ValueError("a row without a head")
        count, text, hashes = _HEAD.unpack_from(row)
        if len(row) != _HEAD.size + count * sum(self._sizes) + text + hashes:
            raise ValueError("a row of another length than it says")
        return int(count)

    def joined(self, rows: Sequence[bytes | memoryview]) -> BlockKeys:
        """The keys of all blocks of some rows, one row after another."""
        columns: list[list[memoryview]] = [[] for _ in range(len(_PER_BLOCK) + 2)]
        for row in rows:
            view = memoryview(row)
            count, text, hashes = _HEAD.unpack_from(view)
            at = _HEAD.size
            sizes = (*(count * size for size in self._sizes), text, hashes)
            for column, size in zip(columns, sizes, strict=True):
                if size:
                    column.append(view[at : at + size])
                    at += size
        joined = [b"".join(column) for column in columns]
        return self._keys(joined[:-2], *joined[-2:])

    def _keys(self, columns: Sequence[bytes], text: bytes, hashes: bytes) -> BlockKeys:
        arrays: dict[str, NDArray[Any]] = {
            name: np.frombuffer(column, kind) for (name, kind), column in zip(_PER_BLOCK, columns, strict=True)
        }
        count = len(arrays["kinds"])
        return BlockKeys(
            text,
            _offsets(arrays["text_sizes"]),
            arrays["kinds"],
            arrays["words"],
            arrays["figures"],
            arrays["digests"].reshape(count, 2),
            Sets(np.frombuffer(hashes, np.uint32), _offsets(arrays["set_sizes"])),
            arrays["signatures"].reshape(count, self.permutations),
        )


def _columns(keys: BlockKeys) -> list[bytes]:
    values = (
        np.diff(keys.text_offsets),
        keys.kinds,
        keys.words,
        keys.figures,
        keys.digests,
        keys.sets.sizes,
        keys.signatures,
    )
    return [np.ascontiguousarray(value, kind).tobytes() for (_, kind), value in zip(_PER_BLOCK, values, strict=True)]


def _offsets(sizes: NDArray[Any]) -> NDArray[np.int64]:
    offsets = np.zeros(len(sizes) + 1, np.int64)
    np.cumsum(sizes, out=offsets[1:])
    return offsets
