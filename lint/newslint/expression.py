"""The expressions of pattern rules, and what tells cheaply that one matches nowhere in a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from .document import Document
from .labels import folded, label


@dataclass(frozen=True)
class Pattern:
    """One expression of a pattern rule, in the syntax of the `regex` package.

    Attributes:
        expression: matched against the folded block (`position = "whole"`) or the block as it stands (the others).
        openings: every block that matches begins with one of these, one word or two (`labels.label`); empty: unknown.
            Only for `whole`, and of short blocks; without literals a pattern looks at no other.
        literals: at least one of them stands in every text that matches; empty: unknown. Where `max_length` lets longer
            blocks in, they are looked for in the text as it stands, so name parts that capitals do not touch.
        language: of the texts it is meant for; empty where it holds several.
        max_length: longer blocks are left alone (code points); 0: that of the rule. Only for `whole`.
        unproven: it has no true finding in real text yet: what it names is info.
        unsafe: stories say such lines, too: what only it names is not deleted safely. Only for `whole`.
    """

    expression: str
    openings: tuple[str, ...] = ()
    literals: tuple[str, ...] = ()
    language: str = ""
    max_length: int = 0
    unproven: bool = False
    unsafe: bool = False

    @cached_property
    def begins(self) -> frozenset[str]:
        """The openings in the form in which labels have them."""
        labels = map(label, folded(self.openings))
        return frozenset(found.words or found.word for found in labels)

    @cached_property
    def compiled(self) -> Any:
        import regex  # only where a pattern may match

        return regex.compile(self.expression)

    @cached_property
    def _literals(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The literals of ASCII, and the others."""
        return tuple(filter(str.isascii, self.literals)), tuple(text for text in self.literals if not text.isascii())

    def may_stand_in(self, document: Document) -> bool:
        """Whether what stands in every match may stand in the text; True where that is not known."""
        plain, others = self._literals
        if not self.literals or (plain and holds_any(document.plain, plain)):
            return True
        return bool(others) and document.plain is not document.text and holds_any(document.text, others)

    def matches(self, text: str, position: str, limit: float | None) -> list[Any]:
        """Where it matches in a text: at its `start` or its `end`, or one place after another `inside`.

        Args:
            limit: seconds that it may take on the text.

        Raises:
            TimeoutError: it took longer.
        """
        if not holds_any(text, self.literals):
            return []
        if position == "start":
            match = self.compiled.match(text, timeout=limit)
            return [match] if match else []
        found = self.compiled.finditer(text, overlapped=position == "end", timeout=limit)
        if position == "inside":
            return list(found)
        return list(islice((match for match in found if match.end() == len(text)), 1))

    def __hash__(self) -> int:
        return hash(self.expression)


def holds_any(text: str, literals: Sequence[str]) -> bool:
    """Whether one of the literals stands in the text, or there are none."""
    for literal in literals:  # a generator would cost three times as much
        if literal in text:
            return True
    return not literals
