"""The order in which compared blocks are compared: the first block of a cluster is its canonical copy."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from newslint.dates import UNKNOWN
from newslint.rule import Canonical

if TYPE_CHECKING:
    from newslint.similarity import BlockKeys

Columns = Sequence["array[int]"]
"""Of each block: its record, kind, start and end."""


def ordered(canonical: Canonical, days: Sequence[int], keys: BlockKeys, columns: Columns) -> tuple[BlockKeys, Columns]:
    """The blocks, which come in path order, in canonical order. Which pairs are alike does not depend on it.

    Args:
        days: of each record, as `dates.day_of` gives it.
    """
    rank = _rank(canonical, days, columns)
    if rank is None:
        return keys, columns
    numbers = sorted(range(len(keys)), key=rank)  # stable: equal ones stay in path order
    if numbers == list(range(len(keys))):
        return keys, columns
    from newslint.similarity import take

    return take(keys, array("q", numbers)), [array("q", map(column.__getitem__, numbers)) for column in columns]


def _rank(canonical: Canonical, days: Sequence[int], columns: Columns) -> Callable[[int], tuple[int, int]] | None:
    record_of, _, starts, ends = columns
    if canonical == "date":
        return lambda number: (days[record_of[number]] == UNKNOWN, days[record_of[number]])
    if canonical == "longest":
        return lambda number: (starts[number] - ends[number], 0)
    return None
