"""Standard input as a file, so that it can be read in pieces and twice."""

from __future__ import annotations

import atexit
import os
import sys
from contextlib import suppress
from typing import BinaryIO

from .names import kind_of
from .opening import stamp_of
from .options import TEXT, FileEntry


def spool(name: str, forced: str, stream: BinaryIO | None = None) -> FileEntry:
    """Copies standard input to a private temporary file, which is removed when the process ends.

    Args:
        name: under which it is reported; its suffix tells the format, text where it tells none.
        forced: `text` or `jsonl` whatever the name, or `auto`.
        stream: read in place of standard input.

    Raises:
        OSError: it cannot be read, or the copy cannot be written.
    """
    import shutil  # loads four compressors
    import tempfile

    stream = stream or getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise OSError("it is closed")
    descriptor, location = tempfile.mkstemp(prefix="newslint-stdin-")
    atexit.register(_remove, location)
    with os.fdopen(descriptor, "wb") as copy:
        shutil.copyfileobj(stream, copy)
    status = os.stat(location)
    kind = kind_of(name)
    file_format = (kind.format or TEXT) if forced == "auto" else forced
    return FileEntry(name, location, status.st_size, file_format, kind.packed, "", True, stamp_of(status))


def _remove(location: str) -> None:
    with suppress(OSError):
        os.unlink(location)
