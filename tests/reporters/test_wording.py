"""Words that reporters share."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newslint.finding import Notice, Related, Safety, Severity
from newslint.reporters import wording

from .reports import empty, everyday, finding, place, report_of


@pytest.mark.parametrize(
    ("before", "text", "after", "shown"),
    [
        pytest.param("left the office", ".", "Nobody saw", "office.Nobody", id="a-mark"),
        pytest.param("on May 4, ", "2017", "Why", "2017Why", id="a-number"),
        pytest.param("", "\x19", "s", "\x19s", id="nothing-before"),
        pytest.param("b" * 40, ".", "a" * 40, f"{'b' * 16}.{'a' * 16}", id="no-blanks"),
        pytest.param("a", " \n", "b", "", id="blanks"),
        pytest.param("x", "TT ", "y", "TT", id="blanks-around"),
        pytest.param("of", "the", "sea", "the", id="a-word"),
        pytest.param("a", "twice", "b", "", id="told-already"),
    ],
)
def test_a_short_excerpt_comes_with_its_word(before: str, text: str, after: str, shown: str) -> None:
    found = finding(message="printed twice", location=place(excerpt=text, before=before, after=after))
    assert wording.excerpt(found) == shown


@pytest.mark.parametrize(
    ("number", "said"),
    [
        pytest.param(0, "0 bytes", id="nothing"),
        pytest.param(999, "999 bytes", id="small"),
        pytest.param(5321, "5.3 kB", id="kilobytes"),
        pytest.param(2_500_000_000, "2.5 GB", id="gigabytes"),
        pytest.param(7_000_000_000_000_000, "7,000.0 TB", id="beyond the largest unit"),
    ],
)
def test_size(number: int, said: str) -> None:
    assert wording.size(number) == said


@pytest.mark.parametrize(
    ("related", "said"),
    [
        pytest.param([], "", id="none"),
        pytest.param([Related(place(line=8), "", "part")], "", id="a part is no copy"),
        pytest.param([Related(place(line=2), "first copy")], "2:1 (first copy)", id="the same document"),
        pytest.param([Related(place("b.txt"), "", "original", 0.914)], "b.txt:3:1 (0.91)", id="another document"),
        pytest.param(
            [Related(place("b.txt"), "", "original", 0.999)], "b.txt:3:1 (0.99)", id="nearly the same is not 1"
        ),
        pytest.param([Related(place("b.txt"), "", "original", 1.0)], "b.txt:3:1 (1.00)", id="the same is"),
        pytest.param(
            [Related(place("c.jsonl", record=7), "", "example"), Related(place("b.txt"), "", "original")],
            "b.txt:3:1 (1 more)",
            id="the original before an example",
        ),
        pytest.param([Related(place("c.jsonl", record=7), "", "copy")], "c.jsonl:7:3:1", id="a record"),
    ],
)
def test_other_copy(related: list[Related], said: str) -> None:
    assert wording.other_copy(finding(related=tuple(related))) == said


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("\u00a0 ", "", id="nothing to see"),
        pytest.param("The caption stands twice", "", id="the message says it"),
        pytest.param("A ferry", "A ferry", id="something new"),
    ],
)
def test_excerpt(text: str, shown: str) -> None:
    assert wording.excerpt(finding(location=place(excerpt=text))) == shown


@pytest.mark.parametrize(
    ("safe", "unsafe", "fixed", "said"),
    [
        pytest.param(0, 0, {}, "", id="none"),
        pytest.param(2, 0, {}, "2 can be fixed with newslint fix", id="safely"),
        pytest.param(0, 3, {}, "3 can be fixed with newslint fix --unsafe-fixes", id="not safely"),
        pytest.param(2, 3, {}, "2 can be fixed with newslint fix, 3 more with --unsafe-fixes", id="both"),
        pytest.param(2, 3, {"nbsp": 1}, "3 can be fixed with newslint fix --unsafe-fixes", id="after fixing"),
    ],
)
def test_what_can_be_fixed_is_said(safe: int, unsafe: int, fixed: dict[str, int], said: str) -> None:
    report = replace(empty(), fixable={Safety.SAFE: safe, Safety.UNSAFE: unsafe}, fixed=fixed)
    assert wording.mendable(report) == said


def test_outcome() -> None:
    assert wording.outcome(everyday()) == "21 findings (2 errors, 18 warnings, 1 info) in 3 checked files"
    assert wording.outcome(empty()) == "No findings in 3 checked files"
    assert wording.outcome(report_of([], files=0)) == "Nothing was checked"
    beside = replace(everyday(), files=2003, compared=2000)
    assert wording.outcome(beside).endswith(" in 3 checked files, compared with 2,000 more")


def test_extent() -> None:
    assert wording.extent(everyday()) == "Read 3 documents with 4 articles in 3 files, 5.3 kB"


def test_the_gravest_rules_come_first_then_the_most_frequent() -> None:
    found = [
        finding("blank-run", severity=Severity.INFO),
        *[finding("trailing-whitespace", severity=Severity.WARNING)] * 3,
        *[finding("zero-width", severity=Severity.WARNING)] * 4,
        finding("mojibake"),
    ]
    assert [rule for rule, _, _ in wording.rules_by_weight(report_of(found))] == [
        "mojibake",
        "zero-width",
        "trailing-whitespace",
        "blank-run",
    ]


def test_notices_with_one_reason_are_grouped() -> None:
    notices = [Notice(f"{n}.txt", "binary file") for n in range(5)]
    notices.append(Notice("locked.txt", "permission denied", failed=True))
    assert list(wording.notice_lines(report_of([], notices), str.upper)) == [
        "Not read or not finished: 1 file",
        "  PERMISSION DENIED: LOCKED.TXT",
        "Left aside: 5 files",
        "  5 × BINARY FILE: 0.TXT, 1.TXT, 2.TXT, and 2 more",
    ]


def test_what_is_said_of_the_run_as_a_whole_is_no_file() -> None:
    notices = [Notice("", "files of other kinds: 3 .md")]
    assert list(wording.notice_lines(report_of([], notices), str)) == ["Left aside:", "  files of other kinds: 3 .md"]
    assert next(wording.notice_lines(report_of([], [*notices, Notice("a", "b")]), str)) == "Left aside:"


def test_many_reasons_are_cut_and_counted() -> None:
    notices = [Notice(f"{n}.txt", f"reason {n}") for n in range(25)]
    lines = list(wording.notice_lines(report_of([], notices), str))
    assert len(lines) == 1 + wording.REASONS_SHOWN + 1
    assert lines[-1] == "  and 5 more reasons; --output-format json lists every file"


def test_a_crash_asks_for_a_report() -> None:
    assert "please report" in "".join(wording.notice_lines(report_of([], crashed=True), str))
