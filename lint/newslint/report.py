"""What a reporter gets: the findings as a stream that can be read again, and the counts that go with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace

from .finding import Finding, Notice, Safety, Severity


@dataclass(frozen=True)
class RuleInfo:
    """What a report says of a rule: its family, its severity in this run, the first sentence of its page, the page."""

    name: str
    family: str
    severity: Severity
    summary: str = ""
    page: str = ""


@dataclass(frozen=True)
class Provenance:
    """What is needed to repeat the run: version and options, no time, host or absolute path."""

    version: str
    rules: tuple[str, ...] = ()
    configuration: str = ""


@dataclass(frozen=True)
class Used:
    """What has kept findings out of a report.

    Attributes:
        allowances: findings that each entry of `allow` took out, by the number of the entry, from 0.
        silent: paths, and rules that are ignored there; of document rules only after an audit.
    """

    allowances: Mapping[int, int] = field(default_factory=dict)
    silent: frozenset[tuple[str, str]] = frozenset()


@dataclass
class SourceCensus:
    """What the documents of one source hold.

    Attributes:
        paragraphs: and captions.
        bytes: of the texts in UTF-8.
        lengths, paragraph_lengths: how many have a length (in characters) of so many binary digits.
    """

    documents: int = 0
    articles: int = 0
    paragraphs: int = 0
    characters: int = 0
    bytes: int = 0
    lengths: Counter[int] = field(default_factory=Counter)
    paragraph_lengths: Counter[int] = field(default_factory=Counter)

    def add(self, other: SourceCensus) -> None:
        """Add the counts of further documents."""
        for item in fields(self):
            setattr(self, item.name, getattr(self, item.name) + getattr(other, item.name))


Census = Mapping[str, SourceCensus]
"""Counts by source."""


@dataclass(frozen=True)
class Report:
    """The outcome of one run.

    Attributes:
        findings: in their fixed order (path, record, place, rule); can be iterated over more than once.
        counts: findings by rule, for every rule that has any.
        severities: findings by severity.
        gravest: by rule, the severity of its gravest finding; where a rule is missing, that of the rule.
        fixable: findings with a fix, by its safety.
        documents, articles, bytes: what was read.
        files: how many files were read.
        compared: how many of these were read only to be compared with, as nothing of them is reported.
        notices: files that were left aside or could not be read, by path.
        crashed: True where a rule failed on a document (exit 3).
        fixed: by rule, how many findings were fixed before the rest was reported.
        known: findings that a baseline holds; neither in `findings` nor in the counts. None: there is no baseline.
        used: what the configuration's `allow` and `per-file-ignores` have taken out.
        remarks: for people, one line each.
        census: what the documents hold, where somebody asked for it.
    """

    findings: Iterable[Finding]
    counts: Mapping[str, int] = field(default_factory=dict)
    severities: Mapping[Severity, int] = field(default_factory=dict)
    documents: int = 0
    articles: int = 0
    bytes: int = 0
    files: int = 0
    compared: int = 0
    notices: tuple[Notice, ...] = ()
    rules: Mapping[str, RuleInfo] = field(default_factory=dict)
    provenance: Provenance = Provenance("")
    crashed: bool = False
    fixed: Mapping[str, int] = field(default_factory=dict)
    known: int | None = None
    used: Used = field(default_factory=Used)
    remarks: tuple[str, ...] = ()
    census: Census = field(default_factory=dict)
    gravest: Mapping[str, Severity] = field(default_factory=dict)
    fixable: Mapping[Safety, int] = field(default_factory=dict)

    def severity_of(self, rule: str) -> Severity | None:
        """What the findings of a rule are at most; None where nothing is known of the rule."""
        info = self.rules.get(rule)
        return self.gravest.get(rule, info.severity if info else None)

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def allowed(self) -> int:
        """How many findings the configuration allows."""
        return sum(self.used.allowances.values())


class FindingCounts:
    """Counts findings as a report tells them."""

    def __init__(self) -> None:
        self._rules: Counter[str] = Counter()
        self._severities: Counter[Severity] = Counter()
        self._gravest: dict[str, Severity] = {}
        self._fixable: Counter[Safety] = Counter()

    def add(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            self._rules[finding.rule] += 1
            self._severities[finding.severity] += 1
            if finding.fix:
                self._fixable[finding.fix.safety] += 1
            self._gravest[finding.rule] = max(finding.severity, self._gravest.get(finding.rule, finding.severity))

    def put_into(self, report: Report) -> Report:
        """The report with these counts."""
        return replace(
            report,
            counts=dict(sorted(self._rules.items())),
            severities=dict(sorted(self._severities.items())),
            gravest=dict(sorted(self._gravest.items())),
            fixable=dict(sorted(self._fixable.items())),
        )


@dataclass(frozen=True)
class ReportOptions:
    """How a reporter is to write.

    Attributes:
        width: columns of the terminal (160 off a terminal).
        color: whether ANSI colours may be used.
        max_shown: rows of the table at most; 0 for all. Totals never change.
        quiet: whether a report for people holds the findings only.
    """

    width: int = 160
    color: bool = False
    max_shown: int = 200
    quiet: bool = False
