"""The keys of blocks as bytes, one row for each record, and back: fixed arrays, their lengths in front, no pickle.

A row is: how many blocks it has and how many bytes of text and of shingles, then what has a fixed length, block by
block, then the texts and the shingles; offsets stand as sizes. All in the machine's own byte order.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newslint.rule import Alike

from .block_keys import BlockKeys
from .keys import permutations_needed
from .pairs import offsets_of
from .shingling import Sets

_HEAD: Final = struct.Struct("=QQQ")


class Layout:
    """How the keys of one definition lie in a row."""

    def __init__(self, definition: Alike | None) -> None:
        self._permutations = permutations_needed(definition)
        self._block = np.dtype(
            [
                ("digests", "u8", 2),
                ("text_size", "i4"),
                ("words", "i4"),
                ("figures", "i4"),
                ("set_size", "i4"),
                ("signature", "u4", self._permutations),
                ("kind", "u1"),
            ]
        )

    def rows(self, keys: BlockKeys, counts: Sequence[int]) -> list[bytes]:
        """The rows of records.

        Args:
            counts: how many of the blocks each record has, in the order of the blocks.
        """
        size = self._block.itemsize
        blocks, text = memoryview(self._fixed(keys).tobytes()), memoryview(keys.text)
        hashes = memoryview(keys.sets.hashes.tobytes())
        ends = np.cumsum(np.asarray(counts, np.int64)).tolist()
        text_ends = keys.text_offsets[ends].tolist()
        hash_ends = (keys.sets.offsets[ends] * 4).tolist()
        rows, start, text_start, hash_start = [], 0, 0, 0
        for end, text_end, hash_end in zip(ends, text_ends, hash_ends, strict=True):
            head = _HEAD.pack(end - start, text_end - text_start, hash_end - hash_start)
            parts = (blocks[start * size : end * size], text[text_start:text_end], hashes[hash_start:hash_end])
            rows.append(b"".join((head, *parts)))
            start, text_start, hash_start = end, text_end, hash_end
        return rows

    def _fixed(self, keys: BlockKeys) -> NDArray[Any]:
        """What has a fixed length of each block."""
        fixed = np.empty(len(keys), self._block)
        fixed["digests"], fixed["words"], fixed["figures"] = keys.digests, keys.words, keys.figures
        fixed["text_size"], fixed["set_size"] = np.diff(keys.text_offsets), keys.sets.sizes
        fixed["signature"] = keys.signatures.reshape(len(keys), self._permutations)  # keys of nothing have no columns
        fixed["kind"] = keys.kinds
        return fixed

    def blocks(self, row: bytes | memoryview) -> int:
        """How many blocks a row has.

        Raises:
            ValueError: it is none of this layout.
        """
        if len(row) < _HEAD.size:
            raise ValueError("a row without a head")
        count, text, hashes = _HEAD.unpack_from(row)
        if len(row) != _HEAD.size + count * self._block.itemsize + text + hashes:
            raise ValueError("a row of another length than it says")
        return int(count)

    def joined(self, rows: Sequence[bytes | memoryview]) -> BlockKeys:
        """The keys of all blocks of some rows, one row after another."""
        blocks, texts, hashes = [], [], []
        size = self._block.itemsize
        for row in rows:
            view = memoryview(row)
            count, text, _ = _HEAD.unpack_from(view)
            text_start = _HEAD.size + count * size
            blocks.append(view[_HEAD.size : text_start])
            texts.append(view[text_start : text_start + text])
            hashes.append(view[text_start + text :])
        fixed = np.frombuffer(b"".join(blocks), self._block)
        return BlockKeys(
            b"".join(texts),
            offsets_of(fixed["text_size"]),
            fixed["kind"],
            fixed["words"],
            fixed["figures"],
            fixed["digests"],
            Sets(np.frombuffer(b"".join(hashes), np.uint32), offsets_of(fixed["set_size"])),
            fixed["signature"],
        )
