"""One party under two names: spelled out, and by its initials (`UK`, `U.K.`, `United Kingdom`)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
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
        if shorts := facts.short - others.stated:
            found.update(_called(shorts, others))
    return found


def _called(shorts: Collection[str], facts: Facts) -> set[str]:
    """Those initials that stand for something in another text, and the names for which they do."""
    found: set[str] = set()
    firsts = {name[0] for name in facts.stated}
    words = facts.form.split()
    letters = _runs(words, [len(word) == 1 for word in words], set(map(len, shorts)))
    spelled = {short for short in shorts if len(short) <= len(facts.stated) and firsts.issuperset(short)} - set(letters)
    linked = [word for word in words if word not in _LINKS] if spelled else []
    names = _runs(linked, [word in facts.stated for word in linked], set(map(len, spelled)))
    for short in shorts:
        if short in _MILITIA:
            called = facts.short & _MILITIA or (f" {_MILITIA_NAME} " in facts.form and _MILITIA_NAME.split())
            found.update((short, *called) if called else ())
        elif short in letters:
            found.add(short)
        elif short in names:
            found.update((short, *names[short]))
    return found


def _runs(words: Sequence[str], counted: Sequence[bool], lengths: Iterable[int]) -> dict[str, Sequence[str]]:
    """The first run of counted words for each initials of so many letters: all in one go, for there may be many."""
    found: dict[str, Sequence[str]] = {}
    for length in lengths:
        for place in range(len(words) - length + 1):
            if counted[place] and all(counted[place : place + length]):
                run = words[place : place + length]
                found.setdefault("".join(word[0] for word in run), run)
    return found
