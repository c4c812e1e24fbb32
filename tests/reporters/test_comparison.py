"""Two reports, finding by finding."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.finding import Finding, Related, Severity
from newslint.reporters.comparison import Comparison, Item, Loaded, compared, item_of
from newslint.reporters.comparison_text import as_json, as_text
from newslint.reporters.json_report import report

from .reports import HOSTILE, finding, place, report_of, written


def loaded(name: str, findings: Sequence[Finding], **summary: Any) -> Loaded:
    """As a JSON report of these findings is read."""
    whole = json.loads(written(report, report_of(findings)))
    return Loaded(name, [item_of(row) for row in whole["findings"]], {**whole["summary"], **summary}, whole["version"])


def numbers(old: Sequence[Finding], new: Sequence[Finding]) -> dict[str, int]:
    made = compared(loaded("old.json", old), loaded("new.json", new))
    found = {"new": len(made.fresh), "gone": len(made.gone), "changed": len(made.changed), "moved": len(made.moved)}
    return {name: number for name, number in {**found, "same": made.same}.items() if number}


def copy(path: str, other: str, similarity: float = 1.0, text: str = "flood") -> Finding:
    related = (Related(place(other), "other copy", "original", similarity),)
    return finding("near-duplicate-paragraph", text, place(path), Severity.WARNING, "duplicate", related=related)


def record(line: int, name: str) -> Finding:
    return finding(location=place(record=line, id=name))


CAPTION, WIDGET = finding(), finding("text-size-widget", "control")

PAIRS = [
    pytest.param([], [], {}, id="nothing"),
    pytest.param([CAPTION, WIDGET], [WIDGET, CAPTION], {"same": 2}, id="another-order"),
    pytest.param([CAPTION], [finding(location=place(line=90))], {"same": 1}, id="another-line"),
    pytest.param([CAPTION], [CAPTION, WIDGET], {"same": 1, "new": 1}, id="new"),
    pytest.param([CAPTION, WIDGET], [CAPTION], {"same": 1, "gone": 1}, id="gone"),
    pytest.param([CAPTION, CAPTION], [CAPTION], {"same": 1, "gone": 1}, id="once-instead-of-twice"),
    pytest.param([CAPTION], [WIDGET], {"new": 1, "gone": 1}, id="another-finding"),
    pytest.param([CAPTION], [finding(location=place("b.txt"))], {"moved": 1}, id="moved"),
    pytest.param([CAPTION], [finding(severity=Severity.INFO)], {"changed": 1}, id="severity"),
    pytest.param([copy("b", "a", 0.8)], [copy("b", "a", 0.9)], {"changed": 1}, id="similarity"),
    pytest.param([copy("b", "a", text="x")], [copy("a", "b", text="y")], {"changed": 1}, id="the-other-is-flagged"),
    pytest.param([copy("a", "a", text="x")], [copy("a", "a", text="y")], {"new": 1, "gone": 1}, id="in-one-document"),
    pytest.param([copy("b", "a", text="x")], [copy("c", "b", text="y")], {"new": 1, "gone": 1}, id="another-pair"),
    pytest.param(
        [finding(location=place(record=1, id="x"))],
        [finding(location=place(record=9, id="x"))],
        {"same": 1},
        id="by-id",
    ),
    pytest.param(
        [finding(location=place(record=1, id="x"))], [finding(location=place(record=1, id="y"))], {"moved": 1}, id="id"
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), PAIRS)
def test_pairs(old: list[Finding], new: list[Finding], expected: dict[str, int]) -> None:
    assert numbers(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "moved"),
    [
        pytest.param({"a": ["x"]}, {"a": ["x"]}, [], id="nothing-moved"),
        pytest.param({"a": ["x"]}, {"b": ["x"]}, ["a:1 b:1"], id="one"),
        pytest.param(
            {"a": ["x", "y"], "b": ["x", "z"]}, {"c": ["x", "z"]}, ["b:1 c:1", "b:2 c:2"], id="most-in-common"
        ),
        pytest.param({"a": ["x"], "b": ["x"]}, {"c": ["x"], "d": ["x"]}, ["a:1 c:1", "b:1 d:1"], id="all-alike"),
        pytest.param({"a": ["x", "y"]}, {"b": ["x"], "c": ["y"]}, ["a:1 b:1", "a:2 c:1"], id="parted"),
    ],
)
def test_what_moved_comes_from_the_document_with_most_in_common(
    old: dict[str, list[str]], new: dict[str, list[str]], moved: list[str]
) -> None:
    reports = [
        [finding(text, text, place(path, line=line)) for path in side for line, text in enumerate(side[path], 1)]
        for side in (old, new)
    ]
    made = compared(loaded("old.json", reports[0]), loaded("new.json", reports[1]))
    found = [f"{one.path}:{one.line} {other.path}:{other.line}" for one, other, _ in made.moved]
    assert sorted(found) == moved


ITEMS = st.builds(
    Item,
    st.sampled_from("rs"),
    st.sampled_from("12"),
    st.sampled_from("ab"),
    st.just(""),
    st.none(),
    st.integers(1, 3),
    st.just(1),
    st.sampled_from(["error", "info"]),
    st.just(""),
    st.just("m"),
    st.sampled_from([None, ("a", ""), ("b", "")]),
    st.none(),
)


@given(st.lists(ITEMS, max_size=8), st.lists(ITEMS, max_size=8))
def test_every_finding_is_told_once(old: list[Item], new: list[Item]) -> None:
    made = compared(Loaded("old", old), Loaded("new", new))
    paired = made.same + len(made.changed) + len(made.moved)
    assert len(made.gone) + paired == len(old)
    assert len(made.fresh) + paired == len(new)
    assert compared(Loaded("old", old), Loaded("new", old)).same == len(old)


def text_of(made: Comparison, max_shown: int = 50) -> str:
    parts: list[str] = []
    as_text(made, parts.append, max_shown)
    return "".join(parts)


def test_text() -> None:
    old = loaded("old.json", [CAPTION, copy("b.txt", "a.txt", 0.8)], documents=10)
    new = loaded("new.json", [WIDGET, WIDGET, copy("b.txt", "a.txt", 0.9)], documents=20)
    assert text_of(compared(old, new)).splitlines() == [
        "old.json: 2 findings in 10 documents",
        "new.json: 3 findings in 20 documents",
        "made with different rules",
        "",
        "  rule                      old  new  change  old per 1,000 documents  new per 1,000 documents",
        "  text-size-widget            0    2      +2                      0.0                    100.0",
        "  repeated-caption            1    0      -1                    100.0                      0.0",
        "  near-duplicate-paragraph    1    1       0                    100.0                     50.0",
        "",
        "New: 2",
        "  articles/harbour.txt:3:1 error[text-size-widget] control",
        "  articles/harbour.txt:3:1 error[text-size-widget] control",
        "",
        "Gone: 1",
        "  articles/harbour.txt:3:1 error[repeated-caption] The caption stands twice",
        "",
        "Changed: 1",
        "  b.txt:3:1 warning[near-duplicate-paragraph] similarity 0.8 → 0.9",
        "",
        "2 new, 1 gone, 1 changed, 0 moved, 0 the same",
    ]


def test_rules_that_are_as_before_are_counted() -> None:
    old, new = loaded("old", [CAPTION, WIDGET]), loaded("new", [CAPTION, WIDGET])
    assert text_of(compared(old, old)).splitlines()[3:] == [
        "2 rules as before",
        "",
        "0 new, 0 gone, 0 changed, 0 moved, 2 the same",
    ]
    more = compared(old, loaded("new", [CAPTION, WIDGET, WIDGET]))
    assert [line for line in text_of(more).splitlines() if "repeated-caption" in line] == []
    assert "1 rule as before" in text_of(more).splitlines()
    assert new.rate("repeated-caption") == old.rate("repeated-caption")


def test_long_lists_are_cut_and_counted() -> None:
    made = compared(loaded("old", []), loaded("new", [finding(location=place(f"{n}.txt")) for n in range(9)]))
    assert "  … and 6 more: --max-shown 0 shows all" in text_of(made, 3).splitlines()
    assert text_of(made, 0).count("[repeated-caption]") == 9


@pytest.mark.parametrize(
    ("changes", "warning"),
    [
        pytest.param({}, [], id="like-with-like"),
        pytest.param({"configuration": "x"}, ["made with different options of rules"], id="options"),
        pytest.param({"rules": ["x"]}, ["made with different rules"], id="rules"),
    ],
)
def test_what_is_not_alike_is_said(changes: dict[str, Any], warning: list[str]) -> None:
    parts: list[str] = []
    as_json(compared(loaded("old", [CAPTION]), loaded("new", [CAPTION], **changes)), parts.append)
    assert json.loads("".join(parts))["warnings"] == warning


def test_json_holds_all() -> None:
    parts: list[str] = []
    made = compared(loaded("old", [CAPTION, copy("b", "a", 0.8)]), loaded("new", [WIDGET, copy("b", "a", 0.9)]))
    as_json(made, parts.append)
    whole = json.loads("".join(parts))
    assert [item["rule"] for item in whole["new_findings"]] == ["text-size-widget"]
    assert [item["rule"] for item in whole["gone_findings"]] == ["repeated-caption"]
    assert whole["changed_findings"][0]["differences"] == ["similarity 0.8 → 0.9"]
    assert whole["rules"]["text-size-widget"] == {
        "old": 0,
        "new": 1,
        "old_per_1000_documents": 0.0,
        "new_per_1000_documents": 333.333,
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_harmless(text: str) -> None:
    made = compared(loaded(text, []), loaded("new", [finding(f"r-{text}", text, place(text, excerpt=text))]))
    shown = text_of(made)
    assert not set(shown) & set("\x00\x07\x1b\x7f\x85\x9b\u2028\u2029\u202e\u200b\ufeff\ud800\udcff\ufffe")
    assert not any(line.lstrip().startswith("::") for line in shown.splitlines())
    parts: list[str] = []
    as_json(made, parts.append)
    assert json.loads("".join(parts).encode())["new_findings"]
