"""The command line: `newslint PATH…`. Only this package names click."""

from __future__ import annotations

import atexit
import gc
import os
from collections.abc import Sequence
from typing import Final

__all__ = ["main"]

_NEW_OBJECTS: Final = 200_000
"""Objects after which circles among them are looked for. A command makes many objects at its start, and no circles."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run newslint.

    Args:
        argv: the arguments after the program's name; None takes those of the process.

    Returns:
        The exit code: 0 clean, 1 findings, 2 wrong use or something that could not be done, 3 a bug of newslint,
        130 interrupted, 143 ended by SIGTERM.
    """
    gc.set_threshold(_NEW_OBJECTS)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # or numpy starts threads that spin, for nothing here
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)  # or Python looks through all that is left when it ends, and frees it one by one
    try:
        from .exits import guarded
    except KeyboardInterrupt:  # it takes a moment to load
        return 130
    return guarded(argv)
