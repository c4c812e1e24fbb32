"""Which finding of a document lies inside which: one sweep over the text, however many there are."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from newslint.document import Span
from newslint.finding import Finding, Severity


def first_holders(findings: Sequence[Finding], subsumes: Mapping[str, frozenset[str]]) -> dict[int, int]:
    """By its number, each finding inside one whose rule subsumes its rule: the number of the first such one.

    Inside means inside its span or inside one of its `part` places. What is but info holds nothing graver, so that
    nothing is lost to who asks for no info. Takes n log n steps.
    """
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, finding in enumerate(findings):
        numbers[finding.rule].append(number)
    held: dict[int, int] = {}
    for rule, own in numbers.items():
        holders = [number for holder, rules in subsumes.items() if rule in rules for number in numbers.get(holder, ())]
        grave = [number for number in holders if findings[number].severity > Severity.INFO]
        if grave == holders:
            held.update(_held(findings, own, holders))
            continue
        held.update(_held(findings, [one for one in own if findings[one].severity == Severity.INFO], holders))
        held.update(_held(findings, [one for one in own if findings[one].severity > Severity.INFO], grave))
    return held


def _held(findings: Sequence[Finding], own: Sequence[int], holders: Sequence[int]) -> Iterator[tuple[int, int]]:
    spans = sorted((span.start, span.end, number) for number in holders for span in _spans(findings[number]))
    begun, taken = _Begun(), 0
    for number in sorted(own, key=lambda number: findings[number].location.span.start):
        start, end = findings[number].location.span
        while taken < len(spans) and spans[taken][0] <= start:
            begun.add(*spans[taken][1:])
            taken += 1
        holder = begun.first(end)
        if holder is not None:
            yield number, holder


def _spans(finding: Finding) -> Iterator[Span]:
    yield finding.location.span
    yield from (related.location.span for related in finding.related if related.role == "part")


class _Begun:
    """The spans that have begun, without those that a span of an earlier finding outlasts: ends and numbers rise."""

    def __init__(self) -> None:
        self._ends: list[int] = []
        self._numbers: list[int] = []

    def add(self, end: int, number: int) -> None:
        at = bisect_left(self._ends, end)
        if at < len(self._ends) and self._numbers[at] <= number:
            return
        past = at + (at < len(self._ends) and self._ends[at] == end)
        first = at
        while first and self._numbers[first - 1] >= number:
            first -= 1
        self._ends[first:past] = [end]
        self._numbers[first:past] = [number]

    def first(self, end: int) -> int | None:
        """The first finding with a span that lasts to `end` or longer."""
        at = bisect_left(self._ends, end)
        return self._numbers[at] if at < len(self._ends) else None
