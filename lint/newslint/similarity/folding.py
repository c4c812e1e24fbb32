"""Folding by a table: nearly every character folds to one other, whatever stands beside it.

What the table cannot say (letters that fold to several,
vowel signs, jamo) is marked `COMPLEX`; the text that holds it is folded as a whole.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

import numpy as np

from newslint.text import FOLDED, normalize

from .codes import SPACE, STRIPPED, Table, folded_code, is_mark

COMPLEX: Final = 0xFFFFFFFF
DROPPED: Final = 0xFFFFFFFE
_JAMO: Final = ((0x1100, 0x1200), (0xA960, 0xA980), (0xD7B0, 0xD800))
_LINE: Final = 0x0A
_POINT: Final = 0x2E


def folded(text: str) -> str:
    """NFKC, case folded, marks that are no vowels stripped, composed."""
    text = normalize("NFKC", text).casefold()
    return text if text.isascii() else unicodedata.normalize("NFC", STRIPPED.sub("", normalize("NFD", text)))


@cache
def foldings() -> Table:
    """What each code point folds to: a word character, `.`, `,`, a space, a line feed, `DROPPED` or `COMPLEX`."""
    return Table(_one, np.uint32)


def _one(code: int) -> int:
    character = chr(code)
    if code == _LINE or any(first <= code < last for first, last in _JAMO):
        return _LINE if code == _LINE else COMPLEX
    if is_mark(code):
        return DROPPED if STRIPPED.fullmatch(character) else COMPLEX
    codes = [folded_code(ord(sign)) for sign in folded(FOLDED.get(character, character))]
    if len(codes) < 2:
        return codes[0] if codes else DROPPED
    return SPACE if all(sign in (SPACE, _POINT) for sign in codes) else COMPLEX
