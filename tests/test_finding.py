"""Locating a finding: its lines, its excerpt and what stands around it."""

from __future__ import annotations

import pytest

from newslint.document import Document, DocumentRef, Span
from newslint.finding import CONTEXT_LENGTH, EXCERPT_LENGTH, Location, Severity, locate


def located(text: str, start: int, end: int) -> Location:
    document = Document(DocumentRef("articles/harbour.txt"), text)
    return locate(Location(document.ref, Span(start, end)), document)


@pytest.mark.parametrize(
    ("text", "start", "end", "around"),
    [
        pytest.param("The ferry left.", 4, 9, ("The ", " left."), id="inside a line"),
        pytest.param("One\r\nThe ferry\rTwo", 5, 14, ("", ""), id="a whole line"),
        pytest.param("a\nThe ferry left.\nb", 6, 11, ("The ", " left."), id="not the lines beside it"),
        pytest.param("x" * 90 + "!" + "y" * 90, 90, 91, ("x" * CONTEXT_LENGTH, "y" * CONTEXT_LENGTH), id="a long line"),
        pytest.param("z" * 400, 0, 300, ("", ""), id="nothing after an excerpt that was cut"),
        pytest.param("", 0, 0, ("", ""), id="an empty text"),
    ],
)
def test_context(text: str, start: int, end: int, around: tuple[str, str]) -> None:
    location = located(text, start, end)
    assert (location.before, location.after) == around


def test_an_excerpt_is_the_head_of_the_span() -> None:
    assert located("z" * 400, 10, 300).excerpt == "z" * EXCERPT_LENGTH
    assert located("ab\ncd", 1, 4).excerpt == "b\nc"


def test_lines_and_columns_are_one_based_and_ends_exclusive() -> None:
    location = located("One\r\nThe ferry", 9, 14)
    assert (location.line, location.column, location.end_line, location.end_column) == (2, 5, 2, 10)


def test_severities_have_names() -> None:
    assert Severity.parse("Warning") is Severity.WARNING
    assert str(Severity.ERROR) == "error"
    with pytest.raises(ValueError, match="'loud' is no severity"):
        Severity.parse("loud")
