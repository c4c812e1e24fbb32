"""One party that one paper spells out and the other calls by its initials."""

from itertools import permutations
from typing import SupportsIndex

import pytest

from newslint.rule import Alike
from newslint.similarity import agreement, facts_of, find_clusters
from newslint.similarity.concord import Pair, contradiction
from newslint.similarity.initials import same_parties

CHARS = Alike("char", 5, 0.45, 0.7, 0.6, 8)
QUAY = "The statement of {} could not be checked. It stood on a page that the {} often uses and went on to Fishwire."


@pytest.mark.parametrize(
    ("one", "other", "names", "share"),
    [
        pytest.param("He met the TFB in Oslo", "He met the Teal Bus Board in Oslo", 1, 0.5, id="other initials"),
        pytest.param("He met the TFB in Oslo", "He met the TBB in Oslo", 1, 0.5, id="two sets of initials"),
        pytest.param("He met the TFB in Oslo", "He met Teal on a ferry by Brevik in Oslo", 1, 0.5, id="small letters"),
        pytest.param("He met the TFB in Oslo", "He met Teal men, a Ferry and Brevik in Oslo", 1, 0.5, id="apart"),
        pytest.param("He met Tfb in Oslo", "He met the Teal Ferry Board in Oslo", 1, 0.5, id="no initials"),
        pytest.param("It was ISIS that left Oslo", "It was State that left Oslo", 1, 0.5, id="half a name"),
        pytest.param("He met the TFB in Oslo", "He met the Teal Ferry Board in Oslo", 0, 1, id="spelled out"),
        pytest.param("He met the TFB in Oslo", "He met the Teal Ferry and Bus men in Oslo", 0, 1, id="links"),
        pytest.param("He met the TFB in Oslo", "He met the T.F.B. in Oslo", 0, 1, id="with points"),
        pytest.param("Talks of the US with Oslo", "Talks of the United States with Oslo", 0, 1, id="a country"),
        pytest.param("He fled from ISIS in Oslo", "He fled from IS in Oslo", 0, 1, id="other initials of one party"),
        pytest.param(
            "He fled from ISIL in Oslo", "He fled from the Islamic State in Oslo", 0, 1, id="initials that do not fit"
        ),
    ],
)
def test_names_and_their_initials(one: str, other: str, names: int, share: float) -> None:
    facts = facts_of([one, other])
    assert contradiction(Pair.of(*facts)).names == contradiction(Pair.of(*facts[::-1])).names == names
    assert agreement(*facts)[0] == agreement(*facts[::-1])[0] == pytest.approx(share)


@pytest.mark.parametrize(
    ("name", "copied"),
    [
        pytest.param("BHO", False, id="another party"),
        pytest.param("TFB", True, id="initials"),
    ],
)
def test_initials_make_no_form(name: str, copied: bool) -> None:
    spelled = "Teal Ferry Board"
    found = find_clusters([QUAY.format(f"the {spelled}", spelled), QUAY.format(f"the {name}", name)], CHARS)
    assert len(found.clusters.member) == 2 * copied
    assert len(found.templates.member) == 2 * (not copied)


class Counted(str):
    """A form of a text, and how often it is parted into words."""

    __slots__ = ()
    parted = 0

    def split(self, sep: str | None = None, maxsplit: SupportsIndex = -1) -> list[str]:
        Counted.parted += 1
        return super().split(sep, maxsplit)


def test_many_initials_are_looked_for_in_one_go() -> None:
    letters = "ABCDEFGH"
    one, other = facts_of([f"They met {' men and '.join(map(''.join, permutations(letters, 3)))} men", "Then Ada left"])
    form, many = Counted(other.form), other.stated | set(letters.lower())
    assert len(one.short) > 300
    assert same_parties(one, other._replace(form=form, stated=many)) == set()
    assert Counted.parted == 1
