"""Lines as conditions ask for them: labels, where they are, and what their beginnings alone tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.labels import SHORT_BLOCK, Label, label, line_index, lines_by_heads, lines_of
from newslint.text import fold, folded_alone, rare_characters

LABELS = [
    pytest.param("read more", Label("read more", "read", "read more"), id="as it is"),
    pytest.param("> read more ...", Label("read more", "read", "read more"), id="arrow and dots"),
    pytest.param("[read more]:", Label("read more", "read", "read more"), id="brackets and colon"),
    pytest.param('weiterlesen "', Label("weiterlesen", "weiterlesen", ""), id="half a pair of quotes"),
    pytest.param('" previous 1 2 next "', Label("previous 1 2 next", "previous", "previous 1"), id="quotes as arrows"),
    pytest.param('"read more"', Label('"read more"', "read", "read more"), id="a quotation"),
    pytest.param("tags: ferry, quay", Label("tags: ferry, quay", "tags", "tags ferry"), id="signs between words"),
    pytest.param("1.2k shares", Label("1.2k shares", "0", "0 shares"), id="figure"),
    pytest.param("相关阅读:渡轮", Label("相关阅读:渡轮", "相关", ""), id="no blanks between words"),
    pytest.param("share.", Label("share.", "share", ""), id="a full stop stays"),
    pytest.param("---", Label("", "", ""), id="nothing but signs"),
]


@pytest.mark.parametrize(("key", "expected"), LABELS)
def test_labels_are_lines_without_the_signs_around_them(key: str, expected: Label) -> None:
    assert label(key) == expected


@given(st.text())
def test_a_label_is_part_of_its_line(text: str) -> None:
    assert label(fold(text)).text in fold(text)


@given(st.lists(st.text(alphabet="ab1 -:中\u200b", max_size=9), max_size=6), st.sets(st.integers(0, 5)))
def test_the_index_of_lines_leads_back_to_each(lines: list[str], long: set[int]) -> None:
    keys = [fold(line) for line in lines]
    labels = [None if number in long else label(key) for number, key in enumerate(keys)]
    short = [(number, key, own) for number, (key, own) in enumerate(zip(keys, labels, strict=True)) if own]
    index = line_index(short, [number for number, own in enumerate(labels) if own is None])
    for number, (key, own) in enumerate(zip(keys, labels, strict=True)):
        if own is None:
            assert number in index.others
            continue
        assert number in index.texts[own.text]
        assert number in (index.texts if key == own.text else index.keys)[key]
        assert number in index.openings[own.word]
        assert number in index.openings[own.words]
    assert sum(map(len, index.texts.values())) + len(index.others) == len(keys)
    assert index.short.split("\n") == ([key for key, own in zip(keys, labels, strict=True) if own] or [""])


PIECES = [
    *"aZ1 .-[`\n\tÉßıİ’–£€ª，…\u00a0\u00ad\u0301\u0307中\u3000",
    "  ",
    "the council ",
    "The ferry sails at noon. " * 7,
]
LONG = ["x" * SHORT_BLOCK, "x    " * 40, "é   " * 90, "渡轮，周二" * 81, "i\u0307" * 201, "، العبارة " * 45]
LINES = st.lists(st.sampled_from([*PIECES, *LONG]), min_size=1, max_size=6)


@given(st.lists(LINES.map("".join).map(str.strip).filter(bool), max_size=5))
def test_beginnings_tell_what_whole_lines_tell(texts: list[str]) -> None:
    told = lines_by_heads(texts, rare_characters("\n".join(texts)))
    assert told in (None, lines_of([fold(text) for text in texts]))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The ferry sails at noon.", id="plain"),
        pytest.param("It’s “Léa” – for £5 [sic] and 7 €", id="western-signs"),
        pytest.param("The ferry sails.  It is late." + " The ferry sails." * 30, id="doubled-blanks-in-a-long-line"),
    ],
)
def test_most_lines_are_told_so(text: str) -> None:
    assert lines_by_heads([text], rare_characters(text)) is not None


@pytest.mark.parametrize("sign", ["`", "\t", "ª", "½", "…", "\u0301", "ﬁ", "가", "ᄀ"])
def test_no_sign_that_its_neighbours_change_folds_alone(sign: str) -> None:
    assert sign not in folded_alone()
