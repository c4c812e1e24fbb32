import pytest

from newslint.rule import Alike
from newslint.similarity import RELATIONS, Comparison, find_clusters

CHARS = Alike("char", 5, 0.45, 0.7, 0.6, 8)
STORY = "The council of Harrowgate approved a plan to rebuild the old bridge for 12 million euros, Mara Ellison said."


def links(found: Comparison) -> list[tuple[int, int, str]]:
    rows = found.clusters
    listed = zip(rows.link.tolist(), rows.member.tolist(), rows.relation.tolist(), strict=True)
    return [(link, member, RELATIONS[relation]) for link, member, relation in listed if link >= 0]


def test_a_template_is_told_apart() -> None:
    found = find_clusters(
        [STORY, STORY.replace("Harrowgate", "Sorrin").replace("12", "40").replace("Mara", "Ines")], CHARS
    )
    assert links(found) == []
    assert found.templates.member.tolist() == [0, 1]


LINE_UP = (
    "Harrowgate: T Brandt; R Tavares, M Ellison, P Nowak, O Pryce; E Kaya, {}; S Okoro, L Haddad, {}, N Ferrand, {}."
)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(("P Raman", "J Whitlock", "H Sato"), [], id="three other players"),
        pytest.param(("D Volkov", "V Almeida", "G Lindqvist (capt)"), [(0, 1, "edited")], id="the same players"),
    ],
)
def test_lists_share_most_of_what_they_name(names: tuple[str, ...], expected: list[tuple[int, int, str]]) -> None:
    first = LINE_UP.format("D Volkov", "V Almeida", "G Lindqvist")
    assert links(find_clusters([first, LINE_UP.format(*names)], CHARS)) == expected


FORECAST = (
    "تكون الريح من القطاع {} قوية من {} إلى {} كلم في الساعة قرب السواحل وضعيفة فمعتدلة من 15 إلى 30 كلم ببقية الجهات،"
    " والبحر مضطربا، وتتراوح الحرارة القصوى بين {} و{} درجة"
)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            [f"تقام يوم السبت مباريات الجولة {n} من مرحلة التتويج من بطولة كرة السلة في قاعات العاصمة" for n in (5, 6)],
            [],
            id="the only figure is another",
        ),
        pytest.param(
            [
                "أعلنت الشركة أن المصنع الجديد سيفتح أبوابه في الربيع ويوفر 140 فرصة عمل لسكان المدينة",
                "وأعلنت الشركة أن المصنع الجديد سيفتح أبوابه في الربيع ويوفر 140 فرصة عمل لأهالي المدينة",
            ],
            [(0, 1, "edited")],
            id="the only figure is the same",
        ),
        pytest.param(
            [FORECAST.format("الغربي", 40, 50, 12, 17), FORECAST.format("الشرقي", 60, 50, 22, 17)],
            [],
            id="two uses of a form share figures",
        ),
        pytest.param(
            [
                FORECAST.format("الغربي", 40, 50, 12, 17),
                FORECAST.format("الشرقي", 61, 72, 23, 28),
                FORECAST.format("الجنوبي", 63, 74, 24, 29),
                FORECAST.format("الغربي", 40, 50, 12, 18)
                + "، وتنزل أمطار متفرقة آخر النهار بالمرتفعات الغربية والشمال",
            ],
            [],
            id="a form that others use",
        ),
        pytest.param(
            [
                FORECAST.format("الغربي", 40, 50, 12, 17),
                FORECAST.format("الغربي", 40, 50, 12, 18)
                + "، وتنزل أمطار متفرقة آخر النهار بالمرتفعات الغربية والشمال",
            ],
            [(0, 1, "edited")],
            id="a wording that no other uses",
        ),
    ],
)
def test_a_form_without_capitals(texts: list[str], expected: list[tuple[int, int, str]]) -> None:
    assert links(find_clusters(texts, CHARS)) == expected


def test_dates_decide_where_facts_are_too_few() -> None:
    texts = [
        "The exchange will be closed all day because of the public holiday, and trade goes on as usual after it."
    ] * 2
    texts[1] = texts[1].replace("usual", "normal")
    assert links(find_clusters(texts, CHARS)) == [(0, 1, "edited")]
    assert links(find_clusters(texts, CHARS, days=[5, 8])) == [(0, 1, "edited")]
    assert links(find_clusters(texts, CHARS, days=[5, -1])) == [(0, 1, "edited")]
    assert links(find_clusters(texts, CHARS, days=[5, 9])) == []
    assert links(find_clusters([STORY, STORY + " Yes."], CHARS, days=[5, 900])) == [(0, 1, "edited")]
    with pytest.raises(ValueError, match="1 days for 2 texts"):
        find_clusters(texts, CHARS, days=[5])
