"""Batches of records through worker processes, results in the order of the batches.

Each worker has a pipe of its own, and this process no threads: a worker that is killed in the middle of a message is an
end of file and nothing else, and when this process ends in whatever way, its workers do. (The pool of the standard
library shares one pipe and one lock among its workers; killed at the wrong moment they leave it waiting for ever.)
"""

from __future__ import annotations

import os
import signal
import threading
import traceback
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:  # a run in this process needs none of it
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext

Task = TypeVar("Task")
Result = TypeVar("Result")

IN_FLIGHT_PER_WORKER: Final = 3
"""Batches whose results are not taken yet: enough to keep a worker busy, few enough to bound memory."""
_HANDED_OUT: Final = 2
"""Batches that a worker has at a time: one to work at, one to go on with."""

_HELD: Final = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class WorkerDied(RuntimeError):
    """A worker process ended without an answer (killed, or out of memory)."""

    def __init__(self) -> None:
        super().__init__("a worker process ended without an answer (killed, or out of memory)")


def available_cores() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_process(work: Callable[[Task], Result], tasks: Iterable[Task]) -> Generator[Result, None, None]:
    """The results of `tasks`, one after the other, in this process."""
    yield from map(work, tasks)


def in_workers(
    start: Callable[..., None],
    arguments: tuple[Any, ...],
    work: Callable[[Task], Result],
    tasks: Iterable[Task],
    jobs: int,
) -> Generator[Result, None, None]:
    """The results of `tasks` from `jobs` processes, in the order of the tasks; close it to end the processes early.

    Processes are spawned from a fork server, never forked from this one: a fork of a process with threads can hang.

    Args:
        start: called once in each worker with `arguments`.
        work: a module-level function; what it raises is raised here, in the turn of its task.

    Raises:
        WorkerDied: a worker ended without an answer.
    """
    crew = _Crew(jobs, (start, arguments, work))
    try:
        yield from crew.results(iter(tasks))
    finally:
        crew.dismiss()


class _Worker:
    """A process, and what it has in hand."""

    def __init__(self, context: Any, job: tuple[Any, ...]) -> None:
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, *job), daemon=True)
        try:
            self.process.start()
        except ConnectionError:
            raise WorkerDied from None
        theirs.close()
        self.in_hand = 0

    def give(self, number: int, task: object) -> None:
        try:
            self.connection.send((number, task))
        except ConnectionError:
            raise WorkerDied from None
        self.in_hand += 1

    def take(self) -> tuple[int, tuple[Any, Exception | None]]:
        """The number of a task, and its result or what it raised."""
        try:
            number, result, error = self.connection.recv()
        except (EOFError, OSError):  # before or in the middle of an answer
            raise WorkerDied from None
        self.in_hand -= 1
        return number, (result, error)


class _Crew:
    """The workers of a run; each is started when there is something for it."""

    def __init__(self, jobs: int, job: tuple[Any, ...]) -> None:
        self._jobs, self._job = jobs, job
        self._context = _context()
        self._workers: list[_Worker] = []

    def results(self, tasks: Iterator[Any]) -> Iterator[Any]:
        done: dict[int, tuple[Any, Exception | None]] = {}
        given = taken = 0
        while True:
            while given - taken < self._jobs * IN_FLIGHT_PER_WORKER and (worker := self._idle()):
                try:
                    task = next(tasks)
                except StopIteration:
                    break
                worker.give(given, task)
                given += 1
            if taken == given:
                return
            done.update(self._finished(wait_for_one=taken not in done))
            if taken in done:
                result, error = done.pop(taken)
                if error is not None:
                    raise error
                taken += 1
                yield result

    def _idle(self) -> _Worker | None:
        """The worker with the least in hand; None where all have enough."""
        worker = min(self._workers, key=lambda worker: worker.in_hand, default=None)
        if len(self._workers) < self._jobs and (worker is None or worker.in_hand):
            with _signals_held():
                worker = _Worker(self._context, self._job)
                self._workers.append(worker)
        return worker if worker and worker.in_hand < _HANDED_OUT else None

    def _finished(self, *, wait_for_one: bool) -> Iterator[tuple[int, tuple[Any, Exception | None]]]:
        """Results that have come, by number."""
        from multiprocessing.connection import wait

        by_connection = {worker.connection: worker for worker in self._workers}
        for connection in wait(by_connection, None if wait_for_one else 0):
            yield by_connection[connection].take()

    def dismiss(self) -> None:
        """End all workers, whatever they do."""
        for worker in self._workers:
            worker.process.kill()
            worker.connection.close()
        for worker in self._workers:
            worker.process.join()


def _context() -> BaseContext:
    """How processes are started; where there is a fork server, it runs already, deaf to Ctrl-C."""
    import multiprocessing

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

    What starts meanwhile inherits that they are blocked. A thread that a library began earlier may still receive one
    for this process, so the handlers wait, too.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _HELD)
    came: list[int] = []
    handlers = {number: handler for number in _HELD if callable(handler := signal.getsignal(number))}
    is_main = threading.current_thread() is threading.main_thread()
    try:
        for number in handlers if is_main else ():
            signal.signal(number, lambda number, _: came.append(number))
        yield
    finally:
        for number, handler in handlers.items() if is_main else ():
            signal.signal(number, handler)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        for number in came:
            signal.raise_signal(number)


def _serve(connection: Connection, start: Callable[..., None], arguments: tuple[Any, ...], work: Any) -> None:
    """What a worker does: one task after the other, until nobody wants a result any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends the workers itself
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _HELD)
    tasks: SimpleQueue[tuple[int, Any]] = SimpleQueue()
    threading.Thread(target=_fetch, args=(connection, tasks), daemon=True).start()
    _, error = _outcome(start, *arguments)
    while True:
        number, task = tasks.get()
        answer = (number, None, error) if error else (number, *_outcome(work, task))
        with suppress(ConnectionError):  # the parent has gone; so will this process
            connection.send_bytes(_packed(answer))


def _fetch(connection: Connection, tasks: SimpleQueue[tuple[int, Any]]) -> None:
    """Takes what the parent sends, so that it never waits; ends the process with it."""
    try:
        while True:
            tasks.put(connection.recv())
    except (EOFError, OSError):
        pass
    finally:  # whatever it was: nobody would wake the process up again
        os._exit(0)


def _outcome(work: Callable[..., Any], *arguments: object) -> tuple[Any, Exception | None]:
    try:
        return work(*arguments), None
    except Exception as error:
        error.add_note("".join(traceback.format_exception(error)))
        return None, error


def _packed(answer: tuple[int, Any, Exception | None]) -> Any:
    """The answer as bytes; an exception that does not survive that is told in words."""
    from multiprocessing.reduction import ForkingPickler

    number, _, error = answer
    try:
        packed = ForkingPickler.dumps(answer)
        if error:
            ForkingPickler.loads(packed)
    except Exception as reason:
        reason = error or reason
        packed = ForkingPickler.dumps((number, None, RuntimeError(f"{type(reason).__name__}: {reason}")))
    return packed
