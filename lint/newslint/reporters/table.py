"""The default report: a table of findings, then what was found and read. Only this module names tabulate."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Final

from newslint.finding import Severity
from newslint.report import Report, ReportOptions

from . import wording
from .colour import paint
from .display import display_width, pad
from .escaping import terminal
from .rows import Layout, Row, layout, lines, rows

_BATCH: Final = 1000
_FILL: Final = "x"
_COUNT_HEADERS: Final = ("rule", "severity", "findings")


def report(report: Report, write: Callable[[str], object], options: ReportOptions) -> None:
    """Write the table, then the summary. See `newslint.report.ReportOptions`."""
    if report.total:
        shown = _findings(report, write, options)
        if shown < report.total:
            more = wording.counted(report.total - shown, "more finding")
            write(f"… and {more}: --max-shown 0 shows all, --output-format concise or json lists every one\n")
    if options.quiet:
        return
    if report.total:
        write(f"\n{_counts(report, options)}\n")
    for line in wording.closing(report, terminal):
        write(f"{line}\n")


def _findings(report: Report, write: Callable[[str], object], options: ReportOptions) -> int:
    """Write the rows in batches, the widths being those of all rows. Returns how many findings they stand for."""
    widths = layout(rows(report.findings, options.max_shown), options.width)
    shown = 0
    for number, batch in enumerate(_batches(rows(report.findings, options.max_shown))):
        shown += sum(row.findings for row in batch)
        write(_table(batch, widths, options, header=number == 0))
    return shown


def _batches(shown: Iterator[Row]) -> Iterator[list[Row]]:
    while batch := list(islice(shown, _BATCH)):
        yield batch


def _table(batch: Sequence[Row], widths: Layout, options: ReportOptions, *, header: bool) -> str:
    made = [(row, line) for row in batch for line in lines(row, widths)]
    cells = [_padded(line.cells, row, widths, options) for row, line in made]
    grid = _grid(cells, widths.widths, widths.headers)
    out = grid[:2] if header else []
    for (_, line), text in zip(made, grid[2:], strict=True):
        out.extend([line.above, text] if line.above else [text])
    return "".join(f"{line}\n" for line in out)


def _padded(cells: Sequence[str], row: Row, widths: Layout, options: ReportOptions) -> list[str]:
    """The cells at their full width; the one that holds the rule in the colour of its severity."""
    padded = [pad(cell, width) for cell, width in zip(cells, widths.widths, strict=True)]
    rule = 0 if widths.stacked else 1
    if cells[rule].strip() == row.rule:
        padded[rule] = padded[rule].replace(row.rule, paint(row.rule, row.severity, options), 1)
    return padded


def _grid(rows: Sequence[Sequence[str]], widths: Sequence[int], headers: Sequence[str]) -> list[str]:
    """Lines of a table whose cells are padded already: header, rule, then one line a row.

    tabulate measures a cell by `len` or, where that happens to be installed, by wcwidth, and counts colours in;
    so it lays out stand-ins of the true widths, and the cells take their places.
    """
    from tabulate import tabulate

    stand_ins = [_FILL * width for width in widths]
    text = tabulate([stand_ins] * len(rows), headers, "simple", disable_numparse=True, colalign=["left"] * len(widths))
    header, rule, *lines = text.split("\n")
    return [header.rstrip(), rule, *map(_fill, lines, rows)]


def _fill(line: str, cells: Sequence[str]) -> str:
    gaps = [part for part in line.split(_FILL) if part]
    return "".join(f"{cell}{gap}" for cell, gap in zip(cells, [*gaps, ""], strict=True)).rstrip()


def _counts(report: Report, options: ReportOptions) -> str:
    """The small table of findings by rule."""
    counts = [(terminal(rule), severity, f"{count:,}") for rule, severity, count in wording.rules_by_weight(report)]
    widths = [max(len(_COUNT_HEADERS[n]) + 2, *(display_width(row[n]) for row in counts)) for n in range(3)]
    cells = []
    for rule, severity, count in counts:
        level = Severity.parse(severity) if severity else None
        painted = paint(severity, level, options) + " " * (widths[1] - len(severity))
        cells.append([pad(rule, widths[0]), painted, count.rjust(widths[2])])
    return "".join(f"{line}\n" for line in _grid(cells, widths, _COUNT_HEADERS))
