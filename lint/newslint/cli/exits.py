"""How a run ends: whatever happens becomes an exit code and at most one message, never a traceback."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Final

from .output import OutputError, PipeClosed, abandon, clear_away, fill_missing, flush, say, write

if TYPE_CHECKING:
    import click

CLEAN: Final = 0
FINDINGS: Final = 1
FAILED: Final = 2
BUG: Final = 3
INTERRUPTED: Final = 130

_DIFF: Final = "--diff shows what would be fixed and writes nothing"
_COLOUR: Final = "the variables NO_COLOR and FORCE_COLOR decide about colours"
_OF_OTHERS: Final = {
    "--dry-run": _DIFF,
    "--check": _DIFF,
    "--color": _COLOUR,
    "--colour": _COLOUR,
    "--no-color": _COLOUR,
    "--explain": "newslint rule NAME shows the page of a rule, newslint explain PATH:LINE what becomes of a line",
}
"""Options that other linters and formatters have, and what stands for them here."""
_OURS: Final = ("newslint", "newslint_rules")
TRACEBACK: Final = "NEWSLINT_TRACEBACK"
"""Environment variable that shows the traceback of a bug."""


class Ended(BaseException):
    """A signal asked the process to end; a BaseException, so that every `finally` runs and nobody swallows it."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = 128 + number


def guarded(argv: Sequence[str] | None) -> int:
    """The exit code of the command that `argv` names. See `newslint.cli.main`."""
    try:
        fill_missing()
        with _ending_in_order():
            code = _run(list(sys.argv[1:] if argv is None else argv))
            try:
                flush()
            except PipeClosed:
                abandon()
            return code
    except (PipeClosed, BrokenPipeError):
        abandon()
        return CLEAN
    except KeyboardInterrupt:
        say("newslint: interrupted")
        return INTERRUPTED
    except Ended as ended:
        return ended.code
    except MemoryError:
        say("newslint: there is not enough memory; --jobs 1 needs the least")
        return FAILED
    except Exception as error:
        return _explained(error)
    finally:
        clear_away()


def _run(arguments: Sequence[str]) -> int:
    if list(arguments) in (["--version"], ["-V"]):  # what hooks and CI ask first needs none of the commands
        from newslint import __version__

        write(f"newslint {__version__}\n")
        return CLEAN
    from .commands import invoke

    return invoke(arguments)


@contextmanager
def _ending_in_order() -> Iterator[None]:
    """SIGTERM and SIGHUP raise `Ended`, so that worker processes and temporary files go too."""
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    try:
        before = {number: signal.signal(number, _end) for number in numbers}
    except ValueError:  # not the main thread: signals are somebody else's
        before = {}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, _: FrameType | None) -> None:
    raise Ended(number)


def _explained(error: Exception) -> int:
    import click

    from newslint.api import RunError
    from newslint.baseline import BaselineError
    from newslint.config import ConfigError
    from newslint.packs import PackError
    from newslint.reporters.escaping import terminal
    from newslint.repository import RepositoryError

    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        say(error.format_message())  # the help of a group of commands
        return FAILED
    if isinstance(error, click.ClickException):
        message = error.format_message().replace("\n\t", " ")  # as click lists choices
        say(f"newslint: {terminal(message)}{_hint(error)}")
        return FAILED
    if isinstance(error, ConfigError | PackError | OutputError | RunError | BaselineError | RepositoryError):
        say(f"newslint: {terminal(str(error))}")
        return FAILED
    if isinstance(error, OSError):  # the machine: a full disk, too many open files
        place = f"{os.fsdecode(error.filename)}: " if isinstance(error.filename, str | bytes) else _missing_place()
        say(f"newslint: {terminal(f'{place}{error.strerror or error}')}")
        return FAILED
    _report_bug(error)
    return BUG


def _missing_place() -> str:
    """What an error without a name most likely speaks of: the working folder, where somebody has deleted it."""
    try:
        os.getcwd()
    except OSError:
        return "the working folder is gone (change to one that is there): "
    return ""


def _hint(error: click.ClickException) -> str:
    """Where to look: the variable that holds a bad value, or the help of the command."""
    context, parameter = getattr(error, "ctx", None), getattr(error, "param", None)
    if said := _OF_OTHERS.get(getattr(error, "option_name", "")):
        return f" ({said})"
    if context is None:
        return ""
    if parameter is not None and context.get_parameter_source(parameter.name).name == "ENVIRONMENT":
        return f" (it comes from the environment: {parameter.envvar})"
    return f" (see {context.command_path} --help)"


def _report_bug(error: Exception) -> None:
    import traceback

    from newslint.reporters.escaping import terminal

    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else ""
    maker = _maker(error)
    say(f"newslint: a bug of {maker}: {terminal(f'{type(error).__name__}: {error}')}{place}")
    if os.environ.get(TRACEBACK):
        for line in "".join(traceback.format_exception(error)).splitlines():
            say(terminal(line))
    else:
        whom = "" if maker == _OURS[0] else f" to the makers of {maker}"
        say(f"newslint: please report it{whom}, with what the same command prints under {TRACEBACK}=1")


def _maker(error: Exception) -> str:
    """Whose code failed: newslint, or the pack that a reporter comes from."""
    import traceback

    from newslint.packs import makers

    names = [
        frame.f_globals.get("__name__", "").partition(".")[0] for frame, _ in traceback.walk_tb(error.__traceback__)
    ]
    known = {*makers(), *_OURS}
    last = next((name for name in reversed(names) if name in known), "")
    return last if last not in _OURS and last else _OURS[0]
