"""Rows of the table: what is one row, and what fits a width."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.finding import Finding, Related, Severity
from newslint.reporters.display import display_width
from newslint.reporters.rows import GAP, Row, groups, layout, lines, rows

from .reports import CAPTION, everyday, finding, place


def blank(path: str, line: int, message: str = "Trailing blank") -> Finding:
    return finding("trailing-whitespace", message, place(path, line, 9, " "), Severity.WARNING)


def places(findings: list[Finding], limit: int = 0) -> list[str]:
    return [group.place() for group in groups(findings, limit)]


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        pytest.param([blank("a", 1), blank("b", 1)], ["a:1:9", "b:1:9"], id="two documents are two rows"),
        pytest.param([blank("a", 1), blank("a", 2, "Tab")], ["a:1:9", "a:2:9"], id="two messages are two rows"),
        pytest.param([blank("a", n) for n in (1, 2, 3)], ["a:1:9, 2:9, 3:9"], id="a few places are all named"),
        pytest.param([blank("a", n) for n in range(1, 18)], ["a:1:9, 2:9, … (17)"], id="many are counted"),
        pytest.param(
            [blank("a", 1), blank("a", 2, "Tab"), blank("a", 3)], ["a:1:9, 3:9", "a:2:9"], id="in order of the first"
        ),
        pytest.param(
            [
                finding(location=place("a", 4), related=(Related(place("a", 1)),)),
                finding(location=place("a", 9), related=(Related(place("a", 6)),)),
            ],
            ["a:4:1", "a:9:1"],
            id="copies of different originals are two rows",
        ),
        pytest.param(
            [finding(location=place("a", 2, record=n)) for n in (1, 2)],
            ["a:1:2:1", "a:2:2:1"],
            id="records are documents",
        ),
    ],
)  # fmt: skip
def test_groups(findings: list[Finding], expected: list[str]) -> None:
    assert places(findings) == expected


def test_a_limit_ends_the_reading_of_the_stream() -> None:
    def endless() -> Iterator[Finding]:
        for number in range(1000):
            assert number < 4, "read on for no reason"
            yield blank(f"{number}.txt", 1)

    assert [group.place() for group in groups(endless(), 3)] == ["0.txt:1:9", "1.txt:1:9", "2.txt:1:9"]


def test_rows_beyond_the_limit_do_not_swallow_places_of_shown_rows() -> None:
    found = [blank("a", 1), blank("a", 2, "Tab"), blank("a", 3)]
    assert [(group.place(), group.count) for group in groups(found, 1)] == [("a:1:9, 3:9", 2)]


def test_one_document_with_very_many_messages_stays_in_order() -> None:
    found = [blank("a", number, f"message {number}") for number in range(1, 10_102)]
    assert [group.first for group in groups(found, 0)] == found


def made(findings: list[Finding]) -> list[Row]:
    return list(rows(findings, 0))


def test_four_columns_where_there_is_room() -> None:
    assert layout(made(list(everyday().findings)), 160).headers == ("place", "rule", "message", "other copy")


def test_no_column_for_copies_where_there_are_none() -> None:
    assert layout(made([finding()]), 160).headers == ("place", "rule", "message")


def test_two_lines_a_row_where_there_is_little() -> None:
    found = made([finding(location=place(excerpt=CAPTION), related=(Related(place(line=2), "first copy"),))])
    widths = layout(found, 72)
    assert widths.stacked
    assert [line.cells for line in lines(found[0], widths)] == [
        ["articles/harbour.txt:3:1", "The caption stands twice: “A ferry leaves t…”"],
        ["  error[repeated-caption]", "also at 2:1 (first copy)"],
    ]


@pytest.mark.parametrize("width", [72, 120, 160])
@pytest.mark.parametrize("copy", [(), (Related(place("articles/later/quay.txt"), "first copy"),)])
def test_a_long_message_goes_on_below(width: int, copy: tuple[Related, ...]) -> None:
    said = "paragraph stands nearly the same in another document; " + "here: the northern quay, there: the quay; " * 5
    row = made([finding(message=said.strip(), location=place(excerpt=CAPTION), related=copy)])[0]
    widths = layout([row], width)
    column = 1 if widths.stacked else 2
    shown = lines(row, widths)
    text = " ".join(line.cells[column] for line in shown)
    assert said.strip() in text
    assert [line.above for line in shown[1:]] == [""] * (len(shown) - 1)
    assert sum(row.rule in line.cells[column - 1] for line in shown) == 1


@given(st.text("a: #[", min_size=30, max_size=200))
def test_no_line_of_a_long_message_is_a_command_to_a_runner(message: str) -> None:
    row = made([finding(message=message)])[0]
    cells = [cell for line in lines(row, layout([row], 80)) for cell in line.cells]
    assert not [cell for cell in cells if cell.lstrip().startswith("::") or "##[" in cell]


@pytest.mark.parametrize("width", [40, 72, 80, 160])
def test_a_long_place_is_whole_and_widens_no_column(width: int) -> None:
    found = made([finding(), finding(location=place("deep/" * 40 + "a.txt"))])
    widths = layout(found, width)
    assert sum(widths.widths) + GAP * (len(widths.widths) - 1) <= max(width, 60)
    assert lines(found[1], widths)[0].above == "deep/" * 40 + "a.txt:3:1"


@given(
    st.lists(
        st.tuples(st.text(max_size=60), st.text(max_size=90), st.text(max_size=90), st.text(max_size=60)),
        min_size=1,
        max_size=4,
    ),
    st.integers(80, 200),
)
def test_every_cell_fits_its_column_and_every_table_its_width(texts: list[tuple[str, ...]], width: int) -> None:
    found = made(
        [
            finding(message=message, location=place(path, excerpt=excerpt), related=(Related(place(copy)),))
            for path, message, excerpt, copy in texts
        ]
    )
    widths = layout(found, width)
    assert sum(widths.widths) + GAP * (len(widths.widths) - 1) <= width
    for row in found:
        for line in lines(row, widths):
            assert all(display_width(cell) <= room for cell, room in zip(line.cells, widths.widths, strict=True))


def test_a_huge_message_costs_nothing() -> None:
    row = made([finding(message="x" * 10_000_000, location=place(excerpt="y"))])[0]
    assert len(row.message) <= 1000
