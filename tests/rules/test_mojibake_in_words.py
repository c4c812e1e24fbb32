"""Accented letters of Latin words that were read in a code page of another script, and scripts that meet rightly."""

import pytest

from newslint import Document, DocumentRef
from newslint.engine import check_documents
from newslint.reading.segment import segment
from newslint_rules.encoding.in_words import IN_WORDS_JOINTS, in_word_repairs
from newslint_rules.encoding.mojibake import Mojibake

TEXTS = {
    "French": "Le maire a déclaré mardi que l'été serait très sec et que la région manquerait d'eau.",
    "Spanish": "El alcalde anunció el martes que el puente abrirá en otoño, añadió la señora Núñez.",
    "Swedish": "Borgmästaren sade på tisdagen att bron öppnar och att arbetarna håller på länge.",
    "Turkish": "Belediye başkanı salı günü köprünün yazın açılacağını söyledi.",
    "Polish": "Władze miasta ogłosiły we wtorek, że żegluga wróci jesienią.",
}
CODECS = ("gbk", "cp1251", "cp1256", "koi8_r", "cp850")

RIGHT = [
    pytest.param("他用iPhone拍了照片，穿着T恤和Nike帽子，还唱K歌。", id="Chinese with Latin words"),
    pytest.param("서울 K팝 공연에 BTS가 나온다고 LG전자는 말했다.", id="Korean with Latin words"),
    pytest.param("Завод ГАЗ выпустил модель Next, а Google — нет.", id="Russian with Latin words"),
    pytest.param("Die Aktie 茅台 stieg, und das Zeichen 茅 kennt jeder.", id="a Chinese sign in a German sentence"),
    pytest.param("Le maire a déclaré que l'été serait sec.", id="accents as they should be"),
]


@pytest.mark.parametrize("text", RIGHT)
def test_scripts_that_meet_rightly(text: str) -> None:
    assert list(in_word_repairs(text)) == []


def misread(text: str, codec: str) -> str:
    """The text as a reader has it who keeps what the code page lacks."""
    words = []
    for word in text.split(" "):
        try:
            words.append(word.encode().decode(codec))
        except UnicodeDecodeError:
            words.append(word)
    return " ".join(words)


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("language", TEXTS)
def test_every_word_that_is_found_comes_back(language: str, codec: str) -> None:
    text = misread(TEXTS[language], codec)
    repairs = list(in_word_repairs(text))
    for repair in reversed(repairs):
        assert repair.text is not None
        text = text[: repair.start] + repair.text + text[repair.end :]
    assert repairs
    assert all(word in TEXTS[language] for word in (repair.text for repair in repairs) if word)


def test_the_rule_asks_for_such_text() -> None:
    needs = Mojibake().needs
    assert needs.joints >= IN_WORDS_JOINTS
    text = misread(TEXTS["French"], "gbk")
    (finding, *_) = check_documents([Document(DocumentRef("a.txt"), text, segment(text))], [Mojibake()])
    assert (finding.message, finding.fix is not None) == ("UTF-8 read as GBK", True)
