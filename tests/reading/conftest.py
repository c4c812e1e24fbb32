"""Files on disk as entries to read."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.reading import DiscoveryOptions, FileEntry, discover

MakeEntry = Callable[..., FileEntry]


@pytest.fixture
def make_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeEntry:
    """Writes bytes to a file (packed where its name ends in .gz) and finds it there."""
    monkeypatch.chdir(tmp_path)

    def make(name: str, data: bytes, packed: bytes | None = None) -> FileEntry:
        if packed is None:
            packed = gzip.compress(data, mtime=0) if name.endswith(".gz") else data
        Path(name).write_bytes(packed)
        (entry,) = discover([name], DiscoveryOptions()).files
        return entry

    return make
