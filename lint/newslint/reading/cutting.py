"""Cuts the blocks of a JSON Lines file at line ends."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.finding import Notice

from .lines import LineEnds
from .opening import Unreadable, too_large
from .options import Chunk, FileEntry, ReadingOptions


class Cutter:
    """Makes chunks of whole lines out of blocks, and skips a line that is too long without holding it."""

    def __init__(self, entry: FileEntry, encoding: str, options: ReadingOptions) -> None:
        self._entry, self._encoding, self._limit = entry, encoding, options.max_record_bytes
        self._ends = LineEnds(encoding)
        self._offset, self._line = 0, 1
        self._held: list[bytes] = []  # from `_offset` on, where the file cannot be read there again
        self._size = 0
        self._skipping = False

    def chunks(self, blocks: Iterator[bytes]) -> Iterator[Chunk | Notice]:
        """The chunks, and a notice for each line that is too long.

        Raises:
            Unreadable: as `blocks` does, after what came before it was given.
        """
        error = None
        try:
            for block in blocks:
                yield from self._feed(block)
        except Unreadable as raised:
            error = raised
        if error and not self._ends_whole():
            self._drop()
        if self._size or not (self._offset or error):
            yield self._chunk(b"")
        if error:
            raise error

    def _ends_whole(self) -> bool:
        """Whether what is held may be a whole record; else the file broke off inside of it."""
        return b"".join(self._held).rstrip().endswith("}".encode(self._encoding))

    def _feed(self, block: bytes) -> Iterator[Chunk | Notice]:
        if self._skipping:
            block = self._skip(block)
        end = self._ends.after_last(block)
        if end:
            lines = self._ends.count(block, end)
            yield self._chunk(block[:end])
            self._line += lines
            block = block[end:]
        self._hold(block)
        if self._size > self._limit:
            yield too_large(self._entry, self._limit, self._line)
            self._drop()
            self._skipping = True

    def _chunk(self, block: bytes) -> Chunk:
        """What is held, and `block` behind it."""
        self._hold(block)
        data = b"".join(self._held) if self._entry.packed else None
        chunk = Chunk(self._entry, self._offset, self._size, self._line, data, self._encoding)
        self._drop()
        return chunk

    def _hold(self, block: bytes) -> None:
        self._size += len(block)
        if self._entry.packed:
            self._held.append(block)

    def _drop(self) -> None:
        self._offset += self._size
        self._held, self._size = [], 0

    def _skip(self, block: bytes) -> bytes:
        """What stands behind the line that is skipped."""
        end = self._ends.after_first(block)
        self._offset += end or len(block)
        self._line += bool(end)
        self._skipping = not end
        return block[end:] if end else b""
