"""What tells cheaply that an expression matches nowhere in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Document, DocumentRef, Pattern

PIECES = st.lists(st.sampled_from(["ferry", "fer", "ry", " ", "é", "渡轮", "渡", "轮", "\u200b"]), max_size=8).map(
    "".join
)


@pytest.mark.parametrize(
    ("text", "literals", "expected"),
    [
        pytest.param("The quay", ("ferry",), False, id="nothing stands there"),
        pytest.param("The quay", ("渡轮",), False, id="a text of ASCII holds no other letter"),
        pytest.param("The quay", (), True, id="nothing is known"),
        pytest.param("The ferry", ("渡轮", "ferry"), True, id="one of them"),
        pytest.param("那艘渡轮 ferry", ("ferry",), True, id="ASCII among others"),
    ],
)
def test_what_may_match(text: str, literals: tuple[str, ...], expected: bool) -> None:
    assert Pattern("x", literals=literals).may_stand_in(Document(DocumentRef("a.txt"), text)) is expected


@given(PIECES, st.lists(PIECES.filter(bool), max_size=3).map(tuple))
def test_no_text_that_holds_a_literal_is_left_out(text: str, literals: tuple[str, ...]) -> None:
    if any(literal in text for literal in literals):
        assert Pattern("x", literals=literals).may_stand_in(Document(DocumentRef("a.txt"), text))


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [
        pytest.param("boat boats boat", "inside", [(0, 4), (5, 10), (11, 15)], id="every place"),
        pytest.param("boat boats", "start", [(0, 4)], id="the start"),
        pytest.param("a boat", "start", [], id="not at the start"),
        pytest.param("boat boats", "end", [(5, 10)], id="the end"),
        pytest.param("boat by boat.", "end", [], id="not at the end"),
        pytest.param("a ship", "inside", [], id="nothing that it needs"),
    ],
)
def test_where_it_matches(text: str, position: str, expected: list[tuple[int, int]]) -> None:
    found = Pattern("boats?", literals=("boat",)).matches(text, position, 1.0)
    assert [match.span() for match in found] == expected


@pytest.mark.parametrize("position", ["inside", "end"])
def test_the_limit_holds_for_all_that_it_searches(position: str) -> None:
    with pytest.raises(TimeoutError):
        Pattern("x|(?:a|a)+[bc]").matches(f"x {17 * 'a'} " * 60, position, 0.2)
