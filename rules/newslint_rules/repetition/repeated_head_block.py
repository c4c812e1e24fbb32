"""Headline and captions printed as a block, and the whole block again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from newslint import (
    BYLINE,
    CAPTION,
    DATELINE,
    PARAGRAPH,
    Block,
    Count,
    Document,
    DocumentRule,
    Finding,
    Location,
    Needs,
    Related,
    Safety,
    Severity,
    Span,
    delete_lines,
)
from newslint_rules.by_article import by_article

from .lines import COMMAS, is_credit_only, is_headline, is_row, width

HEAD = 6
"""Blocks of an article in which a head without a credited caption begins."""

STORY = 60
"""Least width of the paragraph below a head."""

SCRAP = 32
"""Width of what a page prints between the two copies of a head; verses and recipes are set between those of others."""

SCRAPS = 4
"""Such lines at most."""

TITLE = 40
"""Least width of a headline that is not the first line of its article: headings of sections are shorter."""

_SLIDES = frozenset(("CAPTION", "Caption"))
"""What slide shows print above each caption."""


@dataclass(frozen=True)
class RepeatedHeadBlock(DocumentRule):
    """Options: `within`, blocks between the beginnings of the two copies."""

    family: ClassVar[str] = "repetition"
    severity: ClassVar[Severity] = Severity.ERROR
    needs: ClassVar[Needs] = Needs(repeated_line=True)
    subsumes: ClassVar[frozenset[str]] = frozenset(
        {"embed-duplicate", "photo-credit", "repeated-caption", "repeated-headline", "repeated-paragraph", "sandwich"}
    )

    within: Count = 10

    def check(self, document: Document) -> Iterator[Finding]:
        for blocks, keys in by_article(document):
            for first, second, length in _repeats(keys, self.within):
                if _is_captioned(blocks[first : first + length]) or _is_head(blocks, first, second, length):
                    yield self._copy(document, blocks, first, second, length)

    def _copy(self, document: Document, blocks: Sequence[Block], first: int, second: int, length: int) -> Finding:
        original, copy = blocks[first : first + length], blocks[second : second + length]
        span = Span(copy[0].start, copy[-1].end)
        exact = [block.text for block in original] == [block.text for block in copy]
        safe = exact and _is_certain(copy) and not _is_told(blocks[first + length : second])
        place = Location(document.ref, Span(original[0].start, original[-1].end))
        return self.finding(
            document,
            span,
            f"head block of {length} lines printed again",
            related=[Related(place, "first copy")],
            fix=delete_lines(document, *span, "delete the second block", Safety.SAFE if safe else Safety.UNSAFE),
            data={"lines": length},
        )


def _repeats(keys: Sequence[str], within: int) -> Iterator[tuple[int, int, int]]:
    """Begin, second begin and length of each run of two blocks or more that stands again; runs never overlap."""
    last: dict[str, int] = {}
    done = 0
    for second, key in enumerate(keys):
        first = last.get(key, -1) if second >= done else -1
        if first >= 0 and second - first <= within:
            length = 1
            while second + length < len(keys) and first + length < second:
                if keys[first + length] != keys[second + length]:
                    break
                length += 1
            if length >= 2:
                yield first, second, length
                done = second + length
        if key not in last or second - last[key] > within:
            last[key] = second


def _is_captioned(blocks: Sequence[Block]) -> bool:
    """A caption with its credit is among them, which songs, recipes and tables have not."""
    if any(map(is_row, blocks)):
        return False
    return any(not is_credit_only(block.text) if block.kind == CAPTION else block.text in _SLIDES for block in blocks)


def _is_head(blocks: Sequence[Block], first: int, second: int, length: int) -> bool:
    """Headline and what belongs to it: the first lines of all, or such as begin like a headline, above the story.

    No verse and no step of a recipe stands before or between them, and the story begins below.
    """
    copy, rest = blocks[second : second + length], blocks[second + length : second + length + 2]
    titled = copy[0].kind != PARAGRAPH or copy[0].text[-1] in "?\uff1f\u061f"
    rows = any(is_row(block) for block in copy if block.kind != DATELINE)
    begins = is_headline(copy[0]) and titled and not rows
    if not begins or any(block.text[-1] in COMMAS for block in copy):
        return False
    if first and (first >= HEAD or width(copy[0].text) < TITLE or _is_told(blocks[:first])):
        return False
    return not _is_told(blocks[first + length : second]) and any(map(_is_story, rest))


def _is_certain(copy: Sequence[Block]) -> bool:
    """Whether no song looks so, however wide its verses are: a credit, a byline or a date is among the lines."""
    return any(block.kind in (BYLINE, CAPTION, DATELINE) or block.text in _SLIDES for block in copy)


def _is_told(blocks: Sequence[Block]) -> bool:
    """Whether more than scraps of the page are among some lines, and more than captions, bylines and dates."""
    others = [block for block in blocks if block.kind not in (BYLINE, CAPTION, DATELINE)]
    return len(others) > SCRAPS or any(
        width(block.text) > SCRAP or block.text[-1] in COMMAS or (block.kind == PARAGRAPH and not is_row(block))
        for block in others
    )


def _is_story(block: Block) -> bool:
    return block.kind == PARAGRAPH and width(block.text) >= STORY
