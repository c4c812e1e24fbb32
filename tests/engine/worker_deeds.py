"""What the workers of a test do. A module that they can import by itself."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

LARGE = 1 << 20
"""Bytes of an answer that no pipe takes at once."""


class Odd(Exception):
    """One that cannot be unpickled."""

    def __init__(self, one: int, other: int) -> None:
        super().__init__(f"{one} is not {other}")


class Unreadable:
    """A task that a worker cannot take in."""

    def __reduce__(self) -> tuple[Callable[[int], None], tuple[int]]:
        return fail_to_read, (0,)


def fail_to_read(_: int) -> None:
    raise MemoryError


def begin(*_: object) -> None:
    """Nothing to prepare."""


def late_if_small(number: int) -> int:
    time.sleep(0.05 if number < 2 else 0)
    return number


def refuse(number: int) -> int:
    time.sleep(0 if number else 0.1)  # the first refusal is not the first to come
    raise ZeroDivisionError(f"{number} by nothing")


def refuse_oddly(number: int) -> int:
    time.sleep(0 if number else 0.1)
    raise Odd(number, 0)


def own_number(_: object) -> int:
    return os.getpid()


def large(_: object) -> bytes:
    return bytes(LARGE)


def hand_out_a_function(_: object) -> Callable[[], None]:
    return lambda: None


def die(_: object) -> None:
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


def die_at_the_third(number: int) -> bytes:
    if number == 2:
        die(number)
    return bytes(LARGE)


def fail_to_begin(*_: object) -> None:
    raise LookupError("no dictionary")
