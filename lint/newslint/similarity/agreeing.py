"""Which blocks that are alike state the same, so that one is a copy of the other and not another use of a form."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newslint.rule import Alike

from .block_keys import CAPTION, DOCUMENT, OTHER, BlockKeys
from .clusters import Links
from .keys import TABLE

NEAR_DAYS: Final = 3
"""Where facts are too few to decide, dated look-alikes further apart are no copies: 90 % of copies lie within this."""

VERBATIM: Final = 0.9
"""Resemblance from which hardly a word differs."""

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

CLOSER: Final = 1 / 6
CLOSER_LATER: Final = 1 / 3
"""How much nearer to 1 the containment of so few words must be where the texts do not resemble each other, on one day
and on another: a quarter of them is other words around a phrase, and the phrase is anybody's (a filing with the
commission, nine weeks of sales)."""

ONE_FIGURE: Final = 0.7
"""Resemblance from which a block is a copy where one figure is all that they state differently: a toll that rose."""

FORM_SHARE: Final = 0.2
"""Least share of what two blocks state that must stand against each other where they are uses of a form."""

OTHER_NAMES: Final = 4
NAMES_SHARE: Final = 0.15
"""The same where so many names stand against others: guests and links of a weekly programme between its house text."""

OTHER_FIGURES: Final = 3
"""So many figures that stand against others make a form, whatever the names: rates, prices, results of every week."""

VERSION: Final = 0.8
VERSION_FACTS: Final = 0.75
"""Containment below which a document is a version of a longer one only if it has a story's length (`PASSAGE`) and so
much of what it states stands there: edited as heavily, briefs of one form look the same. Tables that differ so much are
others, and other figures on another day make another issue."""

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
    apart = days_apart(links, days)
    near = apart <= np.where(stated.figures > 0, 0, NEAR_DAYS)
    same: NDArray[np.bool_] = same_wherever(keys, definition, links, stated, apart) | (stated.added & near)
    return same & (~reworked(definition, links) | (apart <= NEAR_DAYS))


def reworked(definition: Alike, links: Links) -> NDArray[np.bool_]:
    """Links of prose that was reworked further than two texts that are alike: they are copies, or nothing."""
    found: NDArray[np.bool_] = (links.jaccard < definition.jaccard) & (links.containment < definition.containment)
    return found


def around_a_phrase(
    keys: BlockKeys, definition: Alike, links: Links, stated: Stated, days: Numbers | None
) -> NDArray[np.bool_]:
    """Links of few words of which another text has most, and others in the place of the rest: no copies.

    Where they resemble each other more than is asked for, facts tell that it is more; in a caption its picture does.
    """
    if not definition.facts:
        return np.zeros(len(links.earlier), np.bool_)
    pair = np.stack([links.earlier, links.later])
    apart = days_apart(links, days) > 0
    closer = definition.containment + np.where(apart, CLOSER_LATER, CLOSER) * (1 - definition.containment)
    untold = (stated.known < 2) & (keys.kinds[pair] <= OTHER).all(axis=0) & (definition.unit == "char")
    loose = links.jaccard < np.where(untold, np.maximum(CLOSE_JACCARD, definition.jaccard), definition.jaccard)
    found: NDArray[np.bool_] = (keys.words[pair].min(axis=0) < STOCK) & loose & (links.containment < closer)
    return found


class Seen(NamedTuple):
    """What is looked at of each pair beside its facts.

    Attributes:
        whole: both are documents.
        caption: one of them is a caption.
        dense: both are texts with so many figures that only those with all the same figures can be copies.
        words: of the shorter.
        apart: days between them; 0 where one is undated.
        against: figures and names of the one that stand against such of the other.
    """

    whole: NDArray[np.bool_]
    caption: NDArray[np.bool_]
    dense: NDArray[np.bool_]
    words: Numbers
    apart: Numbers
    against: Numbers

    @classmethod
    def of(cls, keys: BlockKeys, links: Links, stated: Stated, apart: Numbers) -> Seen:
        pair = np.stack([links.earlier, links.later])
        kinds, words = keys.kinds[pair], keys.words[pair]
        dense = np.logical_and.reduce(keys.figures[pair] >= TABLE * words)
        against = stated.figures + stated.others
        return cls(
            kinds[0] == DOCUMENT, np.logical_or.reduce(kinds == CAPTION), dense, words.min(axis=0), apart, against
        )


def same_wherever(
    keys: BlockKeys, definition: Alike, links: Links, stated: Stated, apart: Numbers
) -> NDArray[np.bool_]:
    """The same, wherever in the blocks their facts stand.

    Args:
        apart: as `days_apart` has it.
    """
    seen = Seen.of(keys, links, stated, apart)
    enough = stated.known >= np.where(seen.caption, 1, 2)
    agreed, updated = _agreed(definition, links, stated, seen)
    by_facts = agreed & _is_version(definition, links, stated, seen, updated)
    by_words = _is_told_again(definition, links, stated, seen, agreed)
    same: NDArray[np.bool_] = ~_is_form(definition, links, stated, seen) & np.where(enough, by_facts, by_words)
    return same


def _agreed(definition: Alike, links: Links, stated: Stated, seen: Seen) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Where enough facts are the same, and where one figure is all that was brought up to date."""
    updated = stated.named & (seen.against == 1) & (stated.figures == 1) & (stated.shared > 0)
    updated &= links.jaccard >= ONE_FIGURE
    nearer = np.where(stated.listed, LISTS_ALIKE, np.where(~seen.whole & (stated.figures > 0), FIGURES_APART, 0.0))
    return (stated.share >= definition.facts + nearer * (1 - definition.facts)) | updated, updated


