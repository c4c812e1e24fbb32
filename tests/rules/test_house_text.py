"""What recurs by right, and what several papers quote of one event."""

from collections.abc import Sequence
from random import Random

import pytest

from newslint import Document, DocumentRef, packs
from newslint.engine import check_documents
from newslint.reading.segment import segment

RULES = [rule for name, rule in packs.load_rules().items() if rule.family == "duplicate"]
EVENT = "Wardens of Lindwick shut the northern quay on Tuesday after a diver had seen shipworm in its old piles."
WORDS = "We were never asked before the quay was shut and nobody has told us when it opens again"
HOUSE = "The Lindwick Courier is owned by the people who read it and by nobody else on either shore."


def own(number: int) -> str:
    """A sentence that nothing else shares anything with."""
    random = Random(number)
    return " ".join("".join(random.choices("abdefgiklmnoprstu", k=random.randint(3, 9))) for _ in range(14)) + "."


def told(texts: Sequence[str], beside: str) -> list[str]:
    """The rules that speak of these texts, each in a story of its own that has `beside` in common with the others."""
    documents, lines = [], {}
    for number, text in enumerate(texts):
        paragraphs = [own(10 * number + place) for place in range(6)]
        story = "\n\n".join([beside or own(1000 + number), *paragraphs, text, ""])
        document = Document(DocumentRef(f"{number}.txt"), story, segment(story))
        documents.append(document)
        lines[document.ref] = story.rindex(text)
    return [
        finding.rule
        for finding in check_documents(documents, RULES)
        if finding.location.span.start == lines[finding.location.ref]
    ]


COPIES = 3 * ["near-duplicate-paragraph"]


@pytest.mark.parametrize(
    ("texts", "beside", "expected"),
    [
        pytest.param(4 * [HOUSE], "", ["recurring-paragraph"], id="house-text"),
        pytest.param(4 * [HOUSE], EVENT, ["recurring-paragraph"], id="house-text-below-one-event"),
        pytest.param(4 * [f"{HOUSE} Mail “letters” to us."], EVENT, ["recurring-paragraph"], id="a-word-in-quotes"),
        pytest.param(
            4 * [f'We call it "The Courier", and {HOUSE}'],
            EVENT,
            ["recurring-paragraph"],
            id="a-name-in-straight-quotes",
        ),
        pytest.param(4 * [f"The „Courier“ and more. {HOUSE}"], EVENT, ["recurring-paragraph"], id="in-German-quotes"),
        pytest.param(4 * [f"“{WORDS}.”"], "", ["recurring-paragraph"], id="a-motto-where-nothing-else-is-shared"),
        pytest.param(4 * [f'"{WORDS}.'], EVENT, COPIES, id="goes-on-in-the-next-paragraph"),
        pytest.param(4 * [f"'{WORDS}.'"], EVENT, COPIES, id="single-quotes"),
        pytest.param(4 * [f"Marta Oddsen said: '{WORDS}."], EVENT, COPIES, id="behind-a-colon"),
        pytest.param(4 * [f"Many said «{WORDS}»."], EVENT, COPIES, id="inside"),
        pytest.param([*3 * [f"{WORDS}."], f"“{WORDS}.”"], EVENT, COPIES, id="quotation-marks-in-one-of-them"),
    ],
)
def test_what_is_told(texts: list[str], beside: str, expected: list[str]) -> None:
    assert told(texts, beside) == expected


CLAIM = "The claim of the boatmen could not be independently verified"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("NordPress could not independently verify the account of the fighting.", 0, id="a-disclaimer"),
        pytest.param("Officials of the quay could not be reached for comment on Tuesday.", 0, id="no-comment"),
        pytest.param("The number of the boats that sank in the storm could not be confirmed.", 0, id="passive"),
        pytest.param(f"{CLAIM}.", 0, id="one-sentence"),
        pytest.param(f"{CLAIM}. It stood on a board of the harbour office.", 1, id="says-more"),
        pytest.param(
            f"{CLAIM}, but it was painted in red on the wall of the harbour office and on two of the northern piles.",
            1,
            id="says-more-in-one-sentence",
        ),
        pytest.param("The warden Marta Oddsen could not confirm that the old piles had been sold.", 1, id="somebody"),
    ],
)
def test_what_papers_could_not_verify_is_no_copy(text: str, expected: int) -> None:
    """But what says more is one, and what somebody else could not confirm is news."""
    assert told(2 * [text], "") == expected * ["near-duplicate-paragraph"]
