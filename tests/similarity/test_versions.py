"""Documents that were edited throughout and stand in a longer one: versions, if long and of the same facts."""

import pytest

from newslint.rule import Alike
from newslint.similarity import RELATIONS, find_clusters

DOCUMENTS = Alike("word", 3, 0.7, 0.65, 0.6, 8)
MORNING = (
    "The harbour commission of Lindwick voted on Tuesday to close the north quay for {months} months, after divers "
    "found that two of the {piles} piles under the old customs house had been eaten through by shipworm. Fishermen who "
    "land their catch there said they had not been asked, and {name}, who runs three boats and employs 14 people, "
    "told the Lindwick {paper} that she had learned of it from the radio on her way home to {street} Lane."
)
EVENING = (
    "The harbour commission of Lindwick decided on Tuesday to close the north quay for {months} months, after divers "
    "had found that two of {piles} piles under the old customs house had been eaten through by shipworm. Fishermen who "
    "land their fish there say they had not been asked, and {name}, who runs three boats and employs 14 people, "
    "told the Lindwick {paper} that she learned of it from the radio on her way home to {street} Lane. The council "
    "will hear both sides before the summer, and has asked the county for money. Until then boats may lie at the "
    "southern pier, where there is room for nine of them, and lorries have to turn at the gate of the ropewalk."
)
FACTS = {"months": "eleven", "piles": "seven", "name": "Marta Oddsen", "paper": "Courier", "street": "Marrow"}
BRIEF = "Tarn Savings said on {} it would raise the rate for all new loans to 7 percent, the third bank to do so."
LATER = "Tarn Savings said on {} it will raise its rate for all new loans to 7 percent, the third bank to do so. {}"
MORE = "Old loans stay as they are until the end of the year, and savers get no more than they did, its director said."
TERMS = "30-123 5.00, 124-150 5.90, 151-269 5.10, 270-288 5.98, 289-360 5.20, 361-420 5.40, 421-500 5.60"
OTHERS = "30-123 5.00, 124-269 5.90, 270-360 5.10, 361-420 5.98, 421-500 5.60"
NOTES = (
    "The loan office of Harrowgate set {} its short notes: {}, while the terms and the days on which they are paid "
    "stay those of the last week of the year {}, and whoever holds one may sell it at its windows at any time."
)


def related(*texts: str, days: list[int] | None = None) -> list[str]:
    found = find_clusters(list(texts), DOCUMENTS, kind="document", days=days).clusters
    return [RELATIONS[relation] for relation, link in zip(found.relation, found.link, strict=True) if link >= 0]


@pytest.mark.parametrize(
    ("one", "other", "days", "expected"),
    [
        pytest.param(MORNING.format(**FACTS), EVENING.format(**FACTS), None, ["contained"], id="updated"),
        pytest.param(MORNING.format(**FACTS), EVENING.format(**FACTS), [10, 11], ["contained"], id="the next day"),
        pytest.param(
            MORNING.format(**FACTS),
            EVENING.format(**FACTS | {"months": "twelve"}),
            [10, 10],
            ["contained"],
            id="with another figure",
        ),
        pytest.param(
            MORNING.format(**FACTS),
            EVENING.format(**FACTS | {"months": "twelve"}),
            [10, 12],
            [],
            id="with another figure on another day",
        ),
        pytest.param(
            MORNING.format(**FACTS),
            EVENING.format(**FACTS | {"name": "Ines Volkov", "paper": "Herald", "street": "Canal"}),
            None,
            [],
            id="of other people",
        ),
        pytest.param(BRIEF.format("Tuesday"), LATER.format("Tuesday", MORE), None, [], id="a brief"),
        pytest.param(
            NOTES.format("new rates for", TERMS, "before"),
            NOTES.format("the rates on", OTHERS, "that ended"),
            None,
            [],
            id="another table",
        ),
    ],
)
def test_what_is_edited_throughout(one: str, other: str, days: list[int] | None, expected: list[str]) -> None:
    assert related(one, other, days=days) == expected
    assert related(other, one, days=days and days[::-1]) == expected
