"""Names and figures that stand against others, and those that a copy adds."""

import pytest

from newslint.rule import Alike
from newslint.similarity import find_clusters

CHARS = Alike("char", 5, 0.45, 0.7, 0.6, 8)

QUOTE = "We looked at every beam of the bridge twice and saw no sign at all of the crack that people now speak of"
SALES = (
    "Teal Foods sold its old mill to {}. Brandt Works sold its old yard to {}. Sorrin Radio sold its old mast to {}. "
    "All of them said that the price was a fair one for what they had."
)
LONG_QUOTE = f"{QUOTE}, and I walked over it myself with my two children on the day on which it was opened again"


def are_copies(texts: list[str], days: list[int] | None = None) -> bool:
    return len(find_clusters(texts, CHARS, days=days).clusters.member) == 2


@pytest.mark.parametrize(
    ("one", "other", "copied"),
    [
        pytest.param(
            f'"{QUOTE}," engineer Mara Ellison told them.',
            f'"{QUOTE}," builder Oscar Pryce told them.',
            False,
            id="other names in the same place",
        ),
        pytest.param(
            f'"{QUOTE}," said engineer Mara Ellison of Teal Works, who built it with 40 men.',
            f'Engineers told the Sorrin Gazette and Radio Larkin of 25 tests: "{QUOTE}."',
            False,
            id="another figure, wherever it stands",
        ),
        pytest.param(
            '"We saw no crack in any of the beams of it," said Ana.',
            'They told Radio Sorrin: "We saw no crack in any of the beams of it."',
            False,
            id="a phrase",
        ),
        pytest.param(
            SALES.format("Ellison", "Pryce", "Okoro"),
            SALES.format("Nowak", "Kaya", "Haddad"),
            False,
            id="several names, all in the same places",
        ),
        pytest.param(
            f'"{QUOTE}," said engineer Mara Ellison of Teal Works.',
            f'Engineers told the Sorrin Gazette and Radio Larkin: "{QUOTE}."',
            True,
            id="who said it, at the end and at the head",
        ),
        pytest.param(
            "The spokesman said Ellison, 56, told the board of the bank late on the evening of the vote that she would "
            "go. She will teach, he said.",
            "Spokesman Otto Haddad said Ellison told the board of the bank late on the evening of the vote that she "
            "would go.",
            True,
            id="what only one of them names",
        ),
        pytest.param(
            "In the hall she met Max of Oslo and Eva of Lima while the men of Teal Works stood near the old quay, as "
            "Tom had told her.",
            "It was Gus who saw that in the hall she met Ben of Oslo and Kim of Lima while the men of Teal Works stood "
            "near the old quay.",
            True,
            id="fewer in the same places than in all",
        ),
        pytest.param(
            f'"{LONG_QUOTE}," said engineer Mara Ellison of Teal Works.',
            f'"{LONG_QUOTE}," Pryce and the other people of the Sorrin office for roads, tunnels and old bridges of '
            "all kinds wrote to Radio Larkin.",
            True,
            id="a whole clause in the place of another",
        ),
    ],
)
def test_names_stand_against_others_in_the_same_place(one: str, other: str, copied: bool) -> None:
    for texts in ([one, other], [other, one]):
        assert are_copies(texts) is copied
        assert not are_copies(texts, days=[5, 15])


BRIDGE = "{}The old bridge of Brevik was closed in March, and the council of Sorrin asked the Teal Works to mend it{}."


@pytest.mark.parametrize(
    ("one", "other", "copied"),
    [
        pytest.param(
            BRIDGE.format("A vote of 61 to 14 came first, after hours of talks. ", ""),
            BRIDGE.format("A vote of 40 to 17 came first. ", ", for boats and mills alike have no way to the town"),
            False,
            id="another in its place",
        ),
        pytest.param(
            BRIDGE.format("A vote of 61 to 14 came first. It took 9 hours. ", ""),
            BRIDGE.format("", ", for 40 boats and the 3,000 men of the 17 mills have no way to the town"),
            False,
            id="too many for what is shared",
        ),
        pytest.param(
            BRIDGE.format("A vote of 61 to 14 came first. ", "").replace("Brevik", "Hallund"),
            BRIDGE.format("", ", for 40 boats and 17 mills have no way to the town"),
            False,
            id="another name in its place",
        ),
        pytest.param(
            BRIDGE.format("A vote of 61 to 14 came first. ", ""),
            BRIDGE.format("", ", for 40 boats and 17 mills have no way to the town"),
            True,
            id="at the head of one and at the end of the other",
        ),
    ],
)
def test_figures_stand_against_others_in_the_same_place(one: str, other: str, copied: bool) -> None:
    for texts in ([one, other], [other, one]):
        assert are_copies(texts) is copied
        assert not are_copies(texts, days=[5, 6])
