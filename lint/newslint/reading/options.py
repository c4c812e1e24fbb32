"""The values that reading works with: what to read and how, the files found, and the pieces they are read in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newslint.finding import Notice

from .decode import check_encoding

if TYPE_CHECKING:
    from pathspec import PathSpec

MIB: Final = 1 << 20
STDIN: Final = "-"

TEXT: Final = "text"
JSON_LINES: Final = "jsonl"
JSON: Final = "json"
"""A file that holds JSON Lines or one object over several lines: which of the two, its first line tells."""

DEFAULT_EXCLUDE: Final = (
    "*.newslint-tmp",
    ".bzr",
    ".direnv",
    ".eggs",
    ".git",
    ".hg",
    ".ipynb_checkpoints",
    ".mypy_cache",
    ".newslint_cache",
    ".nox",
    ".pytest_cache",
    ".ruff_cache",
    ".svn",
    ".tox",
    ".venv",
    "__pycache__",
    "newslint-store.sqlite*",
    "node_modules",
    "venv",
)
"""What holds no corpus: folders of tools, the cache, and what is left of a file that was about to be written."""

Stamp = tuple[int, int, int, int]
"""Device, inode, size and modification time (ns) of a file when it was found."""


@lru_cache(maxsize=8)
def _specs(encodings: tuple[tuple[str, str], ...]) -> tuple[tuple[PathSpec[Any], str], ...]:
    """A matcher for each pattern, the last one first."""
    from .globs import path_spec

    return tuple((path_spec(pattern), codec) for pattern, codec in reversed(encodings))


@dataclass(frozen=True)
class ReadingOptions:
    """How files become documents.

    Attributes:
        format: `text` or `jsonl` for every file, or `auto`: by its name.
        text_fields, …: names of a record's fields, tried in this order; a dotted name reaches inside.
        encoding: Python's name of the codec of all files; empty: UTF-8. A byte order mark in a file wins over it.
        encodings: pairs of a path pattern (as in .gitignore) and a codec; the last that matches wins.
        max_record_bytes: the largest text file or record that is read.
        max_ratio: of unpacked to packed bytes in a gzip file, looked at once more than 1 MiB has come out; ten times as
            much in others, whose windows are larger. News packs 3 to 10 times smaller, a file of copies of it some 50
            times (by gzip), a bomb 1000 times (by gzip; else more).
        max_unpacked_bytes: what may come out of one packed file.

    Raises:
        ValueError: Python knows no text encoding of that name.
    """

    format: str = "auto"
    text_fields: tuple[str, ...] = ("text", "content", "body", "article", "maintext")
    id_fields: tuple[str, ...] = ("id", "url")
    title_fields: tuple[str, ...] = ("title", "headline")
    date_fields: tuple[str, ...] = ("date", "date_publish", "published", "timestamp")
    source_fields: tuple[str, ...] = ("source", "source_domain", "domain")
    language_fields: tuple[str, ...] = ("language", "lang")
    encoding: str = ""
    encodings: tuple[tuple[str, str], ...] = ()
    max_record_bytes: int = 64 * MIB
    max_ratio: int = 100
    max_unpacked_bytes: int = 64 << 30

    def __post_init__(self) -> None:
        for name in (self.encoding, *(codec for _, codec in self.encodings)):
            if name:
                check_encoding(name)

    def encoding_of(self, path: str) -> str:
        """The codec set for the file with this displayed path; empty where none is."""
        return next((codec for spec, codec in _specs(self.encodings) if spec.match_file(path)), self.encoding)


@dataclass(frozen=True)
class DiscoveryOptions:
    """Which files to read.

    Attributes:
        include: patterns (as in .gitignore) of the files to read in folders; empty: every kind newslint reads.
        exclude: patterns of files and folders to leave out.
        root: the folder that patterns with a `/` start from; empty: the working folder.
        respect_gitignore: leave out what .gitignore files and .git/info/exclude name.
        force_exclude: `exclude` holds for paths that are named, too, and a named file of another kind is left aside.
        format: `text` or `jsonl` for named files of any name and for every file met that newslint reads, or `auto`.
        stdin_filename: the name under which standard input is reported, and by which its format is chosen. Where a
            file of this path is read, too, standard input stands for it.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = DEFAULT_EXCLUDE
    root: str = ""
    respect_gitignore: bool = True
    force_exclude: bool = False
    format: str = "auto"
    stdin_filename: str = "<stdin>"


class FileEntry(NamedTuple):
    """A file to read.

    Attributes:
        path: the displayed path, see `DocumentRef.path`.
        location: what `open` takes.
        size: in bytes, as it lies on disk.
        format: `text`, `jsonl` or `json` (lines, or one object over several).
        packed: as `Kind.packed`.
        source: the first folder below the given path; empty where there is none.
        named: whether the path itself was given, not a folder above it.
        stamp: the file as it was found; None: not checked when it is read.
        content: a name that changes with the content, such as git's id of it; empty: none is known.
        changed_ns: when the file system last noted a change of it; 0: it does not say, or not to the nanosecond.
    """

    path: str
    location: str
    size: int
    format: str
    packed: str = ""
    source: str = ""
    named: bool = False
    stamp: Stamp | None = None
    content: str = ""
    changed_ns: int = 0


class Chunk(NamedTuple):
    """A piece of a file that holds whole records.

    Attributes:
        offset: where it begins in the (unpacked) file, in bytes.
        size: its length in bytes.
        line: 1-based number of its first line in the file.
        data: its bytes where they cannot be read from the file at `offset` (packed ones); else None.
        encoding: the codec that the file's byte order mark or the options name; empty: UTF-8.
        whole: the piece is one document (a text, or one JSON object over several lines).
    """

    entry: FileEntry
    offset: int
    size: int
    line: int = 1
    data: bytes | None = None
    encoding: str = ""
    whole: bool = False


class Wanted(NamedTuple):
    """A record to read once more: its line (None in a text file), place and digest, as `Origin` has them."""

    record: int | None
    offset: int
    size: int
    digest: bytes


@dataclass(frozen=True)
class Discovery:
    """What `discover` found.

    Attributes:
        files: sorted by the bytes of their displayed paths; no file twice.
        notices: what could not be read, or was left aside, and why.
        unread: how many files of other kinds lie in the folders, by suffix (empty: none).
    """

    files: tuple[FileEntry, ...] = ()
    notices: tuple[Notice, ...] = ()
    unread: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
