"""What two texts have to do with each other: how alike they are, and what they state. Nothing else has a say in it."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newslint.rule import Alike

from .agreeing import STOCK, WHOLLY, Stated
from .block_keys import OTHER, BlockKeys
from .bounds import at_most
from .clusters import CONTAINED, EDITED, Links
from .gathered import LONGER, gathered
from .keys import finer_sets, joins, word_sets
from .known_pairs import JUDGED, recalled
from .normal import normal_form
from .pairs import Packed, distinct, unpack
from .shingling import Sets
from .stated import stated
from .tongues import speaks
from .verify import Similarity, similarity

HINT: Final = 0.2
"""Word 3-grams of the smaller block that must be shared by blocks alike by characters: found for 99 % of them."""

PHRASE: Final = 10
"""Fewer words than these stand in another text as phrases: who leads an issue, which bank said it."""

REWORKED: Final = 30
KEPT: Final = 0.8
ROWS_KEPT: Final = 0.9
"""Prose of so many words that an editor reworked resembles its source so much less than is asked for, while of its rows
of three words so much stands there: an edit here and there leaves long stretches whole, another writer's words do not.
Both are shares of the resemblance asked for. Nothing that is stated may stand against another then."""

MONOTONE: Final = 0.25
"""A text with fewer different shingles of characters to a word says the same over and over, and is like any other that
does: misread letters of which signs alone are left. Prose has more than two, Chinese three in four characters."""

VARIED: Final = 10_000
"""A text with so many different ones does not, however long it is: a book has but so many."""

Numbers = NDArray[np.int64]


def judged(keys: BlockKeys, definition: Alike, pairs: Packed) -> tuple[Links, Stated]:
    """The pairs that are alike, and what they state (zeros where the definition asks for no facts)."""
    known, look = recalled(definition), partial(_judged, keys, definition)
    rows = known.judged(keys, pairs, look) if known else look(pairs)
    alike = rows["relation"] > 0
    links, rows = _links(pairs[alike], rows[alike]), rows[alike]
    return links, Stated(*(rows[name] for name in Stated._fields))


def _judged(keys: BlockKeys, definition: Alike, pairs: Packed) -> NDArray[Any]:
    """A row of `JUDGED` for each pair; its relation is 0 where they are not alike."""
    rows = np.zeros(len(pairs), JUDGED)
    places, found, rows_kept = _compared(keys, definition, pairs)
    edited, contained = _reached(found, definition)
    words = np.minimum(*(keys.words[numbers] for numbers in unpack(pairs[places])))
    reworked = rows_kept & ~edited & ~contained & (found.jaccard >= KEPT * definition.jaccard)
    longer = _times_as_long(found) >= LONGER
    if definition.facts:
        contained &= words >= PHRASE
        contained[contained & longer] = _gathered(keys, definition, pairs[places[contained & longer]])
    alike = edited | contained | reworked
    rows["relation"][places] = np.where(edited | reworked, EDITED, np.where(contained, CONTAINED, 0))
    rows["jaccard"][places], rows["containment"][places] = found
    if definition.facts:
        phrase = longer & (words < STOCK) & (found.containment < WHOLLY)
        places, phrase, reworked = places[alike], phrase[alike], reworked[alike]
        for name, column in stated(keys, definition, _links(pairs[places], rows[places]))._asdict().items():
            rows[name][places] = column
        phrase &= (rows["known"][places] == 0) | (rows["share"][places] < definition.facts)
        reworked[reworked] = ~_is_reworked(keys, definition, pairs[places[reworked]], rows[places[reworked]])
        rows["relation"][places[phrase | reworked]] = 0
    return rows


def _is_reworked(keys: BlockKeys, definition: Alike, pairs: Packed, rows: NDArray[Any]) -> NDArray[np.bool_]:
    """Where the facts of a pair agree, and none stands against another in its place: in German none is a name."""
    none = (rows["others"] == 0) & (rows["share"] >= definition.facts)
    told: NDArray[np.bool_] = rows["named"] & (rows["figures"] == 0) & (none | rows["added"])
    earlier, later = unpack(pairs[told])
    numbers = distinct(earlier, later)
    forms = normal_form(keys.blocks(numbers)).decode().split("\n")[:-1]
    is_german = np.array([speaks("de", form.split()) for form in forms], np.bool_)
    one, other = np.searchsorted(numbers, earlier), np.searchsorted(numbers, later)
    told[told] = ~(is_german[one] | is_german[other])
    return told


def _times_as_long(found: Similarity) -> NDArray[np.float64]:
    """How many shingles the larger set of each pair has for one of the smaller.

    With `c` of the `s` shingles of the smaller one among the `l` of the larger, jaccard is `cs / (s + l - cs)`.
    """
    return found.containment / np.maximum(found.jaccard, 1e-9) + found.containment - 1


def _gathered(keys: BlockKeys, definition: Alike, pairs: Packed) -> NDArray[np.bool_]:
    """Where the shorter text stands together in the longer one; of shingles of words a few tell that already."""
    if definition.unit == "word" or not len(pairs):
        return np.ones(len(pairs), np.bool_)
    earlier, later = unpack(pairs)
    numbers = distinct(earlier, later)
    places = (np.searchsorted(numbers, side) for side in (earlier, later))
    return gathered(keys.blocks(numbers), definition, *places)


def _links(pairs: Packed, rows: NDArray[Any]) -> Links:
    return Links(*unpack(pairs), rows["relation"], rows["jaccard"], rows["containment"])


def _reached(found: Similarity, definition: Alike) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Where the resemblance asked for is reached, and where the containment is."""
    return (
        (found.jaccard >= definition.jaccard) & bool(definition.jaccard),
        (found.containment >= definition.containment) & bool(definition.containment),
    )


