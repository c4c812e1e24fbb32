from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable

import pytest

from newslint.document import Document
from newslint.reading import Chunk, FileEntry, ReadingOptions, read, split
from newslint.reading.opening import Unreadable
from newslint.reading.unpack import unpacked

MakeEntry = Callable[..., FileEntry]
STORY = b"".join(
    b"Story %d came in at %d past nine, said the office of number %d.\n" % (n, n * 7, n * n) for n in range(3000)
)
PACKED = gzip.compress(STORY, mtime=0)


def unpack(data: bytes, **options: int) -> tuple[bytes, str]:
    """What comes out, and why no more."""
    out = b""
    try:
        for piece in unpacked(io.BytesIO(data), ReadingOptions(**options)):  # type: ignore[arg-type]
            out += piece
    except Unreadable as error:
        return out, str(error)
    return out, ""


@pytest.mark.parametrize(
    ("data", "out"),
    [
        pytest.param(PACKED, STORY, id="plain"),
        pytest.param(b"", b"", id="empty"),
        pytest.param(gzip.compress(b""), b"", id="nothing packed"),
        pytest.param(PACKED + gzip.compress(b"End.\n"), STORY + b"End.\n", id="two members"),
        pytest.param(PACKED + b"\0" * 512, STORY, id="padding"),
        pytest.param(gzip.compress(STORY * 20), STORY * 20, id="the same story twenty times"),
        pytest.param(gzip.compress(b"\n" * (1 << 20)), b"\n" * (1 << 20), id="small enough to be no bomb"),
    ],
)
def test_gzip(data: bytes, out: bytes) -> None:
    assert unpack(data) == (out, "")


def test_a_truncated_file_gives_what_it_has() -> None:
    out, error = unpack(PACKED[: len(PACKED) // 2])
    assert len(out) > len(STORY) // 3
    assert STORY.startswith(out)
    assert error == "ends too early (truncated gzip); what could be unpacked was read"
    assert unpack(PACKED[:-4]) == (STORY, error)


def test_a_broken_file_gives_what_stands_before() -> None:
    broken = PACKED[:5000] + b"\xff" * 64 + PACKED[5064:]
    out, error = unpack(broken)
    assert out[: zlib_out(PACKED[:5000])] == STORY[: zlib_out(PACKED[:5000])]
    assert error == "broken gzip data; what could be unpacked was read"
    wrong_sum = PACKED[:-8] + b"\0\0\0\0" + PACKED[-4:]
    assert unpack(wrong_sum) == (STORY, error)


def zlib_out(data: bytes) -> int:
    return len(zlib.decompressobj(31).decompress(data))


def test_what_is_no_gzip() -> None:
    assert unpack(b"plain text\n") == (b"", "not a gzip file")
    assert unpack(PACKED + b"garbage") == (STORY, "not gzip behind its first part; what stands before was read")


def test_a_bomb_is_left_early() -> None:
    out, error = unpack(gzip.compress(b"a" * (64 << 20), 9))
    assert len(out) < 16 << 20
    assert error == "unpacks to more than 100 times its size; not read further"


def test_there_is_a_limit_to_what_comes_out() -> None:
    out, error = unpack(PACKED, max_unpacked_bytes=100_000)
    assert len(out) <= 100_000
    assert error == "unpacks to more than 100000 bytes; not read further"


@pytest.mark.parametrize(
    ("cut", "numbers"),
    [pytest.param(-4, [1, 2, 3], id="behind the last record"), pytest.param(-14, [1, 2], id="inside a record")],
)
def test_whole_records_of_a_truncated_file_are_read(make_entry: MakeEntry, cut: int, numbers: list[int]) -> None:
    data = b'{"text": "a quick one"}\n{"text": "zwei boxkaempfer"}\n{"text": "voila, trois"}'
    entry = make_entry("a.jsonl.gz", data, gzip.compress(data, mtime=0)[:cut])
    *chunks, notice = split(entry, ReadingOptions())
    items = [item for chunk in chunks if isinstance(chunk, Chunk) for item in read(chunk, ReadingOptions())]
    assert [item.ref.record for item in items if isinstance(item, Document)] == numbers
    assert notice == ("a.jsonl.gz", "ends too early (truncated gzip); what could be unpacked was read", True)


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        pytest.param("Rain fell.\nThe river rose.\n", ["Rain fell.\nThe river rose.\n"], id="behind the last line"),
        pytest.param("Rain fell.\nThe river rose.", ["Rain fell.\n"], id="inside a line"),
        pytest.param("\ufeffRain.\nThe \u010a river", ["Rain.\n"], id="inside a line of two-byte characters"),
        pytest.param("Rain", [], id="no whole line"),
    ],
)
def test_whole_lines_of_a_truncated_text_are_read(make_entry: MakeEntry, data: str, texts: list[str]) -> None:
    raw = data.encode("utf-16-le" if data[0] == "\ufeff" else "utf-8")
    *chunks, notice = split(make_entry("a.txt.gz", raw, gzip.compress(raw, mtime=0)[:-4]), ReadingOptions())
    items = [item for chunk in chunks if isinstance(chunk, Chunk) for item in read(chunk, ReadingOptions())]
    assert [item.text for item in items if isinstance(item, Document)] == texts
    assert notice == ("a.txt.gz", "ends too early (truncated gzip); what could be unpacked was read", True)
