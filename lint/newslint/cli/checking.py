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
from newslint.reporters import wording
from newslint.reporters.escaping import terminal

from . import output
from .exits import BUG, CLEAN, FAILED, FINDINGS
from .fixing import Fixer, Fixing, shown_change
from .progress import Progress

FAILURES_SHOWN: Final = 20


@dataclass(frozen=True)
class Command:
    """What the command line says beside the request: where the report goes, what the exit code is, what is fixed."""

    output_file: str | None = None
    exit_zero: bool = False
    fixing: Fixing | None = None


def check(paths: Sequence[str], request: Request, command: Command) -> int:
    """Check what is named, write the report, and give the exit code.

    Raises:
        ConfigError, PackError, RunError, OutputError: it could not be done.
    """
    job = settle(paths, request)
    settings = job.config.settings
    write_report = _reporter(settings.output_format, job)
    progress = Progress(output.is_terminal(sys.stderr))
    fixer = Fixer(job, paths, command.fixing, progress) if command.fixing else None
    if fixer and fixer.fixing.is_all:
        return _only_fix(fixer, command, progress)
    with _sink(command.output_file) as write:
        try:
            report = run(job, paths, progress, may_be_empty=_is_hook(paths, job), first=fixer)
        finally:
            progress.clear()
        report = fixer.completed(report) if fixer else report
        code = verdict(report, settings.fail_level, command.exit_zero)
        if fixer:
            code = fixer.verdict(code)
            _list_fixes(fixer, report, output.draw if settings.output_format != "table" else write)
        write_report(report, write, _options(settings.max_shown, command))
    if fixer and fixer.fixing.out:
        output.say(f"newslint: fixed copies are in {terminal(fixer.fixing.out)}; the places reported are theirs")
    if settings.output_format != "table" or command.output_file:
        _say_failures(report)
    progress.finish()
    return code


def _only_fix(fixer: Fixer, command: Command, progress: Progress) -> int:
    """Fix, or show what would be fixed, and report nothing else."""
    code = FINDINGS  # where the reader of a diff goes away, there was something to show
    with _sink(command.output_file) as write:
        try:
            report = fixer.alone(lambda line: write(shown_change(line)))
        finally:
            progress.clear()
        code = fixer.verdict(verdict(report, Severity.INFO))
        told = output.draw if fixer.fixing.diff else write
        for line in (*wording.notice_lines(report, terminal), *fixer.summary(report)):
            told(f"{line}\n")
    progress.finish()
    return code


def _list_fixes(fixer: Fixer, report: Report, write: output.Write) -> None:
    if fixer.fixing.show_fixes and fixer.changed:
        for line in (*fixer.summary(report), ""):
            write(f"{line}\n")


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
