"""A document that is a copy of another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint import WHOLE, Cluster, Corpus, Finding, Member, Severity
from newslint_rules.duplicate.definition import _DocumentsAlike, other_copy
from newslint_rules.duplicate.evidence import NOTHING, SHOWN_WORDS, counted, longer, more_told, told

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
            yield self._copy(cluster, corpus, member, original)

    def _copy(self, cluster: Cluster, corpus: Corpus, member: Member, original: Member) -> Finding:
        similarity = round(member.similarity, 3)
        is_same = member.relation == "same" and not self.fold_numbers  # then figures may differ
        here, there = (NOTHING, NOTHING) if is_same else corpus.first_differences(member, original, SHOWN_WORDS)
        wording, evidence = member.relation, counted(here, there)
        if member.relation == "same":
            wording = "edited" if here.total or there.total else "same"
        else:
            evidence["longer"] = longer(corpus, member, original)
        is_part = member.relation == "contained"
        remark = more_told(here, there, str(evidence["longer"])) if is_part else told(here, there)
        return self.finding(
            member.ref,
            member.span,
            f"{self.messages[wording]}{remark}",
            kind=member.relation,
            related=[other_copy(corpus, original, similarity)],
            data={"similarity": similarity, "containment": round(member.containment, 3), **evidence},
            cluster=cluster.label,
        )
