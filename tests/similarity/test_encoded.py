"""Texts that lie as UTF-8 in a buffer: they count as the strings that they are."""

from __future__ import annotations

import mmap
import pickle
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newslint.rule import Alike
from newslint.similarity import BlockKeys, EncodedTexts, find_clusters, normal_form, plain_form, signatures
from newslint.similarity.block_keys import take
from newslint.similarity.compiled import Kernel, load
from newslint.similarity.encoded import parts_of
from newslint.similarity.keys import collect_texts

STORY = "Ferries between Brevik and Larkhamn stay in harbour on Monday, the company said, as a storm nears the coast."
TEXTS = [
    STORY,
    "",
    STORY.replace("Monday", "Tuesday"),
    "LONDON, May 2 (Reuters) - " + STORY,
    "أعلنت شركة العبارات يوم الإثنين أن سفنها الثلاث تبقى في ميناء بريفيك حتى تهدأ العاصفة على الساحل.",
    "渡轮公司周一表示,由于风暴逼近海岸,三艘渡轮将留在港口。",
    "Die Fähren von Brévik — drei „große“ und eine kleine 😀 — bleiben bis Dienstag im Hafen, heißt es.",
]
CHARS = Alike()
WORDS = Alike("word", 5, 0.8, 0.0, 0.0, 1)
FOLDED = Alike(fold_numbers=True)
PIECES = st.lists(st.sampled_from([*TEXTS[2:], "é", "\r", "\x0b", "\u2028", "\x00", "\ud800", " "]), max_size=4)


class Way(NamedTuple):
    """With the kernel, or without."""

    kernel: Kernel | None


@pytest.fixture(params=["kernel", "numpy"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, library: Path) -> Way:
    chosen = load(library) if request.param == "kernel" else None
    for module in ("encoded", "trim", "shingling", "signing", "equality", "block_words", "verify"):
        monkeypatch.setattr(f"newslint.similarity.{module}.kernel", lambda: chosen)
    return Way(chosen)


def same(one: BlockKeys, other: BlockKeys) -> bool:
    arrays = ("text_offsets", "kinds", "words", "figures", "digests", "signatures")
    return bytes(one.text) == bytes(other.text) and all(
        np.array_equal(getattr(one, name), getattr(other, name)) for name in arrays
    )


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        pytest.param(b"", [], id="nothing"),
        pytest.param(b"\n", [""], id="a-blank-line"),
        pytest.param(b"one\n\ntwo\n", ["one", "", "two"], id="lines"),
        pytest.param(b"one\ntwo", ["one", "two"], id="no-feed-at-the-end"),
        pytest.param(b"one\r\ntwo\x0bthree\xe2\x80\xa8four\n", ["one\r", "two\x0bthree\u2028four"], id="other-breaks"),
        pytest.param(b"x" * 300_000 + b"\ny\n", ["x" * 300_000, "y"], id="a-long-one"),
    ],
)
def test_lines_are_ended_by_line_feeds_alone(data: bytes, texts: list[str]) -> None:
    assert list(EncodedTexts.lines(data)) == texts
    assert EncodedTexts.lines(data).sizes.tolist() == [len(text.encode()) for text in texts]


@pytest.mark.parametrize("definition", [CHARS, WORDS, FOLDED], ids=["characters", "words", "folded numbers"])
@pytest.mark.parametrize("feed", ["\n", ""], ids=["ended", "not-ended"])
def test_the_lines_of_a_file_count_as_strings(
    way: Way, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, definition: Alike, feed: str
) -> None:
    monkeypatch.setattr("newslint.similarity.keys._BATCH", 150)  # several batches, as of a large file
    path = tmp_path / "texts"
    path.write_text("\n".join(TEXTS) + feed, encoding="utf-8")
    want = collect_texts(TEXTS, "paragraph", definition)
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        texts = EncodedTexts.lines(mapped)
        keys = collect_texts(texts, "paragraph", definition)
        assert same(keys, want)
        assert same(take(keys, [6, 0]), take(want, [6, 0]))
        assert same(collect_texts(texts[1:6], "paragraph", definition), take(want, [1, 2, 3, 4, 5]))
        assert same(collect_texts(texts[2:], "paragraph", definition), take(want, [2, 3, 4, 5, 6]))
        assert same(collect_texts(texts[::3], "paragraph", definition), take(want, [0, 3, 6]))
        assert keys.blocks(np.arange(len(TEXTS))) == TEXTS
        assert find_clusters(texts).clusters.link.tolist() == find_clusters(TEXTS).clusters.link.tolist()
        assert np.array_equal(signatures(texts, ngram=2), signatures(TEXTS, ngram=2))
        del texts, keys  # what is mapped cannot be closed before


