"""A collection of texts to look copies up in, which texts join and leave."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newslint.rule import Alike

from .comparing import least_share, verified
from .keys import BlockKeys, collect, merge

_S32: Final = np.uint64(32)
_LOW: Final = np.uint64(0xFFFFFFFF)


class Match(NamedTuple):
    """A stored text that is a copy of the one asked for.

    Attributes:
        name: the name it was added with.
        jaccard, containment: true values, 0 to 1.
    """

    name: str
    jaccard: float
    containment: float


class Index:
    """Texts by name, held in memory; about 1.2 KiB for a paragraph of 50 words.

    Every copy is found that shares a shingle with the text asked for: nothing is estimated.
    """

    def __init__(self, definition: Alike | None = None) -> None:
        self.definition = definition or Alike()
        self._parts: list[BlockKeys] = []
        self._names: list[str] = []
        self._numbers: dict[str, int] = {}
        self._sorted: NDArray[np.uint64] | None = None

    def __len__(self) -> int:
        return len(self._numbers)

    def __contains__(self, name: str) -> bool:
        return name in self._numbers

    def add(self, name: str, text: str, kind: str = "paragraph") -> None:
        """Adds a text.

        Raises:
            KeyError: there is a text of this name already.
        """
        if name in self._numbers:
            raise KeyError(f"there is a text named {name} already")
        self._numbers[name] = len(self._names)
        self._names.append(name)
        self._parts.append(collect([(kind, text)], self.definition))
        self._sorted = None

    def remove(self, name: str) -> None:
        """Removes a text.

        Raises:
            KeyError: there is no text of this name.
        """
        del self._numbers[name]

    def query(self, text: str, kind: str = "paragraph") -> list[Match]:
        """The stored copies of a text, the most similar first, then by name."""
        asked = collect([(kind, text)], self.definition)
        if not self._numbers or not asked.words[0]:
            return []
        keys = self._keys()
        equal = np.flatnonzero((keys.digests == asked.digests[0]).all(axis=1))
        found = [Match(self._names[number], 1.0, 1.0) for number in equal.tolist() if self._held(number)]
        if asked.words[0] >= self.definition.min_words:
            numbers = self._sharing(keys, asked)
            found += self._verified(keys, asked, numbers[~np.isin(numbers, equal)])
        return sorted(found, key=lambda match: (-match.jaccard, -match.containment, match.name))

    def _held(self, number: int) -> bool:
        return self._numbers.get(self._names[number]) == number

    def _keys(self) -> BlockKeys:
        if len(self._parts) > 1:
            self._parts = [merge(self._parts)]
        keys = self._parts[0]
        if self._sorted is None:
            owner = np.repeat(np.arange(len(keys), dtype=np.uint64), keys.sets.sizes)
            self._sorted = np.sort((keys.sets.hashes.astype(np.uint64) << _S32) | owner)
        return keys

    def _sharing(self, keys: BlockKeys, asked: BlockKeys) -> NDArray[np.int64]:
        """Stored texts that share enough shingles with the one asked for."""
        assert self._sorted is not None
        wanted = asked.sets.hashes.astype(np.uint64) << _S32
        starts, ends = np.searchsorted(self._sorted, wanted), np.searchsorted(self._sorted, wanted | _LOW, "right")
        hits = [self._sorted[start:end] & _LOW for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
        shared = np.bincount(np.concatenate([*hits, np.zeros(0, np.uint64)]).astype(np.int64), minlength=len(keys))
        least = least_share(self.definition) * np.minimum(keys.sets.sizes, len(asked.sets.hashes))
        near = (shared > 0) & (shared >= least) & (keys.words >= self.definition.min_words)
        return np.array([number for number in np.flatnonzero(near).tolist() if self._held(number)], np.int64)

    def _verified(self, keys: BlockKeys, asked: BlockKeys, numbers: NDArray[np.int64]) -> list[Match]:
        last = len(keys)
        pairs = (numbers.astype(np.uint64) << _S32) | np.uint64(last)
        copies, _ = verified(merge([keys, asked]), self.definition, pairs)
        rows = zip(copies.earlier.tolist(), copies.jaccard.tolist(), copies.containment.tolist(), strict=True)
        return [Match(self._names[number], jaccard, containment) for number, jaccard, containment in rows]
