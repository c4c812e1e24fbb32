"""The words and figures in which two copies differ."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from .facts import figure, folded_word

_WORD: Final = re.compile(
    r"\d+(?:[.,]\d+)*|(?:[^\W\d]|[\u0300-\u036f\u064b-\u065f\u0900-\u0dff\u0e31-\u0e4e\u200c\u200d])+"
)


def differences(one: str, other: str) -> tuple[list[str], list[str]]:
    """The words and figures of each text that the other has not, or has fewer times.

    Compared folded (case, marks, thousands), given as they are spelled, in reading order. Linear in the lengths: words
    are counted, not aligned, so a word that only moved is no difference.
    """
    mine, theirs = _words(one), _words(other)
    return _surplus(mine, theirs), _surplus(theirs, mine)


def _words(text: str) -> list[tuple[str, str]]:
    return [(figure(word) if word[0].isdecimal() else folded_word(word), word) for word in _WORD.findall(text)]


def _surplus(words: list[tuple[str, str]], others: list[tuple[str, str]]) -> list[str]:
    left = Counter(key for key, _ in others)
    surplus = []
    for key, word in words:
        if left[key] > 0:
            left[key] -= 1
        else:
            surplus.append(word)
    return surplus
