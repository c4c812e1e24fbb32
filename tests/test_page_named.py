"""Words by which a line names its page, and words of stories in which only their letters stand."""

import pytest

from newslint.page_named import names_page


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        pytest.param("print this page", True, id="print"),
        pytest.param("a sprinter and his brother", False, id="sprint"),
        pytest.param("skip to the next one", True, id="skip"),
        pytest.param("how a skipper became a star", False, id="skipper"),
        pytest.param("4 ratings", True, id="ratings"),
        pytest.param("celebrating with the men of the quay", False, id="celebrating"),
        pytest.param("inicia sesión", True, id="to log in"),
        pytest.param("una iniciativa de la ciudad", False, id="an initiative"),
        pytest.param("artikel ausdrucken", True, id="to print"),
        pytest.param("was eindruck macht", False, id="an impression"),
        pytest.param("3 reacties", True, id="reactions"),
        pytest.param("a chemical reaction", False, id="of chemistry"),
        pytest.param("comments are moderated", True, id="moderated"),
        pytest.param("at moderate prices", False, id="moderate"),
        pytest.param("share on line", True, id="a network"),
        pytest.param("lineで送る", True, id="a network before kana"),
        pytest.param("one line of poets", False, id="a line"),
    ],
)
def test_what_names_the_page(key: str, expected: bool) -> None:
    assert names_page(key) is expected
