"""truncated-article: a text that stops in the middle."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newslint import CAPTION, PARAGRAPH, SHORT, Document, DocumentRule, Finding, Needs, Severity, Span, lazy_pattern

_CUT: Final = lazy_pattern(
    r"(?:\s(?:…|\.\.\.)|[\[(](?:…|\.\.\.)[\])]|[a-z](?:…|\.{3,5})|(?:…|\.\.\.)\s?\[\+\d{1,6} chars\]"
    r"|,|،|，|、|(?<=\w\w) ?:"
    r"|(?<=\s)(?:the|of|in|and|to|a|an|with|for|by|at|from|that|which|und|der|die|das|mit|von|ve|ile|de la|et|du"
    r"|les|des|dans|pour|avec|où|aux|los|las|del|della|dos|das|para"
    r"|(?:مشير|مضيف|مؤكد|موضح|مبين|لافت|معتبر|مشدد|معرب|قائل)ا|مشيرة|في|من|إلى|على|التي|الذي|أن|और|के|की|में))$"
)

_CUTS: Final = (
    *("…", "...", " chars]", "…]", "...]", "…)", "...)", ",", "،", "，", "、", ":"),
    *("the", "of", "in", "and", "to", "a", "an", "with", "for", "by", "at", "from", "that", "which"),
    *("und", "der", "die", "das", "mit", "von", "ve", "ile", "de la", "et", "du", "les", "des", "dans", "pour", "avec"),
    *("où", "aux", "los", "las", "del", "della", "dos", "das", "para"),
    *("مشيرا", "مضيفا", "مؤكدا", "موضحا", "مبينا", "لافتا", "معتبرا", "مشددا", "معربا", "قائلا"),
    *("مشيرة", " في", " من", " إلى", " على", " التي", " الذي", " أن", " और", " के", " की", " में"),
)
_REACH: Final = 24
"""Characters of a mark of cutting at most: `… [+2143 chars]`."""


_SHORTEST: Final = 30
_DOTS: Final = ("...", "…")
"""What ends even the shortest last line of a text that is cut."""


def _may_be_cut(document: Document) -> bool:
    for article in document.articles:  # noqa: SIM110 -- a generator would cost more than the look
        if article.blocks[-1].text.endswith(_CUTS):
            return True
    return False


class TruncatedArticle(DocumentRule):
    """Articles whose last block ends in an ellipsis, a comma or a word that asks for another."""

    family = "structure"
    severity = Severity.INFO
    needs = Needs(look=_may_be_cut)

    def check(self, document: Document) -> Iterator[Finding]:
        for article in document.articles:
            last = article.blocks[-1]
            if last.kind not in (PARAGRAPH, SHORT, CAPTION) and len(article.blocks) > 1:
                continue
            if (len(last.text) >= _SHORTEST or last.text.endswith(_DOTS)) and (
                match := _CUT.search(last.text, len(last.text) - _REACH)
            ):
                span = Span(last.start + match.start(), last.end)
                yield self.finding(document, span, "the article stops in the middle of a sentence")
