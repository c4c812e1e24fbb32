"""What a finding says of how a copy differs: words and figures, as text and in `data`."""

from __future__ import annotations

from typing import Final

from newslint import Corpus, Member, Surplus

SHOWN_WORDS: Final = 12
"""Differing words that `data` names on each side."""
TOLD_WORDS: Final = 6
"""The same in a message."""
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
    return f" (here: {_told(here, between)}; there: {_told(there, between)})"


def more_told(here: Surplus, there: Surplus, side: str) -> str:
    """What the longer text has more, and what the shorter one has for itself; `side` is what `longer` says."""
    more, own, place, other = (here, there, "here", "there") if side == "this" else (there, here, "there", "here")
    if side == "neither" or not more.total:
        return told(here, there)
    rest = f"; only {other}: {_told(own, ' ')}" if own.total else ""
    return f" ({more.total:,} {'word' if more.total == 1 else 'words'} more {place}: {_told(more, ' ')}{rest})"


def longer(corpus: Corpus, member: Member, other: Member) -> str:
    """Which of two texts is the longer one: `this`, `other` or `neither`."""
    size, another = len(corpus.text(member)), len(corpus.text(other))
    return "neither" if size == another else "this" if size > another else "other"


def _told(side: Surplus, between: str) -> str:
    return between.join(side.words[:TOLD_WORDS]) or "-"
