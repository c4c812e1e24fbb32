"""What findings on near-duplicates say of how the copies differ, as text and as data."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from newslint import Document, DocumentRef, Finding, packs
from newslint.engine import check_documents
from newslint.reading.segment import segment
from newslint_rules.duplicate.duplicate_document import DuplicateDocument
from newslint_rules.duplicate.evidence import percent

RULES = [rule for name, rule in packs.load_rules().items() if rule.family == "duplicate"]
BRIDGE = "The new bridge over the Teal opened on Monday, three years later than planned, mayor Ada Brenner said."
LORRIES = "It carries lorries of up to forty tonnes, and the Larkin ferry will stop at the end of the month."
SHOPS = (
    "Shopkeepers on the eastern bank expect more visitors from the hills, and the council has promised them a car "
    "park behind the market hall before the summer, although no money for it stands in the budget."
)
PROFIT = (
    "{} reported a net profit of {} million crowns for the second quarter, up from {} million a year earlier, and said "
    "it expected sales of its vessels to hold steady through the winter."
)
HALLUND = PROFIT.format("Hallund Shipping", "forty-one", "37")
OSKARBY = PROFIT.format("Oskarby Timber", "twelve", "1,009")
MARSA = PROFIT.format("Marsa Grain", "41", "thirty-seven")
STORY = f"{BRIDGE}\n\n{LORRIES}"
LONGER = f"{STORY}\n\n{SHOPS}"
HARBOUR = "The harbour office of Brevik keeps the list of all boats that winter in the inner basin until the spring."


@pytest.mark.parametrize(
    ("share", "shown"),
    [(3 / 45_000, "less than 0.1%"), (0.001, "0.1%"), (0.0416, "4.2%"), (1.0, "100.0%"), (0.0, "0.0%")],
)
def test_a_share_is_never_none_of_all(share: float, shown: str) -> None:
    assert percent(share) == shown


def told(*texts: str) -> list[Finding]:
    documents = [Document(DocumentRef(f"{number}.txt"), text, segment(text)) for number, text in enumerate(texts)]
    return list(check_documents(documents, RULES))


def ending(finding: Finding) -> str:
    return finding.message[finding.message.find("(") :] if "(" in finding.message else ""


COUNCIL = (
    "港口委员会星期四经过九个小时的辩论后否决了夜间渡轮计划，主席表示，该公司没有说明冬季如何支付船员的工资，也没有说明票价是否会上涨。"
    "老码头的居民曾要求在候船大厅开设一家咖啡馆，其中四百人在写给市长的信上签了名。"
)
NONE = {"only_here": [], "only_there": [], "only_here_count": 0, "only_there_count": 0}
PARK = ["Shopkeepers", "on", "the", "eastern", "bank", "expect", "more", "visitors", "from", "the", "hills", "and"]
MORE = "(36 words more {}: Shopkeepers on the eastern bank expect"

DOCUMENTS = [
    pytest.param([STORY, STORY], "duplicate-document", "", NONE, id="the-same"),
    pytest.param([STORY, STORY.upper()], "duplicate-document", "", NONE, id="the-same-in-capitals"),
    pytest.param(
        [STORY, STORY.replace("forty", "fifty-two")],
        "duplicate-document",
        "(here: fifty two; there: forty)",
        {"longer": "this", "only_here": ["fifty", "two"], "only_here_count": 2, "only_there_count": 1},
        id="edited",
    ),
    pytest.param(
        [COUNCIL, COUNCIL.replace("九个", "十二个")],
        "duplicate-document",
        "(here: …经过十二个小…; there: …经过九个小…)",
        {"only_here": ["港口委员会星期四经过十二个小时的辩论后否决了夜间渡轮计划"], "only_here_count": 1},
        id="a-clause-without-blanks",
    ),
    pytest.param(
        [COUNCIL, COUNCIL.replace("主席表示", "市长认为").replace("九", "十")],
        "duplicate-document",
        "(here: …经过十个小… 市长认为; there: …经过九个小… 主席表示)",
        {"only_here_count": 2},
        id="a-clause-that-is-another",
    ),
    pytest.param(
        [COUNCIL, COUNCIL.replace("其中四百人在写给市长的信上签了名", "其中四个人为此去见了议员")],
        "duplicate-document",
        "(here: 其中四个人为此去见了议员; there: 其中四百人在写给市长的信上签了名)",
        {"only_here_count": 1},
        id="clauses-that-share-little",
    ),
    pytest.param(
        [STORY, STORY.replace("month", "weeks")],
        "duplicate-document",
        "(here: weeks; there: month)",
        {"longer": "neither"},
        id="as-long",
    ),
    pytest.param(
        [STORY, LONGER],
        "superset-document",
        f"{MORE.format('here')})",
        {"longer": "this", "only_here": PARK, "only_there": [], "only_here_count": 36, "only_there_count": 0},
        id="updated",
    ),
    pytest.param(
        [LONGER, STORY],
        "superset-document",
        f"{MORE.format('there')})",
        {"longer": "other", "only_there": PARK, "only_here_count": 0, "only_there_count": 36},
        id="trimmed",
    ),
    pytest.param(
        [LONGER, STORY.replace("month", "weeks")],
        "superset-document",
        "(37 words more there: month Shopkeepers on the eastern bank; only here: weeks)",
        {"only_here": ["weeks"], "only_there": ["month", *PARK[:11]]},
        id="trimmed-and-edited",
    ),
]


@pytest.mark.parametrize(("texts", "rule", "remark", "data"), DOCUMENTS)
def test_documents(texts: Sequence[str], rule: str, remark: str, data: dict[str, object]) -> None:
    (finding,) = told(*texts)
    assert (finding.rule, ending(finding)) == (rule, remark)
    assert finding.data.items() >= data.items()
    assert ("longer" in finding.data) == (finding.kind != "same")


FORMS = [
    pytest.param(
        [HALLUND, OSKARBY],
        "(here: Hallund, Shipping, forty-one, 37; there: Oskarby, Timber, twelve, 1,009)",
        [(["Hallund", "Shipping", "forty-one", "37"], ["Oskarby", "Timber", "twelve", "1,009"])],
        id="one-example",
    ),
    pytest.param(
        [OSKARBY, HALLUND, MARSA],
        "(here: Oskarby, Timber, twelve, 1,009; there: Hallund, Shipping, forty-one, 37)",
        [
            (["Oskarby", "Timber", "twelve", "1,009"], ["Hallund", "Shipping", "forty-one", "37"]),
            (["Oskarby", "Timber", "twelve", "1,009"], ["Marsa", "Grain", "41", "thirty-seven"]),
        ],
        id="two-examples",
    ),
]


@pytest.mark.parametrize(("paragraphs", "remark", "facts"), FORMS)
def test_forms(paragraphs: Sequence[str], remark: str, facts: Sequence[tuple[list[str], list[str]]]) -> None:
    rest = [HARBOUR, SHOPS, LORRIES]
    found = told(*(f"{text}\n\n{other}" for text, other in zip(paragraphs, rest, strict=False)))
    (finding,) = [one for one in found if one.rule == "template-paragraph"]
    assert ending(finding) == remark
    assert finding.data["facts"] == [{"only_here": here, "only_there": there} for here, there in facts]
    assert len(finding.related) == len(facts)


def test_a_paragraph_names_few_words_and_none_in_full_length() -> None:
    long = "x" * 1000
    (finding,) = told(f"{SHOPS}\n\n{HARBOUR}", f"{SHOPS} {long} was {long}y\n\n{LORRIES}")
    assert finding.rule == "near-duplicate-paragraph"
    assert finding.data["only_here"] == [f"{'x' * 80}…", "was", f"{'x' * 80}…"]


def test_equal_but_for_figures() -> None:
    rule = DuplicateDocument(fold_numbers=True)
    texts = [STORY.replace("forty", figure) for figure in ("40", "50")]
    documents = [Document(DocumentRef(f"{number}.txt"), text, segment(text)) for number, text in enumerate(texts)]
    (finding,) = check_documents(documents, [rule])
    assert (finding.kind, finding.message) == ("same", "document is nearly a copy of another (here: 50; there: 40)")
    assert "longer" not in finding.data
