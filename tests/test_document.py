"""Places in documents, and the lines that a deletion takes with it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Document, DocumentRef, Metadata, Position
from newslint.reading.segment import segment

TEXTS = st.text(alphabet=st.sampled_from("ab \u2028\x0b\x85\n\r"), max_size=40)


def document(text: str) -> Document:
    return Document(DocumentRef("a.txt"), text)


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        pytest.param("one\ntwo", 4, Position(2, 1), id="lf"),
        pytest.param("one\r\ntwo", 5, Position(2, 1), id="crlf-is-one-end"),
        pytest.param("one\rtwo", 4, Position(2, 1), id="cr"),
        pytest.param("one\u2028two\x85\x0b", 8, Position(1, 9), id="other-separators-end-no-line"),
        pytest.param("a😀b", 2, Position(1, 3), id="columns-are-code-points"),
        pytest.param("one\n", 4, Position(2, 1), id="after-the-last-end"),
    ],
)
def test_position(text: str, offset: int, expected: Position) -> None:
    assert document(text).position(offset) == expected


@given(TEXTS)
def test_lines_cover_the_text_and_end_at_lf_crlf_and_cr_only(text: str) -> None:
    lines = [text[start:end] for start, end in document(text).lines()]
    assert "".join(lines) == text
    assert len(lines) == len(re.findall(r"\r\n|\n|\r", text)) + 1


@pytest.mark.parametrize(
    ("text", "marked", "left"),
    [
        pytest.param("one\nTWO\nthree\n", "TWO", "one\nthree\n", id="between-lines"),
        pytest.param("one\n\nTWO\n\nthree\n", "TWO", "one\n\nthree\n", id="one-blank-line-goes-with-it"),
        pytest.param("one\n\nTWO\n\n\n\nthree\n", "TWO", "one\n\nthree\n", id="all-blank-lines-behind"),
        pytest.param("one\nTWO\n\nthree\n", "TWO", "one\n\nthree\n", id="blank-line-behind-only-stays"),
        pytest.param("TWO\n\nthree\n", "TWO", "three\n", id="first-line"),
        pytest.param("one\nTWO", "TWO", "one", id="last-line-without-end"),
        pytest.param("one\n\n\nTWO\n", "TWO", "one\n", id="last-line-and-the-blanks-before"),
        pytest.param("one\r\n\r\nTWO\r\nTWO\r\n\r\nthree\r\n", "TWO\r\nTWO", "one\r\n\r\nthree\r\n", id="crlf"),
        pytest.param("one\r\nTWO", "TWO", "one", id="last-line-crlf"),
        pytest.param("  TWO \nthree", "TWO", "three", id="white-space-around"),
    ],
)
def test_whole_lines(text: str, marked: str, left: str) -> None:
    start = text.index(marked)
    span = document(text).whole_lines(start, start + len(marked))
    assert text[: span.start] + text[span.end :] == left


MARKED = (
    "The ferry left the quay.\n\nIt rained for two days in the hills.\n\nA choir sang on the bridge at noon.\n\nPrint\n"
)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        pytest.param(MARKED, True, id="the-same"),
        pytest.param(MARKED.replace("Print", "Share this"), True, id="a-short-block-changed"),
        pytest.param("\n\n".join(reversed(MARKED.split("\n\n"))), True, id="paragraphs-moved"),
        pytest.param(MARKED.replace("The ferry", "the  ferry"), True, id="compared-as-lines-are"),
        pytest.param(MARKED.replace("ferry", "boat"), False, id="one-of-the-longest-changed"),
        pytest.param(
            MARKED.replace("The ferry left the quay.", "Snow fell on the pass."), False, id="two-are-the-same"
        ),
        pytest.param("", False, id="no-text"),
        pytest.param(" \n\udcff\u00a0", False, id="blank"),
    ],
)
def test_marks(text: str, same: bool) -> None:
    marks = [Document(DocumentRef("a.txt"), item, segment(item)).mark for item in (MARKED, text)]
    assert (marks[0] == marks[1]) is same
    assert all(marks)


@pytest.mark.parametrize("text", ["", " ", "\n", "\u00a0\n"])
def test_marks_of_blank_texts_are_those_of_all_their_characters(text: str) -> None:
    def mark(text: str) -> str:
        return Document(DocumentRef("a.txt"), text, segment(text)).mark

    assert mark(text) == mark(text) != mark(f"{text} ")
    assert Document(DocumentRef("a.jsonl", 1), text).mark == ""
    assert Document(DocumentRef("a.jsonl", 1), text, metadata=Metadata(id="7")).mark == mark(text)
