"""What `find_clusters` takes, and texts of a size that nobody has in mind."""

from math import nan
from random import Random
from typing import Any

import numpy as np
import pytest

from newslint.rule import Alike
from newslint.similarity import Index, collect, find_clusters, judging

TEXT = "The council of Brevik wants to judge the night ferry after ninety days, its chairwoman said on Monday."


def test_a_definition_is_no_mapping() -> None:
    with pytest.raises(TypeError, match="a definition is an Alike, not dict"):
        find_clusters([TEXT], {"jaccard": 0.5})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("texts", "kind", "error", "message"),
    [
        pytest.param([TEXT], "headlin", ValueError, "no kind of text is called 'headlin'", id="kind"),
        pytest.param(TEXT, "paragraph", TypeError, "several strings, not one", id="one-string"),
    ],
)
def test_what_is_no_list_of_texts_is_refused(texts: object, kind: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        find_clusters(texts, kind=kind)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("days", "error", "message"),
    [
        pytest.param([1], ValueError, "1 days for 2 texts", id="too-few"),
        pytest.param([[1, 2], [3, 4]], ValueError, "one list, not of 2 dimensions", id="a-table"),
        pytest.param([1.5, 2.0], TypeError, "whole numbers, not float64", id="parts-of-days"),
        pytest.param(
            np.array(["2024-05-01", "2024-05-02"], "datetime64[ns]"), TypeError, "datetime64", id="other-unit"
        ),
        pytest.param([2**63, 4], ValueError, "a day must be a 64-bit number", id="beyond-int64-in-a-list"),
        pytest.param([2**64, 4], ValueError, "a day must be a 64-bit number", id="far-beyond-int64"),
        pytest.param(np.array([4, 2**63], np.uint64), ValueError, f"below 2\\*\\*63, not {2**63}", id="beyond-int64"),
    ],
)
def test_days_are_whole_numbers_one_for_each_text(days: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        find_clusters([TEXT, TEXT], days=days)


@pytest.mark.parametrize("kind", [np.int8, np.uint8, np.int64, np.uint64])
def test_days_of_any_width(kind: Any) -> None:
    none: Any = np.array([], kind)
    assert len(find_clusters([], days=none).clusters.link) == 0
    for last in (100, np.iinfo(kind).max // 2):
        days: Any = np.array([1, last], kind)
        found = find_clusters([TEXT, TEXT], days=days)
        assert found.clusters.link.tolist() == [-1, 0]


@pytest.mark.parametrize("definition", ["word", 0, (), {"jaccard": 0.5}])
def test_an_index_takes_what_find_clusters_takes(definition: Any) -> None:
    with pytest.raises(TypeError, match="a definition is an Alike, not"):
        Index(definition)


def test_a_long_text_uses_its_words_again_without_saying_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a book of a million words only so many shingles differ; letters that were misread have hardly any."""
    chosen = Random(3)
    names = ["".join(chosen.choices("abcdefghijklmnopqrstuvwxyz", k=6)) for _ in range(30)]
    book = " ".join(chosen.choices(names, k=40_000))
    texts = [book, book.replace(names[0], names[1], 5)]
    monkeypatch.setattr(judging, "VARIED", 1000)
    assert find_clusters(texts).clusters.link.tolist() == [-1, 0]
    monkeypatch.setattr(judging, "VARIED", 1 << 40)
    assert len(find_clusters(texts).clusters.link) == 0


@pytest.mark.parametrize(
    ("values", "message"),
    [
        pytest.param({"unit": "foo"}, "unit must be char or word, not 'foo'", id="unit"),
        pytest.param({"ngram": 0}, "ngram must be a whole number, 1 or more, not 0", id="ngram"),
        pytest.param({"ngram": 2.5}, "ngram must be a whole number, 1 or more, not 2.5", id="half-a-unit"),
        pytest.param({"jaccard": 5}, "jaccard must be a number from 0 to 1, not 5", id="jaccard"),
        pytest.param({"jaccard": nan}, "jaccard must be a number from 0 to 1, not nan", id="not-a-number"),
        pytest.param({"containment": -0.1}, "containment must be a number from 0 to 1, not -0.1", id="containment"),
        pytest.param({"facts": 1.5}, "facts must be a number from 0 to 1, not 1.5", id="facts"),
        pytest.param({"min_words": -1}, "min_words must be a whole number, 0 or more, not -1", id="min-words"),
    ],
)
def test_a_definition_that_cannot_be_is_refused_at_once(values: dict[str, Any], message: str) -> None:
    definition = Alike(**values)
    for use in (lambda: find_clusters([], definition), lambda: Index(definition), lambda: collect([], definition)):
        with pytest.raises(ValueError, match=f"^{message}$"):
            use()


def test_a_pair_that_just_reaches_the_resemblance_is_found() -> None:
    """However its share of so many words is rounded."""
    words = ["ferry", "quay", "storm", "mayor", "harbour", "crane", "fog", "pilot", "anchor", "island", "toll", "gale"]
    missed = []
    for shared in range(1, 7):
        for one, other in ((left, right) for left in range(4) for right in range(left, 3) if left + right):
            jaccard = shared / (shared + one + other)
            texts = [" ".join(words[: shared + one]), " ".join([*words[:shared], *words[12 - other :]])]
            definition = Alike("word", 1, jaccard, 0.999, 0.0, 0)
            index = Index(definition)
            index.add("first", texts[0])
            found = (
                [match.jaccard for match in index.query(texts[1])],
                find_clusters(texts, definition).clusters.jaccard,
            )
            if found[0] != [jaccard] or found[1].tolist() != [1.0, jaccard]:
                missed.append((shared, one, other))
    assert missed == []
