"""What killed runs have left is taken away; what has an owner, or is not ours, stays."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.fixing import Copies
from newslint.fixing import leftovers as module
from newslint.fixing.leftovers import SUFFIX, clear, new_name
from newslint.fixing.writing import Replacement

from .folders import FIXED, Fix, names, write

pytest.importorskip("fcntl")
NAME = f".0123456789abcdef{SUFFIX}"


def linked(path: Path) -> None:
    path.symlink_to("kept")


def hard_linked(path: Path) -> None:
    path.write_bytes(b"half")
    os.link(path, path.with_name("other"))


@pytest.mark.parametrize(
    ("name", "make"),
    [
        pytest.param("a.txt", Path.touch, id="a-document"),
        pytest.param(f".0123{SUFFIX}", Path.touch, id="a-shorter-name"),
        pytest.param(f"x{NAME}", Path.touch, id="a-longer-name"),
        pytest.param(f"{NAME}.txt", Path.touch, id="another-suffix"),
        pytest.param(NAME.upper(), Path.touch, id="other-letters"),
        pytest.param(NAME, Path.mkdir, id="a-folder"),
        pytest.param(NAME, linked, id="a-link"),
        pytest.param(NAME, hard_linked, id="a-file-of-two-names"),
        pytest.param(NAME, os.mkfifo, id="a-pipe"),
    ],
)
def test_what_stays(tmp_path: Path, name: str, make: Callable[[Path], object]) -> None:
    make(tmp_path / name)
    before = sorted(os.listdir(tmp_path))
    assert clear(str(tmp_path)) == 0
    assert sorted(os.listdir(tmp_path)) == before


def test_files_of_dead_runs_go_from_this_folder_only(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    for folder in (tmp_path, tmp_path / "below"):
        (folder / NAME).write_bytes(b"half")
    (tmp_path / new_name()).touch()
    assert clear(str(tmp_path)) == 2
    assert os.listdir(tmp_path) == ["below"]
    assert os.listdir(tmp_path / "below") == [NAME]
    assert clear(str(tmp_path / "nowhere")) == 0


def test_a_file_with_a_living_owner_stays_until_it_has_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    replacement = Replacement(str(path))
    replacement.write(b"new")
    assert clear(str(tmp_path)) == 0
    replacement.commit(path.stat(), lambda: None if clear(str(tmp_path)) == 0 else pytest.fail("taken away"))
    replacement.abandon()
    assert (path.read_bytes(), os.listdir(tmp_path)) == (b"new", ["a.txt"])


def test_who_loses_a_new_file_to_a_rival_makes_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.dup
    cleared: list[int] = []

    def dup(descriptor: int) -> int:
        """Between the making of a file and its lock."""
        if not cleared:
            cleared.append(clear(str(tmp_path)))
        return real(descriptor)

    monkeypatch.setattr(os, "dup", dup)
    replacement = Replacement(str(tmp_path / "a.txt"))
    assert cleared == [1]
    assert len(os.listdir(tmp_path)) == 1
    replacement.abandon()
    assert os.listdir(tmp_path) == []


def test_where_files_cannot_be_locked_none_is_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "fcntl", None)
    (tmp_path / NAME).touch()
    assert clear(str(tmp_path)) == 0
    Replacement(str(tmp_path / "a.txt")).abandon()
    assert os.listdir(tmp_path) == [NAME]


def test_a_run_that_fixes_clears_the_folders_of_its_files_and_says_so(fix_all: Fix) -> None:
    write({"a/b.txt": FIXED, f"a/{NAME}": "half", f"c/{NAME}": "half"})
    assert fix_all("a").cleared == 1
    assert names() == ["a/b.txt", f"c/{NAME}"]


def test_a_diff_and_a_run_that_makes_copies_clear_nothing(fix_all: Fix, tmp_path: Path) -> None:
    write({"a/b.txt": FIXED, f"a/{NAME}": "half"})
    assert fix_all("a", show=[]).cleared == 0
    assert fix_all("a", copies=Copies(str(tmp_path / "copies"), str(tmp_path / "a"))).cleared == 0
    assert names() == [f"a/{NAME}", "a/b.txt", "copies/b.txt"]
