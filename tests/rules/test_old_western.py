"""Mac Roman read as Windows-1252, and that read as IBM 437: two places of a text can be nothing else, or all stays."""

import pytest

from newslint import Document, DocumentRef, Finding
from newslint_rules.encoding.mojibake import Mojibake


def findings(text: str) -> list[Finding]:
    return list(Mojibake().check(Document(DocumentRef("example.txt"), text)))


def mended(text: str) -> str:
    """The text with all repairs that the rule offers."""
    edits = [edit for finding in findings(text) if finding.fix for edit in finding.fix.edits]
    for span, meant in reversed(edits):
        text = text[: span.start] + meant + text[span.end :]
    return text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The new cafŽ opens on Monday.", id="one-place-of-mac-roman-is-a-chance"),
        pytest.param("Die neue Brⁿcke wird am Montag frei.", id="one-place-of-ibm-437-is-a-chance"),
        pytest.param("PÕLVA JA VÕRU: the ferries of May", id="estonian-in-capitals"),
        pytest.param("No whole xⁿ + yⁿ = zⁿ from three on", id="powers"),
        pytest.param("The sum of Φx and Φy is Φz", id="functions"),
    ],
)
def test_signs_that_may_be_meant_stay(text: str) -> None:
    assert findings(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Le cafŽ et le thŽ", "Le café et le thé", id="two-words-that-end-in-it"),
        pytest.param(
            "Le cafŽ rouvre.\nLe thŽ revient.",
            "Le café rouvre.\nLe thé revient.",
            id="two-lines-with-one-place-each",
        ),
        pytest.param("Le pont dÕAix et lÕarbre", "Le pont d’Aix et l’arbre", id="elisions-alone"),
        pytest.param("TheyÕll say itÕs late", "They’ll say it’s late", id="apostrophes-alone"),
        pytest.param("Le pre a rŽpŽtŽ", "Le père a répété", id="a-byte-without-a-sign"),
        pytest.param("Die ─nderung der Lⁿcke", "Die Änderung der Lücke", id="ibm-437-in-front"),
        pytest.param(
            "Le cafŽ et le thŽ\n“Nous restons” — le maire",
            "Le café et le thé\n“Nous restons” — le maire",
            id="a-line-without-such-a-place-stays",
        ),
    ],
)
def test_from_two_sure_places_on_a_text_is_mended(text: str, expected: str) -> None:
    assert mended(text) == expected
