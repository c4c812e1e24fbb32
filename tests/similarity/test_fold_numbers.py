"""Texts in which all figures count as the same one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.rule import Alike
from newslint.similarity import RELATIONS, Comparison, Index, facts_of, find_clusters, normal_form, recalling
from newslint.similarity.compiled import Kernel, load
from newslint.similarity.stated import _without_figures

FORMS: Final = [
    pytest.param("no figure, but three", "no figure but three", id="a spelled one stays"),
    pytest.param("7 of 1,200,000.50 euros", "0 of 0 euros", id="commas and points"),
    pytest.param("1.200.000,50 oder 1,5 Euro", "0 oder 0 euro", id="points and commas"),
    pytest.param("on 3.5.2024, at 10:30.", "on 0 at 0 0", id="dates and hours"),
    pytest.param("from 10-12 to 3/4", "from 0 0 to 0 0", id="two figures"),
    pytest.param("the 12th of the G20, A4_2", "the 0th of the g0 a0_0", id="inside a word"),
    pytest.param("٢٣٤ و ۱۲۳ و १२ и ２０", "0 و 0 و 0 и 0", id="digits of other scripts"),
    pytest.param("2024年3月", "0 年 0 月", id="between characters without spaces"),
    pytest.param("½ m² ①", "0 0 m0 0", id="signs that are figures"),
    pytest.param("OSLO, March 3, 2024 (Reuters) - Rain fell for 3 days.", "rain fell for 0 days", id="dateline"),
]


@pytest.mark.parametrize(("text", "form"), FORMS)
def test_every_figure_is_the_same(text: str, form: str) -> None:
    assert normal_form([text], fold_numbers=True).decode() == f"{form}\n"


@given(st.lists(st.text(st.sampled_from("a1.,2 \u0663\n-\u00bd年\ud800")), max_size=4))
def test_no_other_digit_is_left(texts: list[str]) -> None:
    form = normal_form(texts, fold_numbers=True)
    assert form.count(b"\n") == len(texts)
    assert not set(form) & set(b"123456789")
    assert b"00" not in form
    assert b"0.0" not in form


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("it took in 41,300 tonnes and seven ships", set(), id="figures, spelled ones too"),
        pytest.param("the end of season 4 of it", set(), id="of a series"),
        pytest.param("the talks of Mara Ellison with the G20 on 3 May", {"mara", "ellison", "g0"}, id="names"),
    ],
)
def test_names_alone_are_facts(text: str, names: set[str]) -> None:
    facts = _without_figures(*facts_of([text]))
    assert facts.stated == names
    assert all(f" {name} " in facts.form for name in names)


PLAN: Final = "The council of Harrowgate approved a plan to rebuild a bridge for 12 million euros, Mara Ellison said."
BRENT: Final = "Brent crude fell 1.2% to $84.31 a barrel by 0915 GMT."
PORT: Final = (
    "The port of Brevik took in 41,300 tonnes of timber, 1,210 tonnes of fish and 35 ships in May, its office said."
)
OTHER_PORT: Final = PORT.replace("41,300", "28,900").replace("1,210", "3,450").replace("35", "12")
SNOW: Final = "第3季度，布雷维克港口处理了41300吨木材和1210吨鱼，比去年同期增加百分之二，港务局周五表示。"
TABLE: Final = "Larkhamn 12 3 41 7 19 33 Brevik 2 9 17 5 8 30"


@pytest.mark.parametrize(
    ("one", "other", "off", "on"),
    [
        pytest.param(PLAN, "Rain is expected in the north until 9 January.", "", "", id="nothing in common"),
        pytest.param(
            PLAN, PLAN.replace("Harrowgate", "Velmont").replace("Mara Ellison", "Owen Pryce"), "", "", id="names"
        ),
        pytest.param(PLAN, PLAN.replace("12", "1,250"), "edited", "same", id="one figure"),
        pytest.param(PORT, OTHER_PORT, "", "same", id="a form that is filled in"),
        pytest.param(PORT, OTHER_PORT.replace("took in", "received"), "", "edited", id="a word, too"),
        pytest.param(BRENT, BRENT.replace("1.2", "0.75").replace("84.31", "1,083.9"), "", "same", id="mostly figures"),
        pytest.param(TABLE, TABLE.replace("3", "4"), "", "same", id="table"),
        pytest.param(SNOW, SNOW.replace("41300", "500").replace("3季", "4季"), "", "same", id="no capitals, no spaces"),
        pytest.param(f"Part 3: {PLAN}", f"Part 4: {PLAN} Yes.", "", "edited", id="of a series"),
    ],
)
def test_what_differs_in_figures_alone_is_the_same(one: str, other: str, off: str, on: str) -> None:
    for fold_numbers, relation in ((False, off), (True, on)):
        found = find_clusters([one, other], Alike(fold_numbers=fold_numbers)).clusters
        assert [RELATIONS[number] for number in found.relation.tolist()][1:] == ([relation] if relation else [])


def columns(found: Comparison) -> list[list[Any]]:
    return [column.tolist() for part in (found.clusters, found.templates) for column in part]


@contextmanager
def by(kernel: Kernel | None) -> Iterator[None]:
    """Has the stages use a kernel, or numpy alone."""
    with pytest.MonkeyPatch.context() as patch:
        for module in ("encoded", "trim", "shingling", "signing", "equality", "block_words", "verify"):
            patch.setattr(f"newslint.similarity.{module}.kernel", lambda: kernel)
        yield


FIGURES: Final = st.sampled_from(["0", "7", "12", "1,200", "3.5", "1,5", "2.5.2019", "٤٢", "２０"])
BASES: Final = (
    "The council of Harrowgate approved # plans to rebuild # bridges in # years, Mara Ellison said on Monday",
    "The council of Harrowgate approved # plans to rebuild # bridges in # years, Owen Pryce of Velmont said on Monday",
    "In May the port of Brevik took in # tonnes of timber and # of fish, and Teal Foods # ships, two more than of old",
    "# # # # # # # # # #",
)


@st.composite
def pairs_of_texts(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and the same with every figure replaced by hand."""
    first, *parts = draw(st.sampled_from(BASES)).split("#")
    text = folded = first.replace("council", draw(st.sampled_from(["council", "board"])))
    for part in parts:
        text, folded = text + draw(FIGURES) + part, f"{folded}0{part}"
    return text, folded


