"""Small charts: findings by severity, by rule and by source."""

from __future__ import annotations

from collections import Counter
from typing import Final, NamedTuple

from newslint.finding import Severity
from newslint.report import Report
from newslint.reporters import wording
from newslint.reporters.escaping import markup

from .entries import NO_SOURCE

_ROWS: Final = 15


class Bar(NamedTuple):
    """One bar: what it counts, which filter it sets, and its colour."""

    label: str
    findings: int
    severity: str = ""


def overview(report: Report, sources: Counter[str]) -> str:
    """The section with the charts."""
    severities = [
        Bar(str(level), report.severities.get(level, 0), str(level)) for level in sorted(Severity, reverse=True)
    ]
    rules = [Bar(rule, count, level) for rule, level, count in wording.rules_by_weight(report)]
    ordered = sorted(sources.items(), key=lambda item: (-item[1], item[0]))
    named = [Bar(source or NO_SOURCE, count) for source, count in ordered]
    charts = [_chart("severity", "By severity", severities), _chart("rule", "By rule", rules)]
    if len(named) > 1 or named[0].label != NO_SOURCE:
        charts.append(_chart("source", "By source", named))
    return (
        '<section aria-labelledby="overview-title">\n<h2 id="overview-title">Overview</h2>\n'
        f'<div class="charts">\n{"".join(charts)}</div>\n</section>\n'
    )


def _chart(name: str, title: str, bars: list[Bar]) -> str:
    longest = max((bar.findings for bar in bars), default=0) or 1
    rows = "".join(_row(name, bar, longest) for bar in bars[:_ROWS])
    rest = bars[_ROWS:]
    if rest:
        total = sum(bar.findings for bar in rest)
        rows += f"<tr><th scope=row>{len(rest):,} more</th><td>{total:,}</td><td></td></tr>\n"
    return f"<table>\n<caption>{title}</caption>\n{rows}</table>\n"


def _row(name: str, bar: Bar, longest: int) -> str:
    label, share = markup(bar.label), 100 * bar.findings / longest
    button = f'<button type="button" data-filter="{name}" data-value="{label}"><bdi>{label}</bdi></button>'
    rectangle = f'<rect class="{bar.severity}" width="{share:.2f}" height="10"/>'
    drawn = f'<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">{rectangle}</svg>'
    return f"<tr><th scope=row>{button}</th><td>{bar.findings:,}</td><td>{drawn}</td></tr>\n"
