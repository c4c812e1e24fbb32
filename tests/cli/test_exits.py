"""How the process itself ends: signals, closed pipes, foreign locales, bugs."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path
from typing import Any

import pytest

from newslint import packs
from newslint.cli import checking
from newslint.cli.checking import verdict
from newslint.finding import Notice, Severity
from newslint.report import Report

from .command_line import WIDGET, Runner, grow

PROGRAM = [sys.executable, "-c", "import sys; from newslint.cli import main; sys.exit(main())"]
FAILED = Notice("a.txt", "cannot be read", failed=True)
ASIDE = Notice("b.md", "of another kind")

VERDICTS: list[Any] = [
    pytest.param({}, Severity.WARNING, False, 0, id="clean"),
    pytest.param({"notices": (ASIDE,)}, Severity.WARNING, False, 0, id="left-aside"),
    pytest.param({"severities": {Severity.INFO: 3}}, Severity.WARNING, False, 0, id="below"),
    pytest.param({"severities": {Severity.WARNING: 0}}, Severity.WARNING, False, 0, id="none-of-them"),
    pytest.param({"severities": {Severity.WARNING: 1}}, Severity.WARNING, False, 1, id="at-the-level"),
    pytest.param({"severities": {Severity.ERROR: 1}}, Severity.WARNING, False, 1, id="above"),
    pytest.param({"severities": {Severity.ERROR: 1}}, Severity.WARNING, True, 0, id="exit-zero"),
    pytest.param({"severities": {Severity.ERROR: 1}, "notices": (FAILED,)}, Severity.INFO, True, 2, id="failure-wins"),
    pytest.param({"crashed": True, "notices": (FAILED,)}, Severity.INFO, True, 3, id="bug-wins"),
]


@pytest.mark.parametrize(("parts", "level", "exit_zero", "code"), VERDICTS)
def test_verdict(parts: dict[str, Any], level: Severity, exit_zero: bool, code: int) -> None:
    assert verdict(Report(**{"findings": (), "counts": {}, "severities": {}, **parts}), level, exit_zero) == code


def _raise(error: BaseException) -> Callable[..., int]:
    def check(*_: object) -> int:
        raise error

    return check


ENDS = [
    pytest.param(KeyboardInterrupt(), 130, "newslint: interrupted\n", id="ctrl-c"),
    pytest.param(MemoryError(), 2, "newslint: there is not enough memory", id="memory"),
    pytest.param(OSError(28, "No space left on device"), 2, "newslint: No space left on device\n", id="full-disk"),
    pytest.param(OSError(24, "Too many", "a\x1bb"), 2, "newslint: a\\x1bb: Too many\n", id="file-name"),
    pytest.param(BrokenPipeError(), 0, "", id="broken-pipe"),
    pytest.param(KeyError("x\x1b"), 3, "newslint: a bug of newslint: KeyError: 'x\\x1b' at test_exits.py:", id="bug"),
    pytest.param(RecursionError("deep"), 3, "newslint: a bug of newslint: RecursionError: deep at", id="recursion"),
]


@pytest.mark.parametrize(("error", "code", "message"), ENDS)
def test_whatever_happens_is_one_message(
    run: Runner, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, message: str
) -> None:
    monkeypatch.setattr(checking, "check", _raise(error))
    ended = run(".")
    assert ended.code == code
    assert ended.err.startswith(message)
    assert "Traceback" not in ended.err


def test_a_bug_can_show_its_traceback(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "check", _raise(KeyError("x")))
    assert "NEWSLINT_TRACEBACK=1" in run(".").err
    monkeypatch.setenv("NEWSLINT_TRACEBACK", "1")
    assert "Traceback (most recent call last)" in run(".").err


def test_a_reporter_of_others_that_fails_is_no_bug_of_newslint(
    run: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    grow({"a.txt": WIDGET, "odd_pack.py": "def report(report, write, options):\n    return 1 // 0\n"})
    monkeypatch.syspath_prepend(tmp_path)
    entries = packs._entries
    point = EntryPoint("odd", "odd_pack:report", packs.REPORTERS_GROUP)
    points = [point, EntryPoint("no module", "1 is none::", packs.REPORTERS_GROUP)]

    def with_one_more(group: str) -> EntryPoints:
        return EntryPoints([*entries(group), *(points if group == packs.REPORTERS_GROUP else [])])

    monkeypatch.setattr(packs, "_entries", with_one_more)
    monkeypatch.setattr(packs, "_reporters", lambda: {entry.name: entry for entry in with_one_more(point.group)})
    ended = run("a.txt", "--output-format", "odd")
    assert (ended.code, ended.out) == (3, "")
    assert ended.err.startswith("newslint: a bug of odd_pack: ZeroDivisionError: ")
    assert "please report it to the makers of odd_pack, with" in ended.err


def test_a_crash_in_one_document_ends_with_3(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    from newslint import PatternRule

    monkeypatch.setattr(PatternRule, "check", _raise(ValueError("broken")))
    grow({"a.txt": WIDGET, "b.txt": WIDGET})
    ended = run(".", "--jobs", "1", "--output-format", "concise", "--exit-zero")
    assert ended.code == 3
    assert "internal-error" in ended.out
    assert "please report this as a bug" in ended.out
    assert "text-size-widget" in ended.out  # the rest of the run went on


def test_handlers_of_signals_are_put_back(run: Runner) -> None:
    before = signal.getsignal(signal.SIGTERM)
    run("--version")
    assert signal.getsignal(signal.SIGTERM) is before


def start(folder: Path, *arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*PROGRAM, *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        **options,
    )


def records(number: int) -> str:
    return "".join(json.dumps({"text": f"{WIDGET}Story {index} of the storm.\n"}) + "\n" for index in range(number))


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["a.jsonl", "--max-shown", "0"], 1, id="table"),
        pytest.param(["a.jsonl", "--output-format", "concise"], 1, id="concise"),
        pytest.param(["a.jsonl", "--output-format", "json", "--exit-zero"], 0, id="exit-zero"),
        pytest.param(["rules"], 0, id="rules"),
        pytest.param(["check", "--help"], 0, id="help"),
    ],
)
def test_a_closed_pipe_ends_quietly_with_the_verdict(tmp_path: Path, arguments: list[str], code: int) -> None:
    (tmp_path / "a.jsonl").write_text(records(60))
    process = start(tmp_path, *arguments)
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == code


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
@pytest.mark.parametrize(
    ("closed", "arguments", "code", "message"),
    [
        pytest.param("<&-", ["."], 1, "", id="input-not-needed"),
        pytest.param("<&-", ["-"], 2, "standard input cannot be read: it is closed: <stdin>", id="input"),
        pytest.param(">&-", ["."], 2, "newslint: standard output is closed", id="output"),
        pytest.param(">&-", [".", "--output-file", "out.txt"], 1, "", id="output-not-needed"),
        pytest.param("2>&-", [".", "missing.txt"], 2, "", id="errors"),
        pytest.param("<&- >&- 2>&-", [".", "--fix", "--output-file", "out.txt"], 0, "", id="all"),
    ],
)
def test_closed_streams(tmp_path: Path, closed: str, arguments: list[str], code: int, message: str) -> None:
    (tmp_path / "a.txt").write_text("Rain fell on the town.\u00a0\n", encoding="utf-8")
    shell = ["sh", "-c", f'exec "$@" --no-cache --output-format concise {closed}', "sh", *PROGRAM, *arguments]
    ended = subprocess.run(shell, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ended.returncode == code
    assert "Traceback" not in ended.stderr
    assert message in ended.stderr
    if "--fix" in arguments:
        assert (tmp_path / "a.txt").read_text() == "Rain fell on the town.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="a folder that somebody is in cannot be deleted there")
@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        pytest.param(["--version"], 0, "", id="not-needed"),
        pytest.param(["check", "{folder}/a.txt"], 2, "newslint: the working folder is gone (change to", id="check"),
        pytest.param(["fix", "{folder}/a.txt"], 2, "newslint: the working folder is gone (change to", id="fix"),
        pytest.param(["rules"], 2, "newslint: the working folder is gone (change to", id="configuration"),
    ],
)
def test_a_working_folder_that_was_deleted(tmp_path: Path, arguments: list[str], code: int, message: str) -> None:
    (tmp_path / "a.txt").write_text("Rain fell on the town.\n")
    (tmp_path / "gone").mkdir()
    given = [argument.format(folder=tmp_path) for argument in arguments]
    shell = ["sh", "-c", 'cd gone && rmdir ../gone && exec "$@"', "sh", *PROGRAM, *given]
    ended = subprocess.run(shell, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ended.returncode == code
    assert ended.stderr.startswith(message)
    assert bool(ended.stderr) is bool(message)


@pytest.mark.parametrize("encoding", [pytest.param("ascii", id="ascii"), pytest.param("utf-16", id="utf-16")])
def test_the_report_is_utf_8_whatever_the_locale(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "yağmur.txt").write_text(WIDGET.replace("Storm", "Fırtına"), encoding="utf-8")
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "PYTHONIOENCODING": encoding}
    process = start(tmp_path, ".", "--output-format", "concise", env=environment)
    out, err = process.communicate()
    assert (process.returncode, err) == (1, b"")
    assert "yağmur.txt:4:1: error[text-size-widget]" in out.decode("utf-8")


def wait_for_workers(process: subprocess.Popen[bytes]) -> None:
    """Until the run has begun to work: it has children, or it is over."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while process.poll() is None and not children.read_text().split():
        time.sleep(0.01)


