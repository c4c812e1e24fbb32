"""The store: what is put in comes out, whatever happens to its file it never gives anything else."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from newslint.store import FILE_NAME, Unusable, clear, open_store
from newslint.store.database import TOGETHER

from .stores import KEYS, MADE_OF, VALUES, filled, found, opened


def test_what_was_added_is_found_again(folder: Path) -> None:
    filled(folder)
    with opened(folder) as store:
        assert found(store) == VALUES
        assert store.get([b"\xff" * 16]) == [None]
        assert store.status().entries == len(KEYS)
        assert store.verify() == (len(KEYS), 0)
        assert store.trouble == ""


@pytest.mark.parametrize("count", [0, 1, TOGETHER - 1, TOGETHER, TOGETHER + 1, 3 * TOGETHER])
def test_values_come_in_the_order_of_their_keys(folder: Path, count: int) -> None:
    """Missing ones and repeated ones among them, however many queries it takes."""
    keys = [number.to_bytes(16, "big") for number in range(count)]
    with opened(folder) as store:
        for key in keys[::2]:
            store.add(key, key[::-1])
    asked = [*reversed(keys), *keys]
    with opened(folder) as store:
        assert store.get(asked) == [key[::-1] if key[-1] % 2 == 0 else None for key in asked]


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


@pytest.mark.parametrize(
    "more", ["", "CREATE TABLE later(x)", "CREATE INDEX later ON content(value)", "CREATE VIEW later AS SELECT 1"]
)
def test_a_newer_store_begins_anew(folder: Path, more: str) -> None:
    file = filled(folder)
    edit(file, "PRAGMA user_version=9")
    if more:
        edit(file, more)
    store, remark = open_store(str(folder), MADE_OF)
    assert store is not None
    with store:
        assert remark.endswith("; it is made anew")
        assert found(store) == {}


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
