"""Widths on a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.reporters.display import cut, cut_left, display_width, pad, wrap


@pytest.mark.parametrize(
    ("text", "width"),
    [
        pytest.param("plain", 5, id="ASCII"),
        pytest.param("港口", 4, id="two columns each"),
        pytest.param("ＡＢ", 4, id="full-width letters"),
        pytest.param("e\u0301", 1, id="a letter and its mark"),
        pytest.param("ميناء", 5, id="right-to-left"),
        pytest.param("می\u200cخواهم", 7, id="a joiner takes none"),
        pytest.param("한글", 4, id="Hangul syllables"),
        pytest.param("İş…", 3, id="beyond ASCII"),
    ],
)
def test_display_width(text: str, width: int) -> None:
    assert display_width(text) == width


@pytest.mark.parametrize(
    ("text", "width", "kept"),
    [
        pytest.param("harbour", 7, "harbour", id="it fits"),
        pytest.param("harbour", 6, "harbo…", id="it does not"),
        pytest.param("the harbour", 5, "the…", id="no blank before the mark"),
        pytest.param("港口港口", 5, "港口…", id="never half a wide letter"),
        pytest.param("港口港口", 6, "港口…", id="an odd column stays empty"),
    ],
)
def test_cut(text: str, width: int, kept: str) -> None:
    assert cut(text, width) == kept


def test_cut_left_keeps_the_end() -> None:
    assert cut_left("articles/harbour.txt:3:1", 16) == "…harbour.txt:3:1"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        pytest.param("", 5, [""], id="nothing"),
        pytest.param("harbour", 7, ["harbour"], id="it fits"),
        pytest.param("the harbour is shut", 11, ["the harbour", "is shut"], id="at a blank"),
        pytest.param("harbourmaster", 5, ["harbo", "urmas", "ter"], id="a word that is too long"),
        pytest.param("港口关闭", 5, ["港口", "关闭"], id="never half a wide letter"),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


@given(st.text(st.characters(codec="utf-8")), st.integers(2, 40))
def test_wrapped_text_loses_blanks_at_most(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(display_width(line) <= width for line in lines)


def test_marks_cannot_pile_up_behind_a_letter() -> None:
    assert len(cut("e" + "\u0301" * 1_000_000, 10)) <= 41


@given(st.text(), st.integers(1, 40))
def test_cut_and_padded_text_takes_exactly_the_width(text: str, width: int) -> None:
    assert display_width(cut(text, width)) <= width
    assert display_width(pad(cut(text, width), width)) == width
