"""What is known of pairs changes the time of a search, and nothing that it finds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.rule import Alike
from newslint.similarity import Comparison, find_clusters, judging, known_pairs, recalling
from newslint.similarity.known_pairs import JUDGED, Known

PLAN: Final = (
    "The council of Harrowgate approved a plan to rebuild the old bridge for 12 million euros, Mara Ellison said."
)
TEXTS: Final = (
    PLAN,
    PLAN.replace("approved", "backed"),
    PLAN.replace("12 million", "40 million").replace("Mara Ellison", "Owen Pryce"),
    f"{PLAN} Work will begin in the spring of next year, once the tenders are in and the ferry has been paid for.",
    "Rain is expected in the north and in the west until the end of the week, and snow on the hills.",
)
DEFINITIONS: Final = (
    Alike(),
    Alike(facts=0),
    Alike("word", 3, 0.7, 0.8, 0.6, 8),
    Alike("word", 5, 0.8, 0, 0, 8),
)


class Kept(dict[str, bytes]):
    """What is written, by name."""

    def search(self, texts: Sequence[str], definition: Alike) -> Comparison:
        with recalling(self.get, self.__setitem__):
            return find_clusters(texts, definition)


def columns(found: Comparison) -> list[list[Any]]:
    return [column.tolist() for part in (found.clusters, found.templates) for column in part]


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(DEFINITIONS),
    st.lists(st.lists(st.sampled_from(TEXTS), max_size=7), min_size=1, max_size=4),
)
def test_any_sequence_of_searches_finds_the_same(definition: Alike, corpora: list[list[str]]) -> None:
    kept = Kept()
    for texts in corpora:
        assert columns(kept.search(texts, definition)) == columns(find_clusters(texts, definition))


def looked_at(monkeypatch: pytest.MonkeyPatch, kept: Kept, texts: Sequence[str], definition: Alike) -> int:
    """How many pairs a search looks at."""
    pairs = 0
    look = judging._judged

    def watched(keys: Any, definition: Any, some: Any) -> Any:
        nonlocal pairs
        pairs += len(some)
        return look(keys, definition, some)

    with monkeypatch.context() as context:
        context.setattr(judging, "_judged", watched)
        kept.search(texts, definition)
    return pairs


@pytest.mark.parametrize("definition", DEFINITIONS)
def test_only_new_pairs_are_looked_at(definition: Alike, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Kept()
    assert looked_at(monkeypatch, kept, TEXTS, definition) > 0
    before = dict(kept)
    assert looked_at(monkeypatch, kept, TEXTS, definition) == 0
    assert looked_at(monkeypatch, kept, ["", TEXTS[-1], *TEXTS[:-1]], definition) == 0
    assert kept == before
    assert looked_at(monkeypatch, kept, [*TEXTS, PLAN.replace("old", "new")], definition) > 0
    assert kept != before


@pytest.mark.parametrize("edit", [str.upper, lambda text: text.replace("12", "13"), lambda text: text + " "])
def test_an_edited_text_is_another(edit: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its words alone do not name it: capitals tell names."""
    kept = Kept()
    kept.search(TEXTS, Alike())
    assert looked_at(monkeypatch, kept, [TEXTS[0], edit(TEXTS[1])], Alike()) > 0


def test_definitions_live_beside_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Kept()
    for definition in DEFINITIONS:
        kept.search(TEXTS, definition)
    assert len(kept) == len(DEFINITIONS)


def test_nothing_is_kept_of_a_search_that_fails() -> None:
    kept = Kept()

    def search() -> None:
        with recalling(kept.get, kept.__setitem__):
            find_clusters(TEXTS)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        search()
    find_clusters(TEXTS)
    assert not kept


@pytest.mark.parametrize("size", [0, 1, 100, -1])
def test_what_cannot_be_used_is_found_out_again(size: int) -> None:
    kept = Kept()
    kept.search(TEXTS, Alike())
    for name, value in kept.items():
        kept[name] = value[:size]
    assert columns(kept.search(TEXTS, Alike())) == columns(find_clusters(TEXTS))


def test_so_many_are_kept_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known_pairs, "MOST", 2)
    kept = Kept()
    whole = columns(find_clusters(TEXTS))
    assert columns(kept.search(TEXTS, Alike())) == whole
    before = dict(kept)
    assert columns(kept.search(TEXTS, Alike())) == whole
    assert kept == before
    kept.search([PLAN, PLAN.replace("Harrowgate", "Velmont")], Alike())
    assert kept != before
    assert {len(value) for value in kept.values()} == {2 * known_pairs._KEPT.itemsize}
    assert columns(kept.search(TEXTS, Alike())) == whole


def test_pairs_that_are_met_no_more_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """But not at once: another part of a corpus is checked with the same store."""
    kept = Kept()
    kept.search(TEXTS, Alike())
    for number in range(7):
        kept.search([PLAN, PLAN.replace("Harrowgate", f"Velmont {number}")], Alike())
    assert looked_at(monkeypatch, Kept(kept), TEXTS, Alike()) == 0
    for number in range(9):
        kept.search([PLAN, PLAN.replace("Harrowgate", f"Sarn {number}")], Alike())
    assert looked_at(monkeypatch, Kept(kept), TEXTS, Alike()) > 0


def test_names_that_were_made_to_collide_are_told_apart() -> None:
    """Pairs are sorted by a part of their names; all of it is compared."""
    known = Known()
    names = np.array([[1, 2, 3, 4], [1, 9, 3, 4]], np.uint64)
    rows = np.zeros(2, JUDGED)
    rows["share"] = 0.25, 0.75
    known._keep(names, rows)
    again = Known(known.value() or b"")
    assert again._rows["name"].tolist() == [[1, 2, 3, 4]]
    assert again._rows["pair"]["share"].tolist() == [0.25]
