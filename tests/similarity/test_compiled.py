"""What the kernel in C computes is what numpy computes, bit for bit, whatever the text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from numpy.typing import NDArray

from newslint.rule import Alike
from newslint.similarity import Sets, Units, collect, find_clusters
from newslint.similarity.block_words import block_words
from newslint.similarity.compiled import Kernel, load
from newslint.similarity.encoded import lines_of
from newslint.similarity.equality import digests
from newslint.similarity.folding import Entries, foldings
from newslint.similarity.normal import folded_lines
from newslint.similarity.shingling import counted_words, runs
from newslint.similarity.signing import sign, sign_runs
from newslint.similarity.trim import trim, trimmed_spans
from newslint.similarity.verify import overlap

PIECES = st.sampled_from(
    (
        *("LONDON, May 2 (Reuters) - ", "PARIS: ", "Rain fell", " in the ", "NORTH", " today", " \u2014 ", "."),
        *("1,234", "12,345,678.5", "3.5", ".5", "1,2345", "20", "_", "a" * 9, "b" * 128, "c" * 129, "1,234" * 60),
        *("القاهرة (رويترز) - ", "ارتفعت", "الأسعار.", "نرخ\u200cها", "٢٠٢٤"),
        *("新华社北京1月2日电 ", "物价再次上涨。", "京", "【共同】", "か\u3099", "ราคา", "가격이", "\u1100\u1161"),
        *("नई दिल्ली (भाषा) ", "कीमतें", "МОСКВА, 2 янв. ", "цены"),
        *("é", "e\u0301", "ß", "ﬁ", "½", "İ", "ı", "™", "…", "“", "”", "’", "\u00ad", "\ufeff", "😀"),
        *("Photo: Ana Diaz/AP", " — AFP", " /dpa", "Foto: ", "عکس: ایسنا", "Фото: ТАСС", "摄", "(AFP)"),
        *("ﾊﾞｽ", "ﾞ", "ㅋㅏ", "㎏", "\u0345", "①", "ⅣLONDON, May 2 (Reuters) - ", "afp (fr) - "),
        *("?", ")", "\n", "\t", "\x00", "\ud800", "\udcff"),
    )
)
TEXTS = st.lists(st.lists(PIECES, max_size=9).map("".join), max_size=6)


@pytest.fixture(scope="module")
def in_c(library: Path) -> Kernel:
    loaded = load(library)
    assert loaded is not None
    return loaded


class Used:
    """Has the stages use a kernel, or numpy alone."""

    def __init__(self, chosen: Kernel | None) -> None:
        self._patch = pytest.MonkeyPatch()
        self._chosen = chosen

    def __enter__(self) -> None:
        for name in ("encoded", "trim", "shingling", "signing", "equality", "block_words", "verify"):
            self._patch.setattr(f"newslint.similarity.{name}.kernel", lambda: self._chosen)

    def __exit__(self, *_: object) -> None:
        self._patch.undo()


def words_of(texts: list[str]) -> tuple[list[int], list[int], list[int]]:
    units, figures = block_words(texts, lines_of(texts))
    return units.hashes.tolist(), units.offsets.tolist(), figures.tolist()


@given(TEXTS)
@example(["x" * 300_000, "", "1,234 " * 5_000, "京" * 40_000, "a " * 70_000])
def test_words_are_the_same(in_c: Kernel, texts: list[str]) -> None:
    with Used(in_c):
        found = words_of(texts)
    with Used(None):
        assert found == words_of(texts)


@given(TEXTS)
def test_what_is_left_of_datelines_and_credits_is_the_same(in_c: Kernel, texts: list[str]) -> None:
    with Used(in_c):
        lines = lines_of(texts)
        starts, ends = trimmed_spans(texts, lines.data, lines.ends)
    spans = zip(starts.tolist(), ends.tolist(), strict=True)
    kept = [lines.data[start:end].decode("utf-8", "surrogatepass") for start, end in spans]
    assert kept == [trim(text).replace("\n", " ") for text in texts]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("LONDON, May 2 - Prices rose again.", id="comma-before-the-first-small-letter"),
        pytest.param("L'Aquila [AP] - Prices rose again.", id="square-brackets"),
        pytest.param("\u2460 PARIS \u2014 Prices rose again today.", id="figure-in-a-circle"),
        pytest.param("afp (fr) - القاهرة ارتفعت الأسعار اليوم.", id="small-letter"),
        pytest.param(
            "U.S. Mid-West farm belt capitol, Massachusetts, February 26, 2024 (Reuters) - Prices rose again.",
            id="agency-far-from-the-start",
        ),
        pytest.param("\u201cWe\u201d said it. Rain fell in the north \u2014 AFP", id="wide-signs"),
        pytest.param("Rain fell in the north. Photo: Ana Diaz", id="label-with-a-capital"),
        pytest.param("Rain fell in the north. Photo: " + "\u00c9" * 58, id="label-far-from-the-end"),
        pytest.param("Rain fell in the north. Ana Diaz/AFP", id="slash"),
        pytest.param("\uff3bロンドン　２日　ロイター\uff3d 物価が再び上がった。", id="wide-bracket"),
        pytest.param("新华社北京1月2日电 物价再次上涨。", id="chinese"),
        pytest.param("渡轮停靠码头。记者 张明 摄", id="chinese-credit"),
        pytest.param(
            "МОСКВА. 2 января /ТАСС/. Цены на хлеб снова выросли и в этом месяце и в этом году "
            "а на рынках большого города их никто больше не ждал так скоро.",
            id="point-behind-a-russian-place",
        ),
        pytest.param("Паром у причала зимой. Фото: ТАСС", id="russian-credit"),
        pytest.param("تهران - ایرنا - قیمت\u200cها بالا رفت.", id="persian"),
    ],
)
def test_what_would_be_trimmed_is_trimmed(in_c: Kernel, text: str) -> None:
    assert trim(text) != text
    with Used(in_c):
        lines = lines_of([text])
        starts, ends = trimmed_spans([text], lines.data, lines.ends)
    assert lines.data[starts[0] : ends[0]].decode() == trim(text)


def test_a_line_feed_in_a_line_ends_no_name(in_c: Kernel) -> None:
    """Nobody passes such a line; the list of names is read no further than it goes all the same (under sanitizers)."""
    data = b"a story without an end of any kind Ab\n and then"
    starts, ends = np.array([0]), np.array([len(data)])
    asked = in_c.trimmable(data, starts, ends, np.zeros(256, np.uint8), b"Ab\n", b"pic\n")
    assert asked.tolist() == [0]


def test_every_character_folds_the_same(in_c: Kernel) -> None:
    for first in range(0, 0x20000, 0x4000):
        texts = [f"x{chr(code)}1 {chr(code)}{chr(code)}y" for code in range(first, first + 0x4000)]
        with Used(in_c):
            found = words_of(texts)
        with Used(None):
            assert found == words_of(texts), hex(first)


def test_the_table_has_no_shortcut_that_says_something_else() -> None:
    pages = [
        0x00,
        0x01,
        0x03,
        0x06,
        0x09,
        0x0E,
        0x11,
        0x1E,
        0x20,
        0x21,
        0x30,
        0x4E,
        0x9F,
        0xAC,
        0xD7,
        0xFB,
        0xFF,
        0x200,
    ]
    table = Entries()
    for page in pages:
        table.fill(page * 256)
    codes = np.concatenate([np.arange(page * 256, page * 256 + 256, dtype=np.uint32) for page in pages])
    for code, folded in zip(codes.tolist(), foldings()[codes].tolist(), strict=True):
        entry = int(table.values[code])
        if folded < 0x110000:
            told = (entry & 0xFFFFFFFF).to_bytes(4, "little")[: entry >> 32 & 7]
            assert told == chr(folded).encode(), hex(code)


HASHES = st.lists(st.integers(0, 2**64 - 1), max_size=12)


def joined(lists: list[list[int]]) -> Units:
    offsets = np.cumsum([0, *map(len, lists)])
    return Units(np.array([value for one in lists for value in one], np.uint64), offsets)


def told(result: Any) -> list[list[int]]:
    return [array.tolist() for array in result]


@given(st.lists(HASHES, max_size=5), st.integers(1, 7), st.integers(1, 9))
@example([list(range(1500)), [], [1] * 9], 1, 3000)
def test_runs_signatures_and_digests_are_the_same(in_c: Kernel, lists: list[list[int]], ngram: int, count: int) -> None:
    units = joined(lists)

    def results() -> list[Any]:
        found: Sets = runs(units, ngram)
        signatures: NDArray[np.uint32] = sign_runs(units, ngram, count)
        return [told(found), sign(found, count).tolist(), signatures.tolist(), digests(units).tolist()]

    with Used(in_c):
        compiled = results()
    with Used(None):
        assert compiled == results()


@given(st.lists(st.sets(st.integers(0, 40), max_size=30), min_size=1, max_size=6))
def test_what_sets_share_is_the_same(in_c: Kernel, found: list[set[int]]) -> None:
    units = joined([sorted(one) for one in found])
    sets = Sets(units.hashes.astype(np.uint32), units.offsets)
    first, second = (side.ravel() for side in np.indices((len(found), len(found))))
    with Used(in_c):
        shared = overlap(sets, first, second).tolist()
    assert shared == [len(one & other) for one in found for other in found]


@given(TEXTS)
def test_clusters_are_the_same(in_c: Kernel, texts: list[str]) -> None:
    texts = [text * 3 for text in texts for _ in range(2)]
    for definition in (Alike(), Alike("word", 5, 0.8, 0.0, 0.0, 1), Alike("word", 2, 0.4, 0.7, 0.6, 3)):
        with Used(in_c):
            found = find_clusters(texts, definition)
        with Used(None):
            expected = find_clusters(texts, definition)
        assert told(found.clusters) == told(expected.clusters)
        assert told(found.templates) == told(expected.templates)


def test_lines_that_only_the_whole_text_tells_are_left_to_numpy(in_c: Kernel) -> None:
    texts = ["rain fell", "दिल्ली में बारिश", "", "z" * 200, "snow fell"]
    lines = lines_of(texts)
    starts, ends = trimmed_spans(texts, lines.data, lines.ends)
    table = Entries()
    _, counts, _ = in_c.words(lines.data, starts, ends, table.values, table.fill)
    assert counts.tolist() == [2, -1, 0, -1, 2]
    units, _ = counted_words(folded_lines(texts, lines))
    assert np.diff(units.offsets).tolist() == [2, 3, 0, 1, 2]


@pytest.mark.parametrize("ngram", [2**31, 2**63, 2**64 - 10_000, 2**64 + 1], ids=hex)
def test_shingles_longer_than_any_text(in_c: Kernel, ngram: int) -> None:
    units = joined([[1, 2, 3], [], list(range(20))])
    with Used(in_c):
        found = told(runs(units, ngram)), sign_runs(units, ngram, 3).tolist()
    with Used(None):
        assert found == (told(runs(units, ngram)), sign_runs(units, ngram, 3).tolist())
    assert [len(one) for one in found] == [2, 3]


def test_arrays_of_other_types_and_strides(in_c: Kernel) -> None:
    plain = joined([[7, 9, 8], [4, 5]])
    short: Any = np.repeat(plain.hashes.astype(np.uint32), 2)[::2]
    other = Units(short, plain.offsets.astype(np.int32))
    with Used(in_c):
        assert told(runs(other, 2)) == told(runs(plain, 2))
        assert digests(other).tolist() == digests(plain).tolist()


@pytest.mark.parametrize("offsets", [[0, 3], [-1, 2], [2, 0]], ids=["beyond", "before", "falling"])
def test_sets_outside_their_values_are_refused(in_c: Kernel, offsets: list[int]) -> None:
    with pytest.raises(ValueError, match="ascend within the values"):
        in_c.runs(np.array([1, 2], np.uint64), np.array(offsets), 1)


def test_keys_do_not_depend_on_how_blocks_are_collected_together(in_c: Kernel) -> None:
    texts = ["Rain fell in the north.", "Price: 1,234 euros", "物价再次上涨。"] * 40
    definition = Alike("word", 5, 0.8, 0.0, 0.0, 1)
    with Used(in_c):
        together = collect((("paragraph", text) for text in texts), definition)
        alone = [collect([("paragraph", text)], definition) for text in texts]
    assert together.signatures.tolist() == [one.signatures[0].tolist() for one in alone]
    assert together.digests.tolist() == [one.digests[0].tolist() for one in alone]
