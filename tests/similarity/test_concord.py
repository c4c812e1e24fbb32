"""What two texts state, looked through and looked up; and what it costs beside a book."""

import tracemalloc
from collections.abc import Callable
from itertools import product
from string import ascii_uppercase
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.rule import Alike
from newslint.similarity import concord, facts, facts_of, find_clusters, gathered, initials, one_form
from newslint.similarity import exchanged as alignment
from newslint.similarity.concord import Pair, agreement, contradiction, of_each, quotes_the_same
from newslint.similarity.exchanged import Exchanged, exchanged
from newslint.similarity.standing import standing, stands

from .test_facts import STATED

CHARS = Alike("char", 5, 0.45, 0.7, 0.6, 8)
WORDS = st.sampled_from(["7", "7.5", "7th", "12", "week", "round", "v", "teal", "dane", "b52", "1500", "1.500", "٧"])
FACTS = ["7", "7.5", "12", "1500", "week 12", "round 7", "dane v teal", "teal v dane", "teal", "dane", "b52", "th", "1"]
CODES = ["".join(letters) for letters in product(ascii_uppercase[:8], repeat=3)]


class Counted:
    """A function, and how often it was called."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function, self.calls = function, 0

    def __call__(self, *arguments: Any) -> Any:
        self.calls += 1
        return self.function(*arguments)


def counted(monkeypatch: pytest.MonkeyPatch, module: Any, name: str) -> Counted:
    count = Counted(getattr(module, name))
    monkeypatch.setattr(module, name, count)
    return count


@given(st.lists(WORDS))
def test_what_is_looked_up_is_what_is_found_by_looking_through(words: list[str]) -> None:
    form = f" {' '.join(words)} "
    assert [fact for fact in FACTS if fact in standing(form)] == [fact for fact in FACTS if stands(fact, form)]


@given(st.permutations([*STATED, "He saw IS and the OFB at 1.500."]), st.integers(0, 9), st.integers(0, 9))
def test_an_index_changes_no_verdict(drawn: list[str], start: int, end: int) -> None:
    one, other = facts_of([" ".join(drawn[:start]), " ".join(drawn[end:])])
    found = []
    for most in (0, 1 << 15):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(concord, "_LOOKED_THROUGH", most)
            found.append((agreement(one, other), contradiction(Pair.of(one, other)), exchanged(Pair.of(one, other))))
    assert found[0] == found[1]


def test_a_book_is_indexed_once_for_all_sentences_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = [f"it was told by Ana{number} in the old {number} of them." for number in range(1000)]
    book, *rest = facts_of([" ".join(sentences), *sentences])
    through, index = counted(monkeypatch, concord, "stands"), counted(monkeypatch, facts, "standing")
    found = of_each([(book, one) if number % 2 else (one, book) for number, one in enumerate(rest)], contradiction)
    assert {(one.names, one.shared) for one in found} == {(0, 2)}
    assert through.calls <= 4 * len(rest)
    assert index.calls <= 1 + len(rest)


def test_a_long_quotation_is_cut_into_rows_once_for_all_that_quote_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    words = [f"w{number}x" for number in range(900)]
    parts = [" ".join(words[start : start + 12]) for start in range(0, 880, 8)]
    book, *rest = facts_of([f'Marta said: "{said}"' for said in [" ".join(words), *parts]])
    cut = counted(monkeypatch, facts, "in_a_row")
    assert all(of_each([(one, book) for one in rest], quotes_the_same))
    assert cut.calls == 1 + len(rest)


def test_initials_are_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = facts_of([" or ".join(CODES), " or ".join(code[::-1] + "Q" for code in CODES)])
    called = counted(monkeypatch, facts, "called")
    assert contradiction(Pair.of(one, other)).names > 500
    assert called.calls == 2


def test_a_short_text_beside_many_initials_takes_no_copy_of_them() -> None:
    many, one = facts_of([" or ".join(f"{code}{letter}" for code in CODES for letter in "XYZ"), "he saw ABC or CDE"])
    assert contradiction(Pair.of(many, one)).names == 2
    tracemalloc.start()
    try:
        initials.same_parties(many, one)
        assert tracemalloc.get_traced_memory()[1] < 1 << 13
    finally:
        tracemalloc.stop()


def test_no_more_names_have_initials_than_news_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(initials, "_NAMES", 4)
    names = "he saw Teal Oslo, Fish Bay, Sorrin Works, Larkin Radio"
    found = initials.called(*facts_of([names])[0][1::-1])
    assert {"tofb", "to", "fb"} < found.keys()
    assert not {"fbs", "sw", "lr"} & found.keys()


def test_words_that_are_equal_alone_are_not_aligned_for_ever() -> None:
    def text(own: str) -> str:
        return " ".join(f"common{number % 90} {own}{number}" for number in range(900))

    one, other = facts_of([f"he saw {text('q')} and Ana", f"he saw Eva and {text('z')} and"])
    assert exchanged(Pair.of(one, other)) == Exchanged(0, 1)  # as of what is too long
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alignment, "_STEPS", 1 << 30)
        assert exchanged(Pair.of(one, other)) == Exchanged(0, 0)


def test_figures_are_looked_up_in_their_places(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [" ".join(f"word{number} {number + first}" for number in range(400)) for first in (1000, 5000)]
    one, other = facts_of(texts)
    places = counted(monkeypatch, alignment, "standing")
    assert exchanged(Pair.of(one, other)) == Exchanged(400, 0)
    assert places.calls <= 2 * 401


def test_a_stretch_of_a_long_text_is_found_in_the_memory_of_the_short_one() -> None:
    line = np.arange(1 << 20, dtype=np.uint32)
    own = line[5000:5040].copy()
    places = np.arange(len(line))
    tracemalloc.start()
    try:
        assert gathered._most_together(own, line, places) == len(own)
        assert tracemalloc.get_traced_memory()[1] < 1 << 16
    finally:
        tracemalloc.stop()


def test_the_script_of_a_block_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    form = "The harbour office of {0} said on the first day of the week that {1} boats came in with {2} tons of fish."
    towns = ["Brevik", "Sorrin", "Lindwick", "Teal", "Oslo", "Velmont"]
    texts = [form.format(towns[number % 6], number * 7 + 1, number * 13 + 5) for number in range(24)]
    copies = [text.replace("The harbour", "Our harbour") for text in texts]
    looked = counted(monkeypatch, one_form, "has_capitals")
    find_clusters([*texts, *copies, *(text.replace("first", "last") for text in texts)], CHARS)
    assert 0 < looked.calls <= 3 * len(texts)
