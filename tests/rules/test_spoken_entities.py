"""References of HTML in a text that speaks of HTML are not decoded safely."""

import pytest

from newslint import Document, DocumentRef, Safety
from newslint.reading.segment import segment
from newslint_rules.markup.html_entity import HtmlEntity


@pytest.mark.parametrize(
    ("text", "safety"),
    [
        pytest.param("Learning HTML\n\nWrite AT&amp;amp;T for it.\n", Safety.UNSAFE, id="the language"),
        pytest.param("The ampersand\n\nIn a page it is &amp;amp; today.\n", Safety.UNSAFE, id="the sign"),
        pytest.param("Entities\n\nThe blank is &nbsp; there.\n", Safety.UNSAFE, id="what they are called"),
        pytest.param("The caf&eacute; of the port\n\nIt opens at 8.\n", Safety.SAFE, id="a story"),
        pytest.param("The identity of the caf&eacute;\n\nIt opens at 8.\n", Safety.SAFE, id="no entity"),
    ],
)
def test_a_text_that_speaks_of_html(text: str, safety: Safety) -> None:
    findings = list(HtmlEntity().check(Document(DocumentRef("a.txt"), text, segment(text))))
    assert [finding.fix.safety for finding in findings if finding.fix] == [safety]
