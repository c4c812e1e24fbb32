"""Searches for plain strings: of a cost linear in the text, and cheap beside those for patterns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import AnyStr


def holds_any(text: str, signs: Iterable[str]) -> bool:
    """Whether one of the signs stands in the text: tells of nearly every text that a costly search finds nothing."""
    for sign in signs:  # noqa: SIM110 -- a generator would cost more than the searches
        if sign in text:
            return True
    return False


def places(text: AnyStr, wanted: AnyStr) -> Iterator[int]:
    """Where a string begins in a text, also inside itself."""
    place = text.find(wanted)
    while place >= 0:
        yield place
        place = text.find(wanted, place + 1)
