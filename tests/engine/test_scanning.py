"""Searching through all texts of a batch at once finds what a search in each of them finds."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import scan
from newslint.engine import scanning
from newslint.engine.scanning import Search, Texts, Words

PIECES = st.sampled_from([*"astmrevl .,'\"\n\r\0-é中٣", " s ", " re ", "n t ", "\ud83d", "Ferry"])
TEXTS = st.lists(st.lists(PIECES, max_size=12).map("".join), max_size=5)
STRINGS = ["s", " s", "\n", "re ", "é", "中", "Ferry", "tt", "Ferr", "\0a", "- s astm", "中٣"]
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


@given(TEXTS, st.frozensets(st.sampled_from(STRINGS), max_size=4), WORDS, st.integers(1, 9))
def test_one_pass_finds_what_one_search_for_each_string_finds(
    texts: list[str], strings: frozenset[str], words: frozenset[str], piece: int
) -> None:
    asked = enumerate(sorted(strings))
    search = Search(
        {string.encode(): [rule] for rule, string in asked}, {word: [ord(word[0]), ord(word[-1])] for word in words}
    )
    batch, found = Texts(texts), []
    for in_one_pass, bytes_at_once in ((False, 1 << 20), (True, 1 << 20), (True, piece)):
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(scan, "_PIECE", bytes_at_once)
            found.append({(number, *rules) for number, rules in search.found(batch, in_one_pass=in_one_pass)})
    assert found[0] == found[1] == found[2]


JOINTS = st.sampled_from(
    [("l",), ("a-z", "."), ("a-z", ".,", "A-Z"), (".", "\n\0"), ("t", "r", "é", "a-z"), ("é-ë", "."), ("中文", ".\0")]
)


@given(TEXTS, st.frozensets(JOINTS, max_size=4), st.integers(1, 9))
def test_one_pass_finds_characters_side_by_side(
    texts: list[str], joints: frozenset[tuple[str, ...]], piece: int
) -> None:
    """And nothing else here, where no two characters of a joint begin with the same bytes."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(scan, "_PIECE", piece)
        search = Search({}, {}, {joint: [rule] for rule, joint in enumerate(sorted(joints))})
        found = {(number, *rules) for number, rules in search.found(Texts(texts), in_one_pass=True)}
    assert found == {
        (number, rule)
        for number, text in enumerate(texts)
        for rule, joint in enumerate(sorted(joints))
        if re.search("".join(f"[{one}]" for one in joint), text + "\0")
    }


def test_without_a_pass_every_text_may_hold_a_joint() -> None:
    found = list(Search({}, {}, {("a", "b"): [3]}).found(Texts(["", "ferry"]), in_one_pass=False))
    assert found == [(0, [3]), (1, [3])]


def test_numpy_waits_for_a_long_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "numpy")
    monkeypatch.setattr(scanning, "_AT_ONCE", 2)
    monkeypatch.setattr(scanning, "_LONG_RUN", 16)
    search = Search({}, {})
    assert [search.takes_one_pass(Texts(["Ferry"])) for _ in range(4)] == [False, False, True, True]


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
