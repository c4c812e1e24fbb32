"""What a search has found so far, and how it becomes one list without doubles."""

from __future__ import annotations

from collections import Counter

from newslint.finding import Notice

from .names import path_bytes
from .options import FileEntry


class Found:
    """Files, notices and counts of one search."""

    def __init__(self) -> None:
        self.entries: list[FileEntry] = []
        self.notices: list[Notice] = []
        self.unread: Counter[str] = Counter()
        self._others: list[Notice] = []

    def note(self, path: str, message: str) -> None:
        """Something was left aside on purpose."""
        self.notices.append(Notice(path, message))

    def fail(self, path: str, message: str) -> None:
        """Something that was asked for could not be done."""
        self.notices.append(Notice(path, message, failed=True))

    def files(self) -> tuple[FileEntry, ...]:
        """The files by the bytes of their paths; one with several names stands under the first of them."""
        first: dict[object, FileEntry] = {}
        self._others = []
        for entry in sorted(self.entries, key=_order):
            same = entry.stamp[:2] if entry.stamp else entry.path
            known = first.setdefault(same, entry)
            if known is entry:
                continue
            if known.path != entry.path:
                self._others.append(Notice(entry.path, f"another name of {known.path}; read once"))
            first[same] = known._replace(named=known.named or entry.named, source=known.source or entry.source)
        return tuple(first.values())

    def sorted_notices(self) -> tuple[Notice, ...]:
        """All notices once each, by path; call it after `files`."""
        return tuple(sorted({*self.notices, *self._others}, key=_notice_order))


def _order(entry: FileEntry) -> tuple[bytes, str]:
    return path_bytes(entry.path), entry.source


def _notice_order(notice: Notice) -> tuple[bytes, str, bool]:
    return path_bytes(notice.path), notice.message, notice.failed
