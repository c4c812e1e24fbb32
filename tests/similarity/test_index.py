import pytest

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
