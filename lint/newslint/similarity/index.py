"""A collection of texts to look copies up in, which texts join and leave."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newslint.document import KINDS
from newslint.rule import Alike

from .block_keys import BlockKeys, merge, take
from .comparing import equalling, least_share, resembling, verified
from .keys import collect, definition_of, joins, word_sets
from .pairs import LOW, S32, Packed, ranges
from .shingling import Sets


class Match(NamedTuple):
    """A stored text that is a copy of the one asked for.

    Attributes:
        name: the name it was added with.
        jaccard, containment: true values, 0 to 1.
    """

    name: str
    jaccard: float
    containment: float


class _Run(NamedTuple):
    """Texts that joined one after another.

    Attributes:
        numbers, keys: theirs.
        equal, near: bool: which can equal another, or resemble it, by the definition.
        sizes, shingles: how many shingles they have, and all of them as sorted keys.
    """

    numbers: NDArray[np.int64]
    keys: BlockKeys
    equal: NDArray[np.bool_]
    near: NDArray[np.bool_]
    sizes: NDArray[np.int64]
    shingles: Packed


class Index:
    """Texts by name, held in memory; about 1.4 KiB for a paragraph of 50 words.

    A stored text is a copy of the one asked for where `find_clusters` of the two would find a cluster, so that short
    paragraphs and tables have none. Every copy is found that shares a shingle with that: nothing is estimated. Texts
    lie in a few runs of falling size, so that n of them cost n log n, in whatever turn they join, leave and are asked
    for.

    Args:
        definition: when two texts are alike; that of `Alike()` where none is given.

    Raises:
        TypeError: `definition` is no `Alike`.
        ValueError: as `Alike.check`.
    """

    def __init__(self, definition: Alike | None = None) -> None:
        self.definition = definition_of(definition)
        self._runs: list[_Run] = []
        self._new: list[tuple[int, str, str]] = []
        self._names: dict[int, str] = {}
        self._numbers: dict[str, int] = {}
        self._added = self._gone = 0

    def __len__(self) -> int:
        return len(self._numbers)

    def __contains__(self, name: str) -> bool:
        return name in self._numbers

    def add(self, name: str, text: str, kind: str = "paragraph") -> None:
        """Adds a text.

        Args:
            kind: `caption`, `document`, or a kind of block.

        Raises:
            KeyError: there is a text of this name already.
            TypeError: `name` or `text` is no string.
            ValueError: an unknown kind is named.
        """
        _check_name(name)
        _check(text, kind)
        if name in self._numbers:
            raise KeyError(f"there is a text named {name} already")
        self._numbers[name] = self._added
        self._names[self._added] = name
        self._new.append((self._added, kind, text))
        self._added += 1

    def remove(self, name: str) -> None:
        """Removes a text.

        Raises:
            KeyError: there is no text of this name.
            TypeError: `name` is no string.
        """
        _check_name(name)
        del self._names[self._numbers.pop(name)]
        self._gone += 1
        if 2 * self._gone > len(self._new) + sum(len(run.numbers) for run in self._runs):
            self._new = [new for new in self._new if new[0] in self._names]
            self._runs = [self._run(*kept) for kept in map(self._kept, self._runs) if len(kept[0])]
            self._gone = 0

    def query(self, text: str, kind: str = "paragraph") -> list[Match]:
        """The stored copies of a text, the most similar first, then by name.

        Raises:
            TypeError: `text` is no string.
            ValueError: an unknown kind is named.
        """
        _check(text, kind)
        self._settle()
        asked = collect([(kind, text)], self.definition)
        found = [match for run in self._runs for match in self._matches(run, asked)]
        return sorted(found, key=lambda match: (-match.jaccard, -match.containment, match.name))

    def _settle(self) -> None:
        """New texts become a run; a run that is not much larger than the one behind it is joined with that."""
        if not self._new:
            return
        numbers = np.array([number for number, _, _ in self._new], np.int64)
        self._runs.append(self._run(numbers, collect([new[1:] for new in self._new], self.definition)))
        self._new = []
        while len(self._runs) > 1 and len(self._runs[-2].keys) < 2 * len(self._runs[-1].keys):
            kept = [self._kept(run) for run in self._runs[-2:]]
            numbers = np.concatenate([numbers for numbers, _ in kept])
            self._runs[-2:] = [self._run(numbers, merge(keys for _, keys in kept))]

    def _kept(self, run: _Run) -> tuple[NDArray[np.int64], BlockKeys]:
        """What of a run has not been removed."""
        places = np.flatnonzero([number in self._names for number in run.numbers.tolist()])
        return run.numbers[places], take(run.keys, places)

    def _matches(self, run: _Run, asked: BlockKeys) -> list[Match]:
        places = np.zeros(0, np.int64)
        if equalling(asked, self.definition)[0]:
            places = np.flatnonzero((run.keys.digests == asked.digests[0]).all(axis=1) & run.equal)
        found = [(int(run.numbers[place]), 1.0, 1.0) for place in places.tolist()]
        if resembling(asked, self.definition)[0]:
            near = self._sharing(run, asked)
            found += self._verified(run, asked, near[~np.isin(near, places)])
        return [Match(self._names[number], *true) for number, *true in found if number in self._names]

    def _sharing(self, run: _Run, asked: BlockKeys) -> NDArray[np.int64]:
        """Places of the texts that share enough shingles with the one asked for."""
        shingles = self._sets(asked).hashes
        wanted = shingles.astype(np.uint64) << S32
        starts, ends = np.searchsorted(run.shingles, wanted), np.searchsorted(run.shingles, wanted | LOW, "right")
        hits = (run.shingles[ranges(starts, ends - starts)] & LOW).astype(np.int64)
        shared = np.bincount(hits, minlength=len(run.keys))
        least = least_share(self.definition) * np.minimum(run.sizes, len(shingles))
        return np.flatnonzero((shared > 0) & (shared >= least) & run.near)

    def _verified(self, run: _Run, asked: BlockKeys, places: NDArray[np.int64]) -> list[tuple[int, float, float]]:
        if not len(places):
            return []
        pairs = (np.arange(len(places), dtype=np.uint64) << S32) | np.uint64(len(places))
        copies, _ = verified(merge([take(run.keys, places), asked]), self.definition, pairs)
        numbers = run.numbers[places[copies.earlier]]
        return list(zip(numbers.tolist(), copies.jaccard.tolist(), copies.containment.tolist(), strict=True))

    def _run(self, numbers: NDArray[np.int64], keys: BlockKeys) -> _Run:
        sets = self._sets(keys)
        owner = np.repeat(np.arange(len(keys), dtype=np.uint64), sets.sizes)
        equal, near = equalling(keys, self.definition), resembling(keys, self.definition)
        shingles = np.sort((sets.hashes.astype(np.uint64) << S32) | owner)
        return _Run(numbers, keys, equal, near, sets.sizes, shingles)

    def _sets(self, keys: BlockKeys) -> Sets:
        """The shingles that propose pairs, kept or not."""
        if joins(self.definition):
            return keys.sets
        return word_sets(keys.blocks(np.arange(len(keys))), self.definition)


def check_kind(kind: str) -> None:
    """Refuses what is no kind of text.

    Raises:
        ValueError: it is none.
    """
    if kind not in (*KINDS, "document"):
        raise ValueError(f"no kind of text is called {kind!r}")


def _check_name(name: str) -> None:
    """Names are compared where copies are put in order, and others than strings may not be."""
    if not isinstance(name, str):
        raise TypeError(f"a name is a string, not {type(name).__name__}")


def _check(text: str, kind: str) -> None:
    check_kind(kind)
    if not isinstance(text, str):
        raise TypeError(f"a text is a string, not {type(text).__name__}")
