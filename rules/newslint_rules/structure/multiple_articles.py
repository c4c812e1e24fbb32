"""multiple-articles: a document that holds more than one story."""

from __future__ import annotations

from collections.abc import Iterator

from newslint import Article, Document, DocumentRule, Finding, Location, Needs, Related, Span


def _has_several(document: Document) -> bool:
    return len(document.articles) > 1


class MultipleArticles(DocumentRule):
    """One finding a further article, at its first line; the gap before it is a part."""

    family = "structure"
    subsumes = frozenset({"blank-run"})
    needs = Needs(look=_has_several)

    def check(self, document: Document) -> Iterator[Finding]:
        for number, article in enumerate(document.articles[1:], 2):
            message = f"article {number} of {len(document.articles)} begins here"
            gap = _gap(document, article)
            yield self.finding(document, article.blocks[0], message, related=gap, data={"article": number})


def _gap(document: Document, article: Article) -> list[Related]:
    """The lines between the article and the one before it."""
    if article.boundary is None:
        return []
    start = document.line(document.position(article.boundary.start).line + 1).start
    end = article.boundary.end
    return [Related(Location(document.ref, Span(start, end)), "the gap before it", "part")] if start < end else []
