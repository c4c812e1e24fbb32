"""From the paths of the command line to the files of a repository that are to be read, as a walk would find them.

What git tracks it does not ignore: .gitignore has no say here.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from typing import Final, NamedTuple

from .found import Found
from .names import joined, kind_of, readable, shown
from .opening import reason, stamp_of
from .options import Discovery, DiscoveryOptions, FileEntry
from .walk import Filter

_SHA1_DIGITS: Final = 40


class TrackedFile(NamedTuple):
    """A file of a repository.

    Attributes:
        path: absolute, as it is called.
        location: where its content lies, as `open` takes it.
        content: git's id of its content.
        left_out: why it is not to be read (it is a link, say); empty: it is.
    """

    path: str
    location: str
    content: str = ""
    left_out: str = ""


def is_content(data: bytes, name: str) -> bool:
    """Whether a file is what git keeps under this name of its content: as it is, or with all its line ends as CRLF.

    Git may keep more than one file under a name: filters and mixed line ends do not show in it.
    """
    return name == _blob(data, name) or (
        data.count(b"\r\n") == data.count(b"\n") and name == _blob(data.replace(b"\r\n", b"\n"), name)
    )


def _blob(data: bytes, name: str) -> str:
    """The id that git gives a content, of the kind that `name` is of."""
    digest = hashlib.sha1 if len(name) == _SHA1_DIGITS else hashlib.sha256
    return digest(b"blob %d\0%b" % (len(data), data), usedforsecurity=False).hexdigest()


def discover_tracked(paths: Sequence[str], files: Sequence[TrackedFile], options: DiscoveryOptions) -> Discovery:
    """Those of the files that `paths` name, or that lie in the folders among them.

    Args:
        paths: they need not be there any more.

    Raises:
        ValueError: a pattern of `include` or `exclude` is none.
    """
    found = Found()
    filters = Filter(options)
    for path in dict.fromkeys(paths):
        _Given(path, found, filters).add(files)
    return found.discovery()


class _Given:
    """One of the given paths."""

    def __init__(self, path: str, found: Found, filters: Filter) -> None:
        self._found, self._filters = found, filters
        self._real, self._name = os.path.realpath(path), shown(path)
        self._place = filters.place(path)
        self._out: dict[str, bool] = {"": False}
        self._is_excluded = filters.excludes_any(self._place, os.path.isdir(path))

    def add(self, files: Sequence[TrackedFile]) -> None:
        """Adds the files at or below the path to what was found."""
        if self._is_excluded and self._filters.options.force_exclude:
            self._found.note(self._name, "named, but excluded by the configuration")
            return
        above = self._real.rstrip(os.sep) + os.sep
        for file in files:
            if file.path == self._real:
                self._take(file, self._name, self._place, "", True)
            elif file.path.startswith(above):
                self._add_below(file, file.path[len(above) :].replace(os.sep, "/"))

    def _add_below(self, file: TrackedFile, inside: str) -> None:
        place = self._place_of(file, readable(inside))
        folder = place.rpartition("/")[0]
        if not self._is_out(folder) and not self._filters.exclude.match(place, False):
            source, below, _ = readable(inside).partition("/")
            self._take(file, joined(self._name, inside), place, source if below else "", False)

    def _is_out(self, folder: str) -> bool:
        if folder not in self._out:
            self._out[folder] = self._filters.excludes_any(folder, True)
        return self._out[folder]

    def _place_of(self, file: TrackedFile, inside: str) -> str:
        root = self._filters.root.rstrip(os.sep) + os.sep
        if self._is_excluded or not file.path.startswith(root):
            return inside
        return readable(file.path[len(root) :]).replace(os.sep, "/")

    def _take(self, file: TrackedFile, name: str, place: str, source: str, named: bool) -> None:
        if file.left_out:
            self._found.note(name, file.left_out)
            return
        base = os.path.basename(file.path)
        kind, forced = kind_of(base), self._filters.options.format
        if not (named and kind.format) and not self._filters.takes(kind, place, self._found):
            return
        try:
            status = os.lstat(file.location)
        except OSError as error:
            self._found.fail(name, f"cannot be read: {reason(error)}")
            return
        format_ = kind.format if forced == "auto" else forced
        stamp = stamp_of(status) if file.location == file.path else None  # elsewhere one file may stand for several
        entry = FileEntry(name, file.location, status.st_size, format_, kind.packed, source, named, stamp, file.content)
        self._found.entries.append(entry)
