"""What dates say of texts that are alike: little of copies, much of what is said again on many days."""

import pytest

from newslint.rule import Alike
from newslint.similarity import Comparison, find_clusters

CHARS = Alike("char", 5, 0.45, 0.7, 0.6, 8)


def copies(found: Comparison) -> int:
    return int((found.clusters.link >= 0).sum())


CASH = "The Bank of Sorrin is expected to {} the money market {}by arranging {} purchase agreements, the dealers said."
CASH_DAYS = [
    CASH.format("enter", "of Larkin ", "customer"),
    CASH.format("enter", "of Larkin to add reserves ", "customer"),
    CASH.format("step into", "of Larkin ", "system"),
    CASH.format("enter", "of Larkin this morning to add reserves ", "overnight system"),
    CASH.format("step into", "of Larkin at noon ", "a round of customer"),
    CASH.format("look at", "of Larkin again ", "some customer"),
    CASH.format("enter", "of Larkin as on other days ", "overnight"),
    CASH.format("enter", "of Larkin early ", "two-day system"),
]


@pytest.mark.parametrize(
    ("days", "copied"),
    [
        pytest.param(None, True, id="undated"),
        pytest.param([10, 10, 11, 11, 11, 12, 12, 13], True, id="many versions within days"),
        pytest.param([10, 20, 30, 40, 50, 60, 70, 80], False, id="many weeks"),
    ],
)
def test_what_is_said_again_on_many_days_is_no_copy(days: list[int] | None, copied: bool) -> None:
    found = find_clusters(CASH_DAYS, CHARS, days=days)
    assert bool(copies(found)) is copied
    assert (len(found.templates.member) == len(CASH_DAYS)) is not copied


def test_what_is_said_again_on_few_days_is_a_copy() -> None:
    assert copies(find_clusters(CASH_DAYS[:5], CHARS, days=[10, 20, 30, 40, 50])) == 4


WEEKLY = (
    "The Grain Office said shipments from Brevik in the week ended March {} came to {} tonnes of wheat and {} tonnes "
    "of barley. Buyers in Tealmouth, Sorrin and Harrowgate took most of it, by its own account, which counts every "
    "cargo above a hundred tonnes that leaves the four harbours of the coast. There were no shipments of rye or oats, "
    "and none is expected before the Teal is free of ice and the lighters can pass the lock at Nordlin again."
)


@pytest.mark.parametrize(("days", "copied"), [(None, True), ([10, 11], True), ([10, 17], False), ([10, -1], True)])
def test_a_weekly_bulletin_is_no_version_of_the_last(days: list[int] | None, copied: bool) -> None:
    texts = [WEEKLY.format(19, 2400, 1518), WEEKLY.format(12, 2400, 1900)]
    found = find_clusters(texts, Alike("word", 3, 0.7, 0.8, 0.6, 8), kind="document", days=days)
    assert bool(copies(found)) is copied


BACKGROUND = (
    "The ferry Morning Star sank off Velmont in March 1987 with 193 people on board, the worst loss since the war."
)


@pytest.mark.parametrize(
    ("later", "copied"),
    [
        pytest.param(
            "The Morning Star, a ferry, sank off Velmont in March 1987, the worst loss since the war, and 193 died.",
            True,
            id="background told in other words, years later",
        ),
        pytest.param(
            "A plaque in the harbour now recalls the ferry Morning Star, which sank off Velmont in March 1987 with 193 "
            "on board, the worst loss of life since the war, and the mayor laid a wreath below it in the rain.",
            True,
            id="background inside a longer paragraph, years later",
        ),
        pytest.param(
            "The ferry Morning Star sank off Ashby in March 1991 with 40 people aboard, the worst loss since the war.",
            False,
            id="another ship's loss",
        ),
    ],
)
def test_dates_never_hide_a_copy_whose_facts_agree(later: str, copied: bool) -> None:
    assert bool(copies(find_clusters([BACKGROUND, later], CHARS, days=[5, 2000]))) is copied


WHAT = "the adoption of such measures would not fail to weigh on the talks that have just been opened in this town"
SAID = f"The minister said she was very disturbed by the moves of the other side, and that {WHAT}."
QUOTED = f"“I am very disturbed by the moves of the other side,” the minister had said before: “{WHAT}.”"
PHRASE = "The minister said she was very disturbed by the moves of the other side, and that the talks would go on."
AGAIN = "She was disturbed by the moves of the other side, the minister said before, and the talks would go on."


@pytest.mark.parametrize(
    ("texts", "days", "copied"),
    [
        pytest.param([SAID, QUOTED], [10, 10], True, id="one day"),
        pytest.param([SAID, QUOTED], [10, 12], True, id="told again"),
        pytest.param([SAID, QUOTED], [10, 20], False, id="weeks later"),
        pytest.param([PHRASE, AGAIN], [10, 10], True, id="a phrase on one day"),
        pytest.param([PHRASE, AGAIN], [10, 12], False, id="a phrase used again"),
    ],
)
def test_what_somebody_said_is_told_again_on_the_next_days(texts: list[str], days: list[int], copied: bool) -> None:
    assert bool(copies(find_clusters(texts, CHARS, days=days))) is copied
