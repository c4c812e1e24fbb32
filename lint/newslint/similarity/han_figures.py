"""Numbers in Han characters as figures: `12万` is 120000, and `二十一` is 21."""

from __future__ import annotations

import re
from decimal import Decimal
from math import prod
from typing import Final

_DIGITS: Final = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_UNITS: Final = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_UNIT: Final = re.compile(f"[{''.join(_UNITS)}]")
_COUNTED: Final = re.compile(r"\d(?<![.,\d]\d)\d{0,8}(?:,\d{3}){0,4}(?:\.\d{1,9})? ?[百千]?[万萬亿億]{1,3}+")
_SIGNS: Final = "".join(_DIGITS | _UNITS)
_SPELLED: Final = re.compile(rf"[十{''.join(_DIGITS)}](?<![几幾数數{_SIGNS}].)[{_SIGNS}]{{1,15}}+(?![点{_SIGNS}])")
"""Neither a few tens nor what decimals follow."""


def with_han_figures(text: str) -> str:
    """The text with its numbers in Han characters as figures, where they are more than one digit."""
    if text.isascii() or not _UNIT.search(text):
        return text
    return _SPELLED.sub(_spelled, _COUNTED.sub(_counted, text))


def times(figure: str, size: int) -> str:
    """A figure that a word multiplies."""
    value = f"{Decimal(figure) * size:f}"
    return value.rstrip("0").rstrip(".") if "." in value else value


def _counted(match: re.Match[str]) -> str:
    figure = match[0].rstrip("百千万萬亿億")
    return times(figure.strip().replace(",", ""), prod(_UNITS[sign] for sign in match[0][len(figure) :]))


def _spelled(match: re.Match[str]) -> str:
    """The value of numerals; a mere row of them (the 13th five-year plan) stays."""
    total, section, digit, least, larger = 0, 0, 0, 10**4, 10**9
    for place, sign in enumerate(match[0]):
        size = _UNITS.get(sign, 0)
        if not size:
            if digit:
                return match[0]
            digit = _DIGITS[sign]
        elif size < 10**4:
            if size >= least or not (digit or place == 0):
                return match[0]
            section, digit, least = section + (digit or 1) * size, 0, size
        else:
            section += digit
            if not section + total or (section and size >= larger):
                return match[0]
            total = total + section * size if section else total * size
            section, digit, least, larger = 0, 0, 10**4, size
    return str(total + section + digit) if _UNIT.search(match[0]) else match[0]
