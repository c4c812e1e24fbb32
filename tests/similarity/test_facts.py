import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.similarity import agreement, differences, facts_of
from newslint.similarity.concord import Pair, contradiction
from newslint.similarity.exchanged import exchanged
from newslint.similarity.facts import SPELLED, folded_word
from newslint.similarity.number_words import first_words

FULL_LINE = " and then it was said that he had left it for"


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        pytest.param("Nothing of that kind was said.", set(), id="none"),
        pytest.param("Rain fell. Snow followed.", set(), id="starts of sentences are no names"),
        pytest.param("On Monday she met Mr Brown.", {"brown"}, id="weekdays and titles are left out"),
        pytest.param("Then Insp Brown met Inspector Kaya", {"brown", "kaya"}, id="so are ranks, short or whole"),
        pytest.param("He met Ana Diaz in New York.", {"ana", "diaz", "new", "york"}, id="names"),
        pytest.param(f"{FULL_LINE}\nLima{FULL_LINE}\r\nOslo", {"lima", "oslo"}, id="a name behind the break of a line"),
        pytest.param(f"{FULL_LINE}\n\nAna{FULL_LINE}\r\n\r\nEva too", set(), id="the first word of a paragraph"),
        pytest.param("It was a harbour\nOnly then was it built", set(), id="a line below a short one"),
        pytest.param("it was the office of the harbour said\nLima is near", {"lima"}, id="a first line may be shorter"),
        pytest.param("It rained.\nSnow followed.", set(), id="nor is a sentence's, at the start of a line"),
        pytest.param("It lost 1,250 jobs and 3.5 per cent.", {"1250", "3.5"}, id="figures"),
        pytest.param("About twenty-five of twelve hundred, one of them", {"25", "1200"}, id="spelled figures"),
        pytest.param("Twenty and five, thirty ten", {"20", "5", "30", "10"}, id="two spelled figures are not one"),
        pytest.param("It lost 3 of 14 in week 12", {"3", "14", "12", "week 12"}, id="what is numbered is a name"),
        pytest.param("It was Teal v Brevik", {"teal", "brevik", "brevik v teal"}, id="who met whom, wherever they met"),
        pytest.param("It won 3 v 2 and 5 V 4", {"3", "2", "5", "4"}, id="figures do not meet"),
        pytest.param("الجلسة الأولى من ثاني دورة", {"1.", "2."}, id="the first and the second of a series"),
        pytest.param("Flight B52 made 20 of 3.5.7", {"b52", "20", "3.5.7"}, id="figures begin a word"),
        pytest.param("The lake&#8217;s ice took 20 boats. &#3;", {"20"}, id="a character reference is no figure"),
        pytest.param("In Sept. 2020 it rained", {"2020"}, id="months are left out"),
        pytest.param("LIMA, May 3 (AP) - All went well with Ana.", {"ana"}, id="dateline left out"),
        pytest.param(
            "Der Rat und die Stadt von Köln sind mit dem Plan für 20 Schulen zufrieden.", {"20"}, id="German nouns"
        ),
        pytest.param("وصل ٢٥ لاجئا إلى تونس عام ٢٠١٥", {"25", "2015"}, id="Arabic has figures only"),
        pytest.param("تقام اليوم مباريات الجولة السابعة عشرة من البطولة", {"17."}, id="Arabic ordinals"),
        pytest.param(
            "The crew of Thousand Islands left Elf and Once", {"thousand", "islands", "elf", "once"}, id="names"
        ),
        pytest.param(
            "Op straat in het centrum van Utrecht zijn een Man en Vrouw die ziek was met Covid",
            {"utrecht", "man", "vrouw", "covid"},
            id="Dutch nouns are names",
        ),
        pytest.param(
            "Der er mange som den Gang kom fra Aarhus, og der var Jens Hansen den Dag",
            {"gang", "aarhus", "jens", "hansen", "dag"},
            id="Danish nouns are names",
        ),
        pytest.param(
            "Bei einem Brand in Rostock sind am Montag zwölf Menschen gestorben.", {"12"}, id="one German sentence"
        ),
        pytest.param(
            "Ein Gewinn von 3,5 und 1.500.000 Euro", {"3.5", "1500000", "gewinn", "euro"}, id="decimal commas"
        ),
        pytest.param("Es stieg um 0,125", {"0.125"}, id="three decimals"),
        pytest.param("我们有12万人和二十一人", {"120000", "21"}, id="Chinese numerals"),
        pytest.param("पुलिस ने १२ लोगों को पकड़ा", {"12"}, id="Hindi digits"),
        pytest.param("我们在2015年有３个人", {"2015", "3"}, id="Chinese, full-width digits"),
    ],
)
def test_the_facts_of_a_text(text: str, stated: set[str]) -> None:
    assert set(facts_of([text])[0].stated) == stated


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("He met Ana in Lima", "he met her", (1.0, 0), id="nothing stated"),
        pytest.param("He met Ana in Lima", "Ana was met in Lima", (1.0, 1), id="a name at the start counts as found"),
        pytest.param("He paid 25 to Ana", "He paid twenty-five to Ana", (1.0, 2), id="spelled"),
        pytest.param("He met Ana in Lima", "He met Eva in Oslo", (0.0, 2), id="other names"),
        pytest.param(
            "He met Fernandez in Lima", "He met Fernandes in Lima", (1.0, 2), id="a letter wrong in a long name"
        ),
        pytest.param("مباراة الجولة 7", "مباراة الجولة السابعة", (1.0, 1), id="round 7 and the seventh"),
        pytest.param("يوم 2 الساعة الثانية", "يوم 9 الساعة الثانية", (0.5, 2), id="at two o'clock is not on the 2nd"),
        pytest.param("It lost 1250 in Lima", "It lost 1251 in Lima", (0.5, 2), id="a digit wrong is another figure"),
        pytest.param("Es verlor 1,2 Prozent", "Es verlor 2,1 Prozent", (0.5, 2), id="decimals are not two figures"),
        pytest.param("Gewinn 3,5 um 7,2", "Gewinn 5,3 um 2,7", (0.0, 2), id="nor are those of a row of them"),
        pytest.param("It was 1.987 of the sum", "It was 1987 of the sum", (0.0, 1), id="English decimals"),
        pytest.param("Kurs 1.987 seit 1987", "Kurs 1.985 seit 1987", (0.5, 2), id="a rate and a year"),
        pytest.param("Es kamen 1.500 an", "Es kamen 1500 an", (1.0, 1), id="thousands behind a point"),
        pytest.param("Es kamen 1.500 an", "Es kamen 1\u00a0500 an", (1.0, 1), id="thousands behind a space"),
        pytest.param("It lost two hundred", "It lost 200", (1.0, 1), id="spelled hundreds"),
    ],
)
def test_agreement_is_the_share_of_the_smaller_set(one: str, other: str, expected: tuple[float, int]) -> None:
    facts = facts_of([one, other])
    assert agreement(*facts) == expected
    assert agreement(*facts[::-1]) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("The same text", "the SAME text!", ([], []), id="case and punctuation are no difference"),
        pytest.param("He paid 1,000 euros", "He paid 1000 dollars", (["euros"], ["dollars"]), id="thousands"),
        pytest.param("the the the end", "the end", (["the", "the"], []), id="repeated words are counted"),
        pytest.param("the end", "the the the end", ([], ["the", "the"]), id="and those that are missing"),
        pytest.param("At Café 1,000 now", "At cafe 1000, then", (["now"], ["then"]), id="thousands beside marks"),
        pytest.param("Café in Ślask", "Cafe in Slask now", ([], ["now"]), id="marks"),
        pytest.param("می\u200cخواهم", "می خواهم", (["می\u200cخواهم"], ["می", "خواهم"]), id="ZWNJ belongs to its word"),
    ],
)
def test_differences(one: str, other: str, expected: tuple[list[str], list[str]]) -> None:
    assert differences(one, other) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Rain fell in Köln.", True, id="Latin"),
        pytest.param("В Москве прошёл дождь.", True, id="Cyrillic"),
        pytest.param("12 \u2013 15", True, id="no letters"),
        pytest.param("شهدت المدينة أمطارا غزيرة", False, id="Arabic"),
        pytest.param("ใน Bangkok เมื่อวานนี้มีฝนตกหนัก", False, id="Thai with a foreign name"),
        pytest.param("The word 雨 means rain in Chinese.", True, id="English with a foreign word"),
    ],
)
def test_names_can_be_told_where_the_script_has_capitals(text: str, names: bool) -> None:
    assert facts_of([text])[0].names == names


