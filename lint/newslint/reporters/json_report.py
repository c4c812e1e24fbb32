"""JSON: the contract with other programs. One document, or one finding a line (`report_lines`).

Both are strict UTF-8 and written finding by finding. Absent values are null. Ends are exclusive; lines and columns
are 1-based and count code points, `start` and `end` are 0-based offsets in the document's text.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from newslint.finding import EXCERPT_LENGTH, Finding, Fix, Related, Severity
from newslint.report import Report, ReportOptions

from .escaping import json_line

SCHEMA_VERSION: Final = 1
"""Raised when a key changes its meaning or goes; new keys do not raise it."""


def report(report: Report, write: Callable[[str], object], options: ReportOptions) -> None:  # noqa: ARG001
    """Write one JSON document with one finding a line."""
    write(f'{{"schema_version": {SCHEMA_VERSION}, "version": {json_line(report.provenance.version)}, "findings": [')
    separator = "\n"
    for finding in report.findings:
        write(f"{separator}{json_line(as_json(finding))}")
        separator = ",\n"
    write(f'{"" if separator == chr(10) else chr(10)}], "summary": {json_line(summary(report))}}}\n')


def report_lines(report: Report, write: Callable[[str], object], options: ReportOptions) -> None:  # noqa: ARG001
    """Write one JSON object a line: the findings and nothing else."""
    for finding in report.findings:
        write(f"{json_line(as_json(finding))}\n")


def as_json(finding: Finding) -> dict[str, object]:
    """A finding as the JSON object that the contract promises."""
    location = finding.location
    return {
        "rule": finding.rule,
        "family": finding.family,
        "kind": finding.kind or None,
        "message": finding.message,
        "severity": str(finding.severity),
        "path": location.ref.path,
        "record": location.ref.record,
        "id": location.id or None,
        "source": finding.source or None,
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
        "file_line": location.file_line,
        "file_column": location.file_column,
        "start": location.span.start,
        "end": location.span.end,
        "excerpt": location.excerpt[:EXCERPT_LENGTH],
        "related": [_related(related) for related in finding.related],
        "cluster": {"id": finding.cluster.id, "size": finding.cluster.size} if finding.cluster else None,
        "data": finding.data,
        "fix": _fix(finding.fix) if finding.fix else None,
        "fingerprint": finding.fingerprint,
    }


def _related(related: Related) -> dict[str, object]:
    location = related.location
    return {
        "path": location.ref.path,
        "record": location.ref.record,
        "id": location.id or None,
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
        "role": related.role,
        "similarity": related.similarity,
    }


def _fix(fix: Fix) -> dict[str, object]:
    edits = [{"start": span.start, "end": span.end, "text": text} for span, text in fix.edits]
    return {"safety": str(fix.safety), "title": fix.title, "edits": edits}


def summary(report: Report) -> dict[str, object]:
    """What was read, the findings by rule and by severity, and what became of the files that were not checked."""
    return {
        "documents": report.documents,
        "articles": report.articles,
        "files": report.files,
        "compared": report.compared,
        "bytes": report.bytes,
        "findings": report.total,
        "by_rule": {rule: report.counts[rule] for rule in sorted(report.counts) if report.counts[rule]},
        "by_severity": {str(level): report.severities.get(level, 0) for level in sorted(Severity, reverse=True)},
        "notices": [notice._asdict() for notice in report.notices],
        "crashed": report.crashed,
        "fixed": dict(report.fixed),
        "known": report.known,
        "allowed": report.allowed,
        "remarks": list(report.remarks),
        "rules": list(report.provenance.rules),
        "configuration": report.provenance.configuration,
    }
