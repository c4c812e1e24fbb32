"""Prose that an editor reworked resembles its source less than two texts that are alike, but keeps long stretches."""

from hashlib import blake2b

import pytest

from newslint.rule import Alike
from newslint.similarity import find_clusters

CHARS = Alike("char", 5, 0.45, 0.7, 0.6, 8)
FILM = (
    "The film begins with the mayor on the steps of the town hall. Then it turns to a balding man in a yellow raincoat "
    "kneeling on the quay, a coil of rope beside him. The pictures seem to have been taken {} in the old harbour; no "
    "boat is in sight and the wall stands dry."
)
CUT = (
    "It then cuts to a balding man in a yellow raincoat kneeling on the quay, next to a sailor with a lantern. The "
    "sailor is shown walking slowly away. The pictures seem to have been taken {} in the old harbour; there is no boat "
    "to be seen and the wall stands dry."
)
RETOLD = (
    "What one sees next is a man with little hair who kneels beside the water in yellow oilskins, and a sailor with a "
    "lamp who then goes away. It was shot {} where the boats of Sorrin used to lie, for there are none, and no "
    "water at the foot of the wall either."
)
LESS = (
    "It then cuts to a balding man in a yellow raincoat kneeling on the quay, next to a sailor with a lantern. The "
    "sailor is shown walking slowly away, and a dog runs after him. The pictures seem to have been taken {} in the old "
    "harbour; it must have been a Sunday, as no shop is open."
)
WORKS = "by Ada Brenner of Teal Works in Larkin at {}"
MORNING = " The light is that of a morning in March, and all of the windows are shut."
SAID = ' "It was taken early, while the harbour slept still," '
BETWEEN = (
    "almost barely calmly dearly easily firmly gladly highly idly justly kindly lastly mainly nearly openly partly"
)


def with_words_between(text: str, last: int) -> str:
    """A text up to so many words, another word behind every third: its letters stay, its rows of three do not."""
    words, others = text.split()[:last], BETWEEN.split()
    parts = [[*words[start : start + 3], other] for start, other in zip(range(0, last, 3), others, strict=False)]
    return " ".join([*(word for part in parts for word in part), "and nobody could tell why"])


FEW = "Then it {} a balding man in a yellow raincoat kneeling {} the quay, {}."


@pytest.mark.parametrize(
    ("one", "other", "days", "copied"),
    [
        pytest.param(FILM.format("at low tide"), CUT.format("at low tide"), None, True, id="nothing stated"),
        pytest.param(FILM.format("by Ada Brenner"), CUT.format("by Ada Brenner"), [5, 8], True, id="three days"),
        pytest.param(FILM.format("by Ada Brenner"), CUT.format("by Ada Brenner"), [5, 9], False, id="four days"),
        pytest.param(FILM.format("by Ada Brenner"), CUT.format("by Ines Tavares"), None, False, id="other names"),
        pytest.param(
            FILM.format("by Ada Brenner of Teal Works in Larkin"),
            CUT.format("by Ada Brenner of Dane Works in Larkin"),
            None,
            False,
            id="one other name",
        ),
        pytest.param(
            FILM.format("by Ada Brenner at 6"), CUT.format("by Ada Brenner at 9"), None, False, id="another figure"
        ),
        pytest.param(FILM.format("by Ada Brenner"), RETOLD.format("by Ada Brenner"), None, False, id="another writer"),
        pytest.param(FILM.format("at low tide"), LESS.format("at low tide"), None, False, id="less of it"),
        pytest.param(
            FILM.format("at low tide"), with_words_between(FILM.format("at low tide"), 45), None, False, id="no rows"
        ),
        pytest.param(
            FILM.format(WORKS.format(6)), CUT.format(WORKS.format(9)), None, False, id="another figure and many facts"
        ),
        pytest.param(
            f"{FILM.format('at low tide')}{MORNING}{SAID}said Marta.",
            f"{CUT.format('at low tide')}{SAID}Ms Oddsen said.",
            None,
            True,
            id="other names of who said the same",
        ),
        pytest.param(
            FEW.format("turns to", "on", "a coil of rope beside him, and to the boats"),
            FEW.format("cuts to", "near", "next to a sailor with a lantern of tin"),
            None,
            False,
            id="few words",
        ),
    ],
)
def test_reworked_prose_is_a_copy_or_nothing(one: str, other: str, days: list[int] | None, copied: bool) -> None:
    for texts in ((one, other), (other, one)):
        found = find_clusters(texts, CHARS, days=days)
        assert (len(found.clusters.member) == 2) is copied
        assert len(found.templates.member) == 0


@pytest.mark.parametrize(
    ("definition", "copied"),
    [
        pytest.param(CHARS._replace(jaccard=0.6), False, id="more resemblance"),
        pytest.param(CHARS._replace(facts=0), False, id="whatever is stated"),
        pytest.param(CHARS._replace(unit="word", ngram=3), False, id="words"),
        pytest.param(CHARS._replace(containment=0), False, id="resemblance alone"),
    ],
)
def test_what_is_asked_for_decides(definition: Alike, copied: bool) -> None:
    texts = FILM.format("at low tide"), CUT.format("at low tide")
    assert (len(find_clusters(texts, definition).clusters.member) == 2) is copied


def test_in_german_no_noun_is_a_name() -> None:
    film = (
        "Der Film beginnt auf den Stufen des Rathauses. Dann zeigt er einen Mann in einem gelben Regenmantel, der auf "
        "dem Kai kniet, und ein Seil neben ihm. Die Bilder sind wohl bei Ebbe im alten Hafen entstanden; es ist kein "
        "Boot in Sicht, und die Mauer ist trocken."
    )
    cut = (
        "Danach zeigt er einen Mann in einem gelben Regenmantel, der auf dem Kai kniet, neben einem Matrosen mit einer "
        "Laterne. Der Matrose geht langsam fort. Die Bilder sind wohl bei Ebbe im alten Hafen entstanden; nirgends "
        "sieht man eines der Boote, und die Mauer ist trocken."
    )
    assert len(find_clusters((film, cut), CHARS).clusters.member) == 0
    assert len(find_clusters((film, cut), CHARS._replace(jaccard=0.35)).clusters.member) == 2


def test_captions_are_not_reworked() -> None:
    texts = FILM.format("at low tide"), CUT.format("at low tide")
    assert len(find_clusters(texts, CHARS, kind="caption").clusters.member) == 0


def test_where_no_names_can_be_told_nothing_is_reworked() -> None:
    letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
    words = ["".join(letters[code % 28] for code in blake2b(bytes([number])).digest()[:5]) for number in range(98)]
    film, cut = " ".join(words[:70]), " ".join(words[28:])
    assert len(find_clusters((film, cut), CHARS).clusters.member) == 0
    assert len(find_clusters((film, cut), CHARS._replace(jaccard=0.36)).clusters.member) == 2
