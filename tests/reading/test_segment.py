"""Articles and blocks: every shape that extractors and archives print."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import BYLINE, CAPTION, DATELINE, HEADLINE, PARAGRAPH, SHORT, SUBHEAD
from newslint.reading.segment import segment

BODY = (
    "The ferry operator said on Tuesday that two night boats would run from March, and that fares would not rise "
    "before the end of the trial, which the council wants to judge in June."
)
CAPTION_LINE = "The night ferry leaves the northern quay of Brevik, March 3, 2024. (NordPress/AFP)"

WRAPPED = """\
Two night ferries will run between
the northern quay and the old town from March, the operator
said on Tuesday, ninety days at first.
    Residents had asked for the service for years, saying that
the last bus leaves before the theatres close and that taxis
are hard to find in winter.
"""

TWICE = """\
البلدية تعيد فتح السوق القديم بعد أربعة أعوام من الترميم
زوار في السوق القديم بعد إعادة فتحه يوم الخميس (رويترز)
TT
البلدية تعيد فتح السوق القديم بعد أربعة أعوام من الترميم
زوار في السوق القديم بعد إعادة فتحه يوم الخميس (رويترز)
أعادت بلدية المدينة يوم الخميس فتح السوق القديم أمام الزوار
"""

LIST = """\
Group A: Norrvik, Sandvik, Tarn, Oskarby
Group B: Hallund, Lund East, Brevik, Teal
Group C: Harrow Cross, Tealmouth, Nordlin
Group D: Elbtal, Halle, Severka, Zarechye
"""


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("", [], id="empty"),
        pytest.param(" \n\xa0\n\r\n", [], id="nothing-to-see"),
        pytest.param(f"Night ferries from March\n\n{BODY}\n", [HEADLINE, PARAGRAPH], id="headline-and-body"),
        pytest.param(
            f"Night ferries from March\n{BODY}\n{BODY}", [HEADLINE, PARAGRAPH, PARAGRAPH], id="no-blank-lines"
        ),
        pytest.param(f"{BODY}\r\n\r\n{BODY}\r", [PARAGRAPH, PARAGRAPH], id="crlf-and-cr"),
        pytest.param(f"Night ferries from March\n{CAPTION_LINE}\n{BODY}", [HEADLINE, CAPTION, PARAGRAPH], id="caption"),
        pytest.param(
            f"Night ferries from March\nThe ferry leaves Brevik, March 3, 2024. REUTERS/Jane Roe\n{BODY}",
            [HEADLINE, CAPTION, PARAGRAPH],
            id="caption-with-a-slash",
        ),
        pytest.param(
            f"Night ferries from March\n{BODY} AP Photo/Jane Roe, File\n{BODY}",
            [HEADLINE, CAPTION, PARAGRAPH],
            id="long-caption-with-a-slash",
        ),
        pytest.param(
            f"Night ferries from March\nWhat the AP/Brevik talks mean\n{BODY}",
            [HEADLINE, SHORT, PARAGRAPH],
            id="a-slash-in-a-line",
        ),
        pytest.param(
            f"Night ferries from March\nBy Ada Brenner\n3 March 2024\n{BODY}",
            [HEADLINE, BYLINE, DATELINE, PARAGRAPH],
            id="byline-and-date",
        ),
        pytest.param(f"{BODY}\n\nFARES STAY\n\n{BODY}", [PARAGRAPH, SUBHEAD, PARAGRAPH], id="subhead"),
        pytest.param(
            f"Night ferries from March\nTT\n20\n{BODY}", [HEADLINE, SHORT, SHORT, PARAGRAPH], id="residue-is-only-short"
        ),
        pytest.param("بدأت العبارة رحلاتها الليلية يوم الثلاثاء، وفق المشغل.", [PARAGRAPH], id="arabic"),
        pytest.param("नई नौका सेवा मंगलवार को शुरू हुई।", [PARAGRAPH], id="hindi"),
        pytest.param("新的夜间渡轮周二开始运营。", [PARAGRAPH], id="chinese"),
        pytest.param(
            "新的夜间渡轮\n渡轮停靠码头。新华社记者 张明 摄\n渡轮开了。",
            [HEADLINE, CAPTION, PARAGRAPH],
            id="zh-caption",
        ),
        pytest.param("新的夜间渡轮\n新华社北京1月2日电\n渡轮开了。", [HEADLINE, DATELINE, PARAGRAPH], id="zh-dateline"),
        pytest.param(
            "夜の渡船が再開へ\n港に着いた渡船（写真：共同）\n再開した。",
            [HEADLINE, CAPTION, PARAGRAPH],
            id="japanese-caption",
        ),
        pytest.param(
            "야간 여객선 다시 운항\n부두에 정박한 여객선. [사진=뉴시스]\n운항한다.",
            [HEADLINE, CAPTION, PARAGRAPH],
            id="korean-caption",
        ),
        pytest.param(
            "रात की नौका फिर शुरू\nघाट पर नौका (फोटो: पीटीआई)\nसेवा शुरू।",
            [HEADLINE, CAPTION, PARAGRAPH],
            id="hindi-caption",
        ),
        pytest.param(
            "Фото: ТАСС\nФото моста он хранил сорок лет.", [SHORT, PARAGRAPH], id="a-credit-alone-is-no-caption"
        ),
        pytest.param(LIST, [HEADLINE, SHORT, SHORT, SHORT], id="a-list-is-not-wrapped-text"),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [block.kind for article in segment(text) for block in article.blocks] == kinds


@pytest.mark.parametrize(
    ("dateline", "body"),
    [
        pytest.param("МОСКВА, 3 янв — ТАСС. ", "Старый мост закроют весной, заявили в мэрии города.", id="russian"),
        pytest.param("القاهرة (رويترز) - ", "أغلقت البلدية الجسر القديم، بحسب بيان رسمي.", id="arabic"),
        pytest.param("新华社北京1月2日电 ", "旧桥将于春季关闭，市政府表示。", id="chinese"),
        pytest.param("(서울=연합뉴스) 김민수 기자 = ", "옛 다리가 봄에 폐쇄된다고 시가 밝혔다.", id="korean"),
    ],
)
def test_a_dateline_of_any_script_begins_a_further_article(dateline: str, body: str) -> None:
    story = f"{body}\n{body}\n"
    text = f"A bridge is closed\n{story}\n\n\nThe next bridge is closed\n{{}}{story}"
    assert len(segment(text.format(dateline))) == 2
    assert len(segment(text.format(""))) == 1


def test_hard_wrapped_lines_join_up_to_an_indented_line() -> None:
    (article,) = segment(WRAPPED)
    first, second = article.blocks
    assert first.text.startswith("Two night")
    assert first.text.endswith("ninety days at first.")
    assert second.text.startswith("Residents")
    assert second.text.endswith("in winter.")


def test_hard_wrapped_lines_join_up_to_a_blank_line() -> None:
    (article,) = segment(WRAPPED.replace("    Residents", "\nResidents"))
    assert [block.text.split()[0] for block in article.blocks] == ["Two", "Residents"]


ONE = f"Night ferries from March\n\n{CAPTION_LINE}\n\n{BODY}\n\n{BODY}\n"
OTHER = f"Old ferry goes to the museum\n\n{CAPTION_LINE}\n\n{BODY}\n\n{BODY}\n"


@pytest.mark.parametrize(
    ("text", "headlines"),
    [
        pytest.param(ONE, ["Night ferries from March"], id="one"),
        pytest.param(ONE + "\n\n\n" + BODY, ["Night ferries from March"], id="gap-without-a-head"),
        pytest.param(ONE + "\n" + OTHER, ["Night ferries from March"], id="head-without-a-gap"),
        pytest.param(ONE + "\n\n\n" + OTHER, ["Night ferries from March", "Old ferry goes to the museum"], id="two"),
        pytest.param(
            (ONE + "\n\n\n" + OTHER).replace("\n", "\r\n"),
            ["Night ferries from March", "Old ferry goes to the museum"],
            id="two-crlf",
        ),
        pytest.param(
            ONE.replace("\n\n", "\n")
            + f"Old ferry goes to the museum\n{CAPTION_LINE}\nTT\n20\nOld ferry goes to the museum\n{CAPTION_LINE}\n"
            + f"{BODY}\n{BODY}",
            ["Night ferries from March", "Old ferry goes to the museum"],
            id="two-heads-printed-twice-without-blank-lines",
        ),
    ],
)
def test_articles(text: str, headlines: list[str]) -> None:
    assert [article.blocks[0].text for article in segment(text)] == headlines


def test_boundary_is_the_gap() -> None:
    text = ONE + "\n\n\n" + OTHER
    boundary = segment(text)[1].boundary
    assert boundary is not None
    assert text[boundary.start : boundary.end] == "\n\n\n\n"


LINES = st.lists(
    st.sampled_from(["", " ", "\xa0", "TT", "20", BODY, CAPTION_LINE, "Night ferries from March", *WRAPPED.split("\n")])
    | st.text(max_size=30),
    max_size=14,
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r", "\n\n"]))
def test_blocks_are_the_text_at_their_places_in_order(lines: list[str], end: str) -> None:
    text = end.join(lines)
    last = 0
    for article in segment(text):
        assert article.blocks
        for block in article.blocks:
            assert text[block.start : block.end] == block.text == block.text.strip() != ""
            assert block.start >= last
            last = block.end
    visible = "".join(block.text for article in segment(text) for block in article.blocks)
    assert "".join(visible.split()) == "".join(text.split())


def test_lines_without_letter_case_that_stand_twice_are_not_joined() -> None:
    (article,) = segment(TWICE)
    assert [block.text for block in article.blocks] == TWICE.splitlines()
