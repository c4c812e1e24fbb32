"""What a budget leaves out of the search for copies is said."""

from pathlib import Path

import pytest

import newslint
from newslint.similarity import join

COUNT = 12


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(COUNT):
        text = f"Rain fell on the town of Sorrin on Monday, and the river rose by {number + 2} metres at dam {number}."
        (tmp_path / f"{number}.txt").write_text(f"{text}\n", encoding="utf-8")


def said() -> list[str]:
    report = newslint.check(".", select=["near-duplicate-paragraph"])
    return [notice.message for notice in report.notices if "cut short" in notice.message]


def test_a_complete_search_needs_no_word() -> None:
    assert said() == []


def test_a_search_that_was_cut_short_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(join, "PAIRS_A_SET", 0)
    monkeypatch.setattr(join, "PAIRS_AT_LEAST", 0)
    (message,) = said()
    assert message.startswith("near-duplicate-paragraph: the search for copies was cut short")
    assert "words which more than 11 of them share were passed over (otherwise 64)" in message
