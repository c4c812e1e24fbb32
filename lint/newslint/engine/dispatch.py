"""Which rules can fire at all on a document: conditions of all rules, looked up rather than tried one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cached_property
from typing import TypeVar

from newslint.document import Document
from newslint.needs import OPENING, Needs
from newslint.text import ORDINARY, common_han, may_hold_han

from .scanning import Search, Texts

Key = TypeVar("Key", bound=Hashable)


class Dispatch:
    """Finds the rules whose needs a document meets.

    Args:
        needs: of each rule; rules are numbered by their place here.
    """

    def __init__(self, needs: Sequence[Needs]) -> None:
        self.for_defects = [number for number, need in enumerate(needs) if need.defect]
        self._looks = [(number, need.look) for number, need in enumerate(needs) if need.look]
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
        self._search = Search(plain, _index(need.words for need in needs), _index(need.joints for need in needs))
        self._rare_substrings: dict[str, list[tuple[str, list[int]]]] = defaultdict(list)
        for text, numbers in substrings.items():
            if rare[text]:
                self._rare_substrings[min(rare[text])].append((text, numbers))
        self._endings = _index(need.endings for need in needs)
        self._phrase_set = frozenset(self._phrases)
        self._opening_set = frozenset(self._openings)

    def able(self, documents: Sequence[Document]) -> list[list[int]]:
        """For each document the numbers of the rules that may find anything in it, in order."""
        live = self._live_literals(documents)
        inside = self._inside([document.text for document in documents])
        pairs = zip(documents, inside, strict=True)
        return [sorted(found | self._of_document(document, live)) for document, found in pairs]

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

    def _live_literals(self, documents: Sequence[Document]) -> list[tuple[str, list[int]]]:
        """The literals that stand in any short block of the batch: most never do."""
        everything = "\n".join([document.line_index.short for document in documents])
        return [(literal, numbers) for literal, numbers in self._literals.items() if literal in everything]

    def _of_document(self, document: Document, literals: Iterable[tuple[str, list[int]]]) -> set[int]:
        found = set(self._always)
        for number, look in self._looks:
            if number not in found and _says_so(look, document):
                found.add(number)
        keys = document.keys
        if len(set(keys)) < len(keys):
            found.update(self._repeated)
        if len({key[:OPENING] for key in keys}) < len(keys):
            found.update(self._repeated_opening)
        rare, lines = document.rare_characters, document.line_index
        for character in rare & self._character_set:
            found.update(self._by_character.get(character) or self._with_character(character))
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
        for character in rare & self._rare_substrings.keys():
            for substring, numbers in self._rare_substrings[character]:
                if substring in document.text:
                    found.update(numbers)
        found.update(self._endings.get(document.text[-1:], ()))
        return found

    def _with_character(self, character: str) -> list[int]:
        numbers = [number for number, characters in self._characters if character in characters]
        self._by_character[character] = numbers
        return numbers


def _surely_rare(substring: str) -> frozenset[str]:
    """Its rare characters but for Chinese ones: common ones are not told of a document."""
    signs = set(substring).difference(ORDINARY.decode())
    return frozenset(sign for sign in signs if not "\u4e00" <= sign <= "\u9fff")


def _says_so(look: Callable[[Document], bool], document: Document) -> bool:
    """Also where the look fails: the rule is asked then, and says what is wrong."""
    try:
        return look(document)
    except Exception:  # a crash in one document must not end the run
        return True


def _index(values: Iterable[Iterable[Key]]) -> dict[Key, list[int]]:
    index: dict[Key, list[int]] = defaultdict(list)
    for number, keys in enumerate(values):
        for key in keys:
            index[key].append(number)
    return dict(index)
