"""Which rules can fire at all on a document: conditions of all rules, looked up rather than tried one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from newslint.document import Document
from newslint.rule import OPENING, Needs
from newslint.text import ORDINARY, LineIndex, common_han, may_hold_han

from .scanning import Search, Texts


class Facts(NamedTuple):
    """What the conditions of rules are tested against, for one document.

    Attributes:
        rare: the rare characters of its text.
        lines: where its short blocks are, by what they say and how they begin.
        repeated, repeated_opening: whether two blocks fold to the same form, or to forms that begin alike.
    """

    rare: frozenset[str]
    lines: LineIndex
    repeated: bool
    repeated_opening: bool
    text: str


def facts_of(document: Document) -> Facts:
    """The facts of one document."""
    keys = document.keys
    return Facts(
        document.rare_characters,
        document.line_index,
        len(set(keys)) < len(keys),
        len({key[:OPENING] for key in keys}) < len(keys),
        document.text,
    )


class Dispatch:
    """Finds the rules whose needs a document meets.

    Args:
        needs: of each rule; rules are numbered by their place here.
    """

    def __init__(self, needs: Sequence[Needs]) -> None:
        self.for_defects = [number for number, need in enumerate(needs) if need.defect]
        self._always = [number for number, need in enumerate(needs) if need.always]
        self._repeated = [number for number, need in enumerate(needs) if need.repeated_line]
        self._repeated_opening = [number for number, need in enumerate(needs) if need.repeated_opening]
        self._characters = [(number, need.characters) for number, need in enumerate(needs) if need.characters]
        self._by_character: dict[str, list[int]] = {}  # of those that were met: there are some 20,000
        self._phrases = _index(need.phrases for need in needs)
        self._openings = _index(need.openings for need in needs)
        self._literals = _index(need.literals for need in needs)
        self._character_set = frozenset().union(*(characters for _, characters in self._characters))
        substrings = _index(need.substrings for need in needs)
        rare = {substring: _surely_rare(substring) for substring in substrings}
        plain = {text.encode(): numbers for text, numbers in substrings.items() if not rare[text]}
        self._search = Search(plain, _index(need.words for need in needs))
        self._rare_substrings: dict[str, list[tuple[str, list[int]]]] = defaultdict(list)
        for text, numbers in substrings.items():
            if rare[text]:
                self._rare_substrings[min(rare[text])].append((text, numbers))
        self._endings = _index(need.endings for need in needs)
        self._phrase_set = frozenset(self._phrases)
        self._opening_set = frozenset(self._openings)

    def able(self, facts: Sequence[Facts]) -> list[list[int]]:
        """For each document the numbers of the rules that may find anything in it, in order."""
        live = self._live_literals(facts)
        inside = self._inside([fact.text for fact in facts])
        return [sorted(found | self._of_document(fact, live)) for fact, found in zip(facts, inside, strict=True)]

    def _inside(self, texts: Sequence[str]) -> list[set[int]]:
        """For each text the rules that ask for a string in it: told in one search through all of them."""
        found: list[set[int]] = [set() for _ in texts]
        batch = Texts(texts)
        for number, rules in self._search.found(batch):
            found[number].update(rules)
        for character in self._common_han if may_hold_han(batch.data) else ():
            for number in batch.with_string(character.encode()):
                found[number].update(self._with_character(character))
        return found

    @cached_property
    def _common_han(self) -> frozenset[str]:
        """Common Chinese characters that a rule asks for: nobody tells which of them a document holds."""
        return self._character_set & common_han()

    def _live_literals(self, facts: Sequence[Facts]) -> list[tuple[str, list[int]]]:
        """The literals that stand in any short block of the batch: most never do."""
        everything = "\n".join([fact.lines.short for fact in facts])
        return [(literal, numbers) for literal, numbers in self._literals.items() if literal in everything]

    def _of_document(self, fact: Facts, literals: Iterable[tuple[str, list[int]]]) -> set[int]:
        found = set(self._always)
        if fact.repeated:
            found.update(self._repeated)
        if fact.repeated_opening:
            found.update(self._repeated_opening)
        for character in fact.rare & self._character_set:
            found.update(self._by_character.get(character) or self._with_character(character))
        lines = fact.lines
        if lines.texts:
            # `intersection` looks up the few lines; `&` with a view of keys would look up the thousands of phrases.
            for known in (lines.texts, lines.keys):
                for phrase in self._phrase_set.intersection(known):
                    found.update(self._phrases[phrase])
            for opening in self._opening_set.intersection(lines.openings):
                found.update(self._openings[opening])
            for literal, numbers in literals:
                if literal in lines.short:
                    found.update(numbers)
        for character in fact.rare & self._rare_substrings.keys():
            for substring, numbers in self._rare_substrings[character]:
                if substring in fact.text:
                    found.update(numbers)
        found.update(self._endings.get(fact.text[-1:], ()))
        return found

    def _with_character(self, character: str) -> list[int]:
        numbers = [number for number, characters in self._characters if character in characters]
        self._by_character[character] = numbers
        return numbers


def _surely_rare(substring: str) -> frozenset[str]:
    """Its rare characters but for Chinese ones: common ones are not told of a document."""
    signs = set(substring).difference(ORDINARY.decode())
    return frozenset(sign for sign in signs if not "\u4e00" <= sign <= "\u9fff")


def _index(values: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for number, strings in enumerate(values):
        for string in strings:
            index[string].append(number)
    return dict(index)
