"""Which copies stood in a commit already: these were there first."""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import blake2b

from newslint.document import Document, Span
from newslint.engine.copies import Copy
from newslint.finding import Location, Notice
from newslint.reading import FileEntry, ReadingOptions, read, split
from newslint.text import fold

from .history import Past

Find = Callable[[str], FileEntry | None]
"""The file at an absolute path as something to read; None where newslint does not read it."""


class PastTexts:
    """Tells old copies from new ones by the text of their files in a commit. Only changed files are read."""

    def __init__(self, past: Past, find: Find, reading: ReadingOptions) -> None:
        self._past, self._find, self._reading = past, find, reading
        self._last: tuple[str, frozenset[bytes]] = ("", frozenset())
        self._here = os.path.realpath(os.curdir)

    def age(self, copy: Copy) -> int:
        """0 where the text stood in the same document then, else 1."""
        path = self._past.inside(os.path.join(self._here, copy.location.ref.path))
        old = None if path is None else self._past.old_path(path)
        if path is None or old is None:
            return 1
        if path not in self._past.changed:
            return 0
        if self._last[0] != old:
            self._last = old, self._texts(old)
        return 0 if _digest(_name(copy.location), copy.text) in self._last[1] else 1

    def _texts(self, path: str) -> frozenset[bytes]:
        entry = self._find(str(self._past.tree / path))
        if entry is None:
            return frozenset()
        entry = entry._replace(path=os.path.relpath(self._past.root / path, self._here))  # settings go by the name
        digests: set[bytes] = set()
        for chunk in split(entry, self._reading):
            for document in () if isinstance(chunk, Notice) else read(chunk, self._reading):
                if isinstance(document, Document) and document.blocks:
                    name = _name(Location(document.ref, Span(0, 0), id=document.metadata.id, mark=document.mark))
                    digests.update(_digest(name, block.text) for block in document.blocks)
                    digests.add(_digest(name, document.text[document.blocks[0].start : document.blocks[-1].end]))
        return frozenset(digests)


def _name(location: Location) -> str:
    """What tells the documents of one file apart."""
    return "" if location.ref.record is None else location.id or location.mark


def _digest(name: str, text: str) -> bytes:
    return blake2b(f"{name}\0{fold(text)}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
