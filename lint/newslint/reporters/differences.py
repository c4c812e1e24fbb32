"""Which words differ between two copies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from newslint.finding import Location

_LONGEST: Final = 400
"""Code points that are compared: the comparison is quadratic in the worst case."""
# Scripts without blanks between words are compared letter by letter.
_TOKEN: Final = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|\w+|\s+|."
)


class Part(NamedTuple):
    """A piece of a text, and whether the other text has it in this place too."""

    text: str
    differs: bool


def differing(one: str, other: str, *, open_ended: bool = False) -> tuple[list[Part], list[Part]]:
    """Both texts in pieces. Joined, the pieces give the texts back; what lies past the compared head is shared.

    Where the texts are `open_ended`, heads of longer ones, a difference at the very end says nothing and is none.
    """
    left, right = _tokens(one), _tokens(other)
    parts: tuple[list[Part], list[Part]] = ([], [])
    for tag, a, b, c, d in _opcodes(left, right):
        at_end = open_ended and b == len(left) and d == len(right)
        for side, tokens in ((0, left[a:b]), (1, right[c:d])):
            if tokens:
                parts[side].append(Part("".join(tokens), tag != "equal" and not at_end))
    return _closed(parts[0], one), _closed(parts[1], other)


def _opcodes(left: list[str], right: list[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """As `SequenceMatcher.get_opcodes`; what both have at the beginning and at the end costs nothing."""
    most = min(len(left), len(right))
    head = next((n for n in range(most) if left[n] != right[n]), most)
    most -= head
    tail = next((n for n in range(most) if left[-1 - n] != right[-1 - n]), most)
    if head:
        yield "equal", 0, head, 0, head
    middle = left[head : len(left) - tail], right[head : len(right) - tail]
    for tag, *places in SequenceMatcher(None, *middle, autojunk=False).get_opcodes():
        a, b, c, d = (place + head for place in places)
        yield tag, a, b, c, d
    if tail:
        yield "equal", len(left) - tail, len(left), len(right) - tail, len(right)


def _tokens(text: str) -> list[str]:
    return [match[0] for match in _TOKEN.finditer(text[:_LONGEST].replace("\n", " "))]


def _closed(parts: list[Part], text: str) -> list[Part]:
    """The pieces with the text's own line ends, and what was not compared."""
    return [*_restored(parts, text), *([Part(text[_LONGEST:], False)] if len(text) > _LONGEST else [])]


def _restored(parts: list[Part], text: str) -> Iterator[Part]:
    start = 0
    for part in parts:
        yield Part(text[start : start + len(part.text)], part.differs)
        start += len(part.text)


def differing_excerpts(one: Location, other: Location) -> tuple[list[Part], list[Part]]:
    """`differing` for the excerpts of two places."""
    return differing(one.excerpt, other.excerpt, open_ended=one.is_cut or other.is_cut)
