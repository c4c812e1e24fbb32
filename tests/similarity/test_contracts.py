"""What the functions of the face refuse, so that nothing is taken for something else without a word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np
import pytest

from newslint.similarity import (
    EncodedTexts,
    Words,
    banded,
    characters,
    collect,
    differences,
    facts_of,
    first_differences,
    normal_form,
    other_facts,
    plain_form,
    sharing,
    shingles,
    words,
)

TEXT: Final = "The ferry paid 5 crowns to Ann."
FORM: Final = b"the ferry\nsails\n"
NUMBERS: Final = np.arange(2)
OF_TEXTS: Final = (normal_form, plain_form, facts_of)
OF_TWO: Final = (differences, lambda one, other: other_facts(one, other, 3))


@pytest.mark.parametrize("make", OF_TEXTS)
def test_texts_of_any_sequence(make: Callable[[Any], Any]) -> None:
    wanted = make([TEXT, "", "Änn"])
    lines = EncodedTexts.lines(f"{TEXT}\n\nÄnn\n".encode())
    for texts in ((TEXT, "", "Änn"), np.array([TEXT, "", "Änn"]), iter([TEXT, "", "Änn"]), lines):
        assert make(texts) == wanted
    assert len(make([])) == 0


@pytest.mark.parametrize("make", OF_TEXTS)
@pytest.mark.parametrize(
    ("texts", "message"),
    [
        pytest.param("abc", "texts must be several strings, not one str", id="one"),
        pytest.param(b"abc", "texts must be several strings, not one bytes", id="bytes"),
        pytest.param({"a", "b"}, "in an order, such as a list or one column, not a set", id="set"),
        pytest.param({"a": "b"}, "in an order, such as a list or one column, not a dict", id="mapping"),
        pytest.param(["a", b"b"], r"texts must be strings, not bytes \(text 1\)", id="bytes-among-them"),
        pytest.param(["a", None], r"texts must be strings, not NoneType \(text 1\)", id="a-missing-one"),
    ],
)
def test_what_is_no_list_of_texts(make: Callable[[Any], Any], texts: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        make(texts)


@pytest.mark.parametrize("make", OF_TEXTS)
def test_what_is_no_utf_8_is_named(make: Callable[[Any], Any]) -> None:
    with pytest.raises(ValueError, match="text 1 is no UTF-8"):
        make(EncodedTexts.lines(b"a\n\xff\n"))


@pytest.mark.parametrize("make", OF_TWO)
@pytest.mark.parametrize("text", [b"It paid 5", None, ["a"]])
def test_what_is_no_text(make: Callable[[Any, Any], Any], text: Any) -> None:
    message = f"^a text is a string, not {type(text).__name__}$"
    with pytest.raises(TypeError, match=message):
        make(text, TEXT)
    with pytest.raises(TypeError, match=message):
        make(TEXT, text)
    with pytest.raises(TypeError, match=message):
        Words(text)


def test_what_is_no_words() -> None:
    with pytest.raises(TypeError, match=r"^what is compared is Words, not str$"):
        first_differences(Words(TEXT), TEXT, 3)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", [TEXT, f"{TEXT} " * 3000])
def test_how_many_differences(text: str) -> None:
    one, other = Words(text), Words("It paid")
    assert [side.words for side in first_differences(one, other, 0)] == [[], []]
    assert first_differences(one, other, 0)[0].total == first_differences(one, other, 100)[0].total > 0
    for ask in (
        lambda: first_differences(one, other, -1),
        lambda: other_facts(text, "It paid", -1),
        lambda: one.beyond(other, -1),
    ):
        with pytest.raises(ValueError, match=r"^most must be 0 or more, not -1$"):
            ask()


@pytest.mark.parametrize("make", [words, characters])
def test_a_form_ends_each_text(make: Callable[[Any], Any]) -> None:
    assert len(make(b"").offsets) == 1
    assert make(FORM).offsets[-1] == len(make(FORM).hashes) == len(make(bytearray(FORM)).hashes)
    with pytest.raises(ValueError, match="ends each text by a line feed"):
        make(FORM[:-1])
    for form in ("the ferry\n", [FORM], None):
        with pytest.raises(TypeError, match=f"a form is bytes, as normal_form makes them, not {type(form).__name__}"):
            make(form)


@pytest.mark.parametrize("rows", [0, -1])
def test_a_band_has_a_row(rows: int) -> None:
    assert len(banded(np.zeros((2, 4), np.uint32), 1, NUMBERS)[0]) == 1
    with pytest.raises(ValueError, match=f"^a band has at least one row, not {rows}$"):
        banded(np.zeros((2, 4), np.uint32), rows, NUMBERS)


@pytest.mark.parametrize("share", [-0.1, 1.5, float("nan")])
def test_a_share_is_one(share: float) -> None:
    sets = shingles(words(FORM), 1)
    assert sharing(sets, NUMBERS, 0)[1] == sharing(sets, NUMBERS, 1)[1]
    with pytest.raises(ValueError, match=f"^a share is a number from 0 to 1, not {share}$"):
        sharing(sets, NUMBERS, share)


@pytest.mark.parametrize(
    ("block", "error", "message"),
    [
        pytest.param(("story", TEXT), ValueError, "no kind of text is called 'story'", id="kind"),
        pytest.param("ab", ValueError, "no kind of text is called 'a'", id="no-block"),
        pytest.param(("paragraph", b"a"), TypeError, "a text is a string, not bytes", id="bytes"),
        pytest.param(("paragraph", None), TypeError, "a text is a string, not NoneType", id="nothing"),
    ],
)
def test_a_block_is_a_kind_and_a_text(block: Any, error: type[Exception], message: str) -> None:
    assert len(collect([("document", TEXT), ("caption", TEXT), ("headline", TEXT)], None)) == 3
    with pytest.raises(error, match=f"^{message}$"):
        collect([("paragraph", TEXT), block], None)
