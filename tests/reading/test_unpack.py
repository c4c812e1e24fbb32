"""Packed files come out as they went in, whole, broken or endless, whatever packed them."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import sys
import zlib
from collections.abc import Callable
from typing import Any

import pytest

from newslint.document import Document
from newslint.reading import Chunk, FileEntry, ReadingOptions, read, split
from newslint.reading.opening import Unreadable
from newslint.reading.packing import PACKINGS, packer_of
from newslint.reading.unpack import unpacked

MakeEntry = Callable[..., FileEntry]
STORY = b"".join(
    b"Story %d came in at %d past nine, said the office of number %d.\n" % (n, n * 7, n * n) for n in range(3000)
)
PACKED = gzip.compress(STORY, mtime=0)


def pack(data: bytes, packed: str) -> bytes:
    packer = packer_of(packed)
    return packer.compress(data) + packer.flush()


def unpack(data: bytes, packed: str = ".gz", **options: Any) -> tuple[bytes, str]:
    """What comes out, and why no more."""
    out = b""
    try:
        for piece in unpacked(io.BytesIO(data), packed, ReadingOptions(**options)):
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
    assert unpack(b"plain text\n") == (b"", "no gzip data")
    assert unpack(PACKED + b"garbage") == (STORY, "not gzip behind its first part; what stands before was read")


def test_a_bomb_is_left_early() -> None:
    out, error = unpack(gzip.compress(b"a" * (64 << 20), 9))
    assert len(out) < 16 << 20
    assert error == "unpacks to more than 100 times its size; not read further"


def test_there_is_a_limit_to_what_comes_out() -> None:
    out, error = unpack(PACKED, max_unpacked_bytes=100_000)
    assert len(out) <= 100_000
    assert error == "unpacks to more than 100000 bytes; not read further"


NOISE = random.Random(7).randbytes(300_000)
"""What hardly packs, so that its parts are many blocks of the file."""


@pytest.mark.parametrize("packed", PACKINGS)
@pytest.mark.parametrize(
    "parts",
    [
        pytest.param([], id="empty"),
        pytest.param([b""], id="nothing packed"),
        pytest.param([STORY], id="one part"),
        pytest.param([STORY * 5, b"", b"End.\n"], id="three parts"),
        pytest.param([NOISE, NOISE], id="two large parts"),
        pytest.param([NOISE * 4], id="more than comes out at a time"),
    ],
)
@pytest.mark.parametrize("padding", [0, 4, 1 << 16], ids=lambda count: f"padding-{count}")
def test_what_was_packed_comes_out(packed: str, parts: list[bytes], padding: int) -> None:
    packings = [pack(part, packed) + b"\0" * padding for part in parts]
    assert unpack(b"".join(packings), packed) == (b"".join(parts), "")


@pytest.mark.parametrize("packed", [".bz2", ".xz", ".zst"])
def test_what_is_damaged_gives_what_stands_before(packed: str) -> None:
    name = PACKINGS[packed]
    whole = STORY + NOISE * 7
    data = pack(whole, packed)
    out, error = unpack(data[: len(data) // 2], packed)
    assert len(out) > len(NOISE)
    assert whole.startswith(out)
    assert error == f"ends too early (truncated {name}); what could be unpacked was read"
    out, error = unpack(data[: len(data) // 2] + b"\xff" * (len(data) // 2), packed)
    assert whole.startswith(out[: len(data) // 3])
    assert error == f"broken {name} data; what could be unpacked was read"
    assert unpack(STORY, packed) == (b"", f"no {name} data")
    error = f"not {name} behind its first part; what stands before was read"
    assert unpack(pack(STORY, packed) + STORY, packed) == (STORY, error)


RLE = b"\x28\xb5\x2f\xfd\xa0" + (64 << 20).to_bytes(4, "little") + (b"\x02\x00\x10a" * 511 + b"\x03\x00\x10a")
"""A frame of zstd that makes 64 MiB of 2 kB: blocks that say how often their one byte stands there (RFC 8878)."""


@pytest.mark.parametrize(
    ("data", "packed"),
    [
        pytest.param(bz2.compress(b"a" * (64 << 20)), ".bz2", id="bzip2"),
        pytest.param(lzma.compress(b"a" * (64 << 20)), ".xz", id="xz"),
        pytest.param(RLE, ".zst", id="zstd"),
    ],
)
def test_every_bomb_is_left_early(data: bytes, packed: str) -> None:
    out, error = unpack(data, packed)
    assert len(out) < 16 << 20
    assert error == "unpacks to more than 1000 times its size; not read further"


@pytest.mark.parametrize(
    ("data", "packed"),
    [
        pytest.param(lzma.compress(STORY, filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 30}]), ".xz", id="xz"),
        pytest.param(b"\x28\xb5\x2f\xfd\x00\x90" + RLE[9:], ".zst", id="zstd"),
    ],
)
def test_a_window_may_be_too_large(data: bytes, packed: str) -> None:
    name = PACKINGS[packed]
    assert unpack(data, packed) == (b"", f"was packed by {name} with a window that is too large to be unpacked here")


def test_a_dictionary_may_be_asked_for() -> None:
    asked = b"\x28\xb5\x2f\xfd\x21\x07\x04" + b"\x21\x00\x00abcd"  # by number 7
    assert unpack(asked, ".zst") == (b"", "was packed by zstd with a dictionary, which is not at hand")


@pytest.mark.parametrize(
    ("packed", "library", "message"),
    [
        pytest.param(".bz2", "bz2", "this Python was built without bz2, which unpacks it", id="bzip2"),
        pytest.param(".zst", "zstd", "a library unpacks it: pip install backports.zstd", id="zstd"),
    ],
)
def test_what_unpacks_it_may_be_missing(
    make_entry: MakeEntry, monkeypatch: pytest.MonkeyPatch, packed: str, library: str, message: str
) -> None:
    entry = make_entry(f"a.txt{packed}", STORY)
    for name in (library, f"backports.{library}", f"compression.{library}"):
        monkeypatch.setitem(sys.modules, name, None)
    assert list(split(entry, ReadingOptions())) == [(entry.path, message, True)]


@pytest.mark.parametrize("packed", PACKINGS)
def test_records_come_from_every_kind(make_entry: MakeEntry, packed: str) -> None:
    entry = make_entry(f"a.jsonl{packed}", b'{"text": "a quick one"}\n{"text": "zwei boxkaempfer"}\n')
    chunks = [chunk for chunk in split(entry, ReadingOptions()) if isinstance(chunk, Chunk)]
    items = [item for chunk in chunks for item in read(chunk, ReadingOptions())]
    assert [item.text for item in items if isinstance(item, Document)] == ["a quick one", "zwei boxkaempfer"]


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
