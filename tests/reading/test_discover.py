from __future__ import annotations

import io
import os
import socket
from collections.abc import Iterable
from pathlib import Path

import pytest

from newslint.finding import Notice
from newslint.reading import Chunk, Discovery, DiscoveryOptions, ReadingOptions, discover, read, split


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder: an empty one, in no repository."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def lay(*names: str) -> None:
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{name}\n", "utf-8", "surrogateescape")


def find(*paths: str, **options: object) -> Discovery:
    return discover(paths, DiscoveryOptions(**options))  # type: ignore[arg-type]


def shown(discovery: Discovery) -> list[str]:
    return [entry.path for entry in discovery.files]


def failures(notices: Iterable[Notice]) -> list[tuple[str, str]]:
    return [(notice.path, notice.message) for notice in notices if notice.failed]


def notes(notices: Iterable[Notice]) -> list[tuple[str, str]]:
    return [(notice.path, notice.message) for notice in notices if not notice.failed]


def test_a_folder_is_read_in_the_order_of_bytes_whatever_the_arguments() -> None:
    lay("b/é.txt", "b/z.text", "b/a/x.jsonl", "b/a.NDJSON", "b/a.txt.XZ", "a.jsonl.gz")
    expected = ["a.jsonl.gz", "b/a.NDJSON", "b/a.txt.XZ", "b/a/x.jsonl", "b/z.text", "b/é.txt"]
    assert shown(find(".")) == shown(find("b", "a.jsonl.gz", "./b/a")) == shown(find("b/a", ".")) == expected
    assert [entry.format for entry in find(".").files] == ["jsonl", "jsonl", "text", "jsonl", "text", "text"]
    assert [entry.packed for entry in find(".").files] == [".gz", "", ".xz", "", "", ""]
    assert not find("b", "./b").notices


def test_other_files_are_counted_by_suffix() -> None:
    lay("a.txt", "a.json", "b.csv", "B.CSV", "c.csv.gz", "README", ".hidden")
    assert find(".").unread == {"": 2, ".csv": 2, ".csv.gz": 1, ".json": 1}
    assert shown(find(".")) == ["a.txt"]


def test_json_is_read_where_it_is_named_or_included() -> None:
    lay("d/a.json", "d/b.json.gz", "d/c.txt")
    assert shown(find("d")) == ["d/c.txt"]
    assert shown(find("d", include=("*.json",))) == ["d/a.json"]
    assert shown(find("d/a.json", "d/b.json.gz")) == ["d/a.json", "d/b.json.gz"]
    assert [entry.format for entry in find("d/a.json").files] == ["json"]


def test_the_format_can_be_forced() -> None:
    lay("d/a.md", "d/b.txt", "d/c.json")
    assert [(entry.path, entry.format) for entry in find("d", "d/a.md", format="jsonl").files] == [
        ("d/a.md", "jsonl"),
        ("d/b.txt", "jsonl"),
    ]
    assert failures(find("d/a.md").notices) == [
        ("d/a.md", "newslint does not read a .md file; say what it holds with --format text or --format jsonl")
    ]


def test_paths_are_shown_from_the_working_folder(here: Path) -> None:
    lay("a/b.txt", "../out/c.txt", "-n.txt")
    assert shown(find("./a/", str(here / "a"), "../here/a/b.txt")) == ["a/b.txt"]
    assert shown(find("../out")) == ["../out/c.txt"]
    outside = str(here.parent / "out")
    assert shown(find(outside)) == [f"{outside}/c.txt"]
    assert shown(find("./-n.txt")) == ["-n.txt"]
    assert shown(find(str(here))) == ["-n.txt", "a/b.txt"]


def test_the_source_is_the_first_folder_below_the_given_path() -> None:
    lay("c/a.txt", "c/bbc/b.txt", "c/bbc/uk/c.txt")
    assert [entry.source for entry in find("c").files] == ["", "bbc", "bbc"]
    assert [entry.source for entry in find("c/bbc").files] == ["", "uk"]
    assert [(entry.source, entry.named) for entry in find("c/bbc/b.txt", "c").files][1] == ("bbc", True)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("two\nlines.txt", id="newline"),
        pytest.param("caf\udce9.txt", id="bytes that are no utf-8"),
        pytest.param("x" * 251 + ".txt", id="255 bytes"),
        pytest.param("d/" * 400 + "deep.txt", id="deep"),
        pytest.param("[a]*?.txt", id="wild cards"),
    ],
)
def test_odd_names(name: str) -> None:
    lay(name)
    (entry,) = find(".").files
    assert entry.path == name
    (chunk,) = split(entry, ReadingOptions())
    assert isinstance(chunk, Chunk)
    (document,) = read(chunk, ReadingOptions())
    assert getattr(document, "text", "") == f"{name}\n".encode("utf-8", "surrogateescape").decode(
        errors="surrogateescape"
    )
    assert shown(find(name)) == [name]


def test_what_is_missing_fails() -> None:
    lay("a.txt")
    os.symlink("nowhere.txt", "broken.txt")
    assert failures(find("no.txt", "a.txt", "broken.txt", "a\0b").notices) == [
        ("a\0b", "cannot be read: the name holds a NUL character"),
        ("broken.txt", "a link that leads nowhere"),
        ("no.txt", "no such file or folder"),
    ]


