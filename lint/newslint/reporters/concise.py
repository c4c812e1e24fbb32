"""One finding a line, `path:line:column: severity[rule] message`, with the place in the file itself, for editors."""

from __future__ import annotations

from collections.abc import Callable

from newslint.report import Report, ReportOptions

from .colour import paint
from .escaping import terminal
from .wording import file_place


def report(report: Report, write: Callable[[str], object], options: ReportOptions) -> None:
    """Write the findings, and nothing where there are none."""
    for finding in report.findings:
        rule = paint(terminal(f"{finding.severity}[{finding.rule}]"), finding.severity, options)
        write(f"{terminal(file_place(finding.location))}: {rule} {terminal(finding.message)}\n")
