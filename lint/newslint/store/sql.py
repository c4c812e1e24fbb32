"""The few things that all who speak to SQLite need."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from .folder import Unusable


def number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def about(connection: sqlite3.Connection, name: str) -> str:
    found = connection.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
    return found[0] if found and isinstance(found[0], str) else ""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing, and alone: others wait."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def is_passing(error: sqlite3.DatabaseError) -> bool:
    """Whether the trouble is with the machine (a lock, a full disk, no right to write), not with the file."""
    if isinstance(error, sqlite3.ProgrammingError):  # it was closed, or asked for what cannot be
        return True
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    return code not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def cause(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"cannot be used: {error.strerror or error}"
    text = str(error)
    known = isinstance(error, Unusable) or text.startswith(("is ", "has "))
    return text if known else f"cannot be used: {text}"
