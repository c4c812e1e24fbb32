import re
import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.similarity import normal_form, plain_form
from newslint.similarity.codes import CODE_POINTS, Table, folded_code, is_mark, plain_code
from newslint.similarity.normal import _fold_whole
from newslint.similarity.parting import compact
from newslint.similarity.trim import trim


def one(text: str) -> str:
    return normal_form([text]).decode().removesuffix("\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", "", id="empty"),
        pytest.param("  …  ", "", id="no word"),
        pytest.param("The  mayor's plan – at last!", "the mayor s plan at last", id="punctuation and dashes"),
        pytest.param("“Enough”, she said", "enough she said", id="quotes"),
        pytest.param("It cost 1,234,567.50 euros.", "it cost 1234567.50 euros", id="thousands and decimal point"),
        pytest.param("In 2,5 and 12,3456 and 3. and .7", "in 2 5 and 12 3456 and 3 and 7", id="commas of other kinds"),
        pytest.param("one\ntwo\r\nthree", "one two three", id="wrapped lines"),
        pytest.param("co\u00adoperate \ufb01ne", "cooperate fine", id="soft hyphen and ligature"),
        pytest.param("a\udcff b", "a b", id="lone surrogate"),
        pytest.param("Zürich, Ćosić, Łódź", "zurich cosic łodz", id="Latin marks"),
        pytest.param("Straße", "strasse", id="German sharp s"),
        pytest.param("IĞDIR Iğdır İğdir ığdır", "igdir igdir igdir igdir", id="Turkish dotted and dotless i"),
        pytest.param("Пётр, ЁЛКА й", "петр елка и", id="Russian"),
        pytest.param("Αθήνα ΑΘΗΝΑ τέλος", "αθηνα αθηνα τελοσ", id="Greek with final sigma"),
        pytest.param("إِلى أحمد آخر مـــدرسة", "الي احمد اخر مدرسة", id="Arabic marks, hamza, tatweel"),
        pytest.param("عام ٢٠٢٤ و١٬٢٣٤٫٥", "عام 2024 و1234.5", id="Arabic digits and separators"),
        pytest.param("می\u200cخواهم کتاب", "ميخواهم كتاب", id="Persian with ZWNJ, keheh and yeh"),
        pytest.param("שָׁלוֹם", "שלום", id="Hebrew points"),
        pytest.param("हिन्दी में क्\u200dष", "हिन्दी में क्ष", id="Hindi vowels stay, ZWJ joins"),
        pytest.param("我们2024年，在北京。", "我 们 2024 年 在 北 京", id="Chinese"),
        pytest.param("東京ﾀﾜｰ", "東 京 タ ワ ー", id="Japanese, half-width"),
        pytest.param("ที่บ้าน20", "ที่ บ้ า น 20", id="Thai vowels stay with their letter"),
        pytest.param("서울 시장", "서울 시장", id="Korean is spaced and composed"),
    ],
)
def test_the_normal_form(text: str, expected: str) -> None:
    assert one(text) == expected


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("The mayor spoke (again) on Monday.", "The mayor spoke (again) on Monday.", id="no credit"),
        pytest.param("A-levels are back.", "A-levels are back.", id="hyphenated start"),
        pytest.param("LONDON, May 2 (Reuters) - Prices rose again.", "Prices rose again.", id="wire dateline"),
        pytest.param("OSLO — Prices rose again in May.", "Prices rose again in May.", id="place and dash"),
        pytest.param("(CNN) -- Prices rose again in May.", "Prices rose again in May.", id="agency only"),
        pytest.param("A crowd waits in the rain. (AP Photo/Ana Diaz)", "A crowd waits in the rain.", id="photo credit"),
        pytest.param("A crowd waits. Photograph: Ana Diaz/EPA", "A crowd waits.", id="labelled credit"),
        pytest.param("(Photo: AFP)", "(Photo: AFP)", id="nothing else would be left"),
    ],
)
def test_datelines_and_credits_are_left_out(text: str, kept: str) -> None:
    assert trim(text) == kept


