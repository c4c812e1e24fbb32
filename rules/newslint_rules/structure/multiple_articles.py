"""multiple-articles: a document that holds more than one story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, DocumentRule, Finding, Needs, Span


@dataclass(frozen=True)
class MultipleArticles(DocumentRule):
    """One finding a further article: from the line behind the article before up to the end of its first line."""

    family = "structure"
    subsumes = frozenset({"blank-run"})
    needs = Needs(always=True)

    def check(self, document: Document) -> Iterator[Finding]:
        for number, article in enumerate(document.articles[1:], 2):
            head = article.blocks[0]
            before = article.boundary.start if article.boundary else head.start
            start = document.line(document.position(before).line + 1).start
            message = (
                f"article {number} of {len(document.articles)} begins at line {document.position(head.start).line}"
            )
            yield self.finding(document, Span(min(start, head.start), head.end), message, data={"article": number})
