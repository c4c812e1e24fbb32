"""Batches of records through worker processes, results in the order of the batches."""

from __future__ import annotations

import multiprocessing
import multiprocessing.context
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, Final, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

IN_FLIGHT_PER_WORKER: Final = 3
"""Batches handed out at a time: enough to keep a worker busy, few enough to bound memory."""

_HELD: Final = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


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
    pool = ProcessPoolExecutor(jobs, _context(), _begin, (start, arguments))
    waiting: deque[Future[Result]] = deque()
    try:
        for task in tasks:
            with _signals_held():
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


def _context() -> multiprocessing.context.BaseContext:
    """How processes are started; where there is a fork server, it runs already, deaf to Ctrl-C."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    from multiprocessing import forkserver, resource_tracker

    resource_tracker.ensure_running()  # lets signals through again when it starts, so it comes first
    with _signals_held():
        forkserver.ensure_running()
    return multiprocessing.get_context("forkserver")


@contextmanager
def _signals_held() -> Iterator[None]:
    """Signals wait while a process starts: it would be left with half a message, and complain.

    What starts meanwhile, threads too, inherits this; so signals come to the main thread alone.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _HELD)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(start: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends the workers itself
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _HELD)
    start(*arguments)
