"""Words with one letter wrong: scans and typists err."""

from __future__ import annotations


def one_edit(word: str, other: str) -> bool:
    """Whether one letter replaced, dropped or added makes one word of the other."""
    short, long = (word, other) if len(word) <= len(other) else (other, word)
    same = 0
    while same < len(short) and short[same] == long[same]:
        same += 1
    return short[same + (len(short) == len(long)) :] == long[same + 1 :]
