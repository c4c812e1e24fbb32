"""What has changed between two reports: findings that are new, gone, changed or moved, and the rates of rules."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

Site = tuple[str, str]
"""The path and the id of a document."""

_MANY: Final = 10
"""Documents of one report with the same finding, from which on it is no sign that one of them was renamed."""

COMPARED: Final = ("severity", "kind", "message", "similarity")
"""What may change in a finding that stays itself."""


class Item(NamedTuple):
    """A finding of a JSON report, as far as it is compared or shown."""

    rule: str
    fingerprint: str
    path: str
    id: str
    record: int | None
    line: int
    column: int
    severity: str
    kind: str
    message: str
    other: tuple[str, str] | None
    similarity: float | None

    @property
    def site(self) -> tuple[str, str]:
        return self.path, self.id

    @property
    def place(self) -> str:
        """As people read it, see `wording.place`."""
        record = "" if self.record is None else f"{self.record}:"
        return f"{self.path}:{record}{self.line}:{self.column}"


class Change(NamedTuple):
    """A finding of both reports that is not quite the same: before, now, and what differs, for people."""

    before: Item
    now: Item
    differences: tuple[str, ...]


@dataclass
class Loaded:
    """One JSON report."""

    name: str
    items: list[Item] = field(default_factory=list)
    summary: Mapping[str, Any] = field(default_factory=dict)
    version: str = ""

    @property
    def documents(self) -> int:
        number = self.summary.get("documents", 0)
        return number if isinstance(number, int) else 0

    def rate(self, rule: str) -> float | None:
        """Findings of a rule per 1,000 documents; None without a document."""
        found = sum(item.rule == rule for item in self.items)
        return round(1000 * found / self.documents, 3) if self.documents else None


@dataclass
class Comparison:
    """Two reports, finding by finding.

    Attributes:
        changed: with another severity, wording or similarity; or where now the other of two copies is the flagged one.
        moved: the same finding in another document.
    """

    old: Loaded
    new: Loaded
    fresh: list[Item] = field(default_factory=list)
    gone: list[Item] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    moved: list[Change] = field(default_factory=list)
    same: int = 0


def item_of(row: Mapping[str, Any]) -> Item:
    """A finding of the JSON report (`json_report.as_json`).

    Raises:
        KeyError, TypeError: it is none.
    """
    others = [other for other in row["related"] if other["role"] == "original"]
    other = others[0] if others else None
    return Item(
        str(row["rule"]),
        str(row["fingerprint"]),
        str(row["path"]),
        str(row["id"] or ""),
        row["record"],
        int(row["line"]),
        int(row["column"]),
        str(row["severity"]),
        str(row["kind"] or ""),
        str(row["message"]),
        (str(other["path"]), str(other["id"] or "")) if other else None,
        other["similarity"] if other else None,
    )


def compared(old: Loaded, new: Loaded) -> Comparison:
    """Pair the findings of two reports: by content and document, then by the pair of copies, then by content.

    Of documents that have another name now, the one goes first that has most in common.
    """
    comparison = Comparison(old, new)

    def keep(before: Item, now: Item) -> None:
        differences = tuple(_differences(before, now))
        if differences:
            comparison.changed.append(Change(before, now, differences))
        else:
            comparison.same += 1

    def move(before: Item, now: Item) -> None:
        comparison.moved.append(Change(before, now, (f"from {before.place}",)))

    def turn(before: Item, now: Item) -> None:
        comparison.changed.append(Change(before, now, (f"the other copy, {before.place}, was flagged",)))

    left, right = _paired(old.items, new.items, lambda item: (item.rule, item.fingerprint, item.site), keep)
    left, right = _paired(left, right, _pair_of_copies, turn)
    names = _renamed(left, right)
    left, right = _paired(left, right, lambda item: (item.rule, item.fingerprint, names.get(item.site)), move)
    left, right = _paired(left, right, lambda item: (item.rule, item.fingerprint), move)
    comparison.gone, comparison.fresh = left, right
    return comparison


def _renamed(old: Sequence[Item], new: Sequence[Item]) -> dict[Site, int]:
    """The documents of the one report that are most likely others of the other: both sites have the same number.

    By how many findings two have in common; a finding that many documents have tells nothing of any.
    """
    before, now = _sites_by_finding(old), _sites_by_finding(new)
    common = Counter[tuple[Site, Site]]()
    for finding in before.keys() & now.keys():
        if max(len(before[finding]), len(now[finding])) <= _MANY:
            common.update((one, other) for one in before[finding] for other in now[finding] if one != other)
    numbers: dict[Site, int] = {}
    for number, (one, other) in enumerate(sorted(common, key=lambda pair: (-common[pair], pair))):
        if one not in numbers and other not in numbers:
            numbers[one] = numbers[other] = number
    return numbers


def _sites_by_finding(items: Sequence[Item]) -> dict[tuple[str, str], set[Site]]:
    sites: defaultdict[tuple[str, str], set[Site]] = defaultdict(set)
    for item in items:
        sites[item.rule, item.fingerprint].add(item.site)
    return sites


def _pair_of_copies(item: Item) -> Hashable:
    """The same for both directions of a pair; None for what is no copy of another document."""
    if item.other is None or item.other == item.site:
        return None
    return item.rule, frozenset((item.site, item.other))


def _paired(
    old: Sequence[Item], new: Sequence[Item], key: Callable[[Item], Hashable], pair: Callable[[Item, Item], None]
) -> tuple[list[Item], list[Item]]:
    """Hands over those with the same key, two by two in their order, and gives back the others. None is no key."""
    waiting: defaultdict[Hashable, list[Item]] = defaultdict(list)
    for item in old:
        waiting[key(item)].append(item)
    for found in waiting.values():
        found.reverse()
    rest_new = []
    for item in new:
        name = key(item)
        if name is not None and waiting.get(name):
            pair(waiting[name].pop(), item)
        else:
            rest_new.append(item)
    left = {id(item) for found in waiting.values() for item in found}
    return [item for item in old if id(item) in left], rest_new


def _differences(before: Item, now: Item) -> Iterator[str]:
    for name in COMPARED:
        one, other = getattr(before, name), getattr(now, name)
        if one != other:
            yield f"{name} {_shown(one)} → {_shown(other)}"


def _shown(value: object) -> str:
    return f"“{value}”" if isinstance(value, str) and " " in value else str(value or "none")
