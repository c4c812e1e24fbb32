"""Kills, full disks and rivals: every file is its old bytes or its new ones, and what was not done is told."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newslint.engine import RunOptions
from newslint.fixing import FixOptions, Outcome, fix
from newslint.fixing.leftovers import SUFFIX
from newslint.packs import load_rules
from newslint.reading import DiscoveryOptions, discover

from . import crashing

RAIN = "Rain fell on the town on Monday, and the river rose by a metre."
RECORD = json.dumps({"text": f"{RAIN}  \nShare this\nThe ferries stay in port."})
OLD = {
    "a.txt": f"{RAIN}  \nShare this\n".encode(),
    "b/c.txt": f"Storm reaches the coast \n{RAIN}\n".encode("utf-16"),
    "b/d.txt": f"{RAIN}\n".encode(),
    "e.jsonl": f"{RECORD}\n{{}}\n{RECORD}\n".encode(),
}
NEW = {
    "a.txt": f"{RAIN}\n".encode(),
    "b/c.txt": f"Storm reaches the coast\n{RAIN}\n".encode("utf-16"),
    "b/d.txt": OLD["b/d.txt"],
    "e.jsonl": OLD["e.jsonl"].replace(b"  \\nShare this", b""),
}
CHANGED = [name for name in OLD if OLD[name] != NEW[name]]

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "corpus"
    monkeypatch.chdir(tmp_path)
    for name, data in OLD.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    monkeypatch.chdir(folder)
    return folder


def fix_here() -> Outcome:
    every = load_rules()
    rules = every["trailing-whitespace"], every["share-bar"]
    return fix(discover(["."], DiscoveryOptions()), FixOptions(RunOptions(rules)))


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def assert_whole(found: dict[str, bytes]) -> None:
    """Each document is old or new, and nothing else is there but what newslint never reads."""
    for name in OLD:
        assert found[name] in (OLD[name], NEW[name]), f"{name} is torn"
    assert all(name.endswith(SUFFIX) for name in found.keys() - OLD.keys())


@needs_fork
def test_a_process_that_dies_leaves_whole_files(corpus: Path, tmp_path: Path) -> None:
    script = [sys.executable, crashing.__file__, str(corpus), str(tmp_path / "trial")]
    done = subprocess.run(script, check=True, capture_output=True, text=True, timeout=300)
    trials = [
        {name: bytes.fromhex(data) for name, data in json.loads(line).items()} for line in done.stdout.splitlines()
    ]
    undisturbed, *rest = trials
    assert undisturbed == NEW
    assert len(rest) >= 6 * len(CHANGED) + crashing.KILLS
    for found in rest:
        assert_whole(found)
    assert {found["a.txt"] for found in rest} == {OLD["a.txt"], NEW["a.txt"]}


def test_what_a_killed_run_left_is_not_read(corpus: Path) -> None:
    (corpus / f".0123{SUFFIX}").write_bytes(b"half a\x00")
    assert [entry.path for entry in discover(["."], DiscoveryOptions(include=("*",), format="text")).files] == [*OLD]
    assert fix_here().notices == ()


def failing_from(number: int, code: int) -> Callable[[pytest.MonkeyPatch], None]:
    """From the call of that number on, the system has no room."""

    def install(patch: pytest.MonkeyPatch) -> None:
        calls = 0

        def counted(real: Callable[..., Any]) -> Callable[..., Any]:
            def call(*arguments: Any) -> Any:
                nonlocal calls
                if real is os_open and not arguments[1] & os.O_CREAT:
                    return real(*arguments)
                calls += 1
                if calls >= number:
                    raise OSError(code, os.strerror(code))
                return real(*arguments)

            return call

        os_open = os.open
        for name in ("open", "write", "fsync", "replace"):
            patch.setattr(os, name, counted(getattr(os, name)))

    return install


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EDQUOT])
@pytest.mark.parametrize("number", range(1, 4 * len(CHANGED) + 1))
def test_a_full_disk_is_told_and_leaves_whole_files(corpus: Path, number: int, code: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        failing_from(number, code)(patch)
        outcome = fix_here()
    found = files(corpus)
    assert_whole(found)
    assert found.keys() == OLD.keys()
    assert outcome.files.keys() == {name for name in CHANGED if found[name] == NEW[name]}
    told = {notice.path for notice in outcome.notices if notice.failed}
    assert set(CHANGED) - outcome.files.keys() <= told


def test_short_writes_are_continued(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda number, data: write(number, bytes(data)[:7]))
    assert fix_here().files.keys() == set(CHANGED)
    assert files(corpus) == NEW


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace"])
def test_an_interrupted_run_leaves_nothing_behind(corpus: Path, call: str) -> None:
    real = getattr(os, call)

    def interrupt(*arguments: Any) -> Any:
        if call == "open" and not arguments[1] & os.O_CREAT:
            return real(*arguments)
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, call, interrupt)
        with pytest.raises(KeyboardInterrupt):
            fix_here()
    assert files(corpus) == OLD


@pytest.mark.parametrize("moment", ["open", "write", "fsync", "close"])
def test_what_somebody_else_writes_meanwhile_is_kept(corpus: Path, moment: str) -> None:
    real = getattr(os, moment)
    edited = False

    def edit(*arguments: Any) -> Any:
        nonlocal edited
        result = real(*arguments)
        if not edited and (moment != "open" or arguments[1] & os.O_CREAT):
            edited = True
            with (corpus / "a.txt").open("ab") as file:
                file.write(b"Edited.\n")
        return result

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, moment, edit)
        outcome = fix_here()
    assert (corpus / "a.txt").read_bytes().endswith(b"Edited.\n")
    assert any(notice.path == "a.txt" and notice.failed for notice in outcome.notices)
    assert {**files(corpus), "a.txt": b""} == {**NEW, "a.txt": b""}


def test_four_runs_at_once(corpus: Path) -> None:
    command = [sys.executable, "-c", "from newslint.cli import main; raise SystemExit(main())", "fix", "."]
    command += ["--select", "trailing-whitespace,share-bar"]
    runs = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(4)]
    for run in runs:
        _, error = run.communicate(timeout=120)
        assert run.returncode in (0, 1, 2), error.decode()
    found = files(corpus)
    assert_whole(found)
    assert found.keys() == OLD.keys()
    fix_here()
    assert files(corpus) == NEW
