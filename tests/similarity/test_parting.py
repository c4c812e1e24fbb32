import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.similarity import words
from newslint.similarity.parting import compact, parted

PIECES = st.sampled_from([*"ab179., \u00e9\u65b0", "1,234", "12,345,678.5", "1,2345"])
"""Thousands hardly come by chance."""
FOLDED = st.lists(st.lists(PIECES, max_size=24).map("".join), max_size=6).map(
    lambda lines: "".join(f"{line}\n" for line in lines)
)


def expected(line: str) -> list[str]:
    line = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", line)
    return re.findall(r"(?:[^., ]|(?<=\d)\.(?=\d))+", line)


@pytest.mark.parametrize(
    ("line", "words_of_it"),
    [
        pytest.param("rain fell", ["rain", "fell"], id="one-space"),
        pytest.param("  rain,. fell .", ["rain", "fell"], id="separators-in-any-number"),
        pytest.param("2.5 .5 5. a.5", ["2.5", "5", "5", "a", "5"], id="points-between-digits"),
        pytest.param("1,234,567.8 12,34 1,2345", ["1234567.8", "12", "34", "1", "2345"], id="thousands"),
        pytest.param("", [], id="nothing"),
        pytest.param(" . ", [], id="separators-alone"),
    ],
)
def test_words_of_a_line(line: str, words_of_it: list[str]) -> None:
    assert compact(f"{line}\n".encode()).decode() == " ".join(words_of_it) + "\n"
    assert expected(line) == words_of_it


@given(FOLDED)
def test_words_are_those_of_a_regular_expression(folded: str) -> None:
    lines = [expected(line) for line in folded.split("\n")[:-1]]
    assert compact(folded.encode()).decode() == "".join(" ".join(line) + "\n" for line in lines)
    found = parted(folded.encode())
    spans = zip(found.starts.tolist(), found.ends.tolist(), strict=True)
    told = [found.data[start:end].decode() for start, end in spans]
    assert [word.replace(",", "") for word in told] == [word for line in lines for word in line]
    assert found.joined.tolist() == [number for number, word in enumerate(told) if "," in word]
    assert found.offsets.tolist() == [sum(map(len, lines[:number])) for number in range(len(lines) + 1)]


@given(FOLDED)
def test_hashes_are_the_same_before_and_after_spaces_are_dropped(folded: str) -> None:
    loose, tight = words(folded.encode()), words(compact(folded.encode()))
    assert loose.hashes.tolist() == tight.hashes.tolist()
    assert loose.offsets.tolist() == tight.offsets.tolist()
