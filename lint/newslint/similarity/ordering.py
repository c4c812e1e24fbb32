"""Many small sets sorted at once: as rows of equal width, which numpy sorts far faster than one long array."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .pairs import ranges

_WIDTHS: Final = (0, 8, 16, 32, 64, 128, 256, 512, 1024)
"""Of rows. Up to 256 numpy sorts by a network of comparisons alone; beyond, a call for each would cost more."""
_LAST: Final = np.uint32(0xFFFFFFFF)

Numbers = NDArray[np.int64]


class Rows(NamedTuple):
    """Some of the sets, a sorted row each.

    Attributes:
        numbers: int64[k]: which sets.
        places: int64[m]: where their values stood.
        values: uint32[k, width], ascending; behind the set's own values the highest there is.
        own: bool[k, width]: the places of a row that hold values of the set.
    """

    numbers: Numbers
    places: Numbers
    values: NDArray[np.uint32]
    own: NDArray[np.bool_]


def sorted_rows(values: NDArray[np.uint32], sizes: Numbers) -> Iterator[Rows]:
    """The sets, each sorted, those of like size together; empty ones are left out.

    Args:
        values: of one set after another.
        sizes: int64[n]: how many each set has.
    """
    starts = np.cumsum(sizes) - sizes
    for below, width in pairwise(_WIDTHS):
        numbers = np.flatnonzero((sizes > below) & (sizes <= width))
        if len(numbers):
            yield _rows(values, numbers, starts[numbers], sizes[numbers], width)
    for number in np.flatnonzero(sizes > _WIDTHS[-1]).tolist():
        chosen = np.array([number])
        yield _rows(values, chosen, starts[chosen], sizes[chosen], int(sizes[number]))


def _rows(values: NDArray[np.uint32], numbers: Numbers, starts: Numbers, sizes: Numbers, width: int) -> Rows:
    places = ranges(starts, sizes)
    own = np.arange(width) < sizes[:, None]
    rows = np.full((len(numbers), width), _LAST, np.uint32)
    rows[own] = values[places]
    rows.sort(axis=1)
    return Rows(numbers, places, rows, own)
