from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import DocumentRef, Span
from newslint.reading import ReadingOptions, document_of

REF = DocumentRef("a.txt")
OPTIONS = ReadingOptions()


@given(st.text(st.sampled_from("ab é\r\n\u2028\x0b漢"), max_size=30), st.data())
def test_a_rewrite_changes_its_span_only(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    raw = "\ufeff".encode("utf-16-le") + text.encode("utf-16-le")
    document = document_of(REF, raw, OPTIONS)
    assert document.origin
    changed = document.origin.rewrite(document, [(Span(start, end), "new")])
    assert changed == ("\ufeff" + text[:start] + "new" + text[end:]).encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "encoding", "new", "cause"),
    [
        pytest.param(b"caf\xe9 noir", "", "x", "cannot be written back as utf-8 without loss", id="no utf-8"),
        pytest.param(b"caf\xe9 noir", "cp1252", "\u6f22", "cp1252 has no U\\+6F22", id="not in the encoding"),
        pytest.param(b"cafe noir", "", "\ud800", "utf-8 has no U\\+D800", id="half a pair"),
    ],
)
def test_what_cannot_be_written_is_refused(data: bytes, encoding: str, new: str, cause: str) -> None:
    document = document_of(REF, data, ReadingOptions(encoding=encoding))
    assert document.origin
    with pytest.raises(ValueError, match=cause):
        document.origin.rewrite(document, [(Span(0, 1), new)])


def test_the_last_pattern_that_matches_names_the_encoding() -> None:
    options = ReadingOptions(
        encoding="cp1252", encodings=(("*.txt", "cp1251"), ("old/", "cp1256"), ("old/ru/", "koi8-r"))
    )
    paths = ["a.html", "a.txt", "old/a.txt", "old/ru/a.txt"]
    assert [options.encoding_of(path) for path in paths] == ["cp1252", "cp1251", "cp1256", "koi8-r"]
    document = document_of(DocumentRef("old/ru/a.txt"), "Дождь".encode("koi8-r"), options)
    assert document.text == "Дождь"


def test_an_unknown_encoding_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="'latin-99' is no text encoding"):
        ReadingOptions(encodings=(("*", "latin-99"),))


def test_a_guess_is_made_for_bad_bytes_only() -> None:
    good = document_of(REF, "El niño".encode(), OPTIONS)
    bad = document_of(REF, ("La señora Núñez compró un camión en España. " * 9).encode("cp1252"), OPTIONS)
    assert good.origin
    assert bad.origin
    assert good.origin.guess_encoding() is None
    assert bad.origin.guess_encoding() == "cp1252"
