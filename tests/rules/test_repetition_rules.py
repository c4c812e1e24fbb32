"""What the pages of the repetition rules cannot show: one whole page of two stories, and the borders of each rule."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint import Document, DocumentRef, DocumentRule, Finding, Safety, packs
from newslint.engine import check_documents
from newslint.reading.segment import segment

RULES = {name: rule for name, rule in packs.load_rules().items() if isinstance(rule, DocumentRule)}
FAMILY = [name for name, rule in RULES.items() if rule.family == "repetition"]

HEAD = "Fähre kehrt nach zwei Wintern zurück"
CAPTION = "Passengers board the first night ferry at the northern quay of Brevik, January 9, 2024. (Reuters)"
OTHER_HEAD = "Tarn to Hold First Harbour Talks in Seven Years\u00a0"
OTHER = "A guard stands in front of the customs house of Tarn before the talks, 23 May 2025. (EPA)"
BODY = """\
The night ferry sailed again on Tuesday with 212 passengers on board, the company said, after two winters in the dock.

"Naturally, people are glad. Naturally, they will complain about the fare," the captain said ... as the horn sounded.

TERMS OF THE CONTRACT

The harbour office told Reuters that the contract runs until 2031, and Reuters could not independently confirm the sum.
"""
OTHER_BODY = """\
Two delegations sat down in the customs house of Tarn on Friday for the first talks in seven years, an official said.

