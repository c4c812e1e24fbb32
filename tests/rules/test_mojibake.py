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
from newslint_rules.encoding.cyrillic import CYRILLIC
from newslint_rules.encoding.double_byte import MARKS, double_byte_repairs
from newslint_rules.encoding.mojibake import Mojibake
from newslint_rules.encoding.repairs import WINDOW, encoding_repairs
from newslint_rules.encoding.suspects import SUSPECT, SUSPECT_JOINTS, SUSPECTS, is_suspect

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


def meets(text: str, characters: frozenset[str], joints: frozenset[tuple[str, ...]]) -> bool:
    beside = (re.search("".join(f"[{choice}]" for choice in joint), text) for joint in joints)
    return not characters.isdisjoint(text) or any(beside)


@settings(max_examples=1500)
@given(st.from_regex(BADNESS_RE))
def test_the_prefilter_matches_wherever_ftfy_sees_mojibake(text: str) -> None:
    assert SUSPECT.search(text)
    assert meets(text, SUSPECTS, SUSPECT_JOINTS)
    assert is_suspect(text, rare_characters(text))
    assert is_suspect(text + text * 12, rare_characters(text))


@settings(max_examples=800)
@given(st.sampled_from(KNOWN), st.sampled_from(KNOWN), st.sampled_from(["", " ", "a", "Z"]), st.sampled_from(KNOWN))
def test_what_the_prefilter_matches_holds_a_needed_character(one: str, two: str, between: str, three: str) -> None:
    match = SUSPECT.search(f"a{one}{two}{between}{three}z")
    if match:
        assert meets(match[0], SUSPECTS, SUSPECT_JOINTS)
        assert meets(match[0], Mojibake().needs.characters, Mojibake().needs.joints)


@given(st.sampled_from(SENTENCES), st.sampled_from(CODECS), st.integers(1, 2))
def test_whatever_ftfy_repairs_in_a_line_is_found(sentence: str, codec: str, times: int) -> None:
    text = sentence
    for _ in range(times):
        text = text.encode().decode(codec, "ignore")
    repaired = text
    for repair in sorted(encoding_repairs(text, rare_characters(text)), reverse=True):
        assert repair.text is not None
        repaired = repaired[: repair.start] + repair.text + repaired[repair.end :]
    assert repaired == fix_encoding(re.sub("â€(?=[ .,]|$)", "â€\x9d", text))  # ftfy makes a dagger of it and the blank


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
        pytest.param("新しい橋を人と見た", "utf-8", "cp932", id="utf-8-as-shift-jis"),
        pytest.param("新しい橋が来年の春に開通する", "euc_jp", "latin-1", id="euc-jp-as-latin-1"),
        pytest.param(
            "새 다리가 내년 봄에 개통된다고 정부가 밝혔다", "cp949", "cp1252", id="windows-949-as-windows-1252"
        ),
        pytest.param("Ο πρωθυπουργός δήλωσε ότι οι συνομιλίες", "cp1253", "cp1252", id="greek"),
    ],
)
def test_the_code_pages_that_ftfy_does_not_know(sentence: str, written: str, read: str) -> None:
    text = sentence.encode(written).decode(read)
    (finding,) = Mojibake().check(document(text))
    assert finding.fix is not None
    ((start, end), meant) = finding.fix.edits[0]
    assert text[:start] + meant + text[end:] == sentence


EASTERN = [
    "市議会は来年の春までに新しい橋を開通させると発表した。費用は国が負担する。",
    "市议会宣布，新桥将于明年春天通车，费用由国家承担。",
    "시의회는 내년 봄까지 새 다리를 개통한다고 발표했다. 비용은 국가가 부담한다.",
]


@pytest.mark.parametrize("errors", ["ignore", "replace"])
@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        pytest.param(EASTERN[0], "cp932", id="japanese-as-shift-jis"),
        pytest.param(EASTERN[0], "gbk", id="japanese-as-gbk"),
        pytest.param(EASTERN[1], "cp932", id="chinese-as-shift-jis"),
        pytest.param(EASTERN[1], "gbk", id="chinese-as-gbk"),
        pytest.param(EASTERN[2], "gbk", id="korean-as-gbk"),
        pytest.param(EASTERN[2], "cp949", id="korean-as-windows-949"),
    ],
)
def test_utf8_that_lost_bytes_in_a_double_byte_encoding(sentence: str, read: str, errors: str) -> None:
    text = sentence.encode().decode(read, errors)
    assert not rare_characters(text).isdisjoint(MARKS)
    assert "UTF-8 read as" in next(Mojibake().check(document(text))).message


def in_rows(codec: str, first: int, last: int) -> st.SearchStrategy[str]:
    """Text of the characters that `codec` has in some rows: the common ones of a language."""
    pairs = (bytes([lead, trail]) for lead in range(first, last + 1) for trail in range(0xA1, 0xFF))
    letters = sorted({letter for pair in pairs if len(letter := pair.decode(codec, "ignore")) == 1})
    return st.text(st.sampled_from([*letters, "\u3001", "\uff0c", "\u3002"]), min_size=4, max_size=40)


