"""Small charts: findings by severity, by rule, by source and by file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from newslint.finding import Finding, Severity
from newslint.report import Report
from newslint.reporters import wording
from newslint.reporters.escaping import markup

from .entries import NO_SOURCE, Filters

_ROWS: Final = 12
_LEVELS: Final = tuple(sorted(Severity, reverse=True))
_CODE: Final = re.compile(r"`([^`]+)`")
Levels = Counter[Severity]


class Tally:
    """What the charts need of all findings, counted while somebody else goes through them."""

    def __init__(self) -> None:
        self.sources: dict[str, Levels] = {}
        self.files: dict[str, Levels] = {}

    def counting(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The same findings, counted."""
        for finding in findings:
            self.sources.setdefault(finding.source, Counter())[finding.severity] += 1
            self.files.setdefault(finding.location.ref.path, Counter())[finding.severity] += 1
            yield finding


class Bar(NamedTuple):
    """One bar: its name, what it counts, what is said of it, and the number of its value in the filter."""

    label: str
    levels: Mapping[Severity, int]
    remark: str = ""
    value: int | None = None

    @property
    def findings(self) -> int:
        return sum(self.levels.values())


def overview(report: Report, tally: Tally, filters: Filters) -> str:
    """The section with the charts."""
    charts = [_chart("rule", "By rule", _rules(report, filters.rules))]
    beside = []
    if set(tally.sources) - {""}:
        numbers = _numbered(filters.sources)
        named = {source or NO_SOURCE: levels for source, levels in tally.sources.items()}
        bars = [Bar(name, levels, value=numbers.get(name)) for name, levels in named.items()]
        beside.append(_chart("source", "By source", bars))
    if len(tally.files) > 1:
        beside.append(_chart("", "By file", [Bar(path, levels) for path, levels in tally.files.items()]))
    if beside:
        charts.append(f'<div class="beside">\n{"".join(beside)}</div>\n')
    title = '<section aria-labelledby="overview-title">\n<h2 id="overview-title">Overview</h2>\n'
    return f"{title}{_severities(report, filters.severities)}{''.join(charts)}</section>\n"


def _numbered(values: Iterable[str]) -> dict[str, int]:
    return {value: number for number, value in enumerate(values)}


def _severities(report: Report, listed: Iterable[str]) -> str:
    """One bar of all findings, and a figure for each severity."""
    numbers = _numbered(listed)
    figures = "".join(
        f'<li class="{level}"><strong>{report.severities[level]:,}</strong> '
        f"{_button('severity', str(level), numbers.get(str(level)))}</li>\n"
        for level in _LEVELS
        if report.severities.get(level)
    )
    return f'{_drawn(report.severities, report.total)}<ul class="figures">\n{figures}</ul>\n'


def _rules(report: Report, listed: Iterable[str]) -> list[Bar]:
    numbers = _numbered(listed)
    bars = []
    for rule, _, count in wording.rules_by_weight(report):
        info = report.rules.get(rule)
        levels = {report.severity_of(rule) or Severity.WARNING: count}
        bars.append(Bar(rule, levels, info.summary if info else "", numbers.get(rule)))
    return bars


def _chart(name: str, title: str, bars: list[Bar]) -> str:
    ordered = sorted(bars, key=lambda bar: (-bar.findings, bar.label))
    longest = ordered[0].findings
    rows = [_row(name, bar, longest) for bar in ordered]
    kind = f"chart {name}".strip()
    text = f'<h3>{title}</h3>\n<ol class="{kind}">\n{"".join(rows[:_ROWS])}</ol>\n'
    if rows[_ROWS:]:
        more = f"{len(rows) - _ROWS:,} more with {wording.counted(sum(b.findings for b in ordered[_ROWS:]), 'finding')}"
        kept = rows[_ROWS : 20 * _ROWS]
        text += f'<details><summary>{more}</summary>\n<ol class="{kind}">\n{"".join(kept)}</ol>\n</details>\n'
    return f"<div>\n{text}</div>\n"


def _row(name: str, bar: Bar, longest: int) -> str:
    said = _CODE.sub(r"<code>\1</code>", markup(bar.remark))
    remark = f"<small>{said}</small>" if said else ""
    label = _button(name, bar.label, bar.value)
    return f"<li>{label}<span>{bar.findings:,}</span>{_drawn(bar.levels, longest)}{remark}</li>\n"


def _button(name: str, label: str, value: int | None) -> str:
    """The name of what is counted; a button that sets the filter where the list holds any such finding."""
    text = f"<bdi>{markup(label)}</bdi>"
    if value is None:
        return f"<span>{text}</span>"
    return f'<button type="button" data-filter="{name}" data-value="{value}">{text}</button>'


def _drawn(levels: Mapping[Severity, int], whole: int) -> str:
    """A bar, the gravest first."""
    left, drawn = 0.0, ""
    for level in _LEVELS:
        share = 100 * levels.get(level, 0) / whole
        if share:
            drawn += f'<rect class="{level}" x="{left:.2f}" width="{share:.2f}" height="10"/>'
            left += share
    return f'<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">{drawn}</svg>'
