"""JUnit XML: a test case a finding. Errors and warnings fail, facts pass; a file that could not be read is an error."""

from __future__ import annotations

from collections.abc import Callable

from newslint.finding import Finding, Notice, Severity
from newslint.report import Report, ReportOptions

from . import wording
from .escaping import markup


def report(report: Report, write: Callable[[str], object], options: ReportOptions) -> None:  # noqa: ARG001
    """Write one suite, case by case. A clean run is one case that passes."""
    failed = [notice for notice in report.notices if notice.failed]
    failures = report.total - report.severities.get(Severity.INFO, 0)
    tests = report.total + len(failed) or 1
    counts = f'name="newslint" tests="{tests}" failures="{failures}" errors="{len(failed)}"'
    write(f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites {counts}>\n<testsuite {counts} skipped="0">\n')
    for finding in report.findings:
        write(_case(finding))
    for notice in failed:
        write(_unread(notice))
    if not report.total and not failed:
        write('<testcase name="newslint" classname="newslint"/>\n')
    lines = "\n".join(wording.closing(report, markup))
    write(f"<system-out>{lines}</system-out>\n</testsuite>\n</testsuites>\n")


def _case(finding: Finding) -> str:
    location = finding.location
    name = markup(f"{finding.rule} {wording.point(location)}")
    path = markup(location.ref.path)
    place = f'classname="{path}" file="{path}" line="{location.file_line}"'
    said = "\n".join(markup(line) for line in _lines(finding))
    if finding.severity is Severity.INFO:
        return f'<testcase name="{name}" {place}><system-out>{said}</system-out></testcase>\n'
    failure = f'<failure type="{finding.severity}" message="{markup(finding.message)}">{said}</failure>'
    return f'<testcase name="{name}" {place}>{failure}</testcase>\n'


def _lines(finding: Finding) -> list[str]:
    excerpt, other = wording.excerpt(finding), wording.other_copy(finding)
    where = f"{wording.file_place(finding.location)}: {finding.message}"
    return [where, *([f"“{excerpt}”"] if excerpt else []), *([f"other copy: {other}"] if other else [])]


def _unread(notice: Notice) -> str:
    path, message = markup(notice.path), markup(notice.message)
    return f'<testcase name="read" classname="{path}" file="{path}"><error message="{message}"/></testcase>\n'
