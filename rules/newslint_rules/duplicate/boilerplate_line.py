"""A short line of the page, known by how often it stands at the ends of stories that have nothing else in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from newslint import (
    HEADLINE,
    PARAGRAPH,
    SHORT,
    SUBHEAD,
    Alike,
    Cluster,
    Corpus,
    CorpusRule,
    Count,
    Finding,
    Related,
    Severity,
    Share,
    Spread,
    lazy_pattern,
)
from newslint_rules.duplicate.definition import EXAMPLES, is_disclaimer
from newslint_rules.duplicate.evidence import percent

FEWEST: Final = 3
"""Stories that must hold a line where it stands in several sources."""

_QUOTED: Final = lazy_pattern("^['\u2018]|[\"\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d]")
_NAMED: Final = lazy_pattern(r"(?:The )?(?:[A-Z][a-z\u00df-\u024f]+ ){2}|(?:[A-Z]\.)+ ")
"""How a sentence begins that has somebody for a subject: two words with capitals."""
_LETTERS: Final = 12
"""In a line with figures, for each of which there are `_TO_A_FIGURE`: fewer are those of a date, a score, a price."""
_TO_A_FIGURE: Final = 3
_HAN_FROM: Final = "\u2e80"
"""Characters from here on say as much as two letters."""
_NUMBER: Final = lazy_pattern(r"\d+")
_SMALL: Final = 3
"""Digits of a number that may be part of a score or a table."""


@dataclass(frozen=True)
class BoilerplateLine(CorpusRule):
    """Options: in how many stories of one source a line must stand, and in which share of the source's documents."""

    severity: ClassVar[Severity] = Severity.WARNING
    kinds: ClassVar[frozenset[str]] = frozenset({SHORT, SUBHEAD, HEADLINE, PARAGRAPH})
    within: ClassVar[int] = 5
    max_length: ClassVar[int] = 160
    counts: ClassVar[bool] = True
    subsumes: ClassVar[frozenset[str]] = frozenset({"recurring-paragraph"})

    documents: Count = 5
    share: Share = 0.002

    @property
    def alike(self) -> Alike:
        """Equality."""
        return Alike(jaccard=0, containment=0, facts=0, min_words=1)

    def is_spread(self, spread: Mapping[str, Spread]) -> bool:
        if any(one.stories >= max(self.documents, self.share * one.documents) for one in spread.values()):
            return True
        stories, documents = _totals(spread)
        return len(spread) > 1 and stories >= max(FEWEST, self.share * documents)

    def check(self, cluster: Cluster, corpus: Corpus) -> Iterator[Finding]:
        first, *others = cluster.members
        stories, documents = _totals(cluster.spread)
        text = corpus.text(first)
        least = self.documents if _is_sentence(cluster) or _NUMBER.search(text) else FEWEST
        if stories < least or not self.is_spread(cluster.spread) or _may_be_content(cluster, text):
            return
        share = percent(stories / documents)
        yield self.finding(
            first.ref,
            first.span,
            f"line that recurs at the ends of {stories:,} stories ({share} of those of its sources)",
            related=[Related(corpus.location(member), "example", "example", 1.0) for member in others[:EXAMPLES]],
            data={"documents": stories, "share": round(stories / documents, 4), "sources": len(cluster.spread)},
            cluster=cluster.label,
        )


def _totals(spread: Mapping[str, Spread]) -> tuple[int, int]:
    return sum(one.stories for one in spread.values()), sum(one.documents for one in spread.values())


def _is_sentence(cluster: Cluster) -> bool:
    return sum(member.kind == PARAGRAPH for member in cluster.members) > len(cluster.members) // 2


def _may_be_content(cluster: Cluster, text: str) -> bool:
    """Titles that recur, subheads, figures, pieces of tables, and sentences that say something of somebody."""
    kinds = Counter(member.kind for member in cluster.members)
    if kinds[HEADLINE] + kinds[SUBHEAD] > len(cluster.members) // 2:
        return True
    if not any(map(str.isalpha, text)) or _is_about_figures(text):
        return True
    if _is_sentence(cluster):
        return bool(_QUOTED.search(text) or _NAMED.match(text)) or is_disclaimer(text)
    return text[:1].islower()


def _is_about_figures(text: str) -> bool:
    """Scores, dates, prices, rows of a table: what is said beside the figures is little, or only names."""
    numbers = _NUMBER.findall(text)
    if not numbers:
        return False
    letters = sum(2 if sign >= _HAN_FROM else 1 for sign in text if sign.isalpha())
    if letters < max(_LETTERS, _TO_A_FIGURE * sum(map(len, numbers))):
        return True
    small = [number for number in numbers if len(number) <= _SMALL]
    begins = {word[0] for word in text.split() if word[0].isalpha()}
    if any(map(str.islower, begins)):
        return False
    is_caseless = not any(map(str.isupper, begins))
    return len(small) == len(numbers) == 2 if is_caseless else bool(small)
