"""The files of git's index: what the next commit holds, and which of them it changes."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final, NamedTuple

from .calls import RepositoryError, failed, git, start, top

_UNCHANGED: Final = "H"
"""How `git ls-files -v` marks a file of whose copy in the working tree git keeps track."""


_ANNOUNCED: Final = "A"
"""How `git diff-files` marks a file of `git add --intent-to-add`: no commit will hold it, though the index names it."""


class IndexedFile(NamedTuple):
    """A file of the index.

    Attributes:
        path: from the top of the repository on, `/` between parts, as in `os.fsdecode`.
        mode: as git writes it.
        blob: the id of its content.
        is_in_tree: whether the file in the working tree holds this content.
    """

    path: str
    mode: str
    blob: str
    is_in_tree: bool


@dataclass(frozen=True)
class Index:
    """What the next commit of a repository holds.

    Attributes:
        root: the repository's top folder; absolute, without links.
        files: by path; those in conflict are not among them, nor those that are only announced (`git add -N`).
        conflicts: the paths of files that are still to be merged.
        changed: the paths of those whose content the commit adds or changes; a file that only has another name is none.
        moved: of those that only have another name, by path: the path that they had.
        is_commit: whether a commit is in progress, or anything is staged.
    """

    root: Path
    files: tuple[IndexedFile, ...]
    conflicts: tuple[str, ...]
    changed: frozenset[str]
    moved: Mapping[str, str]
    is_commit: bool


def read_index(folder: Path, paths: Sequence[str], since: str = "") -> Index:
    """The index of the repository around `folder`.

    Args:
        paths: files and folders; only what lies at or below them is given back.
        since: the commit to compare with; empty: the last one.

    Raises:
        RepositoryError: there is no git, no repository or no such commit, or a path leads out of the repository.
    """
    root = top(folder)
    wanted = [_inside(folder, root, path) for path in paths]
    listed = git(root, "--literal-pathspecs", "ls-files", "--stage", "-v", "-z", "--full-name", "--", *wanted)
    differing = _differing(root)
    files: list[IndexedFile] = []
    conflicts: dict[str, None] = {}
    top_folder = os.path.join(root, "")  # a `Path` for each of many thousand files takes longer than git does
    for row in filter(None, listed.split("\0")):
        described, _, path = row.partition("\t")
        mark, mode, blob, stage = described.split(" ")
        if stage != "0":
            conflicts[path] = None
        elif differing.get(path) != _ANNOUNCED:
            is_in_tree = mark == _UNCHANGED and path not in differing and os.path.lexists(top_folder + path)
            files.append(IndexedFile(path, mode, blob, is_in_tree))
    news = _news(root, since) or _News({file.path for file in files}, {}, True)
    is_commit = news.is_any or bool(since) or "GIT_INDEX_FILE" in os.environ
    return Index(root, tuple(files), tuple(conflicts), frozenset(news.changed), news.moved, is_commit)


def _differing(root: Path) -> dict[str, str]:
    """How each file that the working tree has otherwise than the index differs, by path."""
    options = ("--name-status", "-z", "--no-renames", "--ita-invisible-in-index", "--ignore-submodules=all")
    fields = git(root, "diff-files", *options).split("\0")
    return dict(zip(fields[1::2], fields[::2], strict=False))  # the last field is empty


@contextmanager
def laid_out(root: Path, files: Sequence[IndexedFile]) -> Iterator[dict[str, Path]]:
    """The contents of files, by blob, as files in a temporary folder; it is gone when this ends.

    Raises:
        RepositoryError: git does not give one of them.
    """
    scratch = Path(os.path.realpath(tempfile.mkdtemp(prefix="newslint-")))
    try:
        yield _written(root, sorted({file.blob for file in files}), scratch) if files else {}
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _written(root: Path, blobs: Sequence[str], scratch: Path) -> dict[str, Path]:
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as said:
        given.write("".join(f"{blob}\n" for blob in blobs).encode())
        given.seek(0)
        with start(root, "cat-file", "--batch", given=given, said=said) as process:
            assert process.stdout
            places = {blob: _copied(process.stdout, blob, scratch / blob) for blob in blobs}
        said.seek(0)
        if process.returncode != 0:
            raise failed("cat-file", said.read())
    return places


def _copied(output: IO[bytes], blob: str, place: Path) -> Path:
    """Writes the next object of `git cat-file --batch` to a file."""
    name, _, rest = output.readline().decode("ascii", "replace").strip().partition(" ")
    kind, _, size = rest.partition(" ")
    if name != blob or kind != "blob" or not size.isdecimal():
        raise RepositoryError(f"git does not give the content of {blob[:12]} ({rest or 'it ended'})")
    left = int(size) + 1  # a line feed ends it
    with place.open("xb") as file:
        while left > 0:
            data = output.read(min(left, 1 << 20))
            if not data:
                raise RepositoryError(f"git does not give the content of {blob[:12]} whole")
            left -= len(data)
            file.write(data if left else data[:-1])
    return place


def _inside(folder: Path, root: Path, path: str) -> str:
    """A path from the root on, without links; `.` for the root itself."""
    inside = os.path.relpath(os.path.realpath(folder / path), root)
    if inside == ".." or inside.startswith(f"..{os.sep}"):
        raise RepositoryError(f"{path} lies outside of the repository {root.name}")
    return inside.replace(os.sep, "/")


class _News(NamedTuple):
    """What the index adds or changes, what it only moves (as in `Index`), and whether it differs from the commit."""

    changed: set[str]
    moved: dict[str, str]
    is_any: bool


def _news(root: Path, since: str) -> _News | None:
    """None: there is no commit to compare with."""
    try:
        commit = git(root, "rev-parse", "--verify", "--quiet", f"{since or 'HEAD'}^{{commit}}").strip()
    except RepositoryError:
        if since:
            hint = "a shallow clone may lack it: fetch it, or clone with the whole history"
            raise RepositoryError(f"{since!r} names no commit of this repository ({hint})") from None
        return None
    if since:
        with suppress(RepositoryError):  # a shallow clone may lack what both come from
            commit = git(root, "merge-base", commit, "HEAD").strip()
    options = ("--cached", "--name-status", "-z", "--find-renames", "--no-ext-diff", "--ita-invisible-in-index")
    fields = iter(git(root, "diff-index", *options, "--ignore-submodules=all", commit, "--").split("\0"))
    changed: set[str] = set()
    moved: dict[str, str] = {}
    is_any = False
    for status in filter(None, fields):
        is_any = True
        old = path = next(fields)
        if status[0] in "RC":
            path = next(fields)
        if status == "R100":
            moved[path] = old
        elif status != "D":
            changed.add(path)
    return _News(changed, moved, is_any)
