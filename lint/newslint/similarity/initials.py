"""One party under two names: spelled out, and by its initials (`UK`, `U.K.`, `United Kingdom`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from itertools import groupby, islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .facts import Facts

MOST: Final = 5
"""Letters of the longest initials."""
_LINKS: Final = frozenset(["of", "and", "in", "the", "for"])
"""Words inside of a name that have no initial."""
_MILITIA: Final = frozenset(["is", "isis", "isil"])
_MILITIA_NAME: Final = "islamic state"
"""Each paper has its own initials for this one, whatever they stand for."""
_NAMES: Final = 1 << 16
"""Names of a text, one behind another, up to which it is told what they may be called: a text with more is a list."""


def is_short(name: str) -> bool:
    """Whether a name may be initials."""
    return len(name) <= MOST and name.isupper()


def same_parties(one: Facts, other: Facts) -> set[str]:
    """The names in either that stand in the other by, or for, their initials."""
    found: set[str] = set()
    for facts, others in ((one, other), (other, one)):
        if not facts.short <= others.stated:
            for short in _in_both(facts.short, others.called.keys()) - others.stated - _MILITIA:
                names = others.called[short]
                if not names or len(others.stated) >= len(short):
                    found.update((short, *names))
            for short in (_MILITIA & facts.short) - others.stated:
                found.update(_called_militia(short, others))
    return found


def _in_both(some: Set[str], others: Set[str]) -> set[str]:
    few, many = sorted((some, others), key=len)
    return {name for name in few if name in many}


def _called_militia(short: str, facts: Facts) -> set[str]:
    called = facts.short & _MILITIA or (facts.holds_militia and _MILITIA_NAME.split())
    return {short, *called} if called else set()


def holds_militia(form: str) -> bool:
    """Whether a normal form between spaces has the name that is spelled out."""
    return f" {_MILITIA_NAME} " in form


def called(form: str, stated: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """What names of a text may be called, and these names: none where it has the letters themselves, one by one."""
    words = form.split()
    found: dict[str, tuple[str, ...]] = {}
    for letters in _windows(words, lambda word: len(word) == 1):
        found["".join(letters)] = ()
    for names in _windows([word for word in words if word not in _LINKS], stated.__contains__):
        found.setdefault("".join(name[0] for name in names), names)
    return found


def _windows(words: Sequence[str], wanted: Callable[[str], bool]) -> Iterator[tuple[str, ...]]:
    """What stands side by side of the words that are wanted: up to `MOST` of them, from each on."""
    count = 0
    for fits, run in groupby(words, wanted):
        if not fits:
            continue
        names = list(islice(run, _NAMES - count))
        count += len(names)
        for place in range(len(names)):
            for end in range(place + 1, min(place + MOST, len(names)) + 1):
                yield tuple(names[place:end])
        if count == _NAMES:
            return
