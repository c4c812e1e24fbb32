"""multiple-articles: a document that holds more than one story."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newslint import (
    BYLINE,
    CAPTION,
    DATELINE,
    PARAGRAPH,
    Article,
    Document,
    DocumentRule,
    Finding,
    Location,
    Needs,
    Related,
    Span,
)

LEAST = 2
"""Paragraphs of a story without a head that another one follows."""


def _has_several(document: Document) -> bool:
    return len(document.articles) > 1


class MultipleArticles(DocumentRule):
    """One finding a further article, at its first line; the gap before it is a part."""

    family = "structure"
    subsumes = frozenset({"blank-run"})
    needs = Needs(look=_has_several)

    def check(self, document: Document) -> Iterator[Finding]:
        for number, (before, article) in enumerate(pairwise(document.articles), 2):
            if not _is_story(before) or _is_code(article.blocks[0].text):
                continue
            message = f"article {number} of {len(document.articles)} begins here"
            gap = _gap(document, article)
            yield self.finding(document, article.blocks[0], message, related=gap, data={"article": number})


def _is_story(article: Article) -> bool:
    """Two paragraphs of prose, or one below a head: a teaser, a notice or a script above the gap is none."""
    paragraphs = sum(block.kind is PARAGRAPH and not _is_code(block.text) for block in article.blocks)
    headed = any(block.kind in (BYLINE, CAPTION, DATELINE) for block in article.blocks)
    return paragraphs >= (1 if headed else LEAST)


def _is_code(text: str) -> bool:
    return text[-1] in "{};" or text.endswith(("= [", "(["))


def _gap(document: Document, article: Article) -> list[Related]:
    """The lines between the article and the one before it."""
    if article.boundary is None:
        return []
    start = document.line(document.position(article.boundary.start).line + 1).start
    end = article.boundary.end
    return [Related(Location(document.ref, Span(start, end)), "the gap before it", "part")] if start < end else []
