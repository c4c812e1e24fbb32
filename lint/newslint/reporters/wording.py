"""The words that several reporters share: places, the other copy, counts, and what became of the files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from newslint.finding import CONTEXT_LENGTH, EXCERPT_LENGTH, Finding, Location, Notice, Related, Safety, Severity
from newslint.report import Report

PATHS_SHOWN = 3
"""Files that are named for one reason; the rest is counted."""
REASONS_SHOWN = 20
"""Reasons that are shown in a report for people."""

_SAYS_LITTLE = 2
"""Characters that, like a number, say nothing to a reader without the word they stand in; and how much of that."""
_BESIDE = 16
_COPIES = ("original", "copy", "before", "after", "example")


def point(location: Location) -> str:
    """`line:column`, in a JSON Lines file `record:line:column` with the place inside the field."""
    record = "" if location.ref.record is None else f"{location.ref.record}:"
    return f"{record}{location.line}:{location.column}"


def place(location: Location) -> str:
    """Path and `point`, as people read it."""
    return f"{location.ref.path}:{point(location)}"


def file_place(location: Location) -> str:
    """Path, line and column in the file itself, as editors open it."""
    return f"{location.ref.path}:{location.file_line}:{location.file_column}"


def copies(finding: Finding) -> list[Related]:
    """The related places that are another copy of the finding, the most telling role first."""
    found = [related for related in finding.related if related.role in _COPIES]
    return sorted(found, key=lambda related: _COPIES.index(related.role))


def similarity(related: Related) -> str:
    """The similarity in two digits, never rounded up to 1; empty where nothing was measured."""
    if related.similarity is None:
        return ""
    return f"{min(related.similarity, 0.99 if related.similarity < 1 else 1.0):.2f}"


def other_copy(finding: Finding) -> str:
    """Where the other copy stands and how like it is; without the path where it is the finding's own document."""
    found = copies(finding)
    if not found:
        return ""
    first = found[0]
    where = point(first.location) if first.location.ref == finding.location.ref else place(first.location)
    remarks = [similarity(first) or first.note, f"{len(found) - 1:,} more" if len(found) > 1 else ""]
    remark = ", ".join(filter(None, remarks))
    return f"{where} ({remark})" if remark else where


def excerpt(finding: Finding) -> str:
    """The excerpt, where there is something to see that the message does not say already.

    A mark or two, or a number, come with the word they stand in: `office.Nobody` for its full stop.
    """
    location = finding.location
    text = location.excerpt[:EXCERPT_LENGTH].strip()
    if text in finding.message:
        return ""
    if (len(text) > _SAYS_LITTLE and not text.isdecimal()) or text != location.excerpt:
        return text
    before, after = location.before.split(" ")[-1], location.after.split(" ")[0]
    return f"{before[-_BESIDE:]}{text}{after[:_BESIDE]}"


def before(location: Location) -> str:
    """What stands in the line before the place; begins with `…` where it was cut."""
    return f"…{location.before}" if len(location.before) >= CONTEXT_LENGTH else location.before


def after(location: Location) -> str:
    """What stands in the line after the excerpt, and `…` where either was cut."""
    is_cut = location.is_cut or len(location.after) >= CONTEXT_LENGTH
    return f"{location.after}…" if is_cut else location.after


