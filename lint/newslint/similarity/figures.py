"""Figures as values: `3,5` is 3.5, `3-1/2` as well, and `1 500` is 1500, whatever parts their digits."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_SPACE: Final = " \u00a0\u2009\u202f"
_DASHES: Final = ("-", "\u2013", "\u2212")
_ALONE: Final = rf"(?![\d:]|[.,]\d|[{_SPACE}]\d)"
_PARTED: Final = re.compile(
    # What is rare comes first, and what stands before it is looked at then.
    rf"\d(?<![A-Za-z\d.,:]\d)(?<!\d[{_SPACE}'’]\d)(?:"
    rf"(?<!0)\d{{0,2}}(?:(?:[{_SPACE}'’]\d{{3}})+(?:[.,]\d\d?)?(?![-–+/]){_ALONE}"
    rf"|\.\d{{3}}(?:(?:\.\d{{3}})*,\d\d?|(?:\.\d{{3}})+){_ALONE})"
    rf"|\d?(?:,\d\d)+,\d{{3}}{_ALONE}"
    rf"|\d*,\d\d?(?![\d:]|[.,]\d)"
    rf"|(?<=0),\d{{3,}}(?![\d:]|[.,]\d))"
)
"""Thousands behind spaces or apostrophes, behind several points, or before a decimal comma; lakhs; decimal commas.
Scores (`1-6,4-6`), times and rows of figures are none. `1.500` is in doubt, and `1,500` the normal form joins."""
_FRACTION: Final = re.compile(
    r"(?<![\w/.,])(?:(\d{1,3}(?:,\d{3})+|\d{1,7})(?:[- ]|(?=[\u00bc-\u215e])))?"
    r"(?:([1-9]\d?)[/\u2044](2|3|4|8|16|32|64)|([\u00bc-\u00be\u2153\u2154\u215b-\u215e]))(?![\w/\u2044]|[.,]\d)"
)
"""Halves, thirds, and halves of these again, alone or behind a whole, as prices and rates have them: of so many eighths
and quarters the parts agree by chance."""
_THOUSANDS: Final = re.compile(r",(?=\d{3}(?!\d))")


def with_plain_figures(text: str) -> str:
    """The text with each figure in one piece, a point before its decimals."""
    return _PARTED.sub(_plain, _FRACTION.sub(_decimal, text))


def _plain(match: re.Match[str]) -> str:
    token, text = match[0], match.string
    if text[match.start() - 1 : match.start()] in _DASHES and text[match.end() : match.end() + 1] in _DASHES:
        return token
    whole, mark, decimals = token, "", ""
    tail = max(token.rfind(","), token.rfind("."))
    if tail > 0 and (len(token) - tail < 4 or token.startswith("0,")):
        whole, mark, decimals = token[:tail], ".", token[tail + 1 :]
    return "".join([sign for sign in whole if sign.isdecimal()]) + mark + decimals


def _decimal(match: re.Match[str]) -> str:
    """`101.75` of `101-3/4`; what is no part of one (a date, a season) stays as it is."""
    whole, above, below, sign = match.groups()
    part = unicodedata.numeric(sign) if sign else int(above) / int(below)
    if part >= 1:
        return match[0]
    # Joined as strings: a whole may have more digits than a number can be made of.
    return (figure(whole or "").lstrip("0") or "0") + f"{part:.6f}".strip("0")


def figure(token: str) -> str:
    """A figure in ASCII digits, without separators of thousands."""
    if not token.isascii():
        token = "".join([str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in token])
    return _THOUSANDS.sub("", token) if "," in token else token


def other_reading(fact: str) -> str:
    """`1500` of `1.500`, which may be that or one and a half, and the other way round; nothing of other figures."""
    if fact.isdecimal() and 4 <= len(fact) <= 6 and fact[0] != "0":
        return f"{fact[:-3]}.{fact[-3:]}"
    joined = fact.replace(".", "", 1)
    fits = fact[-4:-3] == "." and joined.isdecimal() and 4 <= len(joined) <= 6
    return joined if fits and joined[0] != "0" else ""


def other_ordinal(fact: str) -> str:
    """`7` of `7.`, the seventh, and the other way round."""
    return fact[:-1] if fact[-1] == "." else f"{fact}."
