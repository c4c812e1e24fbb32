"""Where a report goes: standard output as UTF-8 bytes, or a file that is its old or its new self at any time."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, Final

Write = Callable[[str], object]

STANDARD_OUTPUT: Final = "standard output"

WIDTH_OF_A_FILE: Final = 160
"""Columns of a table that no terminal shows."""


class PipeClosed(Exception):
    """Whoever read the output has gone (`newslint … | head`)."""


class OutputError(Exception):
    """A file that cannot be written; the message names it and the cause."""


def write(text: str) -> None:
    """Text on standard output, in UTF-8 whatever the locale says.

    Raises:
        PipeClosed: nobody reads it any more.
        OutputError: the process was started without it, or it cannot be written.
    """
    if sys.stdout is None:
        raise OutputError("standard output is closed")
    try:
        stream = getattr(sys.stdout, "buffer", None)
        if stream is None:  # a caller put something else in its place
            sys.stdout.write(text)
        else:
            stream.write(_encoded(text))
    except OSError as error:
        raise _named(STANDARD_OUTPUT, error) from None


def flush() -> None:
    """Hand over what `write` has kept back.

    Raises:
        PipeClosed: nobody reads it any more.
        OutputError: it cannot be written.
    """
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        raise _named(STANDARD_OUTPUT, error) from None


def fill_missing() -> None:
    """Open nothing in place of a standard stream that is closed, lest a file take its number, and be written to."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free


def abandon() -> None:
    """Point standard output at nothing, so that the interpreter does not trip over the closed pipe when it ends."""
    with suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)


def say(text: str) -> None:
    """One message on standard error; a message that nobody can read is no reason to fail."""
    draw(text + "\n")


def draw(text: str) -> None:
    """Text on standard error as it stands."""
    if sys.stderr is None:
        return
    with suppress(OSError, ValueError):
        stream = getattr(sys.stderr, "buffer", None)
        if stream is None:
            sys.stderr.write(text)
        else:
            sys.stderr.flush()
            stream.write(_encoded(text))
        sys.stderr.flush()


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


@contextmanager
def file_writer(path: Path) -> Iterator[Write]:
    """Writes a file whole or not at all: beside it under another name, then renamed.

    A device or a pipe is written to directly, a link is followed.

    Raises:
        OutputError: it cannot be written.
    """
    with ExitStack() as opened:  # what fails in the block that writes has nothing to do with the file
        with _naming(path):
            status = path.stat() if path.exists() else None
            is_special = status is not None and not stat.S_ISREG(status.st_mode)
            file = _special(path) if is_special else _replacement(Path(os.path.realpath(path)), status)
            stream = opened.enter_context(file)

        def write(text: str) -> None:
            try:
                stream.write(_encoded(text))
            except OSError as error:
                raise _named(path, error) from None

        yield write
        with _naming(path):
            opened.close()


@contextmanager
def _naming(path: str | os.PathLike[str]) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _named(path, error) from None


def _named(path: str | os.PathLike[str], error: OSError) -> Exception:
    if isinstance(error, BrokenPipeError):
        return PipeClosed()
    return OutputError(f"{path}: cannot be written: {error.strerror or error}")


@contextmanager
def appender(file: str) -> Iterator[Write]:
    """Adds to a file, in one piece: nothing is added where the text could not be made.

    Raises:
        OutputError: it cannot be written.
    """
    parts: list[bytes] = []
    yield lambda text: parts.append(_encoded(text))
    with _naming(file), open(file, "ab") as stream:
        stream.write(b"".join(parts))


def probe(path: Path) -> None:
    """See whether a file can be written, and leave it as it is.

    Raises:
        OutputError: it cannot.
    """
    with _naming(path):
        if path.exists() and not path.is_file():
            with path.open("ab"):
                return
        with _replacement(Path(os.path.realpath(path)), None, keep=False):
            pass


@contextmanager
def _special(path: Path) -> Iterator[IO[bytes]]:
    """A device or a pipe."""
    with _closed(path.open("wb")) as stream:
        yield stream


@contextmanager
def _replacement(path: Path, status: os.stat_result | None, *, keep: bool = True) -> Iterator[IO[bytes]]:
    number, temporary = _created(path)
    try:
        with _closed(open(number, "wb")) as stream:
            yield stream
        if not keep:
            os.unlink(temporary)
            return
        os.chmod(temporary, stat.S_IMODE(status.st_mode) if status else 0o666 & ~_umask())
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
    finally:
        _unfinished.discard(temporary)


_unfinished: Final[set[str]] = set()
"""Temporary files that were about to be made: a signal may come before anybody takes care of one."""


def _created(path: Path) -> tuple[int, str]:
    """A new file beside `path`, open for writing, and its name."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    while True:
        temporary = str(path.parent / f".{path.name[:40]}.{os.urandom(4).hex()}.tmp")
        _unfinished.add(temporary)
        try:
            return os.open(temporary, flags, 0o600), temporary
        except FileExistsError:
            _unfinished.discard(temporary)
        except OSError:
            _unfinished.discard(temporary)
            raise


def clear_away() -> None:
    """Removes what an interruption has left of files that were about to be written."""
    for temporary in _unfinished:
        with suppress(OSError):
            os.unlink(temporary)
    _unfinished.clear()


@contextmanager
def _closed(stream: IO[bytes]) -> Iterator[IO[bytes]]:
    """Closes the stream; that this fails, too, does not hide what failed before."""
    try:
        yield stream
        stream.close()
    except BaseException:
        with suppress(OSError):
            stream.close()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def wants_color(stream: IO[str], environment: Mapping[str, str]) -> bool:
    """NO_COLOR, then FORCE_COLOR and CLICOLOR_FORCE (but for 0), then whether it is a terminal that knows colours."""
    if environment.get("NO_COLOR"):
        return False
    for name in ("FORCE_COLOR", "CLICOLOR_FORCE"):
        if value := environment.get(name):
            return value != "0"
    return is_terminal(stream) and environment.get("TERM") != "dumb"


def is_terminal(stream: IO[str] | None) -> bool:
    """Whether somebody watches; a closed stream is no terminal."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def width(stream: IO[str]) -> int:
    """Columns of the terminal (COLUMNS counts), 160 off one."""
    if not is_terminal(stream):
        return WIDTH_OF_A_FILE
    import shutil

    return shutil.get_terminal_size((80, 24)).columns
