"""What several fixes delete side by side takes the blank lines along that one fix of all these lines would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Document, DocumentRef, Edit, Safety, Span, delete_lines
from newslint.fixing import apply_edits, with_gaps_closed
from newslint.reading.segment import segment

BAR = "Share this article", "Print", "Subscribe"


def fixed(text: str) -> str:
    """The text without the lines of `BAR`, each deleted by a fix of its own."""
    document = Document(DocumentRef("a.txt"), text, segment(text))
    blocks = [block for block in document.blocks if block.text in BAR]
    edits = [delete_lines(document, *block.span, "delete", Safety.SAFE).edits[0] for block in blocks]
    return apply_edits(text, with_gaps_closed(document, edits))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Rain.\nPrint\nSubscribe\nSun.\n", "Rain.\nSun.\n", id="no blank lines"),
        pytest.param("Rain.\n\nPrint\nSubscribe\nSun.\n", "Rain.\n\nSun.\n", id="one above"),
        pytest.param("Rain.\nPrint\nSubscribe\n\nSun.\n", "Rain.\n\nSun.\n", id="one below"),
        pytest.param("Rain.\n\nPrint\n\nSun.\n", "Rain.\n\nSun.\n", id="one line between two"),
        pytest.param("Rain.\n\nPrint\nSubscribe\n\nSun.\n", "Rain.\n\nSun.\n", id="two lines between two"),
        pytest.param("Rain.\r\n\r\nPrint\r\nSubscribe\r\n\r\nSun.\r\n", "Rain.\r\n\r\nSun.\r\n", id="of Windows"),
        pytest.param("Print\nSubscribe\n\nSun.\n", "Sun.\n", id="at the beginning"),
        pytest.param("Rain.\n\nPrint\nSubscribe\n", "Rain.\n", id="at the end"),
        pytest.param("Print\nSubscribe\n", "", id="nothing else"),
        pytest.param(
            "Rain.\n\nPrint\nSubscribe\n\nSun.\n\nPrint\nShare this article\n\nWind.\n",
            "Rain.\n\nSun.\n\nWind.\n",
            id="two bars",
        ),
    ],
)
def test_a_bar_leaves_no_hole(text: str, expected: str) -> None:
    assert fixed(text) == expected


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        pytest.param("Rain  and sun.\n\nWind.\n", [(0, 5), (5, 6)], id="parts of a line"),
        pytest.param("Rain.\n\u200b\u00a0\nSun.\n", [(6, 7), (7, 8)], id="what nobody sees, between two paragraphs"),
        pytest.param("Rain.\nPrint\n \nSun.\n", [(6, 12), (12, 13)], id="a line, and the blank one behind it"),
    ],
)
def test_other_edits_side_by_side_stay_as_they_are(text: str, spans: list[tuple[int, int]]) -> None:
    edits = [Edit(Span(*span)) for span in spans]
    assert with_gaps_closed(Document(DocumentRef("a.txt"), text, segment(text)), edits) == edits


@given(st.lists(st.sampled_from([*BAR, "", "Rain.", "The sun shone on the quay all day."]), max_size=12))
def test_what_is_not_deleted_stays(lines: list[str]) -> None:
    told = [line for line in lines if line and line not in BAR]
    text = "".join(f"{line}\n" for line in lines)
    left = fixed(text)
    assert [line for line in left.split("\n") if line] == told
    assert left.count("\n\n\n") <= text.count("\n\n\n")
