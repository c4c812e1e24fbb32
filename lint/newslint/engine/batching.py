"""The files of a run in batches that are checked together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from newslint.finding import Notice
from newslint.reading import Chunk, FileEntry, ReadingOptions, split

BATCH_BYTES: Final = 1 << 20
"""Bytes of files that are checked at a time: conditions of rules are tested once for a batch."""

Batch = tuple[Chunk, ...]


def in_batches(
    files: Iterable[FileEntry], reading: ReadingOptions, note: Callable[[Notice], object]
) -> Iterator[Batch]:
    """Chunks in path order, about `BATCH_BYTES` at a time.

    Args:
        note: takes what cannot be read; of a file it is told all before the next one begins.
    """
    batch: list[Chunk] = []
    size = 0
    for entry in files:
        for item in split(entry, reading, BATCH_BYTES):
            if isinstance(item, Notice):
                note(item)
                continue
            batch.append(item)
            size += item.size
            if size >= BATCH_BYTES:
                yield tuple(batch)
                batch, size = [], 0
    if batch:
        yield tuple(batch)
