"""From the keys of blocks to verified clusters: equal ones collapse, pairs are proposed, verified, and made stars."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newslint.rule import Alike

from .clusters import CONTAINED, EDITED, Clusters, Links, stars
from .facts import Facts, agreement, facts_of
from .join import banded, pack, sharing, unique, unpack, without
from .keys import CAPTION, OTHER, TABLE, BlockKeys, finer_sets
from .verify import Similarity, similarity

NEAR_DAYS: Final = 3
"""Where facts are too few to decide, dated look-alikes further apart are no copies: 90 % of copies lie within this."""

_HINT: Final = 0.2
"""Word 3-grams of the smaller block that must be shared by blocks alike by characters: found for 99 % of them."""

_PAIRS: Final = 1 << 15
_FACTS_HELD: Final = 1 << 13

Numbers = NDArray[np.int64]


class Comparison(NamedTuple):
    """What a comparison found. Numbers are those of the blocks in the order in which they were given.

    Attributes:
        clusters: copies.
        templates: blocks with the same wording and other facts; no copies.
        proposed: int: pairs that were verified.
    """

    clusters: Clusters
    templates: Clusters
    proposed: int


def compare(keys: BlockKeys, definition: Alike | None, *, days: Numbers | None = None) -> Comparison:
    """The clusters among blocks.

    Args:
        keys: in canonical order: the first block of a cluster is its canonical copy.
        definition: the one that the keys were collected with; None compares for equality of the normal form only.
        days: int64[n]: the day of each block, in any count of days, below 0 where it is not known.
    """
    original = _originals(keys, definition)
    if definition is None or not (definition.jaccard or definition.containment):
        return Comparison(stars(Links.joined([]), original), stars(Links.joined([]), np.arange(len(keys))), 0)
    pairs = propose(keys, definition, original)
    copies, templates = verified(keys, definition, pairs, days)
    further = _against_canonical(copies, pairs)
    if len(further):
        more, others = verified(keys, definition, further, days)
        copies, templates = Links.joined([copies, more]), Links.joined([templates, others])
    own = np.arange(len(keys))
    return Comparison(stars(copies, original), stars(templates, own), len(pairs) + len(further))


def propose(keys: BlockKeys, definition: Alike, original: Numbers) -> NDArray[np.uint64]:
    """Packed pairs of blocks that may be alike, of those that are compared at all and are their own original."""
    near = (original == np.arange(len(keys))) & (keys.words >= max(1, definition.min_words))
    if definition.facts:
        near &= (keys.figures < TABLE * keys.words) | (keys.kinds > CAPTION)
    numbers = np.flatnonzero(near)
    rows = _rows(definition)
    pairs = banded(keys.signatures[numbers], rows, numbers)
    if not definition.containment and rows > 1 and definition.jaccard >= 0.5 and definition.unit == "word":
        return pairs
    return unique(np.concatenate([pairs, sharing(keys.sets, numbers, least_share(definition)).pairs]))


def verified(
    keys: BlockKeys, definition: Alike, pairs: NDArray[np.uint64], days: Numbers | None = None
) -> tuple[Links, Links]:
    """The pairs that are alike: copies, and templates (alike but for their facts)."""
    facts = lru_cache(maxsize=_FACTS_HELD)(lambda number: facts_of(keys.block(number)))
    copies, templates = [], []
    for start in range(0, len(pairs), _PAIRS):
        links = _alike(keys, definition, pairs[start : start + _PAIRS])
        rows = zip(links.earlier.tolist(), links.later.tolist(), strict=True)
        agree = [_same_facts(keys, definition, facts, earlier, later, days) for earlier, later in rows]
        same = np.array(agree, np.bool_)
        copies.append(links.where(same))
        templates.append(links.where(~same))
    return Links.joined(copies), Links.joined(templates)


def _originals(keys: BlockKeys, definition: Alike | None) -> Numbers:
    """The first block equal to each block that takes part in equality; itself for the others."""
    original = np.arange(len(keys))
    least = definition.min_words if definition is not None else 1
    part = (keys.words > 0) & ((keys.words >= least) | (keys.kinds > OTHER))
    if definition is not None and definition.facts:
        part &= (keys.figures < TABLE * keys.words) | (keys.kinds > CAPTION)
    numbers = np.flatnonzero(part)
    high, low = keys.digests[numbers].T
    order = np.lexsort((low, high))
    new = np.ones(len(order), np.bool_)
    new[1:] = (high[order][1:] != high[order][:-1]) | (low[order][1:] != low[order][:-1])
    group = np.cumsum(new) - 1
    original[numbers[order]] = numbers[order[new]][group]
    return original


def _rows(definition: Alike) -> int:
    """Rows of a band of 64 values: a pair at the threshold is proposed with a chance above .99.

    Beside shared shingles, bands only add what is too frequent for these: forms in many blocks, much alike.
    """
    if definition.unit == "char" or definition.containment:
        return 3
    return next((rows for rows, least in ((4, 0.7), (3, 0.6), (2, 0.4)) if definition.jaccard >= least), 1)


def least_share(definition: Alike) -> float:
    """The share of the smaller block's proposing shingles that any pair must share which is alike."""
    if definition.unit == "char":
        return _HINT
    least = 2 * definition.jaccard / (1 + definition.jaccard)
    return min(value for value in (least, definition.containment) if value)


