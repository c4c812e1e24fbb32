"""GitLab's Code Quality report: a JSON array with one issue a finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from hashlib import blake2b
from typing import Final

from newslint.document import DocumentRef
from newslint.finding import Finding, Severity
from newslint.report import Report, ReportOptions

from . import wording
from .escaping import json_line, json_text

_SEVERITIES: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def report(report: Report, write: Callable[[str], object], options: ReportOptions) -> None:  # noqa: ARG001
    """Write the array, one issue a line."""
    seen: Counter[str] = Counter()
    document: DocumentRef | None = None
    write("[")
    separator = "\n"
    for finding in report.findings:
        if finding.location.ref != document:  # findings of a document stand together: only one's are remembered
            document = finding.location.ref
            seen.clear()
        seen[finding.fingerprint] += 1
        write(f"{separator}{json_line(_issue(finding, seen[finding.fingerprint]))}")
        separator = ",\n"
    write("\n]\n")


def _issue(finding: Finding, number: int) -> dict[str, object]:
    location, other = finding.location, wording.other_copy(finding)
    return {
        "description": f"{finding.message} (other copy: {other})" if other else finding.message,
        "check_name": finding.rule,
        "fingerprint": _fingerprint(finding, number),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": location.ref.path,
            "lines": {"begin": location.file_line, "end": max(location.file_line, location.file_end_line)},
        },
    }


def _fingerprint(finding: Finding, number: int) -> str:
    """One a finding: GitLab drops issues whose fingerprint another one has."""
    path, record = finding.location.ref
    parts = json_line([finding.fingerprint, path, record, number])
    return blake2b(json_text(parts).encode(), digest_size=16).hexdigest()
