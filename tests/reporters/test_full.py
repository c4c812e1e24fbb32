"""Findings with their text."""

from __future__ import annotations

import re

import pytest

from newslint.finding import Finding, Location, Related
from newslint.reporters import full
from newslint.reporters.display import display_width

from .reports import SECOND, empty, everyday, finding, hostile, place, report_of, written


def body(found: Finding, **options: object) -> list[str]:
    return written(full.report, report_of([found]), **options).split("\n\n")[0].split("\n")[1:]


def within(before: str, excerpt: str, after: str) -> Location:
    return place(column=len(before) + 1, excerpt=excerpt)._replace(before=before, after=after)


@pytest.mark.parametrize(
    ("location", "lines"),
    [
        pytest.param(
            within("The ", "ferry", " left."), [" 3 | The ferry left.", "   |     ^^^^^"], id="a word in its line"
        ),
        pytest.param(within("left.", "\u00a0", ""), [" 3 | left.", "   |      ^"], id="a blank at the end"),
        pytest.param(within("a", "\u200b", "b"), [r" 3 | a\u200bb", "   |  ^^^^^^"], id="what cannot be seen is shown"),
        pytest.param(within("港口", "渡轮", "。"), [" 3 | 港口渡轮。", "   |     ^^^^"], id="wide letters"),
        pytest.param(within("", " ", ""), [], id="nothing to see"),
    ],
)
def test_carets(location: Location, lines: list[str]) -> None:
    assert body(finding(location=location)) == lines


def test_no_command_of_a_runner_is_quoted() -> None:
    quoted, carets = body(finding(location=within("##", "[add-mask]", " ##[group]x")))
    assert (quoted, carets) == (r" 3 | #\x23[add-mask] #\x23[group]x", "   |   ^^^^^^^^^^")


def test_a_long_line_is_cut_to_the_width_and_so_are_its_carets() -> None:
    lines = body(finding(location=place(excerpt="word " * 32)), width=60)
    assert [display_width(line) <= 60 for line in lines] == [True, True]
    assert lines[0].endswith("…")


def test_a_copy_is_shown_below_with_the_words_that_differ() -> None:
    text = written(full.report, everyday())
    assert SECOND in text
    pier = " 2 | The council voted on Tuesday to close the east pier until "
    assert f"{pier}12 June.\n   |{' ' * (len(pier) - 4)}^^^^^^^\n" in text
    assert "= other copy at articles/council.txt:7:1 (0.91 alike)" in text
    assert "= one of 3 copies (cluster c0ffee12)" in text


def test_words_beyond_the_excerpt_come_from_the_data_of_the_rule() -> None:
    lines = body(finding(data={"only_here": ["12", "June"], "only_there": ["May"] * 14}))
    assert lines[-2:] == ["   = only here: 12, June", "   = only there: " + ", ".join(["May"] * 12) + ", …"]
    lines = body(
        finding(
            data={"only_here": ["12"] * 12, "only_here_count": 12, "only_there": ["5"] * 12, "only_there_count": 30}
        )
    )
    assert [line[-3:] for line in lines[-2:]] == [" 12", ", …"]


def test_many_copies_are_counted() -> None:
    related = tuple(Related(place(f"{n}.txt", excerpt="A"), "", "copy") for n in range(9))
    assert body(finding(related=related))[-1] == "   = and 6 more places"


def test_a_fix_is_named() -> None:
    assert "   = fix (safe): Delete the second copy\n" in written(full.report, everyday())


def test_a_clean_run_says_so() -> None:
    assert written(full.report, empty()).endswith("No findings in 3 checked files\n")


def test_colour_changes_nothing_but_colour() -> None:
    for report in (everyday(), hostile()):
        coloured = written(full.report, report, color=True)
        assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == written(full.report, report)
