"""Verified links to clusters: stars around the first copy, in the order in which the blocks were given."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .pairs import unique

CANONICAL, SAME, EDITED, CONTAINED = 0, 1, 2, 3
RELATIONS: Final = ("canonical", "same", "edited", "contained")
"""Names of the values of `Clusters.relation`."""

Numbers = NDArray[np.int64]


class Links(NamedTuple):
    """Verified pairs of blocks, in any order.

    Attributes:
        earlier, later: int64, earlier < later.
        relation: uint8: `EDITED` or `CONTAINED`.
        jaccard, containment: float64, true values.
    """

    earlier: Numbers
    later: Numbers
    relation: NDArray[np.uint8]
    jaccard: NDArray[np.float64]
    containment: NDArray[np.float64]

    @classmethod
    def joined(cls, parts: Sequence[Links]) -> Links:
        """Several runs of links as one."""
        return cls(*map(np.concatenate, zip(_NO_LINKS, *parts, strict=True)))

    def where(self, kept: NDArray[np.bool_]) -> Links:
        """The links for which `kept` holds."""
        return Links._make(column[kept] for column in self)


_NO_LINKS: Final = Links(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.uint8), np.zeros(0), np.zeros(0))


class Clusters(NamedTuple):
    """Members of clusters, by cluster and then by block; the canonical copy comes first in each.

    A block is a member with a link at most once; it may besides be the canonical copy of another cluster.

    Attributes:
        member: int64: number of a block.
        cluster: int64: number of its cluster, from 0, in the order of the canonical copies.
        link: int64: the earlier block it was verified against; -1 for the canonical one.
        relation: uint8: index into `RELATIONS`.
        jaccard, containment: float64: true values against `link`; 1 for the canonical one.
    """

    member: Numbers
    cluster: Numbers
    link: Numbers
    relation: NDArray[np.uint8]
    jaccard: NDArray[np.float64]
    containment: NDArray[np.float64]


def stars(links: Links, original: Numbers) -> Clusters:
    """Every block with an earlier copy becomes a member of one cluster.

    It is linked with the canonical copy where it was verified against that, else with the earliest block that it was
    verified against. It joins that block's cluster only along resemblance: where containment stands between, the
    block it is linked with becomes the canonical copy of a cluster of its own.

    Args:
        links: between blocks that are their own original.
        original: int64[n]: the first block equal to each block; itself where there is none.
    """
    count = len(original)
    link, home, chosen = np.full(count, -1), np.full(count, -1), np.zeros(count, np.int64)
    _choose(links, link, home, chosen)
    relation, jaccard, containment = np.full(count, SAME, np.uint8), np.ones(count), np.ones(count)
    found = np.flatnonzero(link >= 0)
    relation[found] = links.relation[chosen[found]]
    jaccard[found] = links.jaccard[chosen[found]]
    containment[found] = links.containment[chosen[found]]
    copies = np.flatnonzero(original != np.arange(count))
    first = original[copies]
    linked = link[first] >= 0
    link[copies] = np.where(linked, link[first], first)
    home[copies] = np.where(linked, home[first], first)
    for values in (relation, jaccard, containment):
        values[copies] = values[first]
    return _laid_out(link, home, relation, jaccard, containment)


def _choose(links: Links, link: Numbers, home: Numbers, chosen: Numbers) -> None:
    """Fills in, for each later block, the earlier one, the canonical copy, and which of the links it is."""
    order = np.lexsort((links.earlier, links.later))
    rows = zip(
        links.later[order].tolist(),
        links.earlier[order].tolist(),
        (links.relation[order] == CONTAINED).tolist(),
        order.tolist(),
        strict=True,
    )
    homes: dict[int, int] = {}
    passes: dict[int, bool] = {}
    for later, group in groupby(rows, key=itemgetter(0)):
        _, earlier, contained, row = min(group, key=lambda item: (item[1] in homes, item[2], item[1]))
        along = earlier not in homes or (not contained and passes[earlier])
        homes[later] = homes.get(earlier, earlier) if along else earlier
        passes[later] = along and not contained
        link[later], home[later], chosen[later] = earlier, homes[later], row


def _laid_out(
    link: Numbers,
    home: Numbers,
    relation: NDArray[np.uint8],
    jaccard: NDArray[np.float64],
    containment: NDArray[np.float64],
) -> Clusters:
    members = np.flatnonzero(link >= 0)
    canonical = unique(home[members])
    none, ones = np.full(len(canonical), -1), np.ones(len(canonical))
    member = np.concatenate([canonical, members])
    cluster = np.concatenate([np.arange(len(canonical)), np.searchsorted(canonical, home[members])])
    linked = np.concatenate([none, link[members]])
    order = np.lexsort((member, linked >= 0, cluster))
    return Clusters(
        member[order],
        cluster[order],
        linked[order],
        np.concatenate([np.full(len(canonical), CANONICAL, np.uint8), relation[members]])[order],
        np.concatenate([ones, jaccard[members]])[order],
        np.concatenate([ones, containment[members]])[order],
    )
