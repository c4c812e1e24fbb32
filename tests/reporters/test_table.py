"""The table as a whole. Its exact text is kept in the snapshots."""

from __future__ import annotations

import re

import pytest

from newslint.reporters import table

from .reports import empty, everyday, finding, hostile, place, report_of, rtl, written

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def test_a_clean_run_says_so_and_has_no_table() -> None:
    assert written(table.report, empty()) == (
        "Read 3 documents with 4 articles in 3 files, 5.3 kB\nNo findings in 3 checked files\n"
    )


def test_rows_beyond_the_limit_are_counted_and_totals_stay() -> None:
    text = written(table.report, everyday(), max_shown=3)
    assert "… and 2 more findings: --max-shown 0 shows all" in text
    assert "trailing-whitespace:" not in text
    assert text.endswith("\n21 findings (2 errors, 18 warnings, 1 info) in 3 checked files\n")


def test_a_table_written_in_batches_is_one_table() -> None:
    found = [finding(location=place(f"articles/{number}.txt")) for number in range(2500)]
    text = written(table.report, report_of(found), max_shown=0)
    body = text.split("\n\n")[0].split("\n")
    assert len(body) == 2502
    assert {line.index("error[") for line in body[2:]} == {body[0].index("rule")}


@pytest.mark.parametrize("width", [80, 160])
def test_colour_changes_nothing_but_colour(width: int) -> None:
    for made in (everyday(), rtl(), hostile()):
        coloured = written(table.report, made, width=width, color=True)
        assert coloured != (plain := written(table.report, made, width=width))
        assert COLOUR.sub("", coloured) == plain


def test_ids_are_never_read_as_numbers() -> None:
    found = [finding(f"{name}", name, place(name)) for name in ("00123", "1e5", "1_000", "0x10")]
    text = written(table.report, report_of(found))
    assert all(f"{name}:3:1" in text and f"error[{name}]" in text for name in ("00123", "1e5", "1_000", "0x10"))


def test_one_huge_cell_does_not_widen_the_table() -> None:
    found = [finding(location=place(str(number))) for number in range(200)]
    found.append(finding(message="z" * 1_000_000, location=place("z", excerpt="z" * 160)))
    assert len(written(table.report, report_of(found))) < 100_000
