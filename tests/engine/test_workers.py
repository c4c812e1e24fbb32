"""Worker processes: the order of results, what is raised in them, and how they end."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newslint.engine import WorkerDied
from newslint.engine.workers import in_workers

LARGE = 1 << 20


@pytest.fixture
def deeds(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The module `worker_deeds`, where processes find it."""
    monkeypatch.syspath_prepend(Path(__file__).parent)
    return importlib.import_module("worker_deeds")


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_results_come_in_the_order_of_the_tasks(deeds: Any) -> None:
    assert list(in_workers(deeds.begin, (), deeds.late_if_small, iter(range(30)), 3)) == list(range(30))
    assert list(in_workers(deeds.begin, (), deeds.late_if_small, iter(()), 3)) == []


def test_answers_larger_than_a_pipe_do_not_block(deeds: Any) -> None:
    answers = in_workers(deeds.begin, (), deeds.large, iter([bytes(LARGE)] * 12), 2)
    assert [len(answer) for answer in answers] == [LARGE] * 12


def test_no_more_is_taken_than_can_be_worked_at(deeds: Any) -> None:
    taken = []

    def tasks() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    results = in_workers(deeds.begin, (), deeds.late_if_small, tasks(), 2)
    assert next(results) == 0
    assert len(taken) <= 7
    results.close()


@pytest.mark.parametrize(
    ("start", "work", "error", "message"),
    [
        pytest.param("begin", "refuse", ZeroDivisionError, "0 by nothing", id="raised"),
        pytest.param("begin", "refuse_oddly", RuntimeError, "Odd: 0 is not 0", id="raised, and cannot be handed over"),
        pytest.param(
            "begin", "hand_out_a_function", RuntimeError, "pickle|local object", id="result cannot be handed over"
        ),
        pytest.param("fail_to_begin", "own_number", LookupError, "no dictionary", id="raised at the start"),
        pytest.param("begin", "die", WorkerDied, "ended without an answer", id="killed"),
        pytest.param("begin", "die_at_the_third", WorkerDied, "ended without an answer", id="killed later"),
    ],
)
def test_what_goes_wrong_is_raised(deeds: Any, start: str, work: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        list(in_workers(getattr(deeds, start), (), getattr(deeds, work), iter(range(9)), 2))


def test_a_task_that_cannot_be_taken_in_keeps_nobody_waiting(deeds: Any) -> None:
    with pytest.raises(WorkerDied):
        list(in_workers(deeds.begin, (), deeds.own_number, iter([deeds.Unreadable()]), 2))


def test_where_an_error_was_raised_is_told(deeds: Any) -> None:
    with pytest.raises(ZeroDivisionError) as raised:
        list(in_workers(deeds.begin, (), deeds.refuse, iter([1]), 1))
    assert "in refuse" in "".join(raised.value.__notes__)


@pytest.mark.parametrize("work", [pytest.param("own_number", id="idle"), pytest.param("large", id="in an answer")])
def test_closing_ends_the_processes(deeds: Any, work: str) -> None:
    results = in_workers(deeds.begin, (), getattr(deeds, work), iter(range(100)), 2)
    next(results)
    crew = results.gi_frame.f_locals["crew"]  # type: ignore[attr-defined]
    processes = [worker.process.pid for worker in crew._workers]
    assert all(map(is_alive, processes))
    results.close()
    assert not any(map(is_alive, processes))
