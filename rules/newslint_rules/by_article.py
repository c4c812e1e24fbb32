"""A document article by article, for rules that compare the blocks of one."""

from __future__ import annotations

from collections.abc import Iterator

from newslint import Block, Document


def by_article(document: Document) -> Iterator[tuple[tuple[Block, ...], tuple[str, ...]]]:
    """The blocks of each article, and the comparison form of each of them."""
    start = 0
    for article in document.articles:
        end = start + len(article.blocks)
        yield article.blocks, document.keys[start:end]
        start = end
