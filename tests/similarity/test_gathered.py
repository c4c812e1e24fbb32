"""A sentence and a whole story in one line: in a long text any words stand somewhere."""

import pytest

from newslint.rule import Alike
from newslint.similarity import find_clusters

CHARS = Alike("char", 5, 0.45, 0.7, 0.6, 8)

STORY = (
    "The council of Brevik has closed the old quay, and the ferry from Brevik lands at the fish market until the "
    "end of the summer. The harbour office said that divers found cracks below the water in March. {} It was the "
    "mayor, Mara Ellison, who asked for a second look at the old beams, since they carry the trucks of the fish "
    "market. People who live on the islands were not asked, and many say that they will miss the morning boat. {} "
    "A bus now waits where the rails ended before the war, and its driver sells hot coffee to those who come too "
    "late. The engineers of Teal Works want to see every beam before they tell what it would cost to mend them. "
    "{} Nobody was hurt when a plank broke under a cart of ice in April, but the cart lies on the ground of the "
    "harbour to this day, and the ice has gone where ice goes. The theatre on the square has moved its first "
    "night by a week, so that guests from the islands can go home by boat once the show is over. The bakers of "
    "the lower town fear for their trade."
)
FILLED = (
    "The paper has a photograph of the northern pier.",
    "A crew of the harbour office worked there through the winter.",
    "Repairs will take two years.",
)


def linked(short: str, *parts: str) -> tuple[bool, bool]:
    """Whether a text and the story are copies, and whether they are uses of a form, whichever comes first."""
    story = STORY.format(*parts or FILLED)
    found = [find_clusters(texts, CHARS) for texts in ((short, story), (story, short))]
    links = {(len(one.clusters.member) > 0, len(one.templates.member) > 0) for one in found}
    assert len(links) == 1
    return links.pop()


@pytest.mark.parametrize(
    ("short", "parts"),
    [
        pytest.param(
            "The bus lands at the fish market, where the mayor and the bakers of the islands want to sell ice.",
            (),
            id="its words stand apart",
        ),
        pytest.param(
            "Northern did not immediately respond to a request for comment.",
            ("The office did not immediately respond to a request for comment.", "Two ships wait.", "So it is."),
            id="a stock phrase",
        ),
        pytest.param(
            "The board of Lindwick did not immediately respond to a request for comment.",
            ("The board did not immediately respond to a request for comment.", "Two ships wait.", "So it is."),
            id="a stock phrase about another name",
        ),
    ],
)
def test_what_a_long_text_shares_by_chance_is_nothing(short: str, parts: tuple[str, ...]) -> None:
    assert linked(short, *parts) == (False, False)


@pytest.mark.parametrize(
    ("short", "parts"),
    [
        pytest.param(
            "Divers of the harbour office looked at every pier between the lock and the lighthouse, and found the same "
            "cracks in two of them.",
            (
                "Divers of the office looked at all piers between the lock and the lighthouse last month, and found "
                "the same cracks in two of them.",
                *FILLED[1:],
            ),
            id="a sentence of it, edited",
        ),
        pytest.param(
            "Divers looked at every pier between the lock and the lighthouse. They found the same cracks in two of "
            "them, and rust in a third one.",
            (
                "Divers looked at every pier between the lock and the lighthouse. It took them nine days, as the water "
                "was cold and brown. They found the same cracks in two of them, and rust in a third one.",
                *FILLED[1:],
            ),
            id="two sentences of it, not far apart",
        ),
        pytest.param(
            "Northern did not immediately respond to a request for comment.",
            ("Northern did not immediately respond to a request for comment.", *FILLED[1:]),
            id="a stock phrase, word for word",
        ),
        pytest.param(
            "The Lindwick Courier did not immediately respond to requests for comment.",
            ("The Lindwick Courier did not immediately respond to a request for a comment.", *FILLED[1:]),
            id="a stock phrase about the same name",
        ),
    ],
)
def test_what_stands_in_a_long_text_is_a_copy(short: str, parts: tuple[str, ...]) -> None:
    assert linked(short, *parts) == (True, False)


def test_another_containment_asks_for_less_in_one_place() -> None:
    half = "Divers found cracks below the water in March, and so did the tall men of the navy."
    story = STORY.format(*FILLED)
    low = CHARS._replace(containment=0.4)
    assert len(find_clusters((story, half), low).clusters.member) == 2
    assert len(find_clusters((story, half), CHARS).clusters.member) == 0
