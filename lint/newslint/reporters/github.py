"""Annotations of GitHub Actions: a summary, then the gravest ten, since the service shows ten of a kind a step.

Source: the workflow commands of GitHub Actions (actions/toolkit: command.ts; the limits: its issue 734).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from newslint.finding import Finding, Severity
from newslint.report import Report, ReportOptions

from . import wording
from .choice import gravest
from .escaping import github_data, github_property

_SHOWN: Final = 10
_NEW_LINE: Final = "%0A"
_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def report(report: Report, write: Callable[[str], object], options: ReportOptions) -> None:  # noqa: ARG001
    """Write one command a line."""
    lines = [wording.outcome(report), *wording.notice_lines(report, github_data), *map(github_data, report.remarks)]
    if report.total > _SHOWN:
        lines.append(f"The gravest {_SHOWN} are annotated")
    write(f"::notice title=newslint::{_NEW_LINE.join(lines)}\n")
    for finding in gravest(report.findings, _SHOWN):
        write(f"::{_COMMANDS[finding.severity]} {_properties(finding)}::{_message(finding)}\n")


def _properties(finding: Finding) -> str:
    location = finding.location
    values = {"file": location.ref.path, "line": str(location.file_line), "endLine": str(location.file_end_line)}
    if location.file_line == location.file_end_line:  # columns hold only for one line
        values |= {"col": str(location.file_column), "endColumn": str(location.file_end_column)}
    values["title"] = f"newslint: {finding.rule}"
    return ",".join(f"{name}={github_property(value)}" for name, value in values.items())


def _message(finding: Finding) -> str:
    excerpt, other = wording.excerpt(finding), wording.other_copy(finding)
    lines = [finding.message, f"“{excerpt}”" if excerpt else "", f"Other copy: {other}" if other else ""]
    return _NEW_LINE.join(github_data(line) for line in lines if line)
