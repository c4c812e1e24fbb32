"""Which blocks that are alike state the same, so that one is a copy of the other and not another use of a form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newslint.rule import Alike

from .block_keys import CAPTION, DOCUMENT, OTHER, BlockKeys
from .clusters import Links
from .concord import agreement, contradiction, of_each
from .exchanged import exchanged
from .facts import Facts, density, facts_of, has_capitals
from .keys import TABLE
from .pairs import distinct

NEAR_DAYS: Final = 3
"""Where facts are too few to decide, dated look-alikes further apart are no copies: 90 % of copies lie within this."""

CLOSE_JACCARD: Final = 0.6
CLOSE_CONTAINMENT: Final = 0.8
"""What blocks without facts must reach in a script without capitals, where names cannot tell a copy from a form."""

PASSAGE: Final = 60
"""Words (in Chinese, characters) from which on such blocks need not: a form that says so much has figures."""

FIGURES_APART: Final = 0.3
"""How much nearer to 1 the facts of a paragraph must agree where a figure stands against another: two of three are not
enough."""

LISTED: Final = 0.4
LISTS_ALIKE: Final = 0.75
"""From this share of names and figures among its words on a block is a list (a line-up, nominees, fixtures), and lists
share most of what they name: so much nearer to 1 must their facts agree."""

FORM_USES: Final = 2
FORM_JACCARD: Final = 0.9
FORM_LEAST: Final = 0.2
"""A block that resembles so many others with other facts is a form, and copied only from this resemblance on: the
figures of a form (the strength of the wind) agree by chance."""

REUSED: Final = 0.8
"""Resemblance from which dated blocks with few facts are copies whatever lies between them: background is reused word
for word, while two uses of a form differ."""

RETOLD_WORDS: Final = 20
"""Words from which blocks of neighbouring days that share their one fact and contradict each other in none are one
statement told again; stock phrases (where a share is traded, how bonds are issued) are shorter."""

STATED_WORDS: Final = 25
"""The same for blocks that hold no fact to share: what somebody said, and what happened meanwhile."""

STOCK: Final = 15
"""Fewer words than these, used again on another day, are stock phrases unless hardly a word differs; but a picture is
used again with what it shows."""

WHOLLY: Final = 0.95
"""Containment from which a block is a piece of the other, though dense with figures or but a phrase of a long text."""

ONE_FIGURE: Final = 0.7
"""Resemblance from which a block is a copy where one figure is all that they state differently: a toll that rose."""

FORM_SHARE: Final = 0.2
"""Least share of what two blocks state that must stand against each other where they are uses of a form."""

OTHER_NAMES: Final = 4
NAMES_SHARE: Final = 0.15
"""The same where so many names stand against others: guests and links of a weekly programme between its house text."""

OTHER_FIGURES: Final = 3
"""So many figures that stand against others make a form, whatever the names: rates, prices, results of every week."""

NAMED_USES: Final = 4
NAMED_LEAST: Final = 0.4
"""The same for blocks in which names can be told: both are like so many, and that much."""

ADDED: Final = 2
"""So many facts are shared for each figure that stands against another, though in no place of it: an addition."""

VERSION: Final = 0.8
VERSION_FACTS: Final = 0.75
"""Containment below which a document is a version of a longer one only if it has a story's length (`PASSAGE`) and so
much of what it states stands there: edited as heavily, briefs of one form look the same. Tables that differ so much are
others, and other figures on another day make another issue."""

REUSES: Final = 6
REUSES_LEAST: Final = 2
"""One of the two is like so many blocks more than `NEAR_DAYS` away, and the other like so many: then they are two uses
of a stock phrase (what the central bank is expected to do), and that its few facts agree says nothing."""

_FIGURE: Final = re.compile(r"\d+")

Numbers = NDArray[np.int64]


class Stated(NamedTuple):
    """What is known of the facts of each pair: arrays as long as the links.

    Attributes:
        share, known: as `agreement` has them.
        named: bool: names can be told in both.
        listed: bool: both are lists.
        figures, others, shared: as `contradiction` has them.
        added: bool: what stands against others does so in other places, as additions, or around one quotation: near in
            time, they are copies.
    """

    share: NDArray[np.float64]
    known: Numbers
    named: NDArray[np.bool_]
    listed: NDArray[np.bool_]
    figures: Numbers
    others: Numbers
    shared: Numbers
    added: NDArray[np.bool_]


def same_facts(
    keys: BlockKeys, definition: Alike, links: Links, stated: Stated, days: Numbers | None
) -> NDArray[np.bool_]:
    """For which links the facts agree, or are too few and the dates do not speak against a copy."""
    if not definition.facts:
        return np.ones(len(links.earlier), np.bool_)
    apart = _days_apart(links, days)
    near = apart <= np.where(stated.figures > 0, 0, NEAR_DAYS)
    same: NDArray[np.bool_] = _same(keys, definition, links, stated, apart) | (stated.added & near)
    return same


def _same(keys: BlockKeys, definition: Alike, links: Links, stated: Stated, apart: Numbers) -> NDArray[np.bool_]:
    """The same, wherever in the blocks their facts stand."""
    whole = _documents(keys, links)
    named, against = stated.named, stated.figures + stated.others
    caption = (keys.kinds[links.earlier] == CAPTION) | (keys.kinds[links.later] == CAPTION)
    words = np.minimum(keys.words[links.earlier], keys.words[links.later])
    near, verbatim = apart <= NEAR_DAYS, (links.jaccard >= REUSED) & (against == 0)
    reused = (against == 0) & (links.jaccard >= definition.jaccard) & ((words >= STOCK) | verbatim | caption)
    updated = named & (against == 1) & (stated.figures == 1) & (stated.shared > 0) & (links.jaccard >= ONE_FIGURE)
    form = np.where(named, _fills_form(stated, links), (stated.figures > 0) & (links.jaccard < CLOSE_JACCARD))
    nearer = np.where(stated.listed, LISTS_ALIKE, np.where(~whole & (stated.figures > 0), FIGURES_APART, 0.0))
    agreed = (stated.share >= definition.facts + nearer * (1 - definition.facts)) | updated
    series = named & (apart > 0) & (stated.figures > 0) & ~updated
    settled = (stated.share >= 1) & (stated.known >= 2) & (against == 0) & ((words >= STOCK) | caption)
    version = np.where(whole, near | (stated.figures == 0), (near & ~series) | reused | settled)
    close = (links.jaccard >= CLOSE_JACCARD) | (links.containment >= CLOSE_CONTAINMENT)
    close |= (words >= PASSAGE) & (against == 0)
    retold = words >= np.where(stated.shared > 0, RETOLD_WORDS, STATED_WORDS)
    retold &= (against == 0) & (links.jaccard >= definition.jaccard)
    at_once = (apart == 0) & ((stated.figures == 0) | caption | ((words >= STOCK) & (links.jaccard >= ONE_FIGURE)))
    few = near & np.where(named, at_once | verbatim | retold, close & agreed)
    few |= named & verbatim & (words >= RETOLD_WORDS) & (links.jaccard >= FORM_JACCARD)
    enough = stated.known >= np.where(caption, 1, 2)
    dense = _dense(keys, links)
    form |= dense & ~whole & ((against > 0) | ~((links.jaccard >= ONE_FIGURE) | (links.containment >= WHOLLY)))
    form |= dense & whole & (stated.figures >= OTHER_FIGURES)
    loose = whole & (links.jaccard < definition.jaccard) & (links.containment < VERSION)
    form |= loose & ((words < PASSAGE) | (stated.share < VERSION_FACTS))
    form |= loose & (dense | ((stated.figures > 0) & (apart > 0)))
    same: NDArray[np.bool_] = ~form & np.where(enough, agreed & version, few)
    return same


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
    looked = of_each(rows, lambda one, other: (*agreement(one, other), *contradiction(one, other)))
    share, known, figures, others, shared = np.array(looked).reshape(-1, 5).T
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
    return found._replace(added=_added(keys, definition, links, found, rows))


def _added(
    keys: BlockKeys, definition: Alike, links: Links, stated: Stated, rows: Sequence[tuple[Facts, Facts]]
) -> NDArray[np.bool_]:
    """Prose of which facts alone would make no copies, of the same day, while in the same places hardly any stand.

    Several names that stand against each other in no other places than these are those of a form, and so is one where
    a figure stands against another, wherever that does. What both quote was said once, and told again on the next days.
    """
    at_once = np.zeros(len(rows), np.int64)
    prose = np.maximum(keys.kinds[links.earlier], keys.kinds[links.later]) <= OTHER
    prose &= np.minimum(keys.words[links.earlier], keys.words[links.later]) >= STOCK
    prose &= stated.named & ~stated.listed & ~_dense(keys, links)
    said = np.array([not one.said.isdisjoint(other.said) for one, other in rows], np.bool_)
    figured = stated.figures > 0
    prose &= ~figured | ((stated.others < OTHER_NAMES) & (stated.shared >= ADDED * stated.figures))
    added: NDArray[np.bool_] = prose & (said | ~_same(keys, definition, links, stated, at_once))
    some = Stated._make(column[added] for column in stated)
    pairs = of_each([rows[place] for place in np.flatnonzero(added).tolist()], exchanged)
    figures, others = np.array(pairs, np.int64).reshape(-1, 2).T
    known = others + some.shared
    aligned = some._replace(share=some.shared / np.maximum(known, 1), known=known, figures=figures, others=others)
    fewer = np.where(figured[added], figures + others == 0, (others < some.others) | (others < 2))
    added[added] = fewer & (said[added] | _same(keys, definition, links.where(added), aligned, at_once[added]))
    return added


def _without_figures(facts: Facts) -> Facts:
    """The names alone, without the number of what is one of a series; figures inside of names are the same one."""
    names = [fact for fact in facts.stated if not fact[0].isdecimal() and " " not in fact]
    stated, opening = (frozenset(_FIGURE.sub("0", name) for name in some) for some in (names, facts.opening))
    return facts._replace(stated=stated, form=_FIGURE.sub("0", facts.form), opening=opening)


def _fills_form(stated: Stated, links: Links) -> NDArray[np.bool_]:
    """Where two blocks put other facts in the same places, so many that they tell of other things.

    Another figure and another name; two other names and none shared; or, where the blocks are not much alike, two other
    figures, or one of either and nearly nothing shared.
    """
    against = stated.figures + stated.others
    several = (stated.others > 0) & ((stated.figures > 0) | ((stated.others > 1) & (stated.shared == 0)))
    alone = (stated.figures > 1) | ((against > 0) & (stated.shared < np.where(stated.figures > 0, 1, 2)))
    least = np.where(stated.others >= OTHER_NAMES, NAMES_SHARE, FORM_SHARE)
    form: NDArray[np.bool_] = (several | (alone & (links.jaccard < CLOSE_JACCARD))) & (
        against >= least * (against + stated.shared)
    )
    return form


def _dense(keys: BlockKeys, links: Links) -> NDArray[np.bool_]:
    """Both are texts with so many figures that only those with all the same figures can be copies."""
    dense = keys.figures >= TABLE * keys.words
    found: NDArray[np.bool_] = dense[links.earlier] & dense[links.later]
    return found


def _documents(keys: BlockKeys, links: Links) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = keys.kinds[links.earlier] == DOCUMENT
    return found


def of_one_form(keys: BlockKeys, copies: Links, templates: Links, days: Numbers | None = None) -> NDArray[np.bool_]:
    """Which copies are but two uses of a form that others use too.

    Where names can be told they say so better: many versions of one story, with other counts, look like a form. So
    there both must be like more others, and more alike. Where dates are known these say it, too.
    """
    like = templates.where(templates.jaccard >= FORM_LEAST)
    uses = _uses(like, len(keys))
    often = np.maximum(uses[copies.earlier], uses[copies.later])
    form: NDArray[np.bool_] = (often >= FORM_USES) & (copies.jaccard < FORM_JACCARD)
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
    like = like.where((like.jaccard >= FORM_LEAST) & (_days_apart(like, days) > NEAR_DAYS))
    uses = _uses(like, len(keys))
    fewer, more = np.sort([uses[copies.earlier], uses[copies.later]], axis=0)
    often = (fewer >= REUSES_LEAST) & (more >= REUSES)
    found: NDArray[np.bool_] = often & (copies.jaccard < FORM_JACCARD) & ~_documents(keys, copies)
    return found


def _uses(like: Links, count: int) -> Numbers:
    """How many others each block is like."""
    return np.bincount(np.concatenate([like.earlier, like.later]), minlength=count)


def _days_apart(links: Links, days: Numbers | None) -> Numbers:
    """Days between the blocks of each pair; 0 where one is undated."""
    if days is None:
        return np.zeros(len(links.earlier), np.int64)
    one, other = days[links.earlier], days[links.later]
    return np.where(np.minimum(one, other) < 0, 0, np.abs(one - other))
