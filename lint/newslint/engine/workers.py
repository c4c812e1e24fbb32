"""Batches of records through worker processes, results in the order of the batches."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Final, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

IN_FLIGHT_PER_WORKER: Final = 3
"""Batches handed out at a time: enough to keep a worker busy, few enough to bound memory."""


class WorkerDied(RuntimeError):
    """A worker process ended without an answer (killed, or out of memory)."""


def available_cores() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_process(work: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
    """The results of `tasks`, one after the other, in this process."""
    return map(work, tasks)


def in_workers(
    start: Callable[..., None],
    arguments: tuple[Any, ...],
    work: Callable[[Task], Result],
    tasks: Iterable[Task],
    jobs: int,
) -> Iterator[Result]:
    """The results of `tasks` from `jobs` processes, in the order of the tasks.

    Processes are spawned from a fork server, never forked from this one: a fork of a process with threads can hang.

    Args:
        start: called once in each worker with `arguments`.
        work: a module-level function.

    Raises:
        WorkerDied: a worker ended without an answer.
    """
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    pool = ProcessPoolExecutor(jobs, context, _begin, (start, arguments))
    waiting: deque[Future[Result]] = deque()
    try:
        for task in tasks:
            waiting.append(pool.submit(work, task))
            if len(waiting) >= jobs * IN_FLIGHT_PER_WORKER:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
        pool.shutdown()
    except BrokenProcessPool:
        raise WorkerDied("a worker process ended without an answer (killed, or out of memory)") from None
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in multiprocessing.active_children():
            child.terminate()


def _begin(start: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends the workers itself
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    start(*arguments)
