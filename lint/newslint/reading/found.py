"""What a search has found so far, and how it becomes one list without doubles."""

from __future__ import annotations

import os
from collections import Counter
from types import MappingProxyType

from newslint.finding import Notice

from .names import on_disk, path_bytes
from .options import Discovery, FileEntry


class Found:
    """Files, notices and counts of one search.

    Attributes:
        buffer: standard input; under the name of a file it stands for that file, as an editor has it.
    """

    def __init__(self) -> None:
        self.entries: list[FileEntry] = []
        self.buffer: FileEntry | None = None
        self.notices: list[Notice] = []
        self.unread: Counter[str] = Counter()

    def note(self, path: str, message: str) -> None:
        """Something was left aside on purpose."""
        self.notices.append(Notice(path, message))

    def fail(self, path: str, message: str) -> None:
        """Something that was asked for could not be done."""
        self.notices.append(Notice(path, message, failed=True))

    def discovery(self) -> Discovery:
        """All of it, in a fixed order."""
        files, others = self._once()
        notices = sorted({*self.notices, *others}, key=_notice_order)
        return Discovery(files, tuple(notices), MappingProxyType(dict(sorted(self.unread.items()))))

    def _once(self) -> tuple[tuple[FileEntry, ...], list[Notice]]:
        """The files by the bytes of their paths; one with several names stands under the first of them.

        No two have the same path: a record is known by that. The notices tell what stands for another file.
        """
        first = {_replaced(self.buffer): self.buffer} if self.buffer else {}
        others = []
        for entry in sorted(self.entries, key=_order):
            same = entry.stamp[:2] if entry.stamp else entry.path
            known = first.setdefault(same, entry)
            if known is entry:
                continue
            if known.path != entry.path:
                others.append(Notice(entry.path, f"another name of {known.path}; read once"))
            elif self.buffer and self.buffer.path == entry.path:
                others.append(Notice(entry.path, "standard input was read in its place"))
            first[same] = known._replace(named=known.named or entry.named, source=known.source or entry.source)
        return tuple(sorted(first.values(), key=_order)), others


def _replaced(buffer: FileEntry) -> tuple[int, int] | str:
    """What tells the file for which a buffer stands from others; the buffer's path where there is no such file."""
    try:
        status = os.stat(on_disk(buffer.path))
    except (OSError, ValueError):
        return buffer.path
    return status.st_dev, status.st_ino


def _order(entry: FileEntry) -> tuple[bytes, str]:
    return path_bytes(entry.path), entry.source


def _notice_order(notice: Notice) -> tuple[bytes, str, bool]:
    return path_bytes(notice.path), notice.message, notice.failed
