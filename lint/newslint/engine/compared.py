"""All compared blocks of a run: their clusters, and what a rule sees of these in the second pass."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.document import Document, DocumentRef, Metadata, Span
from newslint.finding import COPY_LENGTH, Location, Notice, Surplus, locate
from newslint.rule import NOWHERE, Alike, Canonical, Cluster, Member, Spread

from .collecting import KIND_NAMES, Record
from .gathering import Blocks
from .ordering import ordered

if TYPE_CHECKING:
    from newslint.similarity import BlockKeys, Clusters, Words

Reread = Callable[[Sequence[Record]], Iterator[Document | Notice]]
"""Reads records again, in any order; a Notice stands for one that could not be read or has changed."""


TRIED: Final = 7
"""Documents of a cluster that are compared with each other to see what else they share."""

TEMPLATE: Final = "template"
"""The relation of a member that is another use of a form."""

SAMPLE: Final = 20
"""Members of a cluster that rules see which count: enough for examples, and for the oldest to be among them."""


class Row(NamedTuple):
    """A member of a cluster by the number of its block."""

    block: int
    link: int
    relation: str
    jaccard: float
    containment: float


class Compared:
    """All compared blocks of a run, for one group of rules, in canonical order: keys, records, kinds, spans."""

    def __init__(self, records: Sequence[Record], keys: BlockKeys, columns: Sequence[array[int]]) -> None:
        self.records, self.keys = records, keys
        self.record_of, self.kinds, self.starts, self.ends = columns
        self._homes: dict[int, set[int]] = {}
        self.limited = ""

    @classmethod
    def of(cls, records: Sequence[Record], blocks: Blocks, canonical: Canonical = "path") -> Compared:
        """The blocks, which come in path order, in canonical order."""
        return cls(records, *ordered(canonical, [record.day for record in records], *blocks))

    def clusters(self, alike: Alike) -> Iterator[list[Row]]:
        """The clusters, the canonical copy first in each, then those of templates; canonical is the first in order."""
        if not self.record_of:
            return
        from newslint.similarity import RELATIONS, compare

        days = [self.records[number].day for number in self.record_of]
        found = compare(self.keys, alike, days=days)
        self.limited = found.limited
        self._homes = _homes(self.record_of, found.clusters)
        yield from _rows(found.clusters, RELATIONS)
        yield from _rows(found.templates, (RELATIONS[0], *[TEMPLATE] * (len(RELATIONS) - 1)))

    def rest_overlap(self, blocks: Sequence[int], are_copies: bool) -> float:
        """How much the documents of a cluster share beside it, 0 to 1: of each what it shares with the others, at the
        median, and of these the median. What they are called has no say.

        1.0 where a document holds nothing else: it is a copy then, whatever stands in it. Copies are what they share:
        the cluster itself is one of these unless it is one of templates.
        """
        documents = list(dict.fromkeys(self.record_of[block] for block in blocks))
        if len(documents) > TRIED:
            by_content = sorted(documents, key=self._texts.__getitem__)
            documents = [by_content[place * len(documents) // TRIED] for place in range(TRIED)]
        shares = [
            _median([self._shared(one, other, int(are_copies)) for other in documents if other != one])
            for one in documents
        ]
        return _median(shares)

    def _shared(self, one: int, other: int, own: int) -> float:
        least = min(self._sizes[one], self._sizes[other]) - 1
        mine: set[int] = self._homes.get(one, set())
        theirs: set[int] = self._homes.get(other, set())
        return min(1.0, (len(mine & theirs) - own) / least) if least > 0 else 1.0

    def spread(self, rows: Sequence[Row]) -> dict[str, Spread]:
        """How far the text of a cluster is spread, by source; each story counts where it comes first."""
        first: dict[int, str] = {}
        for row in rows:
            record = self.records[self.record_of[row.block]]
            if record.story:
                first.setdefault(record.story, record.outlet)
        stories = Counter(first.values())
        return {source: Spread(stories[source], self._by_source[source]) for source in sorted(stories)}

    def sample(self, rows: Sequence[Row]) -> list[Row]:
        """The first members of a cluster in different documents."""
        first: dict[int, Row] = {}
        for row in rows:
            first.setdefault(self.record_of[row.block], row)
            if len(first) == SAMPLE:
                break
        return list(first.values())

    @cached_property
    def _by_source(self) -> Counter[str]:
        return Counter(record.outlet for record in self.records)

    @cached_property
    def _texts(self) -> list[int]:
        """For each record a number that its compared texts make."""
        return self.keys.sums(self.record_of, len(self.records))

    @cached_property
    def _sizes(self) -> Counter[int]:
        return Counter(self.record_of)

    def place(self, block: int) -> tuple[DocumentRef, Span]:
        return self.records[self.record_of[block]].ref, Span(self.starts[block], self.ends[block])

    def cluster(self, rows: Sequence[Row], size: int = 0, spread: Mapping[str, Spread] = NOWHERE) -> Cluster:
        """The cluster with references instead of numbers; its id depends on its texts alone."""
        index = {row.block: number for number, row in enumerate(rows)}
        members = tuple(
            Member(
                *self.place(row.block),
                KIND_NAMES[self.kinds[row.block]],
                row.relation,
                index.get(row.link, 0) if row.link >= 0 else -1,
                row.jaccard,
                row.containment,
            )
            for row in rows
        )
        texts = sorted({(one, other) for one, other in self.keys.digests[[row.block for row in rows]].tolist()})
        name = blake2b(b"".join(b"%d %d " % text for text in texts), digest_size=6).hexdigest()
        return Cluster(name, members, size, spread)


def _median(shares: Sequence[float]) -> float:
    """The higher one of the two in the middle; 1.0 of none."""
    return sorted(shares)[len(shares) // 2] if shares else 1.0


def _homes(record_of: Sequence[int], clusters: Clusters) -> dict[int, set[int]]:
    """For each record the clusters that its blocks belong to."""
    homes: dict[int, set[int]] = defaultdict(set)
    for block, cluster in zip(clusters.member.tolist(), clusters.cluster.tolist(), strict=True):
        homes[record_of[block]].add(cluster)
    return homes


def _rows(clusters: Clusters, names: Sequence[str]) -> Iterator[list[Row]]:
    columns = [column.tolist() for column in (clusters.cluster, clusters.member, clusters.link, clusters.relation)]
    values = zip(*columns, clusters.jaccard.tolist(), clusters.containment.tolist(), strict=True)
    for _, rows in groupby(values, key=lambda row: row[0]):
        yield [Row(block, link, names[relation], *true) for _, block, link, relation, *true in rows]


@dataclass
class Asked:
    """What the rules asked of the corpus beside their cluster, with the answers.

    Attributes:
        documents: how many there are; None: that was not asked.
        overlaps: numbers of members of the cluster, and how much their documents share beside it.
        is_certain: False where they asked of what is no member.
    """

    documents: int | None = None
    overlaps: list[tuple[list[int], float]] = field(default_factory=list)
    is_certain: bool = True


class SecondPass:
    """Places, texts and metadata of the members that have a finding: what a rule sees of the corpus.

    Attributes:
        asked: what was asked of the corpus since `begin`.
        explained: documents whose members of the cluster others make superfluous: nobody will read how these differ
            from their copies, so it is not worked out.
    """

    def __init__(self, compared_blocks: Compared) -> None:
        self._compared = compared_blocks
        self.explained: Container[DocumentRef] = frozenset()
        self._blocks: dict[tuple[DocumentRef, Span], int] = {}
        self.places: dict[tuple[DocumentRef, Span], Location] = {}
        self.sources: dict[DocumentRef, Metadata] = {}
        self.asked = Asked()
        self._numbers: dict[int, int] = {}
        self._latest: tuple[Member, Words] | None = None

    def begin(self, rows: Sequence[Row], size: int = 0, spread: Mapping[str, Spread] = NOWHERE) -> Cluster:
        """The cluster of these members; what is asked from here on is noted as asked over it."""
        self.asked = Asked()
        self._numbers = {row.block: number for number, row in enumerate(rows)}
        return self._compared.cluster(rows, size, spread)

    @property
    def documents(self) -> int:
        self.asked.documents = len(self._compared.records)
        return self.asked.documents

    def read(self, blocks: Sequence[int], reread: Reread) -> list[Notice]:
        """Reads the records of `blocks` again and makes the places; gives back what went wrong."""
        wanted: dict[DocumentRef, list[Span]] = defaultdict(list)
        for block in blocks:
            ref, span = self._compared.place(block)
            self._blocks[ref, span] = block
            wanted[ref].append(span)
        numbers = dict.fromkeys(self._compared.record_of[block] for block in blocks)
        notices = []
        for item in reread([self._compared.records[number] for number in numbers]):
            if isinstance(item, Notice):
                notices.append(item)
                continue
            self.sources[item.ref] = item.metadata
            for span in wanted[item.ref]:
                self.places[item.ref, span] = locate(Location(item.ref, span), item, COPY_LENGTH)
        return notices

    def has_all(self, cluster: Cluster) -> bool:
        """False where a record of the cluster could not be read again."""
        return all((member.ref, member.span) in self.places for member in cluster.members)

    def text_at(self, location: Location) -> str:
        return self._compared.keys.block(self._blocks[location.ref, location.span])

    def text(self, member: Member) -> str:
        return self._compared.keys.block(self._blocks[member.ref, member.span])

    def rest_overlap(self, cluster: Cluster) -> float:
        blocks = [self._blocks[member.ref, member.span] for member in cluster.found]
        overlap = self._compared.rest_overlap(blocks, all(member.relation != TEMPLATE for member in cluster.found))
        self.asked.is_certain &= self._numbers.keys() >= set(blocks)
        noted = [self._numbers.get(block, -1) for block in blocks], overlap
        if noted not in self.asked.overlaps:
            self.asked.overlaps.append(noted)
        return overlap

    def location(self, member: Member) -> Location:
        return self.places[member.ref, member.span]

    def metadata(self, member: Member) -> Metadata:
        return self.sources[member.ref]

    def differences(self, one: Member, other: Member) -> tuple[list[str], list[str]]:
        if one.ref in self.explained:
            return [], []
        from newslint.similarity import differences

        return differences(self.text(one), self.text(other))

    def first_differences(self, one: Member, other: Member, most: int) -> tuple[Surplus, Surplus]:
        if one.ref in self.explained:
            return Surplus([], 0), Surplus([], 0)
        from newslint.similarity import Words, first_differences

        return first_differences(Words(self.text(one)), self._words(other), most)

    def other_facts(self, one: Member, other: Member, most: int) -> tuple[Surplus, Surplus]:
        if one.ref in self.explained:
            return Surplus([], 0), Surplus([], 0)
        from newslint.similarity import other_facts

        return other_facts(self.text(one), self.text(other), most)

    def _words(self, member: Member) -> Words:
        """Counted once for all copies of a text, which follow each other."""
        if self._latest is None or self._latest[0] != member:
            from newslint.similarity import Words

            self._latest = member, Words(self.text(member))
        return self._latest[1]
