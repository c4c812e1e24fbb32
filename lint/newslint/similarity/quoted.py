"""What stands between quotation marks: the same words were said once, whatever names stand around them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

SAID: Final = 8
"""Words in a row of the shortest quotation that tells: fewer are titles, and phrases that anybody uses."""

_MARKS: Final = re.compile("[\"'\u2018\u201c\u201e\u00ab\u00bb]")
_QUOTED: Final = re.compile(
    "(?<![\\w.,!?\u2026%)\\]'\u2019])(?:\"(?!\\s)|\u00bb(?=\\w)|[\u201c\u201e\u00ab])"
    '([^"\u201c-\u201e\u00ab\u00bb]+)(?:["\u201c\u201d\u00ab\u00bb]|$)'
    "|(?<!\\S)['\u2018](?=[^\\W\\d_a-z])([^\"\u201c-\u201e\u00ab\u00bb]{20,300}?)(?:(?<=[.,!?])['\u2019](?!\\w)|$)"
)
"""In double or angular marks, of which those behind a word or its punctuation open nothing, or in single ones, where an
apostrophe is none; its end may be in the next paragraph."""
_WORD: Final = re.compile(r"\w+")


def quotations(text: str) -> frozenset[str]:
    """The words of each longer quotation in a text, in small letters and without punctuation."""
    if not _MARKS.search(text):
        return frozenset()
    said = (_WORD.findall((double or single).casefold()) for double, single in _QUOTED.findall(text))
    return frozenset(" ".join(words) for words in said if len(words) >= SAID)


def in_a_row(said: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Each `SAID` words that follow each other in quotations, as `quotations` has these.

    A quotation ends and begins where its paper cut it, or put a speaker in: texts that share so many words in a row
    quote the same, however far each goes on.
    """
    words = [quotation.split() for quotation in said]
    return frozenset(tuple(row[place : place + SAID]) for row in words for place in range(len(row) - SAID + 1))
