"""The headline printed again above or inside the story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from newslint import (
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
    delete_lines,
    fold,
)

_SITE = re.compile(r"\s[-\u2013\u2014|\u00b7]\s[^-\u2013\u2014|]{2,40}$")


@dataclass(frozen=True)
class RepeatedHeadline(DocumentRule):
    """Options: `within`, blocks below the headline that are searched."""

    family: ClassVar[str] = "repetition"
    severity: ClassVar[Severity] = Severity.ERROR
    needs: ClassVar[Needs] = Needs(always=True)

    within: int = 12

    def check(self, document: Document) -> Iterator[Finding]:
        for article in document.articles:
            headline, *rest = article.blocks[: self.within + 1]
            if headline.kind == PARAGRAPH or len(headline.text) < 8 or _is_refrain(article.blocks):
                continue
            names = {fold(headline.text), fold(_SITE.sub("", headline.text))}
            for block in rest:
                if block.kind != PARAGRAPH and abs(len(block.text) - len(headline.text)) <= 50 and _is_in(block, names):
                    yield self._copy(document, headline, block)

    def _copy(self, document: Document, headline: Block, block: Block) -> Finding:
        safety = Safety.SAFE if block.text == headline.text else Safety.UNSAFE
        return self.finding(
            document,
            block,
            "headline printed again",
            related=[Related(Location(document.ref, headline.span), "headline")],
            fix=delete_lines(document, block.start, block.end, "delete the second headline", safety),
        )


def _is_in(block: Block, names: set[str]) -> bool:
    return fold(block.text) in names or fold(_SITE.sub("", block.text)) in names


def _is_refrain(blocks: Sequence[Block]) -> bool:
    """A B A B, all of it short: a song, not a page."""
    head = [fold(block.text) for block in blocks[:4]]
    return len(head) == 4 and head[:2] == head[2:] and max(map(len, head)) < 40
