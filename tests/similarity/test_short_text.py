"""Short texts and tables: what they share is easily a phrase, so that they are copies only with the same figures."""

import pytest

from newslint.rule import Alike
from newslint.similarity import RELATIONS, find_clusters

CHARS = Alike("char", 5, 0.45, 0.7, 0.6, 8)
STORY = "The council of Harrowgate approved a plan to rebuild the old bridge for 12 million euros, Mara Ellison said."
LEAD = "The company named Ellison and Brandt as lead manager of the {}."
SALE = "private sources said. The best stock went for {} crowns a head."


@pytest.mark.parametrize(
    ("one", "other", "days", "expected"),
    [
        pytest.param(LEAD.format("deal"), LEAD.format("new offering"), [0, 9], [], id="a stock phrase of another day"),
        pytest.param(SALE.format(51), SALE.format(52), [0, 0], [], id="another figure is all that is told"),
        pytest.param(
            f"{STORY} The bank of Larkin takes part in it.",
            "The bank of Larkin takes part in it, too.",
            [0, 0],
            [],
            id="phrase",
        ),
        pytest.param(LEAD.format("deal"), LEAD.format("new offering"), [0, 1], [(0, 1, "edited")], id="the next day"),
        pytest.param(SALE.format(51), f"In Sorrin {SALE.format(51)}", [0, 0], [(0, 1, "edited")], id="the same figure"),
        pytest.param(
            f"{STORY} {LEAD.format('deal')}",
            LEAD.format("deal"),
            [0, 0],
            [(0, 1, "contained")],
            id="a sentence in a story",
        ),
    ],
)
def test_short_text_is_a_copy_only_at_once(
    one: str, other: str, days: list[int], expected: list[tuple[int, int, str]]
) -> None:
    rows = find_clusters([one, other], CHARS, days=days).clusters
    listed = zip(rows.link.tolist(), rows.member.tolist(), rows.relation.tolist(), strict=True)
    assert [(link, member, RELATIONS[relation]) for link, member, relation in listed if link >= 0] == expected


def test_a_picture_is_used_again_with_its_caption() -> None:
    shown = "A guard of Harrowgate stands before the ferry house of Larkin on Tuesday."
    later = "A guard of Harrowgate stood before the old ferry house of Larkin."
    for kind, copied in (("caption", True), ("paragraph", False)):
        found = find_clusters([shown, later], CHARS, kind=kind, days=[0, 40])
        assert bool((found.clusters.link >= 0).any()) is copied


SHUT = "nobody had yet been told how long the bridge over the river would stay shut to cars and buses"
RAIN = (
    "Rain that had fallen for days on end let up at last in the afternoon, and those who live on the lower road went "
    "home to see what the water had left them, though nobody {} had yet been told how long the bridge would stay shut."
)


@pytest.mark.parametrize(
    ("one", "other", "copied"),
    [
        pytest.param(RAIN.format("there"), RAIN.format("here"), True, id="a-paragraph"),
        pytest.param(
            RAIN.format("there"), RAIN.replace("the water", "floods").format("in town"), False, id="more-words"
        ),
        pytest.param(f"{SHUT}.", f"{SHUT}, too.", False, id="a-stock-phrase"),
    ],
)
def test_where_hardly_a_word_differs_dates_say_nothing(one: str, other: str, copied: bool) -> None:
    """No fact tells; but in so many words a form would have shown what it is filled with."""
    assert find_clusters([one, other], CHARS).clusters.link.tolist() == [-1, 0]
    assert bool(len(find_clusters([one, other], CHARS, days=[5, 2000]).clusters.link)) is copied


PRICES = (
    "The Grain Office at Brevik set its prices for what comes to the four harbours of the coast before the Teal is "
    "free of ice and the lighters can pass the lock at the mill again: wheat {} 2.40 4.65 4.45 4.71, by its own "
    "account higher than in any spring since the old lock was built, barley {} 1.92 3.15 3.25 3.31, "
    "oats {} 0.99 1.65 1.71 1.80, rye 2.43 2.51 2.60 2.66, maize 3.05 3.11 3.40 3.52."
)


