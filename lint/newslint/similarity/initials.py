"""One party under two names: spelled out, and by its initials (`UK`, `U.K.`, `United Kingdom`)."""

from __future__ import annotations

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


def is_short(name: str) -> bool:
    """Whether a name may be initials."""
    return len(name) <= MOST and name.isupper()


def same_parties(one: Facts, other: Facts) -> set[str]:
    """The names in either that stand in the other by, or for, their initials."""
    found: set[str] = set()
    for facts, others in ((one, other), (other, one)):
        for short in facts.short - others.stated:
            found.update(_called(short, others))
    return found


def _called(short: str, facts: Facts) -> set[str]:
    """Initials and the names for which they stand in another text; empty where they do not."""
    if short in _MILITIA:
        called = facts.short & _MILITIA or (f" {_MILITIA_NAME} " in facts.form and _MILITIA_NAME.split())
        return {short, *called} if called else set()
    if f" {' '.join(short)} " in facts.form:
        return {short}
    initials = set(short)
    if len(facts.stated) < len(short) or not initials <= {name[0] for name in facts.stated}:
        return set()
    words = [word for word in facts.form.split() if word not in _LINKS]
    for place in range(len(words) - len(short) + 1):
        names = words[place : place + len(short)]
        if all(map(str.startswith, names, short)) and facts.stated.issuperset(names):
            return {short, *names}
    return set()
