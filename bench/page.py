"""How soon the HTML report can be read: `python -m bench.page 10000` (findings), in the Chromium that is installed.

Times are of the page's own clock, from the beginning of the navigation, in milliseconds: when the first text is
painted, when the page is loaded, and how long a filter that is set then takes until its result is painted.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from bench.formats import report_of
from bench.speed import machine
from tests.reporters import browser

from newslint.packs import reporter
from newslint.report import ReportOptions

PAINTED: Final = """
new Promise(done => {
  const look = () => {
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    const page = performance.getEntriesByType("navigation")[0];
    if (paint && page.loadEventEnd) done([paint.startTime, page.loadEventEnd]);
    else requestAnimationFrame(look);
  };
  look();
})
"""
FILTERED: Final = """
new Promise(done => {
  const begin = performance.now(), severity = document.querySelector("select");
  severity.selectedIndex = severity.options.length - 1;
  severity.dispatchEvent(new Event("change", {bubbles: true}));
  severity.dispatchEvent(new Event("input", {bubbles: true}));
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begin)));
})
"""


def write_page(number: int, path: Path) -> None:
    """A report with so many findings."""
    with path.open("w", encoding="utf-8", errors="backslashreplace") as file:
        reporter("html")(report_of(number), file.write, ReportOptions(max_shown=0))


def measure(path: Path, profile: Path) -> tuple[float, float, float]:
    """Milliseconds to the first paint, to the load, and of a filter."""
    with browser.browser(profile) as page:
        page.open(path)
        paint, load = page.value(PAINTED)
        return paint, load, page.value(FILTERED)


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("findings", type=int, nargs="?", default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args(argv)
    if not browser.executable():
        print("there is no Chromium", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="newslint-bench-", ignore_cleanup_errors=True) as scratch:
        path = Path(scratch, "report.html")
        write_page(options.findings, path)
        print(*(f"{key}: {value}" for key, value in machine().items()), sep="\n")
        print(f"\n{options.findings:,} findings, {path.stat().st_size / 1e6:.1f} MB\n")
        print(f"{'run':>4}{'first paint ms':>16}{'loaded ms':>12}{'filtered ms':>13}")
        for number in range(options.runs):
            paint, load, filtered = measure(path, Path(scratch, f"profile-{number}"))
            print(f"{number + 1:>4}{paint:>16.0f}{load:>12.0f}{filtered:>13.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
