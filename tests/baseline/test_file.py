"""The file of a baseline: what is written is read back, and what cannot be used says why."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.baseline import Baseline, BaselineError, Entry, Held, Site, dump, load
from newslint.reporters.escaping import json_line

PRINT = "0123456789abcdef0123"


def text_of(baseline: Baseline) -> str:
    return "".join(dump(baseline, json_line))


def baseline_of(*entries: tuple[str, str, str, str, int]) -> Baseline:
    """Entries of path, id, rule, fingerprint and count; each document has a mark."""
    made = Baseline()
    for path, record, rule, fingerprint, number in entries:
        made.add(Entry(Site(path, record), fingerprint, Held(rule, number)), {"beef0000beef0000"})
    return made


WRITTEN = """\
{"format": "newslint-baseline", "version": 1, "documents": [
{"path": "a.txt", "mark": "beef0000beef0000"},
{"path": "feed.jsonl", "id": "00123", "mark": "beef0000beef0000"}
], "entries": [
{"path": "a.txt", "rule": "read-more", "fingerprint": "0b00000000", "count": 1},
{"path": "a.txt", "rule": "share-bar", "fingerprint": "0a00000000", "count": 2},
{"path": "feed.jsonl", "id": "00123", "rule": "share-bar", "fingerprint": "0a00000000", "count": 1}
]}
"""


def test_one_entry_a_line_sorted_by_document_and_rule() -> None:
    made = baseline_of(
        ("feed.jsonl", "00123", "share-bar", "0a00000000", 1),
        ("a.txt", "", "share-bar", "0a00000000", 2),
        ("a.txt", "", "read-more", "0b00000000", 1),
    )
    assert text_of(made) == WRITTEN


def test_an_empty_baseline() -> None:
    text = text_of(Baseline())
    assert text == '{"format": "newslint-baseline", "version": 1, "documents": [], "entries": []}\n'
    assert load(text.encode(), "b.json") == Baseline()


NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
ENTRIES = st.tuples(
    NAMES,
    st.one_of(st.just(""), NAMES),
    st.sampled_from(["share-bar", "read-more"]),
    st.integers(0, 1 << 80).map(lambda n: f"{n:020x}") | st.integers(0, 1 << 32).map(lambda n: f"{n:08x}-1a2b3c4d"),
    st.integers(1, 9),
)


@given(st.lists(ENTRIES, max_size=8, unique_by=lambda entry: (entry[0], entry[1], entry[3])))
def test_what_is_written_is_read_back(entries: list[tuple[str, str, str, str, int]]) -> None:
    made = baseline_of(*entries)
    text = text_of(made)
    assert load(text.encode(), "b.json") == made
    assert text_of(load(text.encode(), "b.json")) == text
    assert len(text.splitlines()) == len(text.split("\n")) - 1, "hostile names break no line"


def test_another_layout_and_order_are_read_all_the_same() -> None:
    whole = json.loads(WRITTEN)
    whole["entries"].reverse()
    assert load(json.dumps(whole, indent=4).encode(), "b.json") == load(WRITTEN.encode(), "b.json")


def changed(**changes: Any) -> bytes:
    """The file with other values in its first entry, or (in capitals) in the whole of it."""
    whole = json.loads(WRITTEN)
    for key, value in changes.items():
        target = whole if key.isupper() else whole["entries"][0]
        if value is None:
            del target[key.lower()]
        else:
            target[key.lower()] = value
    return json.dumps(whole).encode()


MERGE = WRITTEN.replace('], "entries"', '<<<<<<< HEAD\n=======\n>>>>>>> feature\n], "entries"')
DEEP = b'{"format": ' + b"[" * 100_000
LONG = WRITTEN.replace('"version": 1', f'"version": {"9" * 5000}')

DAMAGES = [
    pytest.param(b"", "b.json:1: is damaged: Expecting value", id="empty"),
    pytest.param(b"\xff\xfe{", "b.json: is damaged: no UTF-8 at byte 1", id="no-utf-8"),
    pytest.param(WRITTEN[:150].encode(), "b.json:3: is damaged:", id="cut"),
    pytest.param(MERGE.encode(), "b.json:4: holds the marks of a merge that is not finished", id="merge"),
    pytest.param(DEEP, "b.json: is damaged: too deep", id="deep"),
    pytest.param(LONG.encode(), "b.json: is damaged: too deep, or with endless numbers", id="long-number"),
    pytest.param(b"[]", "b.json: is no baseline of newslint", id="a-list"),
    pytest.param(b'{"results": {}}', "b.json: is no baseline of newslint", id="another-tool"),
    pytest.param(changed(VERSION=2), "b.json: is of version 2, this newslint reads version 1", id="version"),
    pytest.param(changed(VERSION=None), "b.json: is of version null,", id="no-version"),
    pytest.param(changed(VERSION="x" * 99), 'is of version "xxxxxxxxxxxxxxxxxxx,', id="long-version"),
    pytest.param(changed(NOTE="ours"), "b.json: nobody knows the key 'note'", id="key"),
    pytest.param(changed(ENTRIES={}), 'b.json: "entries" must be a list', id="no-list"),
    pytest.param(changed(DOCUMENTS=None), 'b.json: "documents" must be a list', id="no-documents"),
    pytest.param(changed(ENTRIES=[[]]), "b.json: entries, number 1: must be an object", id="no-object"),
    pytest.param(changed(path=7), 'entries, number 1: "path" must be a text', id="path"),
    pytest.param(changed(path=""), '"path" must be a text, and not empty', id="empty-path"),
    pytest.param(changed(id=""), '"id" must be a text, and not empty', id="empty-id"),
    pytest.param(changed(rule=None), '"rule" must be a text', id="no-rule"),
    pytest.param(changed(fingerprint="share"), '"fingerprint" must be hexadecimal digits', id="fingerprint"),
    pytest.param(changed(count=0), '"count" must be a whole number, 1 or more', id="zero"),
    pytest.param(changed(count=True), '"count" must be a whole number', id="true"),
    pytest.param(changed(count=1.5), '"count" must be a whole number', id="half"),
    pytest.param(changed(line=7), "entries, number 1: nobody knows the key 'line'", id="line"),
    pytest.param(changed(fingerprint="0a00000000"), "number 2: the same finding is listed twice", id="twice"),
    pytest.param(WRITTEN.replace('"count": 2', '"count": 2, "count": 3').encode(), "'count' stands twice", id="keys"),
    pytest.param(changed(DOCUMENTS=[{"path": "a.txt", "mark": "x"}]), 'documents, number 1: "mark" must', id="mark"),
]


@pytest.mark.parametrize(("data", "message"), DAMAGES)
def test_damage_is_named(data: bytes, message: str) -> None:
    with pytest.raises(BaselineError) as caught:
        load(data, "b.json")
    assert message in str(caught.value)
    assert len(str(caught.value)) < 200
