import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from newslint.similarity import trim as trimming
from newslint.similarity.trim import trim

PIECES = st.sampled_from(
    (
        *("LONDON", "Oslo", ", May 2 ", "(Reuters)", " - ", " \u2014 ", "Rain fell in the north", " today"),
        *("القاهرة", "(رويترز)", "(서울=연합뉴스)", "【共同】", "Фото: ", "ТАСС", "摄"),
        *("Photo: ", "Getty", " AFP", "\u65b0\u534e\u793e", "\u7535", "x" * 50, "\udcff", *".!:/()[]aA "),
    )
)


def trimmable(data: bytes) -> NDArray[np.intp]:
    return trimming.trimmable(data, np.flatnonzero(np.frombuffer(data, np.uint8) == 10))


@given(st.lists(st.lists(PIECES, max_size=9).map("".join), max_size=6))
def test_no_other_line_would_be_trimmed(texts: list[str]) -> None:
    data = "\n".join([*texts, ""]).encode("utf-8", "surrogatepass")
    asked = trimmable(data)
    assert {number for number, text in enumerate(texts) if trim(text) != text} <= set(asked[:, 0].tolist())
    for number, start, end in asked.tolist():
        assert data[start:end] == texts[number].encode("utf-8", "surrogatepass")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Rain fell in the north. Photo: Ana Diaz/A Picture Agency with a Name.", id="slash-before-the-end"
        ),
        pytest.param("LONDON, May 2 (Reuters) - Prices rose again.", id="dateline"),
        pytest.param("(Reuters) - Prices rose again in May.", id="lower-case-second-letter-or-none"),
        pytest.param("Oslo (Reuters) - Prices rose again in May.", id="bracket-behind-a-small-letter"),
        pytest.param("Rain fell in the north (AFP).", id="bracket-before-the-end"),
        pytest.param("Rain fell in the north \u2014 AFP", id="no-end-of-a-sentence"),
        pytest.param("ANKARA (AA) - Prices rose again in May.", id="turkish-agency"),
        pytest.param("Madrid, 2 ene (EFE).- Los precios subieron.", id="spanish-dateline"),
        pytest.param("القاهرة (رويترز) - ارتفعت الأسعار مجددا في مايو.", id="arabic"),
        pytest.param("नई दिल्ली (भाषा) कीमतें फिर बढ़ीं।", id="hindi"),
        pytest.param("新华社北京1月2日电 物价再次上涨。", id="chinese"),
        pytest.param("【ロンドン共同】物価が再び上がった。", id="japanese"),
        pytest.param("(서울=연합뉴스) 김민수 기자 = 물가가 다시 올랐다.", id="korean"),
        pytest.param("Паром у причала зимой. Фото: ТАСС", id="russian-credit"),
    ],
)
def test_what_would_be_trimmed_is_asked_about(text: str) -> None:
    assert trim(text) != text
    assert len(trimmable(f"{text}\n".encode())) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("新华社北京1月2日电 物价再次上涨。", "中新网北京1月2日电 物价再次上涨。", id="two-agencies"),
        pytest.param("渡轮停靠码头。记者 张明 摄", "渡轮停靠码头。（新华社记者 王海 摄）", id="short-wide-letters"),
        pytest.param("مراسم گشایش پل شهر عکس: ایسنا", "مراسم گشایش پل شهر (مهر)", id="persian-credits"),
        pytest.param("부두에 정박한 여객선. 연합뉴스", "부두에 정박한 여객선. [사진=뉴시스]", id="korean-credits"),
    ],
)
def test_copies_differ_in_nothing_else(one: str, other: str) -> None:
    assert trim(one) == trim(other) != one


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("IBM - the technology group - will cut 1,500 jobs.", None, id="a-company-with-an-aside"),
        pytest.param("UNESCO \u2014 the agency for culture \u2014 meets in May.", None, id="an-agency-with-an-aside"),
        pytest.param("PARIS \u2014 The council will meet in May.", "The council will meet in May.", id="a-place"),
        pytest.param('OSLO -- "We stay," the mayor said.', '"We stay," the mayor said.', id="a-place-and-a-quotation"),
        pytest.param("LONDON, Feb 26 - shares fell on Monday.", "shares fell on Monday.", id="with-its-date"),
    ],
)
def test_behind_a_dash_alone_a_story_begins_with_a_capital(text: str, kept: str | None) -> None:
    assert trim(text) == (kept or text)


def test_a_line_that_is_only_a_dateline_or_a_credit_stays() -> None:
    for text in ("新华社北京1月2日电", "사진=연합뉴스", "عکس: ایسنا"):
        assert trim(text) == text


def test_most_lines_are_not_asked_about() -> None:
    data = b"The mayor spoke (again) on Monday.\nOSLO - Prices rose again in May.\nRain fell, said Reuters\n\n"
    assert trimmable(data)[:, 0].tolist() == [1, 2]
