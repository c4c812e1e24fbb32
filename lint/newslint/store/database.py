"""The store itself: one SQLite file in WAL mode, small values by keys of 16 bytes.

Each value has a mark, the CRC-32 of its key and itself: a damaged row, or one in another's place, counts as missing.
SQLite: https://sqlite.org/wal.html; what not to do to its files: https://sqlite.org/howtocorrupt.html.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import suppress
from itertools import count
from types import TracebackType
from typing import Final, NamedTuple
from zlib import crc32

from .folder import Folder, Unusable
from .sql import about, cause, is_passing, number, transaction

BATCH_BYTES: Final = 8 << 20
"""Bytes of new values that are written in one transaction."""
KEPT_RUNS: Final = 64
"""A value goes when the last so many runs that added any have not used it."""
SWEEP: Final = 16
"""Every so many runs that added any, values that have not been used are looked for."""
TOGETHER: Final = 500
"""Values that are asked for at once; SQLite takes 999 at least."""


class StoreStatus(NamedTuple):
    """What a store holds.

    Attributes:
        entries: values.
        size: bytes on disk, without the log.
        runs: runs that added to it.
        made_of: its header.
    """

    entries: int
    size: int
    runs: int
    made_of: Mapping[str, str]


class Store:
    """An open store. Whatever goes wrong with it is kept as `trouble`, and it answers no more.

    Attributes:
        trouble: what went wrong; empty where nothing did.
    """

    def __init__(
        self, folder: Folder, connection: sqlite3.Connection, made_of: str, *, is_read_only: bool = False
    ) -> None:
        self._folder, self._connection, self._made_of = folder, connection, made_of
        self._is_read_only = is_read_only
        self._pending: dict[bytes, bytes] = {}
        self._size = 0
        self._stale: list[bytes] = []
        self._run = int(about(connection, "runs") or 0)
        self._counted = False
        self.trouble = ""

    def get(self, keys: Sequence[bytes]) -> list[bytes | None]:
        """The values of `keys`; None where there is none, or a damaged one."""
        if self.trouble:
            return [None] * len(keys)
        found: dict[bytes, bytes] = {}
        try:
            for start in range(0, len(keys), TOGETHER):
                self._find(keys[start : start + TOGETHER], found)
        except sqlite3.Error as error:
            self._give_up(error)
        return list(map(found.get, keys))

    def known(self, keys: Sequence[bytes]) -> set[bytes]:
        """Which of the keys have a value. It may be damaged: only `get` looks at it."""
        found: set[bytes] = set()
        if self.trouble:
            return found
        young = self._run - KEPT_RUNS // 2
        try:
            for start in range(0, len(keys), TOGETHER):
                some = keys[start : start + TOGETHER]
                query = f"SELECT key, run FROM entry WHERE key IN ({_placeholders(some)})"
                for key, run in self._connection.execute(query, some):
                    found.add(key)
                    if not isinstance(run, int) or run < young:
                        self._stale.append(key)
        except sqlite3.Error as error:
            self._give_up(error)
        return found

    def _find(self, keys: Sequence[bytes], found: dict[bytes, bytes]) -> None:
        query = f"SELECT key, run, mark, value FROM entry JOIN content USING(row) WHERE key IN ({_placeholders(keys)})"
        young = self._run - KEPT_RUNS // 2
        for key, run, mark, value in self._connection.execute(query, keys):
            if isinstance(value, bytes) and mark == crc32(value, crc32(key)):  # `_is_sound`, for each of thousands
                found[key] = value
                if not isinstance(run, int) or run < young:
                    self._stale.append(key)

    def add(self, key: bytes, value: bytes) -> None:
        """Keeps a value; it is written with others. A store that is only read keeps nothing."""
        if self.trouble or self._is_read_only:
            return
        self._pending[key] = value
        self._size += len(value)
        if self._size >= BATCH_BYTES:
            self._write()

    def _write(self) -> None:
        pending, self._pending, self._size = self._pending, {}, 0
        if not pending or self.trouble:
            return
        try:
            with transaction(self._connection):
                self._count_run()
                self._insert(pending)
        except (sqlite3.Error, Unusable) as error:
            self._give_up(error)

    def _count_run(self) -> None:
        if about(self._connection, "made of") != self._made_of:
            raise Unusable("was made anew by another version meanwhile")
        if self._counted:
            return
        self._run = int(about(self._connection, "runs") or 0) + 1
        self._connection.execute("UPDATE about SET value = ? WHERE name = 'runs'", (str(self._run),))
        self._counted = True

    def _insert(self, pending: Mapping[bytes, bytes]) -> None:
        keys = sorted(pending)
        rows = self._rows_of(keys)
        free = count(self._connection.execute("SELECT coalesce(max(row), 0) + 1 FROM content").fetchone()[0])
        for key in pending:
            if key not in rows:
                rows[key] = next(free)
        entries = [(key, rows[key], self._run, _mark(key, pending[key])) for key in keys]
        self._connection.executemany("INSERT OR REPLACE INTO entry VALUES(?, ?, ?, ?)", entries)
        contents = [(rows[key], value) for key, value in pending.items()]
        self._connection.executemany("INSERT OR REPLACE INTO content VALUES(?, ?)", contents)

    def _rows_of(self, keys: Sequence[bytes]) -> dict[bytes, int]:
        """Where the contents of those of the keys lie that are there already."""
        rows: dict[bytes, int] = {}
        for start in range(0, len(keys), TOGETHER):
            some = keys[start : start + TOGETHER]
            query = f"SELECT key, row FROM entry WHERE key IN ({_placeholders(some)})"
            rows.update(self._connection.execute(query, some))
        return rows

    def _give_up(self, error: Exception) -> None:
        self.trouble = f"{cause(error)}; it is not used any more"
        self._pending, self._stale = {}, []
        if isinstance(error, sqlite3.DatabaseError) and not is_passing(error) and not self._is_read_only:
            self._close_connection()
            with suppress(Unusable):
                if self._folder.remove():
                    self.trouble = f"{cause(error)}; it is made anew the next time"

    def note(self, name: str, value: str) -> None:
        """Keeps a line about the store itself.

        Raises:
            sqlite3.Error: it cannot be written.
        """
        with transaction(self._connection):
            self._connection.execute("INSERT OR REPLACE INTO about VALUES(?, ?)", (name, value))

    def status(self) -> StoreStatus:
        """What the store holds.

        Raises:
            sqlite3.Error: it cannot be read.
        """
        entries = self._connection.execute("SELECT count(*) FROM entry").fetchone()[0]
        size = number(self._connection, "page_count") * number(self._connection, "page_size")
        return StoreStatus(entries, size, self._run, json.loads(self._made_of))

    def verify(self) -> tuple[int, int]:
        """Reads everything: how many values are sound, and how many are damaged.

        Raises:
            sqlite3.Error: the file itself is damaged.
        """
        faults = self._connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if faults != "ok":
            raise sqlite3.DatabaseError(str(faults))
        sound = damaged = 0
        query = "SELECT key, mark, value FROM entry LEFT JOIN content USING(row)"
        for row in self._connection.execute(query):
            is_sound = _is_sound(*row)
            sound, damaged = sound + is_sound, damaged + (not is_sound)
        return sound, damaged

    def close(self, *, whole: bool = True) -> None:
        """Writes what is left and closes.

        Args:
            whole: the run came to its end; otherwise nothing more is written.
        """
        try:
            if whole:
                self._write()
                self._tidy()
        finally:
            self._close_connection()
            self._folder.close()

    def _tidy(self) -> None:
        if self.trouble or self._is_read_only or not (self._stale or (self._counted and self._run % SWEEP == 0)):
            return
        try:
            with transaction(self._connection):
                if self._counted:
                    self._count_run()
                touched = [(self._run, key) for key in self._stale]
                self._connection.executemany("UPDATE entry SET run = ? WHERE key = ?", touched)
                if self._counted and self._run % SWEEP == 0:
                    self._connection.execute("DELETE FROM entry WHERE run < ?", (self._run - KEPT_RUNS,))
                    self._connection.execute("DELETE FROM content WHERE row NOT IN (SELECT row FROM entry)")
            self._connection.execute("PRAGMA incremental_vacuum").fetchall()
        except (sqlite3.Error, Unusable) as error:
            self._give_up(error)

    def _close_connection(self) -> None:
        with suppress(sqlite3.Error):
            self._connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        self.close(whole=kind is None)


def _placeholders(values: Sequence[object]) -> str:
    """Those of a statement for so many values."""
    return ",".join("?" * len(values))


def _mark(key: bytes, value: bytes) -> int:
    return crc32(value, crc32(key))


def _is_sound(key: object, mark: object, value: object) -> bool:
    return isinstance(key, bytes) and isinstance(value, bytes) and mark == _mark(key, value)
