"""A caption that stands, the same or nearly so, in another document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint import CAPTION, Cluster, Corpus, Finding, Member
from newslint_rules.duplicate.definition import UNCHANGED
from newslint_rules.duplicate.near_duplicate_paragraph import NearDuplicateParagraph
from newslint_rules.repetition.lines import is_credit_only


class NearDuplicateCaption(NearDuplicateParagraph):
    """Options: the definition of a near-duplicate (`newslint.Alike`)."""

    kinds: ClassVar[frozenset[str]] = frozenset({CAPTION})
    noun: ClassVar[str] = "caption"

    def check(self, cluster: Cluster, corpus: Corpus) -> Iterator[Finding]:
        if not is_credit_only(corpus.text(cluster.found[0])):  # `Photo: Name, licence` is alike below all pictures
            yield from super().check(cluster, corpus)

    def _is_copy(self, cluster: Cluster, member: Member) -> bool:
        """In one document only all but unchanged: the pictures of one story are described in much the same words."""
        apart = member.ref != cluster.members[member.link].ref
        return (apart or member.similarity >= UNCHANGED) and super()._is_copy(cluster, member)