def test_spelled_figures_are_in_the_normal_form() -> None:
    assert [word for word in SPELLED | first_words() if folded_word(word) != word] == []


STATED = [
    "The mayor Harlan told the banker Ostrow to pay 12.",
    "Harlan smiled. Ostrow did too.",
    "On the seventh day Jessop met Quill at 7.",
    "Round 7 went to Jesop. The price of 1.500 rose.",
    "It paid 1500, said Teal Foods.",
    "Teal paid the 1,500.",
    "He said the TFB and the UK paid.",
    "He asked the Teal Ferry Board of the U.K. for 7.",
]


@given(st.permutations(STATED), st.integers(0, 8), st.integers(0, 8))
def test_which_text_comes_first_changes_no_verdict(drawn: list[str], start: int, end: int) -> None:
    one, other = facts_of([" ".join(drawn[:start]), " ".join(drawn[end:])])
    assert agreement(one, other) == agreement(other, one)
    assert contradiction(Pair.of(one, other)) == contradiction(Pair.of(other, one))
    assert exchanged(Pair.of(one, other)) == exchanged(Pair.of(other, one))
    assert exchanged(Pair.of(one, other)).names <= contradiction(Pair.of(one, other)).names
    assert exchanged(Pair.of(one, other)).figures <= contradiction(Pair.of(one, other)).figures


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("He met Ana in the hall", "He met Ana in Oslo in the hall", 0, id="an addition"),
        pytest.param("He met Ana, he said", "A man said he met Ana", 0, id="no name"),
        pytest.param("Now in Lima he met a man", "Now he met a man of Oslo", 0, id="in another place"),
        pytest.param(
            "He said in Lima he met her",
            "He said on the way to the hall and on the way from Oslo he met her",
            0,
            id="in the place of a whole clause",
        ),
        pytest.param("He met Ana in the hall", "He met Eva in the hall", 1, id="one for another"),
        pytest.param("He met Ana Diaz and Max", "He met Eva Kaya and Tom", 3, id="three for three"),
        pytest.param("He met Ana Diaz in the hall", "He met the tall Eva in the hall", 1, id="two for one"),
        pytest.param(
            "He met Ana " + " ".join(map(str, range(10, 2010))), "He met her and Eva", 1, id="too many words for that"
        ),
        pytest.param("He met Ana " + "a " * 200, "He met her and Eva " + "a " * 200, 1, id="too long to be aligned"),
    ],
)
def test_names_that_stand_in_the_place_of_others(one: str, other: str, expected: int) -> None:
    assert exchanged(Pair.of(*facts_of([one, other]))).names == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("He paid 12 in May for it", "He paid 12 in May for it and got 14", 0, id="an addition"),
        pytest.param("The 12 of them paid for it in May", "They paid for it in May, all 14", 0, id="in another place"),
        pytest.param("He paid 12 for it", "He paid 14 for it", 1, id="one for another"),
        pytest.param("For the 12th time he paid", "For the 14th time he paid", 1, id="with an ending"),
        pytest.param("He paid 1.25 for it", "He paid 1 for it", 1, id="with a part"),
        pytest.param("He paid twelve for it", "He paid 14 for it", 1, id="one of them spelled"),
    ],
)
def test_figures_that_stand_in_the_place_of_others(one: str, other: str, expected: int) -> None:
    facts = facts_of([one, other])
    assert exchanged(Pair.of(*facts)) == exchanged(Pair.of(*facts[::-1])) == (expected, 0)
