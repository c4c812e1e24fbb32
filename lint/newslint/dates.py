"""The day that a record's date names, whatever its form."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

UNKNOWN: Final = -1

_NAMES: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS: Final = {name: number for number, name in enumerate(_NAMES, 1)}
_ISO: Final = re.compile(r"(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)(?!\d)")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-\s/.]+([A-Za-z]{3})[a-z]*\.?,?[-\s/.]+(\d{4})")
_MONTH_FIRST: Final = re.compile(r"([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_SECONDS: Final = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")


def day_of(text: str) -> int:
    """The proleptic Gregorian ordinal (`date.toordinal`) of a date; `UNKNOWN` where it cannot be told.

    ISO 8601, `26-FEB-1987 15:01`, `3 March 2024`, `March 3, 2024` and Unix time are understood; forms that leave open
    which number is the month are not.
    """
    text = text.strip()
    if _SECONDS.fullmatch(text):
        seconds = float(text)
        return date(1970, 1, 1).toordinal() + int(seconds / (86_400_000 if seconds > 1e11 else 86_400))
    if match := _ISO.match(text):
        return _ordinal(*map(int, match.groups()))
    if match := _DAY_FIRST.search(text):
        return _ordinal(int(match[3]), _MONTHS.get(match[2].lower(), 0), int(match[1]))
    if match := _MONTH_FIRST.search(text):
        return _ordinal(int(match[3]), _MONTHS.get(match[1].lower(), 0), int(match[2]))
    return UNKNOWN


def _ordinal(year: int, month: int, day: int) -> int:
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return UNKNOWN
