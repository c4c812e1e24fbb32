"""From the keys of blocks to verified clusters: equal ones collapse, pairs are proposed, verified, and made stars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newslint.rule import Alike

from .agreeing import around_a_phrase, reworked, same_facts
from .block_keys import OTHER, BlockKeys
from .clusters import Clusters, Links, stars
from .join import SHINGLE_CAP, banded, sharing
from .judging import HINT, judged
from .keys import PROSE, SCORES, TABLE, joins
from .one_form import of_one_form
from .pairs import LOW, S32, pack, unique, unpack, without
from .spill import KEYS_IN_MEMORY

_PAIRS: Final = 1 << 15
_ROUNDED: Final = 1 - 1e-12
"""Two floating-point numbers may make one share of 4 in 7 shingles a little more than it is."""

_LAST_DAY: Final = np.iinfo(np.int64).max

Numbers = NDArray[np.int64]


class Comparison(NamedTuple):
    """What a comparison found. Numbers are those of the blocks in the order in which they were given.

    Attributes:
        clusters: copies.
        templates: blocks with the same wording and other facts; no copies.
        proposed: int: pairs that were verified.
        cap: int: shingles that more blocks hold proposed no pair; below `SHINGLE_CAP` where the budget of candidates
            would have been overrun, so that some copies of very frequent wording may be missing. 0: none was searched.
    """

    clusters: Clusters
    templates: Clusters
    proposed: int
    cap: int

    @property
    def limited(self) -> str:
        """What the budget left out of the search; empty where it was complete."""
        if not 0 < self.cap < SHINGLE_CAP:
            return ""
        return (
            "the search for copies was cut short: so much of these texts is alike that words which more than "
            f"{self.cap} of them share were passed over (otherwise {SHINGLE_CAP}); copies with nothing rarer in common "
            "may be missing, fewer where less is checked at a time"
        )


def compare(
    keys: BlockKeys,
    definition: Alike | None,
    *,
    days: Sequence[int] | Numbers | None = None,
    memory: int = KEYS_IN_MEMORY,
) -> Comparison:
    """The clusters among blocks.

    Args:
        keys: in canonical order: the first block of a cluster is its canonical copy.
        definition: the one that the keys were collected with; None compares for equality of the normal form only.
        days: int64[n]: the day of each block, in any count of days, below 0 where it is not known.
        memory: keys of eight bytes that are sorted together; more go to a file, with the same result.

    Raises:
        OSError: as in `shared_keys`.
        TypeError: `days` are no whole numbers.
        ValueError: they are not as many as the blocks, or one is no int64.
    """
    known = None if days is None else _days(days, len(keys))
    original = originals(keys, definition)
    if definition is None or not (definition.jaccard or definition.containment):
        return Comparison(stars(Links.joined([]), original), stars(Links.joined([]), np.arange(len(keys))), 0, 0)
    pairs, spare, cap = propose(keys, definition, original, memory)
    copies, templates = verified(keys, definition, pairs, known)
    alone = spare[~_linked(copies, templates, len(keys))[unpack(spare)[1]]]
    further = unique(np.concatenate([alone, without(_against_canonical(copies), pairs)]))
    more, others = verified(keys, definition, further, known)
    copies, templates = Links.joined([copies, more]), Links.joined([templates, others])
    if definition.facts:
        form = of_one_form(keys, copies, templates, known)
        copies, templates = copies.where(~form), Links.joined([templates, copies.where(form)])
    return Comparison(stars(copies, original), stars(templates, np.arange(len(keys))), len(pairs) + len(further), cap)


def propose(
    keys: BlockKeys, definition: Alike, original: Numbers, memory: int = KEYS_IN_MEMORY
) -> tuple[NDArray[np.uint64], NDArray[np.uint64], int]:
    """Packed pairs of blocks that may be alike, of those that are compared at all and are their own original.

    Returns:
        Pairs, pairs that are only needed where the later block is like none of the first, and the cap of `sharing`.
    """
    numbers = np.flatnonzero((original == np.arange(len(keys))) & resembling(keys, definition))
    pairs, spare = banded(keys.signatures, _rows(definition), numbers)
    if not joins(definition):
        return pairs, spare, 0
    shared, cap = sharing(keys.sets, numbers, least_share(definition), memory=memory)
    pairs = unique(np.concatenate([pairs, shared.pairs]))
    return pairs, without(spare, pairs), cap


def _days(days: Sequence[int] | Numbers, count: int) -> Numbers:
    if len(days) != count:
        raise ValueError(f"{len(days)} days for {count} texts")
    given = np.asarray(days)
    if given.ndim != 1:
        raise ValueError(f"days must be one list, not of {given.ndim} dimensions")
    if count and given.dtype.kind in "fO" and all(isinstance(day, int) for day in days):  # too large for numpy's
        raise ValueError("a day must be a 64-bit number")
    if count and given.dtype.kind not in "iu":
        raise TypeError(f"days must be whole numbers, not {given.dtype}")
    if count and given.max() > _LAST_DAY:  # as int64 it would be below 0, and so not known
        raise ValueError(f"a day must be below 2**63, not {given.max()}")
    return given.astype(np.int64)


def verified(
    keys: BlockKeys, definition: Alike, pairs: NDArray[np.uint64], days: Numbers | None = None
) -> tuple[Links, Links]:
    """The pairs that are alike: copies, and templates (alike but for their facts); some around a phrase are neither."""
    copies, templates = [], []
    for part in _by_later(pairs):
        links, stated = judged(keys, definition, part)
        same = same_facts(keys, definition, links, stated, days)
        copies.append(links.where(same & ~around_a_phrase(keys, definition, links, stated, days)))
        templates.append(links.where(~same & ~reworked(definition, links)))
    return Links.joined(copies), Links.joined(templates)


def _no_table(keys: BlockKeys) -> NDArray[np.bool_]:
    """Which blocks are compared: figures of a table agree by chance, those of a caption are its date."""
    prose = (keys.figures < SCORES * keys.words) & (keys.words >= PROSE)
    found: NDArray[np.bool_] = (keys.figures < TABLE * keys.words) | prose | (keys.kinds > OTHER)
    return found


def _by_later(pairs: NDArray[np.uint64]) -> Iterator[NDArray[np.uint64]]:
    """The pairs in parts, sorted by the later block: each block falls in few parts."""
    swapped = np.sort((pairs << S32) | (pairs >> S32))
    for start in range(0, len(pairs), _PAIRS):
        part = swapped[start : start + _PAIRS]
        yield (part << S32) | (part >> S32)


def resembling(keys: BlockKeys, definition: Alike) -> NDArray[np.bool_]:
    """Which blocks can be nearly alike at all."""
    if not (definition.jaccard or definition.containment):
        return np.zeros(len(keys), np.bool_)
    near = keys.words >= max(1, definition.min_words)
    return near & _no_table(keys) if definition.facts else near


def equalling(keys: BlockKeys, definition: Alike | None) -> NDArray[np.bool_]:
    """Which blocks take part in equality: of short ones captions and documents only."""
    least = definition.min_words if definition is not None else 1
    part = (keys.words > 0) & ((keys.words >= least) | (keys.kinds > OTHER))
    return part & _no_table(keys) if definition is not None and definition.facts else part


def originals(keys: BlockKeys, definition: Alike | None) -> Numbers:
    """The first block equal to each block that takes part in equality; itself for the others: int64[n]."""
    original = np.arange(len(keys))
    numbers = _alike_in_part(keys.digests[:, 0], np.flatnonzero(equalling(keys, definition)))
    high, low = keys.digests[numbers].T
    order = np.lexsort((low, high))
    new = np.ones(len(order), np.bool_)
    new[1:] = (high[order][1:] != high[order][:-1]) | (low[order][1:] != low[order][:-1])
    group = np.cumsum(new) - 1
    later, first = numbers[order[~new]], numbers[order[new]][group[~new]]
    equal = (keys.signatures[later] == keys.signatures[first]).all(axis=1)
    original[later[equal]] = first[equal]
    return original


def _alike_in_part(digests: NDArray[np.uint64], numbers: Numbers) -> Numbers:
    """The blocks whose digest begins like that of another: all that can be equal, found by one cheap sort."""
    heads = (digests[numbers] & ~LOW) | numbers.astype(np.uint64)
    heads.sort()
    same = np.zeros(len(heads) + 1, np.bool_)
    np.equal(heads[1:] >> S32, heads[:-1] >> S32, out=same[1:-1])
    return np.sort((heads[same[1:] | same[:-1]] & LOW).astype(np.int64))


def _rows(definition: Alike) -> int:
    """Rows of a band: a pair at the threshold is proposed with a chance above .99.

    Beside shared shingles, bands only add what is too frequent for these: forms in many blocks, much alike.
    """
    if definition.unit == "char" or definition.containment:
        return 3
    return next((rows for rows, least in ((2, 0.8), (4, 0.7), (3, 0.6), (2, 0.4)) if definition.jaccard >= least), 1)


def least_share(definition: Alike) -> float:
    """The share of the smaller block's proposing shingles that any pair must share which is alike."""
    if definition.unit == "char":
        return HINT
    least = 2 * definition.jaccard / (1 + definition.jaccard)
    return min(value for value in (least, definition.containment) if value) * _ROUNDED


def _linked(copies: Links, templates: Links, count: int) -> NDArray[np.bool_]:
    """Which blocks are like an earlier one."""
    linked = np.zeros(count, np.bool_)
    linked[copies.later] = True
    linked[templates.later] = True
    return linked


def _against_canonical(copies: Links) -> NDArray[np.uint64]:
    """Each block with the first copy of the first block that it is linked with."""
    order = np.lexsort((copies.earlier, copies.later))
    later, earlier = copies.later[order], copies.earlier[order]
    first = np.diff(later, prepend=-1) > 0
    later, earlier = later[first], earlier[first]
    if not len(later):
        return np.zeros(0, np.uint64)
    place = np.minimum(np.searchsorted(later, earlier), len(later) - 1)
    known = later[place] == earlier
    return pack(later[known], earlier[place[known]])
