"""Where the words of folded text lie: bytes of words, and separators between them."""

from __future__ import annotations

from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .pairs import ranges

_LINE: Final = 0x0A
_SPACE: Final = 0x20
_COMMA: Final = 0x2C
_POINT: Final = 0x2E
_DIGIT: Final = 0x30
"""The first byte that a word may hold; a decimal point aside, all below it separate."""

Bytes = NDArray[np.uint8]
Places = NDArray[np.int64]


class Parted(NamedTuple):
    """The words of lines, in order.

    Attributes:
        data: the lines, each ended by a line feed.
        starts: int64[m]: where each word begins in `data`.
        ends: int64[m]: the separator behind each.
        lines: int64[n]: the line feeds.
        offsets: int64[n + 1]: words `offsets[i]` to `offsets[i + 1]` stand in line i.
        joined: int64[k], ascending: the words whose commas between thousands do not count.
    """

    data: bytes
    starts: Places
    ends: Places
    lines: Places
    offsets: Places
    joined: Places


def parted(folded: bytes) -> Parted:
    """The words of folded lines. A point or a comma between digits belongs to its word, a comma only before thousands.

    Args:
        folded: UTF-8, each line ended by a line feed; bytes of words are digits and above, `.` and `,` stand where
            they stood in the text, all others below the digits separate words, in any number.
    """
    codes = np.frombuffer(folded, np.uint8)
    points, thousands = _marks(codes)
    inside = _inside(codes, points)
    inside[thousands + 1] = True
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    starts, ends = edges[::2].copy(), edges[1::2]
    lines = np.flatnonzero(codes == _LINE)
    offsets = np.zeros(len(lines) + 1, np.int64)
    offsets[1:] = np.searchsorted(starts, lines)
    numbers = np.searchsorted(starts, thousands, "right") - 1
    return Parted(folded, starts, ends, lines, offsets, numbers[np.diff(numbers, prepend=-1) > 0])


def without_commas(words: Parted) -> tuple[bytes, Places, Places]:
    """The joined words alone, one space behind each, without their commas; where each begins, and the spaces."""
    starts, sizes = words.starts[words.joined], (words.ends - words.starts)[words.joined] + 1
    codes = np.frombuffer(words.data, np.uint8)[ranges(starts, sizes)]
    codes[np.cumsum(sizes) - 1] = _SPACE
    data = codes.tobytes().translate(None, b",")
    ends = np.flatnonzero(np.frombuffer(data, np.uint8) == _SPACE)
    return data, np.concatenate([np.zeros(min(1, len(ends)), np.int64), ends[:-1] + 1]), ends


def compact(folded: bytes) -> bytes:
    """The same words in the same lines, one space between them, without commas between thousands."""
    codes = np.frombuffer(folded, np.uint8)
    points, thousands = _marks(codes)
    if len(thousands):
        points -= np.searchsorted(thousands, points)
        folded = _cut(folded, thousands)
    codes = np.frombuffer(bytearray(folded), np.uint8)
    inside = _inside(codes, points)
    kept = inside[1:]
    ends = np.flatnonzero(inside[:-1] & ~kept)
    lines = codes == _LINE
    behind = np.searchsorted(ends, np.flatnonzero(lines), "right") - 1  # the last word up to each line feed
    between = np.ones(len(ends), np.bool_)
    between[behind[behind >= 0]] = False
    codes[ends[between]] = _SPACE
    kept[ends[between]] = True
    kept |= lines
    return codes[kept].tobytes()


def _marks(codes: Bytes) -> tuple[Places, Places]:
    """Where points stand, and commas between thousands."""
    marks = np.flatnonzero((codes - np.uint8(_COMMA)) <= _POINT - _COMMA)
    commas = marks[codes[marks] == _COMMA]
    return marks[codes[marks] == _POINT], commas[_thousands(codes, commas)]


def _inside(codes: Bytes, points: Places) -> NDArray[np.bool_]:
    """Of each byte whether it belongs to a word, a False in front."""
    inside = np.zeros(len(codes) + 1, np.bool_)
    np.greater_equal(codes, _DIGIT, out=inside[1:])
    inside[points[_digit(codes, points - 1) & _digit(codes, points + 1)] + 1] = True
    return inside


def _digit(codes: Bytes, places: Places) -> NDArray[np.bool_]:
    return codes.take(places, mode="clip") - np.uint8(_DIGIT) <= 9


def _thousands(codes: Bytes, commas: Places) -> NDArray[np.bool_]:
    around = [_digit(codes, commas + place) for place in (-1, 1, 2, 3, 4)]
    return around[0] & around[1] & around[2] & around[3] & ~around[4]


def _cut(data: bytes, places: Places) -> bytes:
    """Without the bytes at some places: pieces of it are far fewer than its bytes."""
    bounds = [-1, *places.tolist(), len(data)]
    view = memoryview(data)
    return b"".join([view[before + 1 : place] for before, place in pairwise(bounds)])
