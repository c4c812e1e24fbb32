"""What is remembered of one record, as bytes: its findings without their path, and its compared blocks.

Nothing in it depends on where the record lies: lines in the file are kept as distances from the record's first line.
"""

from __future__ import annotations

import json
import re
import struct
from array import array
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newslint.document import Document, DocumentRef
from newslint.finding import Finding, Location

from .collecting import Collected, Group, Part, Record
from .stream import encoded, pack, unpack

if TYPE_CHECKING:
    from newslint.similarity.packed import Layout

_HEAD: Final = struct.Struct("=qQIQ")
_NO_FINDINGS: Final = b",[]]"
"""How a value without any ends, and no other."""
_COUNTS: Final = re.compile(rb"\[\d+,(?:true|false),\[(?:\[\d+,\d+\](?:,\[\d+,\d+\])*)?\],(?=\[)")
"""What stands before the findings."""
_SIZES: Final = struct.Struct("=QQ")
_FILE_LINES: Final = tuple(Location._fields.index(name) for name in ("file_line", "file_end_line"))


class Known(NamedTuple):
    """What checking one record gave; not to be changed.

    Attributes:
        is_sound: whether it has a text.
        allowed: how many findings each entry of the allowances has taken out.
    """

    articles: int
    is_sound: bool
    allowed: Counter[int]
    findings: list[Finding]


class Traits(NamedTuple):
    """What a record is counted by, wherever it lies (see `Record`)."""

    day: int
    story: int
    source: str

    @classmethod
    def from_record(cls, record: Record) -> Traits:
        return cls(record.day, record.story, record.source)

    def of(self, record: Record) -> Record:
        """The record with these traits."""
        return record._replace(day=self.day, story=self.story, source=self.source)

    def pack(self, groups: int) -> bytes:
        source = self.source.encode("utf-8", "surrogatepass")
        return _HEAD.pack(self.day, self.story, len(source), groups) + source


def pack_findings(document: Document, findings: Sequence[Finding], allowed: Counter[int]) -> bytes | None:
    """One record's findings; None where one of them speaks of another document."""
    rows = [pack(finding) for finding in findings]
    for row in rows:
        row[2] = _without_ref(row[2], document.ref)
        row[6] = [[_without_ref(item[0], document.ref), *item[1:]] for item in row[6]]
        if row[2] is None or any(item[0] is None for item in row[6]):
            return None
    head = [len(document.articles), not document.defect, sorted(allowed.items())]
    return encoded([*head, rows])


def unpack_findings(value: bytes, ref: DocumentRef) -> Known:
    """The findings in the record that is now called `ref`.

    Raises:
        ValueError, TypeError, KeyError, IndexError: they were packed in another way.
    """
    if value.endswith(_NO_FINDINGS):
        return _without_findings(value)
    articles, is_sound, allowed, rows = json.loads(value)
    for row in rows:
        row[2] = _with_ref(row[2], ref)
        row[6] = [[_with_ref(item[0], ref), *item[1:]] for item in row[6]]
    counted = Counter({int(number): int(count) for number, count in allowed})
    return Known(int(articles), bool(is_sound), counted, [unpack(row) for row in rows])


def unpack_counts(value: bytes) -> Known:
    """The same without the findings, for which nobody asks.

    Raises:
        ValueError, TypeError: they were packed in another way.
    """
    counts = _COUNTS.match(value)
    if counts is None:
        raise ValueError("other values than those of findings")
    return _without_findings(counts[0] + _NO_FINDINGS[1:])


@lru_cache
def _without_findings(value: bytes) -> Known:
    """What most records are: the same for all of them."""
    articles, is_sound, allowed, _ = json.loads(value)
    return Known(int(articles), bool(is_sound), Counter({int(number): int(count) for number, count in allowed}), [])


def _without_ref(location: Location, ref: DocumentRef) -> list[Any] | None:
    return [None, *_moved(location[1:], 1 - (ref.record or 1))] if location.ref == ref else None


