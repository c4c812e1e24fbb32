"""Stores for tests, and what they hold."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from newslint.store import FILE_NAME, Store, open_store

MADE_OF: Final = {"newslint": "1"}
KEYS: Final = [bytes([number]) * 16 for number in range(200)]
VALUES: Final = {key: b"%d: " % number + bytes(range(256)) * (number % 7) for number, key in enumerate(KEYS)}


def opened(folder: Path, made_of: dict[str, str] = MADE_OF) -> Store:
    store, remark = open_store(str(folder), made_of)
    assert store is not None, remark
    return store


def filled(folder: Path) -> Path:
    with opened(folder) as store:
        for key, value in VALUES.items():
            store.add(key, value)
    return folder / FILE_NAME


def found(store: Store) -> dict[bytes, bytes]:
    return {key: value for key, value in zip(KEYS, store.get(KEYS), strict=True) if value is not None}
