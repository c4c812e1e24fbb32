"""Words are parted in folded text, or in a form that is made of it first: the hashes are the same."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.similarity.normal import folded_lines, lines_of, normal_form
from newslint.similarity.shingling import counted_words, words

WORDS = st.sampled_from(
    ["1,234", "12,345,678.5", "1,23", "3.5", "1,2345", "a,b", "ferry", "Fähre", "1,234,", "(2,000)", ","]
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("It cost 1,234 crowns, he said.", "It cost 1234 crowns he said", id="thousands"),
        pytest.param("Of 12,345,678 two left", "Of 12345678 two left", id="millions"),
        pytest.param("2,000, 3,000 and 4,000.5", "2000 3000 and 4000.5", id="side by side, with a point"),
        pytest.param("1,23 and 1,2345", "1 23 and 1 2345", id="no thousands"),
    ],
)
def test_commas_between_thousands_do_not_count(one: str, other: str) -> None:
    found, wanted = (counted_words(folded_lines([text], lines_of([text])))[0] for text in (one, other))
    assert found.hashes.tolist() == wanted.hashes.tolist()


@given(st.lists(st.lists(WORDS, max_size=6).map(" ".join), min_size=1, max_size=4))
def test_the_words_of_folded_text_are_those_of_its_normal_form(texts: list[str]) -> None:
    found, _ = counted_words(folded_lines(texts, lines_of(texts)))
    wanted = words(normal_form(texts))
    assert found.offsets.tolist() == wanted.offsets.tolist()
    assert np.array_equal(found.hashes, wanted.hashes)