@example(["a\nb", "c"], 1)
@given(st.lists(PIECES.map("".join), max_size=5), st.integers(0, 3))
def test_texts_anywhere_in_a_buffer_count_as_strings(texts: list[str], gap: int) -> None:
    parts = [text.encode("utf-8", "surrogatepass") for text in texts]
    starts = np.cumsum([0, *(len(part) + gap for part in parts)])[:-1]
    data = b"".join(part + b"x" * gap for part in parts)
    encoded = EncodedTexts(data, starts, starts + [len(part) for part in parts])
    assert list(encoded) == texts
    assert same(collect_texts(encoded, "paragraph", CHARS), collect_texts(texts, "paragraph", CHARS))


@pytest.mark.parametrize(
    ("bad", "byte"),
    [
        pytest.param(b"\xff", 5, id="no-such-byte"),
        pytest.param(b"\x80", 5, id="continuation-alone"),
        pytest.param(b"\xa5\xa5", 5, id="two-continuations"),
        pytest.param(b"\xc3", 5, id="cut-off"),
        pytest.param(b"\xc3a\xa9", 5, id="continuation-elsewhere"),
        pytest.param(b"\xe4\xb8a", 5, id="two-of-three"),
        pytest.param(b"\xc0\xaf", 5, id="overlong-of-two"),
        pytest.param(b"\xe0\x80\xaf", 5, id="overlong-of-three"),
        pytest.param(b"\xf0\x80\x80\xaf", 5, id="overlong-of-four"),
        pytest.param(b"\xf4\x90\x80\x80", 5, id="beyond-the-last"),
        pytest.param(b"\xf9\x84\x80\x80", 5, id="lead-of-five"),
    ],
)
@pytest.mark.parametrize("tail", [b"", b", and a few words more."], ids=["last", "inside"])
@pytest.mark.parametrize("few", [0, 1 << 18], ids=["as-of-many", "few"])
def test_what_is_no_utf8_is_named(
    way: Way, monkeypatch: pytest.MonkeyPatch, few: int, bad: bytes, byte: int, tail: bytes
) -> None:
    monkeypatch.setattr("newslint.similarity.block_words._FEW", few)
    data = b"\xc3\xa9t\xc3\xa9\nfine\n" + b"Food " + bad + tail + b"\n"  # of the second kind no credit is looked for
    with pytest.raises(ValueError, match=rf"^text 2 is no UTF-8: .* at byte {byte}$"):
        find_clusters(EncodedTexts.lines(data))
    with pytest.raises(ValueError, match=rf"^text 2 is no UTF-8: .* at byte {byte}$"):
        signatures(EncodedTexts.lines(data))


