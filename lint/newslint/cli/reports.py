"""Where the reports of a run go: one to standard output or a file, and as many more as are asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.api import Job
from newslint.config import ConfigError, nearest
from newslint.packs import Reporter, load_reporters, reporter
from newslint.report import Report, ReportOptions
from newslint.reporters import wording
from newslint.reporters.escaping import terminal

from . import output
from .origins import origin

if TYPE_CHECKING:
    from newslint.reading import FileEntry

FAILURES_SHOWN: Final = 20
FINDINGS_ONLY: Final = frozenset({"concise", "csv", "gitlab", "jsonl"})
"""Formats that have no place for what was left aside."""
GROWING: Final = "summary"
"""The format that is added to its file: several steps of a CI job share one."""
STATISTICS: Final = {"table": "report", "json": "report_json"}


@dataclass(frozen=True)
class Wanted:
    """What the command line says about reports. The names are those of its options."""

    output_file: str | None = None
    report: tuple[str, ...] = ()
    statistics: bool = False
    quiet: bool = False
    verbose: bool = False


class Target(NamedTuple):
    """One more report: its format and its file."""

    format: str
    path: str

    @property
    def grows(self) -> bool:
        return self.format == GROWING


class Reports:
    """All reports of one run.

    Raises:
        ConfigError: a format or a file cannot be meant.
        OutputError: a file cannot be written.
    """

    def __init__(self, job: Job, wanted: Wanted) -> None:
        settings = job.config.settings
        self._wanted, self._max_shown = wanted, settings.max_shown
        self._format = settings.output_format
        told = origin("output_format", job, "--output-format")
        place = told if "output_format" in job.request.changes else f"{told}: output-format"
        self._main = _statistics(self._format) if wanted.statistics else _known(self._format, place)
        self._others = [(target, _known(target.format, "--report")) for target in map(_target, wanted.report)]
        self._see_that_files_differ()
        for target, _ in self._others:  # before the work, not after it
            output.probe(Path(target.path))

    @property
    def _files(self) -> list[tuple[str, str]]:
        """The option and the file of each report that goes to one."""
        own = self._wanted.output_file
        return [("--report", target.path) for target, _ in self._others] + ([("--output-file", own)] if own else [])

    def _see_that_files_differ(self) -> None:
        if self._wanted.output_file == "":
            raise ConfigError("--output-file", "", "no file is named: is a variable empty?")
        real = [os.path.realpath(file) for _, file in self._files]
        for number, file in enumerate(real):
            if file in real[:number]:
                raise ConfigError("--report", "", f"two reports go to {os.path.relpath(file)}")

    def spare(self, documents: Iterable[FileEntry]) -> None:
        """See that no report takes the place of a document.

        Raises:
            ConfigError: one would.
        """
        places = {os.path.realpath(file): option for option, file in self._files}
        names = set(map(os.path.basename, places))
        for entry in documents if places else ():
            if os.path.basename(entry.location) in names and (place := os.path.realpath(entry.location)) in places:
                cause = "is one of the files that are checked, and a report would replace it"
                raise ConfigError(places[place], "", f"{entry.path} {cause}; name another file, or exclude this one")

    @property
    def is_on_screen(self) -> bool:
        """Whether the report on standard output is for people and says all there is to say."""
        return self._format == "table" and not (self._wanted.output_file or self._wanted.quiet)

    @contextmanager
    def open(self) -> Iterator[output.Write]:
        """Where the first report goes. A reader who has seen enough (`| head`) is no reason to fail."""
        try:
            if self._wanted.output_file is None:
                yield output.write
                output.flush()
            else:
                with output.file_writer(Path(self._wanted.output_file)) as write:
                    yield write
        except output.PipeClosed:
            output.abandon()

    def write(self, report: Report, write: output.Write) -> None:
        """Write the first report."""
        self._main(report, write, self._options(self._wanted.output_file is not None))

    def write_others(self, report: Report) -> bool:
        """Write the others, each whole or not at all; whether all could be written."""
        failed = False
        for target, write_report in self._others:
            try:
                with output.appender(target.path) if target.grows else output.file_writer(Path(target.path)) as write:
                    write_report(report, write, self._options(True))
            except output.OutputError as error:
                output.say(f"newslint: {terminal(str(error))}")
                failed = True
        return not failed

    def _options(self, is_file: bool) -> ReportOptions:
        quiet = self._wanted.quiet
        if is_file:
            return ReportOptions(output.WIDTH_OF_A_FILE, False, self._max_shown, quiet)
        color = output.wants_color(sys.stdout, os.environ)
        return ReportOptions(output.width(sys.stdout), color, self._max_shown, quiet)

    def say_the_rest(self, report: Report) -> None:
        """What the report on standard output has no place for, on standard error."""
        if self._wanted.verbose:
            for notice in report.notices:
                output.say(f"newslint: {_said(notice.path, notice.message)}")
        elif self._format in FINDINGS_ONLY and not self._wanted.quiet:
            for line in wording.notice_lines(report, terminal):
                output.say(line)
        elif not self.is_on_screen:
            _say_failures(report)


def _target(value: str) -> Target:
    """`html:report.html` taken apart."""
    name, colon, path = value.partition(":")
    if not colon:
        raise ConfigError("--report", "", f"{value!r} names no file (write FORMAT:PATH, such as sarif:report.sarif)")
    if not path:
        raise ConfigError("--report", "", f"{value!r} names no file behind the colon: is a variable empty?")
    if path == "-":
        raise ConfigError("--report", "", f"{value!r}: standard output is what --output-format is for")
    return Target(name, path)


def _known(name: str, place: str) -> Reporter:
    names = load_reporters()
    if name not in names:
        raise ConfigError(place, "", f"{name!r} is none of {', '.join(names)}{nearest(name, names)}")
    return reporter(name)


def _statistics(name: str) -> Reporter:
    from newslint.reporters import statistics

    if name not in STATISTICS:
        raise ConfigError("--statistics", "", f"there is no {name} form of it, only {' and '.join(STATISTICS)}")
    write: Callable[..., None] = getattr(statistics, STATISTICS[name])
    return write


def _said(path: str, message: str) -> str:
    return terminal(f"{path}: {message}" if path else message)


def _say_failures(report: Report) -> None:
    failed: Sequence[tuple[str, str]] = [(item.path, item.message) for item in report.notices if item.failed]
    for path, message in failed[:FAILURES_SHOWN]:
        output.say(f"newslint: {_said(path, message)}")
    if len(failed) > FAILURES_SHOWN:
        output.say(f"newslint: and {len(failed) - FAILURES_SHOWN:,} more; --output-format json lists all")
