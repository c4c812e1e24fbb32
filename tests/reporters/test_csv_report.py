"""CSV."""

from __future__ import annotations

import csv
import io
import re

import pytest

from newslint.report import Report
from newslint.reporters import csv_report

from .reports import SECOND, empty, everyday, hostile, rtl, written


def rows(report: Report) -> list[dict[str, str]]:
    text = io.StringIO(written(csv_report.report, report), newline="")
    return list(csv.DictReader(text, strict=True))


@pytest.mark.parametrize("report", [empty(), everyday(), rtl(), hostile()])
def test_the_columns_never_change(report: Report) -> None:
    table = list(csv.reader(io.StringIO(written(csv_report.report, report), newline=""), strict=True))
    assert table[0] == list(csv_report.COLUMNS)
    assert {len(row) for row in table} == {len(csv_report.COLUMNS)}
    assert len(table) == report.total + 1


def test_a_finding_in_a_record() -> None:
    row = rows(everyday())[-1]
    assert (row["record"], row["id"], row["file_line"], row["file_column"]) == ("12", "00123", "12", "84")
    assert (row["other_path"], row["other_record"], row["similarity"]) == ("articles/council.txt", "", "0.914")
    assert (row["excerpt"], row["cluster"], row["cluster_size"]) == (SECOND, "c0ffee12", "3")


def test_no_cell_is_a_formula_or_holds_a_control_character() -> None:
    for row in rows(hostile()):
        assert not any(re.match(r"\s*[=+\-@＝＋－＠]", cell) for cell in row.values())
        assert not any(re.search(r"[\x00-\x1f\x7f-\x9f]", cell) for cell in row.values())
