"""Searching through all texts of a batch at once finds what a search in each of them finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.engine.scanning import Texts, Words

PIECES = st.sampled_from([*"astmrevl .,'\"\n\r\0-é中٣", " s ", " re ", "n t ", "\ud83d", "Ferry"])
TEXTS = st.lists(st.lists(PIECES, max_size=12).map("".join), max_size=5)
WORDS = st.frozensets(st.sampled_from(["s", "t", "m", "re", "ve", "ll", "I", "tre", "el"]), max_size=5)


@given(TEXTS, st.sampled_from(["s", " s", "\n", "re ", "é", "中", "Ferry", "tt"]))
def test_the_texts_that_hold_a_string(texts: list[str], wanted: str) -> None:
    found = list(Texts(texts).with_string(wanted.encode()))
    assert found == [number for number, text in enumerate(texts) if wanted in text]


@given(TEXTS, WORDS)
def test_the_texts_that_hold_a_word(texts: list[str], words: frozenset[str]) -> None:
    found = set(Words(words).found(Texts(texts)))
    assert found == {
        (word, number)
        for word in words
        for number, text in enumerate(texts)
        if re.search(rf"(?<= ){word}(?![A-Za-z0-9]|[^\x00-\x7f])", text)
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("grams ms mm Mr S", {"s", "m"}, id="inside-words"),
        pytest.param("Blair's son", {"s"}, id="behind-an-apostrophe"),
        pytest.param("s first", {"s"}, id="no-blank-before"),
        pytest.param("it sé", {"s"}, id="a-letter-beyond-ascii-behind"),
        pytest.param("el er le", {"re"}, id="the-same-letters-in-another-order"),
    ],
)
def test_no_word_of_its_own(text: str, words: set[str]) -> None:
    assert list(Words(words).found(Texts([text]))) == []


def test_words_that_share_their_blank() -> None:
    assert sorted(Words({"s", "t"}).found(Texts(["a s t s"]))) == [("s", 0), ("s", 0), ("t", 0)]
