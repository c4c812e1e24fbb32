"""What differs between two texts of any length."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.similarity import Words, differences, differing, first_differences, other_facts

SIGNS = "aAİıéß\u0300\u064b\u0e31\u200c\u0915,.12٣ \n한ﷺﬁ漢_'½"
TEXTS = st.lists(st.sampled_from(["a", "b", "The", "the", "1,000", "1000", "é", "E\u0301", "\n", " "]), max_size=30)


@given(TEXTS.map(" ".join), TEXTS.map(" ".join), st.sampled_from([1 << 16, 8]))
def test_the_first_ones_are_of_all(one: str, other: str, chunk: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(differing, "_CHUNK", chunk)
        few = first_differences(Words(one), Words(other), 3)
        many = first_differences(Words(one), Words(other), 1000)
    for found, some, every in zip(differences(one, other), few, many, strict=True):
        assert (some.total, every.total) == (len(found), len(found))
        assert some.words == every.words[:3]
        assert Counter(differing._folded(found)) == Counter(differing._folded(every.words))


@given(st.text(SIGNS))
def test_words_are_folded_together_as_alone(text: str) -> None:
    words = differing._WORD.findall(text)
    assert differing._folded(words) == [key for word in words for key in differing._folded([word])]


def test_of_a_long_text_no_more_is_read_than_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    long, short = Words("some words of a story and more " * 100_000), Words("Words of another story")
    assert long.counts["story"] == 100_000
    read: list[str] = []
    real = differing._folded

    def folded(words: list[str]) -> list[str]:
        read.extend(words)
        return real(words)

    monkeypatch.setattr(differing, "_folded", folded)
    here, there = first_differences(short, long, 12)
    assert (here.words, here.total) == (["another"], 1)
    assert (there.words[:5], there.total) == (["some", "a", "and", "more", "some"], 700_000 - 3)
    assert len(read) < 1000


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("Up 41 to 50", "Up forty-one to 60", (["50"], ["60"]), id="spelled"),
        pytest.param(
            "up forty two, or seven", "up forty-one", (["forty two", "seven"], ["forty-one"]), id="in-two-words"
        ),
        pytest.param("by two hundred to 5", "by 200 to 6", (["5"], ["6"]), id="hundreds"),
        pytest.param("of 3 thousand", "of two hundred and five", (["3 thousand"], ["two hundred and five"]), id="long"),
        pytest.param("the twenty-first of 9", "the 21st of 8", (["9"], ["8"]), id="ordinal"),
        pytest.param("a forty-one-year-old", "a 42-year-old", (["forty-one-year-old"], ["42"]), id="in-a-word"),
        pytest.param("three-for-two", "2, 10", (["three-for-two"], ["2", "10"]), id="two-in-a-word"),
        pytest.param("Der Ort hat zwölf und die 9", "Der Ort hat 12 und die 8", (["9"], ["8"]), id="german"),
        pytest.param("Up twenty-one, ninety-nine, 50", "Up 21, 99, 60", (["50"], ["60"]), id="all-tens-and-units"),
        pytest.param("it has one boat, 5 m", "it has a boat, 6 m", (["5"], ["6"]), id="one-is-no-figure"),
        pytest.param("Norrvik seven", "Tarn 7", (["Norrvik"], ["Tarn"]), id="a-figure-behind-a-name"),
        pytest.param("paid 1,000, again 1000", "paid 5", (["1,000"], ["5"]), id="as-the-figure-first-stands"),
        pytest.param("HALLUND grew. Hallund fell.", "it grew", (["HALLUND"], []), id="as-the-name-first-stands"),
        pytest.param("an iPhone sold", "a macBook sold", (["iPhone"], ["macBook"]), id="a-capital-inside"),
        pytest.param("Paid 1,000 here", "Paid 1000 there, 2 more", ([], ["2"]), id="thousands"),
        pytest.param("Hallund grew. Hallund fell.", "it grew. Oskarby fell.", (["Hallund"], ["Oskarby"]), id="once"),
        pytest.param("The yard closed", "Now the yard closed", ([], ["Now"]), id="at-the-start"),
        pytest.param("Anne-Marie’s yard", "Anne’s yard", (["Anne-Marie’s"], []), id="joined"),
        pytest.param("It’s&#8217; 5", "It’s 6", (["5"], ["6"]), id="a-reference-is-no-figure"),
        pytest.param("the yard closed", "the yard opened", (["closed"], ["opened"]), id="no-facts"),
        pytest.param("ارتفع 12 اليوم", "ارتفع 13 امس", (["12"], ["13"]), id="no-capitals"),
        pytest.param("A1 same", "same a1", ([], []), id="nothing"),
    ],
)
def test_other_facts(one: str, other: str, expected: tuple[list[str], list[str]]) -> None:
    for first, second, want in ((one, other, expected), (other, one, expected[::-1])):
        found = other_facts(first, second, 12)
        assert tuple(side.words for side in found) == want
        assert [side.total for side in found] == [len(side) for side in want]


def test_other_facts_are_few_and_short() -> None:
    here, there = other_facts(" ".join(map(str, range(10, 60))), f"{'X' * 1000} same", 12)
    assert (here.words, here.total) == ([str(number) for number in range(10, 22)], 50)
    assert there.words == [f"{'X' * 80}…"]
    here, there = other_facts(f"{'X' * 80} same", " ".join(map(str, range(10, 60))), 12)
    assert here.words == ["X" * 80]
    assert (there.words, there.total) == ([str(number) for number in range(10, 22)], 50)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("it paid 1,000", "it paid 1000", id="thousands"),
        pytest.param("it paid ١٢", "it paid 12", id="arabic-figures"),
        pytest.param("THE BOAT SAILED", "the boat sailed", id="case"),
    ],
)
def test_words_that_are_only_written_otherwise_do_not_differ(one: str, other: str) -> None:
    assert differences(one, other) == ([], [])


def test_a_word_is_shown_as_it_stands_in_the_line_that_differs() -> None:
    here, there = first_differences(Words("Now The boat\nthe quay"), Words("the quay\na boat"), 12)
    assert (here.words, there.words) == (["Now", "The"], ["a"])
