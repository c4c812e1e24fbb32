"""The rare characters of many texts at once are those of each."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from newslint import rare_characters
from newslint.alphabet import rare_characters_of


@given(st.lists(st.text(), max_size=6))
@example([])
@example(["", "ferry"])
@example(["\U0001f468 ferry", "é", "\ud83d", "\u7684\u9228"])
def test_together_as_one_by_one(texts: list[str]) -> None:
    assert rare_characters_of(texts) == list(map(rare_characters, texts))
