"""One line a finding."""

from __future__ import annotations

from newslint.reporters import concise

from .reports import empty, everyday, hostile, written


def test_nothing_is_written_for_a_clean_run() -> None:
    assert written(concise.report, empty()) == ""


def test_a_record_is_named_by_its_place_in_the_file() -> None:
    lines = written(concise.report, everyday()).splitlines()
    assert len(lines) == 21
    assert lines[-1] == (
        "feed/2024.jsonl:12:84: warning[near-duplicate-paragraph] Nearly the same paragraph in another document"
    )


def test_one_line_a_finding_whatever_it_holds() -> None:
    assert len(written(concise.report, hostile()).split("\n")) == hostile().total + 1


def test_colour_only_where_it_is_allowed() -> None:
    assert "\x1b" not in written(concise.report, everyday())
    assert "\x1b[33mwarning[trailing-whitespace]\x1b[0m" in written(concise.report, everyday(), color=True)
