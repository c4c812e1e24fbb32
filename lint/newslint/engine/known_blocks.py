"""The compared blocks of records that are known: which there are is asked first, and they are loaded only if needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from newslint.document import Document
from newslint.finding import Notice
from newslint.reading import FileEntry, Wanted, reread

from .collecting import Collected, Collector, Record
from .entries import Blocks, Split
from .running import RunOptions

if TYPE_CHECKING:
    from newslint.store import Store


LOADED: Final = 1_000
"""Records whose blocks are loaded together: what the store gives is held beside what is made of it."""


@dataclass(slots=True)
class Sound:
    """A record that has a text.

    Attributes:
        blocks: what is compared of it; None: that is in the store, by the key of the record.
    """

    record: Record
    entry: FileEntry
    blocks: Split | None = None


class KnownBlocks:
    """Loads compared blocks, and makes those anew that are damaged.

    Attributes:
        notices: of records that could not be read again for that.
    """

    def __init__(self, store: Store, options: RunOptions) -> None:
        self._store, self._options = store, options
        self._collector = Collector(options.corpus_rules)
        self.notices: list[Notice] = []

    @cached_property
    def _blocks(self) -> Blocks:
        return Blocks(self._collector.groups)

    def load(self, records: Sequence[Sound]) -> Iterator[Collected]:
        """What the first pass would have kept of these records, part by part."""
        for start in range(0, len(records), LOADED):
            yield self._joined(records[start : start + LOADED])

    def _joined(self, records: Sequence[Sound]) -> Collected:
        values = iter(self._store.get([one.record.key for one in records if one.blocks is None]))
        loaded: list[Record] = []
        rows = []
        for one in records:
            split = one.blocks or self.split(next(values)) or self._anew(one)
            if split is not None:
                loaded.append(split[0].of(one.record))
                rows.append(split[1])
        return self._blocks.joined(loaded, rows)

    def split(self, value: bytes | None) -> Split | None:
        """What is compared of a record; None where that is not known, or was packed in another way."""
        try:
            return None if value is None else self._blocks.split(value)
        except ValueError:
            return None

    def _anew(self, one: Sound) -> Split | None:
        record = one.record
        wanted = Wanted(record.ref.record, record.offset, record.size, record.digest)
        for item in reread(one.entry, [wanted], self._options.reading):
            if isinstance(item, Document):
                value = self._blocks.pack(self._collector.collect([item]))[0]
                self._store.add(record.key, value)
                return self._blocks.split(value)
            self.notices.append(item)
        return None