def _with_ref(row: Sequence[Any], ref: DocumentRef) -> list[Any]:
    return [ref, *_moved(row[1:], (ref.record or 1) - 1)]


def _moved(values: Sequence[Any], lines: int) -> list[Any]:
    """A location without its reference, its lines in the file moved."""
    moved = list(values)
    for index in _FILE_LINES:
        if moved[index - 1]:  # 0: unknown
            moved[index - 1] += lines
    return moved


Split = tuple[Traits, list[memoryview]]
"""What a record is counted by, and its row for each group."""


class Blocks:
    """Compared blocks of records as bytes, and back.

    Args:
        groups: the groups of rules that compare, as `collecting.groups_of` gives them.
    """

    def __init__(self, groups: Sequence[Group]) -> None:
        from newslint.similarity.packed import Layout

        self._layouts = [Layout(group.alike) for group in groups]

    def pack(self, collected: Collected) -> list[bytes]:
        """A value for each record."""
        parts = [self._rows(part, layout, len(collected.records)) for part, layout in self._pairs(collected.parts)]
        heads = (Traits.from_record(record).pack(len(parts)) for record in collected.records)
        return [b"".join((head, *rows)) for head, *rows in zip(heads, *parts, strict=True)]

    def _pairs(self, parts: Sequence[Part]) -> list[tuple[Part, Layout]]:
        return list(zip(parts, self._layouts, strict=True))

    def _rows(self, part: Part, layout: Layout, records: int) -> list[bytes]:
        counts = [0] * records
        for record in part.records:
            counts[record] += 1
        columns = [memoryview(array("q", column).tobytes()) for column in (part.kinds, part.starts, part.ends)]
        rows, start = [], 0
        for count, keys in zip(counts, layout.rows(part.keys, counts), strict=True):
            places = (column[start * 8 : (start + count) * 8] for column in columns)
            rows.append(b"".join((_SIZES.pack(count, len(keys)), *places, keys)))
            start += count
        return rows

    def split(self, value: bytes) -> Split:
        """The traits of a record, and its row for each group.

        Raises:
            ValueError: it was packed in another way.
        """
        view = memoryview(value)
        try:
            day, story, length, groups = _HEAD.unpack_from(view)
            at = _HEAD.size + length
            traits = Traits(day, story, str(view[_HEAD.size : at], "utf-8", "surrogatepass"))
            rows = []
            for layout in self._layouts:
                count, size = _SIZES.unpack_from(view, at)
                end = at + _SIZES.size + count * 24 + size
                if layout.blocks(view[end - size : end]) != count:
                    raise ValueError("another number of blocks than it says")
                rows.append(view[at:end])
                at = end
        except struct.error as error:
            raise ValueError(str(error)) from None
        if groups != len(self._layouts) or at != len(view):
            raise ValueError("another length than it says")
        return traits, rows

    def joined(self, records: Sequence[Record], rows: Sequence[Sequence[memoryview]]) -> Collected:
        """What the first pass would have kept of these records.

        Args:
            rows: of each record, as `split` gives them.
        """
        by_group = zip(*rows, strict=True) if rows else ([] for _ in self._layouts)
        parts = (self._part(group, layout) for group, layout in zip(by_group, self._layouts, strict=True))
        return Collected(tuple(records), tuple(parts))

    def _part(self, rows: Sequence[memoryview], layout: Layout) -> Part:
        numbers = array("q")
        places: list[list[memoryview]] = [[], [], []]
        keys = []
        for number, row in enumerate(rows):
            count, _ = _SIZES.unpack_from(row)
            if not count:
                continue
            numbers += array("q", (number,)) * count
            at = _SIZES.size
            for column in places:
                column.append(row[at : at + count * 8])
                at += count * 8
            keys.append(row[at:])
        kinds, starts, ends = (array("q", b"".join(column)) for column in places)
        return Part(layout.joined(keys), numbers, kinds, starts, ends)
