"""Edits are applied to the text as it stood before any of them, and those of two passes can be joined."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Edit, Span
from newslint.fixing import apply_edits, disjoint_edits
from newslint.fixing.edits import Choice, joined, without_idle

from .edits_of import fix

EDITS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).map(sorted), max_size=4)


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


@pytest.mark.parametrize(
    ("first", "second", "taken"),
    [
        pytest.param(Edit(Span(2, 4), "x"), Edit(Span(4, 4), "y"), True, id="behind-what-is-written-anew"),
        pytest.param(Edit(Span(2, 4)), Edit(Span(5, 5), "y"), True, id="further-behind"),
        pytest.param(Edit(Span(2, 4)), Edit(Span(4, 5), "y"), True, id="the-next-characters-anew"),
        pytest.param(Edit(Span(2, 4)), Edit(Span(4, 4), "y"), False, id="right-behind"),
        pytest.param(Edit(Span(4, 4), "y"), Edit(Span(2, 4)), False, id="right-behind-and-first"),
    ],
)
def test_nothing_is_put_right_behind_what_another_fix_deletes(first: Edit, second: Edit, taken: bool) -> None:
    assert disjoint_edits([fix(first), fix(second)]) == [first, *([second] if taken else [])]


def test_equal_edits_are_one() -> None:
    assert disjoint_edits([fix(Edit(Span(2, 4))), fix(Edit(Span(2, 4)))]) == [Edit(Span(2, 4))]


@given(st.lists(EDITS, max_size=4))
def test_what_is_called_disjoint_can_be_applied(fixes: list[list[list[int]]]) -> None:
    made = []
    for edits in fixes:
        own = disjoint_edits(fix(Edit(Span(start, end), "-")) for start, end in edits)
        made.append(fix(*own))
    apply_edits("0123456789", disjoint_edits(made))


def test_a_fix_whose_own_edits_overlap_is_not_taken() -> None:
    assert disjoint_edits([fix(Edit(Span(1, 4)), Edit(Span(2, 6)))]) == []


def test_a_fix_that_shares_all_its_edits_counts_as_taken() -> None:
    choice = Choice()
    assert choice.take(fix(Edit(Span(2, 4))))
    assert choice.take(fix(Edit(Span(2, 4))))
    assert choice.edits == [Edit(Span(2, 4))]


def test_many_edits_are_chosen_in_reasonable_time() -> None:
    edits = [Edit(Span(place, place + 1)) for place in range(60_000)]
    assert disjoint_edits(fix(edit) for edit in reversed(edits)) == edits


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param([], [Edit(Span(0, 5), "Talks")], [Edit(Span(0, 5), "Talks")], id="nothing-before"),
        pytest.param([Edit(Span(6, 9), "go")], [], [Edit(Span(6, 9), "go")], id="nothing-after"),
        pytest.param(
            [Edit(Span(0, 6))], [Edit(Span(3, 3), "s")], [Edit(Span(0, 6)), Edit(Span(9, 9), "s")], id="apart"
        ),
        pytest.param([Edit(Span(6, 9), "stop")], [Edit(Span(9, 10), "re")], [Edit(Span(6, 9), "store")], id="inside"),
        pytest.param([Edit(Span(6, 9), "stop")], [Edit(Span(4, 8))], [Edit(Span(4, 9), "op")], id="across"),
    ],
)
def test_edits_of_two_passes_are_joined(first: list[Edit], second: list[Edit], expected: list[Edit]) -> None:
    text = "talks end"
    middle = apply_edits(text, first)
    both = joined(first, middle, second)
    assert both == expected
    assert apply_edits(text, both) == apply_edits(middle, second)


def test_an_edit_that_changes_nothing_is_idle() -> None:
    assert without_idle([Edit(Span(0, 5), "talks"), Edit(Span(6, 9))], "talks end") == [Edit(Span(6, 9))]


@given(st.data())
def test_joined_edits_do_what_the_passes_do(data: st.DataObject) -> None:
    text, all_edits = "0123456789", list[Edit]()
    before = text
    for mark in "abc":
        places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
        drawn = data.draw(st.lists(st.tuples(places, st.text(mark, max_size=3)), max_size=4))
        edits = disjoint_edits(fix(Edit(Span(start, end), new)) for (start, end), new in drawn)
        all_edits = joined(all_edits, text, edits)
        text = apply_edits(text, edits)
        assert apply_edits(before, all_edits) == text
        assert all_edits == sorted(all_edits)
