"""SARIF 2.1.0 (OASIS), made for code scanning as it is: what that service shows, and no more than it takes.

Its limits (GitHub documentation, "SARIF support for code scanning"): 25,000 results a run and 5,000 shown, related
places shown only where the message links to them, only the first location and one fingerprint are used.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from newslint.finding import Finding, Fix, Location, Notice, Related, Safety, Severity
from newslint.reading.names import kind_of
from newslint.report import Report, ReportOptions, RuleInfo

from . import wording
from .choice import gravest
from .escaping import json_line, sarif_message, terminal, uri

MOST_RESULTS: Final = 5000
MOST_RELATED: Final = 20
MOST_NOTICES: Final = 1000
_ROOT: Final = "%SRCROOT%"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_PRECISIONS: Final = {Severity.ERROR: "very-high", Severity.WARNING: "high", Severity.INFO: "medium"}

Json = dict[str, object]


def report(report: Report, write: Callable[[str], object], options: ReportOptions) -> None:  # noqa: ARG001
    """Write one log with one run, one result a line: the gravest `MOST_RESULTS` in the order of the report."""
    results = gravest(report.findings, MOST_RESULTS)
    rules = _rules(report, results)
    run: Json = {
        "tool": {"driver": _driver(report, rules)},
        "automationDetails": {"id": "newslint/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which newslint ran"}}},
        "invocations": [_invocation(report, len(results))],
    }
    # The results come last, so that they can be written one by one.
    head = json_line(run)[:-1]
    write('{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [\n')
    write(f'{head}, "results": [')
    indexes = {name: number for number, name in enumerate(rules)}
    separator = "\n"
    for finding, number in _numbered(results):
        write(f"{separator}{json_line(_result(finding, indexes[finding.rule], number))}")
        separator = ",\n"
    write("\n]}]}\n")


def _rules(report: Report, results: list[Finding]) -> dict[str, RuleInfo]:
    """The rules that the report can describe, and those of findings that it says nothing of."""
    rules = {name: info for name, info in report.rules.items() if info.summary}
    for finding in results:
        known = report.rules.get(finding.rule) or RuleInfo(finding.rule, finding.family, finding.severity)
        rules.setdefault(finding.rule, known)
    return dict(sorted(rules.items()))


def _driver(report: Report, rules: Mapping[str, RuleInfo]) -> Json:
    version = report.provenance.version
    return {"name": "newslint", "version": version, "semanticVersion": version, "rules": [*map(_rule, rules.values())]}


def _rule(info: RuleInfo) -> Json:
    summary = info.summary or info.name
    return {
        "id": info.name,
        "name": info.name,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": summary},
        "help": {"text": info.page or summary, "markdown": info.page or summary},
        "defaultConfiguration": {"level": _LEVELS[info.severity]},
        "properties": {
            "tags": [info.family or "newslint"],
            "precision": _PRECISIONS[info.severity],
            "problem.severity": _PROBLEMS[info.severity],
        },
    }


def _numbered(findings: list[Finding]) -> Iterator[tuple[Finding, int]]:
    """Findings, and which of the equal ones in its file each is: an identity must be one's own."""
    seen: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        key = (finding.location.ref.path, finding.fingerprint)
        seen[key] += 1
        yield finding, seen[key]


def _result(finding: Finding, index: int, number: int) -> Json:
    related = [related for related in finding.related if related.location.line][:MOST_RELATED]
    result: Json = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding, related)},
        "locations": [{"physicalLocation": _physical(finding.location)}],
        "relatedLocations": [_related(place, number) for number, place in enumerate(related, 1)],
        "partialFingerprints": {
            "primaryLocationLineHash": f"{finding.fingerprint}:{number}",
            "newslint/v1": finding.fingerprint,
        },
    }
    if finding.fix and _is_written_for_files(finding):
        result["fixes"] = [_fix(finding.location, finding.fix)]
    return result


def _message(finding: Finding, related: list[Related]) -> str:
    excerpt = wording.excerpt(finding)
    said = sarif_message(finding.message) + (f": “{sarif_message(excerpt)}”" if excerpt else "")
    links = [f"[{sarif_message(wording.place(place.location))}]({n})" for n, place in enumerate(related, 1)]
    if not links:
        return said
    measured = wording.similarity(related[0])
    alike = f" ({measured})" if measured else ""
    missing = len(finding.related) - len(links)
    more = f" and {missing:,} more" if missing else ""
    return f"{said}. See {links[0]}{alike}{''.join(f', {link}' for link in links[1:])}{more}"


def _physical(location: Location) -> Json:
    region: Json = {"startLine": max(1, location.file_line), "startColumn": max(1, location.file_column)}
    if (location.file_end_line, location.file_end_column) >= (location.file_line, location.file_column) >= (1, 1):
        region |= {"endLine": location.file_end_line, "endColumn": location.file_end_column}
    return {"artifactLocation": _artifact(location.ref.path), "region": region}


def _artifact(path: str) -> Json:
    return {"uri": uri(path), "uriBaseId": _ROOT}


def _related(related: Related, number: int) -> Json:
    text = sarif_message(related.note or related.role)
    return {"id": number, "physicalLocation": _physical(related.location), "message": {"text": text}}


def _is_written_for_files(finding: Finding) -> bool:
    """Whether offsets in the text are offsets in the file: not in a record's field, nor in what is packed."""
    path, record = finding.location.ref
    applied = finding.fix is not None and finding.fix.safety is not Safety.DISPLAY
    return applied and record is None and not kind_of(path).packed


def _fix(location: Location, fix: Fix) -> Json:
    replacements = [
        {
            "deletedRegion": {"charOffset": span.start, "charLength": span.end - span.start},
            "insertedContent": {"text": text},
        }
        for span, text in fix.edits
    ]
    change = {"artifactLocation": _artifact(location.ref.path), "replacements": replacements}
    return {"description": {"text": f"{terminal(fix.title)} ({fix.safety})"}, "artifactChanges": [change]}


def _invocation(report: Report, written: int) -> Json:
    notifications = [_notification(notice) for notice in report.notices[:MOST_NOTICES]]
    if len(report.notices) > MOST_NOTICES:
        more = wording.counted(len(report.notices) - MOST_NOTICES, "further file")
        notifications.append(_note(f"left aside or not read: {more}"))
    if written < report.total:
        cut = f"{report.total - written:,} of {report.total:,} findings, the least grave, were cut"
        notifications.append(_note(f"{cut}: {MOST_RESULTS:,} results are shown at most"))
    failed = report.crashed or any(notice.failed for notice in report.notices)
    return {"executionSuccessful": not failed, "toolExecutionNotifications": notifications}


def _notification(notice: Notice) -> Json:
    made: Json = {"level": "error" if notice.failed else "note", "message": {"text": sarif_message(notice.message)}}
    if notice.path:
        made["locations"] = [{"physicalLocation": {"artifactLocation": _artifact(notice.path)}}]
    return made


def _note(text: str) -> Json:
    return {"level": "warning", "message": {"text": text}}
