"""The form in which blocks are compared: words parted by one space, a line feed after each block, as UTF-8 bytes.

Whole batches are folded at once; there is no Python object per word, and none per block but the trimmed text.
Sources: NFKC and NFD (Unicode Standard Annex 15), case folding (section 3.13 of the standard).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newslint.text import FOLDED, normalize, rare_characters

from .codes import SPACE, STRIPPED, folded_table, mark_characters, plain_table, unspaced_characters
from .trim import trim

_KEPT: Final = frozenset("\n")
_LINE: Final = 0x0A
_POINT: Final = 0x2E
_COMMA: Final = 0x2C
_ASCII: Final = bytes(
    code + 32 if 65 <= code <= 90 else code if chr(code).isalnum() or chr(code) in "_\n" else 32 for code in range(128)
) + bytes([32] * 128)
_ASCII_POINTS: Final = bytes(code if chr(code) in ".," else _ASCII[code] for code in range(256))

Codes = NDArray[Any]
"""Code points as uint32, or ASCII as uint8."""

Form = Callable[[Sequence[str]], bytes]


def normal_form(texts: Sequence[str]) -> bytes:
    """The normal form of each text.

    NFKC, quotes and dashes and case folded, marks stripped where they are no vowels, punctuation dropped but for
    decimal points, thousands joined, digits of all scripts unified, dateline and credit left out. A character of a
    script without spaces counts as a word.

    Args:
        texts: blocks, of any length; lone surrogates are allowed and count as spaces.

    Returns:
        UTF-8, one line per text, each ended by a line feed; an empty line where a text has no word.
    """
    return _in_order([trim(text) for text in texts], _fold_ascii, _fold_other)


def plain_form(texts: Sequence[str]) -> bytes:
    r"""The words of each text as `re.findall(r"\w+", text.lower())` has them, marks, ZWNJ and ZWJ kept in their word.

    The form that other tools compare; laid out like `normal_form`.
    """
    return _in_order(texts, _plain_ascii, _plain_other)


def _in_order(texts: Sequence[str], ascii_form: Form, other_form: Form) -> bytes:
    """Applies one function to the ASCII texts and one to the others, and restores the order."""
    lines = [text.replace("\n", " ") if "\n" in text else text for text in texts]
    others = [number for number, line in enumerate(lines) if not line.isascii()]
    if not others:
        return ascii_form(lines) if lines else b""
    if len(others) == len(lines):
        return other_form(lines)
    taken = set(others)
    plain = iter(ascii_form([line for number, line in enumerate(lines) if number not in taken]).split(b"\n"))
    special = iter(other_form([lines[number] for number in others]).split(b"\n"))
    return b"\n".join([next(special if number in taken else plain) for number in range(len(lines))] + [b""])


def _joined(lines: Sequence[str]) -> str:
    return "\n".join(lines) + "\n"


def _plain_ascii(lines: Sequence[str]) -> bytes:
    return _squeezed(np.frombuffer(_joined(lines).encode().translate(_ASCII), np.uint8)).tobytes()


def _plain_other(lines: Sequence[str]) -> bytes:
    text = _joined(lines).lower().replace("\u200c", "").replace("\u200d", "")
    return _utf8(_squeezed(plain_table()[_codes(text)]))


def _fold_ascii(lines: Sequence[str]) -> bytes:
    codes = np.frombuffer(bytearray(_joined(lines).encode().translate(_ASCII_POINTS)), np.uint8)
    return _squeezed(_with_figures(codes)).tobytes()


def _fold_other(lines: Sequence[str]) -> bytes:
    text = _joined(lines)
    for character in rare_characters(text) & FOLDED.keys() - _KEPT:
        text = text.replace(character, FOLDED[character])
    text = text.replace("\r", " ")
    text = normalize("NFKC", text).casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFC", STRIPPED.sub("", normalize("NFD", text)))
    codes = folded_table()[_codes(text)]
    return _utf8(_squeezed(_apart(_with_figures(codes))))


def _codes(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")


def _utf8(codes: NDArray[np.uint32]) -> bytes:
    return codes.astype("<u4").tobytes().decode("utf-32-le").encode()


def _with_figures(codes: Codes) -> Codes:
    """Keeps a point between digits, drops a comma between thousands; others become spaces."""
    digit = np.zeros(len(codes) + 6, np.bool_)
    digit[1 : len(codes) + 1] = (codes >= 0x30) & (codes <= 0x39)
    points = np.flatnonzero(codes == _POINT)
    codes[points[~(digit[points] & digit[points + 2])]] = SPACE
    commas = np.flatnonzero(codes == _COMMA)
    codes[commas] = SPACE
    thousands = digit[commas] & digit[commas + 2] & digit[commas + 3] & digit[commas + 4] & ~digit[commas + 5]
    if not thousands.any():
        return codes
    joined: Codes = np.delete(codes, commas[thousands])
    return joined


def _apart(codes: Codes) -> Codes:
    """A space before each character of a script without spaces, and before a spaced word that follows one."""
    single = unspaced_characters()[codes]
    if not single.any():
        return codes
    places = np.arange(len(codes))
    places[mark_characters()[codes]] = 0
    base = np.maximum.accumulate(places)  # a mark is of the kind of the letter that it stands on
    ends = np.zeros(len(codes), np.bool_)
    ends[1:] = single[base[:-1]] & (base[1:] != base[:-1])
    parted: Codes = np.insert(codes, np.flatnonzero(single | ends), np.uint32(SPACE))
    return parted


def _squeezed(codes: Codes) -> Codes:
    """One space between words, none at the ends of a line."""
    blank = codes == SPACE
    if not blank.any():
        return codes
    beside = np.ones(len(codes), np.bool_)
    beside[1:] = blank[:-1] | (codes[:-1] == _LINE)
    kept = codes[~(blank & beside)]
    inside = np.ones(len(kept), np.bool_)
    inside[:-1] = (kept[:-1] != SPACE) | (kept[1:] != _LINE)
    squeezed: Codes = kept[inside]
    return squeezed
