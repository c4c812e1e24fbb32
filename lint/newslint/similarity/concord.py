"""How far two blocks state the same, and what they state differently: at the cost of the one that states less."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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


def of_each(pairs: Sequence[tuple[Facts, Facts]], look: Callable[[Facts, Facts], Found]) -> list[Found]:
    """What is found of each pair. Those with the same longer text come one after another: what is looked up in it is
    made once for all of them, and kept for no others."""
    places: dict[int, list[int]] = {}
    for place, pair in enumerate(pairs):
        places.setdefault(id(_longer(*pair)), []).append(place)
    found: dict[int, Found] = {}
    for group in places.values():
        longer = _longer(*pairs[group[0]])
        kept = Facts(*longer)
        for place in group:
            one, other = (kept if facts is longer else Facts(*facts) for facts in pairs[place])
            found[place] = look(one, other)
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
    small, large = (one, other) if len(one.stated) <= len(other.stated) else (other, one)
    if not small.stated:
        return 1.0, 0
    found = _found(small, large)
    if found < len(small.stated) == len(large.stated):
        found = max(found, _found(large, small))
    return found / len(small.stated), len(small.stated)


def _found(small: Facts, large: Facts) -> int:
    """How many facts of the one block stand in the other."""
    found = _shared(small.stated, small, large)
    names = [word for word in small.stated - found if len(word) > 4 and not word[0].isdecimal()]
    if names and len(large.stated) * len(names) <= _NEAR_BUDGET:
        return len(found) + sum(_misspelled(word, large.stated) for word in names)
    return len(found)


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


def contradiction(one: Facts, other: Facts) -> Contradiction:
    """Where one block states a figure or a name, and the other another in its place; whichever of them comes first."""
    same = shared_facts(one, other), shared_facts(other, one)
    figures, names = map(min, own_counts(one, same[0]), own_counts(other, same[1]))
    if figures and any(len(facts) == 1 and next(iter(facts))[0].isdecimal() for facts in same):
        return Contradiction(figures, names, 0)
    return Contradiction(figures, names, max(map(len, same)))


def own_counts(one: Facts, shared: set[str]) -> tuple[int, int]:
    """How many figures and names one states beside those that another block shares."""
    figures = one.figures - sum(fact[0].isdecimal() for fact in shared)
    return figures, len(one.told) - len(shared) - figures


def shared_facts(one: Facts, other: Facts) -> set[str]:
    """The facts of one that the other has, too, or misspells."""
    shared = _shared(one.told, one, other)
    if 0 < (len(one.told) - len(shared)) * len(other.told) <= _NEAR_BUDGET:
        names = [fact for fact in one.told - shared if len(fact) > 4 and not fact[0].isdecimal()]
        shared.update(name for name in names if _misspelled(name, other.told))
    return shared


def _shared(facts: frozenset[str], one: Facts, other: Facts) -> set[str]:
    """Those of the facts of one that stand in the other."""
    if len(facts) * len(other.form) <= _LOOKED_THROUGH:
        found = {fact for fact in facts if fact in other.stated or _stands(fact, one, other)}
    else:
        meant = {fact for fact in facts & other.read_otherwise if _is_meant(fact, one, other)}
        ordinals = {fact for fact in facts & other.standing if fact[-1] == "."}
        found = {*(facts & other.stated), *((facts & other.standing) - ordinals), *meant}
    if len(found) < len(facts) and (one.short or other.short):
        found |= facts & same_parties(one, other)
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
