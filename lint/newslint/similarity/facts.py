"""The facts of a block: figures, also spelled, and names inside a sentence. They tell a copy from a template."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from html import unescape
from typing import Final, NamedTuple

import numpy as np

from newslint.lazy import lazy_pattern

from .encoded import naming_what_is_no_utf8, texts_of
from .figures import other_ordinal, other_reading, with_plain_figures
from .folding import folded
from .han_figures import with_han_figures
from .initials import called, holds_militia, is_short
from .normal import normal_form
from .number_words import arabic, english, ordinals
from .quoted import in_a_row, quotations
from .spelled import with_spelled_figures
from .standing import standing
from .tongues import speaks
from .trim import AGENCIES

SPELLED: Final = frozenset(english() | arabic() | ordinals())
"""Spelled figures are no names. In the normal form."""

_LEFT_OUT: Final = frozenset(
    re.findall(
        r"\w+",
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january "
        "february march april may june july august september october november december jan feb mar apr jun jul aug "
        "sep sept oct nov dec i mr mrs ms miss sir dr prof professor col colonel capt captain "
        "lt lieutenant sgt sergeant insp inspector sen senator gov governor rev photo file image reuter "
        + AGENCIES.casefold(),
    )
)
"""Capitalised words that copies change freely: days and months, agencies, forms of address, ranks that they shorten."""

# What is rare comes first in these, and what stands before it is looked at then.
_NAME: Final = re.compile(r" (?![a-z\d_])(?<=[\w,] )\w[\w\u0300-\u036f]+")
_WRAPPED: Final = re.compile(r"\n(?<=[^\r\n]{25}\n)(?![\r\n])|\r\n(?<=[^\r\n]{25}\r\n)(?![\r\n])")
"""Where a line was broken to fit a page: a name behind it stands inside a sentence. Short lines are whole ones."""
_OPENING: Final = re.compile(r"[A-Z](?:(?<=[.!?\"] [A-Z])|(?<=^[A-Z]))[\w&'-]+(?=:| [A-Z])")
"""The first word of a sentence, where a capitalised one or a colon follows: `Teal Foods said`, but `The Teal` too."""
_FIGURE: Final = re.compile(r"\d(?<!\S\d)\d*(?:\.\d+)*")
_NUMBERED: Final = re.compile(
    r" ((?:article|chapter|day|episode|ep|figure|game|lesson|matchday|method|no|page|part|question|round|section|"
    r"season|series|stage|step|tip|volume|vol|week) \d+) "
)
"""What is one of a series: its number is a name, and never that of another brought up to date."""
_MATCH: Final = re.compile(r"(?<= )([^\W\d]\w+) v ([^\W\d]\w+)(?= )")
"""Who meets whom: the same names make other fixtures."""
_NOUNS_TELL: Final = 200
"""Words from which on a German text has so many nouns that they tell copies as well as names do."""
_UNCASED: Final = lazy_pattern(
    "[\u0590-\u109f\u1100-\u139f\u1780-\u18af\u2e80-\ua4cf\uac00-\ud7ff\ufb1d-\ufdff\ufe70-\ufefc]"
)
_UNCASED_SHARE: Final = 0.25
_NO_NAMES: Final = frozenset(
    re.findall(
        r"\w+",
        "a according after all an and as at but by earlier for from he her his if in it its last no of on our she "
        "since that the their these they this those to under we when while with analysts officials sources shares",
    )
)
"""Words that open sentences before a name and are none."""


class _Fields(NamedTuple):
    stated: frozenset[str]
    form: str
    names: bool
    opening: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()
    short: frozenset[str] = frozenset()


class Facts(_Fields):
    """What a block states. What is looked up in it is made when it is first asked for, and kept.

    Attributes:
        stated: figures by their values (`1,000` and a thousand are `1000`, the third is `3.`) and names, folded.
        form: its normal form between spaces, spelled figures as figures: a name may stand at the start of a sentence
            in the other copy.
        names: whether the script has capitals, so that names can be told.
        opening: words that begin a sentence and, as another capitalised word follows, are most likely of a name.
        said: its quotations.
        short: names that may be initials.
    """

    def forget(self) -> None:
        """Drops what was looked up in it."""
        vars(self).clear()

    @cached_property
    def told(self) -> frozenset[str]:
        """All of its facts, those that open sentences, too."""
        return self.stated | self.opening if self.opening else self.stated

    @cached_property
    def length(self) -> int:
        """Words."""
        return self.form.count(" ") - 1

    @cached_property
    def standing(self) -> frozenset[str]:
        return standing(self.form)

    @cached_property
    def read_otherwise(self) -> frozenset[str]:
        """Figures that may be meant by those of the block: the seventh by 7, 1500 by `1.500`."""
        figures = [fact for fact in self.stated if fact[0].isdecimal()]
        return frozenset(other for fact in figures for other in (other_ordinal(fact), other_reading(fact)))

    @cached_property
    def called(self) -> dict[str, tuple[str, ...]]:
        """What its names may be called by their initials."""
        return called(self.form, self.stated)

    @cached_property
    def said_in_a_row(self) -> frozenset[tuple[str, ...]]:
        """What tells its quotations, wherever others cut them."""
        return in_a_row(self.said)

    @cached_property
    def is_english(self) -> bool:
        return " the " in self.form

    @cached_property
    def holds_militia(self) -> bool:
        return holds_militia(self.form)


def facts_of(texts: Sequence[str]) -> list[Facts]:
    """The facts of some blocks, their datelines and credits left out.

    Names are capitalised words inside a sentence, so scripts without capitals have figures only; and so has German,
    where every noun has a capital. The number of a character reference (`&#8217;`) is no figure.

    Raises:
        TypeError, ValueError: as `normal_form`.
    """
    given = texts_of(texts)
    with naming_what_is_no_utf8(given):
        texts = [with_han_figures(unescape(text) if "&#" in text else text) for text in given]
    forms = _forms(texts)
    return [_facts(text, form) for text, form in zip(texts, forms, strict=False)]


def _forms(texts: list[str]) -> list[str]:
    """The normal forms, of what has figures in several pieces with each in one: few texts have, in most languages."""
    forms = normal_form(texts)
    codes = np.frombuffer(forms, np.uint8)
    digits = (codes - np.uint8(ord("0"))) <= 9
    parted = digits[:-2] & digits[2:] & (codes[1:-1] < ord("0"))  # by a space, or a point
    parted |= (codes[:-2] == ord(" ")) & (codes[1:-1] == ord("0")) & digits[2:]  # 0,125 has become 0125
    found = forms.decode().split("\n")
    if not parted.any():
        return found
    lines = np.searchsorted(np.flatnonzero(codes == ord("\n")), np.flatnonzero(parted))
    changed = {
        number: plain
        for number in np.unique(lines).tolist()
        if (plain := with_plain_figures(texts[number])) != texts[number]
    }
    again = normal_form(list(changed.values())).decode().split("\n")
    for number, form in zip(changed, again, strict=False):
        found[number] = form
    return found


def _facts(text: str, form: str) -> Facts:
    words = form.split(" ")
    read, nth = with_spelled_figures(words)
    if read is not words:
        form = " ".join(read)
    bounded, figures = f" {form} ", _FIGURE.findall(form)
    stated = {*figures, *nth}
    flat = _WRAPPED.sub(" ", text) if "\n" in text else text
    found = {name[1:] for name in _NAME.findall(flat) if name[1].isupper()}
    names = _folded(found) - _LEFT_OUT - SPELLED
    short = _folded(filter(is_short, found)) & names
    if names and not (len(names) > 2 and len(words) <= _NOUNS_TELL and speaks("de", words)):
        stated.update(names.intersection(read))
    if figures:
        stated.update(_NUMBERED.findall(bounded))
    if " v " in bounded:
        stated.update(" v ".join(sorted(sides)) for sides in _MATCH.findall(bounded))
    opening = _folded(_OPENING.findall(" ".join(text.split()))) - _NO_NAMES - _LEFT_OUT - SPELLED
    return Facts(frozenset(stated), bounded, has_capitals(text), opening, quotations(text), short & stated)


def _folded(words: Iterable[str]) -> frozenset[str]:
    """The words as they are compared, but for those that fold to several."""
    return frozenset(folded for folded in map(folded_word, words) if " " not in folded)


def has_capitals(text: str) -> bool:
    """Whether names can be told in the script of a text; a foreign name or two do not make it one with capitals."""
    return text.isascii() or len(_UNCASED.findall(text)) < _UNCASED_SHARE * len(text)


def density(facts: Facts) -> float:
    """Share (0 to 1) of the words of a block that are facts."""
    return len(facts.stated) / max(1, facts.length)


def folded_word(word: str) -> str:
    """A word without case and without marks that are no vowels, as the normal form has it."""
    return word.casefold() if word.isascii() else folded(word).replace("\u0131", "i")
