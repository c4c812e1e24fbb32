"""The facts of a block: figures, also spelled, and names inside a sentence. They tell a copy from a template."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import Final, NamedTuple

import numpy as np

from newslint.lazy import lazy_pattern

from .encoded import naming_what_is_no_utf8, texts_of
from .figures import other_reading, with_plain_figures
from .folding import folded
from .han_figures import with_han_figures
from .initials import is_short, same_parties
from .misspelled import one_edit
from .normal import normal_form
from .number_words import arabic, english, ordinals
from .quoted import quotations
from .spelled import with_spelled_figures
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
_WRAPPED: Final = re.compile(r"(?<=[^\r\n]{25})\r?\n(?![\r\n])")
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
_NEAR_BUDGET: Final = 1000
_NO_NAMES: Final = frozenset(
    re.findall(
        r"\w+",
        "a according after all an and as at but by earlier for from he her his if in it its last no of on our she "
        "since that the their these they this those to under we when while with analysts officials sources shares",
    )
)
"""Words that open sentences before a name and are none."""


class Facts(NamedTuple):
    """What a block states.

    Attributes:
        stated: figures by their values (`1,000` and a thousand are `1000`, the third is `3.`) and names, folded.
        form: its normal form between spaces, spelled figures as figures: a name may stand at the start of a sentence
            in the other copy.
        names: whether the script has capitals, so that names can be told.
        opening: words that begin a sentence and, as another capitalised word follows, are most likely of a name.
        said: its quotations.
        short: names that may be initials.
    """

    stated: frozenset[str]
    form: str
    names: bool
    opening: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()
    short: frozenset[str] = frozenset()


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
    bounded, stated = f" {form} ", {*_FIGURE.findall(form), *nth}
    flat = _WRAPPED.sub(" ", text) if "\n" in text else text
    found = {name[1:] for name in _NAME.findall(flat) if name[1].isupper()}
    names = set(map(folded_word, found)) - _LEFT_OUT - SPELLED
    short = frozenset(map(folded_word, filter(is_short, found))) & names
    if names and not (len(names) > 2 and len(words) <= _NOUNS_TELL and speaks("de", words)):
        stated.update(name for name in names if f" {name} " in bounded)
    stated.update(_NUMBERED.findall(bounded))
    stated.update(" v ".join(sorted(sides)) for sides in _MATCH.findall(bounded))
    opening = {folded_word(word) for word in _OPENING.findall(" ".join(text.split()))} - _NO_NAMES - _LEFT_OUT
    said = quotations(text)
    return Facts(frozenset(stated), bounded, has_capitals(text), frozenset(opening - SPELLED), said, short & stated)


def has_capitals(text: str) -> bool:
    """Whether names can be told in the script of a text; a foreign name or two do not make it one with capitals."""
    return text.isascii() or len(_UNCASED.findall(text)) < _UNCASED_SHARE * len(text)


def density(facts: Facts) -> float:
    """Share (0 to 1) of the words of a block that are facts."""
    return len(facts.stated) / max(1, facts.form.count(" ") - 1)


def agreement(one: Facts, other: Facts) -> tuple[float, int]:
    """How far two blocks state the same, whichever of them comes first.

    A name of five letters and more also stands in the other where one letter is wrong there: scans and typists err.

    Returns:
        The share (0 to 1) of the facts of the block with fewer that stand in the other (of two with as many, the larger
        share), and how many facts that is.
    """
    small, large = (one, other) if len(one.stated) <= len(other.stated) else (other, one)
    if not small.stated:
        return 1.0, 0
    found = _found(small, large)
    if found < len(small.stated) == len(large.stated):
        found = max(found, _found(large, small))
    return found / len(small.stated), len(small.stated)


def _found(small: Facts, large: Facts) -> int:
    """How many facts of the one block stand in the other."""
    missing = _missing(small.stated, small, large)
    names = [word for word in missing if len(word) > 4 and not word[0].isdecimal()]
    found = len(small.stated) - len(missing)
    if names and len(large.stated) * len(names) <= _NEAR_BUDGET:
        found += sum(_misspelled(word, large.stated) for word in names)
    return found


class Contradiction(NamedTuple):
    """What two blocks state differently. Additions are none: each counts only as far as the other has its own.

    Attributes:
        figures, names: how many of the one stand against as many of the other.
        shared: facts of the one that stand in the other, of the block with more such; none where it is but a figure
            and another stands against one: of two figures, one is of the day and one that of the day before.
    """

    figures: int
    names: int
    shared: int


def contradiction(one: Facts, other: Facts) -> Contradiction:
    """Where one block states a figure or a name, and the other another in its place; whichever of them comes first."""
    mine, theirs = own_facts(one, other), own_facts(other, one)
    figures = min(sum(fact[0].isdecimal() for fact in facts) for facts in (mine, theirs))
    names = min(sum(not fact[0].isdecimal() for fact in facts) for facts in (mine, theirs))
    same = [(block.stated | block.opening).difference(own) for block, own in ((one, mine), (other, theirs))]
    if figures and any(len(facts) == 1 and next(iter(facts))[0].isdecimal() for facts in same):
        return Contradiction(figures, names, 0)
    return Contradiction(figures, names, max(map(len, same)))


def own_facts(one: Facts, other: Facts) -> list[str]:
    """The facts of one that the other has not, nor misspells."""
    own = _missing(one.stated | one.opening, one, other)
    known = other.stated | other.opening
    if len(own) * len(known) > _NEAR_BUDGET:
        return own
    return [fact for fact in own if fact[0].isdecimal() or len(fact) < 5 or not _misspelled(fact, known)]


def _missing(facts: frozenset[str], one: Facts, other: Facts) -> list[str]:
    """Those of the facts of one that do not stand in the other."""
    missing = [fact for fact in facts - other.stated if not _stands(fact, one, other)]
    if not missing or not (one.short or other.short):
        return missing
    parties = same_parties(one, other)
    return [fact for fact in missing if fact not in parties]


def _stands(fact: str, one: Facts, other: Facts) -> bool:
    """Whether what one states, and the other not in this form, stands there all the same.

    The seventh round may be round 7 there, but not where the seventh stands beside it: at seven o'clock, on the 7th.
    """
    if not fact[0].isdecimal():
        return f" {fact} " in other.form
    if fact[-1] == ".":
        return fact[:-1] in other.stated and fact[:-1] not in one.stated
    ordinal = f"{fact}."
    if ordinal in other.stated and ordinal not in one.stated:
        return True
    if _maybe_stands(fact, one, other):
        return True
    place = other.form.find(f" {fact}")
    while place >= 0:
        behind = other.form[place + len(fact) + 1]
        if not behind.isdecimal() and behind != ".":
            return True
        place = other.form.find(f" {fact}", place + 1)
    return False


def _maybe_stands(fact: str, one: Facts, other: Facts) -> bool:
    """Whether `1.500` and `1500` are the same figure: not in English, and not where one text has both."""
    meant = other_reading(fact)
    if meant not in other.stated or meant in one.stated:
        return False
    return not any(" the " in facts.form for facts in (one, other))


def _misspelled(word: str, words: frozenset[str]) -> bool:
    return not word[-1].isdecimal() and any(
        one_edit(word, other)
        for other in words
        if (other[0] == word[0] or other[-1] == word[-1]) and abs(len(other) - len(word)) < 2
    )


def folded_word(word: str) -> str:
    """A word without case and without marks that are no vowels, as the normal form has it."""
    return word.casefold() if word.isascii() else folded(word).replace("\u0131", "i")
