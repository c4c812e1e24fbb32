"""What a baseline holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

CORPUS_FAMILY: Final = "duplicate"
"""The family of the rules that look at more than one document."""


class Site(NamedTuple):
    """The name of a document: its path from the folder of the baseline on, and its record's id where it has one.

    Records without an id in one file are one site.
    """

    path: str
    id: str = ""


class Held(NamedTuple):
    """A finding of `rule` that is known at a site, so many times."""

    rule: str
    number: int


class Entry(NamedTuple):
    """One line of a baseline."""

    site: Site
    fingerprint: str
    held: Held


@dataclass
class Baseline:
    """Known findings by site and fingerprint.

    Attributes:
        held: never empty for a site.
        marks: of the documents of each site (`Document.mark`); by them a renamed document is found again.
    """

    held: dict[Site, dict[str, Held]] = field(default_factory=dict)
    marks: dict[Site, set[str]] = field(default_factory=dict)

    def add(self, entry: Entry, marks: set[str]) -> None:
        """Add one more finding, as often as it counts."""
        at_site = self.held.setdefault(entry.site, {})
        before = at_site.get(entry.fingerprint)
        number = entry.held.number + (before.number if before else 0)
        at_site[entry.fingerprint] = Held(entry.held.rule, number)
        if marks:
            self.marks.setdefault(entry.site, set()).update(marks)

    def entries(self) -> Iterator[Entry]:
        """All entries in the order of the file: path, id, rule, fingerprint."""
        for site in sorted(self.held, key=_bytes):
            at_site = self.held[site]
            for fingerprint in sorted(at_site, key=lambda name: (at_site[name].rule, name)):
                yield Entry(site, fingerprint, at_site[fingerprint])

    @property
    def total(self) -> int:
        """How many places are known: findings, and of copies the originals, too."""
        return sum(held.number for at_site in self.held.values() for held in at_site.values())


def _bytes(site: Site) -> tuple[bytes, bytes]:
    return site.path.encode("utf-8", "surrogatepass"), site.id.encode("utf-8", "surrogatepass")
