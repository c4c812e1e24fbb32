"""How the kernel in C comes to be, and when it is left alone."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from newslint.similarity import compiled as compiling
from newslint.similarity.compiled import SOURCE, SWITCH, kernel, load


@pytest.fixture
def fresh() -> Iterator[None]:
    kernel.cache_clear()
    yield
    kernel.cache_clear()


@pytest.mark.usefixtures("fresh")
def test_none_is_used_where_none_is_wanted(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiling, "LIBRARY", library)
    monkeypatch.delenv(SWITCH, raising=False)
    assert kernel() is not None
    kernel.cache_clear()
    monkeypatch.setenv(SWITCH, "1")
    assert kernel() is None


@pytest.mark.parametrize("content", [None, b"", b"no library\n"], ids=["none", "empty", "another-file"])
def test_what_is_no_library_is_no_kernel(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "kernel.so"
    if content is not None:
        path.write_bytes(content)
    assert load(path) is None


def test_a_library_of_another_source_is_no_kernel(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "kernel.c"
    source.write_bytes(SOURCE.read_bytes() + b"\n")
    monkeypatch.setattr(compiling, "SOURCE", source)
    assert load(library) is None


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        pytest.param({SWITCH: "1"}, "NEWSLINT_NO_KERNEL is set", id="not-wanted"),
        pytest.param({"CC": "no-such-compiler"}, "no C compiler found", id="no-compiler"),
        pytest.param({"CC": f"{sys.executable} -c 1/0"}, "ZeroDivisionError", id="it-fails"),
        pytest.param({"CC": "'"}, "No closing quotation", id="bad-command"),
        pytest.param({"CFLAGS": "'"}, "No closing quotation", id="bad-flags"),
        pytest.param(
            {"CC": f"{sys.executable} -c \"import os;os.write(2,b'bad" + "\\\\xff');1/0\""}, "bad\ufffd", id="no-utf-8"
        ),
    ],
)
def test_an_installation_without_a_compiler_says_why(
    build_hook: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], says: str
) -> None:
    monkeypatch.delenv(SWITCH, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    library = tmp_path / "kernel.so"
    assert says in build_hook.compile_kernel(SOURCE, library)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_stops_no_installation(
    build_hook: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.delenv(SWITCH, raising=False)
    monkeypatch.setenv("CC", f"{sys.executable} -c pass")
    monkeypatch.setattr(Path, "unlink", refuse)
    monkeypatch.setattr(build_hook.os, "replace", refuse)
    assert "Read-only file system" in build_hook.compile_kernel(SOURCE, tmp_path / "kernel.so")
