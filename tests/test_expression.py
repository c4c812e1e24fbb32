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
