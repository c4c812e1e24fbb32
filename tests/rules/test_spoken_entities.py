"""References of HTML in a text that speaks of HTML are not decoded safely."""

import re

import pytest

from newslint import Document, DocumentRef, Safety
from newslint.reading.segment import segment
from newslint_rules.markup import html_entity
from newslint_rules.markup.html_entity import HtmlEntity


@pytest.mark.parametrize(
    ("text", "safety"),
    [
        pytest.param("Learning HTML\n\nWrite AT&amp;amp;T for it.\n", Safety.UNSAFE, id="the language"),
        pytest.param("Feeds\n\nIn XML the sign is &amp;amp; today.\n", Safety.UNSAFE, id="a sister of it"),
        pytest.param("The ampersand\n\nIn a page it is &amp;amp; today.\n", Safety.UNSAFE, id="the sign"),
        pytest.param("Entities\n\nThe blank is &nbsp; there.\n", Safety.UNSAFE, id="what they are called"),
        pytest.param("Learning HTML\n\nThe blank is written so:\n\n&nbsp;\n", Safety.UNSAFE, id="a line of its own"),
        pytest.param("The ferry\n\n&nbsp;\n\nIt opens at 8.\n", Safety.SAFE, id="a line of a story"),
        pytest.param("The caf&eacute; of the port\n\nIt opens at 8.\n", Safety.SAFE, id="a story"),
        pytest.param("The identity of the caf&eacute;\n\nIt opens at 8.\n", Safety.SAFE, id="no entity"),
    ],
)
def test_a_text_that_speaks_of_html(text: str, safety: Safety) -> None:
    findings = list(HtmlEntity().check(Document(DocumentRef("a.txt"), text, segment(text))))
    assert [finding.fix.safety for finding in findings if finding.fix] == [safety]


def test_a_text_is_searched_once_for_all_that_it_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[str] = []

    class Counted:
        def search(self, text: str) -> re.Match[str] | None:
            searched.append(text)
            return None

    monkeypatch.setattr(html_entity, "_SPOKEN_OF", Counted())
    text = "Smith &amp; Falk sail at dawn.\n" * 100
    assert len(list(HtmlEntity().check(Document(DocumentRef("a.txt"), text, segment(text))))) == 100
    assert len(searched) == 1
