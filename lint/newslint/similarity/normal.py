"""The form in which blocks are compared: words parted by one space, a line feed after each block, as UTF-8 bytes.

Whole batches are folded at once; there is no Python object per word, and none per block but the trimmed text.
Sources: NFKC and NFD (Unicode Standard Annex 15), case folding (section 3.13 of the standard).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newslint.text import FOLDED, rare_characters

from .codes import SPACE, folded_table, mark_characters, plain_table, unspaced_characters
from .folding import COMPLEX, DROPPED, folded, folded_codes
from .trim import trim, trimmable

_LINE: Final = 0x0A
_POINT: Final = 0x2E
_COMMA: Final = 0x2C
_ASCII: Final = bytes(
    code + 32 if 65 <= code <= 90 else code if chr(code).isalnum() or chr(code) in "_\n" else 32 for code in range(128)
) + bytes([32] * 128)
_ASCII_POINTS: Final = bytes(code if chr(code) in ".," else _ASCII[code] for code in range(256))
_PARTED: Final = bytes([_LINE, *range(1, _LINE), SPACE, *range(_LINE + 1, 256)])
"""Texts with line feeds of their own, joined by NUL: each ended by a line feed, blanks in the place of theirs."""

_SEVEN_BITS: Final = bytes(range(128))
_FEW: Final = 64
"""Distinct other characters up to which a batch is folded character by character."""

_SPARSE: Final = 0.2
"""Share of other bytes up to which a batch is Latin text with some of them."""

Codes = NDArray[Any]
"""Code points as uint32, or ASCII as uint8."""

Form = Callable[[bytes], bytes]
"""From joined lines to the form of each."""


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
    return form_of(texts, encoded(texts))


def form_of(texts: Sequence[str], lines: Sequence[bytes]) -> bytes:
    """`normal_form` of texts that are `encoded` already."""
    data = _trimmed(texts, lines)
    return _in_order(data if data.isascii() else _without_accents(data), _fold_ascii, _fold_other)


def plain_form(texts: Sequence[str]) -> bytes:
    r"""The words of each text as `re.findall(r"\w+", text.lower())` has them, marks, ZWNJ and ZWJ kept in their word.

    The form that other tools compare; laid out like `normal_form`.
    """
    return _in_order(_joined(encoded(texts)), _plain_ascii, _plain_other)


def encoded(texts: Sequence[str]) -> list[bytes]:
    """Each text as UTF-8, lone surrogates as they are."""
    return [text.encode("utf-8", "surrogatepass") for text in texts]


def _trimmed(texts: Sequence[str], lines: Sequence[bytes]) -> bytes:
    """The texts without datelines and credits, joined."""
    data = _joined(lines)
    parts, last = [], 0
    for number, start, end in trimmable(data).tolist():
        text = texts[number]
        if (kept := trim(text)) is not text:
            parts += [data[last:start], kept.replace("\n", " ").encode("utf-8", "surrogatepass")]
            last = end
    return b"".join([*parts, data[last:]]) if parts else data


def _joined(lines: Sequence[bytes]) -> bytes:
    """One line per text, each ended by a line feed."""
    data = b"\n".join([*lines, b""])
    if data.count(b"\n") == len(lines):
        return data
    parted = b"\0".join([*lines, b""])
    if parted.count(b"\0") == len(lines):
        return parted.translate(_PARTED)
    return _joined([line.replace(b"\n", b" ") for line in lines])


def _in_order(data: bytes, ascii_form: Form, other_form: Form) -> bytes:
    """Applies one function to the ASCII lines and one to the others, and restores the order."""
    if data.isascii():
        return ascii_form(data) if data else b""
    lines = data.split(b"\n")[:-1]
    others = {number for number, line in enumerate(lines) if not line.isascii()}
    return _parted(lines, others, ascii_form, other_form)


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
    """The lines with quotes, symbols and accented letters as ASCII, where only few others are among them."""
    rest = data.translate(None, _SEVEN_BITS)
    if len(rest) > _SPARSE * len(data):
        return data
    rare = sorted(set(rest.decode("utf-8", "surrogatepass")))
    if len(rare) > _FEW:
        return data
    text = data.decode("utf-8", "surrogatepass")
    for character in rare:  # in a str: bytes with a common first byte are looked for far slower
        if (plain := _single(character)) is not None:
            text = text.replace(character, plain)
    return text.encode("utf-8", "surrogatepass")


@lru_cache(maxsize=1 << 12)
def _single(character: str) -> str | None:
    """What a character folds to in any company, in ASCII; None where it has no such form."""
    if mark_characters()[ord(character)]:
        return None
    codes = folded_table()[_codes(folded(FOLDED.get(character, character)))]
    return "".join(map(chr, codes.tolist())) if (codes < 128).all() else None


def _plain_ascii(data: bytes) -> bytes:
    return _squeezed(np.frombuffer(data.translate(_ASCII), np.uint8)).tobytes()


def _plain_other(data: bytes) -> bytes:
    text = data.decode("utf-8", "surrogatepass").lower().replace("\u200c", "").replace("\u200d", "")
    return _utf8(_squeezed(plain_table()[_codes(text)]))


def _fold_ascii(data: bytes) -> bytes:
    codes = np.frombuffer(bytearray(data.translate(_ASCII_POINTS)), np.uint8)
    return _squeezed(_with_figures(codes)).tobytes()


def _fold_other(data: bytes) -> bytes:
    codes = _codes(data.decode("utf-8", "surrogatepass"))
    mapped = folded_codes(codes)
    complicated = np.flatnonzero(mapped == COMPLEX)
    if len(complicated):
        taken = set(np.searchsorted(np.flatnonzero(codes == _LINE), complicated).tolist())
        return _parted(data.split(b"\n")[:-1], taken, _fold_other, _fold_whole)
    return _utf8(_squeezed(_apart(_with_figures(mapped[mapped != DROPPED]))))


def _fold_whole(data: bytes) -> bytes:
    text = data.decode("utf-8", "surrogatepass")
    for character in rare_characters(text) & FOLDED.keys() - {"\n"}:
        text = text.replace(character, FOLDED[character])
    return _utf8(_squeezed(_apart(_with_figures(folded_table()[_codes(folded(text))]))))


def _codes(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")


def _utf8(codes: NDArray[np.uint32]) -> bytes:
    return codes.astype("<u4").tobytes().decode("utf-32-le").encode()


def _with_figures(codes: Codes) -> Codes:
    """Keeps a point between digits, drops a comma between thousands; others become spaces."""

    def digit(places: NDArray[np.intp]) -> NDArray[np.bool_]:
        return (np.take(codes, places, mode="clip") - 0x30).astype(codes.dtype) <= 9

    points = np.flatnonzero(codes == _POINT)
    commas = np.flatnonzero(codes == _COMMA)
    thousands = digit(commas - 1) & digit(commas + 1) & digit(commas + 2) & digit(commas + 3) & ~digit(commas + 4)
    codes[points[~(digit(points - 1) & digit(points + 1))]] = SPACE
    codes[commas] = SPACE
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
    blank, line = codes == SPACE, codes == _LINE
    idle = blank.copy()
    idle[:-1] &= blank[1:] | line[1:]
    idle[1:] |= blank[1:] & line[:-1]
    idle[:1] |= blank[:1]
    squeezed: Codes = codes[~idle]
    leading = (squeezed[1:] == SPACE) & (squeezed[:-1] == _LINE)
    if not leading.any() and squeezed[:1] != SPACE:
        return squeezed
    return _squeezed(squeezed)
