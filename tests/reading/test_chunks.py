from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Document
from newslint.finding import Notice
from newslint.reading import Chunk, FileEntry, ReadingOptions, read, split
from newslint.reading.cutting import Cutter
from newslint.reading.lines import LineEnds

MakeEntry = Callable[..., FileEntry]
OPTIONS = ReadingOptions()


def everything(entry: FileEntry, options: ReadingOptions = OPTIONS, target: int = 64) -> list[Document | Notice]:
    items: list[Document | Notice] = []
    for chunk in split(entry, options, target):
        items += read(chunk, options) if isinstance(chunk, Chunk) else [chunk]
    return items


def told(items: list[Document | Notice]) -> list[tuple[int | None, str] | str]:
    """Record and text (or defect) of documents, the message of notices."""
    return [
        (item.ref.record, item.text or item.defect) if isinstance(item, Document) else item.message for item in items
    ]


def lines(*texts: str) -> str:
    return "".join(json.dumps({"text": text}) + "\n" for text in texts)


@given(st.lists(st.sampled_from(["a", "漢字", "", "x" * 50])), st.booleans(), st.sampled_from([4, 8, 64]), st.data())
def test_chunks_are_the_file_cut_at_line_ends(parts: list[str], ended: bool, target: int, draw: st.DataObject) -> None:
    codec = draw.draw(st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "utf-32-le"]))
    data = ("\n".join(parts) + "\n" * ended).encode(codec)
    blocks = [data[start : start + target] for start in range(0, len(data), target)]
    entry = FileEntry("a.jsonl.gz", "", 0, "jsonl", packed=".gz")
    chunks = [chunk for chunk in Cutter(entry, codec, OPTIONS).chunks(iter(blocks)) if isinstance(chunk, Chunk)]
    assert b"".join(chunk.data or b"" for chunk in chunks) == data
    for chunk in chunks:
        before = data[: chunk.offset].decode(codec)
        assert chunk.line == before.count("\n") + 1
        assert before == "" or before.endswith("\n")
        assert chunk.size == len(chunk.data or b"")


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-be"])
def test_a_line_end_is_no_half_of_another_character(codec: str) -> None:
    data = "\u0a0a\u0a00\n\u000a\u010a".encode(codec)
    ends = LineEnds(codec)
    assert [line.decode(codec) for line in ends.split(data)] == ["\u0a0a\u0a00", "", "\u010a"]
    assert data[: ends.after_first(data)].decode(codec) == "\u0a0a\u0a00\n"
    assert data[ends.after_last(data) :].decode(codec) == "\u010a"
    assert ends.count(data, len(data)) == 2


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
@pytest.mark.parametrize("target", [4, 30, 1 << 20])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_records_are_numbered_by_lines(make_entry: MakeEntry, name: str, target: int, codec: str) -> None:
    content = lines("one", "two") + "\n \r\n" + lines("five").replace("\n", "\r\n") + "not json\n" + lines("seven")[:-1]
    items = everything(make_entry(name, content.encode(codec)), target=target)
    assert told(items) == [
        (1, "one"),
        (2, "two"),
        (5, "five"),
        (6, "not valid JSON: expecting value"),
        (7, "seven"),
    ]


def test_a_lone_cr_ends_no_record(make_entry: MakeEntry) -> None:
    assert told(everything(make_entry("a.jsonl", b'{"text":\r"a"}\r{}\n{"text": "b"}'))) == [
        (1, "not valid JSON: extra data (column 15)"),
        (2, "b"),
    ]


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
@pytest.mark.parametrize("target", [8, 1 << 20])
def test_a_record_that_is_too_large_is_left_out(make_entry: MakeEntry, name: str, target: int) -> None:
    noise = "".join(chr(33 + (7 * index * index) % 89) for index in range(900)).replace("\\", "").replace('"', "")
    entry = make_entry(name, (lines("one", noise, "three", noise) + lines("five")).encode())
    too_large = "a record larger than 500 bytes; raise max-record-size to read it"
    items = everything(entry, ReadingOptions(max_record_bytes=500), target)
    assert told(items) == [(1, "one"), f"line 2: {too_large}", (3, "three"), f"line 4: {too_large}", (5, "five")]
    assert all(item.failed for item in items if isinstance(item, Notice))


def test_a_text_that_is_too_large_is_not_even_opened(make_entry: MakeEntry) -> None:
    entry = make_entry("a.txt", b"")
    with Path("a.txt").open("wb") as file:
        file.truncate(2 << 30)
    large = entry._replace(size=2 << 30, location="/nowhere")
    assert told(list(everything(large))) == ["larger than 64 MiB; raise max-record-size to read it"]


