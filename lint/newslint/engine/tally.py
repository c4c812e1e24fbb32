"""What adds up over a run: counts, notices, and what else a report says beside its findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from newslint.finding import Finding, Notice
from newslint.report import FindingCounts, Report, SourceCensus, Used

from .checking import Checked
from .corpus import Outcome

if TYPE_CHECKING:
    from .running import BatchResult


class Tally:
    """What adds up over the batches and the corpus."""

    def __init__(self, notices: Iterable[Notice]) -> None:
        self.counts = FindingCounts()
        self.notices = list(notices)
        self.crashed = False
        self.allowed: Counter[int] = Counter()
        self.silent: set[tuple[str, str]] = set()
        self.read: Counter[str] = Counter()
        self.census: dict[str, SourceCensus] = {}

    def add_batch(self, result: BatchResult) -> None:
        self.add(result.checked, result.checked.findings)
        self.read.update(documents=result.documents, articles=result.articles, bytes=result.size)
        for source, counts in (result.census or {}).items():
            self.census.setdefault(source, SourceCensus()).add(counts)

    def add(self, part: Checked | Outcome, findings: Iterable[Finding]) -> None:
        self.counts.add(findings)
        self.notices += part.notices
        self.crashed |= part.crashed
        self.allowed += part.allowed
        self.silent |= part.silent

    def report(self, findings: Iterable[Finding], files: int, compared: int) -> Report:
        report = Report(
            findings,
            documents=self.read["documents"],
            articles=self.read["articles"],
            bytes=self.read["bytes"],
            files=files,
            compared=compared,
            notices=tuple(sorted(set(self.notices))),
            crashed=self.crashed,
            used=Used(dict(sorted(self.allowed.items())), frozenset(self.silent)),
            census=dict(sorted(self.census.items())),
        )
        return self.counts.put_into(report)
