"""The first pass of corpus rules: of each batch only keys, spans and the places of its records are kept."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.dates import UNKNOWN, day_of
from newslint.document import KINDS, Document, DocumentRef, Span
from newslint.rule import WHOLE, Alike, CorpusRule

if TYPE_CHECKING:
    from newslint.similarity import BlockKeys

KIND_NAMES: Final = (*KINDS, WHOLE)
KIND_NUMBERS: Final = {name: number for number, name in enumerate(KIND_NAMES)}


class Record(NamedTuple):
    """Where a record stands, so that it can be read again, and its day (`dates.day_of`)."""

    ref: DocumentRef
    offset: int
    size: int
    digest: bytes
    day: int = UNKNOWN


class Group(NamedTuple):
    """Corpus rules that share one search."""

    alike: Alike
    kinds: frozenset[str]
    rules: tuple[CorpusRule, ...]


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
    by_alike: dict[tuple[Alike, bool], list[CorpusRule]] = defaultdict(list)
    for rule in sorted(rules, key=lambda rule: rule.name):
        by_alike[rule.alike, WHOLE in rule.kinds].append(rule)
    return tuple(
        Group(alike, frozenset[str]().union(*(rule.kinds for rule in members)), tuple(members))
        for (alike, _), members in sorted(by_alike.items(), key=lambda item: (not item[0][1], item[0][0]))
    )


class Collector:
    """The first pass: what corpus rules compare of a batch of documents."""

    def __init__(self, rules: Iterable[CorpusRule]) -> None:
        self.groups = groups_of(rules)

    def collect(self, documents: Sequence[Document]) -> Collected:
        """Records and keys of a batch. Runs in workers; nothing of it holds a text."""
        sound = [document for document in documents if not document.defect]
        records = tuple(_record(document) for document in sound)
        return Collected(records, tuple(_part(group, sound) for group in self.groups))


def _record(document: Document) -> Record:
    origin = document.origin
    day = day_of(document.metadata.date)
    if origin is None:
        return Record(document.ref, 0, 0, b"", day)
    return Record(document.ref, origin.offset, origin.size, origin.digest, day)


def _part(group: Group, documents: Sequence[Document]) -> Part:
    from newslint.similarity import collect

    blocks: list[tuple[str, str]] = []
    columns = array("q"), array("q"), array("q"), array("q")
    for number, document in enumerate(documents):
        for kind, span in compared(document, group.kinds):
            blocks.append((kind, document.text[span.start : span.end]))
            for column, value in zip(columns, (number, KIND_NUMBERS[kind], *span), strict=True):
                column.append(value)
    return Part(collect(blocks, group.alike), *columns)


def compared(document: Document, kinds: frozenset[str]) -> Iterator[tuple[str, Span]]:
    """Kind and span of what is compared of a document."""
    blocks = document.blocks
    if WHOLE in kinds:
        if blocks:
            yield WHOLE, Span(blocks[0].start, blocks[-1].end)
        return
    for block in blocks:
        if block.kind in kinds:
            yield block.kind, block.span
