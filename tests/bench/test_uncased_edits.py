from random import Random

import pytest
from bench.near_duplicates import pool
from bench.uncased_edits import ARABIC, CHINESE, Language, language_of

ARABIC_TEXTS = [
    f"أعلنت بلدية المدينة أن الجسر الجديد سيفتح يوم {day} ماي بعد أشغال دامت {months} شهرا"
    for day, months in ((3, 14), (9, 21))
]
CHINESE_TEXTS = [
    f"市政府表示，新桥将于{day}日开放，工程历时{months}个月，目前已经完成验收。" for day, months in ((3, 14), (9, 21))
]


@pytest.mark.parametrize(
    ("texts", "phrases"),
    [
        pytest.param(["The bridge opened on Monday, the council said."], None, id="English"),
        pytest.param(ARABIC_TEXTS, ARABIC, id="Arabic"),
        pytest.param(CHINESE_TEXTS, CHINESE, id="Chinese"),
    ],
)
def test_the_language_of_texts(texts: list[str], phrases: object) -> None:
    found = language_of(texts)
    assert (found and found.phrases) == phrases


@pytest.mark.parametrize("texts", [pytest.param(ARABIC_TEXTS, id="Arabic"), pytest.param(CHINESE_TEXTS, id="Chinese")])
def test_edits_change_the_text_and_templates_its_figures(texts: list[str]) -> None:
    language = language_of(texts)
    assert isinstance(language, Language)
    for name, edit in language.edits(caption=False).items():
        changed = [edit(texts[0], Random(seed)) for seed in range(9)]
        assert name == "quotes" or any(one != texts[0] for one in changed), name
    assert "14" not in language.other_facts(texts[0], Random(1))
    assert [what for _, _, what in pool("short", texts, 1).pairs].count("template") == 2
