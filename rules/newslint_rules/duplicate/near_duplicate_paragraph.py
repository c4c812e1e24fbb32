"""A paragraph that stands, the same or nearly so, in another document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from newslint import CAPTION, PARAGRAPH, Alike, Cluster, Corpus, CorpusRule, Finding, Member, Related, Severity

KINDS_OF_COPY = {
    "same": "paragraph stands in another document too",
    "edited": "paragraph stands nearly the same elsewhere",
    "contained": "paragraph shares most of its text with another",
}
SHOWN_WORDS = 12
"""Differing words that the message and `data` name on each side."""


@dataclass(frozen=True)
class NearDuplicateParagraph(CorpusRule):
    """Options: the definition of a near-duplicate (`newslint.Alike`)."""

    severity: ClassVar[Severity] = Severity.WARNING
    kinds: ClassVar[frozenset[str]] = frozenset({PARAGRAPH, CAPTION})

    unit: str = "char"
    ngram: int = 5
    jaccard: float = 0.45
    containment: float = 0.7
    facts: float = 0.6
    min_words: int = 8

    @property
    def alike(self) -> Alike:
        return Alike(self.unit, self.ngram, self.jaccard, self.containment, self.facts, self.min_words)

    def check(self, cluster: Cluster, corpus: Corpus) -> Iterator[Finding]:
        for member in cluster.members[1:]:
            copied = cluster.members[member.link]
            if member.relation in KINDS_OF_COPY and (member.relation != "same" or member.ref != copied.ref):
                yield self._copy(cluster, corpus, member, copied)

    def _copy(self, cluster: Cluster, corpus: Corpus, member: Member, copied: Member) -> Finding:
        here, there = ([], []) if member.relation == "same" else corpus.differences(member, copied)
        similarity = round(member.similarity, 3)
        return self.finding(
            member.ref,
            member.span,
            KINDS_OF_COPY[member.relation] + _shown(here, there),
            kind=member.relation,
            related=[Related(corpus.location(copied), "other copy", "original", similarity)],
            data={
                "similarity": similarity,
                "containment": round(member.containment, 3),
                "only_here": here[:SHOWN_WORDS],
                "only_there": there[:SHOWN_WORDS],
                "longer": _longer(corpus, member, copied) if member.relation == "contained" else None,
            },
            cluster=cluster.label,
        )


def _shown(here: list[str], there: list[str]) -> str:
    if not here and not there:
        return ""
    return f" (here: {' '.join(here[:6]) or '-'}; there: {' '.join(there[:6]) or '-'})"


def _longer(corpus: Corpus, member: Member, copied: Member) -> str:
    return "this" if len(corpus.text(member)) > len(corpus.text(copied)) else "other"
