"""Writes files so that each is its old bytes or its new ones at any time, whatever happens meanwhile.

The new bytes go to a file beside the old one, are synced to the disk, and take its name. After a kill that cannot be
caught only that file is left over; newslint never reads it, and the next run that fixes files there takes it away.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Final

from newslint.finding import Notice
from newslint.reading.opening import reason

from .leftovers import Hold, new_name

_TRIES: Final = 3

_NO_FOLDER_SYNC: Final = (errno.EINVAL, errno.ENOTSUP)
"""What file systems answer that cannot sync a folder."""

_FLAGS: Final = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_BINARY", 0)
)


class Replacement:
    """The new bytes of a file, beside it until all of them are there.

    Args:
        location: the file that is to be replaced, or made; its folder must be there.

    Raises:
        OSError: the new file cannot be made.
    """

    def __init__(self, location: str) -> None:
        self.location = location
        self._written = 0
        self._descriptor = -1
        self._hold: Hold | None = None
        for _ in range(_TRIES):
            self._make()
            if self._hold and not self._hold.came_late:
                return
            self.abandon()
        raise OSError(errno.EAGAIN, "somebody takes away whatever is made beside it")

    def _make(self) -> None:
        """A new file that everybody can see to be ours."""
        self._temporary = os.path.join(os.path.dirname(self.location), new_name())
        try:
            self._descriptor = os.open(self._temporary, _FLAGS, 0o600)
            self._hold = Hold(self._descriptor)
        except FileExistsError:  # somebody else's
            raise
        except BaseException:
            self.abandon()
            raise

    def write(self, data: bytes) -> None:
        """Write all of `data`.

        Raises:
            OSError: it cannot be written.
        """
        rest = memoryview(data)
        while rest:
            count = os.write(self._descriptor, rest)
            if count <= 0:
                raise OSError(errno.EIO, "the system wrote nothing")
            rest = rest[count:]
        self._written += len(data)

    def commit(self, like: os.stat_result, still_wanted: Callable[[], None]) -> os.stat_result:
        """Give the file its new bytes. Returns its status.

        Args:
            like: whose mode and owner the new file gets.
            still_wanted: called at the last moment; what it raises prevents the change.

        Raises:
            OSError: it cannot be done; the file is as it was.
        """
        _dress(self._descriptor, self.location, like)
        if os.fstat(self._descriptor).st_size != self._written:
            raise OSError(errno.EIO, "the file did not grow as it was written")
        os.fsync(self._descriptor)
        descriptor, self._descriptor = self._descriptor, -1
        os.close(descriptor)
        status = os.lstat(self._temporary)
        still_wanted()
        os.replace(self._temporary, self.location)
        self._temporary = ""
        self.abandon()
        return status

    def abandon(self) -> None:
        """Take the new bytes away again, if they are not in place yet."""
        if self._descriptor >= 0:
            with suppress(OSError):
                os.close(self._descriptor)
            self._descriptor = -1
        if self._temporary:
            with suppress(OSError):
                os.unlink(self._temporary)
            self._temporary = ""
        if self._hold:
            self._hold.release()


def _dress(descriptor: int, location: str, like: os.stat_result) -> None:
    """Owner, group and extended attributes where we may give them, then the mode, which the others can reset."""
    own = os.fstat(descriptor)
    if hasattr(os, "fchown") and (own.st_uid, own.st_gid) != (like.st_uid, like.st_gid):
        try:
            os.fchown(descriptor, like.st_uid, like.st_gid)
        except OSError:
            with suppress(OSError):
                os.fchown(descriptor, -1, like.st_gid)
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(location):
                os.setxattr(descriptor, name, os.getxattr(location, name))
    if hasattr(os, "fchmod"):
        os.fchmod(descriptor, stat.S_IMODE(like.st_mode))


def sync_folders(folders: Mapping[str, str]) -> list[Notice]:
    """Sync folders to the disk, so that what was renamed there outlives a power cut; notices of where that failed.

    Args:
        folders: displayed names by location.
    """
    notices = []
    for location, name in sorted(folders.items()):
        try:
            descriptor = os.open(location, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        except OSError:  # where folders cannot be opened (Windows), or only entered
            continue
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno not in _NO_FOLDER_SYNC:
                notices.append(Notice(name, f"fixed, but perhaps not on the disk yet: {reason(error)}", failed=True))
        finally:
            os.close(descriptor)
    return notices
