"""Headline and captions printed as a block, and the whole block again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from newslint import (
    CAPTION,
    PARAGRAPH,
    Block,
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

from .lines import is_credit_only, is_headline, is_row, width

HEAD = 6
"""Blocks of an article in which a head without a credited caption begins."""

STORY = 60
"""Least width of the paragraph below a head of short lines."""


@dataclass(frozen=True)
class RepeatedHeadBlock(DocumentRule):
    """Options: `within`, blocks between the beginnings of the two copies."""

    family: ClassVar[str] = "repetition"
    severity: ClassVar[Severity] = Severity.ERROR
    needs: ClassVar[Needs] = Needs(repeated_line=True)
    subsumes: ClassVar[frozenset[str]] = frozenset(
        {"embed-duplicate", "photo-credit", "repeated-caption", "repeated-headline", "repeated-paragraph", "sandwich"}
    )

    within: int = 10

    def check(self, document: Document) -> Iterator[Finding]:
        keys, offset = document.keys, 0
        for article in document.articles:
            blocks, end = article.blocks, offset + len(article.blocks)
            for first, second, length in _repeats(keys[offset:end], self.within):
                copy = blocks[second : second + length]
                rest = blocks[second + length : second + length + 1]
                if _is_head(copy, first) or (first == 0 and second == length and _heads_story(copy, rest)):
                    yield self._copy(document, blocks[first : first + length], copy)
            offset = end

    def _copy(self, document: Document, first: Sequence[Block], copy: Sequence[Block]) -> Finding:
        original, span = Span(first[0].start, first[-1].end), Span(copy[0].start, copy[-1].end)
        exact = [block.text for block in first] == [block.text for block in copy]
        return self.finding(
            document,
            span,
            f"head block of {len(copy)} lines printed again",
            related=[Related(Location(document.ref, original), "first copy")],
            fix=delete_lines(document, *span, "delete the second block", Safety.SAFE if exact else Safety.UNSAFE),
            data={"lines": len(copy)},
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
        last.setdefault(key, second) if second - last.get(key, second) <= within else last.update({key: second})


def _is_head(blocks: Sequence[Block], first: int) -> bool:
    """A caption, or a long line above the body, is among them; songs, transcripts and tables have neither."""
    if all(block.kind == PARAGRAPH for block in blocks) or any(map(is_row, blocks)):
        return False
    return any(
        not is_credit_only(block.text) if block.kind == CAPTION else first < HEAD and width(block.text) >= 40
        for block in blocks
    )


def _heads_story(blocks: Sequence[Block], rest: Sequence[Block]) -> bool:
    """Headline and subtitle, however short, twice above a paragraph."""
    if any(block.kind == PARAGRAPH or is_row(block) for block in blocks) or not is_headline(blocks[0]):
        return False
    return any(block.kind == PARAGRAPH and width(block.text) >= STORY for block in rest)
