"""What a line looks like: its width, and whether it is one of those that repeat rightly."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from typing import Final

from newslint import BYLINE, CAPTION, DATELINE, PARAGRAPH, Block, lazy_pattern

_NUMBER: Final = lazy_pattern(r"[+-]?\d[\d.,:/%]*")
VERSE: Final = 60
"""Characters that no line of a verse reaches."""
LONGEST: Final = 160
"""Characters of a headline at most."""
CALLS: Final = 4
"""So many times more a call may stand above the two that are looked at."""
_ANNOUNCED: Final = 16
"""Least width of a line with a colon that announces what is called: labels are shorter."""
_BARE: Final = 4
"""Lines of a text at most that is nothing but a headline, its copy, and what is left of the page."""
_OPENING: Final = 3
"""Words by which lines that begin alike on purpose are known."""
_MARKS: Final = ".,;:!?…"
COMMAS: Final = ",;\u060c\uff0c\uff1b"
"""What verses end in, and headlines do not."""
_WIDE: Final = lazy_pattern("[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff]")
_QUOTES: Final = "\"'\u201c\u2018\u00ab\u201e\u300c\u300e"
_INNER_END: Final = lazy_pattern(r"[.!?\u3002\uff01\uff1f\u061f\u0964]\s+\S|[\u3002\uff01\uff1f]\S")
_VERSE_END: Final = frozenset(",;!?.\u2026\u060c\uff0c")
_AGAIN_AND_AGAIN: Final = lazy_pattern(r"(\w.{0,30}?)(?:[\s,\u060c\u3001\uff0c!\uff01]+\1)+[.\u3002!\uff01]?")
"""One call, more than once in a line."""
_SIGNATURE: Final = lazy_pattern(r"[-\u2013\u2014].{1,60}\(@\w+\)")
_CREDIT_ONLY: Final = lazy_pattern(
    r"(?i)\W{0,3}(?:photo|foto|image|images|picture|pic|bild|bildquelle|credit|source|quelle|courtesy|via|\u00a9|\(c\)|"
    r"getty|reuters|afp|صورة|الصورة|عکس|图|图片来源)\b.{0,70}|[(\[][^()\[\]]{1,60}[)\]]\.?"
)


def width(text: str) -> int:
    """Characters, Chinese, Japanese and Korean ones counted twice: they say as much as two letters."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def is_row(block: Block) -> bool:
    """A row of a table: more than a third of its words are figures."""
    words = block.text.split()
    return len(words) > 1 and 3 * sum(map(bool, map(_NUMBER.fullmatch, words))) > len(words)


def is_signature(text: str) -> bool:
    """The last line of an embedded message, `— Name (@handle) date`."""
    return text[0] in "-\u2013\u2014" and bool(_SIGNATURE.match(text))


def is_credit_only(text: str) -> bool:
    """A credit without a caption, which rightly stands below every picture of one source."""
    return bool(_CREDIT_ONLY.fullmatch(text))


def is_chant(blocks: Sequence[Block], first: int, last: int) -> bool:
    """Whether the lines are a quoted call or part of a verse: what people say twice, not what a page prints twice."""
    text = blocks[first].text
    if len(text) >= 100:
        return False
    if text[0] in _QUOTES or text[-1] in ",;!" or _AGAIN_AND_AGAIN.fullmatch(text):
        return True
    begun = first
    while begun > max(0, first - CALLS) and blocks[begun - 1].text == text:
        begun -= 1
    if begun and blocks[begun - 1].text[-1] in ":\uff1a" and len(text) < VERSE and text[0] not in "([":
        return True  # what somebody calls or sings, by the line above
    around = (*blocks[max(0, first - 2) : first], *blocks[last + 1 : last + 3])
    return len(around) >= 3 and all(len(block.text) < VERSE and block.text[-1] in _VERSE_END for block in around)


def is_headline(block: Block) -> bool:
    """Whether the first block of an article can be its headline: one sentence at most, and no credit or byline."""
    if block.kind in (BYLINE, DATELINE, CAPTION) or width(block.text) < 8 or is_row(block) or is_signature(block.text):
        return False
    return block.kind != PARAGRAPH or (len(block.text) <= LONGEST and not _INNER_END.search(block.text))


def is_called(blocks: Sequence[Block], index: int) -> bool:
    """What somebody calls or sings: a verse with its comma, before one that goes on, behind a sentence with a colon."""
    text = blocks[0].text
    if text[-1] in COMMAS or _AGAIN_AND_AGAIN.fullmatch(text):
        return True
    below = blocks[index + 1].text if index + 1 < len(blocks) else ""
    if below != text and below.startswith(text) and width(below) < VERSE:
        return True
    above = blocks[index - 1].text
    if above[-1] in ":\uff1a" and width(above) >= _ANNOUNCED and width(text) < VERSE:
        return index > 2 and any(map(is_of_story, blocks[1 : index - 1]))
    return False


def is_sung(blocks: Sequence[Block]) -> bool:
    """Whether no story is among many lines, and they say more than one thing."""
    if len(blocks) <= _BARE or any(map(is_of_story, blocks)):
        return False
    return any(block.text != blocks[0].text for block in blocks)


def above_story(blocks: Sequence[Block], copies: Sequence[int]) -> frozenset[int]:
    """Those of the headline's copies that are surely a page's: the story begins below, what is above is part of a head.

    However wide it is, a line may be sung, prayed or done again behind others; where the line below begins or ends with
    the same words, it is one of several that do on purpose; and a line below in small letters goes on with it.

    Args:
        copies: their indexes, in order.
    """
    words = blocks[0].text.rstrip(_MARKS).split()
    opening, closing = " ".join(words[:_OPENING]), " ".join(words[-_OPENING:])
    others = sorted(set(range(1, len(blocks))).difference(copies))
    heads = next((n for n, at in enumerate(others) if blocks[at].kind not in (BYLINE, CAPTION, DATELINE)), len(others))
    found = set()
    for copy in copies:
        place = bisect(others, copy)
        below = [blocks[at] for at in others[place : place + 2]]
        told = any(block.kind == PARAGRAPH and width(block.text) >= VERSE for block in below)
        alike = told and (below[0].text.startswith(opening) or below[0].text.rstrip(_MARKS).endswith(closing))
        if place <= heads and told and not (alike or below[0].text[0].islower()):
            found.add(copy)
    return frozenset(found)


def is_of_story(block: Block) -> bool:
    return block.kind in (PARAGRAPH, DATELINE) or width(block.text) >= VERSE
