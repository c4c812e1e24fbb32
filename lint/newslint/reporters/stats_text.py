"""The figures on a corpus for people: tables, and bars made of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from newslint.report import Report, SourceCensus

from . import wording
from .display import cut, display_width, pad
from .escaping import terminal
from .stats import BINS, Figures, lower_bound

NO_SOURCE: Final = "(no source)"
SOURCES_SHOWN: Final = 20
RULES_SHOWN: Final = 10
"""Rules that are shown for each source."""
BAR: Final = 40
SHORTEST: Final = 7
"""Class of lengths below which all are shown as one."""
_LONGEST_NAME: Final = 48


def as_text(figures: Figures, write: Callable[[str], object]) -> None:
    """Write all figures, section by section; a section without figures is left out."""
    whole = figures.whole
    lengths = _lengths("documents", whole.lengths), _lengths("paragraphs", whole.paragraph_lengths)
    sections = (_sources(figures), _rates(figures), _copies(figures), *lengths, _similarities(figures))
    for section in (*sections, _worst(figures)):
        lines = list(section)
        if lines:
            write("".join(f"{line}\n" for line in (*lines, "")))
    for line in _closing(figures.report):
        write(f"{line}\n")


def _sources(figures: Figures) -> Iterator[str]:
    if not figures.census:
        return
    found = Counter[str]()
    for (source, _), number in figures.findings.items():
        found[source] += number
    names = _by_documents(figures)
    rows = [_source_row(_named(name), figures.census[name], found[name]) for name in names if name in figures.census]
    left_out = len(rows) - SOURCES_SHOWN
    rows = rows[:SOURCES_SHOWN]
    if left_out > 0:
        rows.append((f"and {left_out:,} more", "", "", "", "", ""))
    if len(figures.census) > 1:
        rows.append(_source_row("all", figures.whole, figures.report.total))
    yield "Sources"
    yield from table(("source", "documents", "paragraphs", "text", "findings", "per 1,000 documents"), rows)


def _source_row(name: str, counts: SourceCensus, found: int) -> tuple[str, ...]:
    rate = f"{1000 * found / counts.documents:,.1f}" if counts.documents else ""
    return name, f"{counts.documents:,}", f"{counts.paragraphs:,}", wording.size(counts.bytes), f"{found:,}", rate


def _rates(figures: Figures) -> Iterator[str]:
    """The rates of the most frequent rules, source by source."""
    if not figures.findings:
        return
    rows = []
    for source in _by_documents(figures)[:SOURCES_SHOWN]:
        rules = Counter({rule: number for (name, rule), number in figures.findings.items() if name == source})
        ordered = sorted(rules.items(), key=lambda item: (-item[1], item[0]))
        for rule, number in ordered[:RULES_SHOWN]:
            rows.append((_named(source), terminal(rule), f"{number:,}", f"{figures.rate(source, rule):,.1f}"))
        if len(ordered) > RULES_SHOWN:
            rest = sum(number for _, number in ordered[RULES_SHOWN:])
            more = wording.counted(len(ordered) - RULES_SHOWN, "more rule")
            rows.append((_named(source), more, f"{rest:,}", ""))
    yield "Findings by source and rule"
    yield from table(("source", "rule", "findings", "per 1,000 documents"), rows)


def _copies(figures: Figures) -> Iterator[str]:
    rows = []
    for name, copies, number in figures.shares():
        shown = wording.size if name == "bytes" else "{:,}".format
        rows.append((name, shown(copies), shown(number), f"{100 * copies / number:.1f} %" if number else ""))
    if figures.copies.documents or figures.copies.paragraphs:
        yield "Copies of something else in the corpus"
        yield from table(("", "copies", "of", "share"), rows)


def _lengths(title: str, counted: Counter[int]) -> Iterator[str]:
    if not counted:
        return
    yield f"Lengths of {title} (characters)"
    short = sum(number for size, number in counted.items() if size < SHORTEST)
    classes = range(max(SHORTEST, min(counted)), max(counted) + 1)
    bars = [(f"below {lower_bound(SHORTEST)}", short)] if short else []
    bars += [(f"{lower_bound(size):,}–{lower_bound(size + 1) - 1:,}", counted[size]) for size in classes]
    yield from _bars(bars)


def _similarities(figures: Figures) -> Iterator[str]:
    counted = figures.copies.similarities
    if counted:
        yield "Similarity of copies to their originals"
        classes = range(min(counted), max(counted) + 1)
        yield from _bars(
            [(f"from {number / BINS:.2f}" if number < BINS else "1", counted[number]) for number in classes]
        )


def _worst(figures: Figures) -> Iterator[str]:
    if figures.worst:
        yield "Files with the most findings"
        rows = [(terminal(item.path), f"{item.findings:,}", f"{item.errors:,}") for item in figures.worst]
        yield from table(("file", "findings", "errors"), rows)


def _closing(report: Report) -> Iterator[str]:
    yield wording.extent(report)
    yield from wording.notice_lines(report, terminal)


def _by_documents(figures: Figures) -> list[str]:
    """The sources, those with the most documents first."""
    named = {source: counts.documents for source, counts in figures.census.items()}
    for source, _ in figures.findings:
        named.setdefault(source, 0)
    return sorted(named, key=lambda source: (-named[source], source))


def _named(source: str) -> str:
    return cut(terminal(source), _LONGEST_NAME) if source else NO_SOURCE


def table(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Aligned columns; texts to the left, numbers to the right."""
    columns = range(len(headers))
    widths = [max(display_width(row[column]) for row in (headers, *rows)) for column in columns]
    numeric = [all(not row[column] or row[column].lstrip("+-")[0].isdigit() for row in rows) for column in columns]
    for row in (headers, *rows):
        cells = [_cell(row[column], widths[column], numeric[column] and column > 0) for column in columns]
        yield f"  {'  '.join(cells).rstrip()}"


def _cell(text: str, width: int, right: bool) -> str:
    return " " * (width - display_width(text)) + text if right else pad(text, width)


def _bars(classes: Sequence[tuple[str, int]]) -> Iterator[str]:
    """One line a class: its name, how many, and a bar of at most `BAR` columns."""
    names, most = max(len(name) for name, _ in classes), max(number for _, number in classes)
    numbers = len(f"{most:,}")
    for name, number in classes:
        bar = "█" * max(round(BAR * number / most), 1 if number else 0)
        yield f"  {name:>{names}}  {number:>{numbers},}  {bar}".rstrip()
