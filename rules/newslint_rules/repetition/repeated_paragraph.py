"""Paragraphs that stand again further down in the same document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, NamedTuple

from newslint import (
    CAPTION,
    HEADLINE,
    Block,
    Document,
    DocumentRule,
    Finding,
    Location,
    Needs,
    Related,
    Safety,
    Severity,
    delete_lines,
)

from .lines import is_signature, width

ADJACENT: Final = 400
"""A line that follows its copy is a caption up to this length (`repeated-caption`)."""


class Run(NamedTuple):
    """Blocks that stand again in the same order: indexes of both beginnings, and how many."""

    first: int
    second: int
    length: int


@dataclass(frozen=True)
class RepeatedParagraph(DocumentRule):
    """Options: `min_length`, characters that a paragraph must have."""

    family: ClassVar[str] = "repetition"
    severity: ClassVar[Severity] = Severity.ERROR
    needs: ClassVar[Needs] = Needs(repeated_line=True)
    subsumes: ClassVar[frozenset[str]] = frozenset({"embed-duplicate", "repeated-caption", "repeated-headline"})

    min_length: int = 100

    def check(self, document: Document) -> Iterator[Finding]:
        blocks, keys = document.blocks, document.keys
        again = {key for key, count in Counter(keys).items() if count > 1}
        counts = [
            key in again and width(block.text) >= self.min_length and _is_told(block)
            for key, block in zip(keys, blocks, strict=True)
        ]
        for run in _runs(keys, counts):
            copy = blocks[run.second : run.second + run.length]
            if run.length == 1 and not _counts(copy[0], adjacent=run.second == run.first + 1):
                continue
            yield self._copy(document, blocks[run.first : run.first + run.length], copy)

    def _copy(self, document: Document, first: Sequence[Block], copy: Sequence[Block]) -> Finding:
        span = copy[0].span._replace(end=copy[-1].end)
        original = first[0].span._replace(end=first[-1].end)
        message = "paragraph printed again" if len(copy) == 1 else f"{len(copy)} lines printed again in the same order"
        return self.finding(
            document,
            span,
            message,
            related=[Related(Location(document.ref, original), "first copy")],
            fix=delete_lines(document, *span, "delete the second copy", Safety.UNSAFE),
            data={"lines": len(copy)},
        )


def _runs(keys: Sequence[str], long: Sequence[bool]) -> Iterator[Run]:
    """Runs with a long block in each that stand again; no block is in two copies.

    A run begins at a long block and takes in the shorter ones around it that are copied with it.
    """
    last: dict[str, int] = {}
    done = 0
    for index, key in enumerate(keys):
        if not long[index]:
            continue
        first = last.get(key, -1)
        last[key] = index
        if first < 0 or index < done:
            continue
        before = 0
        room = min(first, index - done, index - first - 1)
        while before < room and keys[first - before - 1] == keys[index - before - 1]:
            before += 1
        length = 1
        while index + length < len(keys) and first + length < index - before:
            if keys[first + length] != keys[index + length]:
                break
            length += 1
        yield Run(first - before, index - before, before + length)
        done = index + length


def _is_told(block: Block) -> bool:
    """Neither the question of an interview nor a list of quantities: those stand again where they are needed again.

    Captions and headlines have rules of their own.
    """
    if block.kind in (CAPTION, HEADLINE) or block.text[-1] in "?\uff1f\u061f" or is_signature(block.text):
        return False
    words = block.text.split()
    return 6 * sum(word[0].isnumeric() for word in words) < len(words) and any(map(str.isalpha, block.text[:40]))


def _counts(block: Block, *, adjacent: bool) -> bool:
    return not adjacent or len(block.text) > ADJACENT
