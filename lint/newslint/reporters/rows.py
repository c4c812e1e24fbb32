"""The rows of the table: findings that say the same together, and the cells that fit a width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, zip_longest
from typing import Final, NamedTuple

from newslint.finding import Finding, Severity

from . import wording
from .display import cut, cut_left, display_width, wrap
from .escaping import terminal

_POINTS_SHOWN: Final = 2
_POINTS_KEPT: Final = 3
_MANY_GROUPS: Final = 10_000
_LONGEST_MESSAGE: Final = 1000
_SHORTEST_EXCERPT: Final = 12

GAP: Final = 2
"""Columns between two cells."""
HEADERS: Final = ("place", "rule", "message", "other copy")
STACKED_HEADERS: Final = ("place, rule", "message, other copy")
_BESIDE: Final = 2
"""tabulate makes a column wider than its header by so much."""
_PLEASANT_MESSAGE: Final = 36
_LEAST_MESSAGE: Final = 24
_LEAST_COPY: Final = 24
_ALSO: Final = "also at "
_COLONS: Final = re.compile(":(?=:)")
"""Shown as an escape where a message goes on below: a line that begins with `::` is a command to a CI runner."""


@dataclass
class Group:
    """Findings of one rule in one document that say the same: one row."""

    first: Finding
    points: list[str] = field(default_factory=list)
    count: int = 0

    def add(self, finding: Finding) -> None:
        if len(self.points) < _POINTS_KEPT:
            self.points.append(wording.point(finding.location))
        self.count += 1

    def place(self) -> str:
        """Path and places: all of a few, else the first and how many there are."""
        if self.count <= _POINTS_KEPT:
            shown = ", ".join(self.points)
        else:
            shown = f"{', '.join(self.points[:_POINTS_SHOWN])}, … ({self.count:,})"
        return f"{self.first.location.ref.path}:{shown}"


def groups(findings: Iterable[Finding], limit: int) -> Iterator[Group]:
    """The rows of a stream of findings in its order, at most `limit` (0: all); holds one document's rows at most."""
    left = limit or None
    for _, document in groupby(findings, key=lambda finding: finding.location.ref):
        found: dict[tuple[str, Severity, str, str], Group] = {}
        for finding in document:
            key = (finding.rule, finding.severity, finding.message, wording.other_copy(finding))
            group = found.get(key)
            if group is None:
                if left is not None and len(found) >= left:
                    continue
                if left is None and len(found) >= _MANY_GROUPS:
                    yield from found.values()
                    found.clear()
                group = found[key] = Group(finding)
            group.add(finding)
        yield from found.values()
        left = None if left is None else left - len(found)
        if left == 0:
            return


class Row(NamedTuple):
    """The texts of one row, escaped, not yet cut; and how many findings it stands for."""

    place: str
    rule: str
    message: str
    excerpt: str
    copy: str
    severity: Severity
    findings: int


def rows(findings: Iterable[Finding], limit: int) -> Iterator[Row]:
    """The groups as escaped text."""
    for group in groups(findings, limit):
        finding = group.first
        yield Row(
            terminal(group.place()),
            terminal(f"{finding.severity}[{finding.rule}]"),
            terminal(finding.message[:_LONGEST_MESSAGE]),
            terminal(wording.excerpt(finding)),
            terminal(wording.other_copy(finding)),
            finding.severity,
            group.count,
        )


class Layout(NamedTuple):
    """Columns of the terminal for each cell.

    Where four columns would leave the message too little room the row is stacked: the rule stands below the place, the
    other copy below the message, and `rule` and `copy` are 0. A place that is longer than its column is never
    cut: it stands on a line of its own above its row.
    """

    place: int
    rule: int
    message: int
    copy: int

    @property
    def stacked(self) -> bool:
        return self.rule == 0

    @property
    def widths(self) -> list[int]:
        return [width for width in self if width]

    @property
    def headers(self) -> tuple[str, ...]:
        return STACKED_HEADERS if self.stacked else HEADERS[: len(self.widths)]


def layout(shown: Iterable[Row], width: int) -> Layout:
    """The widths for all rows together, so that a table written in parts is one table."""
    places: set[int] = set()
    rule = message = copy = 0
    for row in shown:
        places.add(display_width(row.place))
        rule = max(rule, display_width(row.rule))
        message = max(message, display_width(row.message + row.excerpt[: 4 * width]) + len(": “”"))
        copy = max(copy, display_width(row.copy))
    flat = _flat(places, rule, message, copy, width)
    if flat.message >= min(message, _PLEASANT_MESSAGE) and sum(flat.widths) + GAP * (len(flat.widths) - 1) <= width:
        return flat
    return _stacked(places, rule, message, copy, width)


def _flat(places: set[int], rule: int, message: int, copy: int, width: int) -> Layout:
    rule = max(rule, len(HEADERS[1]) + _BESIDE)
    left = width - rule - GAP
    most = min(width * 2 // 5, left - GAP - _LEAST_MESSAGE - (GAP + _LEAST_COPY if copy else 0))
    place = _place_width(places, most, len(HEADERS[0]) + _BESIDE)
    left -= place + GAP
    if copy:
        copy = max(_LEAST_COPY, left * 2 // 5, left - message - GAP) if copy > _LEAST_COPY else _LEAST_COPY
        left -= copy + GAP
    return Layout(place, rule, max(len(HEADERS[2]) + _BESIDE, min(message, left)), copy)


def _stacked(places: set[int], rule: int, message: int, copy: int, width: int) -> Layout:
    least = len(STACKED_HEADERS[0]) + _BESIDE
    place = max(_place_width(places, width // 2, least), min(rule + GAP, width - _LEAST_MESSAGE))
    right = max(message, copy + len(_ALSO), len(STACKED_HEADERS[1]) + _BESIDE)
    return Layout(place, 0, max(_LEAST_MESSAGE, min(right, width - place - GAP)), 0)


def _place_width(places: set[int], most: int, least: int) -> int:
    return max([least, *(length for length in places if length <= most)])


class Line(NamedTuple):
    """One line of the table: its cells, fitted to the layout; `above` is a place that would not fit."""

    cells: list[str]
    above: str = ""


def lines(row: Row, layout: Layout) -> list[Line]:
    """The lines of a row, more where a message is longer than its column: what a rule says is never cut.

    The rule is the cell with index 1 in a flat row, else the place cell of its line.
    """
    above = row.place if display_width(row.place) > layout.place else ""
    said = _said(row, layout.message)
    if not layout.stacked:
        first = ["" if above else row.place, row.rule, said[0], cut_left(row.copy, layout.copy)]
        made = [first, *(["", "", part, ""] for part in said[1:])]
        cells = [line[: len(layout.widths)] for line in made]
    else:
        copy = [f"{_ALSO}{cut_left(row.copy, layout.message - len(_ALSO))}"] if row.copy else []
        left = [*([] if above else [row.place]), f"{' ' * GAP}{row.rule}"]
        cells = [list(line) for line in zip_longest(left, [*said, *copy], fillvalue="")]
    return [Line(cells[0], above), *map(Line, cells[1:])]


def _said(row: Row, width: int) -> list[str]:
    """Message and excerpt in lines of `width` columns; the excerpt is cut to the last line, or dropped."""
    message = row.message
    if display_width(message) > width:
        message = _COLONS.sub(r"\\x3a", message)
    said = wrap(message, width)
    room = width - display_width(said[-1]) - len(": “”")
    if row.excerpt and room >= min(_SHORTEST_EXCERPT, display_width(row.excerpt)):
        said[-1] = f"{said[-1]}: “{cut(row.excerpt, room)}”"
    return said
