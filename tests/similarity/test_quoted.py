"""The same words between quotation marks were said once, by whatever name each paper calls who said them."""

import pytest

from newslint.rule import Alike
from newslint.similarity import find_clusters
from newslint.similarity.quoted import in_a_row, quotations

CHARS = Alike("char", 5, 0.45, 0.7, 0.6, 8)
WORDS = "it was a good deal smaller than the boat we had before"
TOLD = "It was a good deal smaller than the boat we had before"

FORM = (
    'He said: "The people of the town hall of {} stand by the people of {} tonight with a heavy heart, and so do those '
    'of {} and of {}, whoever they are."'
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("She left the quay at noon.", set(), id="none"),
        pytest.param("She called it “a good deal for the whole town”.", set(), id="a phrase"),
        pytest.param(f"The owners' boat isn't what {TOLD}, isn't it.", set(), id="apostrophes"),
        pytest.param(f'"{TOLD}," she said.', {WORDS}, id="straight"),
        pytest.param(f"She said: “{TOLD}.", {WORDS}, id="goes on in the next paragraph"),
        pytest.param(f"She said: «{TOLD}.» Then she left.", {WORDS}, id="angular"),
        pytest.param(f"‘{TOLD},’ she said.", {WORDS}, id="single"),
        pytest.param(f"'{TOLD},' she said.", {WORDS}, id="single and straight"),
        pytest.param(
            f"“{TOLD},” she said. “We wouldn't have bought it but for the price of oil.”",
            {WORDS, "we wouldn t have bought it but for the price of oil"},
            id="two",
        ),
        pytest.param(f'The "Star", {TOLD}, and the "Moon" left.', set(), id="between two names"),
        pytest.param(f"The „Star“, {TOLD}.", set(), id="behind a German name"),
        pytest.param(f'We left," she said. {TOLD}.', set(), id="behind the end of what began above"),
        pytest.param(f"The mast is 40' 6\" long. {TOLD}.", set(), id="inches"),
        pytest.param(f"In the '90s {TOLD}.", set(), id="a decade"),
        pytest.param(f"„{TOLD}“, sagte sie.", {WORDS}, id="German"),
        pytest.param(f"»{TOLD}«, sagte sie und ging ohne ein weiteres Wort fort.", {WORDS}, id="angular and German"),
    ],
)
def test_what_is_quoted(text: str, expected: set[str]) -> None:
    assert quotations(text) == expected


@pytest.mark.parametrize(
    ("one", "other", "days", "copied"),
    [
        pytest.param(
            f'"{TOLD}," said Marta of the barge.', f"'{TOLD},' Ms Oddsen told the paper.", None, True, id="who"
        ),
        pytest.param(f'"{TOLD}," said Marta of the barge.', f"'{TOLD},' Ms Oddsen said.", [10, 12], True, id="soon"),
        pytest.param(f'"{TOLD}," said Marta of the barge.', f"'{TOLD},' Ms Oddsen said.", [10, 20], False, id="later"),
        pytest.param(
            f'"{TOLD}, in June," said Marta of the barge.',
            f"'{TOLD} ...' Ms Oddsen told the paper.",
            None,
            True,
            id="cut short",
        ),
        pytest.param(
            "On the quay of Teal Bay it was heard by Hugo Dane. " + FORM.format("Sorrin", "Larkin", "Brevik", "Harrow"),
            FORM.format("Oslo", "Lima", "Turin", "Bergen") + " This was told by Ada Brenner to Ines Tavares.",
            None,
            False,
            id="other names in what is quoted",
        ),
        pytest.param(
            f"{TOLD}, said Marta of the barge in June.", f"{TOLD}, Ms Oddsen told Hugo.", None, False, id="not quoted"
        ),
        pytest.param(
            f'The "Star", {TOLD}, and the "Moon", said Marta of the barge in June.',
            f'The "Star", {TOLD}, and the "Moon", Ms Oddsen told Hugo.',
            None,
            False,
            id="between names",
        ),
        pytest.param(
            f'"{TOLD}," said Marta of barge 14.', f'"{TOLD}," Ms Oddsen said of 29.', None, False, id="another figure"
        ),
    ],
)
def test_who_said_it_makes_no_form(one: str, other: str, days: list[int] | None, copied: bool) -> None:
    found = find_clusters([one, other], CHARS, days=days)
    assert bool((found.clusters.link >= 0).any()) is copied


@pytest.mark.parametrize(
    ("some", "others", "same"),
    [
        pytest.param({WORDS}, {WORDS}, True, id="the same"),
        pytest.param({f"we had it and {WORDS}"}, {f"{WORDS} in march"}, True, id="begun and ended elsewhere"),
        pytest.param({"not this", WORDS}, {WORDS.replace("boat", "barge")}, True, id="eight words in a row"),
        pytest.param({WORDS}, {WORDS.replace("smaller", "older")}, False, id="seven words in a row"),
        pytest.param({WORDS}, set(), False, id="nothing"),
    ],
)
def test_the_same_words_are_eight_in_a_row(some: set[str], others: set[str], same: bool) -> None:
    assert bool(in_a_row(some) & in_a_row(others)) is same
