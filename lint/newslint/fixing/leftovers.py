"""What a run that was killed has left beside the files it fixed: held by a lock while its owner lives, then taken away.

The lock ends with the process (flock), so a file that can be locked belongs to nobody. Where files cannot be locked,
they are left alone.
"""

from __future__ import annotations

import os
import re
import secrets
import stat
from contextlib import suppress
from typing import Final

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

SUFFIX: Final = ".newslint-tmp"
_NAME: Final = re.compile(rf"\.[0-9a-f]{{16}}{re.escape(SUFFIX)}")
_SAFE: Final = sum(getattr(os, name, 0) for name in ("O_CLOEXEC", "O_NOFOLLOW", "O_NONBLOCK"))


def new_name() -> str:
    """A name that nobody has."""
    return f".{secrets.token_hex(8)}{SUFFIX}"


class Hold:
    """Says that a file has an owner, from now until `release`.

    Attributes:
        came_late: whether somebody took the file for left over and has taken it away, or is about to.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = -1
        self.came_late = False
        if fcntl is None:
            return
        self._descriptor = os.dup(descriptor)
        try:
            self.came_late = not self._is_locked() or os.fstat(self._descriptor).st_nlink == 0
        except BaseException:
            self.release()
            raise

    def _is_locked(self) -> bool:
        """Whether nobody else holds the file; where the file system knows no locks, nobody does."""
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            pass
        return True

    def release(self) -> None:
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            with suppress(OSError):
                os.close(descriptor)


def clear(folder: str) -> int:
    """Take away what dead runs of ours have left in a folder, not below it. Returns how many files that were."""
    if fcntl is None:
        return 0
    try:
        with os.scandir(folder) as entries:
            paths = [entry.path for entry in entries if _NAME.fullmatch(entry.name)]
    except OSError:
        return 0
    return sum(map(_is_taken_away, paths))


def _is_taken_away(path: str) -> bool:
    try:
        descriptor = os.open(path, os.O_RDONLY | _SAFE)
    except OSError:
        return False
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_nlink != 1 or status.st_uid != os.geteuid():
            return False
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if not os.path.samestat(status, os.lstat(path)):
            return False
        os.unlink(path)
    except OSError:  # somebody holds it, or it may not be taken away
        return False
    finally:
        os.close(descriptor)
    return True
