import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.similarity.trim import trim, trimmable

PIECES = st.sampled_from(
    (
        *("LONDON", "Oslo", ", May 2 ", "(Reuters)", " - ", " \u2014 ", "Rain fell in the north", " today"),
        *("Photo: ", "Getty", " AFP", "\u65b0\u534e\u793e", "\u7535", "x" * 50, "\udcff", *".!:/()[]aA "),
    )
)


@given(st.lists(st.lists(PIECES, max_size=9).map("".join), max_size=6))
def test_no_other_line_would_be_trimmed(texts: list[str]) -> None:
    data = "\n".join([*texts, ""]).encode("utf-8", "surrogatepass")
    asked = trimmable(data)
    assert {number for number, text in enumerate(texts) if trim(text) != text} <= set(asked[:, 0].tolist())
    for number, start, end in asked.tolist():
        assert data[start:end] == texts[number].encode("utf-8", "surrogatepass")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Rain fell in the north. Photo: Ana Diaz/A Picture Agency with a Name.", id="slash-before-the-end"
        ),
        pytest.param("LONDON, May 2 (Reuters) - Prices rose again.", id="dateline"),
        pytest.param("(Reuters) - Prices rose again in May.", id="lower-case-second-letter-or-none"),
        pytest.param("Oslo (Reuters) - Prices rose again in May.", id="bracket-behind-a-small-letter"),
        pytest.param("Rain fell in the north (AFP).", id="bracket-before-the-end"),
        pytest.param("Rain fell in the north \u2014 AFP", id="no-end-of-a-sentence"),
    ],
)
def test_what_would_be_trimmed_is_asked_about(text: str) -> None:
    assert trim(text) != text
    assert len(trimmable(f"{text}\n".encode())) == 1


def test_most_lines_are_not_asked_about() -> None:
    data = b"The mayor spoke (again) on Monday.\nOSLO - Prices rose again in May.\nRain fell, said Reuters\n\n"
    assert trimmable(data)[:, 0].tolist() == [1, 2]
