"""Work that the search for circles among objects would only disturb."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Final

_LOCK: Final = Lock()
_depth = 0
"""How many pieces of such work go on, in all threads: the collector is one for the whole process."""
_was_at_work = False


@contextmanager
def undisturbed() -> Iterator[None]:
    """Lets the garbage collector of circles rest: reading a batch makes many objects, and no circles.

    A tenth of a run's time goes into looking through them again and again otherwise. What nobody holds any more is
    freed as ever. The last thread to end such work leaves the collector as the first one found it.
    """
    _begin()
    try:
        yield
    finally:
        _end()


def _begin() -> None:
    global _depth, _was_at_work
    with _LOCK:
        if not _depth:
            _was_at_work = gc.isenabled()
            gc.disable()
        _depth += 1


def _end() -> None:
    global _depth
    with _LOCK:
        _depth -= 1
        if not _depth and _was_at_work:
            gc.enable()
