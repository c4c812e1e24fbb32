"""Which files and folders are left out: patterns of the configuration, and those of git."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newslint.finding import Notice

from .globs import ignore_spec
from .names import readable, shown
from .opening import reason

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_GLOB = frozenset("*?[\\/! #")


class Patterns:
    """Patterns as in .gitignore, against paths from a root on.

    Plain names, and those with a `*` before or behind, are looked up: that is fast, and spares the import of pathspec.
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        bare = [pattern.removesuffix("/") for pattern in patterns]
        self._names: frozenset[str] = frozenset()
        self._folders: frozenset[str] = frozenset()
        rest = list(patterns)
        if not any(pattern.startswith("!") for pattern in patterns):
            plain = list(map(_is_plain, bare))
            self._names = frozenset(p for p, is_plain in zip(patterns, plain, strict=True) if is_plain and p[-1] != "/")
            self._folders = frozenset(name for name, is_plain in zip(bare, plain, strict=True) if is_plain)
            rest = [p for p, is_plain in zip(patterns, plain, strict=True) if not is_plain]
        heads = tuple(pattern[:-1] for pattern in rest if pattern[-1:] == "*" and _is_plain(pattern[:-1]))
        tails = tuple(pattern[1:] for pattern in rest if pattern[:1] == "*" and _is_plain(pattern[1:]))
        are_all = len(rest) == len(heads) + len(tails)
        self._wild = _parts(heads, tails) if are_all and rest else None
        self._spec = ignore_spec(rest) if rest and not are_all else None

    def match(self, path: str, is_folder: bool) -> bool:
        """Whether a path (`/` between parts) is meant, or a folder above it by a pattern with wild cards."""
        name = path.rpartition("/")[2]
        if name in (self._folders if is_folder else self._names):
            return True
        if self._wild:
            return self._wild.search(path) is not None
        return bool(self._spec and self._spec.match_file(path + "/" if is_folder else path))


def _parts(heads: Sequence[str], tails: Sequence[str]) -> re.Pattern[str]:
    """Finds a part of a path that begins or ends like that."""
    begun = [rf"(?:\A|/){re.escape(head)}" for head in heads]
    return re.compile("|".join([*begun, *(rf"{re.escape(tail)}(?:/|\Z)" for tail in tails)]))


def _is_plain(name: str) -> bool:
    return bool(name) and not _GLOB & set(name)


class IgnoreFile(NamedTuple):
    """The patterns of one .gitignore, and the real folder they count from."""

    folder: str
    spec: GitIgnoreSpec

    def verdict(self, path: str, is_folder: bool) -> bool | None:
        """Whether a real path in the folder is ignored; None where no pattern speaks of it."""
        relative = readable(path[len(self.folder.rstrip(os.sep)) + 1 :].replace(os.sep, "/"))
        return self.spec.check_file(relative + "/" if is_folder else relative).include


Chain = tuple[IgnoreFile, ...]
"""The ignore files that hold in a folder, the strongest last."""


def is_ignored(chain: Chain, path: str, is_folder: bool) -> bool:
    """Whether git would ignore the real path: the nearest file that speaks of it decides."""
    for file in reversed(chain):
        verdict = file.verdict(path, is_folder)
        if verdict is not None:
            return verdict
    return False


def chain_above(folder: str, notices: list[Notice]) -> Chain:
    """The ignore files that hold for a real folder from its repository's root down to above it.

    Empty outside of a repository, and where they ignore the folder itself: it was asked for by name.
    """
    root = next((parent for parent in (folder, *map(str, Path(folder).parents)) if _is_repository(parent)), None)
    if root is None:
        return ()
    chain = _with_file((), root, os.path.join(_git_folder(root), "info", "exclude"), notices)
    below = os.path.relpath(folder, root)
    place = root
    for part in [] if below == "." else below.split(os.sep):
        chain = chain_in(chain, place, notices)
        place = os.path.join(place, part)
        if is_ignored(chain, place, True):
            return ()
    return chain


def chain_in(chain: Chain, folder: str, notices: list[Notice]) -> Chain:
    """The chain with the .gitignore of a real folder."""
    return _with_file(chain, folder, os.path.join(folder, ".gitignore"), notices)


def _with_file(chain: Chain, folder: str, location: str, notices: list[Notice]) -> Chain:
    if not os.path.isfile(location):
        return chain
    try:
        text = Path(location).read_bytes().decode("utf-8", "surrogateescape")
    except OSError as error:
        notices.append(Notice(shown(os.path.relpath(location)), f"cannot be read: {reason(error)}", failed=True))
        return chain
    spec = _spec([line.rstrip("\r") for line in text.split("\n")])
    speaks = any(pattern.include is not None for pattern in spec.patterns)
    return (*chain, IgnoreFile(folder, spec)) if speaks else chain


def _spec(lines: Sequence[str]) -> GitIgnoreSpec:
    """The patterns of the lines; one that is none matches nothing, as with git."""
    try:
        return ignore_spec(lines)
    except ValueError:
        return ignore_spec([line for line in lines if _is_pattern(line)])


def _is_pattern(line: str) -> bool:
    try:
        ignore_spec([line])
    except ValueError:
        return False
    return True


def _is_repository(folder: str) -> bool:
    git = os.path.join(folder, ".git")
    return os.path.isdir(git) or os.path.isfile(git)  # a FIFO of that name would be waited for


def _git_folder(root: str) -> str:
    """Where the repository keeps what its worktrees share."""
    git = os.path.join(root, ".git")
    try:
        if os.path.isdir(git):
            return git
        own = os.path.join(root, Path(git).read_text("utf-8").removeprefix("gitdir:").strip())
        common = os.path.join(own, "commondir")
        return os.path.join(own, Path(common).read_text("utf-8").strip()) if os.path.isfile(common) else own
    except (OSError, ValueError):
        return git
