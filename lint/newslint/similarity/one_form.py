"""Copies that are but two uses of a form that others use too: that their facts agree says nothing then."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from .agreeing import NEAR_DAYS, VERBATIM, days_apart
from .block_keys import DOCUMENT, BlockKeys
from .clusters import Links
from .facts import has_capitals
from .pairs import distinct

FORM_USES: Final = 2
FORM_LEAST: Final = 0.2
"""A block that resembles so many others with other facts is a form, and copied only where hardly a word differs: the
figures of a form (the strength of the wind) agree by chance."""

NAMED_USES: Final = 4
NAMED_LEAST: Final = 0.4
"""The same for blocks in which names can be told: both are like so many, and that much."""

REUSES: Final = 6
REUSES_LEAST: Final = 2
"""One of the two is like so many blocks more than `NEAR_DAYS` away, and the other like so many: then they are two uses
of a stock phrase (what the central bank is expected to do), and that its few facts agree says nothing."""

Numbers = NDArray[np.int64]


def of_one_form(keys: BlockKeys, copies: Links, templates: Links, days: Numbers | None = None) -> NDArray[np.bool_]:
    """Which copies are but two uses of a form that others use too.

    Where names can be told they say so better: many versions of one story, with other counts, look like a form. So
    there both must be like more others, and more alike. Where dates are known these say it, too.
    """
    like = templates.where(templates.jaccard >= FORM_LEAST)
    uses = _uses(like, len(keys))
    often = np.maximum(uses[copies.earlier], uses[copies.later])
    form: NDArray[np.bool_] = (often >= FORM_USES) & (copies.jaccard < VERBATIM)
    uses = _uses(like.where(like.jaccard >= NAMED_LEAST), len(keys))
    both = np.minimum(uses[copies.earlier], uses[copies.later])
    numbers = distinct(copies.earlier[form], copies.later[form])
    named = np.zeros(len(keys), np.bool_)
    named[numbers] = [has_capitals(keys.block(number)) for number in numbers.tolist()]
    form &= ~(named[copies.earlier] & named[copies.later]) | (both >= NAMED_USES)
    return form | _of_other_days(keys, copies, templates, days)


def _of_other_days(keys: BlockKeys, copies: Links, templates: Links, days: Numbers | None) -> NDArray[np.bool_]:
    """Which copies are two uses of a phrase that stands in many blocks of other days, as its few facts do."""
    like = Links.joined([copies, templates])
    like = like.where((like.jaccard >= FORM_LEAST) & (days_apart(like, days) > NEAR_DAYS))
    uses = _uses(like, len(keys))
    fewer, more = np.sort([uses[copies.earlier], uses[copies.later]], axis=0)
    often = (fewer >= REUSES_LEAST) & (more >= REUSES)
    found: NDArray[np.bool_] = often & (copies.jaccard < VERBATIM) & (keys.kinds[copies.earlier] != DOCUMENT)
    return found


def _uses(like: Links, count: int) -> Numbers:
    """How many others each block is like."""
    return np.bincount(np.concatenate([like.earlier, like.later]), minlength=count)
