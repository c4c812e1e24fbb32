"""Pure functions on text: the comparison form of a line, and which rare characters a text holds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from .lazy import lazy_pattern

ORDINARY: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 \n.,;:'\"!?()-/$%"
"""The ASCII characters that no rule has to be told about."""

SPACES: Final = frozenset("\t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000\r\n") | frozenset(
    map(chr, range(0x2000, 0x200B))
)
"""White space other than U+0020, as `str.isspace` has it, line ends included."""

BIDI_MARKS: Final = frozenset("\u061c\u200e\u200f")
BIDI_CONTROLS: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
INVISIBLE: Final = (
    frozenset("\u00ad\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff") | BIDI_MARKS | BIDI_CONTROLS
)
"""Characters without a glyph of their own: zero-width, soft hyphen, byte order mark, direction controls."""

_BLANK: Final = SPACES | INVISIBLE | {" "}

_QUOTES: Final = dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4\u0060", "'") | dict.fromkeys(
    "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'
)
_DASHES: Final = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")

FOLDED: Final[dict[str, str]] = dict.fromkeys(SPACES, " ") | dict.fromkeys(INVISIBLE, "") | _QUOTES | _DASHES
"""What the comparison form puts in the place of a character."""
_FOLDABLE: Final = frozenset(FOLDED)

_MARK: Final = (
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
_MARKS: Final = lazy_pattern(f"({_MARK}{{30}}){_MARK}+")

COMPOSED: Final = 400
"""Longer texts are compared without NFKC: it is slow, and nobody prints a long paragraph once composed, once not."""


def character_set(ranges: str) -> frozenset[str]:
    """The characters of a regular expression's class, without its brackets: single ones and ranges like `a-z`.

    Raises:
        ValueError: a range ends before it begins.
    """
    characters: set[str] = set()
    place = 0
    while place < len(ranges):
        first, last = ranges[place], ranges[place + 2 : place + 3] if ranges[place + 1 : place + 2] == "-" else ""
        if last and last < first:
            raise ValueError(f"the range {first!a}-{last!a} ends before it begins")
        characters.update(map(chr, range(ord(first), ord(last or first) + 1)))
        place += 3 if last else 1
    return frozenset(characters)


def rare_characters(text: str) -> frozenset[str]:
    """The distinct characters of `text` beside letters, digits and common punctuation of ASCII, and `common_han()`.

    One `bytes.translate` drops the ordinary ones (some 2 GB/s), so only what is left is looked at one by one.
    """
    return rare_in(text.encode("utf-8", "surrogatepass"))


def rare_in(data: bytes) -> frozenset[str]:
    """The `rare_characters` of a text in UTF-8."""
    rest = data.translate(None, ORDINARY)
    if not rest:
        return frozenset()
    if 4 * (rest.count(b"\xd8") + rest.count(b"\xd9")) > len(rest):
        return _distinct_in_arabic(rest)
    others = rest.decode("utf-8", "surrogatepass")
    return frozenset(_common_han_runs().sub("", others) if may_hold_han(rest) else others)


def may_hold_han(data: bytes) -> bool:
    """Whether a byte with which CJK Unified Ideographs begin stands in UTF-8."""
    return any(lead in data for lead in _HAN_LEADS)


_HAN_LEADS: Final = (b"\xe5", b"\xe6", b"\xe7", b"\xe4", b"\xe8", b"\xe9")
_IN_MISREAD_TEXT: Final = frozenset("\u8757\u879f")
"""Common ones that are a sign of misread Japanese: two kinds of insects."""


@cache
def common_han() -> frozenset[str]:
    """The 3,755 characters of level 1 of GB 2312 (but two): nine in ten of a Chinese text, and no rule is about one.

    To tell which of them a text holds takes several times as long as everything else that is asked about it.
    """
    codes = bytes(byte for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF) for byte in (row, cell))
    return frozenset(codes.decode("gb2312", "ignore")) - _IN_MISREAD_TEXT


@cache
def _common_han_runs() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(common_han()))}]+")


_ALL_BYTES: Final = bytes(range(256))
_REFERENCE: Final = re.compile(rb"&#(\d+);")


def _distinct_in_arabic(rest: bytes) -> frozenset[str]:
    """The distinct characters of UTF-8 without ordinary ones, most of it in Arabic letters.

    In a code page of one byte a letter, the bytes that occur are told without a look at each of them. What the code
    page lacks stands there as `&#1632;`: there are no digits otherwise.
    """
    coded = rest.decode("utf-8", "surrogatepass").encode("cp1256", "xmlcharrefreplace")
    absent = _ALL_BYTES.translate(None, coded)
    present = _ALL_BYTES.translate(None, absent + ORDINARY + b"&#")
    others = {chr(int(code)) for code in set(_REFERENCE.findall(coded))}
    if may_hold_han(rest):
        others -= common_han()
    signs = [sign for sign in "&#" if sign.encode() in rest]
    return frozenset((*present.decode("cp1256"), *others, *signs))


def is_blank(text: str) -> bool:
    """Whether it holds no visible character: nothing, white space, or characters without a glyph of their own."""
    return _BLANK.issuperset(text)


def fold(text: str, rare: frozenset[str] | None = None) -> str:
    """The form in which lines are compared: what a reader would call the same line folds to the same string.

    Invisible characters are dropped, white space is collapsed, quotes and dashes are unified, then NFKC (but for texts
    longer than `COMPOSED`) and casefold: Unicode Standard Annex 15; section 3.13 of the standard. The Turkish i with a
    dot and without are one, because capitals do not keep them apart. The text itself is never changed by this.

    Args:
        text: one line or block.
        rare: `rare_characters` of this text or of one that holds it, where the caller has them already.
    """
    if not text.isascii() or "\t" in text or "\r" in text or "\v" in text or "\f" in text:
        for character in _FOLDABLE.intersection(text if rare is None else rare):
            if character in text:
                text = text.replace(character, FOLDED[character])
        if not text.isascii() and len(text) <= COMPOSED:
            text = normalize("NFKC", text)
    if "\n" in text:
        text = text.replace("\n", " ")
    if "  " in text:
        text = " ".join(text.split())
    text = text.strip().casefold()
    return text if text.isascii() else text.replace("i\u0307", "i").replace("\u0131", "i")


ONE_BY_ONE: Final = frozenset("\t\v\f\r\x1c\x1d\x1e\x1f`")
"""What is folded in lines with other characters beside ASCII only, or makes them so."""


def fold_lines(lines: Sequence[str], rare: frozenset[str], *, compose: bool = True) -> tuple[str, ...]:
    """`fold` of each line; far faster, for nearly all of the work is done on all of them at once.

    Args:
        rare: `rare_characters` of a text that holds the lines.
        compose: False for beginnings of lines of more than `COMPOSED` characters without `ONE_BY_ONE`.
    """
    joined = "\n".join(lines)
    if joined.count("\n") >= len(lines) or not rare.isdisjoint(ONE_BY_ONE):
        return tuple([fold(line, rare) for line in lines])
    if joined.isascii():
        folded = joined.lower().split("\n")
        if "  " in joined:
            return tuple([" ".join(line.split()) for line in folded])
        return tuple(map(str.strip, folded))
    for character in rare & _FOLDABLE:
        joined = joined.replace(character, FOLDED[character])
    composed = _composed_lines(joined) if compose else joined
    joined = _case_folded(joined, rare) if composed is joined else composed.casefold()
    if "  " in joined:
        joined = "\n".join([" ".join(line.split()) for line in joined.split("\n")])
    joined = joined.replace("i\u0307", "i").replace("\u0131", "i")
    return tuple(map(str.strip, joined.split("\n")))


def _case_folded(text: str, rare: frozenset[str]) -> str:
    """`str.casefold` of a text; of its letters beyond ASCII those with case are in `rare`.

    In Latin-1 the letters of ASCII are folded at once, the few others one by one: in a tenth of the time.
    """
    try:
        folded = text.encode("latin-1").lower().decode("latin-1")
    except UnicodeEncodeError:
        return text.casefold()
    for character in rare:
        if character > "\x7f" and (small := character.casefold()) != character:
            folded = folded.replace(character, small)
    return folded


def _composed_lines(joined: str) -> str:
    """NFKC of each line of at most `COMPOSED` characters; a line end never combines with anything."""
    if unicodedata.is_normalized("NFKC", joined):
        return joined
    lines = joined.split("\n")
    short = [number for number, line in enumerate(lines) if len(line) <= COMPOSED]
    composed = _composed("\n".join([lines[number] for number in short])).split("\n")
    for number, line in zip(short, composed, strict=bool(short)):
        lines[number] = line
    return "\n".join(lines)


def _composed(joined: str) -> str:
    """NFKC of short lines; where only the full-width signs of Chinese are in the way, it takes no time."""
    if _MARKS.search(joined):
        return "\n".join([normalize("NFKC", line) for line in joined.split("\n")])
    for sign, narrow in _NARROW.items():
        joined = joined.replace(sign, narrow)
    return joined if unicodedata.is_normalized("NFKC", joined) else unicodedata.normalize("NFKC", joined)


_NARROW: Final = {sign: unicodedata.normalize("NFKC", sign) for sign in "，：！？（）；％～．"}
"""What stands in Chinese prose, and is one ASCII character in NFKC."""


@cache
def folded_alone() -> frozenset[str]:
    """Rare characters, of European letters and signs, that fold to the same whatever stands beside them."""
    signs = frozenset(map(chr, range(0x21, 0x300))) | _FOLDABLE | {"\u20ac"}
    return frozenset(sign for sign in signs - ONE_BY_ONE if unicodedata.is_normalized("NFKC", FOLDED.get(sign, sign)))


def normalize(form: str, text: str) -> str:
    """`unicodedata.normalize` in linear time: runs of more than 30 combining marks are cut first.

    Older interpreters sort such runs in quadratic time (python/cpython issue 149079); 30 is the bound of the
    Stream-Safe Text Format (Unicode Standard Annex 15, section 13).
    """
    if unicodedata.is_normalized(form, text):  # type: ignore[arg-type]
        return text
    return unicodedata.normalize(form, _MARKS.sub(r"\1", text))  # type: ignore[arg-type]


def nearest(name: str, known: Iterable[str]) -> str:
    """A hint with the known name that is most like `name`: `; did you mean "select"?`; empty where none is.

    Known names have no capitals.
    """
    import difflib  # only where something is wrong

    close = difflib.get_close_matches(name.lower(), list(known), n=1)
    return f'; did you mean "{close[0]}"?' if close else ""
