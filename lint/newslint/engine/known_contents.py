"""Which texts need not be opened: those whose content has a name under which it was read before."""

from __future__ import annotations

import os
from collections.abc import Sequence
from hashlib import blake2b
from time import time_ns
from typing import Final

from newslint.reading import Chunk, FileEntry, is_content
from newslint.reading.options import TEXT
from newslint.reading.texts import DIGEST_SIZE

from .known_clusters import Values

SETTLED_NS: Final = 2 * 10**9
"""So long after a change a file is known by its state: one within the same tick of the clock would leave that as it is.
The trap, and the way out: https://git-scm.com/docs/racy-git."""


class KnownContents:
    """The digests of texts by the names of their contents.

    A name is git's id with the size on the disk, for git may keep other line ends than the file has here (see
    `is_content`); or the state in which the file system has the file, as git itself knows that it is unchanged. Who may
    not read a file is not told what another user read in it.

    Args:
        values: read and written by this process only.
    """

    def __init__(self, values: Values) -> None:
        self._values = values
        self._settled = time_ns() - SETTLED_NS
        self._user = os.geteuid() if os.name == "posix" else 0

    def digests(self, chunks: Sequence[Chunk]) -> list[bytes | None]:
        """The digest of the bytes of each chunk; None where it has to be read."""
        names = [self._name(chunk.entry) for chunk in chunks]
        known = iter(self._values.get([name for name in names if name]))
        found = (next(known) if name else None for name in names)
        return [digest if digest and len(digest) == DIGEST_SIZE else None for digest in found]

    def add(self, entry: FileEntry, data: bytes, digest: bytes) -> None:
        """Keeps the digest of the bytes that were read from a file, where its name is one of these bytes."""
        name = self._name(entry)
        if name and len(data) == entry.size and (not entry.content or is_content(data, entry.content)):
            self._values.add(name, digest)

    def _name(self, entry: FileEntry) -> bytes:
        """Empty where the content has no name, or the file holds more than a text."""
        if entry.packed or entry.format != TEXT:
            return b""
        if entry.content:
            name = f"content\0{self._user}\0{entry.content}\0{entry.size}"
        elif entry.stamp and 0 < entry.changed_ns < self._settled:
            name = f"state\0{self._user}\0{entry.stamp}\0{entry.changed_ns}"
        else:
            return b""
        return blake2b(name.encode(), digest_size=16).digest()
