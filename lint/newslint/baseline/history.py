"""The files of a commit, laid out in a temporary folder, and what has changed since."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from newslint.repository import RepositoryError, git, top


@dataclass(frozen=True)
class Past:
    """A commit's files.

    Attributes:
        root: the repository's top folder; absolute.
        tree: the folder that holds the files as they were.
        files: their paths from either of these on, `/` between parts.
        changed: of the files there are now, those that differ: the path they had then, None where they were not there.
    """

    root: Path
    tree: Path
    files: frozenset[str]
    changed: Mapping[str, str | None]

    def old_path(self, path: str) -> str | None:
        """Where a file of today (by its path from the root on) was then; None where it was not there."""
        return self.changed.get(path, path if path in self.files else None)

    def inside(self, path: str) -> str | None:
        """A path from the root on; None where it leads elsewhere. Links in the last part are not followed."""
        folder, name = os.path.split(os.path.abspath(path))
        real = os.path.join(os.path.realpath(folder), name)
        relative = os.path.relpath(real, self.root).replace(os.sep, "/")
        return None if relative == ".." or relative.startswith("../") else relative


@contextmanager
def past(ref: str, folder: Path, paths: Sequence[str]) -> Iterator[Past]:
    """The files that stood at or below `paths` in the commit `ref`; they are gone when this ends.

    Nothing in the repository is changed: the files come by an index of their own.

    Args:
        folder: inside the repository's working tree.
        paths: relative to `folder`, or absolute; all of .gitignore comes, too.

    Raises:
        RepositoryError: there is no git, no repository or no such commit, or a path leads out of the repository.
    """
    root = top(folder)
    commit = _commit(root, ref)
    scratch = Path(os.path.realpath(tempfile.mkdtemp(prefix="newslint-")))
    try:
        tree = scratch / "tree"
        (tree / ".git").mkdir(parents=True)  # so that what .gitignore names is left out there, too
        files = _lay_out(root, commit, [*map(str, paths)], folder, tree)
        yield Past(root, tree, files, _changes(root, commit))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _commit(root: Path, ref: str) -> str:
    if not ref or ref.startswith("-"):
        raise RepositoryError(f"{ref!r} is no name of a commit")
    try:
        return git(root, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}").strip()
    except RepositoryError:
        hint = "in CI, a shallow clone may lack it: fetch it, or clone with the whole history"
        raise RepositoryError(f"{ref!r} names no commit of this repository ({hint})") from None


def _lay_out(root: Path, commit: str, paths: Sequence[str], folder: Path, tree: Path) -> frozenset[str]:
    """Writes the files of a commit into `tree`; gives back their paths."""
    index = {"GIT_INDEX_FILE": str(tree.parent / "index")}
    git(root, "read-tree", commit, environment=index)
    wanted = git(folder, "--literal-pathspecs", "ls-files", "-z", "--full-name", "--", *paths, environment=index)
    ignores = git(root, "ls-files", "-z", "--", ":(glob)**/.gitignore", environment=index)
    names = sorted({name for name in (wanted + ignores).split("\0") if name})
    listed = "".join(f"{name}\0" for name in names)
    git(root, "checkout-index", "-z", "--stdin", f"--prefix={tree}/", environment=index, given=listed)
    exclude = Path(root, git(root, "rev-parse", "--git-path", "info/exclude").removesuffix("\n"))
    if exclude.is_file():
        (tree / ".git" / "info").mkdir()
        shutil.copyfile(exclude, tree / ".git" / "info" / "exclude")
    return frozenset(names)


def _changes(root: Path, commit: str) -> dict[str, str | None]:
    """Of each file that is not as it was, where it was."""
    fields = git(root, "diff", "--name-status", "-z", "--find-renames", "--no-ext-diff", commit, "--").split("\0")
    changed: dict[str, str | None] = {}
    rest = iter(fields)
    for status in rest:
        if not status:
            break
        old = next(rest)
        if status[0] in "RC":
            changed[next(rest)] = old
        elif status[0] != "D":
            changed[old] = None if status[0] == "A" else old
    return changed
