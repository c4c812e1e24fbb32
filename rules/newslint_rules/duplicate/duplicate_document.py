"""A document that is a copy of another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from newslint import WHOLE, Alike, Cluster, Corpus, CorpusRule, Finding, Related, Severity

MESSAGES = {
    "same": "document is a copy of another",
    "edited": "document is nearly a copy of another",
}


@dataclass(frozen=True)
class DuplicateDocument(CorpusRule):
    """Options: the definition of a near-duplicate (`newslint.Alike`), for whole documents."""

    severity: ClassVar[Severity] = Severity.WARNING
    kinds: ClassVar[frozenset[str]] = frozenset({WHOLE})
    subsumes: ClassVar[frozenset[str]] = frozenset({"near-duplicate-paragraph", "near-duplicate-caption"})

    unit: str = "word"
    ngram: int = 3
    jaccard: float = 0.8
    containment: float = 0.0
    facts: float = 0.6
    min_words: int = 8

    @property
    def alike(self) -> Alike:
        return Alike(self.unit, self.ngram, self.jaccard, self.containment, self.facts, self.min_words)

    def check(self, cluster: Cluster, corpus: Corpus) -> Iterator[Finding]:
        for member in cluster.members[1:]:
            if member.relation in MESSAGES:
                original = cluster.members[member.link]
                similarity = round(member.similarity, 3)
                yield self.finding(
                    member.ref,
                    member.span,
                    MESSAGES[member.relation],
                    kind=member.relation,
                    related=[Related(corpus.location(original), "other document", "original", similarity)],
                    data={"similarity": similarity, "containment": round(member.containment, 3)},
                    cluster=cluster.label,
                )
