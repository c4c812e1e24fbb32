"""What the lines around a line say of it: that it is a cell of a table, or a topic in a list."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final

from .document import Block
from .lazy import lazy_pattern

_IN_ORDER: Final = 5
"""So many lines in alphabetical order are no chance: one of 120 orders."""
_TOPIC: Final = 30
"""Longer lines are no topics (code points)."""
_HAN_FROM: Final = "\u2e80"
_SPACED: Final = range(0xAC00, 0xD7B0)
"""Korean is spaced."""
_LONGEST_HAN: Final = 4
_LONGEST_THAI: Final = 12
"""Code points of the longest words in scripts without spaces: compounds of two words of Han or kana, of Thai."""
_THAI: Final = ("\u0e00", "\u109f")

_LIST: Final = 30
"""Lines of a list that are gone up to see what leads to it."""
_LEAD: Final = 5
"""Words of a sentence that leads to a list, at least."""
_END_MARKS: Final = frozenset(".!?:\u2026\uff1a\u3002")
_SENTENCE: Final = lazy_pattern(r"[.!?][\"”»)]?\s+[^\W\d_a-z]")

_FULL_LINE: Final = 40
"""A line that a page broke for its width has so many code points at least; labels and names are shorter."""
_HANGING: Final = frozenset(
    (
        *("the", "of", "for", "from", "until", "since", "before", "after", "between", "through"),
        *("dated", "ended", "ending", "effective", "paid", "payable"),
    )
)
"""English words that end no line but one that goes on below, and that no other language has (`an`, `in`)."""


def goes_on(text: str, blocks: Sequence[Block], index: int) -> bool:
    """A line that ends the sentence of the line right above, as it was broken for its width.

    Args:
        text: of the document.
        blocks: of an article of it.
        index: of the line among them.
    """
    above = blocks[index - 1] if index else None
    if above is None or len(above.text) < _FULL_LINE or above.text.rsplit(None, 1)[-1] not in _HANGING:
        return False
    return text.count("\n", above.end, blocks[index].start) < 2


def is_announced(blocks: Sequence[Block], index: int, page: Container[int]) -> bool:
    """A line of a list to which a sentence leads, so that its words may be the story's: `The five firms were these:`.

    Args:
        blocks: of an article.
        index: of the line among them.
        page: numbers of the lines that are taken for those of the page.
    """
    for above in range(index - 1, max(-1, index - 1 - _LIST), -1):
        text = blocks[above].text.rstrip()
        if above in page or text.endswith(",") or (len(text) <= _TOPIC and text[-1:] not in _END_MARKS):
            continue  # of the same list
        leads = text.endswith((":", "\uff1a")) or (text[-1:].isalnum() and _SENTENCE.search(text) is not None)
        return leads and len(text.split(None, _LEAD)) >= _LEAD
    return False


def in_table(keys: Sequence[str], index: int) -> bool:
    """A line without letters next to a figure, or one letter three times in a row: a cell of a table.

    Args:
        keys: the lines of an article in comparison form.
        index: of the line among them.
    """
    line = keys[index]
    if any(map(str.isalpha, line)):
        nearby = keys[max(0, index - 2) : index + 3]
        return len(line) == 1 and any(nearby[start : start + 3] == [line] * 3 for start in range(len(nearby) - 2))
    around = [keys[near] for near in (index - 1, index + 1) if 0 <= near < len(keys)]
    return any(any(map(str.isdecimal, key)) and not any(map(str.isalpha, key)) for key in around)


def in_topics(keys: Sequence[str], index: int) -> bool:
    """One of five lines of a word or two that stand in alphabetical order: a topic in the list of a site's topics.

    Args:
        keys: the lines of an article in comparison form.
        index: of the line among them.
    """
    if not _is_topic(keys[index]):
        return False
    first = last = index
    while first > 0 and _is_topic(keys[first - 1]) and keys[first - 1] < keys[first] and index - first < _IN_ORDER:
        first -= 1
    while (
        last + 1 < len(keys) and _is_topic(keys[last + 1]) and keys[last] < keys[last + 1] and last - first < _IN_ORDER
    ):
        last += 1
    return last - first + 1 >= _IN_ORDER


def is_one_word(key: str) -> bool:
    """A line that may be a single word; in scripts without spaces its length tells.

    Args:
        key: in comparison form.
    """
    if " " in key:
        return False
    han = sum(sign >= _HAN_FROM and ord(sign) not in _SPACED for sign in key)
    return han <= _LONGEST_HAN and sum(_THAI[0] <= sign <= _THAI[1] for sign in key) <= _LONGEST_THAI


def _is_topic(key: str) -> bool:
    return len(key) <= _TOPIC and key[:1].isalpha() and key.count(" ") <= 1 and not any(map(str.isdecimal, key))
