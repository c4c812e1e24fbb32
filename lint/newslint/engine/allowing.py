"""What a finding may say without being reported: texts that the configuration allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from newslint.document import Document, Span
from newslint.finding import Notice
from newslint.text import fold

TIME_LIMIT_S: Final = 1.0
"""Seconds that one pattern may take on one place before it counts as no match."""


@dataclass(frozen=True)
class Allowance:
    """One entry of the configuration's `allow`; either a text or a pattern.

    Attributes:
        text: the place says just this, compared as lines are (`text.fold`), or letter for letter where nothing is left
            of it by that.
        pattern: of the `regex` package; the place lies inside one of its matches in the lines that it touches.
        rules: names of the rules that it is meant for; empty: all.
        reason: why it is allowed, for people.
    """

    text: str = ""
    pattern: str = ""
    rules: frozenset[str] = frozenset()
    reason: str = ""

    @cached_property
    def _folded(self) -> str:
        return fold(self.text)

    @cached_property
    def _compiled(self) -> Any:
        import regex  # only where there is a finding to compare with

        return regex.compile(self.pattern, regex.MULTILINE)

    def covers(self, text: str, span: Span) -> bool:
        """Whether the place `span` of `text` (whole lines) is allowed.

        Raises:
            TimeoutError: the pattern takes too long on this text.
        """
        if self.pattern:
            found = self._compiled.finditer(text, timeout=TIME_LIMIT_S)
            return any(match.start() <= span.start and span.end <= match.end() for match in found)
        said = text[span.start : span.end]
        return said == self.text or bool(self._folded and fold(said) == self._folded)


class Allowances:
    """All entries, in the order of the configuration.

    Attributes:
        slow: numbers of the entries whose patterns took too long; they allow nothing any more.
    """

    def __init__(self, entries: Sequence[Allowance]) -> None:
        self.entries = tuple(entries)
        self.slow: set[int] = set()
        self._rules = frozenset().union(*(entry.rules for entry in entries)) if all(e.rules for e in entries) else None

    def number(self, rule: str, text: str, span: Span) -> int | None:
        """Which entry allows a finding of `rule` at `span` of `text`: the first; None where none does."""
        for number, entry in enumerate(self.entries):
            if (entry.rules and rule not in entry.rules) or number in self.slow:
                continue
            try:
                if entry.covers(text, span):
                    return number
            except TimeoutError:
                self.slow.add(number)
        return None

    def number_in(self, rule: str, document: Document, span: Span) -> int | None:
        """As `number`, for a place in a document."""
        if self._rules is not None and rule not in self._rules:
            return None
        first = document.line(document.position(span.start).line)
        last = document.line(document.position(max(span.start, span.end - 1)).line)
        text = document.text[first.start : last.end]
        return self.number(rule, text, Span(span.start - first.start, span.end - first.start))

    def notices(self) -> list[Notice]:
        """What is to be said of slow patterns."""
        cause = "its pattern took too long on a text, so that it allowed nothing from there on"
        return [Notice("", f"allow.{number}: {cause}", failed=True) for number in sorted(self.slow)]
