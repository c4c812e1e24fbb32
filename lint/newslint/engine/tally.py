"""What adds up over a run: counts, notices, and what else a report says beside its findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from newslint.finding import Finding, Notice, Safety, Severity
from newslint.report import Report, SourceCensus, Used

from .checking import Checked
from .corpus import Outcome

if TYPE_CHECKING:
    from .running import BatchResult


class Tally:
    """What adds up over the batches and the corpus."""

    def __init__(self, notices: Iterable[Notice]) -> None:
        self.rules: Counter[str] = Counter()
        self.gravest: dict[str, Severity] = {}
        self.severities: Counter[Severity] = Counter()
        self.fixable: Counter[Safety] = Counter()
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
        for finding in findings:
            self.rules[finding.rule] += 1
            self.severities[finding.severity] += 1
            if finding.fix:
                self.fixable[finding.fix.safety] += 1
            self.gravest[finding.rule] = max(finding.severity, self.gravest.get(finding.rule, finding.severity))
        self.notices += part.notices
        self.crashed |= part.crashed
        self.allowed += part.allowed
        self.silent |= part.silent

    def report(self, findings: Iterable[Finding], files: int, compared: int) -> Report:
        return Report(
            findings,
            dict(sorted(self.rules.items())),
            dict(sorted(self.severities.items())),
            documents=self.read["documents"],
            articles=self.read["articles"],
            bytes=self.read["bytes"],
            files=files,
            compared=compared,
            notices=tuple(sorted(set(self.notices))),
            crashed=self.crashed,
            used=Used(dict(sorted(self.allowed.items())), frozenset(self.silent)),
            census=dict(sorted(self.census.items())),
            gravest=dict(sorted(self.gravest.items())),
            fixable=dict(sorted(self.fixable.items())),
        )
