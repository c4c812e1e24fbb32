"""Cyrillic that was misread among its own code pages: KOI8-R, Windows-1251, IBM 866, and UTF-8 read as one of them.

KOI8-R (RFC 1489) has its small letters where Windows-1251 has its capitals: whoever takes one for the other turns a
text into capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newslint import lazy_pattern

from .repairs import LINE, Repair, recoded, run_in

COMMON: Final = frozenset("оеаинтсрвлкмдпуяы")
"""The most common letters of Russian: more than eight in ten of a text's letters."""

ARABIC: Final = "اليمنورتبعدسفهكقأةحجىإ"
"""The same of Arabic."""
_MIXED_CASE: Final = lazy_pattern(r"[а-яёўґѕ][А-ЯЁ]+(?=[а-яёўґѕ])")
_FEWEST_MIXED: Final = 2
"""Capitals between small letters in a line that say it is no Russian."""
_LIKELY: Final = 0.75
_LIKELIER: Final = 0.15
_LIKELIER_INVERTED: Final = 0.05
_INVERTED: Final = lazy_pattern(r"\b[а-яё][А-ЯЁ]{3,}\b")
"""A word as nobody writes it: a small letter, and capitals behind it."""
_FEWEST: Final = 20
"""Letters of a line that tell one code page from another."""

_SMALL: Final = lazy_pattern("[а-яё]")
_LETTERS: Final = lazy_pattern("[А-Яа-яЁё]")
_IBM_SIGNS: Final = lazy_pattern("[А-яЁё─-▟■√·∙№°¤\xa0-\xffЂ-џҐґ€™‘-„†‡•…‰‹›–—]")
_IBM_SURE: Final = lazy_pattern("[\xa0\xad¦«®¬Ґґ°§©]+[а-яА-Я]|[а-яА-Я][\xa0\xad¦«®¬Ґґ°§©]")
_IBM_KINDS: Final = (
    ("cp1251", "cp866", _IBM_SURE, "IBM 866 read as windows-1251"),
    ("cp866", "cp1251", lazy_pattern("[─-▟■√][а-яА-Я]|[а-яА-Я][─-▟■√]"), "windows-1251 read as IBM 866"),
)
_FLIPS: Final = (
    ("koi8_r", "cp1251", "windows-1251 read as KOI8-R"),
    ("cp1251", "koi8_r", "KOI8-R read as windows-1251"),
)


def _high(codec: str) -> str:
    """What a code page shows for the second byte of a Cyrillic letter in UTF-8."""
    return bytes(range(0x80, 0xC0)).decode(codec)


_PAIRS: Final = {
    codec: lazy_pattern(f"(?:[{leads}][{re.escape(_high(codec))}])(?:[ -~]*[{leads}][{re.escape(_high(codec))}]){{3,}}")
    for codec, leads in (("koi8_r", "пя"), ("cp866", "╨╤"))
}
_SIGNS: Final = frozenset(sign for codec in _PAIRS for sign in _high(codec) if not sign.isalpha() and sign > "\xff")

CYRILLIC: Final = _SIGNS | frozenset("ЪЩ®■√╚┬╧")
INVERTED_JOINT: Final = ("а-яё", "А-ЯЁ", "А-ЯЁ", "А-ЯЁ")
MIXED_JOINT: Final = ("а-яёўґѕ", "А-ЯЁ")
"""One of these, or one of these joints, stands in every line of some length that is misread in one of these ways.

In place of `я` and `ы` there are `Ъ` and `Щ`, which as capitals are the rarest of letters otherwise.
"""


def cyrillic_repairs(text: str, characters: frozenset[str]) -> Iterator[Repair]:
    """The misread runs of `text`, one a line.

    Args:
        characters: the rare characters of the text.
    """
    if ("®" in characters and not characters.isdisjoint("Ґ«¦Ў")) or not characters.isdisjoint("■√╚┬╧"):
        yield from _ibm_as_windows(text)
    if characters & _SIGNS:
        yield from _utf8_as_other(text)
    if characters & frozenset("ЪЩ") or _INVERTED.search(text):
        yield from _flipped(text)
    if _MIXED_CASE.search(text):
        yield from _arabic_as_windows(text)


def _ibm_as_windows(text: str) -> Iterator[Repair]:
    """Half of the letters of one are signs in the other."""
    for read_as, written_in, sure, cause in _IBM_KINDS:
        for line in LINE.finditer(text):
            if len(sure.findall(line[0])) < 3:
                continue
            run = run_in(line, _IBM_SIGNS)
            meant = recoded(run.text, read_as, written_in) or ""
            letters = len(_LETTERS.findall(meant))
            if _share(meant) >= _LIKELY and letters >= _FEWEST and 2 * letters > len(meant):
                yield run.repair(meant, read_as, written_in, cause)


def _utf8_as_other(text: str) -> Iterator[Repair]:
    for codec, pairs in _PAIRS.items():
        for match in pairs.finditer(text):
            meant = recoded(match[0], codec, "utf-8")
            if meant and _share(meant) >= _LIKELY:
                name = {"koi8_r": "KOI8-R", "cp866": "IBM 866"}[codec]
                yield Repair(*match.span(), meant, f"UTF-8 read as {name}", (f"encode {codec}", "decode utf-8"))


def _flipped(text: str) -> Iterator[Repair]:
    for line in LINE.finditer(text):
        run = run_in(line, _LETTERS)
        if run.signs < _FEWEST or 4 * len(_SMALL.findall(line[0])) > run.signs:
            continue
        for read_as, written_in, cause in _FLIPS:
            meant = recoded(run.text, read_as, written_in)
            nearer = _LIKELIER_INVERTED if _INVERTED.search(run.text) else _LIKELIER
            if meant and _share(meant) >= max(_LIKELY, _share(run.text) + nearer):
                yield run.repair(meant, read_as, written_in, cause)
                break


def _arabic_as_windows(text: str) -> Iterator[Repair]:
    """Arabic letters are capitals and small ones of Windows-1251, without rule inside words."""
    for line in LINE.finditer(text):
        if len(_MIXED_CASE.findall(line[0])) < _FEWEST_MIXED:
            continue
        run = run_in(line, _LETTERS)
        meant = recoded(run.text, "cp1251", "cp1256") or ""
        letters = [letter for letter in meant if letter.isalpha() and letter > "\xff"]
        if sum(letter in ARABIC for letter in letters) >= _LIKELY * len(letters) and len(letters) > len(run.text) // 2:
            yield run.repair(meant, "cp1251", "cp1256", "windows-1256 read as windows-1251")


def _share(text: str) -> float:
    """How many of the Cyrillic letters are common ones: 0 to 1."""
    letters = _LETTERS.findall(text)
    return sum(letter.lower() in COMMON for letter in letters) / max(1, len(letters))
