"""What `find_clusters` takes."""

import pytest

from newslint.similarity import find_clusters

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
