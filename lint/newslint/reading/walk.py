"""Walks a folder for files to read; links to folders are not followed, and nothing but regular files is taken."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from typing import NamedTuple

from .found import Found
from .ignores import Chain, Patterns, chain_above, chain_in, is_ignored
from .names import Kind, is_below, joined, kind_of, readable
from .opening import changed_ns, reason, stamp_of
from .options import JSON, DiscoveryOptions, FileEntry


class Filter:
    """What the configuration leaves out, and what it takes in."""

    def __init__(self, options: DiscoveryOptions) -> None:
        self.options = options
        self.exclude = Patterns(options.exclude)
        self.include = Patterns(options.include)
        self.root = os.path.realpath(options.root or os.curdir)

    def place(self, path: str) -> str:
        """The path that patterns are matched with: from the root on; empty where it lies elsewhere or is the root."""
        real = os.path.realpath(path)
        if real == self.root or not is_below(real, self.root):
            return ""
        return readable(os.path.relpath(real, self.root)).replace(os.sep, "/")

    def excludes_any(self, place: str, is_folder: bool) -> bool:
        """Whether a place is excluded, or a folder above it."""
        parts = place.split("/") if place else []
        above = any(self.exclude.match("/".join(parts[:count]), True) for count in range(1, len(parts)))
        return above or bool(parts and self.exclude.match(place, is_folder))

    def takes(self, kind: Kind, place: str, found: Found) -> bool:
        """Whether a file is of a kind that newslint reads when it meets it; counts it where it is not."""
        included = self.include.match(place, False)
        if self.options.include and not included:
            return False
        if (kind.format and kind.format != JSON) or (included and (kind.format or self.options.format != "auto")):
            return True
        found.unread[kind.suffix] += 1
        return False


class Folder(NamedTuple):
    """A folder on the way.

    Attributes:
        location: without links.
        name: as it is shown.
        place: as patterns see it.
        source: the first folder below the given one.
        depth: 0 for the given folder itself.
    """

    location: str
    name: str
    place: str
    chain: Chain
    source: str
    depth: int


class Walk:
    """One walk through a given folder."""

    def __init__(self, found: Found, filters: Filter, roots: Sequence[str]) -> None:
        self._found, self._filters, self._roots = found, filters, roots
        self._git = filters.options.respect_gitignore
        self._format = filters.options.format

    def run(self, location: str, name: str, place: str) -> None:
        """Adds what the folder holds to what was found.

        Args:
            location: without links.
            name: as it is shown.
            place: as patterns see it; empty where they count from this folder on.
        """
        chain = chain_above(location, self._found.notices) if self._git else ()
        waiting = [Folder(location, name, place, chain, "", 0)]
        while waiting:
            waiting += self._folders_in(waiting.pop())

    def _folders_in(self, folder: Folder) -> list[Folder]:
        try:
            with os.scandir(folder.location) as entries:
                items = list(entries)
        except OSError as error:
            self._found.fail(folder.name, f"the folder cannot be read: {reason(error)}")
            return []
        if self._git:
            folder = folder._replace(chain=chain_in(folder.chain, folder.location, self._found.notices))
        below = []
        for item in items:
            if self._is_left_out(item, folder):
                continue
            if item.is_symlink():
                self._link(item, folder)
            elif item.is_dir(follow_symlinks=False):
                below.append(self._below(item.name, folder))
            else:
                self._file(item, folder)
        return below

    def _below(self, name: str, folder: Folder) -> Folder:
        location = os.path.join(folder.location, name)
        return Folder(
            location,
            joined(folder.name, name),
            "" if location == self._filters.root else _placed(folder, name),
            folder.chain,
            folder.source if folder.depth else readable(name),
            folder.depth + 1,
        )

    def _is_left_out(self, item: os.DirEntry[str], folder: Folder) -> bool:
        is_folder = item.is_dir(follow_symlinks=False)
        place = _placed(folder, item.name)
        exclude = self._filters.exclude
        if exclude.match(place, is_folder) or (item.is_symlink() and exclude.match(place, True)):
            return True
        return bool(folder.chain) and is_ignored(folder.chain, item.path, is_folder)

    def _file(self, item: os.DirEntry[str], folder: Folder) -> None:
        try:
            status = item.stat(follow_symlinks=False)
        except OSError as error:  # gone since the folder was listed
            self._found.fail(joined(folder.name, item.name), f"cannot be read: {reason(error)}")
            return
        self._take(item.name, folder, status, item.path)

    def _link(self, item: os.DirEntry[str], folder: Folder) -> None:
        name = joined(folder.name, item.name)
        try:
            status = os.stat(item.path)
        except OSError:
            if self._filters.takes(kind_of(item.name), _placed(folder, item.name), self._found):
                self._found.fail(name, "a link that leads nowhere")
            return
        target = os.path.realpath(item.path)
        if stat.S_ISDIR(status.st_mode):
            self._found.note(name, "a link to a folder, not followed")
        elif stat.S_ISREG(status.st_mode) and not any(is_below(target, root) for root in self._roots):
            if self._filters.takes(kind_of(item.name), _placed(folder, item.name), self._found):
                self._found.note(name, "a link that leads out of the given folder, not followed")
        else:
            self._take(item.name, folder, status, target)

    def _take(self, name: str, folder: Folder, status: os.stat_result, location: str) -> None:
        shown = joined(folder.name, name)
        if not stat.S_ISREG(status.st_mode):
            self._found.note(shown, f"{special(status.st_mode)}, not a file; not opened")
        elif self._filters.takes(kind := kind_of(name), _placed(folder, name), self._found):
            file_format = kind.format if self._format == "auto" else self._format
            self._found.entries.append(
                FileEntry(
                    shown,
                    location,
                    status.st_size,
                    file_format,
                    kind.packed,
                    folder.source,
                    stamp=stamp_of(status),
                    changed_ns=changed_ns(status),
                )
            )


def _placed(folder: Folder, name: str) -> str:
    return f"{folder.place}/{readable(name)}" if folder.place else readable(name)


def special(mode: int) -> str:
    """What a file that is no regular one is, in words."""
    if stat.S_ISFIFO(mode):
        return "a FIFO"
    if stat.S_ISSOCK(mode):
        return "a socket"
    return "a device"
