"""Files on disk as entries to read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.reading import DiscoveryOptions, FileEntry, discover
from newslint.reading.packing import PACKINGS, packer_of

MakeEntry = Callable[..., FileEntry]


@pytest.fixture
def make_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeEntry:
    """Writes bytes to a file (packed as its name says) and finds it there."""
    monkeypatch.chdir(tmp_path)

    def make(name: str, data: bytes, packed: bytes | None = None) -> FileEntry:
        if packed is None:
            packed = data
            if (kind := Path(name).suffix) in PACKINGS:
                packer = packer_of(kind)
                packed = packer.compress(data) + packer.flush()
        Path(name).write_bytes(packed)
        (entry,) = discover([name], DiscoveryOptions()).files
        return entry

    return make