def _is_version(
    definition: Alike, links: Links, stated: Stated, seen: Seen, updated: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Of blocks whose facts agree, those which their dates do not part."""
    near = seen.apart <= NEAR_DAYS
    long = (seen.words >= STOCK) | seen.caption
    reused = (seen.against == 0) & (links.jaccard >= definition.jaccard) & (long | (links.jaccard >= REUSED))
    settled = (stated.share >= 1) & (stated.known >= 2) & (seen.against == 0) & long
    series = stated.named & (seen.apart > 0) & (stated.figures > 0) & ~updated
    block = (near & ~series) | reused | settled
    version: NDArray[np.bool_] = np.where(seen.whole, near | (stated.figures == 0), block)
    return version


def _is_told_again(
    definition: Alike, links: Links, stated: Stated, seen: Seen, agreed: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Of blocks with too few facts to tell, those that say the same in much the same words, at the same time."""
    kept = seen.against == 0
    verbatim = (links.jaccard >= REUSED) & kept
    retold = seen.words >= np.where(stated.shared > 0, RETOLD_WORDS, STATED_WORDS)
    retold &= kept & (links.jaccard >= definition.jaccard)
    updated = (seen.words >= STOCK) & (links.jaccard >= ONE_FIGURE) & (stated.shared > 0)
    at_once = (stated.figures == 0) | seen.caption | updated
    at_once &= seen.apart == 0
    close = (links.jaccard >= CLOSE_JACCARD) | (links.containment >= CLOSE_CONTAINMENT)
    close |= (seen.words >= PASSAGE) & kept
    again = (seen.apart <= NEAR_DAYS) & np.where(stated.named, at_once | verbatim | retold, close & agreed)
    again |= stated.named & verbatim & (seen.words >= RETOLD_WORDS) & (links.jaccard >= VERBATIM)
    return again


def _is_form(definition: Alike, links: Links, stated: Stated, seen: Seen) -> NDArray[np.bool_]:
    """Blocks that are filled in with other facts, tables with other figures, and versions that share too little."""
    uncased = (stated.figures > 0) & (links.jaccard < CLOSE_JACCARD)
    form: NDArray[np.bool_] = np.where(stated.named, _fills_form(stated, links), uncased)
    piece = (links.jaccard >= ONE_FIGURE) | (links.containment >= WHOLLY)
    form |= seen.dense & np.where(seen.whole, stated.figures >= OTHER_FIGURES, (seen.against > 0) | ~piece)
    loose = seen.whole & (links.jaccard < definition.jaccard) & (links.containment < VERSION)
    little = (seen.words < PASSAGE) | (stated.share < VERSION_FACTS)
    form |= loose & (little | seen.dense | ((stated.figures > 0) & (seen.apart > 0)))
    return form


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


def days_apart(links: Links, days: Numbers | None) -> Numbers:
    """Days between the blocks of each pair; 0 where one is undated."""
    if days is None:
        return np.zeros(len(links.earlier), np.int64)
    one, other = days[links.earlier], days[links.later]
    return np.where(np.minimum(one, other) < 0, 0, np.abs(one - other))
