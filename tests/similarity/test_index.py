import pickle
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.rule import Alike
from newslint.similarity import Index, find_clusters

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


def test_a_window_over_a_stream_takes_no_more_room_the_longer_it_runs() -> None:
    def after(count: int) -> Index:
        index = Index()
        for number in range(count):
            index.add(f"story {number}", f"{TEXT} Story {number} of the day.")
            if number >= 5:
                index.remove(f"story {number - 5}")
            if number % 7 == 0:
                index.query(TEXT)
        return index

    few, many = after(100), after(400)
    assert len(few) == len(many) == 5
    assert len(pickle.dumps(many)) < 2 * len(pickle.dumps(few))
    assert [match.name for match in many.query(TEXT)] == [f"story {number}" for number in range(395, 400)]


def test_names_are_unique_and_known() -> None:
    index = Index()
    index.add("one", TEXT)
    with pytest.raises(KeyError, match="named one already"):
        index.add("one", TEXT)
    with pytest.raises(KeyError):
        index.remove("two")


@pytest.mark.parametrize("name", [7, b"one", None, ("one",), ["one"]])
def test_a_name_is_a_string(name: Any) -> None:
    index = Index()
    index.add("one", TEXT)
    message = f"^a name is a string, not {type(name).__name__}$"
    with pytest.raises(TypeError, match=message):
        index.add(name, TEXT)
    with pytest.raises(TypeError, match=message):
        index.remove(name)
    assert [match.name for match in index.query(TEXT)] == ["one"]


def test_texts_without_words_match_nothing() -> None:
    index = Index()
    index.add("empty", "")
    assert index.query("") == []
    assert index.query("...") == []


LINES = {
    "same": "alder birch cedar elm fir gorse hazel ivy juniper larch",
    "longer": "alder birch cedar elm fir gorse hazel ivy juniper larch maple oak pine rowan spruce",
    "other": "alder birch cedar elm fir gorse hazel ivy thorn yew",
}
"""Both others resemble the first by two thirds, but only the longer one holds all of it."""


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        pytest.param([("b", "same"), ("c", "same"), ("a", "same")], ["a", "b", "c"], id="equal-ones-by-name"),
        pytest.param([("b", "longer"), ("a", "longer")], ["a", "b"], id="near-ones-by-name"),
        pytest.param([("a", "other"), ("b", "longer")], ["b", "a"], id="first-what-holds-all-of-it"),
        pytest.param([("a", "longer"), ("b", "same")], ["b", "a"], id="first-what-is-equal"),
    ],
)
def test_copies_come_in_an_order_that_does_not_depend_on_when_they_joined(
    stored: list[tuple[str, str]], expected: list[str]
) -> None:
    for turn in (stored, stored[::-1]):
        index = Index(Alike("word", 1, 0.5, 0.7, 0, 4))
        for name, line in turn:
            index.add(name, LINES[line])
        assert [match.name for match in index.query(LINES["same"])] == expected


def test_texts_that_left_take_no_room() -> None:
    """An index of the news of five days stays small, however many days it has seen; only names are kept."""
    index, fresh = Index(), Index()
    for day in range(200):
        index.add(f"day {day}", f"{TEXT} It was day {day}.")
        if day >= 5:
            index.remove(f"day {day - 5}")
        index.query(TEXT)
    for day in range(195, 200):
        fresh.add(f"day {day}", f"{TEXT} It was day {day}.")
    assert index.query(TEXT) == fresh.query(TEXT)
    assert len(pickle.dumps(index)) < 3 * len(pickle.dumps(fresh))


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


@pytest.mark.parametrize(
    ("text", "kind", "error", "message"),
    [
        pytest.param(None, "paragraph", TypeError, "a text is a string, not NoneType", id="none"),
        pytest.param(5, "paragraph", TypeError, "a text is a string, not int", id="int"),
        pytest.param(TEXT.encode(), "paragraph", TypeError, "a text is a string, not bytes", id="bytes"),
        pytest.param(TEXT, "headlin", ValueError, "no kind of text is called 'headlin'", id="kind"),
    ],
)
def test_what_is_no_text_is_refused_at_once(text: Any, kind: str, error: type[Exception], message: str) -> None:
    index = Index()
    with pytest.raises(error, match=message):
        index.add("one", text, kind)
    with pytest.raises(error, match=message):
        index.query(text, kind)
    index.add("one", TEXT)
    assert [match.name for match in index.query(TEXT)] == ["one"]


SEVEN = "Rain fell on Brevik on Monday night"
TABLE = "Brevik 2 1 4 Lund 3 3 0 Teal 9 8 7 Arna 5 5 1"
COPIES = [
    pytest.param(SEVEN, "paragraph", False, id="short-paragraph"),
    pytest.param(SEVEN, "caption", True, id="short-caption"),
    pytest.param(SEVEN, "document", True, id="short-document"),
    pytest.param(f"{SEVEN} again", "paragraph", True, id="paragraph"),
    pytest.param(TABLE, "paragraph", False, id="table"),
    pytest.param(TABLE, "document", True, id="document-of-figures"),
    pytest.param("...", "caption", False, id="no-word"),
]


@pytest.mark.parametrize(("text", "kind", "expected"), COPIES)
def test_equal_texts(text: str, kind: str, expected: bool) -> None:
    index = Index()
    index.add("one", text, kind)
    assert bool(index.query(text, kind)) == expected
    assert bool(len(find_clusters([text, text], kind=kind).clusters.member)) == expected


SAID = f"{SEVEN} , the mayor said , and 12 roads and 3 schools stay closed till Friday while Ada Moe counts the boats"
EDITS = st.sampled_from(["", "and", "not", "12", "7", "Lund", "2 1 4 3 3 0 9 8 7", SEVEN])


@st.composite
def versions(draw: st.DrawFn) -> str:
    """A text of any length, with some words replaced."""
    words = SAID.split()
    words = words[draw(st.integers(0, 3)) : draw(st.integers(5, len(words)))]
    for place, word in draw(st.dictionaries(st.integers(0, len(words) - 1), EDITS, max_size=5)).items():
        words[place] = word
    return " ".join(words)


DEFINITIONS = [
    Alike(),
    Alike(facts=0),
    Alike(min_words=0),
    Alike("word", 3, 0.4, 0.7, 0.6, 8),
    Alike(jaccard=0),
    Alike(jaccard=0, containment=0),
    Alike(fold_numbers=True),
]
KINDS = st.sampled_from(["paragraph", "caption", "document", "headline"])


@settings(max_examples=200, deadline=None)
@given(st.lists(versions(), min_size=1, max_size=6), versions(), KINDS, st.sampled_from(DEFINITIONS))
def test_an_index_finds_what_find_clusters_of_two_finds(
    stored: list[str], asked: str, kind: str, definition: Alike
) -> None:
    index = Index(definition)
    for number, text in enumerate(stored):
        index.add(str(number), text, kind)
    found = {}
    for number, text in enumerate(stored):
        clusters = find_clusters([text, asked], definition, kind=kind).clusters
        if len(clusters.member):
            found[str(number)] = (clusters.jaccard[1], clusters.containment[1])
    assert {match.name: (match.jaccard, match.containment) for match in index.query(asked, kind)} == found
