"""The language of a text, from its record, its script and its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Document, DocumentRef, Metadata
from newslint.language import SAMPLE, language_of

ENGLISH = "The harbour council said on Tuesday that the ferry would not sail before the end of the week."
GERMAN = "Der Rat der Stadt hat am Dienstag beschlossen, dass die Fähre bis zum Ende der Woche nicht fährt."

UNKNOWN = [
    pytest.param("", id="no text"),
    pytest.param("20", id="no letter"),
    pytest.param("TT", id="too few letters"),
    pytest.param("Brevik Tarn Hallund", id="names only"),
    pytest.param("Shr 12 cts vs 14 cts, net 2.1 mln vs 2.0 mln, revs 40 mln", id="figures of a stock report"),
    pytest.param("Zaļā tilta remonts Rīgā sāksies pavasarī, sacīja pilsētas dome.", id="no words of Latvian here"),
    pytest.param("Мост и мост: 12, 14 и 20", id="one short Cyrillic word"),
]


@pytest.mark.parametrize("text", UNKNOWN)
def test_says_nothing_where_it_cannot_know(text: str) -> None:
    assert language_of(text) == ""


SENTENCES = [
    ("en", ENGLISH),
    ("de", GERMAN),
    ("fr", "Le conseil municipal a décidé mardi que le bac ne partira pas avant la fin de la semaine."),
    ("es", "El consejo de la ciudad dijo el martes que el barco no saldrá hasta el fin de la semana."),
    ("it", "Il consiglio della città ha deciso che il traghetto non parte fino alla fine di questa settimana."),
    ("pt", "O conselho da cidade disse na terça que a balsa não sai até o fim da semana, mas sem explicar."),
    ("nl", "De raad van de stad heeft dinsdag besloten dat het veer niet voor het einde van de week vaart."),
    ("pl", "Rada miasta ogłosiła we wtorek, że prom nie wypłynie do końca tygodnia, ale jest na to sposób."),
    ("tr", "Belediye meclisi salı günü feribotun hafta sonuna kadar kalkmayacağını ve bunun için para istedi."),
    ("sv", "Stadens råd sade på tisdagen att färjan inte går och att det är för att den måste lagas."),
    ("da", "Byens råd sagde, at færgen ikke sejler, fordi den blev skadet, og at det er en opgave for havnen."),
    ("no", "Byens råd sier at fergen ikke går fordi den ble skadet, og at det er en oppgave for havnen nå."),
    ("ru", "Городской совет заявил во вторник, что паром не выйдет до конца недели и что он был повреждён."),
    ("uk", "Міська рада заявила у вівторок, що пором не вийде до кінця тижня, але це не його провина."),
    ("bg", "Градският съвет каза, че фериботът няма да тръгне до края на седмицата и че не е повреден."),
    ("ar", "قال مجلس المدينة إن العبارة لن تبحر قبل نهاية الأسبوع بعد أن تعرضت لأضرار في الميناء."),
    ("fa", "شورای شهر گفت که این قایق تا پایان هفته حرکت نمی کند و برای تعمیر به بندر می رود."),
    ("ur", "شہر کی کونسل نے منگل کو کہا کہ یہ کشتی ہفتے کے آخر تک نہیں چلے گی۔"),
    ("hi", "नगर परिषद ने मंगलवार को कहा कि नाव सप्ताह के अंत तक नहीं चलेगी और यह खराब है।"),
    ("mr", "नगर परिषदेने सांगितले की ही नाव आठवड्याच्या शेवटी सुटणार नाही आणि ती खराब आहे."),
    ("zh", "市议会周二表示，渡轮在本周末之前不会启航。"),
    ("ja", "市議会は火曜日、フェリーは週末まで運航しないと発表した。"),
    ("ko", "시의회는 화요일 여객선이 주말까지 운항하지 않는다고 밝혔다."),
    ("th", "สภาเทศบาลแถลงเมื่อวันอังคารว่าเรือข้ามฟากจะไม่ออก"),
    ("el", "Το δημοτικό συμβούλιο ανακοίνωσε ότι το πλοίο δεν θα αποπλεύσει."),
    ("he", "מועצת העיר הודיעה ביום שלישי כי המעבורת לא תפליג."),
]


@pytest.mark.parametrize(("code", "text"), [pytest.param(code, text, id=code) for code, text in SENTENCES])
def test_knows_the_language_of_a_sentence(code: str, text: str) -> None:
    assert language_of(text) == code


RECORDED = [
    pytest.param("en", ENGLISH, "en", id="both agree"),
    pytest.param("en-GB", ENGLISH, "en", id="with a country behind"),
    pytest.param("German", GERMAN, "de", id="a name"),
    pytest.param("deu", GERMAN, "de", id="three letters"),
    pytest.param("uk", ENGLISH, "en", id="the country, not Ukrainian: another script"),
    pytest.param("ca", ENGLISH, "en", id="the country, not Catalan"),
    pytest.param("ch", GERMAN, "de", id="no language at all"),
    pytest.param("za", ENGLISH, "en", id="the country, not Zhuang"),
    pytest.param("lb", ENGLISH, "en", id="a language whose words nobody knows, but the text is English"),
    pytest.param(
        "lv", "Zaļā tilta remonts Rīgā sāksies pavasarī, sacīja pilsētas dome.", "lv", id="only the record knows"
    ),
    pytest.param("fr", "Brevik Tarn Hallund", "fr", id="nothing speaks against the record"),
    pytest.param("fa", "20", "fa", id="no letter speaks against the record"),
    pytest.param("uk", "Brevik Tarn Hallund", "", id="not this, and nothing else is known"),
    pytest.param("ja", "東京都議会選挙結果発表", "ja", id="Japanese may stand in Han alone"),
    pytest.param("sr", "Most i trg: Beograd, Niš", "sr", id="Serbian is written in both scripts"),
    pytest.param("xx", ENGLISH, "en", id="nobody knows the code"),
    pytest.param("no", SENTENCES[10][1], "no", id="a near relative is no contradiction"),
]


@pytest.mark.parametrize(("recorded", "text", "expected"), RECORDED)
def test_weighs_the_record_against_the_text(recorded: str, text: str, expected: str) -> None:
    assert language_of(text, recorded) == expected


def test_looks_at_the_start_only() -> None:
    assert language_of(ENGLISH * (SAMPLE // len(ENGLISH) + 1) + GERMAN * 1000) == "en"


def test_a_document_knows_its_language() -> None:
    assert Document(DocumentRef("a.txt"), ENGLISH, metadata=Metadata(language="uk")).language == "en"


@given(st.text(max_size=200), st.text(max_size=12))
def test_takes_any_text_and_any_record(text: str, recorded: str) -> None:
    code = language_of(text, recorded)
    assert code == "" or (2 <= len(code) <= 3 and code.isascii() and code.islower())
