"""Spelled numbers, read as figures: `twenty-one`, `two hundred and five`, `zwölf`."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, NamedTuple

from .han_figures import times
from .misspelled import one_edit
from .number_words import NumberWords, first_words, number_words, ordinals
from .tongues import speaks

_MOST: Final = 4
"""Words of the longest phrase: quatre-vingt-dix-sept."""
_LONGEST: Final = 10
"""Words up to which what is added to thousands goes on."""
_ONE: Final = frozenset(["a", "one"])
_MANY: Final = frozenset(["hundred", "thousand"])
"""Only before these is one a number that is read: it is more often none."""
_FIGURE: Final = re.compile(r"\d{1,9}(?:\.\d{1,9})?")
_LARGER: Final = frozenset(
    re.findall(r"\w+", "million millions billion billions trillion mln bln millionen milliarden millones")
)
"""What is counted by these is no rest of a number: `two thousand and two million`."""
_PERCENT: Final = frozenset(["pour", "por"])


class Spelled(NamedTuple):
    """A number in words: its value in figures (with a point behind it: an ordinal), and words from `start` to `end`."""

    value: str
    start: int
    end: int


def spelled_numbers(words: list[str]) -> list[Spelled]:
    """The numbers that stand in words of a normal form."""
    millions = _one_million(words) if "one" in words else []
    if not millions and first_words().isdisjoint(words):
        return []
    known = number_words(next((language for language in ("de", "fr", "es") if speaks(language, words)), ""))
    found = []
    behind = 0
    for place in sorted([*millions, *(place for place, word in enumerate(words) if word in known.first)]):
        if place < behind:
            continue
        if words[place] == "one":
            found.append(Spelled("1", place, place + 1))
            continue
        nth, behind = _phrase(words, place, ordinals(), known)
        if nth:
            found.append(Spelled(f"{nth}.", place, behind))
            continue
        value, start, behind = _number(words, place, known)
        if value:
            found.append(Spelled(value, start, behind))
    return found


def _one_million(words: list[str]) -> list[int]:
    """Where one is a number, as it is before what is counted by the million."""
    return [place for place, pair in enumerate(pairwise(words)) if pair[0] == "one" and pair[1] in _LARGER]


def with_spelled_figures(words: list[str]) -> tuple[list[str], set[str]]:
    """The words of a normal form with the numbers among them as figures; the ordinals (`3.`), which stay as they are.

    Where nothing is spelled, the very same list.
    """
    found: set[str] = set()
    read: list[str] = []
    last = 0
    for value, start, end in spelled_numbers(words):
        if value.endswith("."):
            found.add(value)
            continue
        read += [*words[last:start], value]
        last = end
    return [*read, *words[last:]] if last else words, found


def _phrase(words: list[str], place: int, table: dict[str, int], known: NumberWords) -> tuple[int, int]:
    """The value of the longest phrase of a table that stands at a place, and where it ends; 0 where none does."""
    if words[place + 1 : place + 2] and words[place + 1] in known.inner:
        for end in range(min(place + _MOST, len(words)), place + 1, -1):
            if value := table.get(" ".join(words[place:end])):
                return value, end
    value = table.get(words[place], 0) if place < len(words) else 0
    return value, place + (value > 0)


def _number(words: list[str], place: int, known: NumberWords) -> tuple[str, int, int]:
    """The number of which the first word (or, behind a figure, the second) stands at a place, and where it lies."""
    before = words[place - 1] if place else ""
    if words[place] in known.thousand and _FIGURE.fullmatch(before):
        return times(before, 1000), place - 1, place + 1
    first = place - (before in _ONE and words[place] in _MANY)
    value, end = _hundreds(words, first, known)
    if not value or (value % 100 == 0 and before in _PERCENT):
        return "", place, place
    if value < 1000 and end < len(words) and _counts(words[end], known.thousand):
        value, end = 1000 * value, end + 1
    if value >= 1000 and value % 1000 == 0:
        rest, after = _rest(words, end, known)
        value, end = (value + rest, after) if rest < 1000 else (value, end)
    return str(value), first, end


def _counts(word: str, many: frozenset[str]) -> bool:
    """Whether a word behind a number multiplies it, one letter wrong or not."""
    return word in many or (len(word) > 6 and word[0] in "th" and any(one_edit(word, other) for other in many & _MANY))


def _hundreds(words: list[str], place: int, known: NumberWords) -> tuple[int, int]:
    """The number below a thousand at a place (or what is one word), and where it ends."""
    value, end = _phrase(words, place, known.small, known)
    if 0 < value < 100 and end < len(words) and _counts(words[end], known.hundred):
        value, end = 100 * value, end + 1
    if value and value % 100 == 0 and value % 1000:
        rest, after = _rest(words, end, known)
        value, end = (value + rest, after) if rest < 100 else (value, end)
    return value, end


def _rest(words: list[str], place: int, known: NumberWords) -> tuple[int, int]:
    """What is added to hundreds or thousands; nothing where that is a larger number of its own."""
    start = place
    place += place < len(words) and words[place] in known.joints
    behind = words[place : place + _LONGEST]
    if behind and behind[0].startswith("و"):
        behind[0] = behind[0][1:]
    value, end = _hundreds(behind, 0, known)
    more = end < len(behind) and (behind[end] in known.thousand | known.hundred | _LARGER)
    return (0, start) if more or not value else (value, place + end)
