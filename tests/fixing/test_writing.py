"""A file is its old bytes or its new ones, whatever call fails; nothing else is left."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newslint.fixing.leftovers import SUFFIX
from newslint.fixing.writing import Replacement, sync_folders
from newslint.reading.names import kind_of

OLD, NEW = b"old bytes\n", b"new bytes, more of them\n"
CALLS = ("open", "write", "fchmod", "fstat", "fsync", "close", "lstat", "replace")


def wanted() -> None:
    """Nothing speaks against it."""


def replaced(path: Path, *pieces: bytes, still_wanted: Callable[[], None] = wanted) -> None:
    replacement = Replacement(str(path))
    try:
        for piece in pieces:
            replacement.write(piece)
        replacement.commit(path.stat(), still_wanted)
    finally:
        replacement.abandon()


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(OLD)
    path.chmod(0o640)
    return path


def only(path: Path) -> bytes:
    """The bytes of the file, which is alone in its folder."""
    assert list(path.parent.iterdir()) == [path]
    return path.read_bytes()


def test_a_file_gets_its_new_bytes_and_keeps_its_mode(old: Path) -> None:
    replaced(old, NEW[:5], NEW[5:])
    assert only(old) == NEW
    assert old.stat().st_mode & 0o7777 == 0o640


def test_extended_attributes_are_kept(old: Path) -> None:
    try:
        os.setxattr(old, "user.source", b"wire")
    except (AttributeError, OSError):
        pytest.skip("no extended attributes here")
    replaced(old, NEW)
    assert os.getxattr(old, "user.source") == b"wire"


def test_what_is_beside_the_file_meanwhile_is_no_text_for_newslint(old: Path) -> None:
    replacement = Replacement(str(old))
    (name,) = {path.name for path in old.parent.iterdir()} - {old.name}
    assert name.startswith(".")
    assert name.endswith(SUFFIX)
    assert not kind_of(name).format
    replacement.abandon()
    replacement.abandon()
    assert only(old) == OLD


def test_short_writes_are_continued(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda number, data: write(number, bytes(data)[:3]))
    replaced(old, NEW)
    assert only(old) == NEW


def test_a_system_that_writes_nothing_is_an_error(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", lambda *_: 0)
    with pytest.raises(OSError, match="wrote nothing"):
        replaced(old, NEW)
    assert only(old) == OLD


def test_a_file_of_the_wrong_size_does_not_take_the_name(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda number, data: write(number, bytes(data)[:-1]) + 1)
    with pytest.raises(OSError, match="did not grow"):
        replaced(old, NEW)
    assert only(old) == OLD


def written_state(path: Path) -> tuple[int, int, int, int]:
    """What a write would change of a file; not when it was read."""
    status = path.stat()
    return status.st_ino, status.st_mode, status.st_size, status.st_mtime_ns


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize(
    "error",
    [
        pytest.param(OSError(errno.ENOSPC, "No space left on device"), id="disk-full"),
        pytest.param(KeyboardInterrupt(), id="interrupted"),
    ],
)
def test_a_call_that_fails_leaves_the_old_bytes(
    old: Path, monkeypatch: pytest.MonkeyPatch, call: str, error: BaseException
) -> None:
    real = getattr(os, call)

    def fail(*arguments: Any) -> Any:
        if call == "close":  # an error of close closes all the same
            real(*arguments)
        monkeypatch.setattr(os, call, real)
        raise error

    before = written_state(old)
    monkeypatch.setattr(os, call, fail)
    with pytest.raises(type(error)):
        replaced(old, NEW)
    assert only(old) == OLD
    assert written_state(old) == before


def test_a_change_that_is_not_wanted_any_more_does_not_happen(old: Path) -> None:
    def refuse() -> None:
        assert len(list(old.parent.iterdir())) == 2, "the new bytes are there, and asked about last"
        raise InterruptedError

    with pytest.raises(InterruptedError):
        replaced(old, NEW, still_wanted=refuse)
    assert only(old) == OLD


def test_a_file_of_the_same_name_is_not_touched(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secrets, "token_hex", lambda *_: "00")
    other = old.parent / f".00{SUFFIX}"
    other.write_bytes(b"somebody's")
    with pytest.raises(FileExistsError):
        replaced(old, NEW)
    assert other.read_bytes() == b"somebody's"


def test_the_new_bytes_are_on_the_disk_before_the_name_changes(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def watched(name: str) -> Callable[..., Any]:
        real = getattr(os, name)

        def call(*arguments: Any) -> Any:
            calls.append(name)
            return real(*arguments)

        return call

    for name in ("write", "fsync", "close", "replace"):
        monkeypatch.setattr(os, name, watched(name))
    replaced(old, NEW)
    assert calls == ["write", "fsync", "close", "replace", "close"], "the last frees the lock"


def test_a_folder_that_cannot_be_synced_is_told(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = {str(old.parent): "news"}
    assert sync_folders(folders) == []

    def fail(code: int) -> Callable[[int], None]:
        def fsync(number: int) -> None:
            raise OSError(code, os.strerror(code))

        return fsync

    monkeypatch.setattr(os, "fsync", fail(errno.EINVAL))
    assert sync_folders(folders) == []
    monkeypatch.setattr(os, "fsync", fail(errno.EIO))
    (notice,) = sync_folders(folders)
    assert (notice.path, notice.failed) == ("news", True)
