"""Lines that look like the page's and stand amid what a story says are found, and not deleted safely."""

import pytest

from newslint import Document, DocumentRef, DocumentRule, PatternRule, Safety, packs
from newslint.engine import check_documents
from newslint.reading.segment import segment

RULES = [rule for rule in packs.load_rules().values() if isinstance(rule, DocumentRule)]
SAFE = [rule for rule in RULES if isinstance(rule, PatternRule) and rule.safety is Safety.SAFE]


def deleted(text: str) -> list[str]:
    """The lines that safe fixes of pattern rules delete."""
    findings = check_documents([Document(DocumentRef("story.txt"), text, segment(text))], SAFE)
    return [
        text[slice(*finding.location.span)]
        for finding in findings
        if finding.fix is not None and finding.fix.safety is Safety.SAFE
    ]


WALL = "The defendant had sprayed three words on the wall of the town hall."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The Bill\n\nBelow each of the stories stand the words\n\nSponsored content\n\nand nothing else.\n",
            id="in a sentence",
        ),
        pytest.param(
            "Dear editor,\n\nOn my screen I read, below it,\n\nShare this article\n\nas if I had friends.\n",
            id="in a sentence with a comma",
        ),
        pytest.param(
            f"Court\n\n{WALL}\n\nLeave a comment\n\nwas also found on the school.\n", id="as the subject of a sentence"
        ),
        pytest.param("На стене\n\nНа стене написали\n\nПоделиться новостью\n\nи ушли.\n", id="behind three words"),
        pytest.param("The Ferryman\n\nFollow us\nover the water.\nFollow us\ninto the rain.\n", id="in verses"),
        pytest.param("The Hearing\n\nWITNESS:\nShare this\nTweet this\nCHAIR: Thank you.\n", id="below who speaks"),
        pytest.param(
            "The Play\n\nMARA\nWhat now?\n\nTOM\nSit down.\n\nMARA\nShare\nTweet this\nEmail\n\n(They laugh.)\n",
            id="below a name that stands again",
        ),
        pytest.param("Clicks\n\nPrint\t14\nShare\t120\nAdvertisement\t5\n", id="in a table"),
    ],
)
def test_lines_amid_a_story_stay(text: str) -> None:
    assert deleted(text) == []


STORY = "The council met on Monday to vote on the night ferry."


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(f"Ferry\n\n{STORY}\n\nSponsored content\n\n{STORY}\n", ["Sponsored content"], id="sentences"),
        pytest.param(
            f"Ferry\n\n{STORY}\nTo this page there are no links\n\nFollow us on Twitter\n\nhome\n",
            ["Follow us on Twitter"],
            id="one word is no rest",
        ),
        pytest.param(
            f"Ferry\n\n{STORY}\n\nFollow us on Twitter\n\nby Mara Ellison\n",
            ["Follow us on Twitter"],
            id="without an end no rest",
        ),
        pytest.param(
            f"Ferry\n\n{STORY}\n\nShare this article\nby Mara Ellison\n", ["Share this article"], id="no end, no verse"
        ),
        pytest.param(
            f"NEWS FLASH\n\n{STORY}\n\nShare this:\nTweet this\nShare on Facebook\n",
            ["Share this:", "Tweet this", "Share on Facebook"],
            id="a label of the page does not speak",
        ),
        pytest.param(
            f"Ferry\n\n{STORY}\n\nIG\nFollow us on Instagram\nFB\nShare on Facebook\nIG\nFB\n",
            ["Follow us on Instagram", "Share on Facebook"],
            id="two letters are no name",
        ),
    ],
)
def test_lines_of_the_page_go(text: str, lines: list[str]) -> None:
    assert deleted(text) == lines


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_subhead_is_one_whatever_ends_its_lines(end: str) -> None:
    text = f"Ferry\n\n{STORY}\n\nShare this article\n{STORY}\n".replace("\n", end)
    assert deleted(text) == []
