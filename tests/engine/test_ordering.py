"""Which copy is the original: the first by path, day or length, whatever order the documents come in."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Canonical, Document, DocumentRef, Finding, Metadata, Rule
from newslint.engine import RunOptions, check_documents, run
from newslint.engine.ordering import ordered
from newslint.engine.remembering import Memory
from newslint.engine.stream import pack
from newslint.packs import load_rules
from newslint.reading import DiscoveryOptions, discover
from newslint.reading.segment import segment
from newslint.similarity import collect
from newslint.store import open_store

FERRY = (
    "The ferry operator Nordlin said on Tuesday it would cut 140 jobs in Brevik and close its oldest yard by October, "
    "after orders for new ships fell for a third year in a row."
)
TRIMMED = FERRY.replace(", after orders for new ships fell for a third year in a row", "")
LONGER = FERRY.replace("in a row.", "in a row, and that the yard in Lund East would stay open.")
OTHER = (
    "Apple growers in the valley of Tealmouth expect 12 per cent less fruit than last year, the union of growers said."
)
WIRE = {
    "a.txt": (TRIMMED, "2024-03-05"),
    "b.txt": (FERRY, ""),
    "c.txt": (LONGER, "2024-03-04T09:00:00Z"),
    "d.txt": (FERRY, "4 March 2024"),
}
NAMES = (
    "near-duplicate-caption",
    "near-duplicate-paragraph",
    "recurring-paragraph",
    "template-paragraph",
    "duplicate-document",
    "superset-document",
)


def rules(canonical: str, names: Sequence[str] = NAMES) -> list[Rule]:
    known = load_rules()
    return [replace(known[name], canonical=canonical) for name in names]  # type: ignore[call-arg]


def document(path: str, text: str, date: str = "") -> Document:
    return Document(DocumentRef(path), text, segment(text), Metadata(date=date))


def wire(order: Sequence[str] = tuple(WIRE)) -> list[Document]:
    """The four versions of one paragraph, each before a paragraph of its own."""
    return [document(path, f"{WIRE[path][0]}\n", WIRE[path][1]) for path in order]


def pointed(found: Sequence[Finding]) -> dict[str, str]:
    return {finding.location.ref.path: finding.related[0].location.ref.path for finding in found}


@pytest.mark.parametrize(
    ("canonical", "original"),
    [
        pytest.param("path", "a.txt", id="the-first-path"),
        pytest.param("date", "c.txt", id="the-earliest-day-then-the-first-path"),
        pytest.param("longest", "c.txt", id="the-longest"),
    ],
)
def test_every_copy_but_the_canonical_one_is_a_finding_and_points_at_it(canonical: Canonical, original: str) -> None:
    found = list(check_documents(wire(), rules(canonical, ["near-duplicate-paragraph"])))
    assert pointed(found) == {path: original for path in WIRE if path != original}


def test_undated_copies_come_last_and_among_themselves_by_path() -> None:
    documents = [document("a.txt", FERRY), document("b.txt", FERRY), document("c.txt", FERRY, "2031-01-01")]
    found = list(check_documents(documents, rules("date", ["near-duplicate-paragraph"])))
    assert pointed(found) == {"a.txt": "c.txt", "b.txt": "c.txt"}
    found = list(check_documents(documents[:2], rules("date", ["near-duplicate-paragraph"])))
    assert pointed(found) == {"b.txt": "a.txt"}


def test_whole_documents_follow_it_too() -> None:
    documents = [document("a.txt", FERRY, "2024-03-05"), document("b.txt", FERRY, "2024-03-04")]
    assert pointed(list(check_documents(documents, rules("date", ["duplicate-document"])))) == {"a.txt": "b.txt"}


def test_a_copy_has_the_same_fingerprint_as_finding_and_as_original() -> None:
    by_place: dict[str, set[str]] = {}
    for canonical in get_args(Canonical):
        for finding in check_documents(wire(), rules(canonical, ["near-duplicate-paragraph"])):
            by_place.setdefault(finding.location.ref.path, set()).add(finding.fingerprint)
            for related in finding.related:
                by_place.setdefault(related.location.ref.path, set()).add(related.fingerprint)
    assert by_place.keys() == WIRE.keys()
    assert all(len(fingerprints) == 1 for fingerprints in by_place.values())


@given(st.data())
def test_the_order_is_total_and_the_blocks_stay_whole(data: st.DataObject) -> None:
    texts = data.draw(st.lists(st.sampled_from([FERRY, TRIMMED, LONGER, OTHER]), max_size=8))
    days = [data.draw(st.integers(-1, 3)) for _ in texts]
    canonical = data.draw(st.sampled_from(get_args(Canonical)))
    count = len(texts)
    ends = [len(text) for text in texts]
    columns = [array("q", values) for values in (range(count), [5] * count, [0] * count, ends)]
    keys, (records, kinds, _, lengths) = ordered(
        canonical, days, collect([("paragraph", text) for text in texts], None), columns
    )
    assert sorted(records) == list(range(count))
    assert [keys.block(number) for number in range(count)] == [texts[record] for record in records]
    assert (list(kinds), list(lengths)) == ([5] * count, [len(texts[record]) for record in records])
    sought = {
        "path": list(range(count)),
        "date": sorted(range(count), key=lambda number: (days[number] < 0, days[number], number)),
        "longest": sorted(range(count), key=lambda number: (-len(texts[number]), number)),
    }
    assert list(records) == sought[canonical]


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for folder, order in (("one", "abcd"), ("two", "dcba")):
        Path(folder).mkdir()
        for number, name in enumerate(order):
            text, date = WIRE[f"{name}.txt"]
            record = {"id": name, "text": f"{text}\n\n{OTHER}", "date": date}
            Path(folder, f"{number}.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    return tmp_path


def packed(paths: Sequence[str], canonical: str, folder: str = "", **options: Any) -> list[str]:
    wanted = RunOptions(tuple(rules(canonical)), **options)
    discovery = discover(paths, DiscoveryOptions())
    if not folder:
        return [json.dumps(pack(finding)) for finding in run(discovery, wanted).findings]
    store, remark = open_store(folder, {"newslint": "1"})
    assert store is not None, remark
    with store:
        return [json.dumps(pack(item)) for item in run(discovery, wanted, memory=Memory(store, "", wanted)).findings]


@pytest.mark.usefixtures("corpus")
@pytest.mark.parametrize("canonical", get_args(Canonical))
def test_the_report_does_not_depend_on_the_order_of_paths_nor_on_workers(canonical: str) -> None:
    wanted = packed(["one", "two"], canonical)
    assert wanted
    assert packed(["two", "one"], canonical) == wanted
    assert packed(["two/3.jsonl", "one", "two"], canonical, jobs=2) == wanted


@pytest.mark.usefixtures("corpus")
def test_what_is_remembered_serves_every_order() -> None:
    for canonical in (*get_args(Canonical), "path"):
        assert packed(["one", "two"], canonical, "cache") == packed(["one", "two"], canonical), canonical
