"""Characters that a rule would delete are halves of letters where a text was misread."""

import pytest

from newslint import Document, DocumentRef
from newslint.engine import check_documents
from newslint.packs import is_default, load_rules


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        pytest.param("وحضر الحفل حشد من الأهالي ورئيس البلدية", "cp1256", id="a soft hyphen is half of a letter"),
        pytest.param("Совет собрался и отложил вопрос о мосту К", "koi8-r", id="a line ends in half of a letter"),
        pytest.param("À la fin, le maire a cité l'à-propos de Noël", "latin-1", id="a blank is half of a letter"),
    ],
)
def test_nothing_else_deletes_half_of_a_misread_letter(text: str, codec: str) -> None:
    rules = [rule for rule in load_rules().values() if is_default(rule)]
    misread = Document(DocumentRef("example.txt"), text.encode().decode(codec) + "\n")
    findings = check_documents([misread], rules)
    spans = [finding.location.span for finding in findings if finding.rule == "mojibake"]
    assert spans
    edits = [
        edit.span for finding in findings if finding.fix and finding.rule != "mojibake" for edit in finding.fix.edits
    ]
    assert not [span for span in edits for start, end in spans if start < span.end and span.start < end]
