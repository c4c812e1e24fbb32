"""Diffs: the lines that change, with three lines around them; a patch that can be applied."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Document, DocumentRef, Edit, Span
from newslint.fixing import apply_edits, disjoint_edits
from newslint.fixing.changes import unified

from .edits_of import fix

LINES = "".join(f"{number}\n" for number in range(1, 21))


def diff(text: str, *edits: Edit, record: int | None = None) -> list[str]:
    return list(unified(Document(DocumentRef("a.txt", record), text), edits))


def line(number: int) -> Span:
    start = LINES.index(f"{number}\n")
    return Span(start, start + len(f"{number}\n"))


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        pytest.param(
            [Edit(line(5), "five\n")],
            ["@@ -2,7 +2,7 @@", " 2", " 3", " 4", "-5", "+five", " 6", " 7", " 8"],
            id="replaced",
        ),
        pytest.param([Edit(line(1))], ["@@ -1,4 +1,3 @@", "-1", " 2", " 3", " 4"], id="first-line-deleted"),
        pytest.param([Edit(line(20))], ["@@ -17,4 +17,3 @@", " 17", " 18", " 19", "-20"], id="last-line-deleted"),
        pytest.param(
            [Edit(Span(len(LINES), len(LINES)), "21\n")],
            ["@@ -18,3 +18,4 @@", " 18", " 19", " 20", "+21"],
            id="line-added",
        ),
        pytest.param([Edit(Span(1, 2))], ["@@ -1,5 +1,4 @@", "-1", "-2", "+12", " 3", " 4", " 5"], id="lines-joined"),
        pytest.param(
            [Edit(line(3)), Edit(line(4))],
            ["@@ -1,7 +1,5 @@", " 1", " 2", "-3", "-4", " 5", " 6", " 7"],
            id="neighbours",
        ),
        pytest.param(
            [Edit(line(1)), Edit(line(19), "nineteen\n")],
            [
                *["@@ -1,4 +1,3 @@", "-1", " 2", " 3", " 4"],
                *["@@ -16,5 +15,5 @@", " 16", " 17", " 18", "-19", "+nineteen", " 20"],
            ],
            id="two-hunks",
        ),
    ],
)
def test_hunks(edits: list[Edit], expected: list[str]) -> None:
    assert diff(LINES, *edits) == ["--- a.txt\n", "+++ a.txt\n", *(f"{text}\n" for text in expected)]


def test_a_missing_line_end_is_told() -> None:
    assert diff("Rain", Edit(Span(4, 4), "\n"))[2:] == [
        "@@ -1 +1 @@\n",
        "-Rain",
        "\\ No newline at end of file\n",
        "+Rain\n",
    ]


def test_all_lines_can_go() -> None:
    assert diff("TT\n20\n", Edit(Span(0, 6)))[2:] == ["@@ -1,2 +0,0 @@\n", "-TT\n", "-20\n"]


def test_a_record_is_named_by_its_line() -> None:
    assert diff("a\n", Edit(Span(0, 1), "b"), record=12)[:2] == ["--- a.txt:12\n", "+++ a.txt:12\n"]


def test_other_line_ends_stay() -> None:
    assert diff("a \r\nb\rc", Edit(Span(1, 2)))[3:] == [
        "-a \r\n",
        "+a\r\n",
        " b\r",
        " c",
        "\\ No newline at end of file\n",
    ]


def patched(text: str, lines: list[str]) -> str:
    """The text that a diff makes, applied as patch(1) does it."""
    old = text.splitlines(keepends=True)
    new: list[str] = []
    position = 0
    for content in lines[2:]:
        if content.startswith("@@"):
            start, _, count = content.split()[1].removeprefix("-").partition(",")
            begin = int(start) - (count != "0")
            new += old[position:begin]
            position = begin
        elif content[0] in " -":
            assert old[position] == content[1:]
            position += 1
            new += [content[1:]] * (content[0] == " ")
        elif content[0] == "+":
            new.append(content[1:])
    return "".join(new + old[position:])


PLACES = st.tuples(st.integers(0, 60), st.integers(0, 3))


@given(
    st.text(st.sampled_from("ab\n"), max_size=60),
    st.lists(st.tuples(PLACES, st.sampled_from(["", "c", "\n", "d\n"])), max_size=5),
)
def test_a_diff_makes_what_the_edits_make(text: str, drawn: list[tuple[tuple[int, int], str]]) -> None:
    spans = [(Span(min(start, len(text)), min(start + size, len(text))), new) for (start, size), new in drawn]
    edits = disjoint_edits(fix(Edit(span, new)) for span, new in spans)
    lines = list(unified(Document(DocumentRef("a.txt"), text), edits))
    assert patched(text, lines) == apply_edits(text, edits)