@settings(max_examples=500)
@given(st.one_of(in_rows("gb2312", 0xB0, 0xF7), in_rows("euc_jp", 0xA4, 0xF4), in_rows("cp949", 0xB0, 0xC8)))
def test_no_text_of_ordinary_characters_is_utf8_that_was_misread(text: str) -> None:
    assert list(double_byte_repairs(text, rare_characters(text))) == []


@given(st.text(st.sampled_from(sorted(MARKS)), max_size=12), st.sampled_from(EASTERN))
def test_what_has_no_needed_character_has_no_repair(marks: str, sentence: str) -> None:
    text = sentence + marks
    if list(double_byte_repairs(text, frozenset(text))):
        assert not rare_characters(text).isdisjoint(Mojibake().needs.characters)


def test_a_language_s_own_rare_characters_are_no_misreading() -> None:
    for text in ("縺れた糸と繧繝の帯、荳や莨の字", "뷁, 쀍, 뛟 같은 글자", "鍥而不舍；銇字和鈥字", "ｶﾌﾞｼｷｶﾞｲｼｬ ﾀﾅｶ"):
        assert list(Mojibake().check(document(text))) == []


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


RUSSIAN = (
    "Мост через реку открыли в понедельник, сообщила администрация города.",
    "Если вы не успели проехать, ждите вторника, когда закончится ремонт второй половины дороги.",
    "Жители посёлка, которые жаловались на пыль, получат объезд и новые автобусы уже в этом месяце.",
)
MISREAD_RUSSIAN = [("utf-8", "koi8_r"), ("utf-8", "cp866"), ("cp1251", "koi8_r"), ("koi8_r", "cp1251")]


@pytest.mark.parametrize("text", RUSSIAN)
@pytest.mark.parametrize(("written_in", "read_as"), MISREAD_RUSSIAN)
def test_russian_in_another_code_page(text: str, written_in: str, read_as: str) -> None:
    misread = text.replace("ё", "е").encode(written_in).decode(read_as)
    assert CYRILLIC & rare_characters(misread), "the rule would not be asked"
    (found,) = Mojibake().check(document(f"{misread}\n{text}\n{text.upper()}\n"))
    assert found.fix
    assert found.fix.edits[0].text.rstrip(".") == text.replace("ё", "е").rstrip(".")


@pytest.mark.parametrize(("written_in", "read_as"), MISREAD_RUSSIAN[2:])
def test_a_short_line_without_the_rarest_letters(written_in: str, read_as: str) -> None:
    """Small letters in front of capitals tell it, where neither `Ъ` nor `Щ` does."""
    text = "Городской совет решил пустить паром ночью"
    (found,) = Mojibake().check(document(text.encode(written_in).decode(read_as)))
    assert found.fix
    assert found.fix.edits[0].text == text


def test_initials_behind_a_small_letter_are_written_so() -> None:
    assert list(Mojibake().check(document("ВАКЦИНЫ НА ОСНОВЕ мРНК ПОСТУПИЛИ В БОЛЬНИЦЫ ГОРОДА"))) == []


CENTRAL_EUROPEAN = {
    ("cp1250", "cp1252"): "Rada miasta zdecydowała o dwóch promach, żeby ułatwić życie mieszkańcom",
    ("iso8859_2", "latin-1"): "Městská rada rozhodla o dvou dalších trajektech, které občané žádali již léta",
}


@pytest.mark.parametrize(("pages", "text"), CENTRAL_EUROPEAN.items())
def test_polish_and_czech_in_another_code_page(pages: tuple[str, str], text: str) -> None:
    misread = text.encode(pages[0]).decode(pages[1])
    (found,) = Mojibake().check(document(misread))
    assert found.fix
    ((span, meant),) = found.fix.edits
    assert misread[: span.start] + meant + misread[span.end :] == text


@pytest.mark.parametrize(
    "text",
    [
        *CENTRAL_EUROPEAN.values(),
        pytest.param("De 12 km³ water, 3 m³ per dag en 4 m³ voor de rest¹", id="units"),
        pytest.param("—¿Qué pasa?, ¿quién paga?, preguntó«¿y tú?»", id="spanish"),
        pytest.param("Søren og Bjørn spiste smørrebrød på øen i går", id="danish"),
    ],
)
def test_letters_and_signs_that_are_right(text: str) -> None:
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
    pytest.param("Sprawiedliwo\x9cæ i uczciwo\x9cæ w Polsce", False, id="polish-code-page"),
    pytest.param("ÐÂ»ªÊÓµã ¾¼ÃÉú»î ²Æ¾ÊÓµã Õûµã±¨µÀ", False, id="chinese-code-page"),
]


@pytest.mark.parametrize(("text", "proven"), PROVEN)
def test_only_what_is_proven_is_safe(text: str, proven: bool) -> None:
    """A text in another code page looks like misread UTF-8 in places; a repair of these would lose words."""
    assert {repair.proven for repair in encoding_repairs(text, rare_characters(text))} == {proven}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Sprawiedliwo\x9cæ w Polsce", id="polish-code-page-one-word"),
        pytest.param("Õß£º", id="chinese-code-page-two-letters"),
    ],
)
def test_one_letter_of_another_alphabet_is_a_chance(text: str) -> None:
    assert list(encoding_repairs(text, rare_characters(text))) == []
