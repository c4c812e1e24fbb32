"""Reports made by hand, in the shapes that a run gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from newslint.document import DocumentRef, Span
from newslint.finding import ClusterId, Edit, Finding, Fix, Location, Notice, Related, Safety, Severity
from newslint.report import Provenance, Report, ReportOptions, RuleInfo

Reporter = Callable[[Report, Callable[[str], object], ReportOptions], None]

PAGE = "# {name}\n\n{summary}\n\n## What it finds\n\nExamples of this page.\n"


def place(
    path: str = "articles/harbour.txt",
    line: int = 3,
    column: int = 1,
    excerpt: str = "",
    *,
    record: int | None = None,
    file: tuple[int, int] | None = None,
    length: int | None = None,
    **more: Any,
) -> Location:
    """A located place of one line; `file` is its line and column in the file, where that differs."""
    size = len(excerpt) if length is None else length
    start = (line - 1) * 80 + column - 1
    file_line, file_column = file or (line, column)
    ends = (line, column + size, file_line, file_column, file_line, file_column + size)
    return Location(DocumentRef(path, record), Span(start, start + size), line, column, *ends, excerpt, **more)


def finding(
    rule: str = "repeated-caption",
    message: str = "The caption stands twice",
    location: Location | None = None,
    severity: Severity = Severity.ERROR,
    family: str = "repetition",
    **more: Any,
) -> Finding:
    """A finding with a fingerprint made of its rule and message."""
    fingerprint = f"{sum(map(ord, rule + message)):032x}"
    return Finding(rule, message, location or place(), severity, family, fingerprint=fingerprint, **more)


def report_of(findings: Sequence[Finding], notices: Sequence[Notice] = (), **more: Any) -> Report:
    """A report with the counts that belong to its findings."""
    rules = {found.rule: found for found in findings}
    infos = {name: RuleInfo(name, found.family, found.severity, f"Summary of {name}.") for name, found in rules.items()}
    counts = Counter(found.rule for found in findings)
    severities = Counter(found.severity for found in findings)
    values: dict[str, Any] = {"documents": 3, "articles": 4, "bytes": 5321, "files": 3, "rules": infos}
    values["provenance"] = Provenance("0.1.0", tuple(sorted(rules)), "")
    return Report(tuple(findings), dict(counts), dict(severities), notices=tuple(notices), **(values | more))


def written(reporter: Reporter, report: Report, **options: Any) -> str:
    """What a reporter writes."""
    parts: list[str] = []
    reporter(report, parts.append, ReportOptions(**options))
    return "".join(parts)


CAPTION = "A ferry leaves the old harbour at dawn on Monday. (Harbour News)"
FIRST = "The council voted on Tuesday to close the east pier until May."
SECOND = "The council voted on Tuesday to close the east pier until 12 June."


def everyday() -> Report:
    """What a run over a small folder says: text files and records, copies, residue and blanks at line ends."""
    text, lines = "articles/harbour.txt", "feed/2024.jsonl"
    blanks = [
        finding(
            "trailing-whitespace",
            "Trailing no-break space",
            place(text, n, 40 + n, "\u00a0"),
            Severity.WARNING,
            "whitespace",
        )
        for n in range(10, 27)
    ]
    first = place(text, 3, 1, CAPTION)
    caption = finding(
        location=place(text, 4, 1, CAPTION),
        related=(Related(first, "first copy", "original"),),
        fix=Fix("Delete the second copy", (Edit(Span(240, 305)),), Safety.SAFE),
    )
    widget = finding(
        "text-size-widget", "Text-size control of the page", place(text, 5, 1, "TT"), family="residue",
        fix=Fix("Delete the control", (Edit(Span(320, 326)),), Safety.SAFE), kind="two-lines",
    )  # fmt: skip
    original = place("articles/council.txt", 7, 1, FIRST)
    copy = finding(
        "near-duplicate-paragraph", "Nearly the same paragraph in another document",
        place(lines, 2, 1, SECOND, record=12, file=(12, 84), id="00123"), Severity.WARNING, "duplicate",
        kind="edited", related=(Related(original, "", "original", 0.914),), cluster=ClusterId("c0ffee12", 3),
        source="harbour.example", data={"added": ["12", "June"], "removed": ["May"], "similarity": 0.914},
    )  # fmt: skip
    boundary = finding(
        "multiple-articles",
        "A second article begins here",
        place(text, 35, 1, "Pier closes"),
        Severity.INFO,
        "structure",
    )
    notices = (
        Notice("articles/old.doc.txt", "binary file (a NUL byte at offset 12)"),
        Notice("articles/photo.txt", "binary file (a NUL byte at offset 12)"),
        Notice("feed/locked.jsonl", "cannot be opened: permission denied", failed=True),
    )
    return report_of([caption, widget, *blanks, boundary, copy], notices)


def rtl() -> Report:
    """Wide and right-to-left text."""
    return report_of(
        [
            finding(
                location=place("新闻/港口.txt", 4, 1, "周一清晨，一艘渡轮驶离旧港口。（港口新闻）"),
                message="图片说明重复",
            ),
            finding(location=place("أخبار/ميناء.txt", 2, 1, "عبّارة تغادر الميناء القديم فجر الاثنين"), message="تكرار"),
            finding(location=place("haber/liman.txt", 9, 1, "Pazartesi sabahı eski limandan ayrılan feribot")),
        ]
    )


HOSTILE = (
    "\x1b]0;owned\x07",
    "\x9b31m",
    "\r\nforged: line",
    "::error::forged",
    "x ##[add-mask]e",
    "\u202egnp.exe",
    "\u200b\ufeff",
    "\u2028\u2029",
    "\ud800",
    "\udcff",
    '=HYPERLINK("http://x")',
    "＝1+1",
    "@team #12 http://x.example :smile:",
    "<script>alert(1)</script>",
    "a|b `c` [d](javascript:e)",
    "\"'&%0A,:",
    "\x00\x7f\x85",
    "\ufffe",
    "]]>",
    "00123",
    "1e5",
)
"""Texts that do harm to some sink when they reach it raw."""


def hostile() -> Report:
    """Every harmful text as path, message, excerpt, id, source, data, note and rule name."""
    findings = [
        finding(
            f"rule-{text}",
            text,
            place(text, number, 1, text, id=text),
            kind=text,
            source=text,
            related=(Related(place(text + "/b", 1, 1, text), text, "original", 0.5),),
            data={text: [text, float("nan")]},
            cluster=ClusterId(text, 2),
            fix=Fix(text, (Edit(Span(0, 1), text),), Safety.DISPLAY),
        )
        for number, text in enumerate(HOSTILE, 1)
    ]
    return report_of(findings, [Notice(text, text, failed=n % 2 == 0) for n, text in enumerate(HOSTILE)])


def empty() -> Report:
    """A clean run."""
    return report_of([])
