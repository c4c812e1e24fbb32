"""The exact bytes of every format on reports made by hand.

After a change that is meant, renew the stored files and read what changed before committing it:

    NEWSLINT_RENEW=1 pytest tests/reporters/test_snapshots.py
    git diff tests/reporters/snapshots
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from newslint.report import Report
from newslint.reporters import (
    concise,
    csv_report,
    full,
    github,
    gitlab,
    html,
    json_report,
    junit,
    markdown,
    sarif,
    table,
)

from .reports import Reporter, empty, everyday, hostile, rtl, written

SNAPSHOTS: Final = Path(__file__).parent / "snapshots"
RENEW: Final = os.environ.get("NEWSLINT_RENEW") == "1"

REPORTS: Final[dict[str, Callable[[], Report]]] = {
    "everyday": everyday,
    "rtl": rtl,
    "hostile": hostile,
    "empty": empty,
}
FORMATS: Final[dict[str, tuple[Reporter, dict[str, Any]]]] = {
    "table.txt": (table.report, {}),
    "table-80.txt": (table.report, {"width": 80}),
    "concise.txt": (concise.report, {}),
    "full.txt": (full.report, {"width": 100}),
    "report.csv": (csv_report.report, {}),
    "report.md": (markdown.report, {}),
    "summary.md": (markdown.summary, {}),
    "github.txt": (github.report, {}),
    "gitlab.json": (gitlab.report, {}),
    "junit.xml": (junit.report, {}),
    "report.html": (html.report, {}),
    "report.sarif": (sarif.report, {}),
    "report.json": (json_report.report, {}),
    "report.jsonl": (json_report.report_lines, {}),
}


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("form", FORMATS)
def test_snapshot(form: str, report: str) -> None:
    reporter, options = FORMATS[form]
    made = _without_assets(written(reporter, REPORTS[report](), **options)).encode("utf-8")
    stored = SNAPSHOTS / report / form
    if RENEW:
        stored.parent.mkdir(parents=True, exist_ok=True)
        stored.write_bytes(made)
    assert made.decode() == stored.read_bytes().decode()


def _without_assets(page: str) -> str:
    """The name of each file of the page in place of its whole content, which stands in the repository once already."""
    for name in ("page.css", "page.js"):
        page = page.replace((Path(html.__file__).parent / name).read_text(encoding="utf-8"), f"({name})")
    return page


def test_no_snapshot_is_left_over() -> None:
    known = {SNAPSHOTS / report / form for report in REPORTS for form in FORMATS}
    assert {path for path in SNAPSHOTS.glob("*/*") if path.is_file()} == known
