"""Markdown and the job summary."""

from __future__ import annotations

import re

import pytest

from newslint.finding import Severity
from newslint.report import Report
from newslint.reporters import markdown

from .reports import Reporter, empty, everyday, finding, hostile, place, report_of, rtl, written

BAR = re.compile(r"(?<!\\)\|")


@pytest.mark.parametrize("reporter", [markdown.report, markdown.summary])
@pytest.mark.parametrize("report", [empty(), everyday(), rtl(), hostile()])
def test_every_row_has_the_cells_of_its_header(report: Report, reporter: Reporter) -> None:
    columns = None
    for line in written(reporter, report).split("\n"):
        here = len(BAR.findall(line)) if line.startswith("|") else None
        assert here == columns or here is None or columns is None
        columns = here


@pytest.mark.parametrize("reporter", [markdown.report, markdown.summary])
def test_nothing_of_a_corpus_comes_alive(reporter: Reporter) -> None:
    text = re.sub(r"`[^`\n]*`", "", written(reporter, hostile()))
    assert not re.search(r"@\w|<(?!/?code>)|\]\(|https?://|(?<!&)#\d|:\w+:", text)


def test_rows_beyond_the_limit_are_counted() -> None:
    text = written(markdown.report, everyday(), max_shown=3)
    assert "… and 2 more findings." in text
    assert text.endswith("**21 findings (2 errors, 18 warnings, 1 info) in 3 checked files**\n")


def test_a_summary_begins_with_the_result_and_names_the_gravest() -> None:
    found = [finding(severity=Severity.WARNING, location=place(f"{n}.txt")) for n in range(40)]
    found.append(finding("mojibake", location=place("z.txt")))
    text = written(markdown.summary, report_of(found))
    assert text.startswith("## newslint: 41 findings (1 error, 40 warnings) in 3 checked files\n")
    assert "### The gravest 10\n" in text
    assert text.count("| `repeated-caption` |") == 10  # nine findings and the count
    assert "`z.txt:3:1`" in text


def test_a_clean_summary_is_short() -> None:
    assert written(markdown.summary, empty()) == (
        "## newslint: No findings in 3 checked files\n\nRead 3 documents with 4 articles in 3 files, 5.3 kB.\n\n"
        "**No findings in 3 checked files**\n"
    )


def test_a_summary_of_huge_texts_stays_small() -> None:
    found = [finding(message="|" * 1_000_000, location=place(str(n), excerpt="`" * 160)) for n in range(50)]
    assert len(written(markdown.summary, report_of(found))) < 100_000
