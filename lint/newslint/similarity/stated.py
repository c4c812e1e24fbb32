"""What is known of the facts of pairs of blocks, from their texts alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newslint.rule import Alike

from .agreeing import LISTED, OTHER_NAMES, STOCK, Seen, Stated, same_wherever
from .block_keys import OTHER, BlockKeys
from .clusters import Links
from .concord import agreed, contradiction, of_each, said_by_both
from .exchanged import exchanged
from .facts import Facts, density, facts_of
from .pairs import distinct

ADDED: Final = 2
"""So many facts are shared for each figure that stands against another, though in no place of it: an addition."""

_FIGURE: Final = re.compile(r"\d+")


def stated(keys: BlockKeys, definition: Alike, links: Links) -> Stated:
    """What is known of each pair from its two texts."""
    numbers = distinct(links.earlier, links.later)
    facts = facts_of(keys.blocks(numbers))
    if definition.fold_numbers:
        facts = list(map(_without_figures, facts))
    rows = [
        (facts[one], facts[other])
        for one, other in zip(
            np.searchsorted(numbers, links.earlier).tolist(),
            np.searchsorted(numbers, links.later).tolist(),
            strict=True,
        )
    ]
    looked = of_each(rows, lambda pair: (*agreed(pair), *contradiction(pair), said_by_both(pair)))
    share, known, figures, others, shared, said = np.array(looked, np.float64).reshape(-1, 6).T
    found = Stated(
        share,
        known.astype(np.int64),
        np.array([one.names and other.names for one, other in rows], np.bool_),
        np.array([min(density(one), density(other)) >= LISTED for one, other in rows], np.bool_),
        figures.astype(np.int64),
        others.astype(np.int64),
        shared.astype(np.int64),
        np.zeros(len(rows), np.bool_),
    )
    return found._replace(added=_added(keys, definition, links, found, rows, said > 0))


def _added(
    keys: BlockKeys,
    definition: Alike,
    links: Links,
    stated: Stated,
    rows: Sequence[tuple[Facts, Facts]],
    said: NDArray[np.bool_],
) -> NDArray[np.bool_]:
    """Prose of which facts alone would make no copies, of the same day, while in the same places hardly any stand.

    Several names that stand against each other in no other places than these are those of a form, and so is one where
    a figure stands against another, wherever that does. What both quote was said once, and told again on the next days;
    where a quotation goes on in one of them alone, it may be another form of words, filled in with several names.

    Args:
        said: pairs that quote the same words.
    """
    at_once = np.zeros(len(rows), np.int64)
    seen = Seen.of(keys, links, stated, at_once)
    prose = np.maximum(keys.kinds[links.earlier], keys.kinds[links.later]) <= OTHER
    prose &= (seen.words >= STOCK) & stated.named & ~stated.listed & ~seen.dense
    cut = said & np.array([one.said.isdisjoint(other.said) for one, other in rows], np.bool_)
    figured = stated.figures > 0
    prose &= ~figured | ((stated.others < OTHER_NAMES) & (stated.shared >= ADDED * stated.figures))
    added: NDArray[np.bool_] = prose & (said | ~same_wherever(keys, definition, links, stated, at_once))
    some = Stated._make(column[added] for column in stated)
    pairs = of_each([rows[place] for place in np.flatnonzero(added).tolist()], exchanged)
    figures, others = np.array(pairs, np.int64).reshape(-1, 2).T
    known = others + some.shared
    aligned = some._replace(share=some.shared / np.maximum(known, 1), known=known, figures=figures, others=others)
    fewer = np.where(figured[added], figures + others == 0, (others < 2) | ((others < some.others) & ~cut[added]))
    added[added] = fewer & (said[added] | same_wherever(keys, definition, links.where(added), aligned, at_once[added]))
    return added


def _without_figures(facts: Facts) -> Facts:
    """The names alone, without the number of what is one of a series; figures inside of names are the same one."""
    names = [fact for fact in facts.stated if not fact[0].isdecimal() and " " not in fact]
    stated, opening = (frozenset(_FIGURE.sub("0", name) for name in some) for some in (names, facts.opening))
    return facts._replace(stated=stated, form=_FIGURE.sub("0", facts.form), opening=opening)
