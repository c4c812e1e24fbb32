"""Tells findings that a baseline holds from new ones, as the report streams by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from newslint.engine.checking import INTERNAL_ERROR
from newslint.engine.copies import Copy
from newslint.finding import Finding, Location
from newslint.report import FindingCounts, Report

from .entries import CORPUS_FAMILY, Baseline, Entry, Site
from .sites import Anchor, Scope

Key = tuple[Site, str]


class Known:
    """A baseline at work.

    A finding is known where its site lists its fingerprint, as often as it counts; one about a whole document, where
    one of the document's longest blocks is as it was. A site that is listed nowhere takes
    the place of a listed one whose file is gone if the document's mark is the same: it was renamed. One old site has
    one new one, so a renamed document and a copy of it are not both known.
    """

    def __init__(self, baseline: Baseline, anchor: Anchor) -> None:
        self.baseline, self.anchor = baseline, anchor
        self._homes: dict[Site, Site | None] = {}
        self._followed: set[Site] = set()
        self._by_mark: dict[str, list[Site]] = {}
        for site in sorted(baseline.marks):
            for mark in baseline.marks[site]:
                self._by_mark.setdefault(mark, []).append(site)
        self._used: Counter[Key] = Counter()
        self._met: set[Key] = set()
        self._by_part = {
            (entry.site, *part): entry.fingerprint for entry in baseline.entries() for part in _parts(entry.fingerprint)
        }

    def age(self, copy: Copy) -> int:
        """How new a copy is: 0 known as a copy, 1 in a document that is listed for something else, 2 otherwise."""
        home = self._home(copy.location)
        if home is None:
            return 2
        return 0 if self._listed(home, copy.fingerprint) else 1

    def meet(self, copy: Copy) -> None:
        """Hear of a copy: what is listed for it is not out of use, even where no finding speaks of it."""
        home = self._home(copy.location)
        listed = self._listed(home, copy.fingerprint) if home else None
        if home is not None and listed is not None:
            self._met.add((home, listed))

    def lists(self, finding: Finding) -> bool:
        """Whether a finding is listed for its document, however often it counts."""
        home = self._home(finding.location)
        return home is not None and self._listed(home, finding.fingerprint) is not None

    def may_list(self, finding: Finding) -> bool:
        """As `lists`, also of what a renamed document may have become: any copy of it, until all are read."""
        site = self.anchor.site(finding.location)
        homes = [site] if site in self.baseline.held else self._gone(site, finding.location.mark)
        return any(self._listed(home, finding.fingerprint) for home in homes)

    def _listed(self, home: Site, fingerprint: str) -> str | None:
        """The fingerprint by which a finding is listed: its own, or for whole documents one with a part in common."""
        if fingerprint in self.baseline.held[home]:
            return fingerprint
        return next((found for part in _parts(fingerprint) if (found := self._by_part.get((home, *part)))), None)

    def applied(self, report: Report) -> Report:
        """The report without what is known; goes through the findings once to count them."""
        self._follow_renames(report.findings)
        self._used.clear()
        counts = FindingCounts()
        counts.add(self._new(report.findings, self._used))
        left = counts.put_into(replace(report, findings=_New(report.findings, self._new)))
        return replace(left, known=report.total - left.total)

    def _follow_renames(self, findings: Iterable[Finding]) -> None:
        """Settle which old site is whose before anything is decided."""
        if not all(map(self.anchor.exists, self.baseline.marks)):
            for finding in findings:
                self._home(finding.location)

    def _new(self, findings: Iterable[Finding], used: Counter[Key]) -> Iterator[Finding]:
        for finding in findings:
            if not self._is_known(finding, used):
                yield finding

    def _is_known(self, finding: Finding, used: Counter[Key]) -> bool:
        for related in finding.related:
            if related.fingerprint:
                self._find(related.location, related.fingerprint, used)
        key = self._find(finding.location, finding.fingerprint, used)
        if key is None or finding.rule == INTERNAL_ERROR:
            return False
        site, fingerprint = key
        return finding.family == CORPUS_FAMILY or used[key] <= self.baseline.held[site][fingerprint].number

    def _find(self, location: Location, fingerprint: str, used: Counter[Key]) -> Key | None:
        """Where a finding, or a copy, is listed; counts it there."""
        home = self._home(location)
        listed = self._listed(home, fingerprint) if home else None
        if home is None or listed is None:
            return None
        used[home, listed] += 1
        return home, listed

    def _home(self, location: Location) -> Site | None:
        """The site in the baseline that is the place's; None where the document is new."""
        site = self.anchor.site(location)
        if site in self.baseline.held:
            return site
        nameless = location.ref.record is not None and not location.id
        if site not in self._homes or (nameless and self._homes[site] is None):  # another record may be recognised
            self._homes[site] = self._renamed(site, location.mark)
        return self._homes[site]

    def _renamed(self, site: Site, mark: str) -> Site | None:
        old = next((old for old in self._gone(site, mark) if old not in self._followed), None)
        if old is not None:
            self._followed.add(old)
        return old

    def _gone(self, site: Site, mark: str) -> Iterator[Site]:
        """The sites that are gone and may have become this one."""
        return (old for old in self._by_mark.get(mark, ()) if old.id == site.id and not self.anchor.exists(old))

    @property
    def moved(self) -> dict[Site, Site]:
        """Old sites of renamed documents, and their new ones."""
        return {old: new for new, old in self._homes.items() if old is not None}

    def unused(self, scope: Scope) -> list[Entry]:
        """What of the baseline matched nothing in the report that this was applied to last."""
        left = []
        for entry in self.baseline.entries():
            key = entry.site, entry.fingerprint
            missing = entry.held.number - max(self._used[key], key in self._met)
            if missing > 0 and scope.judges(entry):
                left.append(entry._replace(held=entry.held._replace(number=missing)))
        return left


def _parts(fingerprint: str) -> Iterator[tuple[str, str]]:
    """Of the fingerprint of a whole document: its rule with each of the blocks that mark it."""
    rule, *blocks = fingerprint.split("-")
    return ((rule, block) for block in blocks)


class _New:
    """The new findings of a stream, from the beginning each time."""

    def __init__(
        self, findings: Iterable[Finding], new: Callable[[Iterable[Finding], Counter[Key]], Iterator[Finding]]
    ) -> None:
        self._findings, self._new = findings, new

    def __iter__(self) -> Iterator[Finding]:
        return self._new(self._findings, Counter())
