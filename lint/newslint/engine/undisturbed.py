"""Work that the search for circles among objects would only disturb."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Lets the garbage collector of circles rest: reading a batch makes many objects, and no circles.

    A tenth of a run's time goes into looking through them again and again otherwise. What nobody holds any more is
    freed as ever.
    """
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()
