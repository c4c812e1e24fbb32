"""The command `check`: run, report, and the verdict."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from newslint.api import Job, Request, run, settle
from newslint.config import ConfigError, nearest
from newslint.finding import Severity
from newslint.packs import Reporter, load_reporters, reporter
from newslint.report import Report, ReportOptions
from newslint.reporters.escaping import terminal

from . import output
from .exits import BUG, CLEAN, FAILED, FINDINGS
from .progress import Progress

FAILURES_SHOWN: Final = 20


@dataclass(frozen=True)
class Command:
    """What the command line says beside the request: where the report goes and what the exit code is."""

    output_file: str | None = None
    exit_zero: bool = False


def check(paths: Sequence[str], request: Request, command: Command) -> int:
    """Check what is named, write the report, and give the exit code.

    Raises:
        ConfigError, PackError, RunError, OutputError: it could not be done.
    """
    job = settle(paths, request)
    settings = job.config.settings
    write_report = _reporter(settings.output_format, job)
    progress = Progress(output.is_terminal(sys.stderr))
    with _sink(command.output_file) as write:
        try:
            report = run(job, paths, progress, may_be_empty=_is_hook(paths, job))
        finally:
            progress.clear()
        code = verdict(report, settings.fail_level, command.exit_zero)
        write_report(report, write, _options(settings.max_shown, command))
    if settings.output_format != "table" or command.output_file:
        _say_failures(report)
    progress.finish()
    return code


def verdict(report: Report, fail_level: Severity, exit_zero: bool = False) -> int:
    """The exit code: a bug before a failure before findings; `exit_zero` forgives findings only."""
    if report.crashed:
        return BUG
    if any(notice.failed for notice in report.notices):
        return FAILED
    found = any(count for severity, count in report.severities.items() if severity >= fail_level)
    return FINDINGS if found and not exit_zero else CLEAN


def _reporter(name: str, job: Job) -> Reporter:
    names = load_reporters()
    if name not in names:
        where = "--output-format" if "output_format" in job.request.changes else f"{job.config.where}: output-format"
        raise ConfigError(where, "", f"{name!r} is none of {', '.join(names)}{nearest(name, names)}")
    return reporter(name)


def _is_hook(paths: Sequence[str], job: Job) -> bool:
    """Whether a commit hook calls: then a commit without a document is no mistake."""
    if not job.config.settings.force_exclude:
        return False
    return all(os.path.isfile(path) for path in paths) if paths else not job.config.settings.corpus


@contextmanager
def _sink(file: str | None) -> Iterator[output.Write]:
    """Where the report goes. A reader who has seen enough (`| head`) is no reason to fail."""
    try:
        if file is None:
            yield output.write
            output.flush()
        else:
            with output.file_writer(Path(file)) as write:
                yield write
    except output.PipeClosed:
        output.abandon()


def _options(max_shown: int, command: Command) -> ReportOptions:
    if command.output_file:
        return ReportOptions(width=output.WIDTH_OF_A_FILE, color=False, max_shown=max_shown)
    color = output.wants_color(sys.stdout, os.environ)
    return ReportOptions(width=output.width(sys.stdout), color=color, max_shown=max_shown)


def _say_failures(report: Report) -> None:
    """What could not be done, for those who do not see it in the report."""
    failed = [notice for notice in report.notices if notice.failed]
    for notice in failed[:FAILURES_SHOWN]:
        output.say(f"newslint: {terminal(f'{notice.path}: {notice.message}' if notice.path else notice.message)}")
    if len(failed) > FAILURES_SHOWN:
        output.say(f"newslint: and {len(failed) - FAILURES_SHOWN:,} more; --output-format json lists all")
