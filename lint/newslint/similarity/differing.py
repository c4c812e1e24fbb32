"""The words and figures in which two copies differ, and the facts in which two uses of a form do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from html import unescape
from itertools import islice
from typing import Final

from newslint.finding import Surplus

from .facts import folded_word
from .figures import figure
from .spelled import spelled_numbers

_MARK: Final = "[\u0300-\u036f\u064b-\u065f\u0900-\u0dff\u0e31-\u0e4e\u200c\u200d]"
_WORD: Final = re.compile(
    rf"[^\W\d]+(?:{_MARK}+[^\W\d]*)*|\d+(?:[.,]\d+)*|{_MARK}+(?:[^\W\d]+{_MARK}*)*"  # the commonest first
)
_SPACE: Final = re.compile(r"\s")
_CHUNK: Final = 1 << 16
"""Characters whose words are held at once."""
_LONGEST: Final = 80
"""Characters of a word that are shown: what has no spaces may go on for megabytes."""
_FACT: Final = re.compile(r"[^\W\d]+(?:['\u2019-][^\W\d]+)*|\d+(?:[.,]\d+)*")
_JOINT: Final = re.compile("['\u2019-]")


class Words:
    """A text of any length. Its words and figures are counted, folded, where somebody asks for them.

    Raises:
        TypeError: `text` is no string.
    """

    def __init__(self, text: str) -> None:
        _check_text(text)
        self.text = text

    @cached_property
    def _held(self) -> tuple[list[str], list[str]] | None:
        """All words of a text that is not long, as they stand and folded."""
        if len(self.text) > _CHUNK:
            return None
        words = _WORD.findall(self.text)
        return words, _folded(words)

    @cached_property
    def counts(self) -> Counter[str]:
        if self._held:
            return Counter(self._held[1])
        counts = Counter[str]()
        for words in _parts(self.text, _CHUNK):
            counts.update(_folded(words))
        return counts

    def beyond(self, other: Words, most: int) -> Surplus:
        """What the other text has not, or fewer times: at most so many words, each cut after some characters.

        No more of a long text is read than that takes: beside it, many short ones cost what they are long.

        Raises:
            ValueError: `most` is below 0.
        """
        _check_most(most)
        if self._held:
            surplus = _surplus(*self._held, self.counts, other.counts)
            return Surplus(list(map(_cut, surplus[:most])), len(surplus))
        small, large = sorted((self.counts, other.counts), key=len)
        count = self.counts.total() - sum(min(times, large[word]) for word, times in small.items() if word in large)
        return Surplus(list(islice(self._missing_in(other), min(most, count))), count)

    def _missing_in(self, other: Words) -> Iterator[str]:
        seen = Counter[str]()
        for words in _parts(self.text):
            for key, word in zip(_folded(words), words, strict=True):
                seen[key] += 1
                if seen[key] > other.counts[key]:
                    yield _cut(word)


def first_differences(one: Words, other: Words, most: int) -> tuple[Surplus, Surplus]:
    """At most so many of the `differences` of each text, and how many there are, in memory that does not grow with it.

    Lines that both have are passed over where the texts are not long.

    Raises:
        TypeError: one of them is no `Words`.
        ValueError: `most` is below 0.
    """
    for words in (one, other):
        if not isinstance(words, Words):
            raise TypeError(f"what is compared is Words, not {type(words).__name__}")
    if "\n" in one.text and "\n" in other.text and len(one.text) + len(other.text) <= _CHUNK:
        one, other = _own_lines(one.text, other.text), _own_lines(other.text, one.text)
    return one.beyond(other, most), other.beyond(one, most)


def _check_text(text: str) -> None:
    if not isinstance(text, str):
        raise TypeError(f"a text is a string, not {type(text).__name__}")


def _check_most(most: int) -> None:
    if most < 0:  # it would count from the end
        raise ValueError(f"most must be 0 or more, not {most}")


def _own_lines(text: str, other: str) -> Words:
    """The lines beyond as many as the other text has."""
    lines, others = text.split("\n"), other.split("\n")
    return Words("\n".join(_surplus(lines, lines, Counter(lines), Counter(others))))


def other_facts(one: str, other: str, most: int) -> tuple[Surplus, Surplus]:
    """The facts of which only the one of two texts has a word, each once, as they stand: at most so many.

    Facts are figures, also spelled, and what begins with a capital: for people to see, so more than `facts_of` counts.
    Where all of these are the same (only the dates of the texts speak against a copy), the words that differ.

    Raises:
        TypeError: one of them is no string.
        ValueError: `most` is below 0.
    """
    _check_text(one)
    _check_text(other)
    _check_most(most)
    one, other = (unescape(text) if "&#" in text else text for text in (one, other))
    mine, theirs = _stated(one), _stated(other)
    only_one, only_other = _lacking(mine, theirs, other), _lacking(theirs, mine, one)
    if not only_one and not only_other:
        return first_differences(Words(one), Words(other), most)
    return Surplus(only_one[:most], len(only_one)), Surplus(only_other[:most], len(only_other))


def _stated(text: str) -> dict[str, str]:
    """The facts of a text in reading order: as they are compared, and as they first stand."""
    words = _FACT.findall(text)
    parts = [(place, part) for place, word in enumerate(words) for part in _JOINT.split(word)]
    folded = _folded([part for _, part in parts])
    spelled: dict[int, tuple[str, int]] = {}
    for value, start, end in spelled_numbers(folded):
        spelled.setdefault(parts[start][0], (value, parts[end - 1][0]))  # three-for-two is 3
    found: dict[str, str] = {}
    behind = 0
    for place, word in enumerate(words):
        if place in spelled and place >= behind:
            value, last = spelled[place]
            found.setdefault(value.rstrip("."), " ".join(words[place : last + 1]))
            behind = last + 1
        elif place >= behind and word[0].isdecimal():
            found.setdefault(figure(word), word)
        elif place >= behind and any(map(str.isupper, word)):
            found.setdefault(" ".join(map(folded_word, _JOINT.split(word))), word)
    found.pop("", None)
    return found


def _lacking(mine: dict[str, str], theirs: dict[str, str], other: str) -> list[str]:
    """What stands in the other text neither so nor in small letters, as at the start of a sentence."""
    facts = mine.keys() - theirs.keys()
    words = set(_folded(_WORD.findall(other))) if facts else ()
    return [_cut(word) for key, word in mine.items() if key in facts and not all(part in words for part in key.split())]


def _cut(word: str) -> str:
    return word if len(word) <= _LONGEST else f"{word[:_LONGEST]}\u2026"


def _parts(text: str, size: int = 1 << 10) -> Iterator[list[str]]:
    """The words of a text, some at a time: first those of `size` characters, then of twice as many."""
    start = 0
    while start < len(text):
        space = _SPACE.search(text, start + size)
        end = space.start() if space else len(text)
        yield _WORD.findall(text, start, end)
        start, size = end, min(2 * size, _CHUNK)


def differences(one: str, other: str) -> tuple[list[str], list[str]]:
    """The words and figures of each text that the other has not, or has fewer times.

    Compared folded (case, marks, thousands), given as they are spelled, in reading order. Linear in the lengths: words
    are counted, not aligned, so a word that only moved is no difference.

    Raises:
        TypeError: one of them is no string.
    """
    _check_text(one)
    _check_text(other)
    words, others = _WORD.findall(one), _WORD.findall(other)
    mine, theirs = _folded(words), _folded(others)
    counts, other_counts = Counter(mine), Counter(theirs)
    return _surplus(words, mine, counts, other_counts), _surplus(others, theirs, other_counts, counts)


def _folded(words: list[str]) -> list[str]:
    """Each word as it is compared."""
    joined = " ".join(words)
    keys = joined.casefold().split(" ") if words else []
    if not joined.isascii():
        places = [place for place, is_plain in enumerate(map(str.isascii, words)) if not is_plain]
        together = folded_word("\n".join(words[place] for place in places)).split("\n")
        for place, key in zip(places, together, strict=True):
            keys[place] = figure(words[place]) if words[place][0].isdecimal() else key
    if "," in joined:
        for place in [place for place, word in enumerate(words) if "," in word]:
            keys[place] = figure(words[place])
    return keys


def _surplus(words: list[str], folded: list[str], counts: Counter[str], others: Counter[str]) -> list[str]:
    """The words beyond as many as the other text has."""
    more = {key for key, _ in counts.items() - others.items()}  # or fewer
    if not more:
        return []
    left = {key: others[key] for key in more}
    surplus = []
    for key, word in [(key, word) for key, word in zip(folded, words, strict=True) if key in more]:
        left[key] -= 1
        if left[key] < 0:
            surplus.append(word)
    return surplus
