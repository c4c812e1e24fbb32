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