Neither side wanted to say how long they will stay, but the hotels at the harbour are booked out until the end of May.
"""
FIRST = [HEAD, "", CAPTION, CAPTION, "TT", "20", "", HEAD, "", CAPTION, CAPTION, "", BODY, "", "", ""]
NEXT = [OTHER_HEAD, "", OTHER, OTHER, "TT", "20", "", OTHER_HEAD, "", OTHER, OTHER, "", OTHER_BODY]
TWO_STORIES = "\n".join(FIRST + NEXT)


def findings(text: str, *names: str) -> list[Finding]:
    return check_documents([Document(DocumentRef("page.txt"), text, segment(text))], [RULES[name] for name in names])


def found(text: str, *names: str) -> list[tuple[str, int]]:
    return [(finding.rule, finding.location.line) for finding in findings(text, *(names or FAMILY))]


def test_a_page_of_two_stories_gives_each_defect_once() -> None:
    assert found(TWO_STORIES, *FAMILY, "text-size-widget") == [
        ("repeated-caption", 4),
        ("text-size-widget", 5),
        ("repeated-head-block", 8),
        ("repeated-caption", 27),
        ("text-size-widget", 28),
        ("repeated-head-block", 31),
    ]


def test_without_head_blocks_their_lines_are_findings() -> None:
    lines = found(TWO_STORIES, *(name for name in FAMILY if name != "repeated-head-block"))
    assert [line for name, line in lines if name == "repeated-caption"] == [4, 10, 11, 27, 33, 34]
    assert [line for name, line in lines if name == "repeated-headline"] == [8, 31]
    assert len(lines) == 8


def test_the_head_block_names_its_parts() -> None:
    block = next(finding for finding in findings(TWO_STORIES, *FAMILY) if finding.rule == "repeated-head-block")
    parts = [
        (related.location.line, related.note.partition(":")[0]) for related in block.related if related.role == "part"
    ]
    assert sorted(parts) == [(8, "repeated-headline"), (10, "repeated-caption"), (11, "repeated-caption")]


REPEATED = "The harbour council voted on Tuesday to run two extra ferries after midnight for ninety days on trial."
SECOND = "Residents of the northern quay had asked for it for years, saying that the last bus leaves too early."
DOCK = "图为工人在北岸老码头"
QUAY = "Workers lift the first of forty bells into the tower of the church."
COPIES = [
    pytest.param(f"{CAPTION}\r\n{CAPTION}\r\n", "repeated-caption", 2, id="carriage returns hide nothing"),
    pytest.param(f"{CAPTION}\u00a0\n\ufeff{CAPTION}\n", "repeated-caption", 2, id="nor do blanks and marks"),
    pytest.param("(Reuters)\n(Reuters)\n", "repeated-caption", 2, id="a credit twice"),
    pytest.param(f"{DOCK}\n{DOCK}\n正文第一段。\n", "repeated-headline", 2, id="Chinese headline"),
    pytest.param(f"标题在这里\n{DOCK}\n{DOCK}\n", "repeated-caption", 3, id="wide letters"),
    pytest.param(f"{HEAD}\nTo the quay 'so long' Ada\nTo the quay ‘so long’ Ada\n", "repeated-caption", 3, id="quotes"),
    pytest.param(f"{HEAD} - Courier\nBy Our Reporter\n{HEAD}\n{BODY}", "repeated-headline", 3, id="site behind"),
    pytest.param(f"Courier | {HEAD}\nLokales\n{HEAD}\n{BODY}", "repeated-headline", 3, id="site before"),
    pytest.param(f"{HEAD}?\nLokales\n{HEAD}?\n{BODY}", "repeated-headline", 3, id="question"),
    pytest.param(f"{HEAD}\n{REPEATED}\n{SECOND}\n{REPEATED}\n{SECOND}\n", "repeated-paragraph", 4, id="body twice"),
    pytest.param(f"{HEAD}\n{REPEATED}\n{SECOND}\n{REPEATED}\n", "repeated-paragraph", 4, id="one paragraph"),
    pytest.param(
        f"Sign up for our news\n{REPEATED}\nYou agree to the terms of the harbour\n{SECOND}\n"
        f"Sign up for our news now\n{REPEATED}\nYou agree to the terms of the harbour and more\n",
        "repeated-paragraph",
        6,
        id="lines around that only go on",
    ),
    pytest.param(
        f"Can I bring it? Yes.\n{REPEATED}\n{SECOND}\n{CAPTION}\nWill it sail? No.\n{REPEATED}\n{BODY}",
        "repeated-paragraph",
        6,
        id="two questions",
    ),
    pytest.param(
        f"Ada Berg 3 May 2024\n{REPEATED}\n{SECOND}\nOtto\n{REPEATED}\n", "repeated-paragraph", 5, id="another name"
    ),
    pytest.param(
        f"COUNCIL: {REPEATED}\n{SECOND}\nCOUNCIL: {REPEATED}\n", "repeated-paragraph", 3, id="speaker, no form"
    ),
    pytest.param(f"{HEAD}\n{QUAY}\n4 of 9\n{QUAY} Photo: Ada Berg\n", "repeated-caption", 4, id="credit added"),
    pytest.param(f"{HEAD}\n{QUAY}\n{QUAY[:-12]}...\n", "repeated-caption", 3, id="cut short"),
    pytest.param(f"{HEAD}\n{QUAY}\nPLAY\n{QUAY}\n", "sandwich", 4, id="unknown button"),
]


@pytest.mark.parametrize(("text", "rule", "line"), COPIES)
def test_copies(text: str, rule: str, line: int) -> None:
    assert found(text) == [(rule, line)]


TABLE = "Team Played Won Drawn Lost Points"
LEGITIMATE = [
    pytest.param("Question: Pass?\nAnswer: No comment.\nQuestion: Fail?\nAnswer: No comment.\n", id="transcript"),
    pytest.param(f"{HEAD}\n{TABLE}\nTarn 3 2 1 0 7\n{TABLE}\nOskarby 3 1 1 1 4\n", id="tables"),
    pytest.param(f"{HEAD}\n\n" + "Oh the ferry at night,\nOh the ferry at night,\nbring us home!\n\n" * 3, id="song"),
    pytest.param(f"{HEAD}\nCut the boards.\nFoto: Anna Berg\nDrill the holes.\nFoto: Anna Berg\n", id="credits"),
    pytest.param(f"{HEAD}\n— Otto (@otto) May 4, 2015\nYes\n— Otto (@otto) May 4, 2015\n", id="signatures"),
    pytest.param("Semi-final\nWinner of match 1\nWinner of match 2\nSemi-final\nWinner of match 3\n", id="groups"),
    pytest.param("The gauge stood at 412 cm on Monday.\nThe gauge stood at 398 cm on Monday.\n", id="figures"),
    pytest.param("The ferry sails\nBy Our Reporter\nThe ferry sails again, the company said.\n", id="lead"),
    pytest.param(f"{HEAD}\n\u200b\n{SECOND}\n\u200b\n\ufeff\n", id="lines that show nothing"),
]


@pytest.mark.parametrize("text", LEGITIMATE)
def test_what_repeats_rightly(text: str) -> None:
    assert found(text) == []


MEANT = [
    pytest.param(
        "Haul her over, haul her slow and bring her to the bay\n"
        "Down to the quay where the night boats go\n"
        "\n"
        "She was laid in the winter of a hard hard year\n"
        "With a keel of oak and a heart of fir\n"
        "\n"
        "Haul her over, haul her slow and bring her to the bay\n"
        "Down to the quay where the night boats go\n",
        id="refrain",
    ),
    pytest.param(
        "Two walks above the harbour\n"
        "\n"
        "The short walk\n"
        "\n"
        "How to get there\n"
        "Take the number nine bus to the northern quay and walk up to the church.\n"
        "\n"
        "The path begins behind the church and follows the wall of the old garden to the top.\n"
        "\n"
        "The long walk\n"
        "\n"
        "How to get there\n"
        "Take the number nine bus to the northern quay and walk up to the church.\n"
        "\n"
        "The path begins in front of the church and follows the river to the old lighthouse and back.\n",
        id="guide",
    ),
    pytest.param(
        "Bread of the northern quay\n"
        "Fold the dough four times and cover it with a wet cloth\n"
        "Let it rest for half an hour\n"
        "Fold the dough four times and cover it with a wet cloth\n"
        "Let it rest for half an hour\n"
        "Bake it for fifty minutes in a hot oven, until the crust is as dark as the quay at night.\n",
        id="recipe",
    ),
    pytest.param(
        "Lord, have mercy on the ships at sea and those who sail\n"
        "Christ, have mercy\n"
        "Lord, have mercy on the ships at sea and those who sail\n"
        "Lord, hear us, and bring us home to the harbour before night falls over the bay and the town.\n",
        id="litany",
    ),
    pytest.param(
        "Herr, erbarme dich\nChristus, erbarme dich\nHerr, erbarme dich\n",
        id="German litany",
    ),
    pytest.param(
        "The bay is calm tonight\n\nThe bay is calm tonight\nThe tide is full and the moon\nLies fair upon the quay\n",
        id="poem named by its first line",
    ),
    pytest.param(
        "Das Lied vom Kai\n"
        "Fahr zu, fahr zu, du altes Boot, fahr zu im Abendrot\n"
        "Der Wind steht gut\n"
        "Fahr zu, fahr zu, du altes Boot, fahr zu im Abendrot\n"
        "Das Lied wurde im Jahr 1903 von einem Hafenarbeiter geschrieben und wird noch heute gesungen.\n",
        id="German song",
    ),
    pytest.param(
        "بندر شب\n"
        "\n"
        "کشتی شب مرا ببر به خانه ام در کنار دریا\n"
        "باد می آید از سوی دریا\n"
        "\n"
        "کشتی شب مرا ببر به خانه ام در کنار دریا\n"
        "باد می آید از سوی دریا\n",
        id="Persian song",
    ),
    pytest.param(
        "渡轮之歌\n"
        "带我回家吧夜航的船带我回到北岸的码头去吧\n"
        "月亮升起来了\n"
        "带我回家吧夜航的船带我回到北岸的码头去吧\n"
        "月亮升起来了\n",
        id="Chinese song",
    ),
    pytest.param(
        "Holy, holy, holy is the harbour of the seven ships\n"
        "2\n"
        "Holy, holy, holy is the harbour of the seven ships\n"
        "3\n",
        id="hymn with numbers",
    ),
    pytest.param(
        "Section 4\n"
        "The harbour master may close the quay for a day.\n"
        "Penalty: a fine of up to two hundred crowns\n"
        "Section 5\n"
        "The harbour master may close the bridge for a day.\n"
        "Penalty: a fine of up to two hundred crowns\n",
        id="law",
    ),
    pytest.param(
        "Q: Did the pilot call the harbour office that night?\n"
        "A: I do not remember that he did or did not call.\n"
        "Q: Did the captain call the harbour office that night?\n"
        "A: I do not remember that he did or did not call.\n",
        id="transcript",
    ),
    pytest.param(
        "Notre barque s'en va\n"
        "Notre barque s'en va, s'en va sur l'eau\n"
        "Vers le port\n"
        "Notre barque s'en va\n"
        "Notre barque s'en va, s'en va sur l'eau\n"
        "Vers le port\n",
        id="French song",
    ),
    pytest.param(
        "Row the boat ashore\n"
        "\n"
        "Michael rows the boat ashore\n"
        "\n"
        "Row the boat ashore\n"
        "\n"
        "Sister helps to trim the sail, and brother holds the rudder as the night comes down the bay.\n",
        id="title as refrain",
    ),
    pytest.param(
        "Bring him home\n"
        "\n"
        "The crowd waited on the quay for two hours on Sunday, in the rain, and nobody left.\n"
        "\n"
        "Then they began to sing:\n"
        "\n"
        "Bring him home\n"
        "\n"
        "The ferry with the pilot on board came in at nine, and the town band played until midnight.\n",
        id="chant",
    ),
    pytest.param(
        "Программа концерта\n"
        "Хор портовых рабочих, дирижёр Ада Бергман\n"
        "Песня о пароме\n"
        "Хор портовых рабочих, дирижёр Ада Бергман\n"
        "Песня о маяке\n",
        id="Russian programme",
    ),
    pytest.param(
        "Recipe: Pancakes\n"
        "Stir the batter and let it rest for a quarter of an hour\n"
        "\n"
        "1/2\n"
        "Stir the batter and let it rest for a quarter of an hour\n"
        "\n"
        "Fry them in butter.\n",
        id="step of a recipe",
    ),
    pytest.param(
        "Haul her over, haul her slow\n"
        "Down to the quay where the boats go\n"
        "Haul her over, haul her slow\n"
        "Down to the quay where the boats go\n"
        "\n"
        "The dockers sang it for the first time in the strike of 1903, and their grandchildren still sing it.\n",
        id="two lines twice",
    ),
    pytest.param(
        "آدا برنر\n"
        "أستاذة قانون الموانئ في جامعة المدينة الشمالية\n"
        "يان هولم\n"
        "أستاذة قانون الموانئ في جامعة المدينة الشمالية\n",
        id="Arabic panel",
    ),
]


@pytest.mark.parametrize("text", MEANT)
def test_no_safe_fix_deletes_what_is_said_again_on_purpose(text: str) -> None:
    fixes = [finding.fix for finding in findings(text, *FAMILY) if finding.fix]
    assert [fix.title for fix in fixes if fix.safety is Safety.SAFE] == []


@pytest.mark.parametrize("headline", [HEAD, QUAY])
def test_a_headline_above_its_story_is_deleted_safely(headline: str) -> None:
    between = "9 January 2024" if headline == HEAD else "Listen"
    (copy,) = findings(f"{headline.rstrip('.')}\n{between}\n{headline.rstrip('.')}\n{BODY}", "repeated-headline")
    assert copy.fix is not None
    assert copy.fix.safety is Safety.SAFE


def test_a_sandwich_is_unsafe_as_soon_as_words_stand_between() -> None:
    line = "In the wheelhouse: Captain Ada Brenner on her last trip to the northern quay"
    (counter,) = findings(f"{HEAD}\n{line}\n+12\n{line}\n", "sandwich")
    (name,) = findings(f"{HEAD}\n{line}\nJane Doe\n{line}\n", "sandwich")
    assert counter.fix is not None
    assert name.fix is not None
    assert (counter.fix.safety, name.fix.safety) == (Safety.SAFE, Safety.UNSAFE)


def test_five_lines_between_are_too_many_for_a_sandwich() -> None:
    line = "In the wheelhouse: Captain Ada Brenner on her last trip to the northern quay"
    scraps = "a\nb\nc\nd\ne\n"
    assert found(f"{HEAD}\n{line}\n{scraps[:8]}{line}\n", "sandwich") == [("sandwich", 7)]
    assert found(f"{HEAD}\n{line}\n{scraps}{line}\n", "sandwich") == []


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("abcdeé港"), min_size=12, max_size=40), st.integers(3, 6))
def test_a_phrase_that_is_printed_over_and_over_is_found(phrase: str, times: int) -> None:
    phrase = f"Ferry {phrase.strip()} late "
    (finding,) = findings(f"{HEAD}\n\n{phrase * times}\n", "repeated-phrase")
    assert finding.location.excerpt.startswith(phrase.strip()[:100])
