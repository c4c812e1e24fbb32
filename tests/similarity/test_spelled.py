from collections.abc import Callable

import pytest

from newslint.similarity import normal_form
from newslint.similarity.number_words import french, german, spanish
from newslint.similarity.spelled import with_spelled_figures


def read(text: str) -> tuple[str, set[str]]:
    words, found = with_spelled_figures(normal_form([text]).decode().strip().split(" "))
    return " ".join(words), found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("one of them and a few hundreds of thousands", id="one, and vague ones"),
        pytest.param("once elf men seize a dos mil sept cent onze", id="English with words of other languages"),
        pytest.param("por ciento los dias y las noches fueron", id="per cent"),
        pytest.param("в 2015 году тысячи людей", id="Russian thousands of unknown number"),
        pytest.param("5 في المئة من الف", id="Arabic per cent"),
    ],
)
def test_no_number(text: str) -> None:
    form = normal_form([text]).decode().strip()
    assert with_spelled_figures(form.split(" ")) == (form.split(" "), set())


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param("twenty and five, thirty ten", "20 and 5 30 10", id="two numbers are not one"),
        pytest.param("between two hundred and three hundred", "between 200 and 300", id="nor hundreds"),
        pytest.param("one billion and one mln", "1 billion and 1 mln", id="one million"),
        pytest.param("two hundred and one million", "200 and 1 million", id="one of several"),
        pytest.param("two thousand and two million", "2000 and 2 million", id="nor what is counted in millions"),
        pytest.param("twenty-one, fifty-one, thirty-first", "21 51 31", id="tens and ones"),
        pytest.param("thirty-one thousand", "31000", id="tens of thousands"),
        pytest.param("two hundred, said two thousend", "200 said 2000", id="a letter wrong"),
        pytest.param("two hundred and sixty-seven", "267", id="hundreds and more"),
        pytest.param("a hundred and five; one thousand", "105 1000", id="one hundred"),
        pytest.param("two thousand five hundred and six", "2506", id="thousands and more"),
        pytest.param(
            "5 thousand and 2.5 thousand of 5 тыс 12,000 тысяч", "5000 and 2500 of 5000 12000000", id="counted"
        ),
        pytest.param("sie sind zwölf und einundzwanzig", "sie sind 12 und 21", id="German"),
        pytest.param("es sind zweihundertfünf und 20 Tausend", "es sind 205 und 20000", id="German hundreds"),
        pytest.param("dans les seize et vingt et un", "dans les 16 et 21", id="French"),
        pytest.param(
            "il est dans les quatre-vingt-dix-sept et deux cents", "il est dans les 97 et 200", id="French twenties"
        ),
        pytest.param(
            "deux pour cent des ventes dans le pays", "2 pour cent des ventes dans le pays", id="French per cent"
        ),
        pytest.param("los tres y las treinta y una", "los 3 y las 30 y una", id="Spanish"),
        pytest.param("los treinta y cinco y doscientos", "los 35 y 200", id="Spanish tens, hundreds"),
        pytest.param("dos mil quinientos de los", "2500 de los", id="Spanish thousands"),
        pytest.param("قتل اثنا عشر", "قتل 12", id="Arabic teens"),
        pytest.param("خمسة وعشرون ثلاثون", "25 30", id="Arabic tens"),
        pytest.param("مئتين وخمسين ثلاثمئة خمسة آلاف", "250 300 5000", id="Arabic hundreds"),
    ],
)
def test_numbers_are_figures(text: str, figures: str) -> None:
    assert read(text) == (figures, set())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("الجولة الأولى", {"1."}, id="first"),
        pytest.param("الجولة السابعة عشرة", {"17."}, id="seventeenth"),
        pytest.param("الذكرى الخامسة والعشرين", {"25."}, id="twenty-fifth"),
    ],
)
def test_ordinals_stay(text: str, found: set[str]) -> None:
    assert read(text) == (normal_form([text]).decode().strip(), found)


@pytest.mark.parametrize("known", [german, french, spanish])
def test_all_from_two_to_ninety_nine(known: Callable[[], dict[str, int]]) -> None:
    assert set(range(2, 101)) <= set(known().values())
