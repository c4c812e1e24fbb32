from __future__ import annotations

import errno
import io
import json
import os
import pickle
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from newslint.document import Document
from newslint.finding import Notice
from newslint.reading import Chunk, FileEntry, ReadingOptions, Wanted, read, reread, split

MakeEntry = Callable[..., FileEntry]
OPTIONS = ReadingOptions(encodings=(("*.old.jsonl*", "cp1252"),))
CHANGED = "changed while newslint read it; run newslint again"


def documents(entry: FileEntry, target: int = 1 << 20) -> list[Document]:
    chunks = [chunk for chunk in split(entry, OPTIONS, target) if isinstance(chunk, Chunk)]
    items = [item for chunk in chunks for item in read(pickle.loads(pickle.dumps(chunk)), OPTIONS)]
    return [item for item in items if isinstance(item, Document)]


def places(found: list[Document]) -> list[Wanted]:
    return [
        Wanted(document.ref.record, document.origin.offset, document.origin.size, document.origin.digest)
        for document in found
        if document.origin
    ]


RECORDS = "".join(
    json.dumps({"id": n, "text": f"Story {n}: ï\nEnd."}, ensure_ascii=n % 2 > 0) + "\r\n" for n in range(9)
)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.txt", RECORDS.encode(), id="text"),
        pytest.param("a.txt.gz", RECORDS.encode(), id="packed text"),
        pytest.param("a.jsonl", RECORDS.encode(), id="lines"),
        pytest.param("a.jsonl", RECORDS.encode("utf-8-sig"), id="lines with a mark"),
        pytest.param("a.jsonl.gz", RECORDS.encode("utf-16"), id="packed lines in utf-16"),
        pytest.param("a.old.jsonl", RECORDS.encode("cp1252"), id="lines in a legacy encoding"),
        pytest.param("a.json", b'\n{\n"text": "Rain"\n}\n', id="an object over lines"),
    ],
)
@pytest.mark.parametrize("target", [4, 1 << 20])
def test_records_can_be_read_again(make_entry: MakeEntry, name: str, data: bytes, target: int) -> None:
    entry = make_entry(name, data)
    first = documents(entry, target)
    wanted = places(first)
    assert all(data[place.offset :][: place.size].strip(b"\r\n") for place in wanted)
    again = list(reread(entry, wanted[::-2], OPTIONS))
    expected = sorted(first[::-2], key=lambda document: document.ref.record or 0)
    assert [(d.ref, d.text, d.metadata) for d in again if isinstance(d, Document)] == [
        (d.ref, d.text, d.metadata) for d in expected
    ]
    for document in first:
        assert document.origin
        assert document.origin.exact
        begin, size = document.origin.offset, document.origin.size
        kept = data[begin : begin + size]
        assert document.origin.rewrite(document, []) == kept
        assert (
            document.ref.record is None or entry.format == "json" or kept.endswith("}".encode(document.origin.encoding))
        )


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_a_record_that_changed_fails(make_entry: MakeEntry, name: str) -> None:
    wanted = places(documents(make_entry(name, RECORDS.encode())))
    entry = make_entry(name, RECORDS.replace("Story 4", "Tales 4").encode())
    items = list(reread(entry, wanted[3:6], OPTIONS))
    assert [getattr(item, "message", "") for item in items] == ["", f"line 5: {CHANGED}", ""]
    shorter = make_entry(name, RECORDS.encode()[:200])
    assert [getattr(item, "message", "") for item in reread(shorter, wanted[-1:], OPTIONS)] == [CHANGED]


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_a_file_whose_disk_fails_is_a_failed_notice(
    make_entry: MakeEntry, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise OSError(errno.EIO, "Input/output error")

    entry = make_entry(name, RECORDS.encode())
    wanted = places(documents(entry))
    monkeypatch.setattr(import_module("newslint.reading.read"), "open_file", lambda _: Broken())
    monkeypatch.setattr("newslint.reading.chunks.open_file", lambda _: Broken())
    items = [*split(entry, OPTIONS), *reread(entry, wanted, OPTIONS)]
    assert items == [Notice(name, "cannot be read: input/output error", failed=True)] * 2


def test_a_file_that_changed_since_it_was_found_is_not_read(make_entry: MakeEntry) -> None:
    text, records = make_entry("a.txt", b"Rain."), make_entry("a.jsonl", RECORDS.encode())
    chunks = [*split(text, OPTIONS), *split(records, OPTIONS)]
    for entry in (text, records):
        Path(entry.path).write_bytes(b"Snow fell.")
    items = [item for chunk in chunks if isinstance(chunk, Chunk) for item in read(chunk, OPTIONS)]
    items += [item for item in split(records, OPTIONS) if not isinstance(item, Chunk)]
    assert [(item.message, item.failed) for item in items if not isinstance(item, Document)] == [(CHANGED, True)] * 3


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_a_fifo_in_the_place_of_a_file_is_not_waited_for(make_entry: MakeEntry) -> None:
    entry = make_entry("a.txt", b"Rain.")
    os.unlink("a.txt")
    os.mkfifo("a.txt")
    (item,) = read(Chunk(entry, 0, 5, whole=True), OPTIONS)
    assert getattr(item, "message", "") == CHANGED


def test_a_file_that_vanished_fails(make_entry: MakeEntry) -> None:
    entry = make_entry("a.jsonl", RECORDS.encode())
    os.unlink("a.jsonl")
    (notice,) = split(entry, OPTIONS)
    assert notice[1] == "cannot be read: no such file or directory"
