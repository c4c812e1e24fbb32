"""Records on their way through a run that remembers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from newslint.finding import Notice
from newslint.reading import Chunk, FileEntry, RawRecord
from newslint.reading.options import TEXT

from .collecting import Record
from .entries import Known, Split
from .examining import Missing


@dataclass
class Row:
    """A record on its way: what is known of it, and what is missing (findings, compared blocks)."""

    record: Record
    entry: FileEntry
    raw: RawRecord | None
    keys: tuple[bytes, bytes]
    known: Known | None = None
    blocks: Split | None = None
    missing: tuple[bool, bool] = (False, False)


@dataclass
class Round:
    """Records that are looked up, checked and put together at one time, in their order.

    Attributes:
        unread: paths of text files of which nothing was read; `size` is without them.
    """

    rows: list[Row] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    size: int = 0
    missing_size: int = 0

    def add(self, chunks: Sequence[Chunk], parts: Sequence[list[Row]]) -> None:
        """Add chunks and the records of each."""
        for chunk, rows in zip(chunks, parts, strict=True):
            self.rows += rows
            if rows or chunk.entry.format != TEXT:
                self.size += chunk.size
            else:
                self.unread.append(chunk.entry.path)

    def missing(self) -> tuple[Missing, ...]:
        return tuple(Missing(row.raw, *row.missing) for row in self.rows if row.raw is not None)
