"""Which rules are asked about a document: all those whose condition holds there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Document, DocumentRef, Needs, packs
from newslint.engine.dispatch import Dispatch
from newslint.reading.segment import segment
from newslint.text import common_han

ASKED = [*"\u7684\u9228\u8757\u00a0\u0628é", "\u4f7f\u7528 Cookie", "\u0628\u7684", "ferry"]
TEXTS = st.lists(st.sampled_from([*ASKED, *"a \n\u4f7f中"]), max_size=8).map("".join)


@given(st.lists(TEXTS, max_size=4), st.lists(st.frozensets(st.sampled_from(ASKED), max_size=3), max_size=4))
def test_what_stands_in_the_text_is_found(texts: list[str], asked: list[frozenset[str]]) -> None:
    """Characters, too, where they are ones that nobody tells of a document because nearly every one holds them."""
    documents = [Document(DocumentRef(f"{number}.txt"), text, segment(text)) for number, text in enumerate(texts)]
    single = [frozenset(sign for sign in signs if len(sign) == 1) for signs in asked]
    needs = [Needs(characters=one, substrings=signs - one) for one, signs in zip(single, asked, strict=True)]
    able = Dispatch(needs).able(documents)
    holds = [[number for number, signs in enumerate(asked) if any(sign in text for sign in signs)] for text in texts]
    assert able == holds


@pytest.mark.parametrize(
    ("text", "able"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(" ferry\u00a0x", [], id="before-the-end"),
        pytest.param("ferry ", [0], id="the-end"),
        pytest.param("\u00a0", [0, 1], id="the-whole-text"),
    ],
)
def test_what_a_text_ends_in_is_found(text: str, able: list[int]) -> None:
    needs = [Needs(endings=frozenset(" \u00a0")), Needs(endings=frozenset("\u00a0"))]
    assert Dispatch(needs).able([Document(DocumentRef("a.txt"), text)]) == [able]


@pytest.mark.parametrize("name", packs.load_rules())
def test_no_rule_that_ships_asks_for_a_common_character(name: str) -> None:
    """It would be found, but slowly."""
    needs = getattr(packs.load_rules()[name], "needs", Needs())
    assert common_han().isdisjoint(needs.characters)
