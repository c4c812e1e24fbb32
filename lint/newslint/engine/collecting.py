"""The first pass of corpus rules: of each batch only keys, spans and the places of its records are kept."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.dates import UNKNOWN, day_of
from newslint.document import KINDS, PARAGRAPH, Block, Document, DocumentRef, Span
from newslint.rule import WHOLE, Alike, Canonical, CorpusRule
from newslint.text import fold

if TYPE_CHECKING:
    from newslint.similarity import BlockKeys

KIND_NAMES: Final = (*KINDS, WHOLE)
KIND_NUMBERS: Final = {name: number for number, name in enumerate(KIND_NAMES)}


STORY: Final = 80
"""Characters of the paragraph that a document must have to count as a story."""

_LOOSE: Final = b" !\"'(),-./:;?[]"
"""What tells no stories apart: extractors part words and marks differently, where a link or a tag stood."""


class Record(NamedTuple):
    """Where a record stands, so that it can be read again, and what is counted by.

    Attributes:
        day: `dates.day_of` of its date.
        source: as the record or its folder names it; empty where neither does.
        story: the same for documents with the same longest paragraph, marks and spaces aside; 0 where that has fewer
            than `STORY` characters (a table, a picture), and where no rule counts stories.
        key: the same for records that make the same document, where a run remembers; empty where it does not.
    """

    ref: DocumentRef
    offset: int
    size: int
    digest: bytes
    day: int = UNKNOWN
    source: str = ""
    story: int = 0
    key: bytes = b""

    @property
    def outlet(self) -> str:
        """What it is counted by: the source, else the JSON Lines file."""
        return self.source or (self.ref.path if self.ref.record else "")


class Group(NamedTuple):
    """Corpus rules that share one search. What follows `rules` is theirs."""

    alike: Alike
    kinds: frozenset[str]
    rules: tuple[CorpusRule, ...]
    within: int = 0
    max_length: int = 0
    counts: bool = False
    canonical: Canonical = "path"


class Part(NamedTuple):
    """The blocks of one batch for one group: keys, and for each block its record (in the batch), kind and span."""

    keys: BlockKeys
    records: array[int]
    kinds: array[int]
    starts: array[int]
    ends: array[int]


class Collected(NamedTuple):
    """What the first pass keeps of one batch: no object for each block."""

    records: tuple[Record, ...]
    parts: tuple[Part, ...]


def groups_of(rules: Iterable[CorpusRule]) -> tuple[Group, ...]:
    """The rules by what they compare, in a fixed order: whole documents first, as they explain their blocks."""
    shared: dict[tuple[bool, Alike, int, int, bool, Canonical], list[CorpusRule]] = defaultdict(list)
    for rule in sorted(rules, key=lambda rule: rule.name):
        key = (WHOLE not in rule.kinds, rule.alike, rule.within, rule.max_length, rule.counts, rule.canonical)
        shared[key].append(rule)
    return tuple(
        Group(key[1], frozenset[str]().union(*(rule.kinds for rule in members)), tuple(members), *key[2:])
        for key, members in sorted(shared.items(), key=lambda item: item[0])
    )


class Collector:
    """The first pass: what corpus rules compare of a batch of documents."""

    def __init__(self, rules: Iterable[CorpusRule]) -> None:
        self.groups = groups_of(rules)
        self._counts = any(group.counts for group in self.groups)

    def collect(self, documents: Sequence[Document]) -> Collected:
        """Records and keys of a batch. Runs in workers; nothing of it holds a text."""
        sound = [document for document in documents if not document.defect]
        records = tuple(_record(document, self._counts) for document in sound)
        return Collected(records, tuple(_part(group, sound) for group in self.groups))


def _record(document: Document, counts: bool) -> Record:
    origin, ref = document.origin, document.ref
    traits = (day_of(document.metadata.date), document.metadata.source, _story(document) if counts else 0)
    if origin is None:
        return Record(ref, 0, 0, b"", *traits)
    return Record(ref, origin.offset, origin.size, origin.digest, *traits)


def _story(document: Document) -> int:
    paragraphs = (block.text for block in document.blocks if block.kind == PARAGRAPH)
    longest = max(paragraphs, key=len, default="")
    if len(longest) < STORY:
        return 0
    form = fold(longest).encode("utf-8", "surrogatepass").translate(None, _LOOSE)
    return int.from_bytes(blake2b(form, digest_size=8).digest(), "big")


def _part(group: Group, documents: Sequence[Document]) -> Part:
    from newslint.similarity import collect

    blocks: list[tuple[str, str]] = []
    columns = array("q"), array("q"), array("q"), array("q")
    for number, document in enumerate(documents):
        for kind, span in compared(document, group):
            blocks.append((kind, document.text[span.start : span.end]))
            for column, value in zip(columns, (number, KIND_NUMBERS[kind], *span), strict=True):
                column.append(value)
    return Part(collect(blocks, group.alike), *columns)


def compared(document: Document, group: Group) -> Iterator[tuple[str, Span]]:
    """Kind and span of what is compared of a document."""
    blocks = document.blocks
    if WHOLE in group.kinds:
        if blocks:
            yield WHOLE, Span(blocks[0].start, blocks[-1].end)
        return
    for block in _at_the_ends(document, group.within) if group.within else blocks:
        if block.kind in group.kinds and (not group.max_length or len(block.text) <= group.max_length):
            yield block.kind, block.span


def _at_the_ends(document: Document, count: int) -> Iterator[Block]:
    for article in document.articles:
        blocks = article.blocks
        yield from blocks if len(blocks) <= 2 * count else (*blocks[:count], *blocks[-count:])
