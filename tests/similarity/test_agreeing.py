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


BOND = (
    "Harrowgate Water is issuing a {} mln euro bond due April 9, 2031 paying 4-1/2 pct and priced at 101-1/4 pct, its "
    "lead manager Ellison and Brandt said on Monday. {}"
)
BALANCE = "The balance of the reserve fund {} to {} billion euros from {} billion euros on the same business day."
DRAIN = "Partly offsetting what was lent, the day's payments to the treasury will take some {} mln out of the market."
GUESTS = (
    "Tune in to the Harrowgate Evening Show at 6 for an hour of talk and music with your hosts Mara Ellison and Oscar "
    "Pryce, live from the Old Mill in Sorrin. Tonight {}. Like and share the programme, visit the page of the Friends "
    "of Sorrin Radio, and write to the editors in Canal Street. Sound by Felix Lindqvist and Vera Almeida for Teal "
    "Media, with thanks to the Brandt Trust, Ferry House and the City of Larkin."
)


FEES = (
    "The bonds of the waterworks will be sold in pieces of 5,000 euros each, with fees of {} pct for banks that sell "
    "them and of {} pct for those that underwrite them and look after the books."
)


@pytest.mark.parametrize(
    ("fees", "others", "copied"),
    [
        pytest.param(("1-1/4", "1/2"), ("1-1/2", "1/4"), False, id="the same digits in other fractions"),
        pytest.param(("1-1/4", "1/2"), ("1 1/4", "½"), True, id="the same fractions"),
        pytest.param(("1-1/4", "1/2"), ("1.25", "0.5"), True, id="the same values"),
    ],
)
def test_a_fraction_is_one_figure(fees: tuple[str, str], others: tuple[str, str], copied: bool) -> None:
    found = links(find_clusters([FEES.format(*fees), FEES.format(*others)], CHARS))
    assert bool(found) is copied


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(BOND.format(100, ""), BOND.format(150, ""), [], id="one figure of prose full of figures"),
        pytest.param(DRAIN.format(140), DRAIN.format(120), [], id="one figure, and nothing that both state"),
        pytest.param(BALANCE.format("fell", 7.291, 9.706), BALANCE.format("rose", 9.706, 8.5), [], id="the day before"),
        pytest.param(
            "How to prune an old apple tree in winter: method 1",
            "How to prune an old apple tree in winter: method 2",
            [],
            id="the next of a series",
        ),
        pytest.param(
            GUESTS.format("they meet Ines Volkov and Lena Kaya for show 41"),
            GUESTS.format("they meet Otto Haddad and Hugo Raman for show 42"),
            [],
            id="guests of a weekly programme",
        ),
        pytest.param(
            f"In Teal {DRAIN.format(140)}",
            f"In Teal {DRAIN.format(120)}",
            [(0, 1, "edited")],
            id="one figure, and a name that both state",
        ),
        pytest.param(
            BOND.format(100, ""),
            BOND.format(100, "The bank takes part."),
            [(0, 1, "edited")],
            id="the same figures",
        ),
    ],
)
def test_what_changes_from_one_to_the_next_makes_a_form(
    one: str, other: str, expected: list[tuple[int, int, str]]
) -> None:
    assert links(find_clusters([one, other], CHARS)) == expected


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
                f"أعلنت شركة المياه أن الماء سينقطع {when} 2017 من الساعة 8 إلى الساعة 14 {why}"
                for when, why in (
                    ("بحي الزهور يوم الأحد 2 أفريل", "بسبب أشغال الصيانة"),
                    ("بمدينة المرسى يوم الأحد 5 مارس", "وذلك لأشغال"),
                )
            ],
            [],
            id="a notice of another day and place",
        ),
        pytest.param(
            [
                f"أعلنت بلدية المدينة أن سوق السمك سيغلق أبوابه {when} من الساعة السابعة صباحا إلى الساعة الثانية {why}"
                for when, why in (
                    ("يوم الأحد 2 أفريل", "بعد الزوال لأشغال التنظيف"),
                    ("يوم الأحد 23 أفريل", "ظهرا بسبب أشغال الصيانة"),
                )
            ],
            [],
            id="an hour that is spelled is not the day",
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


OFFICE = "渡轮公司员工即将陆续搬离{}总部，本周五员工已经开始打包行李{}将搬往步行不远的新仓库"
MOVED = OFFICE.format("位于老港口广场的红砖大楼", "，他们"), OFFICE.format("老港口广场的", "")


@pytest.mark.parametrize(
    ("one", "other", "copied"),
    [
        pytest.param(
            f"港务局的两位官员昨天获悉，{MOVED[0]}。", f"《港口日报》援引知情人士，{MOVED[1]}。", False, id="a phrase"
        ),
        pytest.param(
            f"港务局获悉，{MOVED[0]}，那里此前是公司海外部门的办公地点，面积为400平方米。",
            f"《日报》报道，{MOVED[1]}，这是海外部门的另一个办公地点，面积为900平方米。",
            False,
            id="a passage with another figure",
        ),
        pytest.param(
            f"港务局获悉，{MOVED[0]}，那里此前是公司海外部门的办公地点。",
            f"《日报》报道，{MOVED[1]}，这是海外部门的另一个办公地点。",
            True,
            id="a passage",
        ),
    ],
)
def test_a_passage_without_facts_in_a_script_without_capitals(one: str, other: str, copied: bool) -> None:
    found = find_clusters([one, other], CHARS)
    assert bool(links(found)) is copied
    assert (len(found.templates.member) == 2) is not copied


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


REPORT = "Marlow Foods Inc said it filed with the Market Registry for an offering of {} mln shares of common stock."
RATE = "The Bank of Brevik said it had provided the money market with assistance of {} mln crowns in the morning."
FURTHER = "The Bank of Brevik said it had provided the money market with a further 168 mln crowns of assistance{}."
LATE_HELP = "The Bank of Brevik said it had provided the money market with late assistance of around 550 mln crowns{}."
WHO = ", Ellison and Brandt of Harrow Tools said"
WHO_LATE = " on Tuesday, as Brandt and Ellison of Harrow Tools had said before"
STOCKS = "{} stocks fell to {} tons at the end of January from {} tons in December, the Metal Office of Brevik said"
TIN = STOCKS.format("Tin", 185, 191)
LATER = " late on Tuesday, and it expects them to fall further in spring."
NOTE = "2031 income of both periods includes a gain of {} crowns from the sale of a disused yard. &#3;"
OIL = "{} were no plans for an early meeting of ministers in Brevik after the recent weakness of oil prices{}."
EARLY = OIL.format("The minister said in remarks published today that there", " on most exchanges")
LATE = OIL.format("In a newspaper interview the minister said there", "")
PHRASE = "The shares {} on the exchange in Brevik."
TOLL = "At least {} people have died after a mudslide buried homes in the hills above Tealmouth, officials say."


@pytest.mark.parametrize(
    ("texts", "days", "copied"),
    [
        pytest.param([REPORT.format(12), REPORT.format(40).replace("Marlow", "Kestrel")], None, False, id="other name"),
        pytest.param([REPORT.format(12), REPORT.format(12).replace(" common", "")], None, True, id="the same offering"),
        pytest.param([TIN, STOCKS.format("Zinc", 109, 145) + LATER], None, False, id="two figures"),
        pytest.param([TIN, TIN + LATER], None, True, id="no other figure"),
        pytest.param([TOLL.format("five"), TOLL.format("eight")], None, True, id="a toll that rose"),
        pytest.param([TOLL.format("five"), TOLL.format("eight")], [10, 11], True, id="a toll that rose overnight"),
        pytest.param([RATE.format(120), RATE.format(120).replace("had ", "")], [10, 90], True, id="reused as it was"),
        pytest.param([EARLY, LATE], [10, 11], True, id="one fact, told again the next day"),
        pytest.param([EARLY, LATE], [10, 14], False, id="one fact, told again later"),
        pytest.param([EARLY, LATE.replace("Brevik", "Sorrin")], [10, 11], False, id="another place"),
        pytest.param(
            [PHRASE.format("had been traded"), PHRASE.format("were formerly traded")], [10, 11], False, id="a phrase"
        ),
        pytest.param([NOTE.format(41000), NOTE.format(57500)], [10, 12], False, id="a note that shares but the year"),
        pytest.param([RATE.format(120), RATE.format(470)], [10, 90], False, id="the same bulletin months later"),
        pytest.param([FURTHER.format(""), LATE_HELP.format("")], None, False, id="one figure, two facts shared"),
        pytest.param([FURTHER.format(WHO), LATE_HELP.format(WHO_LATE)], None, True, id="one figure, six facts shared"),
        pytest.param(
            ["Harrow Tools said it expects higher profits for this quarter, compared with a loss a year earlier.",
             "Bolton Mills said it expects lower profits for this quarter, compared with a loss a year earlier."],
            None,
            False,
            id="another company opens the sentence",
        ),
        pytest.param(
            ["Harrow Tools officials were not available for comment on Tuesday.",
             "Officials of both companies were not available for comment."],
            [10, 11],
            False,
            id="a stock phrase of another day",
        ),
    ],
)  # fmt: skip
def test_other_facts_in_the_same_places(texts: list[str], days: list[int] | None, copied: bool) -> None:
    assert bool(links(find_clusters(texts, CHARS, days=days))) is copied


def test_a_form_that_many_fill() -> None:
    form = "Proceeds of the issue will be used by {} for general purposes, with {} as lead manager and {} as agent."
    houses = ["Brandt", "Ellison", "Nowak", "Okoro", "Haddad", "Ferrand", "Lindqvist", "Almeida", "Volkov", "Raman"]
    many = [form.format(*houses[place : place + 3]) for place in range(8)]
    two = [
        form.format("Sato", "Tavares", "Pryce"),
        form.format("Sato", "Tavares", "Pryce").replace(" of the issue", ""),
    ]
    assert links(find_clusters(two, CHARS))
    assert (8, 9, "edited") not in links(find_clusters([*many, *two], CHARS))
