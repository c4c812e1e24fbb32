"""Which rules can fire at all on a document: conditions of all rules, looked up rather than tried one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from functools import cached_property
from typing import Final, TypeVar

from newslint.document import Document
from newslint.needs import Needs
from newslint.text import ORDINARY, common_han, may_hold_han, rare_in

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
        self._by_characters: dict[frozenset[str], frozenset[int]] = {}
        self._phrases = _index(need.phrases for need in needs)
        self._openings = _index(need.openings for need in needs)
        self._literals = _index(need.literals for need in needs)
        self._short_search = Search({literal.encode(): numbers for literal, numbers in self._literals.items()})
        self._asked_characters = frozenset().union(*(characters for _, characters in self._characters))
        substrings = _index(need.substrings for need in needs)
        plain, rare = {}, {}
        self._rare_substrings: dict[str, list[tuple[str, list[int]]]] = defaultdict(list)
        for text, numbers in substrings.items():
            signs = _surely_rare(text)
            if signs and len(text.encode()) > 1:
                self._rare_substrings[min(signs)].append((text, numbers))
                rare[text.encode()] = numbers
            else:
                plain[text.encode()] = numbers
        words, joints = _index(need.words for need in needs), _index(need.joints for need in needs)
        self._search = Search(plain, words, joints, rare)
        self._substring_characters = frozenset(self._rare_substrings)
        self._endings = _index(need.endings for need in needs)

    def able(self, documents: Sequence[Document]) -> list[list[int]]:
        """For each document the numbers of the rules that may find anything in it, in order."""
        batch = Texts([document.text for document in documents])
        in_one_pass = self._search.takes_one_pass(batch)
        if in_one_pass:
            _tell_rare(documents, batch.parts)
        inside = self._inside(batch, in_one_pass=in_one_pass)
        short = []
        for document, found in zip(documents, inside, strict=True):  # all of one, then of the next: it is in the cache
            short.append("\n".join([key for _, key, _ in document.told_lines.short]))
            self._of_document(document, found)
        live = self._with_literals(short, inside, in_one_pass=in_one_pass)
        if not in_one_pass:
            self._with_rare_substrings(documents, inside)
        for lines, found in zip(short, inside, strict=True):
            for literal, numbers in live:
                if literal in lines:
                    found.update(numbers)
        return [sorted(found) for found in inside]

    def _inside(self, batch: Texts, *, in_one_pass: bool) -> list[set[int]]:
        """For each text the rules that ask for a string in it: told in one search through all of them."""
        found: list[set[int]] = [set() for _ in batch.sizes]
        for number, rules in self._search.found(batch, in_one_pass=in_one_pass):
            found[number].update(rules)
        for character in self._common_han if may_hold_han(batch.data) else ():
            for number in batch.with_string(character.encode()):
                found[number] |= self._with_characters(frozenset((character,)))
        return found

    def _with_rare_substrings(self, documents: Sequence[Document], found: Sequence[set[int]]) -> None:
        """Adds the rules that ask for a string with a rare character, looked for where that stands."""
        for document, numbers in zip(documents, found, strict=True):
            for character in document.rare_characters & self._substring_characters:
                for substring, asking in self._rare_substrings[character]:
                    if substring in document.text:
                        numbers.update(asking)

    @cached_property
    def _common_han(self) -> frozenset[str]:
        """Common Chinese characters that a rule asks for: nobody tells which of them a document holds."""
        return self._asked_characters & common_han()

    def _with_literals(
        self, short: Sequence[str], found: Sequence[set[int]], *, in_one_pass: bool
    ) -> list[tuple[str, list[int]]]:
        """Adds the rules that ask for a literal in a short block, or returns those that stand in any: most never do.

        Args:
            short: the comparison forms of the short blocks of each document, one below the other.
        """
        if not in_one_pass:
            everything = "\n".join(short)
            return [(literal, numbers) for literal, numbers in self._literals.items() if literal in everything]
        for number, rules in self._short_search.found(Texts(short), in_one_pass=True):
            found[number].update(rules)
        return []

    def _of_document(self, document: Document, found: set[int]) -> None:
        """Adds the rules that ask for anything that is told of each document of its own."""
        found.update(self._always)
        for number, look in self._looks:
            try:
                if look(document):
                    found.add(number)
            except Exception:  # a crash in one document must not end the run: the rule is asked, and says what is wrong
                found.add(number)
        short, _, heads = document.told_lines
        if len(set(heads)) < len(heads):
            found.update(self._repeated_opening)
            if len(set(document.keys)) < len(heads):
                found.update(self._repeated)
        if asked := document.rare_characters & self._asked_characters:
            found |= self._by_characters.get(asked) or self._with_characters(asked)
        phrases, openings = self._phrases, self._openings
        for _, key, (text, word, words) in short:
            if text in phrases:
                found.update(phrases[text])
            if key in phrases:
                found.update(phrases[key])
            if word in openings:
                found.update(openings[word])
            if words in openings:
                found.update(openings[words])
        found.update(self._endings.get(document.text[-1:], ()))

    def _with_characters(self, asked: frozenset[str]) -> frozenset[int]:
        """The rules that ask for one of these; kept, because texts of one language hold much the same ones."""
        numbers = frozenset(number for number, characters in self._characters if not characters.isdisjoint(asked))
        if len(self._by_characters) >= _KEPT:
            self._by_characters.clear()
        self._by_characters[asked] = numbers
        return numbers


def _surely_rare(substring: str) -> frozenset[str]:
    """Its rare characters but for Chinese ones: common ones are not told of a document."""
    signs = set(substring).difference(ORDINARY.decode())
    return frozenset(sign for sign in signs if not "\u4e00" <= sign <= "\u9fff")


_KEPT: Final = 4096
_FEW: Final = 1.2
"""Bytes a character up to which nearly all of a text is ASCII."""
_LONGEST: Final = 1 << 21
"""Bytes of a text from which on the memory for doing so would be too much."""


def _tell_rare(documents: Sequence[Document], parts: Sequence[bytes]) -> None:
    """Tells documents their rare characters, as if they had been asked for: those with many beyond ASCII at once.

    Args:
        parts: the texts in UTF-8.
    """
    from newslint.alphabet import rare_characters_of

    many = []
    for document, part in zip(documents, parts, strict=True):
        if _FEW * len(document.text) < len(part) < _LONGEST:
            many.append(document)
        else:
            vars(document)["rare_characters"] = rare_in(part)
    rare = rare_characters_of([document.text for document in many])
    for document, characters in zip(many, rare, strict=True):
        vars(document)["rare_characters"] = characters


def _index(values: Iterable[Iterable[Key]]) -> dict[Key, list[int]]:
    index: dict[Key, list[int]] = defaultdict(list)
    for number, keys in enumerate(values):
        for key in keys:
            index[key].append(number)
    return dict(index)
