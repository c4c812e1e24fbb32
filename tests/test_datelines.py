"""Datelines and credits in scripts other than Latin: what is theirs, and prose that only looks like it."""

import pytest

from newslint.datelines import credit_start, dateline_end

DATELINES = [
    ("بريفيك (رويترز) - ", "قال رئيس البلدية إن العبارة ستعود"),
    ("بريفيك - (أ ف ب) - ", "عادت العبارة الليلية"),
    ("بريفيك، 2 يناير (د ب أ) – ", "عادت العبارة الليلية"),
    ("تهران (ایسنا) – ", "کشتی شبانه دوباره به راه افتاد"),
    ("تهران - ایرنا - ", "کشتی شبانه دوباره به راه افتاد"),
    ("नई दिल्ली, 2 जनवरी (भाषा) ", "नौका सेवा फिर शुरू हुई"),
    ("पटना, एएनआई। ", "नौका सेवा फिर शुरू हुई"),
    ("МОСКВА, 2 янв — РИА Новости. ", "Ночной паром снова ходит"),
    ("МОСКВА, 2 января. /ТАСС/. ", "Ночной паром снова ходит"),
    ("ТАРН (Рейтер) - ", "Ночной паром снова ходит"),
    ("新华社北京1月2日电", "夜间渡轮恢复运营"),
    ("中新网沈阳10月20日电 ", "夜间渡轮恢复运营"),
    ("本报讯（记者 张明）", "夜间渡轮恢复运营"),
    ("【北方时报综合报道】", "夜间渡轮恢复运营"),
    ("【ロンドン共同】", "夜の渡船が再開した"),
    ("［ロンドン　２日　ロイター］ - ", "夜の渡船が再開した"),
    ("(서울=연합뉴스) 김민수 기자 = ", "야간 여객선이 다시 운항한다"),
    ("[서울=뉴시스] 김민수 기자 = ", "야간 여객선이 다시 운항한다"),
]


@pytest.mark.parametrize(("dateline", "story"), DATELINES)
def test_datelines_end_where_the_story_begins(dateline: str, story: str) -> None:
    assert dateline_end(dateline + story) == len(dateline)
    assert dateline_end(story) == 0
    assert dateline_end(f"{story}，{story} {dateline}") == 0


@pytest.mark.parametrize(
    "line",
    [
        "",
        "LONDON (Reuters) - The ferry sailed.",
        "本报记者电话采访了船长",
        "互联网通讯设备价格上涨",
        "（笑）船长说",
        "【写真】夜の渡船",
        "فارس الفريق سجل هدفين",
        "الوزير (62 عاما) - قال",
        "Москва и область, 2 января будет снег",
        "नई दिल्ली, 2 जनवरी को बारिश होगी",
        "(2부) 여객선의 역사",
    ],
)
def test_prose_has_no_dateline(line: str) -> None:
    assert dateline_end(line) == 0


CREDITS = [
    ("زوار في السوق القديم", " (رويترز)"),
    ("نمایی از کشتی شبانه؛ ", "عکس: ایسنا"),
    ("घाट पर खड़ी नौका ", "(फोटो: पीटीआई)"),
    ("Паром у причала.", " Фото: Анна Берг / ТАСС"),
    ("Паром у причала", " (РИА Новости)"),
    ("渡轮停靠码头。", "新华社记者 张明 摄"),
    ("渡轮停靠码头。", "（新华社记者 张明 摄）"),
    ("渡轮停靠码头", "（图片来源：北方图片社）"),
    ("港に着いた渡船", "（写真：共同）"),
    ("港に着いた渡船＝", "共同"),
    ("부두에 정박한 여객선.", " 연합뉴스"),
    ("부두에 정박한 여객선", " [사진=뉴시스]"),
]


@pytest.mark.parametrize(("caption", "credit"), CREDITS)
def test_credits_begin_where_the_caption_ends(caption: str, credit: str) -> None:
    assert credit_start(caption + credit) == len(caption.rstrip())
    assert credit_start(caption) == len(caption)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "وقال مسؤول لرويترز إن العمل انتهى",
        "فاز الفارس (62 عاما)",
        "Фото он хранил в бумажнике",
        "फोटो प्रदर्शनी में भीड़",
        "他买了一台摄影机",
        "船长说（笑）",
        "写真展に二百人",
        "사진 공모전 수상자 발표",
        "제보는 연합뉴스",
        "Le port vu du ciel, l’été",
    ],
)
def test_prose_has_no_credit(line: str) -> None:
    assert credit_start(line) == len(line)
