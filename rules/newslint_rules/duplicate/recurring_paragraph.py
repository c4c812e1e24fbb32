"""House text: a paragraph that recurs in stories which have nothing else in common."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint import CAPTION, PARAGRAPH, Cluster, Corpus, Finding, Severity
from newslint_rules.duplicate.definition import (
    UNCHANGED,
    _BlocksAlike,
    document_count,
    examples,
    is_disclaimer,
    is_house_text,
)
from newslint_rules.duplicate.evidence import percent


class RecurringParagraph(_BlocksAlike):
    """Options: the definition of a near-duplicate (`newslint.Alike`)."""

    severity: ClassVar[Severity] = Severity.INFO
    kinds: ClassVar[frozenset[str]] = frozenset({PARAGRAPH, CAPTION})

    def check(self, cluster: Cluster, corpus: Corpus) -> Iterator[Finding]:
        first, *others = cluster.members
        if not others or others[0].relation == "template" or not is_house_text(cluster, corpus):
            return
        if is_disclaimer(corpus.text(cluster.found[0])):
            return
        documents = document_count(cluster)
        share = documents / max(1, corpus.documents)
        elsewhere = [member for member in others if member.ref != first.ref]
        yield self.finding(
            first.ref,
            first.span,
            f"text that recurs in {documents:,} documents ({percent(share)} of all)",
            related=examples(corpus, [member for member in elsewhere if member.similarity >= UNCHANGED]),
            data={"documents": documents, "count": len(cluster.members)},
            cluster=cluster.label,
        )
