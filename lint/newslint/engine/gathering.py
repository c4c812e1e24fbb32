"""What the first pass keeps of all batches, joined as they come: no batch stays beside what it is joined to."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from .collecting import Collected, Part, Record

if TYPE_CHECKING:
    from newslint.similarity import BlockKeys, Joined


class Blocks(NamedTuple):
    """The compared blocks of all batches for one group: keys, and of each block record, kind, start and end."""

    keys: BlockKeys
    columns: Sequence[array[int]]


Load = Callable[[], Iterator[Collected]]
"""Gets a batch from where it lies, in parts of which none is held when the next one comes."""


class Gathered:
    """Records of all batches, and the blocks of each group.

    Args:
        batches: the first ones, where they are there already.
    """

    def __init__(self, batches: Iterable[Collected] = ()) -> None:
        self._records: list[Record] = []
        self._groups: list[_Growing | None] = []
        self._waiting: list[Load] = []
        for batch in batches:
            self.add(batch)

    @property
    def records(self) -> Sequence[Record]:
        """Of all batches, in their order."""
        self._load()
        return self._records

    def add(self, batch: Collected | Iterator[Collected] | Load) -> None:
        """Joins one more batch. All have the same groups.

        Args:
            batch: one that is still to be loaded waits until somebody asks for what is gathered, or another is there.
        """
        if callable(batch):
            self._waiting.append(batch)
            return
        self._load()
        for part in [batch] if isinstance(batch, Collected) else batch:
            self._join(part)

    def _load(self) -> None:
        waiting, self._waiting = self._waiting, []
        for load in waiting:
            for part in load():
                self._join(part)

    def _join(self, batch: Collected) -> None:
        if not self._groups:
            self._groups = [_Growing() for _ in batch.parts]
        for group, part in zip(self._groups, batch.parts, strict=True):
            assert group is not None, "a batch after a group was taken"
            group.add(part, len(self._records))
        self._records += batch.records

    def take(self, number: int) -> Blocks:
        """The blocks of a group, which are not held here any more."""
        self._load()
        group = self._groups[number] if self._groups else _Growing()
        assert group is not None, "a group is taken once"
        if self._groups:
            self._groups[number] = None
        return Blocks(group.keys.keys(), group.columns)


class _Growing:
    def __init__(self) -> None:
        from newslint.similarity import Joined

        self.keys: Joined = Joined()
        self.columns = array("q"), array("q"), array("q"), array("q")

    def add(self, part: Part, base: int) -> None:
        self.keys.add(part.keys)
        records, *others = self.columns
        records.extend(base + number for number in part.records)
        for column, values in zip(others, (part.kinds, part.starts, part.ends), strict=True):
            column.extend(values)
