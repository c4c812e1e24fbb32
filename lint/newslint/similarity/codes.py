"""What a code point counts for when texts are compared: tables over all of Unicode, built when first needed."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

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

_MARK_PLANES: Final = ((0, 0x20000), (0xE0000, 0xE0200))
_TATWEEL: Final = 0x0640
_UNIFIED: Final = {
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
Flags = NDArray[np.bool_]


def all_characters() -> str:
    """Every code point, surrogates included, in order."""
    codes = np.arange(CODE_POINTS, dtype="<u4")
    return codes.tobytes().decode("utf-32-le", "surrogatepass")


@cache
def word_characters() -> Flags:
    r"""Whether a code point is part of a word: `\w` of Python's `re`, or a mark (Mn, Mc, Me)."""
    table = np.zeros(CODE_POINTS, np.bool_)
    for match in re.finditer(r"\w+", all_characters()):
        table[match.start() : match.end()] = True
    return table | mark_characters()


@cache
def mark_characters() -> Flags:
    """Whether a code point is a mark (general category M)."""
    table = np.zeros(CODE_POINTS, np.bool_)
    for first, last in _MARK_PLANES:
        marks = [code for code in range(first, last) if unicodedata.category(chr(code))[0] == "M"]
        table[marks] = True
    return table


@cache
def unspaced_characters() -> Flags:
    """Whether a code point counts as a word of its own; marks do not, they belong to the one before."""
    table = np.zeros(CODE_POINTS, np.bool_)
    for first, last in UNSPACED:
        table[first : last + 1] = True
    return table & word_characters() & ~mark_characters()


@cache
def plain_table() -> Codes:
    """Words as they are, a space for everything else; the line feed stays."""
    table = np.where(word_characters(), np.arange(CODE_POINTS, dtype=np.uint32), np.uint32(SPACE))
    table[0x0A] = 0x0A
    return table.astype(np.uint32)


@cache
def folded_table() -> Codes:
    """Like `plain_table`, with every decimal digit as ASCII, and letters unified; `.` and `,` stay."""
    table = plain_table().copy()
    for match in re.finditer(r"\d", all_characters()):
        table[match.start()] = ord("0") + unicodedata.decimal(match[0])
    for code, letter in _UNIFIED.items():
        table[code] = ord(letter)
    table[ord(".")], table[ord(",")] = ord("."), ord(",")
    return table


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
