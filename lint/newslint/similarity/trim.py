"""The part of a block that copies of it share: without a leading dateline and a trailing credit."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newslint.datelines import credit_start, dateline_end
from newslint.lazy import lazy_pattern

from .compiled import kernel

AGENCIES: Final = (
    "AA|AAP|ADN|AFP|ANKA|ANP|ANSA|AP|APA|APP|Anadolu Agency|Associated Press|Belga|Bloomberg|CNN|CP|Corbis|DHA|DPA|EFE|"
    "EPA|Getty Images|Getty|IANS|IHA|İHA|IRNA|Interfax|Kyodo News|Kyodo|NTB|PA|PA Wire|PTI|Press Association|REUTERS|"
    "Reuters|RIA Novosti|Rex|SANA|SPA|Shutterstock|TAP|TASS|UPI|WAM|Xinhua|ZUMA|dpa"
)
"""News and photo agencies, as they sign texts and pictures."""

_AGENCY: Final = rf"(?:{AGENCIES})"
_DASH: Final = r"(?:\.?--?|[\u2013\u2014:])"
_PLACE: Final = r"[^\Wa-zß-ÿ\d_][^a-zß-ÿ()\n\u2013\u2014]{1,30}"
_DATE: Final = r"(?:,\s?(?:[^\W\d_]{3,9}\.?\s\d{1,2}|\d{1,2}\.?\s[^\W\d_]{3,9}\.?)(?:,\s\d{4})?)"
DATELINE: Final = lazy_pattern(
    rf"[^\Wa-z\d_][\w .'-]{{1,30}}(?:,\s[A-Z]\w{{1,30}}\.?)?{_DATE}?\s?[(\[]{_AGENCY}[)\]]\s?{_DASH}\s?"
    rf"|(?:{_PLACE}(?:,\s[A-Z]\w{{1,30}}\.?)?{_DATE}?\s?)?[(\[]{_AGENCY}[)\]]\s?{_DASH}\s?"
    rf"|{_PLACE}(?:,\s[A-Z]\w{{1,30}}\.?)?(?:{_DATE}\s?{_DASH}\s|\s(?:--|[-\u2013\u2014])\s(?![a-zß-ÿ]))"
    rf"|[^\W\d_]{{2,20}}\s?[(\[][^\W\d_]{{2,12}}[)\]]\s?[-\u2013\u2014]\s?(?=[\u0600-\u06ff])"
)
"""Place, date and agency before a story: `LONDON, Feb 26 (Reuters) - `, `PARIS — `; `newslint.datelines` has more.

