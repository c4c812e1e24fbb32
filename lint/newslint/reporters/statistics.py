"""How often each rule has found something, instead of where: for an overview of a corpus that has much to find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from newslint.document import DocumentRef
from newslint.finding import Safety
from newslint.report import Report, ReportOptions

from . import wording
from .display import display_width, pad
from .escaping import json_line, terminal

HEADERS = ("rule", "severity", "findings", "documents", "fixable")


@dataclass
class Tally:
    """Counts of one rule; documents are counted as they come, those of one file together."""

    findings: int = 0
    documents: int = 0
    fixes: Counter[Safety] = field(default_factory=Counter)
    last: DocumentRef | None = None


def tallies(report: Report) -> dict[str, Tally]:
    """The counts by rule, from one pass over the findings."""
    counted: dict[str, Tally] = {}
    for finding in report.findings:
        tally = counted.setdefault(finding.rule, Tally())
        tally.findings += 1
        if finding.location.ref != tally.last:
            tally.documents += 1
            tally.last = finding.location.ref
        if finding.fix:
            tally.fixes[finding.fix.safety] += 1
    return counted


def report(report: Report, write: Callable[[str], object], options: ReportOptions) -> None:
    """Write a line a rule, the gravest and most frequent first, then what was found and read."""
    counted = tallies(report)
    rows = [
        (terminal(rule), level, f"{count:,}", f"{counted[rule].documents:,}", _fixable(counted[rule]))
        for rule, level, count in wording.rules_by_weight(report)
    ]
    if rows:
        widths = [max(display_width(row[column]) for row in (HEADERS, *rows)) for column in range(len(HEADERS))]
        for row in (HEADERS, *rows):
            cells = map(_aligned, row, widths, HEADERS)
            write(f"{'  '.join(cells).rstrip()}\n")
    if not options.quiet:
        write("\n" if rows else "")
        for line in wording.closing(report, terminal):
            write(f"{line}\n")


def _aligned(cell: str, width: int, column: str) -> str:
    return cell.rjust(width) if column in ("findings", "documents") else pad(cell, width)


def _fixable(tally: Tally) -> str:
    levels = (level for level in (Safety.SAFE, Safety.UNSAFE) if tally.fixes[level])
    return ", ".join(f"{tally.fixes[level]:,} {level}" for level in levels)


def report_json(report: Report, write: Callable[[str], object], options: ReportOptions) -> None:  # noqa: ARG001
    """Write a JSON array with one rule a line."""
    counted = tallies(report)
    separator = "["
    for rule, level, count in wording.rules_by_weight(report):
        tally = counted[rule]
        row = {
            "rule": rule,
            "severity": level,
            "findings": count,
            "documents": tally.documents,
            "safe_fixes": tally.fixes[Safety.SAFE],
            "unsafe_fixes": tally.fixes[Safety.UNSAFE],
        }
        write(f"{separator}\n{json_line(row)}")
        separator = ","
    write("[]\n" if separator == "[" else "\n]\n")
