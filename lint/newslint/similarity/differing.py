"""The words and figures in which two copies differ."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from .facts import folded_word
from .figures import figure

_WORD: Final = re.compile(
    r"\d+(?:[.,]\d+)*|(?>[^\W\d]+|[\u0300-\u036f\u064b-\u065f\u0900-\u0dff\u0e31-\u0e4e\u200c\u200d]+)+"
)


def differences(one: str, other: str) -> tuple[list[str], list[str]]:
    """The words and figures of each text that the other has not, or has fewer times.

    Compared folded (case, marks, thousands), given as they are spelled, in reading order. Linear in the lengths: words
    are counted, not aligned, so a word that only moved is no difference.
    """
    words, others = _WORD.findall(one), _WORD.findall(other)
    mine, theirs = _folded(words), _folded(others)
    counts, other_counts = Counter(mine), Counter(theirs)
    return _surplus(words, mine, counts, other_counts), _surplus(others, theirs, other_counts, counts)


def _folded(words: list[str]) -> list[str]:
    """Each word as it is compared."""
    joined = " ".join(words)
    folded = joined.casefold().split(" ") if words else []
    if joined.isascii() and "," not in joined:
        return folded
    return [
        quick if word.isascii() and "," not in word else figure(word) if word[0].isdecimal() else folded_word(word)
        for word, quick in zip(words, folded, strict=True)
    ]


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