Behind a dash alone a story begins with a capital: `IBM - the technology group - will cut` has none.
"""

CREDIT: Final = lazy_pattern(
    rf"\s?[(\[][^()\[\]]{{0,60}}?\b{_AGENCY}\b[^()\[\]]{{0,40}}[)\]]\.?$"
    r"|\s?[(\[]?\b(?i:photo(?:graph)?s?|image|picture|pic|file photo|foto|fotoğraf|bild)\s?"
    r"(?i:credit|by|courtesy|courtesy of)?\s?:\s?[^.!?:()\[\]]{2,60}[)\]]?\.?$"
    rf"|[.!?\"\u201d]\s?[^.!?]{{0,40}}?\b{_AGENCY}(?:\sPhoto)?(?:\s?/\s?[^.!?/]{{2,40}})?\.?$"
    rf"|\s[-\u2013\u2014]\s?{_AGENCY}$"
)
"""Who took the picture or sent the text: `(AP Photo/Jane Roe)`, `Photograph: Jane Roe/EPA`, `— AFP`."""

_SHORTEST: Final = 12
_HEAD: Final = 60
_TAIL: Final = 110
_NAMES: Final = frozenset(re.findall(r"\w+", AGENCIES))
_SIGNED: Final = (*AGENCIES.split("|"), "Photo")
"""How a credit ends that is neither in brackets nor has a slash."""
_SIGNED_ENDS: Final = frozenset(name[-2:] for name in _SIGNED)
_LABELS: Final = ("photo", "image", "pic", "foto", "bild")
_WORD: Final = re.compile(r"\w+")
_SENTENCE_END: Final = frozenset(".!?\u2026\"\u201d\u2019'\u3002\u061f\u0964")


_FRONT: Final = 72
"""Characters at the front of a line that may show a dateline: no fewer than those in which `dateline_end` looks."""
_DASHED: Final = 64
"""No fewer than `_HEAD`. All are multiples of eight: rows are looked through by eight."""
_REAR: Final = 40
_WIDEST: Final = 4
"""Bytes of a character at most."""
_END_BYTES: Final = np.isin(np.arange(256), [ord(sign) for sign in _SENTENCE_END if sign.isascii()])
_QUOTE_ENDS: Final = np.isin(np.arange(256), [sign.encode()[2] for sign in "\u2026\u201d\u2019"])
"""The third byte of `_SENTENCE_END` that begin with E2 80."""
_BRACKETS: Final = np.isin(np.arange(256), [ord(sign) for sign in ")]"])
_OPENING: Final = np.isin(np.arange(256), [0x28, 0x5B, *range(0xD0, 0xE2), *range(0xE3, 0xF8)])
"""Bytes that begin a dateline of another alphabet: brackets, letters from U+0400 on, no quotes and dashes (E2)."""

_CLASSES: Final = (_END_BYTES + 2 * _QUOTE_ENDS + 4 * _BRACKETS + 8 * _OPENING).astype(np.uint8)
"""The four as kernel.c reads them: a bit each."""

Bytes = NDArray[np.uint8]
Places = NDArray[np.int64]
Truth = NDArray[np.bool_]


def trimmable(data: bytes, ends: Places) -> Places:
    """The lines that `trim` has to be asked about; it changes no other.

    Args:
        data: lines in UTF-8, each ended by a line feed; blanks in the place of line feeds within a text.
        ends: where these line feeds are.

    Returns:
        int64[n, 3]: number, start and end of each.
    """
    starts = _starts(ends)
    numbers = _asked(data, starts, ends)
    return np.column_stack([numbers, starts[numbers], ends[numbers]])


def trimmed_spans(texts: Sequence[str], data: bytes, ends: Places) -> tuple[Places, Places]:
    """Where in `data` begins and ends what `trim` leaves of each text: int64[n] each."""
    starts, ends = _starts(ends), ends.copy()
    for number in _asked(data, starts, ends).tolist():
        text = texts[number]
        start, end = kept_span(text)
        if start:
            starts[number] += len(text[:start].encode("utf-8", "surrogatepass"))
        if end < len(text):
            ends[number] -= len(text[end:].encode("utf-8", "surrogatepass"))
    return starts, ends


@cache
def _listed(names: Collection[str]) -> bytes:
    return "\n".join([*sorted(names), ""]).encode()


def _starts(ends: Places) -> Places:
    return np.concatenate([np.zeros(min(1, len(ends)), np.int64), ends[:-1] + 1])


def _asked(data: bytes, starts: Places, ends: Places) -> Places:
    if (compiled := kernel()) is not None:
        return compiled.trimmable(data, starts, ends, _CLASSES, _listed(_NAMES), _listed(_LABELS))
    lines = _Lines(data, starts, ends - starts)
    asked = _maybe_dated(lines) | _maybe_credited(lines)
    return np.flatnonzero(asked & (lines.sizes >= _SHORTEST))


class _Lines:
    """The bytes at both ends of lines."""

    def __init__(self, data: bytes, starts: Places, sizes: Places) -> None:
        self._padding = _FRONT * _WIDEST
        self._codes = np.frombuffer(b"".join([bytes(self._padding), data, bytes(self._padding)]), np.uint8)
        self.starts, self.sizes, self._ends = starts, sizes, starts + sizes

    def byte(self, place: int) -> Bytes:
        """The byte at one place, from the end if below 0; that of another line where the line is shorter."""
        places = self.starts + (place if place >= 0 else self.sizes + place)
        found: Bytes = self._codes[places + self._padding]
        return found

    def near(self, sign: int, *, start: bool) -> Truth:
        """The lines that hold a rare ASCII sign about where a dateline starts, or a credit ends."""
        places = np.flatnonzero(self._codes[self._padding : len(self._codes) - self._padding] == sign)
        numbers = np.searchsorted(self._ends, places)
        left = places - self.starts[numbers] if start else self._ends[numbers] - 1 - places
        near = np.zeros(len(self.starts), np.bool_)
        near[numbers[left < (_DASHED if start else _REAR) * _WIDEST]] = True
        return near

    def front(self, numbers: Places, width: int) -> Bytes:
        """The first bytes of lines, 0 behind them: uint8[n, width]."""
        sizes = self.sizes[numbers]
        rows = self._windows(self.starts[numbers] + self._padding, width)
        short = np.flatnonzero(sizes < width)
        rows[short] *= np.arange(width) < sizes[short, None]
        return rows

    def rear(self, numbers: Places, width: int) -> Bytes:
        """The last bytes of lines, 0 before them: uint8[n, width]."""
        sizes = self.sizes[numbers]
        rows = self._windows(self.starts[numbers] + sizes + (self._padding - width), width)
        short = np.flatnonzero(sizes < width)
        rows[short] *= np.arange(width) >= width - sizes[short, None]
        return rows

    def _windows(self, places: Places, width: int) -> Bytes:
        rows: Bytes = np.lib.stride_tricks.sliding_window_view(self._codes, width)[places]
        return rows


def _maybe_dated(lines: _Lines) -> Truth:
    first, second = lines.byte(0), lines.byte(1)
    small = (second >= 0x61) & (second <= 0x7A) & (first <= 0x7F)  # such lines begin with no place
    opening = _OPENING[first]
    asked = opening & (first > 0x7F)
    numbers = np.flatnonzero((~small | opening | lines.near(0x28, start=True)) & ~asked)
    front = lines.front(numbers, _FRONT)
    wide = _with_any(front > 0x7F)
    dashed, bracketed = _dashed_and_bracketed(front[:, :_DASHED])
    dashed[wide], bracketed[wide] = _dashed_and_bracketed(lines.front(numbers[wide], _DASHED * _WIDEST))
    asked[numbers] = (dashed & (bracketed | ~small[numbers])) | (wide & opening[numbers])
    return asked


def _dashed_and_bracketed(rows: Bytes) -> tuple[Truth, Truth]:
    """Which rows hold a hyphen, a colon or the last byte of a dash, and which an opening bracket."""
    dashes = (rows == 0x2D) | (rows == 0x3A) | (rows == 0x93) | (rows == 0x94)
    return _with_any(dashes), _with_any(rows == 0x28)


def _maybe_credited(lines: _Lines) -> Truth:
    last, third = lines.byte(-1), lines.byte(-3)
    quoted = (third == 0xE2) & (lines.byte(-2) == 0x80) & _QUOTE_ENDS[last]
    before = np.where(quoted, lines.byte(-4), lines.byte(-2))
    asked: Truth = ~(_END_BYTES[last] | quoted) | _BRACKETS[before]
    numbers = np.flatnonzero(lines.near(0x2F, start=False) & ~asked)
    rear = lines.rear(numbers, _REAR)
    slashed, wide = _with_any(rear == 0x2F), _with_any(rear > 0x7F)
    slashed[wide] = _with_any(lines.rear(numbers[wide], _REAR * _WIDEST) == 0x2F)
    asked[numbers] = slashed
    return asked


def _with_any(found: Truth) -> Truth:
    """The rows that hold a True; far faster than `any` along rows so short."""
    eights = found.view(np.uint64)
    rows = np.zeros(len(found), np.bool_)
    rows[np.flatnonzero(eights) // eights.shape[1]] = True
    return rows


def trim(text: str) -> str:
    """`text` without its leading dateline and its trailing credit; unchanged where nothing else would be left."""
    start, end = kept_span(text)
    return text[start:end] if start or end < len(text) else text


def kept_span(text: str) -> tuple[int, int]:
    """Where what `trim` leaves begins and ends, in characters."""
    start = 0
    if not "a" <= text[1:2] <= "z" or "(" in text[:_HEAD]:  # others cannot begin with a dateline
        head = text[:_HEAD]
        if "-" in head or "\u2014" in head or "\u2013" in head or ":" in head:
            match = DATELINE.match(text)
            start = match.end() if match else 0
        start = start or dateline_end(text)
    end = len(text)
    if text[-1:] not in _SENTENCE_END or text[-2:-1] in ")]" or "/" in text[-40:]:
        end = _credit_start(text)
    if (start or end < len(text)) and _width(text[start:end]) >= _SHORTEST:
        return start, end
    return 0, len(text)


def _width(text: str) -> int:
    """Characters; those of Chinese, Japanese and Korean say as much as two letters."""
    return len(text) if text.isascii() or len(text) >= _SHORTEST else len(text) + sum(map("\u1100".__le__, text))


def _credit_start(text: str) -> int:
    tail = text[-_TAIL:]
    elsewhere = credit_start(text)
    if elsewhere < len(text):
        return elsewhere
    if not (":" in tail and _labelled(tail.lower())):
        signed = "/" in tail or _ends_signed(tail.rstrip(".\n")) or text[-1:] in ")]" or text[-2:-1] in ")]"
        if not signed or _NAMES.isdisjoint(_WORD.findall(tail)):
            return len(text)
    match = CREDIT.search(text, len(text) - len(tail))
    if match is None:
        return len(text)
    return match.start() + (text[match.start()] in '.!?"\u201d')


def _ends_signed(tail: str) -> bool:
    return tail[-2:] in _SIGNED_ENDS and tail.endswith(_SIGNED)


def _labelled(tail: str) -> bool:
    return any(map(tail.__contains__, _LABELS))
