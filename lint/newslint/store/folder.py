"""The folder of the store: made on demand, never reached through a link, its files replaced only when nobody uses them.

SQLite finds its log by name, so a database must not be removed while somebody has it open. Everyone who uses the store
holds a shared lock on the folder; removing files takes an exclusive one.
"""

from __future__ import annotations

import os
import stat
import time
from contextlib import suppress
from typing import Final

FOLDER_NAME: Final = ".newslint_cache"
FILE_NAME: Final = "newslint-store.sqlite"
_SUFFIXES: Final = ("", "-wal", "-shm", "-journal")
_IGNORE: Final = b"# Made by newslint; can be deleted at any time.\n*\n"
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_TRIES, _PAUSE_S = 100, 0.02  # removing a store takes far less than these two seconds


class Unusable(Exception):
    """Why the store cannot be used as it lies there."""


class Folder:
    """The folder of a store, open.

    Args:
        path: the folder; made where it is not there.

    Raises:
        Unusable: it is a link, no folder, or cannot be made.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.file = os.path.join(path, FILE_NAME)
        made = _make(path)
        self._descriptor = _open(path)
        if made:
            self._write_ignore()
        self._share()

    def close(self) -> None:
        """Gives the folder free."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def odd_file(self) -> str:
        """The name of a file of the store that is no plain file of its own (a link, a folder); empty where none is."""
        for name in _names():
            try:
                status = os.lstat(os.path.join(self.path, name))
            except OSError:
                continue
            if not stat.S_ISREG(status.st_mode) or status.st_nlink > 1:
                return name
        return ""

    def remove(self) -> bool:
        """Removes the files of the store, links as such; False where somebody else uses them."""
        if not self._lock(exclusive=True):
            return False
        try:
            remove_files(self.path)
        except OSError as error:
            raise Unusable(_words(error)) from None
        finally:
            self._share()
        return True

    def _write_ignore(self) -> None:
        with suppress(OSError):
            name = os.path.join(self.path, ".gitignore")
            number = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK, 0o666)
            with os.fdopen(number, "wb") as file:
                file.write(_IGNORE)

    def _share(self) -> None:
        """Keeps others from removing the files; waits for who does so now, which takes an instant."""
        for _ in range(_TRIES):
            if self._lock(exclusive=False):
                return
            time.sleep(_PAUSE_S)
        raise Unusable("is being removed by somebody else")

    def _lock(self, *, exclusive: bool) -> bool:
        """Whether nobody else stands in the way; on Windows nobody removes what is open."""
        if self._descriptor is None:
            return True
        import fcntl

        try:
            fcntl.flock(self._descriptor, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a file system without locks
            return not exclusive
        return True


def clear(path: str) -> bool:
    """Removes the store in a folder, and the folder where nothing else is in it. False where there is none.

    Raises:
        Unusable: it cannot be removed, or is in use.
    """
    if not os.path.lexists(path):
        return False
    with suppress(OSError):  # what cannot be looked into is for the folder to name
        if not os.path.islink(path) and not set(_names()) & set(os.listdir(path)):
            return False
    folder = Folder(path)
    try:
        if not folder.remove():
            raise Unusable("is in use")
    finally:
        folder.close()
    with suppress(OSError):
        if os.listdir(path) == [".gitignore"]:
            os.unlink(os.path.join(path, ".gitignore"))
        os.rmdir(path)
    return True


def remove_files(path: str) -> None:
    """Removes the names of the store's files, never what a link points to."""
    for name in reversed(_names()):
        with suppress(FileNotFoundError):
            os.unlink(os.path.join(path, name))


def _names() -> list[str]:
    return [FILE_NAME + suffix for suffix in _SUFFIXES]


def _make(path: str) -> bool:
    """Makes the folder; whether it is new or empty."""
    try:
        os.makedirs(path)
    except FileExistsError:
        pass
    except OSError as error:
        raise Unusable(f"cannot be made: {_words(error)}") from None
    else:
        return True
    if os.path.islink(path):
        raise Unusable("is a link, and links are not followed")
    try:
        return not os.listdir(path)
    except OSError as error:
        raise Unusable(f"cannot be used: {_words(error)}") from None


def _open(path: str) -> int | None:
    if not hasattr(os, "O_DIRECTORY"):
        return None
    try:
        return os.open(path, os.O_RDONLY | os.O_DIRECTORY | _NO_LINK)
    except OSError as error:
        raise Unusable(f"cannot be used: {_words(error)}") from None


def _words(error: OSError) -> str:
    words = error.strerror or type(error).__name__
    return words[0].lower() + words[1:]
