"""Edits are applied to the text as it stood before any of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Edit, Fix, Safety, Span
from newslint.fixing import apply_edits, disjoint_edits

EDITS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).map(sorted), max_size=4)


def fix(*edits: Edit) -> Fix:
    return Fix("mend it", edits, Safety.SAFE)


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        pytest.param([], "talks end", id="nothing"),
        pytest.param([Edit(Span(6, 6), "to ")], "talks to end", id="insertion"),
        pytest.param([Edit(Span(6, 9), "go on"), Edit(Span(0, 5), "Talks")], "Talks go on", id="any-order"),
        pytest.param([Edit(Span(0, 6))], "end", id="deletion"),
        pytest.param([Edit(Span(0, 5), "x"), Edit(Span(5, 6), "y")], "xyend", id="neighbours"),
    ],
)
def test_edits_are_applied(edits: list[Edit], expected: str) -> None:
    assert apply_edits("talks end", edits) == expected


@pytest.mark.parametrize(
    "edits",
    [
        pytest.param([Edit(Span(0, 3)), Edit(Span(2, 4))], id="overlap"),
        pytest.param([Edit(Span(0, 99))], id="outside"),
        pytest.param([Edit(Span(4, 2))], id="backwards"),
    ],
)
def test_impossible_edits_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="overlaps another one or lies outside"):
        apply_edits("talks end", edits)


def test_a_fix_is_taken_whole_or_not_at_all() -> None:
    first = fix(Edit(Span(2, 4), "x"))
    second = fix(Edit(Span(0, 1), "y"), Edit(Span(3, 5), "z"))
    third = fix(Edit(Span(5, 6)))
    assert disjoint_edits([first, second, third]) == [Edit(Span(2, 4), "x"), Edit(Span(5, 6))]


def test_equal_edits_are_one() -> None:
    assert disjoint_edits([fix(Edit(Span(2, 4))), fix(Edit(Span(2, 4)))]) == [Edit(Span(2, 4))]


@given(st.lists(EDITS, max_size=4))
def test_what_is_called_disjoint_can_be_applied(fixes: list[list[list[int]]]) -> None:
    made = []
    for edits in fixes:
        own = disjoint_edits(fix(Edit(Span(start, end), "-")) for start, end in edits)
        made.append(fix(*own))
    apply_edits("0123456789", disjoint_edits(made))
