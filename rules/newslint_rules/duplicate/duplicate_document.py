"""A document that is a copy of another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint import WHOLE, Cluster, Corpus, Finding, Member, Severity
from newslint_rules.duplicate.definition import _DocumentsAlike, other_copy

MESSAGES = {
    "same": "document is a copy of another",
    "edited": "document is nearly a copy of another",
}


class DuplicateDocument(_DocumentsAlike):
    """Options: the definition of a near-duplicate (`newslint.Alike`), for whole documents."""

    severity: ClassVar[Severity] = Severity.WARNING
    kinds: ClassVar[frozenset[str]] = frozenset({WHOLE})
    subsumes: ClassVar[frozenset[str]] = frozenset(
        {"near-duplicate-caption", "near-duplicate-paragraph", "recurring-paragraph", "template-paragraph"}
    )
    messages: ClassVar[dict[str, str]] = MESSAGES

    def _is_version(self, corpus: Corpus, member: Member, original: Member) -> bool:  # noqa: ARG002 -- see superset
        return True

    def check(self, cluster: Cluster, corpus: Corpus) -> Iterator[Finding]:
        for member in cluster.members[1:]:
            original = cluster.members[member.link]
            if member.relation not in self.messages or not self._is_version(corpus, member, original):
                continue
            similarity = round(member.similarity, 3)
            yield self.finding(
                member.ref,
                member.span,
                self.messages[member.relation],
                kind=member.relation,
                related=[other_copy(corpus, original, similarity)],
                data={
                    "similarity": similarity,
                    "containment": round(member.containment, 3),
                    "longer": "this" if len(corpus.text(member)) > len(corpus.text(original)) else "other",
                },
                cluster=cluster.label,
            )