def wait_until(holds: Callable[[], bool]) -> None:
    """A process that has closed its files may need another moment to be gone."""
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end, "processes are left behind"
        time.sleep(0.01)


def members(session: int) -> list[int]:
    """The processes of a session that are alive."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, _, _, its_session = (entry / "stat").read_text().rpartition(")")[2].split()[:4]
            except OSError:
                continue
            if int(its_session) == session and state != "Z":
                found.append(int(entry.name))
    return found


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks into /proc")
@pytest.mark.parametrize(
    ("number", "code", "message"),
    [
        pytest.param(signal.SIGINT, 130, b"newslint: interrupted\n", id="ctrl-c"),
        pytest.param(signal.SIGTERM, 143, b"", id="sigterm"),
    ],
)
@pytest.mark.parametrize("jobs", [pytest.param("1", id="alone"), pytest.param("2", id="workers")])
def test_a_signal_ends_all_of_it(tmp_path: Path, number: signal.Signals, code: int, message: bytes, jobs: str) -> None:
    (tmp_path / "a.jsonl").write_text(records(60_000))
    process = start(tmp_path, "a.jsonl", "--jobs", jobs, "--output-file", "out.txt")
    while not any(name.startswith(".out.txt") for name in os.listdir(tmp_path)) and process.poll() is None:
        time.sleep(0.01)
    if jobs == "2":
        wait_for_workers(process)
    process.send_signal(number)
    _, err = process.communicate()
    assert (process.returncode, err) == (code, message)
    wait_until(lambda: members(process.pid) == [])
    assert set(os.listdir(tmp_path)) - {".newslint_cache"} == {"a.jsonl"}


@pytest.mark.parametrize(("chosen", "expected"), [(None, "1"), ("4", "4")])
def test_numpy_starts_no_threads_unless_somebody_asked_for_them(chosen: str | None, expected: str) -> None:
    script = "import os; from newslint.cli import main; main(['--version']); print(os.environ['OPENBLAS_NUM_THREADS'])"
    environment = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    if chosen:
        environment["OPENBLAS_NUM_THREADS"] = chosen
    ended = subprocess.run(
        [sys.executable, "-c", script], env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    assert ended.stdout.split()[-1] == expected
