"""What a finding says of how a copy differs: words and figures, as text and in `data`."""

from __future__ import annotations

from typing import Final

from newslint import Corpus, Member, Surplus, lazy_pattern

SHOWN_WORDS: Final = 12
"""Differing words that `data` names on each side."""
TOLD_WORDS: Final = 6
"""The same in a message."""
_UNSPACED: Final = lazy_pattern("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""A letter of a script without blanks between words, where a whole clause is one word."""
_BESIDE: Final = 2
"""Letters that are shown beside those in which two clauses differ."""
NOTHING: Final = Surplus([], 0)
"""How equal texts differ."""


def differing(here: Surplus, there: Surplus) -> dict[str, object]:
    """What `data` names of each side."""
    return {"only_here": here.words, "only_there": there.words}


def counted(here: Surplus, there: Surplus) -> dict[str, object]:
    """The same with how many words these are: of documents they are often more than are named."""
    return differing(here, there) | {"only_here_count": here.total, "only_there_count": there.total}


def told(here: Surplus, there: Surplus, between: str = " ") -> str:
    """Both sides in brackets, as a message ends."""
    if not here.total and not there.total:
        return ""
    if here.total == there.total:
        here, there = _narrowed(here, there)
    return f" (here: {_told(here, between)}; there: {_told(there, between)})"


def more_told(here: Surplus, there: Surplus, side: str) -> str:
    """What the longer text has more, and what the shorter one has for itself; `side` is what `longer` says."""
    more, own, place, other = (here, there, "here", "there") if side == "this" else (there, here, "there", "here")
    if side == "neither" or not more.total:
        return told(here, there)
    rest = f"; only {other}: {_told(own, ' ')}" if own.total else ""
    return f" ({more.total:,} {'word' if more.total == 1 else 'words'} more {place}: {_told(more, ' ')}{rest})"


def percent(share: float) -> str:
    """A share as people read it, never 0 where there is something."""
    return "less than 0.1%" if 0 < share < 0.001 else f"{share:.1%}"


def longer(corpus: Corpus, member: Member, other: Member) -> str:
    """Which of two texts is the longer one: `this`, `other` or `neither`."""
    size, another = len(corpus.text(member)), len(corpus.text(other))
    return "neither" if size == another else "this" if size > another else "other"


def _narrowed(here: Surplus, there: Surplus) -> tuple[Surplus, Surplus]:
    """Both sides, of clauses that are nearly the same only what differs."""
    pairs = [_apart(one, other) for one, other in zip(here.words, there.words, strict=False)]
    return (
        Surplus([one for one, _ in pairs], here.total),
        Surplus([other for _, other in pairs], there.total),
    )


def _apart(one: str, other: str) -> tuple[str, str]:
    """Two words; without what both have at the start and at the end where that is most of two clauses."""
    shorter = min(len(one), len(other))
    head = _shared(one, other, shorter)
    tail = _shared(one[::-1], other[::-1], shorter - head)
    if 2 * (head + tail) < shorter or not (_UNSPACED.match(one) and _UNSPACED.match(other)):
        return one, other
    start, end = max(0, head - _BESIDE), max(0, tail - _BESIDE)
    before, behind = "\u2026" if start else "", "\u2026" if end else ""
    cut = (f"{before}{word[start : len(word) - end]}{behind}" for word in (one, other))
    return next(cut), next(cut)


def _shared(one: str, other: str, most: int) -> int:
    return next((place for place in range(most) if one[place] != other[place]), most)


def _told(side: Surplus, between: str) -> str:
    return between.join(side.words[:TOLD_WORDS]) or "-"
