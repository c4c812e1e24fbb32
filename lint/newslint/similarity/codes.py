"""What a code point counts for when texts are compared, and tables of it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

CODE_POINTS: Final = 0x110000
SPACE: Final = 0x20

UNSPACED: Final = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x3005, 0x3007),
    (0x3041, 0x30FF),  # kana
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),  # Han
    (0x4E00, 0x9FFF),
    (0xAA60, 0xAA7F),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
"""Scripts written without a space between words: each character (with its marks) counts as a word."""

_FIRSTS: Final = [first for first, _ in UNSPACED]
PAGE: Final = 256
"""Code points of which tables are filled at once."""

_TATWEEL: Final = 0x0640
UNIFIED: Final = {
    0x0131: "i",  # dotless i: capitals do not tell it from i
    0x0671: "\u0627",  # alef wasla
    0x0649: "\u064a",  # alef maqsura
    0x06CC: "\u064a",  # Farsi yeh
    0x06D2: "\u064a",  # yeh barree
    0x06A9: "\u0643",  # keheh
    0x06AA: "\u0643",
    0x066B: ".",  # Arabic decimal separator
    0x066C: ",",  # Arabic thousands separator
}
"""Letters that stand for one another between keyboards and languages."""

Codes = NDArray[np.uint32]


class Table:
    """What a function says of code points, looked up in arrays; filled with those that texts have.

    Args:
        of_code: from a code point, surrogates included, to its value.
        dtype: of the values.
    """

    def __init__(self, of_code: Callable[[int], int], dtype: Any) -> None:
        self._of_code = of_code
        self._values = np.zeros(CODE_POINTS, dtype)
        self._known = np.zeros(CODE_POINTS, np.bool_)

    def __getitem__(self, codes: Codes) -> NDArray[Any]:
        if not self._known[codes].all():
            new = np.zeros(CODE_POINTS, np.bool_)
            new[codes] = True
            new &= ~self._known
            for code in np.flatnonzero(new).tolist():
                self._values[code] = self._of_code(code)
            self._known |= new
        return self._values[codes]


def is_mark(code: int) -> bool:
    """Whether a code point is a mark (general category M)."""
    return unicodedata.category(chr(code))[0] == "M"


def is_unspaced(code: int) -> bool:
    """Whether a code point counts as a word of its own; marks do not, they belong to the one before."""
    place = bisect_right(_FIRSTS, code) - 1
    return place >= 0 and code <= UNSPACED[place][1] and chr(code).isalnum() and not is_mark(code)


def plain_code(code: int) -> int:
    r"""A code point of a word (`\w` of Python's `re`, or a mark) as it is, a space for others; the line feed stays."""
    character = chr(code)
    return code if character.isalnum() or character in "_\n" or is_mark(code) else SPACE


def folded_code(code: int) -> int:
    """Like `plain_code`, with every decimal digit as ASCII, and letters unified; `.` and `,` stay."""
    character = chr(code)
    if character in ".,":
        return code
    if code in UNIFIED:
        return ord(UNIFIED[code])
    return ord("0") + unicodedata.decimal(character) if character.isdecimal() else plain_code(code)


@cache
def marks() -> Table:
    """`is_mark` of arrays."""
    return Table(is_mark, np.bool_)


@cache
def unspaced() -> Table:
    """`is_unspaced` of arrays."""
    return Table(is_unspaced, np.bool_)


@cache
def plain() -> Table:
    """`plain_code` of arrays."""
    return Table(plain_code, np.uint32)


@cache
def unified() -> Table:
    """`folded_code` of arrays."""
    return Table(folded_code, np.uint32)


def _spans(*ranges: tuple[int, int]) -> str:
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


STRIPPED: Final = re.compile(
    "["
    + _spans(
        (0x0300, 0x036F),
        (0x0483, 0x0489),
        (0x0591, 0x05BD),
        (0x05BF, 0x05BF),
        (0x05C1, 0x05C2),
        (0x05C4, 0x05C5),
        (0x05C7, 0x05C7),
        (0x0610, 0x061A),
        (_TATWEEL, _TATWEEL),
        (0x064B, 0x065F),
        (0x0670, 0x0670),
        (0x06D6, 0x06DC),
        (0x06DF, 0x06E8),
        (0x06EA, 0x06ED),
        (0x1AB0, 0x1AFF),
        (0x1DC0, 0x1DFF),
        (0x20D0, 0x20FF),
    )
    + "]+"
)
"""Marks of Latin, Greek, Cyrillic, Arabic and Hebrew, and the tatweel. In Indic scripts marks are vowels: they stay."""
