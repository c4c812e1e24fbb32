"""The form in which blocks are compared: words parted by one space, a line feed after each block, as UTF-8 bytes.

Whole batches are folded at once; there is no Python object per word, and none per block but the trimmed text.
Sources: NFKC and NFD (Unicode Standard Annex 15), case folding (section 3.13 of the standard).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newslint.text import FOLDED

from .codes import SPACE, UNSPACED, marks, plain, unified, unspaced
from .encoded import Lines, lines_of, naming_what_is_no_utf8, texts_of, valid
from .folding import COMPLEX, DROPPED, folded, foldings, single
from .pairs import unique
from .parting import compact
from .trim import trim, trimmable

_LINE: Final = 0x0A
_ASCII: Final = bytes(
    code + 32 if 65 <= code <= 90 else code if chr(code).isalnum() or chr(code) in "_\n" else 32 for code in range(128)
) + bytes([32] * 128)
_ASCII_POINTS: Final = bytes(code if chr(code) in ".," else _ASCII[code] for code in range(256))
_FILLER: Final = b"\xff"
"""A byte that UTF-8 never has."""

_FEW: Final = 64
"""Distinct other characters up to which a batch is folded character by character."""

_SPARSE: Final = 0.2
"""Share of other bytes up to which a batch is Latin text with some of them."""

_FIGURE: Final = re.compile(rb"\d+(?:[.,]\d+)*")
"""A figure among folded lines, where digits of all scripts are ASCII."""

Codes = NDArray[Any]
"""Code points as uint32, or ASCII as uint8."""

Form = Callable[[bytes], bytes]
"""From joined lines to the form of each."""


def normal_form(texts: Sequence[str], *, fold_numbers: bool = False) -> bytes:
    """The normal form of each text.

    NFKC, quotes and dashes and case folded, marks stripped where they are no vowels, punctuation dropped but for
    decimal points, thousands joined, digits of all scripts unified, dateline and credit left out. A character of a
    script without spaces counts as a word.

    Args:
        texts: blocks, of any length; lone surrogates are allowed and count as spaces.
        fold_numbers: every figure is `0`, its points and commas with it.

    Returns:
        UTF-8, one line per text, each ended by a line feed; an empty line where a text has no word.

    Raises:
        TypeError: `texts` is one string, a set, mapping or frame, or holds what is no string.
        ValueError: `EncodedTexts` hold what is no UTF-8.
    """
    texts = texts_of(texts)
    with naming_what_is_no_utf8(texts):
        return compact(folded_lines(texts, valid(lines_of(texts)), fold_numbers=fold_numbers))


def folded_lines(texts: Sequence[str], lines: Lines, *, fold_numbers: bool = False) -> bytes:
    """`normal_form` before its words are parted: punctuation of figures is still in it, spaces stand in any number."""
    data = _trimmed(texts, lines)
    folded = _in_order(_without_accents(data), _fold_ascii, _fold_other)
    return _FIGURE.sub(b"0", folded) if fold_numbers else folded


def plain_form(texts: Sequence[str]) -> bytes:
    r"""The words of each text as `re.findall(r"\w+", text.lower())` has them, marks, ZWNJ and ZWJ kept in their word.

    The form that other tools compare; laid out like `normal_form`.

    Raises:
        TypeError, ValueError: as `normal_form`.
    """
    texts = texts_of(texts)
    with naming_what_is_no_utf8(texts):
        return compact(_in_order(valid(lines_of(texts)).data, _plain_ascii, _plain_other))


def _trimmed(texts: Sequence[str], lines: Lines) -> bytes:
    """The texts without datelines and credits."""
    data = lines.data
    parts, last = [], 0
    for number, start, end in trimmable(data, lines.ends).tolist():
        text = texts[number]
        if (kept := trim(text)) is not text:
            parts += [data[last:start], kept.replace("\n", " ").encode("utf-8", "surrogatepass")]
            last = end
    return b"".join([*parts, data[last:]]) if parts else data


def _in_order(data: bytes, ascii_form: Form, other_form: Form) -> bytes:
    """Applies one function to the ASCII lines and one to the others, and restores the order."""
    codes = np.frombuffer(data, np.uint8)
    high = np.flatnonzero((codes - np.uint8(0x80)) < 0x7F)  # all but ASCII and fillers
    if not len(high):
        return ascii_form(data)
    ends = np.flatnonzero(codes == _LINE)
    other = np.zeros(len(ends), np.bool_)
    other[np.searchsorted(ends, high)] = True
    if other.all():
        return other_form(data)
    turns = np.flatnonzero(np.diff(other, prepend=~other[:1], append=~other[-1:]))
    bounds = np.concatenate([np.zeros(1, np.int64), ends[turns[1:] - 1] + 1]).tolist()
    runs = [data[start:end] for start, end in pairwise(bounds)]
    first = int(not other[0])
    forms = other_form(b"".join(runs[first::2]))
    new = np.flatnonzero(np.frombuffer(forms, np.uint8) == _LINE)
    counts = np.cumsum(np.diff(turns)[first::2])
    parts = pairwise([0, *(new[counts - 1] + 1).tolist()])
    runs[first::2] = [forms[start:end] for start, end in parts]
    runs[1 - first :: 2] = map(ascii_form, runs[1 - first :: 2])
    return b"".join(runs)


def _parted(lines: Sequence[bytes], taken: set[int], form: Form, taken_form: Form) -> bytes:
    """Applies `taken_form` to the lines whose numbers are taken, `form` to the others, and restores the order."""
    chosen = [line for number, line in enumerate(lines) if number in taken]
    rest = [line for number, line in enumerate(lines) if number not in taken]
    if not rest or not chosen:
        return (form if rest else taken_form)(b"\n".join([*lines, b""]))
    plain = iter(form(b"\n".join([*rest, b""])).split(b"\n"))
    special = iter(taken_form(b"\n".join([*chosen, b""])).split(b"\n"))
    return b"\n".join([next(special if number in taken else plain) for number in range(len(lines))] + [b""])


def _without_accents(data: bytes) -> bytes:
    """The lines with quotes, symbols and accented letters as ASCII, where only few others are among them.

    A character is at least as long as what it folds to: the bytes left over become `_FILLER`, which forms drop.
    """
    if data.isascii():
        return data
    codes = np.frombuffer(data, np.uint8)
    places = np.flatnonzero(codes > 0x7F)
    if len(places) > _SPARSE * len(data):
        return data
    others = codes[places]
    places = places[others >= 0xC0]
    characters = _codes(others.tobytes().decode("utf-8", "surrogatepass"))
    distinct = unique(characters.astype(np.uint64))
    if len(distinct) > _FEW:
        return data
    new = np.frombuffer(bytearray(data), np.uint8)
    for code in distinct.tolist():
        if (letters := single(chr(code))) is None:
            continue
        here = places[characters == code]
        for place, byte in enumerate(letters.ljust(len(chr(code).encode("utf-8", "surrogatepass")), _FILLER)):
            new[here + place] = byte
    return new.tobytes()


def _plain_ascii(data: bytes) -> bytes:
    return data.translate(_ASCII)


def _plain_other(data: bytes) -> bytes:
    text = data.decode("utf-8", "surrogatepass").lower().replace("\u200c", "").replace("\u200d", "")
    return _utf8(plain()[_codes(text)])


def _fold_ascii(data: bytes) -> bytes:
    return data.translate(_ASCII_POINTS, _FILLER)


def _fold_other(data: bytes) -> bytes:
    data = data.translate(None, _FILLER)
    codes = _codes(data.decode("utf-8", "surrogatepass"))
    mapped = foldings()[codes]
    complicated = np.flatnonzero(mapped == COMPLEX)
    if len(complicated):
        taken = set(np.searchsorted(np.flatnonzero(codes == _LINE), complicated).tolist())
        return _parted(data.split(b"\n")[:-1], taken, _fold_other, _fold_whole)
    return _utf8(_apart(mapped[mapped != DROPPED]))


def _fold_whole(data: bytes) -> bytes:
    text = data.decode("utf-8", "surrogatepass")
    for character in FOLDED.keys() & set(text) - {"\n"}:
        text = text.replace(character, FOLDED[character])
    return _utf8(_apart(unified()[_codes(folded(text))]))


def _codes(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")


def _utf8(codes: NDArray[np.uint32]) -> bytes:
    return codes.astype("<u4").tobytes().decode("utf-32-le").encode()


def _apart(codes: Codes) -> Codes:
    """A space before each character of a script without spaces, and before a spaced word that follows one."""
    if not len(codes) or codes.max() < UNSPACED[0][0]:
        return codes
    single = unspaced()[codes]
    if not single.any():
        return codes
    places = np.arange(len(codes))
    places[marks()[codes]] = 0
    base = np.maximum.accumulate(places)  # a mark is of the kind of the letter that it stands on
    ends = np.zeros(len(codes), np.bool_)
    ends[1:] = single[base[:-1]] & (base[1:] != base[:-1])
    parted: Codes = np.insert(codes, np.flatnonzero(single | ends), np.uint32(SPACE))
    return parted
