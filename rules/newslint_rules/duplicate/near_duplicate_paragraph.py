"""A paragraph that stands, the same or nearly so, in another document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint import PARAGRAPH, Cluster, Corpus, DocumentRef, Finding, Member, Severity, fold
from newslint_rules.duplicate.definition import _BlocksAlike, is_disclaimer, is_house_text, other_copy
from newslint_rules.duplicate.evidence import NOTHING, SHOWN_WORDS, differing, longer, told
from newslint_rules.duplicate.forms import is_filled_in, is_fragment, is_part_by_chance, is_quoted, is_refusal

MESSAGES = {
    "same": "stands in another document too",
    "edited": "stands nearly the same elsewhere",
    "contained": "shares most of its text with another",
}

MORE = 1.5
"""What is so many times as long as house text says more than that; shorter ones are other wordings of it."""


class NearDuplicateParagraph(_BlocksAlike):
    """Options: the definition of a near-duplicate (`newslint.Alike`)."""

    severity: ClassVar[Severity] = Severity.WARNING
    kinds: ClassVar[frozenset[str]] = frozenset({PARAGRAPH})
    noun: ClassVar[str] = "paragraph"

    def check(self, cluster: Cluster, corpus: Corpus) -> Iterator[Finding]:
        copies = (_told_apart(cluster, member, corpus) for member in cluster.members[1:])
        wanted = [member for member in copies if self._is_copy(cluster, member)]
        if not wanted or is_disclaimer(corpus.text(cluster.found[0])):
            return
        if is_house_text(cluster, corpus):
            yield from self._beside_house_text(cluster, corpus)
            return
        known = {(cluster.members[0].ref, fold(corpus.text(cluster.members[0])))}
        for member in wanted:
            copied = cluster.members[member.link]
            if member.relation != "same" and any(_says_little(corpus.text(copy)) for copy in (member, copied)):
                continue
            if member.ref != copied.ref or (self._is_alike(member) and _is_copied_here(member, copied, known, corpus)):
                yield self._copy(cluster, corpus, member, copied)

    def _beside_house_text(self, cluster: Cluster, corpus: Corpus) -> Iterator[Finding]:
        """Copies of what holds the house text and more: that recurs by right, what stands around it does not."""
        first: dict[tuple[str, int], Member] = {}
        least = MORE * _length(cluster.members[0])
        for member in cluster.members[1:]:
            if member.kind in self.kinds and _length(member) >= least:
                text = fold(corpus.text(member)), _length(member)  # texts are cut, lengths are not
                copied = first.setdefault(text, member)
                if copied.ref != member.ref:
                    same = member._replace(relation="same", similarity=1.0, containment=1.0)
                    yield self._copy(cluster, corpus, same, copied)

    def _is_copy(self, cluster: Cluster, member: Member) -> bool:
        apart = member.ref != cluster.members[member.link].ref
        return member.kind in self.kinds and member.relation in MESSAGES and (apart or member.relation != "same")

    def _is_alike(self, member: Member) -> bool:
        """Whether a copy is no further from its source than two texts that are alike: who reworks has two documents."""
        return member.similarity >= self.jaccard or member.containment >= self.containment

    def _copy(self, cluster: Cluster, corpus: Corpus, member: Member, copied: Member) -> Finding:
        is_same = member.relation == "same" and not self.fold_numbers  # then figures may differ
        here, there = (NOTHING, NOTHING) if is_same else corpus.first_differences(member, copied, SHOWN_WORDS)
        differs = here.total or there.total
        wording = "edited" if member.relation == "same" and differs else member.relation
        similarity = round(member.similarity, 3)
        data: dict[str, object] = {
            "similarity": similarity,
            "containment": round(member.containment, 3),
            **differing(here, there),
        }
        if member.relation == "contained":
            data["longer"] = longer(corpus, member, copied)
        return self.finding(
            member.ref,
            member.span,
            f"{self.noun} {MESSAGES[wording]}{told(here, there)}",
            kind=member.relation,
            related=[other_copy(corpus, copied, similarity)],
            data=data,
            cluster=cluster.label,
        )


def _told_apart(cluster: Cluster, member: Member, corpus: Corpus) -> Member:
    """Inside a document paragraphs count as edited that are equal in normal form alone: other rules see the rest."""
    copied = cluster.members[member.link]
    if member.relation != "same" or member.ref != copied.ref or member.kind != PARAGRAPH:
        return member
    is_repeated = fold(corpus.text(member)) == fold(corpus.text(copied))
    return member if is_repeated else member._replace(relation="edited")


def _says_little(text: str) -> bool:
    """Whether others are like a text by chance, so that but the very same is a copy."""
    return is_fragment(text) or is_refusal(text)


def _length(member: Member) -> int:
    return member.span.end - member.span.start


def _is_copied_here(member: Member, copied: Member, known: set[tuple[DocumentRef, str]], corpus: Corpus) -> bool:
    """Whether what stands elsewhere in its own document is a copy, and none of a copy that was found there before."""
    text, source = corpus.text(member), corpus.text(copied)
    key = member.ref, fold(text)
    if key in known:
        return False
    known.add(key)
    return not (
        is_filled_in(text, source)
        or is_part_by_chance(text, source, member.similarity, member.containment)
        or is_quoted(text, source)
    )
