"""Differing words of two copies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.reporters.differences import Part, differing


def marked(parts: list[Part]) -> str:
    return "".join(f"[{part.text}]" if part.differs else part.text for part in parts)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("The pier.", "The pier.", ("The pier.", "The pier."), id="no difference"),
        pytest.param("until May.", "until June.", ("until [May].", "until [June]."), id="a word"),
        pytest.param("The pier", "The old pier", ("The pier", "The [old ]pier"), id="an addition on one side"),
        pytest.param("3.5 million", "3.7 million", ("3.[5] million", "3.[7] million"), id="a figure"),
        pytest.param("旧港口关闭", "新港口关闭", ("[旧]港口关闭", "[新]港口关闭"), id="a script without blanks"),
        pytest.param("a\nb", "a b", ("a\nb", "a b"), id="a line end is a blank"),
        pytest.param("", "new", ("", "[new]"), id="nothing on one side"),
    ],
)  # fmt: skip
def test_differing(one: str, other: str, expected: tuple[str, str]) -> None:
    here, there = differing(one, other)
    assert (marked(here), marked(there)) == expected


@given(st.text(max_size=500), st.text(max_size=500))
def test_the_pieces_give_the_texts_back(one: str, other: str) -> None:
    here, there = differing(one, other)
    assert "".join(part.text for part in here) == one
    assert "".join(part.text for part in there) == other
