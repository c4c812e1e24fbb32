"""The prefilter of mojibake loses nothing that ftfy would change, and spares ordinary text the import of ftfy."""

import re
import subprocess
import sys

import pytest
from ftfy import fix_encoding
from ftfy.badness import BADNESS_RE, MOJIBAKE_CATEGORIES
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint import Document, DocumentRef, rare_characters
from newslint_rules.encoding.mojibake import Mojibake
from newslint_rules.encoding.repairs import WINDOW, encoding_repairs
from newslint_rules.encoding.suspects import SUSPECT, SUSPECTS, is_suspect

KNOWN = sorted(filter(re.compile(f"[{''.join(MOJIBAKE_CATEGORIES.values())}]").match, map(chr, range(0x10000))))
"""Every character that ftfy knows to occur in mojibake."""

SENTENCES = [
    "İstanbul'da çağrı yapıldı, “şehir” dışı yollar kapandı.",
    "Le café rouvrira à l’été : « c’est un cœur qui bat »",
    "قال المتحدث إن الاجتماع يعقد يوم الأربعاء",
    "Мост через реку откроют в среду",
    "中国政府宣布，将于星期三举行会谈。",
    "Der Bürgermeister sagte: „Größe zählt“ – und ging.",
]
CODECS = ["latin-1", "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "mac-roman", "cp437", "iso-8859-2"]


def document(text: str) -> Document:
    return Document(DocumentRef("example.txt"), text)


@settings(max_examples=1500)
@given(st.from_regex(BADNESS_RE))
def test_the_prefilter_matches_wherever_ftfy_sees_mojibake(text: str) -> None:
    assert SUSPECT.search(text)
    assert not SUSPECTS.isdisjoint(text)
    assert is_suspect(text, rare_characters(text))
    assert is_suspect(text + text * 12, rare_characters(text))


@settings(max_examples=800)
@given(st.sampled_from(KNOWN), st.sampled_from(KNOWN), st.sampled_from(["", " ", "a", "Z"]), st.sampled_from(KNOWN))
def test_what_the_prefilter_matches_holds_a_needed_character(one: str, two: str, between: str, three: str) -> None:
    match = SUSPECT.search(f"a{one}{two}{between}{three}z")
    if match:
        assert not SUSPECTS.isdisjoint(match[0])
        assert not rare_characters(match[0]).isdisjoint(Mojibake().needs.characters)


@given(st.sampled_from(SENTENCES), st.sampled_from(CODECS), st.integers(1, 2))
def test_whatever_ftfy_repairs_in_a_line_is_found(sentence: str, codec: str, times: int) -> None:
    text = sentence
    for _ in range(times):
        text = text.encode().decode(codec, "ignore")
    repaired = text
    for repair in sorted(encoding_repairs(text, rare_characters(text)), reverse=True):
        assert repair.text is not None
        repaired = repaired[: repair.start] + repair.text + repaired[repair.end :]
    assert repaired == fix_encoding(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“‘Hello,’ she said”—and £20 more…", id="nested-curly-quotes"),
        pytest.param("Le cœur de l’été créé à l’œuvre : «\u00a0déjà\u00a0», «été», 20\u00a0€", id="french"),
        pytest.param("„Größe“, sagte Müller über Äpfel – §\u00a05 gilt", id="german"),
        pytest.param("São Paulo, JOÃO e Ãgueda: 10 º andar não", id="portuguese"),
        pytest.param("قال «المتحدث» إن الاجتماع… ٪", id="arabic"),
        pytest.param("中国“政府”宣布——会谈……", id="chinese"),
        pytest.param("İstanbul’da “şehir” dışı çağrı", id="turkish"),
    ],
)
def test_ordinary_text_never_reaches_ftfy(text: str) -> None:
    assert not SUSPECT.search(text)
    assert list(Mojibake().check(document(text))) == []


