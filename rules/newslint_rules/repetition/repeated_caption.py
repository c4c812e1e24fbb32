"""A caption, or another line, printed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

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

_NUMBER = re.compile(r"[+-]?\d[\d.,:/%]*")
_QUOTES = "\"'\u201c\u2018\u00ab\u201e"


@dataclass(frozen=True)
class RepeatedCaption(DocumentRule):
    """Options: `min_length`, characters that a line must have to count as a caption."""

    family: ClassVar[str] = "repetition"
    severity: ClassVar[Severity] = Severity.ERROR
    needs: ClassVar[Needs] = Needs(repeated_line=True)

    min_length: int = 20

    def check(self, document: Document) -> Iterator[Finding]:
        keys = iter(document.keys)
        for article in document.articles:
            last: dict[str, int] = {}
            for index, (block, key) in enumerate(zip(article.blocks, keys, strict=False)):
                earlier = last.get(key)
                last[key] = index
                if earlier is None or len(block.text) < self.min_length:
                    continue
                first = article.blocks[earlier]
                if first.kind != HEADLINE and _is_copy(article.blocks, earlier, index):
                    yield self._copy(document, first, block, adjacent=index == earlier + 1)

    def _copy(self, document: Document, first: Block, block: Block, *, adjacent: bool) -> Finding:
        what = "caption" if block.kind == CAPTION else "line"
        exact = adjacent and block.kind == CAPTION and block.text == first.text
        safety = Safety.SAFE if exact else Safety.UNSAFE
        return self.finding(
            document,
            block,
            f"{what} printed twice" if adjacent else f"{what} printed again",
            kind="adjacent" if adjacent else "distant",
            related=[Related(Location(document.ref, first.span), "first copy")],
            fix=delete_lines(document, block.start, block.end, "delete the second copy", safety),
        )


def _is_copy(blocks: Sequence[Block], earlier: int, index: int) -> bool:
    """Next to each other, or credited; chants, and rows and headers of tables, repeat rightly."""
    block = blocks[index]
    if block.kind == CAPTION:
        return True
    if index != earlier + 1 or (block.text[0] in _QUOTES and len(block.text) < 100):
        return False
    return not any(_is_row(near) for near in blocks[max(0, earlier - 1) : index + 2])


def _is_row(block: Block) -> bool:
    words = block.text.split()
    return len(words) > 1 and 3 * sum(map(bool, map(_NUMBER.fullmatch, words))) > len(words)
