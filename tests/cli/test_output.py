"""Where a report goes, in which colours and how wide."""

from __future__ import annotations

import errno
import io
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newslint.cli import output

from .command_line import CLEAN, Runner, grow

COLORS = [
    pytest.param({}, False, False, id="pipe"),
    pytest.param({}, True, True, id="terminal"),
    pytest.param({"NO_COLOR": "1"}, True, False, id="no-color"),
    pytest.param({"NO_COLOR": ""}, True, True, id="empty-no-color-does-not-count"),
    pytest.param({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False, id="no-color-wins"),
    pytest.param({"FORCE_COLOR": "1"}, False, True, id="force-color"),
    pytest.param({"FORCE_COLOR": "0"}, True, False, id="force-color-0"),
    pytest.param({"CLICOLOR_FORCE": "1"}, False, True, id="clicolor-force"),
    pytest.param({"TERM": "dumb"}, True, False, id="dumb-terminal"),
]


class Stream(io.StringIO):
    """A stream that may claim to be a terminal."""

    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize(("environment", "terminal", "expected"), COLORS)
def test_color(environment: dict[str, str], terminal: bool, expected: bool) -> None:
    assert output.wants_color(Stream(terminal), environment) is expected


def test_a_closed_stream_is_no_terminal() -> None:
    stream = Stream(True)
    stream.close()
    assert not output.is_terminal(None)
    assert output.is_terminal(Stream(True))
    with open(os.devnull) as closed:
        pass
    assert not output.is_terminal(closed)


def test_width_is_that_of_the_terminal_and_fixed_off_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "77")
    assert output.width(Stream(True)) == 77
    assert output.width(Stream(False)) == 160


def test_a_file_is_written_whole_with_the_usual_mode(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        with output.file_writer(tmp_path / "new.txt") as write:
            write("Ankara: yağmur\n")
            assert not (tmp_path / "new.txt").exists()
    finally:
        os.umask(before)
    assert (tmp_path / "new.txt").read_bytes() == "Ankara: yağmur\n".encode()
    assert stat.S_IMODE((tmp_path / "new.txt").stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["new.txt"]


def test_a_report_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("old")

    def fail() -> None:
        with output.file_writer(path) as write:
            write("new")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["report.txt"]


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(BrokenPipeError(32, "Broken pipe"), id="another pipe"),
        pytest.param(OSError(28, "No space left on device"), id="another file"),
    ],
)
def test_what_fails_beside_the_file_is_not_blamed_on_it(tmp_path: Path, error: OSError) -> None:
    def fail() -> None:
        with output.file_writer(tmp_path / "report.txt"):
            raise error

    with pytest.raises(OSError) as raised:  # noqa: PT011
        fail()
    assert raised.value is error
    assert os.listdir(tmp_path) == []


def test_a_full_device_is_named() -> None:
    def fill() -> None:
        with output.file_writer(Path("/dev/full")) as write:
            write("x" * 100_000)

    if Path("/dev/full").exists():
        with pytest.raises(output.OutputError, match="/dev/full: cannot be written: No space left"):
            fill()


def test_mode_and_link_of_an_old_file_are_kept(tmp_path: Path) -> None:
    path, link = tmp_path / "report.txt", tmp_path / "latest.txt"
    path.write_text("old")
    path.chmod(0o600)
    link.symlink_to("report.txt")
    with output.file_writer(link) as write:
        write("new")
    assert link.is_symlink()
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_device_is_written_to_and_not_replaced() -> None:
    with output.file_writer(Path(os.devnull)) as write:
        write("nothing")
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        pytest.param("missing/report.txt", "No such file or directory", id="missing-folder"),
        pytest.param("", "Is a directory", id="folder"),
        pytest.param("file/report.txt", "Not a directory", id="below-a-file"),
        pytest.param("x" * 300, "File name too long", id="long-name"),
    ],
)
def test_a_file_that_cannot_be_written_says_why(tmp_path: Path, name: str, cause: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(output.OutputError, match=f"cannot be written: {cause}"), output.file_writer(tmp_path / name):
        pass
    assert os.listdir(tmp_path) == ["file"]


def test_text_that_utf_8_cannot_hold_does_not_stop_a_report(tmp_path: Path) -> None:
    with output.file_writer(tmp_path / "report.txt") as write:
        write("lone \ud800 surrogate")
    assert (tmp_path / "report.txt").read_text() == "lone \\ud800 surrogate"


def test_a_caller_may_replace_standard_output(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr("sys.stdout", stream)
    output.write("yağmur")
    output.flush()
    assert stream.getvalue() == "yağmur"


def test_text_is_added_in_one_piece_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "summary.md"
    for text in ("one\n", "two\n"):
        with output.appender(str(path)) as write:
            write("line ")
            write(text)
    assert path.read_text() == "line one\nline two\n"

    def fail() -> None:
        with output.appender(str(path)) as write:
            write("three\n")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert path.read_text() == "line one\nline two\n"
    with pytest.raises(output.OutputError, match="cannot be written: Is a directory"), output.appender(str(tmp_path)):
        pass


def test_a_probe_leaves_no_trace(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("old")
    for name in ("old.txt", "new.txt"):
        output.probe(tmp_path / name)
    assert os.listdir(tmp_path) == ["old.txt"]
    assert (tmp_path / "old.txt").read_text() == "old"
    output.probe(Path(os.devnull))
    with pytest.raises(output.OutputError, match="no/x: cannot be written: No such file"):
        output.probe(tmp_path / "no/x")


class Full(io.StringIO):
    """A stream on a full disk."""

    def write(self, _: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    def flush(self) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("deed", [lambda: output.write("x"), output.flush])
def test_a_standard_output_that_cannot_be_written_is_named(
    deed: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout", Full())
    with pytest.raises(output.OutputError, match="standard output: cannot be written: No space left"):
        deed()


def test_nothing_is_left_where_a_signal_comes_as_a_file_is_made(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    grow({"a.txt": CLEAN})
    make = os.open

    def interrupted(path: str, flags: int, mode: int = 0o777, **others: Any) -> int:
        number = make(path, flags, mode, **others)
        if str(path).endswith(".tmp"):
            os.close(number)
            raise KeyboardInterrupt
        return number

    monkeypatch.setattr(os, "open", interrupted)
    assert run("check", "a.txt", "--output-file", "out.txt").code == 130
    assert os.listdir() == ["a.txt"]


@pytest.mark.parametrize("cache", [["--no-cache"], ["--cache-dir", "k"], ["--cache-dir", "k", "--jobs", "2"]])
def test_what_could_not_be_read_was_not_checked(run: Runner, cache: list[str]) -> None:
    grow({"a.txt": CLEAN, "binary.txt": "a\0b\n", "feed.jsonl": "\n"})
    code, out, _ = run("binary.txt", *cache)
    assert (code, out.splitlines()[-1]) == (2, "Nothing was checked")
    assert out.startswith("Read 0 documents with 0 articles in 0 files, 0 bytes\n")
    for _ in range(2):
        _, out, _ = run(".", *cache)
        assert out.splitlines()[-1] == "No findings in 2 checked files"
        assert f" in 2 files, {len(CLEAN) + 1:,} bytes\n" in out
