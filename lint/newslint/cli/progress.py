"""What somebody at a terminal sees of a run that takes its time."""

from __future__ import annotations

import time
from typing import Final

from . import output

SILENT_S: Final = 2.0
"""Seconds until the first word: most runs are over by then."""
INTERVAL_S: Final = 0.25
_CLEAR: Final = "\r\x1b[K"


class Progress:
    """Share, rate and time left on one line of standard error; nothing off a terminal.

    Args:
        shown: whether standard error is a terminal.
    """

    def __init__(self, shown: bool) -> None:
        self.shown = shown
        self._start = self._last = time.monotonic()
        self._drawn = False

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if self.shown and now - self._start >= SILENT_S and now - self._last >= INTERVAL_S:
            self._last = now
            self._drawn = True
            output.draw(_CLEAR + line(done, total, now - self._start))

    def clear(self) -> None:
        """Take the line away, so that the report has the screen for itself."""
        if self._drawn:
            output.draw(_CLEAR)
            self._drawn = False

    def finish(self) -> None:
        """Say how long it took."""
        self.clear()
        if self.shown:
            output.say(f"newslint: {duration(time.monotonic() - self._start)}")


def line(done: int, total: int, seconds: float) -> str:
    """`42 %, 34.1 MB/s, 1 min 20 s left`."""
    rate = done / seconds
    if done <= 0 or done >= total:
        return f"{done * 100 // max(total, 1)} %, comparing" if done else "0 %"
    left = duration((total - done) / rate)
    return f"{done * 100 // total} %, {rate / 1e6:,.1f} MB/s, {left} left"


def duration(seconds: float) -> str:
    """`0.4 s`, `12 s`, `3 min 20 s`, `2 h 5 min`."""
    if seconds < 10:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    return f"{minutes} min {rest} s" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
