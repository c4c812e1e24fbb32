"""Which blocks that are alike state the same, so that one is a copy of the other and not another use of a form."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from newslint.rule import Alike

from .clusters import Links
from .facts import agreement, density, facts_of, has_capitals
from .keys import CAPTION, BlockKeys
from .pairs import distinct

NEAR_DAYS: Final = 3
"""Where facts are too few to decide, dated look-alikes further apart are no copies: 90 % of copies lie within this."""

CLOSE_JACCARD: Final = 0.6
CLOSE_CONTAINMENT: Final = 0.8
"""What blocks without facts must reach in a script without capitals, where names cannot tell a copy from a form."""

FIGURES_ALONE: Final = 0.25
"""How much nearer to 1 the facts must agree in such a script: no name outvotes a figure that stands there by chance."""

LISTED: Final = 0.4
LISTS_ALIKE: Final = 0.75
"""From this share of names and figures among its words on a block is a list (a line-up, nominees, fixtures), and lists
share most of what they name: so much nearer to 1 must their facts agree."""

FORM_USES: Final = 2
FORM_JACCARD: Final = 0.9
FORM_LEAST: Final = 0.2
"""A block that resembles so many others with other facts is a form, and copied only from this resemblance on: the
figures of a form (the strength of the wind) agree by chance."""

Numbers = NDArray[np.int64]


def same_facts(keys: BlockKeys, definition: Alike, links: Links, days: Numbers | None) -> NDArray[np.bool_]:
    """For which links the facts agree, or are too few and the dates do not speak against a copy."""
    if not definition.facts:
        return np.ones(len(links.earlier), np.bool_)
    numbers = distinct(links.earlier, links.later)
    facts = facts_of([keys.block(number) for number in numbers.tolist()])
    rows = zip(
        np.searchsorted(numbers, links.earlier).tolist(), np.searchsorted(numbers, links.later).tolist(), strict=True
    )
    share, count, names, listed = (
        np.array(
            [
                (
                    *agreement(facts[one], facts[other]),
                    facts[one].names and facts[other].names,
                    min(density(facts[one]), density(facts[other])) >= LISTED,
                )
                for one, other in rows
            ]
        )
        .reshape(-1, 4)
        .T
    )
    nearer = np.where(listed > 0, LISTS_ALIKE, np.where(names > 0, 0.0, FIGURES_ALONE))
    agreed = share >= definition.facts + nearer * (1 - definition.facts)
    caption = (keys.kinds[links.earlier] == CAPTION) | (keys.kinds[links.later] == CAPTION)
    enough = count >= np.where(caption, 1, 2)
    close = (links.jaccard >= CLOSE_JACCARD) | (links.containment >= CLOSE_CONTAINMENT) | (names > 0)
    few = close & (agreed | (names > 0)) & _near_in_time(links, days)
    same: NDArray[np.bool_] = np.where(enough, agreed, few)
    return same


def of_one_form(keys: BlockKeys, copies: Links, templates: Links) -> NDArray[np.bool_]:
    """Which copies are but two uses of a form that others use too, in a script without capitals.

    Where names can be told they say so better: many versions of one story, with other counts, look like a form.
    """
    like = templates.where(templates.jaccard >= FORM_LEAST)
    uses = np.bincount(np.concatenate([like.earlier, like.later]), minlength=len(keys))
    often = np.maximum(uses[copies.earlier], uses[copies.later]) >= FORM_USES
    form: NDArray[np.bool_] = often & (copies.jaccard < FORM_JACCARD)
    for place in np.flatnonzero(form).tolist():
        pair = copies.earlier[place], copies.later[place]
        form[place] = not all(has_capitals(keys.block(int(number))) for number in pair)
    return form


def _near_in_time(links: Links, days: Numbers | None) -> NDArray[np.bool_]:
    if days is None:
        return np.ones(len(links.earlier), np.bool_)
    one, other = days[links.earlier], days[links.later]
    near: NDArray[np.bool_] = (np.minimum(one, other) < 0) | (np.abs(one - other) <= NEAR_DAYS)
    return near
