"""The files of a run in batches that are checked together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newslint.finding import Notice
from newslint.reading import Chunk, Discovery, ReadingOptions, split

BATCH_BYTES: Final = 1 << 20
"""Bytes of files that are checked at a time: conditions of rules are tested once for a batch."""

Batch = tuple[Chunk, ...]


def in_batches(
    discovery: Discovery, reading: ReadingOptions, notices: list[Notice], read_files: set[str]
) -> Iterator[Batch]:
    """Chunks in path order, about `BATCH_BYTES` at a time; what cannot be read goes to `notices`."""
    batch: list[Chunk] = []
    size = 0
    for entry in discovery.files:
        for item in split(entry, reading, BATCH_BYTES):
            if isinstance(item, Notice):
                notices.append(item)
                continue
            batch.append(item)
            read_files.add(entry.path)
            size += item.size
            if size >= BATCH_BYTES:
                yield tuple(batch)
                batch, size = [], 0
    if batch:
        yield tuple(batch)
