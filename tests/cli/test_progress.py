"""What a terminal shows of a long run."""

from __future__ import annotations

import pytest

from newslint.cli import progress

LINES = [
    pytest.param(0, 100, 3.0, "0 %", id="nothing-yet"),
    pytest.param(25_000_000, 100_000_000, 2.5, "25 %, 10.0 MB/s, 7.5 s left", id="a-quarter"),
    pytest.param(1_000_000, 1_000_000_000, 1.0, "0 %, 1.0 MB/s, 16 min 39 s left", id="long"),
    pytest.param(100, 100, 3.0, "100 %, comparing", id="all-read"),
    pytest.param(0, 0, 3.0, "0 %", id="no-bytes"),
]
DURATIONS = [
    pytest.param(0.04, "0.0 s", id="instant"),
    pytest.param(3.26, "3.3 s", id="seconds"),
    pytest.param(59.4, "59 s", id="a-minute-nearly"),
    pytest.param(59.9, "1 min 0 s", id="rounded-up"),
    pytest.param(200, "3 min 20 s", id="minutes"),
    pytest.param(7500, "2 h 5 min", id="hours"),
]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr("newslint.cli.progress.time.monotonic", lambda: now[0])
    return now


@pytest.mark.parametrize(("done", "total", "seconds", "expected"), LINES)
def test_line(done: int, total: int, seconds: float, expected: str) -> None:
    assert progress.line(done, total, seconds) == expected


@pytest.mark.parametrize(("seconds", "expected"), DURATIONS)
def test_duration(seconds: float, expected: str) -> None:
    assert progress.duration(seconds) == expected


def test_off_a_terminal_nothing_is_said(clock: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    shown = progress.Progress(False)
    clock[0] += 60
    shown(1, 2)
    shown.finish()
    assert capsys.readouterr() == ("", "")


def test_a_short_run_says_only_how_long_it_took(clock: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    shown = progress.Progress(True)
    clock[0] += 1
    shown(1, 2)
    shown.finish()
    assert capsys.readouterr() == ("", "newslint: 1.0 s\n")


def test_a_long_run_says_a_whole_line_at_growing_intervals(
    clock: list[float], capsys: pytest.CaptureFixture[str]
) -> None:
    shown = progress.Progress(True)
    said = []
    for second in range(1, 42):
        clock[0] = 100.0 + second
        shown(1_000_000 * second, 100_000_000)
        if text := capsys.readouterr().err:
            said.append((second, text))
    assert [second for second, _ in said] == [2, 5, 10, 20, 30, 40]
    assert said[0][1] == "newslint: 2 %, 1.0 MB/s, 1 min 38 s left\n"


def test_after_a_long_step_the_next_line_keeps_its_moment(
    clock: list[float], capsys: pytest.CaptureFixture[str]
) -> None:
    shown = progress.Progress(True)
    for second in (37, 39, 40):
        clock[0] = 100.0 + second
        shown(50, 100)
    assert capsys.readouterr().err.count("\n") == 2


def test_nothing_moves_the_cursor(clock: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    shown = progress.Progress(True)
    clock[0] += 4
    shown(1_000_000, 2_000_000)
    shown.finish()
    text = capsys.readouterr().err
    assert text.isascii()
    assert text.replace("\n", "").isprintable()
