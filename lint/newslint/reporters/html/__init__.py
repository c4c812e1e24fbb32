"""One HTML file that needs nothing else: overview, near-duplicates side by side, and every finding in its context.

Text of a corpus stands in the page as text only. A content-security policy names the style and the script of this
package by their hashes and allows nothing else, so that no text could bring a script or a style of its own to life.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator
from hashlib import sha256
from importlib.resources import files
from typing import Final

from newslint.finding import Finding
from newslint.report import Report, ReportOptions
from newslint.reporters import wording
from newslint.reporters.choice import gravest
from newslint.reporters.escaping import markup

from .clusters import clusters
from .entries import Filters, Numbers, controls, entry
from .lists import later
from .overview import Tally, overview

MOST_FINDINGS: Final = 10_000
"""Findings that are listed; a browser opens a page with so many in less than a second."""


def report(report: Report, write: Callable[[str], object], options: ReportOptions) -> None:  # noqa: ARG001
    """Write the page; of more than `MOST_FINDINGS` findings the gravest, and how many were left out."""
    tally = Tally()
    found = gravest(tally.counting(report.findings), MOST_FINDINGS)
    filters = Filters.of(found)
    style, script = (_asset(name) for name in ("page.css", "page.js"))
    write(_head(style, script))
    write(f"<header>\n<h1>newslint report</h1>\n<p class=outcome>{markup(wording.outcome(report))}</p>\n")
    write(f"<p>{markup(wording.extent(report))}</p>\n</header>\n<main>\n")
    for piece in _pieces(report, found, tally, filters):
        write(piece)
    version = markup(report.provenance.version)
    write(f"</main>\n<footer>newslint {version}</footer>\n<script>{script}</script>\n</body>\n</html>\n")


def _pieces(report: Report, found: list[Finding], tally: Tally, filters: Filters) -> Iterator[str]:
    if report.total:
        yield overview(report, tally, filters)
        yield from clusters(found)
        yield from _findings(report, found, filters)
    yield from _notices(report)


def _asset(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def _head(style: str, script: str) -> str:
    allowed = {"style-src": style, "script-src": script}
    hashes = {name: b64encode(sha256(text.encode()).digest()).decode() for name, text in allowed.items()}
    policy = "; ".join(
        ["default-src 'none'", "base-uri 'none'", "form-action 'none'"]
        + [f"{name} 'sha256-{digest}'" for name, digest in hashes.items()]
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>newslint report</title>\n<style>{style}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#findings">Skip to the findings</a>\n'
    )


def _findings(report: Report, found: list[Finding], filters: Filters) -> Iterator[str]:
    yield '<section id="findings" aria-labelledby="findings-title">\n<h2 id="findings-title">Findings</h2>\n'
    if len(found) < report.total:
        left = f"The gravest {len(found):,} of {report.total:,} findings; the JSON report holds all."
        yield f"<p>{left}</p>\n"
    yield controls(filters, len(found))
    numbers = Numbers(filters)
    yield from later("list", (entry(finding, numbers) for finding in found))
    yield "</section>\n"


def _notices(report: Report) -> Iterator[str]:
    lines = list(wording.notice_lines(report, markup))
    if lines:
        yield '<section aria-labelledby="notices-title">\n<h2 id="notices-title">Files that were not checked</h2>\n'
        yield "<ul>\n"
        yield from (f"<li{' class=inner' if line.startswith(' ') else ''}>{line.strip()}</li>\n" for line in lines)
        yield "</ul>\n</section>\n"
