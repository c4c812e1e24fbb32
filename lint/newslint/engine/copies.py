"""The copies of one cluster as a baseline sees them: their fingerprints, and which of them was there first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Final, NamedTuple, Protocol

from newslint.document import DocumentRef, Span
from newslint.finding import Location
from newslint.rule import WHOLE, Cluster, Member
from newslint.text import fold

SAME: Final = "same"

Place = tuple[DocumentRef, Span]


class Copy(NamedTuple):
    """One copy, for those who know what was there before.

    Attributes:
        rule: which compared it.
        text: as it stands, cut after some thousand characters.
        fingerprint: that of a finding here.
    """

    rule: str
    location: Location
    text: str
    fingerprint: str


Age = Callable[[Copy], int]
"""How new a copy is: of the copies with the least number, the first in canonical order is the original."""


Focus = Callable[[str], bool]
"""Whether findings in the file with this displayed path are asked for."""


class Witness(NamedTuple):
    """Who knows what was there before, who is to know what is there now, and what is asked for.

    Attributes:
        age: None: all copies are as old.
        tell: called for every copy of a text on which there is a finding, its original and what other findings
            make superfluous included; without the texts.
        focus: None: all findings are asked for, else those of clusters that have a member there, at this member.
    """

    age: Age | None = None
    tell: Callable[[Copy], object] | None = None
    focus: Focus | None = None


NOBODY: Final = Witness()


class Texts(Protocol):
    """What is known of the members of a cluster (see `newslint.rule.Corpus`)."""

    def text(self, member: Member) -> str: ...

    def location(self, member: Member) -> Location: ...


@dataclass
class Copies:
    """The members of a cluster for one rule, with their fingerprints.

    A fingerprint is made of the rule and the text. Where several documents go by one name (records without an id), it
    counts them too: so a further copy in such a file has a fingerprint of its own, whichever of them is the original.
    That of a whole document is a name of the rule, then its mark: an edit changes a part of it at most.
    """

    rule: str
    cluster: Cluster
    texts: Texts
    _contents: dict[Place, bytes] = field(default_factory=dict, init=False)
    _numbers: dict[tuple[str, str, bytes], dict[DocumentRef, int]] | None = field(default=None, init=False)

    def fingerprint(self, location: Location) -> str:
        """The fingerprint of the copy at `location`; empty where none of the members stands there."""
        content = self._content(location.ref, location.span)
        if content is None:
            return ""
        number = self._number(location, content)
        counter = b"" if number == 1 else b"\0%d" % number
        if self._is_whole:
            name = blake2b(self.rule.encode() + counter, digest_size=4).hexdigest()
            return f"{name}-{location.mark}"
        return blake2b(self.rule.encode() + b"\0" + content + counter, digest_size=10).hexdigest()

    @property
    def _is_whole(self) -> bool:
        return self.cluster.members[0].kind == WHOLE

    def begin_with_the_oldest(self, age: Age) -> None:
        """Make the oldest member the original."""
        oldest = min(range(len(self.cluster.members)), key=lambda number: self._age(number, age))
        self.cluster = rerooted(self.cluster, oldest)

    def _age(self, number: int, age: Age) -> tuple[int, int]:
        member = self.cluster.members[number]
        return age(self._copy(member, self.texts.text(member))), number

    def __iter__(self) -> Iterator[Copy]:
        """All of them, without their texts."""
        return (self._copy(member, "") for member in self.cluster.members)

    def _copy(self, member: Member, text: str) -> Copy:
        location = self.texts.location(member)
        return Copy(self.rule, location, text, self.fingerprint(location))

    def _content(self, ref: DocumentRef, span: Span) -> bytes | None:
        if not self._contents:
            self._contents = {(member.ref, member.span): self._content_of(member) for member in self.cluster.members}
        return self._contents.get((ref, span))

    def _content_of(self, member: Member) -> bytes:
        if self._is_whole:
            return self.texts.location(member).mark.encode()
        return fold(self.texts.text(member)).encode("utf-8", "surrogatepass")

    def _number(self, location: Location, content: bytes) -> int:
        """Which of the documents of this name with this text the location's is, from 1."""
        if location.ref.record is None:
            return 1
        if self._numbers is None:
            self._numbers = _numbered(
                (self.texts.location(member), self._contents[member.ref, member.span])
                for member in self.cluster.members
            )
        return self._numbers[location.ref.path, location.id, content][location.ref]


def _numbered(copies: Iterable[tuple[Location, bytes]]) -> dict[tuple[str, str, bytes], dict[DocumentRef, int]]:
    """By name and text: the documents in the order of the file."""
    numbers: dict[tuple[str, str, bytes], dict[DocumentRef, int]] = {}
    for location, content in sorted(copies, key=lambda item: item[0].ref.record or 0):
        documents = numbers.setdefault((location.ref.path, location.id, content), {})
        documents.setdefault(location.ref, len(documents) + 1)
    return numbers


def rerooted(cluster: Cluster, root: int) -> Cluster:
    """The same copies and verified pairs, with the member number `root` as the original, which comes first.

    Between it and the old original the pairs are turned round: they hold in both directions. What was compared with a
    text that is the same as the new original's hangs on that itself.
    """
    if root == 0:
        return cluster
    turned = list(cluster.members)
    number = root
    while (link := cluster.members[number].link) >= 0:
        pair = cluster.members[number]
        turned[link] = turned[link]._replace(
            relation=pair.relation, link=number, similarity=pair.similarity, containment=pair.containment
        )
        number = link
    first = cluster.members[0]
    turned[root] = turned[root]._replace(
        relation=first.relation, link=-1, similarity=first.similarity, containment=first.containment
    )
    same = {number for number, member in enumerate(turned) if member.relation == SAME and member.link == root}
    turned = [member._replace(link=root) if member.link in same else member for member in turned]
    order = [root, *(number for number in range(len(turned)) if number != root)]
    new_number = {old: new for new, old in enumerate(order)}
    members = (turned[number]._replace(link=new_number.get(turned[number].link, -1)) for number in order)
    return cluster._replace(members=tuple(members), as_found=cluster.as_found or cluster.members)
