"""How many columns of a terminal a text takes, and how to cut, wrap and pad it to a width."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

_POINTS_A_COLUMN: Final = 4
"""Code points that one column may hold (a letter and its marks); more is cut, so that marks cannot pile up."""


def display_width(text: str) -> int:
    """Columns that `text` takes, by the East Asian width of its characters (Unicode Standard Annex 11)."""
    return len(text) if text.isascii() else sum(map(_columns, text))


@lru_cache(maxsize=1 << 14)
def _columns(character: str) -> int:
    if character < "\u0300":
        return 1
    if unicodedata.category(character) in ("Mn", "Me", "Cf") or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cut(text: str, width: int) -> str:
    """`text`, ended by `…` where it would take more than `width` columns. Looks at no more of it than it keeps."""
    head = text[: _POINTS_A_COLUMN * width]
    if len(head) == len(text) and display_width(head) <= width:
        return text
    if head.isascii():
        return head[: width - 1].rstrip() + "…"
    kept, used = [], 1
    for character in head:
        used += _columns(character)
        if used > width:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…"


def cut_left(text: str, width: int) -> str:
    """As `cut`, but the end of the text is what stays."""
    return cut(text[::-1], width)[::-1]


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of `width` columns at most, broken at blanks, inside a word only where it is longer than that."""
    lines = []
    while len(text) > _POINTS_A_COLUMN * width or display_width(text) > width:
        end = _fitting(text, width)
        blank = text.rfind(" ", 1, end + 1)
        lines.append(text[: blank if blank > 0 else end].rstrip(" "))
        text = text[blank if blank > 0 else end :].lstrip(" ")
    return [*lines, text]


def _fitting(text: str, width: int) -> int:
    """How many code points of `text` fit, one at least."""
    used = 0
    for number, character in enumerate(text[: _POINTS_A_COLUMN * width]):
        used += _columns(character)
        if used > width:
            return max(1, number)
    return min(len(text), _POINTS_A_COLUMN * width)


def pad(text: str, width: int) -> str:
    """`text` with blanks up to `width` columns."""
    return text + " " * (width - display_width(text))