@given(st.lists(st.binary(max_size=24), max_size=4), st.booleans())
def test_bytes_are_strings_or_refused(lines: list[bytes], head: bool) -> None:
    lines = [(b"PARIS, May 2 (AFP) - " if head else b"") + line.replace(b"\n", b" ") for line in lines]
    encoded = EncodedTexts.lines(b"".join(line + b"\n" for line in lines))
    try:
        texts = [line.decode("utf-8", "surrogatepass") for line in lines]
    except UnicodeDecodeError:
        with pytest.raises(ValueError, match="is no UTF-8"):
            collect_texts(encoded, "paragraph", CHARS)
        return
    assert same(collect_texts(encoded, "paragraph", CHARS), collect_texts(texts, "paragraph", CHARS))


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        pytest.param([-1], [2], id="before-the-data"),
        pytest.param([0], [9], id="behind-the-data"),
        pytest.param([2], [1], id="backwards"),
        pytest.param([0, 1], [2], id="not-as-many"),
        pytest.param([2**63], [2**63 + 1], id="beyond-what-counts"),
    ],
)
def test_texts_outside_of_the_data_are_refused(starts: list[int], ends: list[int]) -> None:
    with pytest.raises(ValueError, match=r"must lie within the data|starts and 1 ends"):
        EncodedTexts(b"abcd", np.array(starts), np.array(ends))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"abcdef", id="bytes"),
        pytest.param(bytearray(b"abcdef"), id="bytearray"),
        pytest.param(memoryview(b"abcdef"), id="memoryview"),
        pytest.param(memoryview(b"abcdef").cast("H"), id="pairs-of-bytes"),
        pytest.param(np.frombuffer(b"abcdef", np.uint8), id="numpy"),
    ],
)
def test_any_buffer_holds_texts(data: Any) -> None:
    texts = EncodedTexts(data, np.array([0, 2, 2], np.int32), [2, 2, 6])
    assert list(texts) == ["ab", "", "cdef"]
    assert list(texts[::-1]) == list(reversed(texts)) == ["cdef", "", "ab"]
    assert (texts[-1], texts.index("cdef"), "ef" in texts, len(texts[5:])) == ("cdef", 2, False, 0)
    with pytest.raises(IndexError):
        texts[3]


class Frame(list[str]):
    """What frames of pandas and polars show of themselves: their columns, whose names they give."""

    @property
    def columns(self) -> list[str]:
        return list(self)


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        pytest.param(b"abc", "several strings, not one bytes", id="bytes"),
        pytest.param(bytearray(b"abc"), "several strings, not one bytearray", id="bytearray"),
        pytest.param({"a": "fog", "b": "ice"}, "in an order, .* not a dict", id="a mapping, whose keys it gives"),
        pytest.param({"fog", "ice"}, "in an order, .* not a set", id="a set, which has no order"),
        pytest.param(Frame(["text", "date"]), "one column, not a Frame", id="a frame, which gives names of columns"),
        pytest.param([b"abc"], "texts must be strings, not bytes", id="list-of-bytes"),
        pytest.param(["a", float("nan")], "texts must be strings, not float", id="missing-as-nan"),
        pytest.param([0, 0], "texts must be strings, not int", id="numbers"),
        pytest.param([*["Fog."] * 300, None, 7], r"texts must be strings, not int \(text 301\)", id="far-behind"),
    ],
)
def test_what_are_no_strings_is_refused(texts: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        find_clusters(texts)
    with pytest.raises(TypeError, match=message):
        signatures(texts)


@given(st.lists(st.none() | st.text("ab\n\u2019", max_size=9), max_size=40), st.integers(0, 7), st.integers(1, 30))
def test_parts_are_runs_of_about_a_size(few: list[str | None], times: int, size: int) -> None:
    texts = few * 2**times  # more than are looked at together
    parts = list(parts_of(texts, size))
    assert [text for part in parts for text in part] == [text or "" for text in texts]
    assert all(len("".join(part)) >= size for part in parts[:-1])
    assert all(len("".join(part[:-1])) < size for part in parts)


@pytest.mark.parametrize("form", [normal_form, plain_form])
def test_forms_name_what_is_no_utf8(way: Way, form: Callable[[Sequence[str]], bytes]) -> None:
    assert form(EncodedTexts.lines("Ab é\nc\n".encode())) == form(["Ab é", "c"])
    with pytest.raises(ValueError, match=r"^text 1 is no UTF-8: .* at byte 2$"):
        form(EncodedTexts.lines(b"ab\nab\xff cd\n"))


def test_pickled_texts_are_the_same() -> None:
    texts = EncodedTexts.lines("\n".join(TEXTS).encode())
    assert list(pickle.loads(pickle.dumps(texts[2:5]))) == TEXTS[2:5]
    assert list(pickle.loads(pickle.dumps(texts[:0]))) == []