def test_a_long_line_is_looked_at_in_pieces() -> None:
    text = "word " * WINDOW + "TÃ¼rkiye " + "word " * WINDOW + "cafÃ©"
    assert [
        (text[repair.start : repair.end], repair.text) for repair in encoding_repairs(text, rare_characters(text))
    ] == [
        ("Ã¼", "ü"),
        ("Ã©", "é"),
    ]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_right_text_is_silent(sentence: str) -> None:
    assert list(Mojibake().check(document(sentence))) == []


@pytest.mark.parametrize(
    ("sentence", "written", "read"),
    [
        pytest.param(SENTENCES[2], "utf-8", "cp1256", id="utf-8-as-windows-1256"),
        pytest.param(SENTENCES[2], "cp1256", "cp1252", id="windows-1256-as-windows-1252"),
        pytest.param(SENTENCES[3], "cp1251", "cp1252", id="windows-1251-as-windows-1252"),
        pytest.param("İstanbul'da çağrı yapıldı, şehir dışı yollar kapandı.", "cp1254", "cp1252", id="turkish"),
        pytest.param(SENTENCES[4], "gbk", "cp1252", id="gbk-as-windows-1252"),
        pytest.param("四川地震灾区重建", "utf-8", "gbk", id="utf-8-as-gbk"),
        pytest.param("Ο πρωθυπουργός δήλωσε ότι οι συνομιλίες", "cp1253", "cp1252", id="greek"),
    ],
)
def test_the_code_pages_that_ftfy_does_not_know(sentence: str, written: str, read: str) -> None:
    text = sentence.encode(written).decode(read)
    (finding,) = Mojibake().check(document(text))
    assert finding.fix is not None
    ((start, end), meant) = finding.fix.edits[0]
    assert text[:start] + meant + text[end:] == sentence


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Þórður sagði að þýðing væri góð fyrir Ísland og þjóðina", id="icelandic"),
        pytest.param("Nový způsob výuky je dobrý, říká ministr", id="czech"),
        pytest.param("Vláda schválila nový zákon, ktorý platí", id="slovak"),
        pytest.param("طظط عظيم، ظل غطاء ط”", id="arabic-with-the-lead-letters"),
        pytest.param("锟 is a rare character of Chinese names", id="one-character-of-a-known-run"),
        pytest.param("ÉCOLE FRANÇAISE À ÉVREUX", id="capitals-with-accents"),
    ],
)
def test_spelling_is_no_misreading(text: str) -> None:
    assert list(Mojibake().check(document(text))) == []


def test_clean_text_does_not_import_ftfy() -> None:
    program = (
        "import sys; from newslint import Document, DocumentRef; from newslint_rules.encoding.mojibake import Mojibake;"
        "print(list(Mojibake().check(Document(DocumentRef('a.txt'), 'Le café “rouvre”'))), 'ftfy' in sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout == "[] False\n"


PROVEN = [
    pytest.param("Der Kuchen ist sÃ¼ß.", False, id="beside-a-letter-of-its-own"),
    pytest.param("Der BÃ¼rgermeister – „so geht esâ€œ", True, id="some-signs-were-read-well"),
    pytest.param("ÃƒÂ¤hnlich", True, id="twice"),
    pytest.param("Мост через реку Ð¾Ñ‚ÐºÑ€Ð¾ÑŽÑ‚", True, id="words-of-another-alphabet"),
    pytest.param("Fares fell - cafÃ shut", False, id="a-lost-byte"),
    pytest.param("of\ufb01â€™", False, id="ligature"),
    pytest.param("Sprawiedliwo\x9cæ w Polsce", False, id="polish-code-page"),
    pytest.param("ÐÂ»ªÊÓµã ¾¼ÃÉú»î ²Æ¾ÊÓµã Õûµã±¨µÀ", False, id="chinese-code-page"),
    pytest.param("Õß£º", False, id="chinese-code-page-two-letters"),
]


@pytest.mark.parametrize(("text", "proven"), PROVEN)
def test_only_what_is_proven_is_safe(text: str, proven: bool) -> None:
    """A text in another code page looks like misread UTF-8 in places; a repair of these would lose words."""
    assert {repair.proven for repair in encoding_repairs(text, rare_characters(text))} == {proven}
