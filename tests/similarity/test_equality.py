import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.similarity import words
from newslint.similarity.equality import digests

LINES = st.lists(st.lists(st.sampled_from(("a", "b", "ab", "rain", "figures" * 3)), max_size=6), max_size=6)


def digests_of(lines: list[list[str]]) -> list[tuple[int, ...]]:
    return [tuple(row) for row in digests(words("".join(" ".join(line) + "\n" for line in lines).encode())).tolist()]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("rain fell in oslo", "oslo fell in rain", id="another-order"),
        pytest.param("rain rain fell", "rain fell", id="a-repeated-word"),
        pytest.param("rain", "", id="none"),
        pytest.param("a b a c a b", "a b a b a c", id="the-same-pairs-in-another-order"),
    ],
)
def test_other_words_have_another_digest(one: str, other: str) -> None:
    first, second = digests_of([one.split(), other.split()])
    assert all(a != b for a, b in zip(first, second, strict=True))


@given(LINES)
def test_equal_words_have_equal_digests_whatever_stands_around_them(lines: list[list[str]]) -> None:
    found = digests_of(lines)
    assert found == [digests_of([line])[0] for line in lines]
    assert len(set(found)) == len({tuple(line) for line in lines})


def test_factors_of_long_lines_go_on_where_the_kept_ones_end(monkeypatch: pytest.MonkeyPatch) -> None:
    line = [f"w{number}" for number in range(40)]
    expected = digests_of([line])
    monkeypatch.setattr("newslint.similarity.equality._KEPT", 8)
    assert digests_of([line]) == expected


def test_a_line_without_words_has_none() -> None:
    assert digests(words(b"\n\n")).tolist() == np.zeros((2, 2)).tolist()
