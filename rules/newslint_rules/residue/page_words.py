"""The words of `page_words.txt`: what pages say of themselves, by language and by how much a word tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

EVERYWHERE: Final = "*"
"""Stands for every language."""
UNSPACED: Final = frozenset({"ja", "th", "zh"})
"""Languages that set no blanks between words."""


class Says(IntEnum):
    """How much a word tells of a page; the names are those of the classes in the file."""

    FILLERS = 0
    POINTERS = 1
    THINGS = 2
    ACTS = 3
    SURELY = 4


@cache
def page_words() -> Mapping[str, Mapping[str, Says]]:
    """By language (ISO 639-1), what each of its words says; words are in comparison form."""
    text = files(__package__).joinpath("page_words.txt").read_text(encoding="utf-8")
    return MappingProxyType(parse(text))


def parse(text: str) -> dict[str, dict[str, Says]]:
    """The words of a text in the form of the file.

    Raises:
        ValueError: a line stands under no language, or names no class.
    """
    told: dict[str, dict[Says, list[str]]] = {}
    language, says = "", None
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line[0] == "#":
            continue
        if line[0] == "[":
            language, says = line.strip("[]"), None
            told[language] = {}
            continue
        name, colon, words = line.rpartition(": ")
        if colon:
            says = Says.__members__.get(name.upper())
        if not language or says is None:
            raise ValueError(f"line {number}: words of no language or of no class: {line!r}")
        told[language].setdefault(says, []).extend(words.split())
    everywhere = told.pop(EVERYWHERE, {})
    return {code: _graver_last(everywhere, classes) for code, classes in told.items()}


def _graver_last(*of_words: Mapping[Says, Sequence[str]]) -> dict[str, Says]:
    """What each word says; of one in two classes the graver counts, of one in two mappings the last."""
    told: dict[str, Says] = {}
    for classes in of_words:
        for says in sorted(classes):
            told.update(dict.fromkeys(classes[says], says))
    return told
