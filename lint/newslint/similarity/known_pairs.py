"""What an earlier run found out of pairs of texts: known by the digests of both, it is not found out again.

Who runs a search within `recalling` gives the bytes of the last one and takes those for the next. They change nothing
but the time: what is known of a pair was made of its two texts and the definition alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from hashlib import blake2b
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newslint.rule import Alike

from .block_keys import BlockKeys
from .pairs import Packed, distinct, unpack
from .shingling import GOLDEN

JUDGED: Final = np.dtype(
    [
        ("jaccard", "f8"),
        ("containment", "f8"),
        ("share", "f8"),
        ("known", "i4"),
        ("figures", "i4"),
        ("others", "i4"),
        ("shared", "i4"),
        ("relation", "u1"),
        ("named", "?"),
        ("listed", "?"),
        ("added", "?"),
    ]
)
"""A pair: its similarity and relation as `Links` has them (0: it is not alike), the rest as `Stated` has it."""

_KEPT: Final = np.dtype([("name", "u8", 4), ("age", "u1"), ("pair", JUDGED)])
_OLDEST: Final = 8
"""So many times others were added meanwhile: then a pair that was not met goes."""
MOST: Final = 1 << 19
"""Pairs of one definition that are kept: 40 MB."""

Look = Callable[[Packed], NDArray[Any]]
"""Finds out what is to be known of pairs: a row of `JUDGED` for each."""


class Known:
    """The known pairs of one definition.

    Args:
        value: what `value` gave in an earlier run; b"" where there is nothing.
    """

    def __init__(self, value: bytes = b"") -> None:
        usable = len(value) // _KEPT.itemsize if len(value) % _KEPT.itemsize == 0 else 0
        self._rows: NDArray[Any] = np.frombuffer(value, _KEPT, usable)
        self._places = _place_of(self._rows["name"])
        self._met = np.zeros(usable, np.bool_)
        self._new: list[NDArray[Any]] = []
        self._count = 0

    def judged(self, keys: BlockKeys, pairs: Packed, look: Look) -> NDArray[Any]:
        """A row of `JUDGED` for each pair: those that are not known are looked at."""
        names = _names(keys, pairs)
        places = np.searchsorted(self._places, _place_of(names))
        met = places < len(self._rows)
        met[met] = (self._rows["name"][places[met]] == names[met]).all(axis=1)
        found = np.empty(len(pairs), JUDGED)
        found[met] = self._rows["pair"][places[met]]
        self._met[places[met]] = True
        found[~met] = look(pairs[~met])
        self._keep(names[~met], found[~met])
        return found

    def _keep(self, names: NDArray[np.uint64], pairs: NDArray[Any]) -> None:
        count = min(len(names), MOST - self._count)
        if count:
            rows = np.zeros(count, _KEPT)
            rows["name"], rows["pair"] = names[:count], pairs[:count]
            self._new.append(rows)
            self._count += count

    def value(self) -> bytes | None:
        """All that is known now, as bytes; None where nothing has come to it, or has found room."""
        if not self._new:
            return None
        old = self._rows.copy()
        old["age"] = np.where(self._met, 0, old["age"] + 1)
        if np.count_nonzero(self._met) >= MOST:
            return None
        rows = np.concatenate([old[old["age"] < _OLDEST], *self._new])
        rows = rows[np.argsort(rows["age"], kind="stable")[:MOST]]  # those that were met, new ones, the others
        places = _place_of(rows["name"])
        order = np.argsort(places, kind="stable")
        first = np.diff(places[order], prepend=places[order][0] - np.uint64(1)) != 0
        kept: bytes = rows[order][first].tobytes()
        return kept


def _place_of(names: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """What the pairs are sorted by."""
    place: NDArray[np.uint64] = names[:, 0] + names[:, 2] * GOLDEN
    return place


def _names(keys: BlockKeys, pairs: Packed) -> NDArray[np.uint64]:
    """The digests of the earlier and of the later text of each pair: uint64[n, 4]."""
    earlier, later = unpack(pairs)
    numbers = distinct(earlier, later)
    text = memoryview(keys.text)
    borders = zip(keys.text_offsets[numbers].tolist(), keys.text_offsets[numbers + 1].tolist(), strict=True)
    digests = b"".join([blake2b(text[start:end], digest_size=16).digest() for start, end in borders])
    halves = np.frombuffer(digests, np.uint64).reshape(-1, 2)
    return np.hstack([halves[np.searchsorted(numbers, earlier)], halves[np.searchsorted(numbers, later)]])


_recalled: ContextVar[Callable[[Alike], Known] | None] = ContextVar("recalled", default=None)


def recalled(definition: Alike) -> Known | None:
    """What is known of pairs by this definition; None where nothing is to be remembered."""
    known = _recalled.get()
    return known(definition) if known else None


@contextmanager
def recalling(read: Callable[[str], bytes | None], write: Callable[[str, bytes], object]) -> Iterator[None]:
    """Pairs that are verified meanwhile are looked up first, and those that are new are kept.

    Args:
        read: gives what was written by a name earlier, with the same versions of all code; None where nothing was.
        write: takes what is to be kept by that name, where the search came to its end and something is new.
    """
    by_name: dict[str, Known] = {}

    def known(definition: Alike) -> Known:
        name = repr(tuple(definition))
        if name not in by_name:
            by_name[name] = Known(read(name) or b"")
        return by_name[name]

    token = _recalled.set(known)
    try:
        yield
    finally:
        _recalled.reset(token)
    for name, pairs in by_name.items():
        value = pairs.value()
        if value is not None:
            write(name, value)
