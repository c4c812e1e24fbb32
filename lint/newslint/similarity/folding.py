"""Folding by a table: nearly every character folds to one other, whatever stands beside it.

The table is filled page by page (256 code points) as texts need it. What it cannot say (letters that fold to several,
vowel signs, jamo) is marked `COMPLEX`; the text that holds it is folded as a whole.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newslint.text import FOLDED, normalize

from .codes import CODE_POINTS, SPACE, STRIPPED, Codes, folded_table, mark_characters

COMPLEX: Final = 0xFFFFFFFF
DROPPED: Final = 0xFFFFFFFE
_PAGE: Final = 256
_JAMO: Final = ((0x1100, 0x1200), (0xA960, 0xA980), (0xD7B0, 0xD800))
_LINE: Final = 0x0A
_POINT: Final = 0x2E


def folded(text: str) -> str:
    """NFKC, case folded, marks that are no vowels stripped, composed."""
    text = normalize("NFKC", text).casefold()
    return text if text.isascii() else unicodedata.normalize("NFC", STRIPPED.sub("", normalize("NFD", text)))


def folded_codes(codes: Codes) -> Codes:
    """What each code point folds to: a word character, `.`, `,`, a space, a line feed, `DROPPED` or `COMPLEX`."""
    table, known = _table()
    pages = np.flatnonzero(np.bincount(codes >> 8, minlength=CODE_POINTS // _PAGE))
    for page in pages[~known[pages]].tolist():
        table[page * _PAGE : (page + 1) * _PAGE] = [_one(code) for code in range(page * _PAGE, (page + 1) * _PAGE)]
        known[page] = True
    mapped: Codes = table[codes]
    return mapped


@cache
def _table() -> tuple[Codes, NDArray[np.bool_]]:
    return np.full(CODE_POINTS, COMPLEX, np.uint32), np.zeros(CODE_POINTS // _PAGE, np.bool_)


def _one(code: int) -> int:
    character = chr(code)
    if code == _LINE or any(first <= code < last for first, last in _JAMO):
        return _LINE if code == _LINE else COMPLEX
    if mark_characters()[code]:
        return DROPPED if STRIPPED.fullmatch(character) else COMPLEX
    codes = [int(folded_table()[ord(sign)]) for sign in folded(FOLDED.get(character, character))]
    if len(codes) < 2:
        return codes[0] if codes else DROPPED
    return SPACE if all(sign in (SPACE, _POINT) for sign in codes) else COMPLEX
