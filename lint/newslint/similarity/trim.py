"""The part of a block that copies of it share: without a leading dateline and a trailing credit."""

from __future__ import annotations

import re
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newslint.datelines import credit_start, dateline_end

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
DATELINE: Final = re.compile(
    rf"[^\Wa-z\d_][\w .'-]{{1,30}}(?:,\s[A-Z]\w+\.?)?{_DATE}?\s?[(\[]{_AGENCY}[)\]]\s?{_DASH}\s?"
    rf"|(?:{_PLACE}(?:,\s[A-Z]\w+\.?)?{_DATE}?\s?)?[(\[]{_AGENCY}[)\]]\s?{_DASH}\s?"
    rf"|{_PLACE}(?:,\s[A-Z]\w+\.?)?(?:{_DATE}\s?{_DASH}|\s(?:--|[-\u2013\u2014]))\s"
    rf"|[^\W\d_]{{2,20}}\s?[(\[][^\W\d_]{{2,12}}[)\]]\s?[-\u2013\u2014]\s?(?=[\u0600-\u06ff])"
)
"""Place, date and agency before a story: `LONDON, Feb 26 (Reuters) - `, `PARIS — `; `newslint.datelines` has more."""

CREDIT: Final = re.compile(
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
_LABELS: Final = ("photo", "image", "pic", "foto", "bild")
_WORD: Final = re.compile(r"\w+")
_SENTENCE_END: Final = frozenset(".!?\u2026\"\u201d\u2019'\u3002\u061f\u0964")


_FRONT: Final = 70
"""Bytes at the front of a line that may show a dateline: those in which `dateline_end` looks, too."""
_REAR: Final = 40
_END_BYTES: Final = np.isin(np.arange(256), [ord(sign) for sign in _SENTENCE_END if sign.isascii()])
_BRACKETS: Final = np.isin(np.arange(256), [ord(sign) for sign in ")]"])


def trimmable(data: bytes, ends: NDArray[np.int64]) -> NDArray[np.intp]:
    """The lines that `trim` has to be asked about; it changes no other.

    Args:
        data: lines in UTF-8, each ended by a line feed; blanks in the place of line feeds within a text.
        ends: where these line feeds are.

    Returns:
        int[n, 3]: number, start and end of each.
    """
    codes = np.frombuffer(data, np.uint8)
    starts = np.concatenate([np.zeros(min(1, len(ends)), np.intp), ends[:-1] + 1])
    sizes = ends - starts
    last, second = codes.take(ends - 1, mode="clip"), codes.take(starts + 1, mode="clip")
    front, rear = _windows(data, starts, sizes)
    head = front[:, :_HEAD]
    dashed, bracketed = np.zeros(len(ends), np.bool_), np.zeros(len(ends), np.bool_)
    dashed[_rows((head == 0x2D) | (head == 0x3A))] = True
    bracketed[_rows(head == 0x28)] = True
    asked = dashed & (bracketed | (second < 0x61) | (second > 0x7A))
    asked |= ~_END_BYTES[last] | _BRACKETS[codes.take(ends - 2, mode="clip")]
    asked[_rows(rear == 0x2F)] = True
    asked &= sizes >= _SHORTEST
    if not data.isascii():
        asked[_rows(front > 0x7F)] = True
        asked[_rows(rear > 0x7F)] = True
    numbers = np.flatnonzero(asked)
    return np.column_stack([numbers, starts[numbers], ends[numbers]])


def _windows(
    data: bytes, starts: NDArray[np.intp], sizes: NDArray[np.intp]
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The first and the last bytes of each line: uint8[n, `_FRONT`] and uint8[n, `_REAR`], 0 outside the line."""
    codes = np.frombuffer(b"".join([bytes(_REAR), data, bytes(_FRONT)]), np.uint8)
    front = np.lib.stride_tricks.sliding_window_view(codes, _FRONT)[starts + _REAR]
    short = np.flatnonzero(sizes < _FRONT)
    front[short] *= np.arange(_FRONT) < sizes[short, None]
    rear = np.lib.stride_tricks.sliding_window_view(codes, _REAR)[starts + sizes]
    short = short[sizes[short] < _REAR]
    rear[short] *= np.arange(_REAR) >= _REAR - sizes[short, None]
    return front, rear


def _rows(found: NDArray[np.bool_]) -> NDArray[np.intp]:
    """The rows that hold a True; far faster than `any` along rows so short."""
    rows: NDArray[np.intp] = np.flatnonzero(found) // found.shape[1]
    return rows


def trim(text: str) -> str:
    """`text` without its leading dateline and its trailing credit; unchanged where nothing else would be left."""
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
    kept = text[start:end]
    return kept if (start or end < len(text)) and _width(kept) >= _SHORTEST else text


def _width(text: str) -> int:
    """Characters; those of Chinese, Japanese and Korean say as much as two letters."""
    return len(text) if text.isascii() or len(text) >= _SHORTEST else len(text) + sum(map("\u1100".__le__, text))


def _credit_start(text: str) -> int:
    tail = text[-_TAIL:]
    elsewhere = credit_start(text)
    if elsewhere < len(text):
        return elsewhere
    labelled = ":" in tail and any(label in tail.lower() for label in _LABELS)
    if not labelled and _NAMES.isdisjoint(_WORD.findall(tail)):
        return len(text)
    match = CREDIT.search(text, len(text) - len(tail))
    if match is None:
        return len(text)
    return match.start() + (text[match.start()] in '.!?"\u201d')
