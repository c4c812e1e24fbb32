"""What `find_clusters` takes, and texts of a size that nobody has in mind."""

from random import Random

import pytest

from newslint.similarity import find_clusters, judging

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
