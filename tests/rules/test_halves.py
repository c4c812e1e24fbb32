"""What nobody sees is half of a letter where UTF-8 was read in a code page of one byte, and no safe fix deletes it."""

import pytest

from newslint import Document, DocumentRef, Safety
from newslint.engine import check_documents
from newslint.packs import is_default, load_rules

ITALIAN = "La nave unisce l'isola e la città"
SPANISH = "Los vecinos tenían que tomar el barco"
GERMAN = "Sie sagte: „Wir warten nicht.”"


def safe_edits(text: str) -> list[str]:
    rules = [rule for rule in load_rules().values() if is_default(rule)]
    findings = check_documents([Document(DocumentRef("example.txt"), f"{text}\nDas war alles.\n")], rules)
    fixes = [finding.fix for finding in findings if finding.fix and finding.fix.safety is Safety.SAFE]
    return sorted(text[slice(*edit.span)] for fix in fixes for edit in fix.edits if not edit.text)


@pytest.mark.parametrize(
    ("meant", "codec"),
    [
        pytest.param(sentence, codec, id=f"{name}-{codec}")
        for name, sentence, codecs in [
            ("blank", ITALIAN, ["cp1250", "cp1251", "cp1253", "cp1256", "cp1257", "cp1252", "latin-1"]),
            ("hyphen", SPANISH, ["cp1250", "cp1251", "cp1253", "cp1256", "cp1257", "cp1252", "latin-1"]),
            ("joiner", GERMAN, ["cp1256"]),
            ("arabic-hyphen", "وحضر الحفل حشد من الأهالي", ["cp1251", "cp1256"]),
            ("russian-blank", "Совет собрался в городе СР", ["cp1251"]),
            ("japanese-blank", "灰港市議会、夜間フェリーの再開を決", ["koi8-r"]),
        ]
        for codec in codecs
    ],
)
def test_half_of_a_letter_stays(meant: str, codec: str) -> None:
    assert safe_edits(meant.encode().decode(codec)) == []


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        pytest.param("Он жил в СССР\xa0", ["\xa0"], id="capitals-of-russian"),
        pytest.param("Er liegt in der Stadt Å\xa0", [], id="one-capital-alone"),
        pytest.param("ORAȘUL ROMÂNĂ\xa0", ["\xa0"], id="capitals-of-romanian"),
        pytest.param("لم يكن هذا خطأ\xa0", ["\xa0"], id="arabic-word"),
        pytest.param("Го\xadро\xadдской совет", ["\xad", "\xad"], id="hints-of-russian"),
        pytest.param("Er sagte: â€\u200d\u200d", ["\u200d"], id="a-half-alone-of-two"),
        pytest.param("Auf\u200clage der Äpfel\u200c", ["\u200c", "\u200c"], id="joiners-of-german"),
    ],
)
def test_what_is_no_half_goes(text: str, gone: list[str]) -> None:
    assert safe_edits(text) == gone
