"""Expressions, and facts, that wait until they are needed."""

from __future__ import annotations

import re

import pytest

from newslint import lazy_pattern
from newslint.lazy import kept


def test_nothing_is_compiled_before_the_first_search(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    compile_ = re.compile

    def counted(expression: str, flags: int = 0) -> re.Pattern[str]:
        made.append(expression)
        return compile_(expression, flags)

    monkeypatch.setattr(re, "compile", counted)
    ferry = lazy_pattern(r"ferr(?:y|ies)", re.IGNORECASE)
    assert made == []
    assert [match[0] for match in ferry.finditer("Ferry, ferries")] == ["Ferry", "ferries"]
    assert ferry.sub("boat", "Night ferry") == "Night boat"
    assert made == [r"ferr(?:y|ies)"]


def test_a_wrong_expression_is_an_error_at_the_first_search() -> None:
    wrong = lazy_pattern("(")
    with pytest.raises(re.error):
        wrong.search("ferry")


def test_it_has_no_more_than_a_pattern_has() -> None:
    with pytest.raises(AttributeError):
        _ = lazy_pattern("a").finder  # type: ignore[attr-defined]


def test_a_fact_is_made_once_and_kept() -> None:
    made: list[str] = []

    class Story:
        @kept
        def length(self) -> int:
            """In words."""
            made.append("length")
            return 5

    story = Story()
    assert made == []
    assert (story.length, story.length, Story().length) == (5, 5, 5)
    assert made == ["length", "length"]
    assert Story.length.__doc__ == "In words."