def _alike(keys: BlockKeys, definition: Alike, pairs: NDArray[np.uint64]) -> Links:
    """The pairs whose true similarity reaches the definition."""
    earlier, later = unpack(pairs)
    found = similarity(keys.sets, earlier, later)
    if definition.unit == "char":
        hopeful = found.containment >= _HINT
        earlier, later = earlier[hopeful], later[hopeful]
        found = _finer(keys, definition, earlier, later)
    edited = (found.jaccard >= definition.jaccard) & bool(definition.jaccard)
    contained = (found.containment >= definition.containment) & bool(definition.containment)
    alike = edited | contained
    return Links(
        earlier[alike],
        later[alike],
        np.where(edited, EDITED, CONTAINED)[alike].astype(np.uint8),
        found.jaccard[alike],
        found.containment[alike],
    )


def _finer(keys: BlockKeys, definition: Alike, earlier: Numbers, later: Numbers) -> Similarity:
    numbers = np.concatenate([earlier, later])
    numbers = numbers[np.argsort(numbers, kind="stable")]
    numbers = numbers[np.diff(numbers, prepend=-1) > 0]
    sets = finer_sets([keys.block(number) for number in numbers.tolist()], definition)
    return similarity(sets, np.searchsorted(numbers, earlier), np.searchsorted(numbers, later))


def _same_facts(
    keys: BlockKeys,
    definition: Alike,
    facts: Callable[[int], Facts],
    earlier: int,
    later: int,
    days: Numbers | None,
) -> bool:
    if not definition.facts:
        return True
    share, count = agreement(facts(earlier), facts(later))
    least = 1 if CAPTION in (keys.kinds[earlier], keys.kinds[later]) else 2
    if count >= least:
        return share >= definition.facts
    if days is None or min(days[earlier], days[later]) < 0:
        return True
    return abs(int(days[earlier]) - int(days[later])) <= NEAR_DAYS


def _against_canonical(copies: Links, pairs: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Pairs not yet tried: a block and the first copy of the first block it is linked with."""
    order = np.lexsort((copies.earlier, copies.later))
    later, earlier = copies.later[order], copies.earlier[order]
    first = np.diff(later, prepend=-1) > 0
    later, earlier = later[first], earlier[first]
    place = np.minimum(np.searchsorted(later, earlier), max(0, len(later) - 1))
    if not len(later):
        return np.zeros(0, np.uint64)
    known = later[place] == earlier
    wanted = pack(later[known], earlier[place[known]])
    return without(wanted, pairs)
