"""One file on its way to its new bytes: patched as a stream, then put in its place, or copied to another one."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from typing import Final, NamedTuple

from newslint.reading import FileEntry, ReadingOptions
from newslint.reading.names import is_below, on_disk
from newslint.reading.opening import CHANGED, Unreadable, open_file, stamp_of
from newslint.reading.packing import Packer, packer_of
from newslint.reading.unpack import unpacked

from .plans import Patch
from .writing import Replacement

_BLOCK: Final = 1 << 18


class Refused(Exception):
    """Why a file is not written.

    Attributes:
        failed: whether it should have been.
    """

    def __init__(self, reason: str, *, failed: bool) -> None:
        super().__init__(reason)
        self.failed = failed


class Copies(NamedTuple):
    """Where fixed copies go.

    Attributes:
        folder: absolute, without links.
        root: the folder that stands for it among the originals, absolute; all displayed paths lie below.
    """

    folder: str
    root: str

    def place(self, entry: FileEntry) -> str:
        """Where the copy of a file belongs.

        Raises:
            Refused: that would be outside of the folder.
        """
        original = os.path.abspath(on_disk(entry.path))
        path = os.path.normpath(os.path.join(self.folder, os.path.relpath(original, self.root)))
        if not is_below(path, self.folder) or os.path.realpath(path) != path:
            raise Refused("its copy would lie outside of the folder for copies", failed=True)
        return path


def refuse_in_place(entry: FileEntry) -> None:
    """See that a file may be replaced.

    Raises:
        Refused: by its kind, or by its place in the tree.
        OSError: it cannot be looked at.
    """
    if entry.packed:
        raise Refused(f"a {entry.packed} file is not fixed in place; --out DIR writes a fixed copy", failed=False)
    if entry.named and _leads_out(entry):
        raise Refused("a link that leads elsewhere; name the file itself to fix it", failed=False)
    status = os.lstat(entry.location)
    if status.st_nlink > 1:
        cause = f"it has {status.st_nlink} names (hard links), and fixing one would part them"
        raise Refused(f"{cause}; --out DIR writes a fixed copy", failed=False)
    if not status.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(entry.location, os.W_OK):
        raise Refused("it is read-only", failed=True)


def _leads_out(entry: FileEntry) -> bool:
    """Whether a named path is a link to a file that lies neither beside or below it nor in the working folder."""
    path = on_disk(entry.path)
    homes = os.path.dirname(os.path.abspath(path)), os.getcwd()
    return os.path.islink(path) and not any(is_below(entry.location, os.path.realpath(home)) for home in homes)


class Rewrite:
    """Copies a stream byte for byte, but for the patches."""

    def __init__(self, blocks: Iterator[bytes], write: Callable[[bytes], object]) -> None:
        self._blocks, self._write = blocks, write
        self._held = b""
        self._position = 0

    def apply(self, patch: Patch) -> None:
        """Copy what stands before a patch, then write it; patches come in order.

        Raises:
            Unreadable: the stream ends before.
        """
        for piece in self._take(patch.offset - self._position):
            self._write(piece)
        for _ in self._take(patch.size):
            pass
        self._write(patch.data)

    def finish(self) -> None:
        """Copy the rest."""
        self._write(self._held)
        for block in self._blocks:
            self._write(block)

    def _take(self, size: int) -> Iterator[bytes]:
        while size:
            self._held = self._held or next(self._blocks, b"")
            if not self._held:
                raise Unreadable(CHANGED)
            piece, self._held = self._held[:size], self._held[size:]
            size -= len(piece)
            self._position += len(piece)
            yield piece


class Target:
    """A file that is replaced where it has patches, or that is copied in any case.

    Every method can raise Refused, Unreadable or OSError; the file is then as it was. `abandon` comes last.

    Args:
        copies: where the copy goes; None: the file itself is replaced.
    """

    def __init__(self, entry: FileEntry, reading: ReadingOptions, copies: Copies | None) -> None:
        self._entry, self._reading = entry, reading
        self._copies = copies
        self._opened = ExitStack()
        self._rewrite: Rewrite | None = None
        self._packer: Packer | None = None

    def add(self, patches: Iterable[Patch]) -> None:
        """Patches, in the order of the file."""
        for patch in patches:
            if self._rewrite is None:
                self._rewrite = self._begin(self._entry.packed)
            self._rewrite.apply(patch)

    def _begin(self, packed: str) -> Rewrite:
        if not self._copies:
            refuse_in_place(self._entry)
        place = self._copies.place(self._entry) if self._copies else self._entry.location
        file = self._opened.enter_context(open_file(self._entry))
        self._status = os.fstat(file.fileno())
        if self._copies:
            os.makedirs(os.path.dirname(place), exist_ok=True)
        self._replacement = Replacement(place)
        self._opened.callback(self._replacement.abandon)
        if not packed:
            return Rewrite(iter(lambda: file.read(_BLOCK), b""), self._replacement.write)
        self._packer = packer = packer_of(packed)
        blocks = unpacked(file, packed, self._reading)
        return Rewrite(blocks, lambda data: self._replacement.write(packer.compress(data)))

    def commit(self) -> FileEntry:
        """Put the new bytes in their place. Returns the file as it is to be read from now on."""
        if self._rewrite is None:
            if not self._copies:
                return self._entry
            self._rewrite = self._begin(packed="")
        self._rewrite.finish()
        if self._packer:
            self._replacement.write(self._packer.flush())
        status = self._replacement.commit(self._status, self._see_that_nothing_changed)
        location = self._replacement.location
        # The new name was a change, too; what the file system says now may be of another one, by somebody else.
        return self._entry._replace(location=location, size=status.st_size, stamp=stamp_of(status), changed_ns=0)

    def _see_that_nothing_changed(self) -> None:
        status = os.lstat(self._entry.location)
        if not stat.S_ISREG(status.st_mode) or stamp_of(status) != stamp_of(self._status):
            raise Unreadable(CHANGED)

    def abandon(self) -> None:
        """Leave nothing behind but what was committed."""
        self._opened.close()