@pytest.mark.parametrize(
    ("prices", "copied"),
    [
        pytest.param((2.63, 1.38, 1.55), False, id="every price is another"),
        pytest.param((2.64, 1.40, 1.55), True, id="one is put right"),
    ],
)
def test_a_table_is_a_version_of_another_with_the_same_figures(prices: tuple[float, ...], copied: bool) -> None:
    texts = [PRICES.format(2.64, 1.40, 1.53), PRICES.format(*prices)]
    found = find_clusters(texts, Alike("word", 3, 0.5, 0.5, 0.6, 8), kind="document")
    assert bool((found.clusters.link >= 0).any()) is copied


FILED = (
    "Teal Foods told its owners on Monday that it would ask for more time, in a letter that it filed with the Larkin "
    "Board of Trade and Fisheries."
)


@pytest.mark.parametrize(
    ("text", "days", "copied"),
    [
        pytest.param("He himself agreed with the Larkin Board of Trade and Fisheries.", None, False, id="a phrase"),
        pytest.param("Talks with the Larkin Board of Trade and Fisheries went on.", [0, 0], True, id="more, at once"),
        pytest.param("Talks with the Larkin Board of Trade and Fisheries went on.", [0, 1], False, id="more, later"),
        pytest.param("It is filed with the Larkin Board of Trade and Fisheries.", [0, 1], True, id="most, later"),
        pytest.param(
            "Hugo heard that it would ask for more time in its letters to the Larkin Board of Trade.",
            [0, 1],
            True,
            id="no few words",
        ),
    ],
)
def test_other_words_around_a_phrase_make_no_copy(text: str, days: list[int] | None, copied: bool) -> None:
    for texts in ([FILED, text], [text, FILED]):
        found = find_clusters(texts, CHARS, days=days)
        assert (len(found.clusters.member) == 2) is copied
        assert len(found.templates.member) == 0


def test_without_facts_and_with_less_containment_a_phrase_is_enough() -> None:
    texts = [FILED, "He himself agreed with the Larkin Board of Trade and Fisheries."]
    for definition in (CHARS._replace(facts=0), CHARS._replace(containment=0.6)):
        assert len(find_clusters(texts, definition).clusters.member) == 2


BARRELS = "Barrels of {} for {} stood {} harbour."


@pytest.mark.parametrize(
    ("one", "other", "copied"),
    [
        pytest.param(
            BARRELS.format("herring", "those who asked", "late in the"),
            BARRELS.format("mackerel", "those who asked", "in the old"),
            False,
            id="a form",
        ),
        pytest.param(
            BARRELS.format("herring", "the men of Brandt", "late in the"),
            BARRELS.format("mackerel", "the men of Brandt", "in the old"),
            False,
            id="one fact",
        ),
        pytest.param(
            BARRELS.format("herring", "Teal and Brandt", "late in the"),
            BARRELS.format("mackerel", "Teal and Brandt", "in the old"),
            True,
            id="facts",
        ),
        pytest.param(
            BARRELS.format("herring", "those who asked", "late in the"),
            BARRELS.format("herring", "those who asked", "in the old"),
            True,
            id="more alike",
        ),
    ],
)
def test_without_facts_few_words_resemble_each_other_more(one: str, other: str, copied: bool) -> None:
    found = find_clusters([one, other], CHARS)
    assert (len(found.clusters.member) == 2) is copied
    assert len(found.templates.member) == 0
    assert len(find_clusters([one, other], CHARS, kind="caption").clusters.member) == 2


def test_by_words_the_resemblance_asked_for_is_enough() -> None:
    one, other = "On the quay a man sold herring and eels to all who came by", "herring and eels"
    texts = [one, one.replace(other, "mussels and crabs")]
    assert len(find_clusters(texts, Alike("word", 3, 0.25, 0.95, 0.6, 8)).clusters.member) == 2
