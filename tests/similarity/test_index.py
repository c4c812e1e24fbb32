from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.rule import Alike
from newslint.similarity import Index

TEXT = "The council of Harrowgate approved a plan to rebuild the old bridge for 12 million euros, Mara Ellison said."


def test_texts_join_and_leave() -> None:
    index = Index(Alike("char", 5, 0.45, 0.7, 0.6, 8))
    assert index.query(TEXT) == []
    index.add("one", TEXT)
    index.add("two", TEXT.replace("old", "new"))
    index.add("three", "Rain is expected in the north and in the west until the end of the week.")
    assert [match.name for match in index.query(TEXT)] == ["one", "two"]
    assert index.query(TEXT)[0] == ("one", 1.0, 1.0)
    index.remove("one")
    assert [match.name for match in index.query(TEXT)] == ["two"]
    assert "one" not in index
    assert len(index) == 2
    index.add("one", TEXT)
    assert [match.name for match in index.query(TEXT)] == ["one", "two"]


def test_names_are_unique_and_known() -> None:
    index = Index()
    index.add("one", TEXT)
    with pytest.raises(KeyError, match="named one already"):
        index.add("one", TEXT)
    with pytest.raises(KeyError):
        index.remove("two")


def test_texts_without_words_match_nothing() -> None:
    index = Index()
    index.add("empty", "")
    assert index.query("") == []
    assert index.query("...") == []


WORDS = [f"w{number}" for number in range(12)]
DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)),
        st.tuples(st.just("remove"), st.integers(0, 30)),
        st.tuples(st.just("query"), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)),
    ),
    max_size=30,
)


@settings(max_examples=60, deadline=None)
@given(DEEDS)
def test_an_index_answers_as_one_that_holds_the_texts_from_the_start(deeds: list[tuple[str, Any]]) -> None:
    index, held, given_names = Index(Alike(min_words=3)), dict[str, str](), 0
    for deed, value in deeds:
        if deed == "add":
            name, given_names = f"t{given_names}", given_names + 1
            index.add(name, value)
            held[name] = value
        elif deed == "remove" and held:
            name = sorted(held)[value % len(held)]
            index.remove(name)
            del held[name]
        elif deed == "query":
            fresh = Index(Alike(min_words=3))
            for name, text in held.items():
                fresh.add(name, text)
            assert index.query(value) == fresh.query(value)
            assert len(index) == len(held)


def test_a_unit_nobody_has() -> None:
    with pytest.raises(ValueError, match="unit must be char or word"):
        Index(Alike("line"))  # type: ignore[arg-type]
