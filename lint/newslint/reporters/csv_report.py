"""CSV (RFC 4180) for spreadsheets and data frames: one row a finding, the same columns always."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from newslint.finding import EXCERPT_LENGTH, Finding
from newslint.report import Report, ReportOptions

from . import wording
from .escaping import csv_cell

COLUMNS: Final = (
    "path",
    "record",
    "id",
    "source",
    "line",
    "column",
    "end_line",
    "end_column",
    "file_line",
    "file_column",
    "severity",
    "rule",
    "family",
    "kind",
    "message",
    "excerpt",
    "other_path",
    "other_record",
    "other_line",
    "other_column",
    "similarity",
    "cluster",
    "cluster_size",
    "fix",
    "fingerprint",
)


@dataclass(frozen=True)
class _Sink:
    write: Callable[[str], object]


def report(report: Report, write: Callable[[str], object], options: ReportOptions) -> None:  # noqa: ARG001
    """Write the header and one row a finding. Empty cells stand for what a finding does not have."""
    rows = csv.writer(_Sink(write), lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for finding in report.findings:
        cells = _cells(finding)
        rows.writerow([_cell(cells.get(column)) for column in COLUMNS])


def _cell(value: object) -> str:
    return "" if value is None else csv_cell(value) if isinstance(value, str) else str(value)


def _cells(finding: Finding) -> dict[str, object]:
    location = finding.location
    cells: dict[str, object] = {
        "path": location.ref.path,
        "record": location.ref.record,
        "id": location.id,
        "source": finding.source,
        "severity": str(finding.severity),
        "rule": finding.rule,
        "family": finding.family,
        "kind": finding.kind,
        "message": finding.message,
        "excerpt": location.excerpt[:EXCERPT_LENGTH],
        "fix": str(finding.fix.safety) if finding.fix else None,
        "fingerprint": finding.fingerprint,
    }
    for name in ("line", "column", "end_line", "end_column", "file_line", "file_column"):
        cells[name] = getattr(location, name)
    if finding.cluster:
        cells |= {"cluster": finding.cluster.id, "cluster_size": finding.cluster.size}
    return cells | _other(finding)


def _other(finding: Finding) -> dict[str, object]:
    copies = wording.copies(finding)
    if not copies:
        return {}
    location = copies[0].location
    return {
        "other_path": location.ref.path,
        "other_record": location.ref.record,
        "other_line": location.line,
        "other_column": location.column,
        "similarity": copies[0].similarity,
    }
