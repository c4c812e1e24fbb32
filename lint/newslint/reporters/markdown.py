"""Markdown: a table for an issue or a pull request, and the job summary of a CI service (`summary`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from newslint.finding import Finding
from newslint.report import Report, ReportOptions

from . import wording
from .choice import gravest
from .display import cut
from .escaping import markdown, markdown_code
from .rows import Group, groups

_FINDINGS: Final = ("Place", "Severity", "Rule", "Message", "Other copy")
_WORST: Final = 10
_LONGEST: Final = 200
"""Columns of a text in a cell; GitHub takes a job summary of 1 MiB at most."""


def report(report: Report, write: Callable[[str], object], options: ReportOptions) -> None:
    """Write the findings as a table, at most `options.max_shown` rows, then what was found and read."""
    shown = 0
    if report.total:
        _head(write, _FINDINGS)
        for group in groups(report.findings, options.max_shown):
            _row(write, _cells(group))
            shown += group.count
        if shown < report.total:
            write(f"\n… and {wording.counted(report.total - shown, 'more finding')}.\n")
        write("\n")
        _counts(report, write)
    _closing(report, write)


def summary(report: Report, write: Callable[[str], object], options: ReportOptions) -> None:  # noqa: ARG001
    """Write the result, the findings by rule, and the gravest ten."""
    write(f"## newslint: {wording.outcome(report)}\n\n")
    if report.total:
        _counts(report, write)
        write(f"### The gravest {_WORST}\n\n" if report.total > _WORST else "### All findings\n\n")
        _head(write, _FINDINGS)
        for group in groups(gravest(report.findings, _WORST), 0):
            _row(write, _cells(group))
        write("\n")
    _closing(report, write)


def _cells(group: Group) -> Sequence[str]:
    finding = group.first
    return (
        markdown_code(group.place()),
        str(finding.severity),
        markdown_code(finding.rule),
        _message(finding),
        markdown_code(wording.other_copy(finding)) if wording.copies(finding) else "",
    )


def _message(finding: Finding) -> str:
    excerpt = cut(wording.excerpt(finding), _LONGEST)
    message = markdown(cut(finding.message, _LONGEST))
    return f"{message}: {markdown_code(excerpt)}" if excerpt else message


def _counts(report: Report, write: Callable[[str], object]) -> None:
    _head(write, ("Rule", "Severity", "Findings"))
    for rule, level, count in wording.rules_by_weight(report):
        _row(write, (markdown_code(rule), level, f"{count:,}"))
    write("\n")


def _head(write: Callable[[str], object], names: Sequence[str]) -> None:
    _row(write, names)
    _row(write, ["---:" if name == "Findings" else "---" for name in names])


def _row(write: Callable[[str], object], cells: Sequence[str]) -> None:
    write(f"| {' | '.join(cells)} |\n")


def _closing(report: Report, write: Callable[[str], object]) -> None:
    write(f"{wording.extent(report)}.\n\n")
    lines = [*wording.notice_lines(report, markdown), *map(markdown, report.remarks)]
    for line in lines:
        write(f"  - {line.strip()}\n" if line.startswith(" ") else f"- {line}\n")
    if lines:
        write("\n")
    write(f"**{wording.outcome(report)}**\n")
