"""A store that is only read: what was remembered of a reference corpus, and where that lies."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple
from urllib.parse import quote

from .database import Store
from .folder import FILE_NAME, Folder, Unusable
from .opening import APPLICATION, PRAGMAS, SCHEMA
from .sql import about, cause, number

CORPUS: Final = "corpus"
"""The row of the table `about` that says what `newslint index build` was given."""


class Reference(NamedTuple):
    """What the index of a corpus says.

    Attributes:
        paths: of the corpus; absolute.
        store: what is remembered of it; read-only.
        is_current: whether that was made by these versions of newslint and its libraries, so that it is of use.
    """

    paths: tuple[str, ...]
    store: Store
    is_current: bool


def open_reference(path: str, made_of: Mapping[str, str]) -> Reference:
    """The index in a folder. Nothing in the folder is changed.

    Raises:
        Unusable: there is none, it is damaged, or it does not say of what it is.
    """
    file = os.path.join(path, FILE_NAME)
    if not os.path.isfile(file):
        raise Unusable("holds no index (newslint index build PATH... --cache-dir DIR makes one)")
    folder = Folder(path)
    try:
        odd = folder.odd_file()
        if odd:
            raise Unusable(f"{odd} is no file of its own")
        connection = _connected(file)
    except (sqlite3.Error, OSError) as error:
        folder.close()
        raise Unusable(cause(error)) from None
    except BaseException:
        folder.close()
        raise
    wanted = json.dumps(made_of, sort_keys=True)
    store = Store(folder, connection, wanted, is_read_only=True)
    try:
        return Reference(_paths(connection, path), store, about(connection, "made of") == wanted)
    except sqlite3.Error as error:
        store.close()
        raise Unusable(cause(error)) from None
    except BaseException:
        store.close()
        raise


def note_corpus(store: Store, folder: str, paths: Sequence[str]) -> None:
    """Keeps in a store of what it is the index: by paths from its folder on, so that both can be moved together.

    Raises:
        sqlite3.Error: it cannot be written.
    """
    store.note(CORPUS, json.dumps([_from(folder, path) for path in paths]))


def _from(folder: str, path: str) -> str:
    real = os.path.realpath(path)
    try:
        return os.path.relpath(real, os.path.realpath(folder))
    except ValueError:  # another drive
        return real


def _connected(file: str) -> sqlite3.Connection:
    """Without a log nobody has it open: then it is read without locks, which would leave files in the folder.

    Should somebody begin to write to it, values that do not fit together any more count as missing.
    """
    how = "mode=ro" if os.path.lexists(f"{file}-wal") else "mode=ro&immutable=1"
    return _checked(f"file:{quote(os.fsencode(os.path.abspath(file)))}?{how}")


def _checked(place: str) -> sqlite3.Connection:
    connection = sqlite3.connect(place, uri=True, isolation_level=None)
    try:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        if number(connection, "application_id") != APPLICATION:
            raise Unusable("holds a file that is no index of newslint")
        if number(connection, "user_version") != SCHEMA:
            raise Unusable("was made by another version of newslint (newslint index build makes it anew)")
        about(connection, CORPUS)
    except BaseException:
        connection.close()
        raise
    return connection


def _paths(connection: sqlite3.Connection, folder: str) -> tuple[str, ...]:
    said = about(connection, CORPUS)
    try:
        paths = json.loads(said) if said else []
    except ValueError:
        paths = None
    if not isinstance(paths, list) or not all(isinstance(path, str) and path for path in paths):
        raise Unusable("is damaged: it does not say where its corpus lies")
    if not paths:
        raise Unusable("is a cache of no one corpus (newslint index build PATH... --cache-dir DIR makes an index)")
    here = os.path.realpath(folder)
    return tuple(os.path.normpath(os.path.join(here, path)) for path in paths)
