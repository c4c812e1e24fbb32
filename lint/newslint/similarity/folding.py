"""Folding by a table: nearly every character folds to one other, whatever stands beside it.

What the table cannot say (letters that fold to several,
vowel signs, jamo) is marked `COMPLEX`; the text that holds it is folded as a whole.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Final

import numpy as np

from newslint.text import FOLDED, normalize

from .codes import CODE_POINTS, PAGE, SPACE, STRIPPED, UNIFIED, Table, folded_code, is_mark, is_unspaced

COMPLEX: Final = 0xFFFFFFFF
DROPPED: Final = 0xFFFFFFFE
_JAMO: Final = ((0x1100, 0x1200), (0xA960, 0xA980), (0xD7B0, 0xD800))
_LINE: Final = 0x0A
_POINT: Final = 0x2E
_MOST, _ENTRY_SIZE, _UNSPACED, _COMPLEX, _KNOWN = 4, 32, 1 << 40, 1 << 41, 1 << 42


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
    return _value(code, folded(FOLDED.get(character, character)))


def _of_page(codes: range) -> list[int]:
    """The same of the code points of a page, all folded at once: line feeds keep them apart."""
    characters = [chr(code) if code != _LINE else "" for code in codes]
    lines = folded("\n".join([FOLDED.get(character, character) for character in characters])).split("\n")
    return list(map(_value, codes, lines))


def _value(code: int, letters: str) -> int:
    if code == _LINE or _is_jamo(code):
        return _LINE if code == _LINE else COMPLEX
    if len(letters) == 1 and (_is_jamo(ord(letters)) or (is_mark(ord(letters)) and not is_mark(code))):
        return COMPLEX  # half-width jamo and voiced marks join what stands before them
    if len(letters) == 1 and letters.isalpha() and chr(code).isalpha() and ord(letters) not in UNIFIED:
        return ord(letters)  # nearly all
    if is_mark(code):
        return DROPPED if STRIPPED.fullmatch(chr(code)) and not letters else COMPLEX
    codes = [folded_code(ord(sign)) for sign in letters]
    if len(codes) < 2:
        return codes[0] if codes else DROPPED
    return SPACE if all(sign in (SPACE, _POINT) for sign in codes) else COMPLEX


def _is_jamo(code: int) -> bool:
    return code >= _JAMO[0][0] and any(first <= code < last for first, last in _JAMO)


@lru_cache(maxsize=1 << 12)
def single(character: str) -> bytes | None:
    """What a character folds to in any company, in ASCII and no longer than it; None where it has no such form."""
    letters = _letters(character)
    return letters if letters is not None and len(letters) <= _width(character) else None


def _letters(character: str) -> bytes | None:
    """What a character folds to in any company, if that is ASCII."""
    if is_mark(ord(character)):
        return None
    codes = [folded_code(ord(sign)) for sign in folded(FOLDED.get(character, character))]
    return bytes(codes) if all(code < 128 for code in codes) else None


def _width(character: str) -> int:
    return len(character.encode("utf-8", "surrogatepass"))


class Entries:
    """`foldings` as kernel.c reads them, with what folds to several letters of ASCII.

    Attributes:
        values: uint64[0x110000]: the bytes that a code point folds to in the lower half; above them how many, and bits
            for what stands alone as a word, what only a whole text tells, and what is filled.
    """

    def __init__(self) -> None:
        self.values = np.zeros(CODE_POINTS, np.uint64)

    def know(self, text: str) -> None:
        """Fills what a text of few characters has: pages cost more than it."""
        for character in set(text):
            code = ord(character)
            if not self.values[code]:
                self.values[code] = _entry(code, _one(code))

    def fill(self, code: int) -> None:
        """Fills the page of a code point."""
        first = code // PAGE * PAGE
        page = range(first, first + PAGE)
        alike = _fold_to_themselves(page)
        self.values[first : first + PAGE] = list(map(_itself, page) if alike else map(_entry, page, _of_page(page)))


@cache
def entries() -> Entries:
    """The table of this process."""
    return Entries()


def _fold_to_themselves(page: range) -> bool:
    """Whether all characters of a page are letters that folding leaves as they are: those of most pages of Han."""
    text = "".join(map(chr, page))
    plain = text.isalpha() and FOLDED.keys().isdisjoint(text) and folded(text) == text
    return plain and all(folded_code(code) == code for code in page) and not _is_jamo(page[0])


def _itself(code: int) -> int:
    letters = chr(code).encode()
    alone = _UNSPACED if is_unspaced(code) else 0
    return _KNOWN | alone | len(letters) << _ENTRY_SIZE | int.from_bytes(letters, "little")


def _entry(code: int, one: int) -> int:
    letters = _letters(chr(code)) if one == COMPLEX else b"" if one == DROPPED else chr(one).encode()
    alone = one < CODE_POINTS and is_unspaced(one)
    if letters is None or len(letters) > _MOST or len(letters) + 2 * alone > 2 * _width(chr(code)):
        return _KNOWN | _COMPLEX
    return _KNOWN | (_UNSPACED if alone else 0) | len(letters) << _ENTRY_SIZE | int.from_bytes(letters, "little")
