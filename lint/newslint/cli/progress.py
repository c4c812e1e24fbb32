"""What somebody at a terminal sees of a run that takes its time."""

from __future__ import annotations

import time
from typing import Final

from . import output

MOMENTS_S: Final = (2.0, 5.0)
"""Seconds after which something is said; most runs are over before the first."""
INTERVAL_S: Final = 10.0
"""Then each time this many seconds are over."""


class Progress:
    """Share, rate and time left, now and then, on a line of its own on standard error; nothing off a terminal.

    Lines are whole, so that a terminal that is recorded, or that knows no cursor, shows them as they are meant.

    Args:
        shown: whether standard error is a terminal.
    """

    def __init__(self, shown: bool) -> None:
        self.shown = shown
        self._start = time.monotonic()
        self._next = MOMENTS_S[0]

    def __call__(self, done: int, total: int) -> None:
        if not self.shown:
            return
        seconds = time.monotonic() - self._start
        if seconds >= self._next:
            self._next = _moment_after(seconds)
            output.say(f"newslint: {line(done, total, seconds)}")

    def finish(self) -> None:
        """Say how long it took."""
        if self.shown:
            output.say(f"newslint: {duration(time.monotonic() - self._start)}")


def _moment_after(seconds: float) -> float:
    """When something is said again."""
    for moment in MOMENTS_S:
        if seconds < moment:
            return moment
    return (seconds // INTERVAL_S + 1) * INTERVAL_S


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
