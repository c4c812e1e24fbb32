"""How far two blocks state the same, and what they state differently: at the cost of the one that states less."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from typing import Final, NamedTuple, TypeVar

from .facts import Facts
from .figures import other_ordinal, other_reading
from .initials import same_parties
from .misspelled import one_edit
from .standing import stands

_NEAR_BUDGET: Final = 1000
_LOOKED_THROUGH: Final = 1 << 15
"""Facts times characters up to which a text is looked through for each fact; beyond, an index of it is made."""

Found = TypeVar("Found")


class Pair(NamedTuple):
    """Two blocks, and what they share: looked up once for all that is asked of the two.

    Attributes:
        mine, theirs: the facts of the one that stand in the other, and those of the other that stand in the one.
    """

    one: Facts
    other: Facts
    mine: frozenset[str]
    theirs: frozenset[str]

    @classmethod
    def of(cls, one: Facts, other: Facts) -> Pair:
        return cls(one, other, _shared(one, other), _shared(other, one))

    def turned(self) -> Pair:
        """The same two, the other first."""
        return Pair(self.other, self.one, self.theirs, self.mine)


def of_each(pairs: Sequence[tuple[Facts, Facts]], look: Callable[[Pair], Found]) -> list[Found]:
    """What is found of each pair. Those with the same longer text come one after another: what is looked up in it is
    made once for all of them, and kept for no others."""
    places: dict[int, list[int]] = {}
    for place, pair in enumerate(pairs):
        places.setdefault(id(_longer(*pair)), []).append(place)
    found: dict[int, Found] = {}
    for group in places.values():
        longer = _longer(*pairs[group[0]])
        for place in group:
            one, other = pairs[place]
            found[place] = look(Pair.of(one, other))
            (other if longer is one else one).forget()
        longer.forget()
    return [found[place] for place in range(len(pairs))]


def _longer(one: Facts, other: Facts) -> Facts:
    return one if len(one.form) >= len(other.form) else other


def agreement(one: Facts, other: Facts) -> tuple[float, int]:
    """How far two blocks state the same, whichever of them comes first.

    A name of five letters and more also stands in the other where one letter is wrong there: scans and typists err.

    Returns:
        The share (0 to 1) of the facts of the block with fewer that stand in the other (of two with as many, the larger
        share), and how many facts that is.
    """
    return agreed(Pair.of(one, other))


def agreed(pair: Pair) -> tuple[float, int]:
    """The `agreement` of two blocks."""
    small, large, shared, other_way = pair
    if len(small.stated) > len(large.stated):
        large, small, other_way, shared = pair
    if not small.stated:
        return 1.0, 0
    found = _found(small, large, shared)
    if found < len(small.stated) == len(large.stated):
        found = max(found, _found(large, small, other_way))
    return found / len(small.stated), len(small.stated)


def _found(one: Facts, other: Facts, shared: frozenset[str]) -> int:
    """How many of what the one block states inside of sentences stand in the other."""
    lacking = one.stated - shared
    found = len(one.stated) - len(lacking)
    if lacking:
        names = [word for word in lacking if len(word) > 4 and not word[0].isdecimal()]
        if len(other.stated) * len(names) <= _NEAR_BUDGET:
            return found + sum([_misspelled(word, other.stated) for word in names])
    return found


class Contradiction(NamedTuple):
    """What two blocks state differently. Additions are none: each counts only as far as the other has its own.

    Attributes:
        figures, names: how many of the one stand against as many of the other.
        shared: facts of the one that stand in the other, of the block with more such; none where it is but a figure
            and another stands against one: of two figures, one is of the day and one that of the day before.
    """

    figures: int
    names: int
    shared: int


def contradiction(pair: Pair) -> Contradiction:
    """Where one block states a figure or a name, and the other another in its place; whichever of them comes first."""
    own = own_facts(pair)
    figures, names = (min(map(len, of_both)) for of_both in zip(*own, strict=True))
    shared = [facts.told.difference(*alone) for facts, alone in zip(pair[:2], own, strict=True)]
    if figures and any(len(facts) == 1 and next(iter(facts))[0].isdecimal() for facts in shared):
        return Contradiction(figures, names, 0)
    return Contradiction(figures, names, max(map(len, shared)))


def quotes_the_same(pair: Pair) -> bool:
    """Whether both quote the same words, however far each goes on."""
    one, other = pair.one, pair.other
    return bool(one.said and other.said) and not one.said_in_a_row.isdisjoint(other.said_in_a_row)


Alone = tuple[Set[str], Set[str]]
"""Figures and names that only one of two blocks states."""


def own_facts(pair: Pair) -> tuple[Alone, Alone]:
    """What each of the two states, and the other neither has nor misspells."""
    return _own(pair.one, pair.other, pair.mine), _own(pair.other, pair.one, pair.theirs)


def _own(one: Facts, other: Facts, shared: frozenset[str]) -> Alone:
    lacking = one.told - shared
    if not lacking:
        return lacking, lacking
    figures = {fact for fact in lacking if fact[0].isdecimal()}
    names: Set[str] = lacking - figures
    if names and len(lacking) * len(other.told) <= _NEAR_BUDGET:
        names = {name for name in names if len(name) <= 4 or not _misspelled(name, other.told)}
    return figures, names


def _shared(one: Facts, other: Facts) -> frozenset[str]:
    """Those of the facts of one that stand in the other."""
    found = one.told & other.stated
    rest = one.told - found
    if not rest:
        return found
    if len(rest) * len(other.form) <= _LOOKED_THROUGH:
        found = found.union([fact for fact in rest if _stands(fact, one, other)])
    else:
        meant = [fact for fact in rest & other.read_otherwise if _is_meant(fact, one, other)]
        found = found.union(meant, [fact for fact in rest & other.standing if fact[-1] != "."])
    if len(found) < len(one.told) and (one.short or other.short):
        found |= one.told & same_parties(one, other)
    return found


def _stands(fact: str, one: Facts, other: Facts) -> bool:
    """Whether what one states, and the other not in this form, stands there all the same."""
    if not fact[0].isdecimal():
        return stands(fact, other.form)
    return _is_meant(fact, one, other) or (fact[-1] != "." and stands(fact, other.form))


def _is_meant(fact: str, one: Facts, other: Facts) -> bool:
    """Whether a figure is stated in the other block in another form.

    The seventh round may be round 7 there, but not where the seventh stands beside it: at seven o'clock, on the 7th.
    `1.500` and `1500` may be the same figure: not in English, and not where one text has both.
    """
    nth = other_ordinal(fact)
    if nth in other.stated and nth not in one.stated:
        return True
    meant = other_reading(fact)
    if meant not in other.stated or meant in one.stated:
        return False
    return not any(facts.is_english for facts in (one, other))


def _misspelled(word: str, words: frozenset[str]) -> bool:
    return not word[-1].isdecimal() and any(
        one_edit(word, other)
        for other in words
        if (other[0] == word[0] or other[-1] == word[-1]) and abs(len(other) - len(word)) < 2
    )
