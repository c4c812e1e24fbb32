"""Opens the file of a store, and makes it anew where it is not what it should be.

Where the file is sound, but of other content, it is emptied inside of a transaction; only what is damaged, or no file
of its own, is removed, and only while nobody else has it open.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Final

from .database import Store
from .folder import Folder, Unusable
from .sql import about, cause, is_passing, number, transaction

APPLICATION: Final = 0x6E6C6E74
SCHEMA: Final = 2
_TABLES: Final = {
    "about": "CREATE TABLE about(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "entry": (
        "CREATE TABLE entry(key BLOB PRIMARY KEY, row INTEGER NOT NULL, run INTEGER NOT NULL, mark INTEGER NOT NULL) "
        "WITHOUT ROWID"
    ),
    "content": "CREATE TABLE content(row INTEGER PRIMARY KEY, value BLOB NOT NULL)",
}
_THINGS: Final = (
    "SELECT type, name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
)
BUSY_S: Final = 10.0
"""Seconds to wait for another process that writes."""
PAGE: Final = 1 << 16
"""Bytes of a page, the largest there is: a record's value of some KB lies on one, and little is left over."""
PRAGMAS: Final = ("trusted_schema=OFF", "cell_size_check=ON", "synchronous=NORMAL", "cache_size=-16384")


def open_store(path: str, made_of: Mapping[str, str]) -> tuple[Store | None, str]:
    """The store in a folder, made or made anew where it must be.

    Returns:
        The store, or None where it cannot be used; and what is to be said about that, empty where all is well.
    """
    try:
        folder = Folder(path)
    except Unusable as error:
        return None, f"{error}; it is not used"
    try:
        return _open_in(folder, json.dumps(made_of, sort_keys=True))
    except (Unusable, sqlite3.Error, OSError) as error:
        folder.close()
        return None, f"{cause(error)}; it is not used"
    except BaseException:
        folder.close()
        raise


def _open_in(folder: Folder, made_of: str) -> tuple[Store, str]:
    remark = ""
    odd = folder.odd_file()
    try:
        if odd:
            raise sqlite3.DatabaseError(f"{odd} is no file of its own")
        connection, remark = _connect(folder, made_of)
    except sqlite3.DatabaseError as error:
        if is_passing(error):
            raise
        if not folder.remove():
            raise Unusable(f"{cause(error)}, and is in use") from None
        connection, _ = _connect(folder, made_of)
        remark = f"{cause(error)}; it is made anew"
    return Store(folder, connection, made_of), remark


def _connect(folder: Folder, made_of: str) -> tuple[sqlite3.Connection, str]:
    connection = sqlite3.connect(folder.file, timeout=BUSY_S, isolation_level=None)
    try:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        if not number(connection, "application_id") and not _schema(connection):
            connection.execute(f"PRAGMA page_size={PAGE}")
            connection.execute("PRAGMA auto_vacuum=INCREMENTAL")
            connection.execute("PRAGMA journal_mode=WAL")
            with transaction(connection):
                if not _schema(connection):  # two may begin at once
                    _fill(connection, made_of)
        return connection, _checked(connection, made_of)
    except BaseException:
        connection.close()
        raise


def _checked(connection: sqlite3.Connection, made_of: str) -> str:
    """Raises where the file cannot be used; empties it where it is of other content, and says so."""
    if number(connection, "application_id") != APPLICATION:
        raise sqlite3.DatabaseError("is no store of newslint")
    is_newer = number(connection, "user_version") > SCHEMA
    connection.execute("PRAGMA journal_mode=WAL")
    if _is_current(connection, made_of):
        return ""
    with transaction(connection):
        if not _is_current(connection, made_of):
            for kind, name in connection.execute(_THINGS).fetchall():  # indexes and triggers go with their table
                connection.execute(f'DROP {kind} "{name.replace(chr(34), chr(34) * 2)}"')
            _fill(connection, made_of)
    return f"was made by {'a newer newslint' if is_newer else 'other versions'}; it is made anew"


def _is_current(connection: sqlite3.Connection, made_of: str) -> bool:
    if number(connection, "user_version") != SCHEMA:
        return False
    if _schema(connection) != _TABLES:
        raise sqlite3.DatabaseError("has other tables than newslint makes")
    return about(connection, "made of") == made_of


def _schema(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT name, sql FROM sqlite_master"))


def _fill(connection: sqlite3.Connection, made_of: str) -> None:
    for statement in _TABLES.values():
        connection.execute(statement)
    connection.executemany("INSERT INTO about VALUES(?, ?)", [("made of", made_of), ("runs", "0")])
    connection.execute(f"PRAGMA application_id={APPLICATION}")
    connection.execute(f"PRAGMA user_version={SCHEMA}")