@settings(max_examples=60, deadline=None)
@given(pairs=st.lists(pairs_of_texts(), max_size=8), unit=st.sampled_from(["char", "word"]))
def test_the_clusters_are_those_of_texts_whose_figures_were_replaced_before(
    library: Path, pairs: list[tuple[str, str]], unit: Any
) -> None:
    texts, folded = [text for text, _ in pairs], [text for _, text in pairs]
    definition = Alike(unit, 3, fold_numbers=True)
    wording = definition._replace(facts=0)
    for kernel in (load(library), None):
        with by(kernel):
            want = columns(find_clusters(folded, wording._replace(fold_numbers=False)))
            assert columns(find_clusters(texts, wording)) == want
            assert columns(find_clusters(texts, definition)) == columns(find_clusters(folded, definition))


@pytest.mark.parametrize("definition", [Alike(fold_numbers=True), Alike("word", 5, 0.8, 0, 0, 8, True)], ids=str)
def test_an_index_finds_what_differs_in_figures(definition: Alike) -> None:
    index = Index(definition)
    index.add("plan", PLAN)
    index.add("port", PORT)
    assert [match[:2] for match in index.query(OTHER_PORT)] == [("port", 1.0)]
    (match,) = index.query(OTHER_PORT + " It was Friday.")
    assert match.name == "port"
    assert 0.8 < match.jaccard < 1


def test_what_is_known_of_pairs_with_one_is_not_taken_for_the_other() -> None:
    kept: dict[str, bytes] = {}
    texts = [PORT, OTHER_PORT.replace("took in", "received")]
    for fold_numbers in (False, True, True, False):
        definition = Alike(fold_numbers=fold_numbers)
        with recalling(kept.get, kept.__setitem__):
            found = columns(find_clusters(texts, definition))
        assert found == columns(find_clusters(texts, definition))
