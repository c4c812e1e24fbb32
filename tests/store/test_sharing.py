"""Stores that several processes use, that grow old, and whose writers are killed."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import pytest

from newslint.store import FILE_NAME, Unusable, database, open_store
from newslint.store.folder import Folder

from .stores import KEYS, MADE_OF, VALUES, filled, found, opened


def test_two_at_once(folder: Path) -> None:
    with opened(folder) as one, opened(folder) as other:
        for key in KEYS[:150]:
            one.add(key, VALUES[key])
        for key in KEYS[50:]:
            other.add(key, VALUES[key])
    with opened(folder) as store:
        assert found(store) == VALUES
        assert store.verify() == (len(KEYS), 0)


def test_an_older_version_beside_adds_nothing_to_what_another_has_made_anew(folder: Path) -> None:
    with opened(folder) as old:
        with opened(folder, {"newslint": "2"}) as new:
            new.add(KEYS[0], VALUES[KEYS[0]])
        old.add(KEYS[1], VALUES[KEYS[1]])
    assert old.trouble == "was made anew by another version meanwhile; it is not used any more"
    with opened(folder, {"newslint": "2"}) as store:
        assert found(store) == {KEYS[0]: VALUES[KEYS[0]]}


def test_a_lock_that_is_held_stops_nobody(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.store.opening.BUSY_S", 0.01)
    file = filled(folder)
    other = sqlite3.connect(file, isolation_level=None)
    store = opened(folder)
    other.execute("BEGIN IMMEDIATE")
    with store:
        assert found(store) == VALUES
        store.add(b"n" * 16, b"new")
    other.close()
    assert "locked" in store.trouble


def test_what_is_long_unused_goes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "KEPT_RUNS", 8)
    monkeypatch.setattr(database, "SWEEP", 4)
    filled(folder)
    for number in range(24):
        with opened(folder) as store:
            assert store.get(KEYS[:3]) == [VALUES[key] for key in KEYS[:3]]
            store.add(b"run %012d" % number, b"of this run")
    with opened(folder) as store:
        assert found(store) == {key: VALUES[key] for key in KEYS[:3]}
        assert store.status().entries < 3 + 24
        assert store.verify()[1] == 0


WRITER: Final = """
import sys
from newslint.store import open_store
store, _ = open_store(sys.argv[1], {"newslint": "1"})
number = 0
while True:
    for _ in range(20):
        store.add(number.to_bytes(16, "big"), b"value of %d" % number * 50)
        number += 1
    store._write()
    print(number, flush=True)
"""


def test_a_killed_writer_leaves_what_it_had_written(folder: Path) -> None:
    draw = random.Random(3)
    for _ in range(20):
        process = subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE)
        assert process.stdout is not None
        written = 0
        for _ in range(draw.randrange(1, 12)):
            written = int(process.stdout.readline())
        process.send_signal(signal.SIGKILL)
        process.communicate()
        store, remark = open_store(str(folder), MADE_OF)
        assert store is not None
        with store:
            assert remark == ""
            keys = [number.to_bytes(16, "big") for number in range(written)]
            assert store.get(keys) == [b"value of %d" % number * 50 for number in range(written)]
            assert store.verify()[1] == 0


@pytest.mark.parametrize(
    ("limit", "cause"),
    [
        pytest.param("PRAGMA max_page_count = 1", "full", id="a-full-disk"),
        pytest.param("PRAGMA query_only = 1", "readonly", id="no-right-to-write"),
    ],
)
def test_what_cannot_be_written_costs_nothing_that_is_there(folder: Path, limit: str, cause: str) -> None:
    filled(folder)
    store = opened(folder)
    store._connection.execute(limit).fetchall()
    with store:
        assert found(store) == VALUES
        for number in range(200):
            store.add(b"new %012d" % number, b"value" * 1000)
    assert store.trouble.startswith("cannot be used: ")
    assert cause in store.trouble
    with opened(folder) as store:
        assert found(store) == VALUES
        assert store.get([b"new %012d" % 0]) == [None]
        assert store.verify() == (len(KEYS), 0)


SHARER: Final = """
import sys
from newslint.store import open_store
folder, deed, first = sys.argv[1], sys.argv[2], int(sys.argv[3])
for number in range(first, first + 25):
    store, remark = open_store(folder, {"newslint": "1"})
    assert store is not None and not remark, remark
    key, value = number.to_bytes(16, "big"), b"value of %d" % number * 50
    with store:
        if deed == "write":
            store.add(key, value)
        else:
            assert store.get([key])[0] in (None, value)
    assert not store.trouble, store.trouble
"""


def test_two_writers_and_two_readers(folder: Path) -> None:
    assert database.KEPT_RUNS > 2 * 25, "nothing grows old meanwhile"
    filled(folder)
    deeds = [("write", 1000), ("write", 1010), ("read", 1000), ("read", 1010)]
    processes = [
        subprocess.Popen([sys.executable, "-c", SHARER, str(folder), deed, str(first)], stderr=subprocess.PIPE)
        for deed, first in deeds
    ]
    assert [process.communicate()[1] for process in processes] == [b""] * len(deeds)
    with opened(folder) as store:
        keys = [number.to_bytes(16, "big") for number in range(1000, 1035)]
        assert store.get(keys) == [b"value of %d" % number * 50 for number in range(1000, 1035)]
        assert found(store) == VALUES
        assert store.verify() == (len(KEYS) + len(keys), 0)


def test_nobody_removes_what_another_has_open_after_an_error_in_using_it(folder: Path) -> None:
    filled(folder)
    with opened(folder) as other:
        store = opened(folder)
        store.close(whole=False)
        assert found(store) == {}
        assert found(other) == VALUES
        assert (folder / FILE_NAME).exists()


def test_who_removes_the_store_is_waited_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fcntl = pytest.importorskip("fcntl")
    filled(folder)
    number = os.open(folder, os.O_RDONLY)
    fcntl.flock(number, fcntl.LOCK_EX)
    waited = []

    def pause(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 2:
            fcntl.flock(number, fcntl.LOCK_UN)

    monkeypatch.setattr(time, "sleep", pause)
    with opened(folder) as store:
        assert found(store) == VALUES
        assert not Folder(str(folder)).remove()
        assert len(waited) == 2
    fcntl.flock(number, fcntl.LOCK_EX)
    with pytest.raises(Unusable, match="is being removed by somebody else"):
        Folder(str(folder))
    os.close(number)