def counted(number: int, noun: str) -> str:
    """`1 file`, `2,000 files`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def size(number: int) -> str:
    """Bytes for people, in powers of 1,000."""
    value, unit = float(number), "bytes"
    for larger in ("kB", "MB", "GB", "TB"):
        if value < 1000:
            break
        value, unit = value / 1000, larger
    return f"{value:,.0f} {unit}" if unit == "bytes" else f"{value:,.1f} {unit}"


def by_severity(report: Report) -> str:
    """`13 errors, 11 warnings, 2 info`, without those that do not occur."""
    nouns = {Severity.ERROR: "error", Severity.WARNING: "warning"}
    parts = []
    for severity in sorted(Severity, reverse=True):
        number = report.severities.get(severity, 0)
        if number:
            parts.append(counted(number, nouns[severity]) if severity in nouns else f"{number:,} {severity}")
    return ", ".join(parts)


def outcome(report: Report) -> str:
    """The result in one line."""
    checked = f"in {counted(report.files - report.compared, 'checked file')}"
    checked += f", compared with {report.compared:,} more" if report.compared else ""
    new = "" if report.known is None else "new "
    if report.total:
        return f"{counted(report.total, f'{new}finding')} ({by_severity(report)}) {checked}{_set_aside(report)}"
    return f"No {new}findings {checked}{_set_aside(report)}" if report.files else "Nothing was checked"


def mendable(report: Report) -> str:
    """How many findings can be fixed, and by what; empty where none can. Safe fixes that are left had an obstacle."""
    safe = 0 if report.fixed else report.fixable.get(Safety.SAFE, 0)
    unsafe = report.fixable.get(Safety.UNSAFE, 0)
    if not safe:
        return f"{unsafe:,} can be fixed with newslint fix --unsafe-fixes" if unsafe else ""
    more = f", {unsafe:,} more with --unsafe-fixes" if unsafe else ""
    return f"{safe:,} can be fixed with newslint fix{more}"


def _set_aside(report: Report) -> str:
    """What was found and does not count: `; 12 known, 2 allowed`."""
    parts = [f"{number:,} {name}" for number, name in ((report.known, "known"), (report.allowed, "allowed")) if number]
    return f"; {', '.join(parts)}" if parts else ""


def fixed(report: Report, escape: Callable[[str], str]) -> str:
    """What was fixed, in one line: `Fixed 4 findings (3 nbsp, 1 mojibake)`."""
    by_count = sorted(report.fixed.items(), key=lambda item: (-item[1], item[0]))
    rules = ", ".join(f"{number:,} {escape(rule)}" for rule, number in by_count)
    return f"Fixed {counted(sum(report.fixed.values()), 'finding')} ({rules})"


def extent(report: Report) -> str:
    """What was read, in one line."""
    articles = counted(report.articles, "article")
    read = f"{counted(report.documents, 'document')} with {articles} in {counted(report.files, 'file')}"
    return f"Read {read}, {size(report.bytes)}"


def rules_by_weight(report: Report) -> list[tuple[str, str, int]]:
    """Rule, severity and count of every rule that has findings; the gravest first, then the most frequent."""

    def weight(item: tuple[str, int]) -> tuple[int, int, str]:
        return (-(report.severity_of(item[0]) or 0), -item[1], item[0])

    counts = sorted(((rule, count) for rule, count in report.counts.items() if count), key=weight)
    return [(rule, str(report.severity_of(rule) or ""), count) for rule, count in counts]


class Reason(NamedTuple):
    """One reason and the files it holds for."""

    message: str
    paths: Sequence[str]

    def named(self, escape: Callable[[str], str]) -> str:
        """The first paths, escaped, and how many more there are."""
        paths = [escape(path) for path in self.paths if path]
        more = f", and {len(paths) - PATHS_SHOWN:,} more" if len(paths) > PATHS_SHOWN else ""
        return ", ".join(paths[:PATHS_SHOWN]) + more


def reasons(notices: Sequence[Notice], *, failed: bool) -> list[Reason]:
    """The notices of one sort, those with the same message together, in the order of the report."""
    grouped: dict[str, list[str]] = {}
    for notice in notices:
        if notice.failed == failed:
            grouped.setdefault(notice.message, []).append(notice.path)
    return [Reason(message, paths) for message, paths in grouped.items()]


def notice_lines(report: Report, escape: Callable[[str], str]) -> Iterator[str]:
    """What could not be read and what was left aside, and why; texts of others go through `escape`."""
    for failed, title in ((True, "Not read or not finished"), (False, "Left aside")):
        found = reasons(report.notices, failed=failed)
        if not found:
            continue
        paths = [path for reason in found for path in reason.paths]
        # What is without a path is said of many files, or of the run: a number of the others would look like the sum.
        yield f"{title}: {counted(len(paths), 'file')}" if all(paths) else f"{title}:"
        for reason in found[:REASONS_SHOWN]:
            number = f"{len(reason.paths):,} × " if len(reason.paths) > 1 else ""
            named = reason.named(escape)
            yield f"  {number}{escape(reason.message)}" + (f": {named}" if named else "")
        if len(found) > REASONS_SHOWN:
            yield f"  and {counted(len(found) - REASONS_SHOWN, 'more reason')}; --output-format json lists every file"
    if report.crashed:
        yield "A rule failed on a document, which is a bug: please report it as its finding says"


def closing(report: Report, escape: Callable[[str], str]) -> Iterator[str]:
    """The last lines of a report for people: what was read, what was not, and the result."""
    yield extent(report)
    yield from notice_lines(report, escape)
    if report.fixed:
        yield fixed(report, escape)
    yield from map(escape, report.remarks)
    yield outcome(report)
    if can := mendable(report):
        yield can
