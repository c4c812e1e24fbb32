"""Opens the files that were found: regular ones only, and only as they were found."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from functools import partial
from typing import BinaryIO, Final

from newslint.finding import Notice

from .options import MIB, FileEntry, Stamp

_FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)  # a FIFO that took the file's place would wait for a writer
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
_SECOND: Final = 10**9
CHANGED: Final = "changed while newslint read it; run newslint again"


class Unreadable(Exception):
    """Why a file, or the rest of it, cannot be read."""


def stamp_of(status: os.stat_result) -> Stamp:
    """What tells whether a file is still the same."""
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def changed_ns(status: os.stat_result) -> int:
    """When the file system last noted a change of a file, which nobody can set; 0 where it does not say that.

    On Windows the value is the time of creation. One of whole seconds is of a coarse file system, or of an image that
    was packed with times of its own.
    """
    return status.st_ctime_ns if os.name == "posix" and status.st_ctime_ns % _SECOND else 0


def reason(error: OSError | ValueError) -> str:
    """An error of the system in words that follow `cannot be read: `."""
    if isinstance(error, ValueError) and "null" in str(error):  # each version of Python words it in its own way
        return "the name holds a NUL character"
    words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return words[0].lower() + words[1:]


def open_file(entry: FileEntry) -> BinaryIO:
    """The file, opened for reading.

    Raises:
        Unreadable: it cannot be opened, is no regular file, or is not what was found.
    """
    return os.fdopen(_opened(entry), "rb", buffering=0)


def _opened(entry: FileEntry) -> int:
    try:
        descriptor = os.open(entry.location, _FLAGS)
    except (OSError, ValueError) as error:
        raise Unreadable(f"cannot be read: {reason(error)}") from None
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode) or entry.stamp not in (None, stamp_of(status)):
        os.close(descriptor)
        raise Unreadable(CHANGED)
    return descriptor


def read_range(entry: FileEntry, offset: int, size: int) -> bytes:
    """`size` bytes of the file from `offset` on.

    Raises:
        Unreadable: see `open_file`; or the file is shorter than that.
    """
    descriptor = _opened(entry)  # no file object: a corpus of small files is read in half the time
    try:
        if offset:
            os.lseek(descriptor, offset, os.SEEK_SET)
        data = _up_to(partial(os.read, descriptor), size)
    except OSError as error:
        raise Unreadable(f"cannot be read: {reason(error)}") from None
    finally:
        os.close(descriptor)
    if len(data) != size:
        raise Unreadable(CHANGED)
    return data


def read_at(file: BinaryIO, offset: int, size: int) -> bytes:
    """`size` bytes of an open file from `offset` on.

    Raises:
        Unreadable: the system gives them not, or the file is shorter than that.
    """
    file.seek(offset)
    data = read_up_to(file, size)
    if len(data) != size:
        raise Unreadable(CHANGED)
    return data


def read_up_to(file: BinaryIO, size: int) -> bytes:
    """The next `size` bytes; fewer only at the end of the file.

    Raises:
        Unreadable: the system gives them not.
    """
    try:
        return _up_to(file.read, size)
    except OSError as error:
        raise Unreadable(f"cannot be read: {reason(error)}") from None


def _up_to(read: Callable[[int], bytes], size: int) -> bytes:
    data = read(size)
    if len(data) == size or not data:
        return data
    parts = [data]
    missing = size - len(data)
    while missing and (data := read(missing)):
        parts.append(data)
        missing -= len(data)
    return b"".join(parts)


def failed(entry: FileEntry, cause: object) -> Notice:
    """The notice that the file, or a part of it, could not be read."""
    return Notice(entry.path, str(cause), failed=True)


def shown_size(size: int) -> str:
    """A limit in the unit it was set in."""
    return f"{size // MIB} MiB" if size % MIB == 0 else f"{size} bytes"


def too_large(entry: FileEntry, limit: int, line: int = 0) -> Notice:
    """The notice that a file, or the record in `line`, is over the limit."""
    what = f"line {line}: a record larger" if line else "larger"
    return failed(entry, f"{what} than {shown_size(limit)}; raise max-record-size to read it")