def _compared(keys: BlockKeys, definition: Alike, pairs: Packed) -> tuple[Numbers, Similarity, NDArray[np.bool_]]:
    """The places of the pairs that can be alike, their true similarity, and which may be `REWORKED` prose."""
    earlier, later = unpack(pairs)
    places, rows_kept = np.arange(len(pairs)), np.zeros(len(pairs), np.bool_)
    if joins(definition):
        found = similarity(keys.sets, earlier, later)
        if definition.unit == "word":
            return places, found, rows_kept
        places = np.flatnonzero(found.containment >= HINT)
        rows_kept = _rows_kept(keys, definition, pairs[places], found.containment[places])
    numbers = distinct(earlier[places], later[places])
    sets = _verifying(keys, definition, numbers)
    earlier, later = np.searchsorted(numbers, earlier[places]), np.searchsorted(numbers, later[places])
    most = at_most(sets, earlier, later)
    edited, contained = _reached(most, definition)
    near = edited | contained | (rows_kept & (most.jaccard >= KEPT * definition.jaccard))
    if definition.unit == "char":
        tells = sets.sizes >= np.minimum(MONOTONE * keys.words[numbers], VARIED)
        near &= tells[earlier] & tells[later]
    return places[near], similarity(sets, earlier[near], later[near]), rows_kept[near]


def _rows_kept(
    keys: BlockKeys, definition: Alike, pairs: Packed, containment: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Pairs of prose that share so many rows of three words that one may be the other, reworked."""
    pair = np.stack(unpack(pairs))
    prose = (keys.words[pair].min(axis=0) >= REWORKED) & (keys.kinds[pair].max(axis=0) <= OTHER)
    asked = bool(definition.jaccard and definition.containment and definition.facts)
    kept: NDArray[np.bool_] = prose & (containment >= ROWS_KEPT * definition.jaccard) & asked
    return kept


def _verifying(keys: BlockKeys, definition: Alike, numbers: Numbers) -> Sets:
    """The shingles by which some blocks are verified."""
    return (finer_sets if definition.unit == "char" else word_sets)(keys.blocks(numbers), definition)