def test_a_text_has_the_same_form_in_any_company() -> None:
    texts = ["Plain words.", "Ärger in Köln", "", "新闻", "More plain words, 1,000 of them", "a\n\nb"]
    together = normal_form(texts).decode().split("\n")
    assert together == [*(one(text) for text in texts), ""]


def joined_words(text: str) -> list[str]:
    r"""`re.findall(r"\w+", text.lower())` with marks, ZWNJ and ZWJ joined to their word."""
    lowered = text.lower().replace("\u200c", "").replace("\u200d", "")
    marks = "".join({sign for sign in lowered if unicodedata.category(sign)[0] == "M"})
    return re.findall(rf"[\w{re.escape(marks)}]+", lowered)


@given(st.lists(st.text(), max_size=6))
def test_the_plain_form_is_what_re_finds(texts: list[str]) -> None:
    lines = plain_form(texts).decode().split("\n")
    assert [line.split(" ") if line else [] for line in lines[:-1]] == [joined_words(text) for text in texts]


def test_the_plain_form_holds_for_every_character() -> None:
    texts = ["".join(f"a{chr(code)}b " for code in range(start, start + 256)) for start in range(0, 0x20000, 256)]
    lines = plain_form(texts).decode().split("\n")
    wrong = [text for text, line in zip(texts, lines, strict=False) if line.split(" ") != joined_words(text)]
    assert not wrong


@given(st.text())
def test_the_normal_form_is_stable(text: str) -> None:
    form = one(text)
    assert form == " ".join(form.split(" ")).strip(" ")
    assert "\n" not in form


@given(
    st.lists(
        st.text(
            st.sampled_from("aé\u0301 1.,½…ﬁß“”İıŁ٢ب\u0654ا\u200c京，가\u1100\u1161™²か\u3099क\u093cﾊﾞㅋㅏ㎏α\u0345"),
            max_size=8,
        ),
        max_size=4,
    )
)
def test_folding_by_character_is_folding_the_text(texts: list[str]) -> None:
    alone = [compact(_fold_whole(f"{text}\n".encode())) for text in texts]
    assert normal_form(texts) == b"".join(alone)


def test_every_character_folds_by_the_table_as_in_a_text() -> None:
    texts = [" ".join(f"a{chr(code)}1" for code in range(start, start + 64)) for start in range(0x80, 0x3100, 64)]
    assert normal_form(texts) == compact(_fold_whole("".join(f"{text}\n" for text in texts).encode()))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        pytest.param("“It’s over…” — she said", "it's over she said", id="quotes-and-dashes"),
        pytest.param("café naïve Zürich Straße", "cafe naive zurich strasse", id="letters-of-two-bytes"),
        pytest.param("Acme™ № 5", "acmetm no 5", id="signs-that-fold-to-more-letters"),
        pytest.param("3½ kg, 5 °C", "31 2 kg 5 c", id="a-sign-shorter-than-what-it-folds-to"),
        pytest.param("æther at Ærø", "æther at ærø", id="letters-that-stay"),
    ],
)
def test_a_character_folds_alike_among_few_and_among_many_others(text: str, form: str) -> None:
    assert normal_form([text]).decode() == f"{form}\n".replace("'", " ")
    many = [text, "plain words", *("".join(map(chr, range(start, start + 40))) for start in range(0x4E00, 0x5200, 40))]
    assert normal_form(many).decode().split("\n")[:2] == [form.replace("'", " "), "plain words"]


def test_a_word_is_what_regular_expressions_take_for_one() -> None:
    word = re.compile(r"\w")
    for code in (*range(0x3400), *range(0x3400, CODE_POINTS, 61)):
        assert (plain_code(code) == code and code not in (0x0A, 0x20)) == (
            word.match(chr(code)) is not None or is_mark(code)
        )


def test_a_table_says_what_its_function_says() -> None:
    codes = np.array([*range(0x700), 0x4E2D, 0xD800, CODE_POINTS - 1], np.uint32)
    assert Table(folded_code, np.uint32)[codes].tolist() == [folded_code(code) for code in codes.tolist()]