def test_an_empty_name_fails() -> None:
    lay("a.txt")
    assert failures(find("", "a.txt").notices) == [("", "an empty name was given in place of a path")]


def test_links_are_read_once_and_never_lead_out() -> None:
    lay("t/b/real.txt", "t/hard1.txt", "out/victim.txt", "out/dir/x.txt")
    os.symlink("b/real.txt", "t/z.txt")
    os.symlink("b", "t/folder")
    os.symlink("..", "t/up")
    os.symlink("../out/victim.txt", "t/leads.txt")
    os.symlink("self.txt", "t/self.txt")
    os.link("t/hard1.txt", "t/hard2.txt")
    discovery = find("t")
    assert shown(discovery) == ["t/b/real.txt", "t/hard1.txt"]
    assert failures(discovery.notices) == [("t/self.txt", "a link that leads nowhere")]
    assert notes(discovery.notices) == [
        ("t/folder", "a link to a folder, not followed"),
        ("t/hard2.txt", "another name of t/hard1.txt; read once"),
        ("t/leads.txt", "a link that leads out of the given folder, not followed"),
        ("t/up", "a link to a folder, not followed"),
        ("t/z.txt", "another name of t/b/real.txt; read once"),
    ]
    assert shown(find("t/leads.txt", "t/folder")) == ["t/folder/real.txt", "t/leads.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_special_files_are_never_opened() -> None:
    lay("t/a.txt")
    os.mkfifo("t/fifo.txt")
    os.symlink("/dev/zero", "t/zero.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("t/s.txt")
    discovery = find("t")
    assert shown(discovery) == ["t/a.txt"]
    assert notes(discovery.notices) == [
        ("t/fifo.txt", "a FIFO, not a file; not opened"),
        ("t/s.txt", "a socket, not a file; not opened"),
        ("t/zero.txt", "a device, not a file; not opened"),
    ]
    assert failures(find("t/fifo.txt").notices) == [("t/fifo.txt", "a FIFO, not a file; not opened")]


def test_a_folder_that_cannot_be_listed_fails_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    lay("t/a.txt", "t/locked/b.txt")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("locked"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    discovery = find("t")
    assert shown(discovery) == ["t/a.txt"]
    assert failures(discovery.notices) == [("t/locked", "the folder cannot be read: permission denied")]


def test_standard_input_is_a_file_that_goes_away() -> None:
    stream = io.BytesIO(b'{"text": "Rain"}\n')
    options = DiscoveryOptions(stdin_filename="piped.jsonl")
    (entry,) = discover(["-", "-"], options, stream).files
    assert (entry.path, entry.format, entry.named, entry.size) == ("piped.jsonl", "jsonl", True, 17)
    assert Path(entry.location).stat().st_mode & 0o077 == 0
    (plain,) = discover(["-"], DiscoveryOptions(), io.BytesIO(b"Rain\n")).files
    assert (plain.path, plain.format) == ("<stdin>", "text")


IN_PLACE = "standard input was read in its place"


@pytest.mark.parametrize(
    ("paths", "name", "expected", "remarks"),
    [
        pytest.param(["-", "c"], "<stdin>", ["<stdin>", "c/a.txt", "c/b.txt"], [], id="no name"),
        pytest.param(["-", "c"], "c/new.txt", ["c/a.txt", "c/b.txt", "c/new.txt"], [], id="a new file"),
        pytest.param(["-", "c/b.txt"], "c/a.txt", ["c/a.txt", "c/b.txt"], [], id="its file is not read"),
        pytest.param(["-"], "c/a.txt/", ["c/a.txt"], [], id="alone"),
        pytest.param(["-"], "a\0b", ["a\0b"], [], id="no name of a file"),
        pytest.param(["-", "c"], "c/a.txt", ["c/a.txt", "c/b.txt"], [("c/a.txt", IN_PLACE)], id="in a folder"),
        pytest.param(["c", "-"], "./c//a.txt", ["c/a.txt", "c/b.txt"], [("c/a.txt", IN_PLACE)], id="spelled otherwise"),
        pytest.param(["-", "c"], "{here}/c/a.txt", ["c/a.txt", "c/b.txt"], [("c/a.txt", IN_PLACE)], id="whole path"),
        pytest.param(["-", "c/a.txt"], "c/a.txt", ["c/a.txt"], [("c/a.txt", IN_PLACE)], id="a named file"),
        pytest.param(
            ["-", "c"], "z.txt", ["c/b.txt", "z.txt"], [("c/a.txt", "another name of z.txt; read once")], id="a link"
        ),
    ],
)
def test_standard_input_stands_for_the_file_of_its_name(
    here: Path, paths: list[str], name: str, expected: list[str], remarks: list[tuple[str, str]]
) -> None:
    lay("c/a.txt", "c/b.txt")
    os.symlink("c/a.txt", "z.txt")
    options = DiscoveryOptions(stdin_filename=name.format(here=here))
    discovery = discover(paths, options, io.BytesIO(b"Rain\n"))
    assert shown(discovery) == expected
    assert sum(Path(entry.location).read_bytes() == b"Rain\n" for entry in discovery.files) == 1
    assert notes(discovery.notices) == remarks
    assert not failures(discovery.notices)
