"""The store: what is put in comes out, whatever happens to its file it never gives anything else."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from newslint.store import FILE_NAME, Store, Unusable, clear, database, open_store

MADE_OF: Final = {"newslint": "1"}
KEYS: Final = [bytes([number]) * 16 for number in range(200)]
VALUES: Final = {key: b"%d: " % number + bytes(range(256)) * (number % 7) for number, key in enumerate(KEYS)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


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


def test_what_was_added_is_found_again(folder: Path) -> None:
    filled(folder)
    with opened(folder) as store:
        assert found(store) == VALUES
        assert store.get([b"\xff" * 16]) == [None]
        assert store.status().entries == len(KEYS)
        assert store.verify() == (len(KEYS), 0)
        assert store.trouble == ""


def test_a_run_that_adds_nothing_writes_nothing(folder: Path) -> None:
    file = filled(folder)
    before = file.read_bytes()
    with opened(folder) as store:
        found(store)
    assert file.read_bytes() == before


def test_the_folder_keeps_itself_out_of_git(folder: Path) -> None:
    filled(folder)
    assert sorted(os.listdir(folder)) == [".gitignore", FILE_NAME]
    assert "*" in (folder / ".gitignore").read_text().splitlines()


def test_a_folder_with_other_files_gets_no_gitignore(folder: Path) -> None:
    folder.mkdir()
    (folder / "notes.txt").write_text("Call the town hall.\n")
    filled(folder)
    assert sorted(os.listdir(folder)) == [FILE_NAME, "notes.txt"]
    assert clear(str(folder))
    assert os.listdir(folder) == ["notes.txt"]


def test_clear_removes_the_folder(folder: Path) -> None:
    filled(folder)
    assert clear(str(folder))
    assert not folder.exists()
    assert not clear(str(folder))


def test_what_is_in_use_is_not_removed(folder: Path) -> None:
    filled(folder)
    with opened(folder) as store:
        with pytest.raises(Unusable, match="in use"):
            clear(str(folder))
        assert found(store) == VALUES


DAMAGE: Final[list[object]] = [
    pytest.param(lambda _: b"", id="empty"),
    pytest.param(lambda data: data[: len(data) // 2], id="half"),
    pytest.param(lambda data: data[:100], id="head"),
    pytest.param(lambda data: bytes(byte ^ (place % 97 == 50) for place, byte in enumerate(data)), id="flipped"),
    pytest.param(lambda data: data[:4096] + bytes(len(data) - 4096), id="zeros"),
    pytest.param(lambda _: random.Random(7).randbytes(5000), id="noise"),
    pytest.param(lambda _: b"SQLite format 3\0" + b"\xff" * 4000, id="sqlite-head"),
    pytest.param(lambda _: b"cposix\nsystem\n(S'true'\ntR.", id="pickle"),
]


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_a_miss_and_is_mended(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    file = filled(folder)
    file.write_bytes(damage(file.read_bytes()))
    store, _ = open_store(str(folder), MADE_OF)
    if store is not None:
        with store:
            assert found(store).items() <= VALUES.items()
    for _ in range(2):  # the first may find damage that the opening did not
        store, _ = open_store(str(folder), MADE_OF)
        if store is not None:
            with store:
                missing = VALUES.keys() - found(store).keys()
                for key in missing:
                    store.add(key, VALUES[key])
    with opened(folder) as store:
        assert found(store) == VALUES


@pytest.mark.parametrize("place", range(0, 60_000, 2_503))
def test_a_changed_byte_never_changes_a_value(folder: Path, place: int) -> None:
    file = filled(folder)
    data = bytearray(file.read_bytes())
    data[place % len(data)] ^= 0x41
    file.write_bytes(data)
    store, _ = open_store(str(folder), MADE_OF)
    if store is not None:
        with store:
            assert found(store).items() <= VALUES.items()


def edit(file: Path, *statements: str) -> None:
    connection = sqlite3.connect(file, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


REPLACED: Final = [
    pytest.param("PRAGMA application_id=7", "is no store of newslint; it is made anew", id="foreign"),
    pytest.param("CREATE TABLE more(x)", "has other tables than newslint makes; it is made anew", id="further-table"),
    pytest.param(
        "CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM content; END",
        "has other tables than newslint makes; it is made anew",
        id="trigger",
    ),
    pytest.param("PRAGMA user_version=0", "was made by other versions; it is made anew", id="older"),
    pytest.param("DELETE FROM about", "was made by other versions; it is made anew", id="no-header"),
]


@pytest.mark.parametrize(("statement", "words"), REPLACED)
def test_what_is_not_ours_is_made_anew(folder: Path, statement: str, words: str) -> None:
    edit(filled(folder), statement)
    store, remark = open_store(str(folder), MADE_OF)
    assert remark == words
    assert store is not None
    with store:
        assert found(store) == {}
        store.add(KEYS[0], VALUES[KEYS[0]])
    with opened(folder) as store:
        assert found(store) == {KEYS[0]: VALUES[KEYS[0]]}


def test_other_versions_begin_anew(folder: Path) -> None:
    filled(folder)
    store, remark = open_store(str(folder), {"newslint": "2"})
    assert store is not None
    with store:
        assert remark == "was made by other versions; it is made anew"
        assert found(store) == {}


def test_a_newer_store_is_left_alone(folder: Path) -> None:
    file = filled(folder)
    edit(file, "PRAGMA user_version=9")
    before = file.read_bytes()
    assert open_store(str(folder), MADE_OF) == (None, "was made by a newer newslint; it is not used")
    assert file.read_bytes() == before


WRONG_ROWS: Final = [
    pytest.param("UPDATE content SET value = x'00' WHERE row = 3", id="short"),
    pytest.param("UPDATE content SET value = 'text' WHERE row = 3", id="no-bytes"),
    pytest.param("UPDATE content SET value = (SELECT value FROM content WHERE row = 4) WHERE row = 3", id="another's"),
    pytest.param("DELETE FROM content WHERE row = 3", id="gone"),
    pytest.param("UPDATE entry SET row = 4 WHERE row = 3", id="leads-astray"),
]


@pytest.mark.parametrize("statement", WRONG_ROWS)
def test_a_broken_row_is_a_miss(folder: Path, statement: str) -> None:
    edit(filled(folder), statement)
    with opened(folder) as store:
        assert found(store) == {key: value for key, value in VALUES.items() if key != KEYS[2]}
        assert store.verify() == (len(KEYS) - 1, 1)


def test_a_link_in_place_of_the_folder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    folder.symlink_to("elsewhere")
    assert open_store(str(folder), MADE_OF) == (None, "is a link, and links are not followed; it is not used")
    assert os.listdir(tmp_path / "elsewhere") == []


@pytest.mark.parametrize("name", [FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm", f"{FILE_NAME}-journal"])
@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_nothing_is_written_through_a_link(
    folder: Path, tmp_path: Path, name: str, link: Callable[[Path, Path], None]
) -> None:
    filled(folder)
    victim = tmp_path / "victim"
    victim.write_text("precious")
    (folder / name).unlink(missing_ok=True)
    link(victim, folder / name)
    store, remark = open_store(str(folder), MADE_OF)
    assert remark == f"cannot be used: {name} is no file of its own; it is made anew"
    assert store is not None
    with store:
        store.add(KEYS[0], VALUES[KEYS[0]])
    assert victim.read_text() == "precious"
    assert not (folder / name).is_symlink()


def test_a_gitignore_that_is_a_link_stays_as_it_is(folder: Path, tmp_path: Path) -> None:
    folder.mkdir()
    (folder / ".gitignore").symlink_to(tmp_path / "victim")
    filled(folder)
    assert not (tmp_path / "victim").exists()


def test_a_file_in_place_of_the_folder(folder: Path) -> None:
    folder.write_text("")
    store, remark = open_store(str(folder), MADE_OF)
    assert store is None
    assert remark == "cannot be used: not a directory; it is not used"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store, remark = open_store(str(tmp_path / "file" / "cache"), MADE_OF)
    assert store is None
    assert remark == "cannot be made: not a directory; it is not used"


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
