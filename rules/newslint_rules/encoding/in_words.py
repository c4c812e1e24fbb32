"""Accented letters of Latin words that were written as UTF-8 and read in a code page of another script.

A letter of U+00C0–U+017F is two bytes in UTF-8, C3…C5 and 80…BF. In GBK they are one Chinese character (`d茅clar茅`),
in Shift-JIS two half-width kana, in Windows-1251, Windows-1256, KOI8-R and IBM 850 a letter and what follows it
(`dГ©clarГ©`). The proof is the way back: what comes out of the word are Latin letters and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from newslint import character_set, lazy_pattern

from .repairs import Repair, recoded

_TRAILS: Final = range(0x80, 0xC0)
_LEADS: Final = (0xC3, 0xC4, 0xC5)
_COMMON: Final = "éèàáäçíñóöüßãşğłę"
"""One of these stands in every sentence of which so much was misread that it can be told."""


class _Reading(NamedTuple):
    """An encoding as it is named and as Python names it; the characters that come of such letters; and what is no
    chance: characters side by side, as `Needs.joints` has them."""

    name: str
    codec: str
    characters: frozenset[str]
    sure: tuple[str, ...]


def _narrow(name: str, codec: str) -> _Reading:
    """A code page of single bytes: a small letter before what the first of the two becomes."""
    first = bytes(_LEADS).decode(codec)
    second = "".join(bytes((trail,)).decode(codec, "ignore") for trail in _TRAILS)
    return _Reading(name, codec, frozenset(first + second), ("a-z", first))


_READINGS: Final = (
    _Reading(
        "GBK",
        "gbk",
        frozenset("".join(bytes((lead, trail)).decode("gbk", "ignore") for lead in _LEADS for trail in _TRAILS)),
        ("a-z", _COMMON.encode().decode("gbk"), "a-z"),
    ),
    _Reading("Shift-JIS", "cp932", character_set("\uff61-\uff85"), ("a-z", "\uff83-\uff85", "\uff61-\uff7f")),
    _narrow("windows-1251", "cp1251"),
    _narrow("windows-1256", "cp1256"),
    _narrow("KOI8-R", "koi8_r"),
    _narrow("IBM 850", "cp850"),
)
IN_WORDS_JOINTS: Final = frozenset(reading.sure for reading in _READINGS)
"""One of these stands in every text that is misread so."""
_SURE: Final = tuple(lazy_pattern("".join(f"[{part}]" for part in reading.sure)) for reading in _READINGS)
_ANY: Final = lazy_pattern("[a-z][^\x00-\x7f]")
_WORD: Final = lazy_pattern(  # never begun inside letters: a long run of these must not be tried from each of them
    "(?<![A-Za-z])[A-Za-z]*[^\x00-\x7f\\s]{1,6}[a-z]+(?:[^\x00-\x7f\\s]{1,6}[A-Za-z]*)*"
    "|(?<![A-Za-z])[A-Za-z]+[^\x00-\x7f\\s]{1,6}"
)


def in_word_repairs(text: str) -> Iterator[Repair]:
    """The misread words of `text`."""
    if not _ANY.search(text):
        return
    words: list[re.Match[str]] = []
    for reading, sure in zip(_READINGS, _SURE, strict=True):
        if sure.search(text):
            words = words or list(_WORD.finditer(text))
            found = [repair for match in words if (repair := _repair(match, reading))]
            if any(sure.search(text, repair.start, repair.end) for repair in found):
                yield from found


def _repair(match: re.Match[str], reading: _Reading) -> Repair | None:
    word = match[0]
    if not all(sign.isascii() or sign in reading.characters for sign in word):
        return None
    meant = recoded(word, reading.codec, "utf-8")
    if not meant or not meant.isalpha() or any(letter > "\u017f" for letter in meant):
        return None
    steps = (f"encode {reading.codec}", "decode utf-8")
    return Repair(*match.span(), meant, f"UTF-8 read as {reading.name}", steps)
