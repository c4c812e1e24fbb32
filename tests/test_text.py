"""The comparison form of lines, and the rare characters of a text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newslint import Document, DocumentRef, character_set, fold, normalize, rare_characters
from newslint.reading.segment import segment
from newslint.text import (
    COMPOSED,
    FOLDED,
    ORDINARY,
    common_han,
    fold_lines,
    may_hold_han,
)

DIFFERENT = [
    pytest.param("Ferry to Brevik", "Ferry to Brevik 2", id="another-word"),
    pytest.param("resume", "résumé", id="accents-count-inside-a-document"),
    pytest.param("1.5", "15", id="punctuation-counts"),
]

EQUAL = [
    pytest.param("Ferry to Brevik\xa0", "Ferry to Brevik", id="nbsp-at-the-end"),
    pytest.param("Ferry to  Brevik", "Ferry\tto Brevik", id="runs-of-blanks"),
    pytest.param("FERRY TO BREVIK", "Ferry to Brevik", id="case"),
    pytest.param("\ufeffFerry\u200b to Brevik", "Ferry to Brevik", id="invisible"),
    pytest.param("“Ferry” – now", '"Ferry" - now', id="quotes-and-dashes"),
    pytest.param("Ferry to\nBrevik", "Ferry to Brevik", id="hard-wrapped"),
    pytest.param("ferry\r\nto Brevik", "Ferry to Brevik", id="hard-wrapped-crlf"),
    pytest.param("ＴＴ　２０", "TT 20", id="full-width"),
    pytest.param("cafe\u0301", "café", id="composition"),
    pytest.param("soft\u00adhyphen", "softhyphen", id="soft-hyphen"),
    pytest.param("HABERİN DEVAMI", "Haberin devamı", id="turkish-capitals"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_lines_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_what_a_reader_calls_the_same_line_folds_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.lists(st.text(st.sampled_from("aßéÉ£Aµ²ÿ€İſ"), max_size=6), max_size=4))
def test_lines_of_latin_1_fold_as_each_of_them(lines: list[str]) -> None:
    assert fold_lines(lines, rare_characters("".join(lines))) == tuple(map(fold, lines))


@given(st.text())
@example("ª\u0345")
def test_rare_characters_are_all_but_the_ordinary_ones(text: str) -> None:
    assert rare_characters(text) == set(text).difference(ORDINARY.decode(), common_han())


@given(
    st.lists(
        st.sampled_from(
            ["\u0633\u0644\u0627\u0645 ", *"\u0628\u06cc\u0660\u060c\u061f«\xa0é中\ud800&#;19|\0\U0001f600"]
        ),
        max_size=40,
    ).map("".join)
)
@example("\u0628" * 9 + "&#1632;")
def test_rare_characters_of_arabic_text_are_all_but_the_ordinary_ones(text: str) -> None:
    assert rare_characters(text) == set(text).difference(ORDINARY.decode(), common_han())


@given(
    st.lists(st.sampled_from(["\u7684\u5728\u4e86", *"\u8757\u9228\u9fff\u4e00中，。éa\ud800\u0628"]), max_size=30).map(
        "".join
    )
)
def test_rare_characters_of_chinese_text_are_all_but_the_ordinary_ones(text: str) -> None:
    assert rare_characters(text) == set(text).difference(ORDINARY.decode(), common_han())


def test_common_characters_of_chinese_are_one_level_of_the_standard_and_change_no_comparison_form() -> None:
    assert len(common_han()) == 3753
    assert all(may_hold_han(sign.encode()) and fold(sign, frozenset()) == sign for sign in common_han())
    assert common_han().isdisjoint(FOLDED)


@given(st.text(), st.text())
def test_a_wider_set_of_rare_characters_changes_nothing(text: str, around: str) -> None:
    assert fold(text, rare_characters(text + around)) == fold(text)


@pytest.mark.parametrize(
    ("ranges", "characters"),
    [
        pytest.param("", "", id="empty"),
        pytest.param("a-", "a-", id="a-dash-at-the-end"),
        pytest.param("ac-eg", "acdeg", id="ranges-and-single-ones"),
    ],
)
def test_character_set(ranges: str, characters: str) -> None:
    assert character_set(ranges) == frozenset(characters)


def test_a_range_that_ends_before_it_begins_is_an_error() -> None:
    with pytest.raises(ValueError, match="'z'-'a'"):
        character_set("z-a")


@given(st.lists(st.text(alphabet="ab İéﬁ“\u200b\xa0\t\x0b\r", max_size=9), max_size=6))
def test_keys_of_a_document_are_its_folded_blocks(lines: list[str]) -> None:
    text = "\n".join(lines)
    document = Document(DocumentRef("a.txt"), text, segment(text))
    assert document.keys == tuple(fold(block.text) for block in document.blocks)


PIECES = [*"abI İéﬁ“\u200b\xa0`\u0308\u2003\x85\t\x1c，：．～中ا\u0338", "  ", "e\u0301" * 9, "é " * 210]
LINES = st.lists(st.sampled_from(PIECES), max_size=9).map("".join)


@given(st.lists(LINES, max_size=5), LINES)
@example(["a" * COMPOSED + "\u2460", "\u2460"], "")
@example(["\u0316" * 40 + "\u2460", "\u0316" * 40], "")
def test_folding_all_lines_at_once_is_folding_each(lines: list[str], around: str) -> None:
    rare = rare_characters("".join(lines) + around)
    assert fold_lines(lines, rare) == tuple(fold(line) for line in lines)


def test_long_runs_of_marks_are_cut_so_that_normalising_stays_linear() -> None:
    assert len(normalize("NFC", "a" + "\u0316\u0301" * 200_000)) < 40