UTF16 = "Ferry \u2014 \u6e21\u8f2a\n"
MARK = ", or UTF-16 without a mark, which encoding = 'utf-16-%s' reads"


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        pytest.param("a.txt", b"", [(None, "")], id="an empty text"),
        pytest.param("a.jsonl", b"", [], id="no records"),
        pytest.param("a.txt", b"ab\0", ["binary (NUL byte at offset 2)"], id="a binary text"),
        pytest.param("a.jsonl", b"\0" * 99, ["binary (NUL byte at offset 0)"], id="binary records"),
        pytest.param("a.txt", UTF16.encode("utf-16-le"), [f"binary (NUL byte at offset 1){MARK % 'le'}"], id="no mark"),
        pytest.param(
            "a.txt", UTF16.encode("utf-16-be"), [f"binary (NUL byte at offset 0){MARK % 'be'}"], id="big endian"
        ),
        pytest.param("a.jsonl", UTF16.encode("utf-16-be"), [f"binary (NUL byte at offset 0){MARK % 'be'}"], id="lines"),
        pytest.param("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\r", ["binary (NUL byte at offset 8)"], id="both places"),
        pytest.param("a.txt", b"ab\0" + b"c" * 99, ["binary (NUL byte at offset 2)"], id="a single one"),
        pytest.param("a.txt.gz", b"ab\0", ["binary (NUL byte at offset 2)"], id="a packed binary text"),
    ],
)
def test_empty_and_binary_files(make_entry: MakeEntry, name: str, data: bytes, expected: list[object]) -> None:
    items = everything(make_entry(name, data))
    assert told(items) == expected
    assert all(item.failed for item in items if isinstance(item, Notice))


POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n"
LFS = "a pointer of Git LFS, not the text; not checked (git lfs pull fetches it)"
ANNEX = "a pointer of git-annex, not the text; not checked (git annex get fetches it)"


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        pytest.param("a.txt", POINTER + b"x" * 1024, "", id="too-long"),
        pytest.param("a.txt", b"The pointer said:\n" + POINTER, "", id="a-text-about-one"),
        pytest.param("a.txt", b"/annex/objects/ is where they lie.\nSaid he.\n", "", id="a-text-about-the-other"),
        pytest.param("a.txt", POINTER, LFS, id="text"),
        pytest.param("a.jsonl", POINTER, LFS, id="records"),
        pytest.param("a.txt", b"/annex/objects/SHA256E-s9--4d7a.txt\n", ANNEX, id="annex"),
    ],
)
def test_pointers_are_named_and_not_read(make_entry: MakeEntry, name: str, data: bytes, expected: str) -> None:
    (item,) = everything(make_entry(name, data))
    assert (item.message if isinstance(item, Notice) else "") == expected
    assert not (isinstance(item, Notice) and item.failed)


def test_a_binary_file_that_was_met_is_no_failure(make_entry: MakeEntry) -> None:
    (notice,) = everything(make_entry("a.txt", b"ab\0")._replace(named=False))
    assert isinstance(notice, Notice)
    assert not notice.failed


OBJECT = '\n{\n  "id": 1,\n  "text": "Rain\\nfell"\n}\n'


@pytest.mark.parametrize("name", ["a.json", "a.json.gz"])
@pytest.mark.parametrize("target", [8, 1 << 20])
@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(lines("one", "two"), [(1, "one"), (2, "two")], id="lines"),
        pytest.param("\n" + lines("two"), [(2, "two")], id="one line after a blank one"),
        pytest.param(OBJECT, [(2, "Rain\nfell")], id="one object over lines"),
        pytest.param("\ufeff" + OBJECT, [(2, "Rain\nfell")], id="with a mark"),
        pytest.param("", [], id="nothing"),
        pytest.param(
            '[\n {"text": "a"}\n]\n',
            [(1, "a JSON array, not an object; write one object on each line (jq -c '.[]')")],
            id="array",
        ),
        pytest.param(
            '{"text": "a",}\n{"text": "b"}\n',
            [(1, "not valid JSON: illegal trailing comma (column 13)"), (2, "b")],
            id="lines, the first broken",
        ),
        pytest.param(
            '{\n  "text": "a"\n  "id": 1\n}',
            [(1, "not valid JSON: expecting ',' delimiter (line 3 of the record, column 3)")],
            id="a broken object over lines",
        ),
    ],
)
def test_json_files(make_entry: MakeEntry, name: str, target: int, content: str, expected: list[object]) -> None:
    assert told(everything(make_entry(name, content.encode()), target=target)) == expected


def test_places_in_an_object_over_lines(make_entry: MakeEntry) -> None:
    (document,) = everything(make_entry("a.json", OBJECT.encode()))
    assert isinstance(document, Document)
    assert document.file_position(document.text.index("fell")) == (4, 18)
