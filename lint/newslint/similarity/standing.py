"""What stands in a text, whether it states it or not: looked up, so that a sentence beside a book costs little."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

_FIGURE: Final = re.compile(r"(?<= )\d[\d.]*")


def standing(form: str) -> frozenset[str]:
    """All facts that stand in a normal form between spaces: words, figures at their head, `week 12`, `dane v teal`."""
    words = form.split(" ")
    found = {*words, *_FIGURE.findall(form)}
    if "v" in found:
        found.update(" ".join(words[place - 1 : place + 2]) for place, word in enumerate(words) if word == "v")
    found.update(f"{word} {number}" for word, number in pairwise(words) if number.isdecimal())
    return frozenset(found)


def stands(fact: str, form: str) -> bool:
    """Whether a fact is among the `standing` of a form: of few facts and a short form this is told sooner."""
    if not fact[0].isdecimal():
        return f" {fact} " in form
    place = form.find(f" {fact}")
    while place >= 0:
        behind = form[place + len(fact) + 1]
        if not behind.isdecimal() and behind != ".":
            return True
        place = form.find(f" {fact}", place + 1)
    return False
