"""The command `check`: run, report, and the verdict."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from newslint.api import Job, Request, run, settle
from newslint.engine.copies import NOBODY
from newslint.finding import Severity
from newslint.report import Report
from newslint.reporters import wording
from newslint.reporters.escaping import terminal

from . import idle, output
from .against import against
from .debt import Debt, debt
from .debt_options import Source
from .exits import BUG, CLEAN, FAILED, FINDINGS
from .fixing import Fixer, Fixing, shown_change
from .progress import Progress
from .reports import Reports, Wanted
from .staging import staged

if TYPE_CHECKING:
    from newslint.engine import RunOptions
    from newslint.reading import Discovery


@dataclass(frozen=True)
class Command:
    """What the command line says beside the request: where the reports go, what the exit code is, what is fixed.

    Attributes:
        staged: git's index is checked, not the working tree.
        against: the folder with the index of a reference corpus; empty: there is none.
    """

    reports: Wanted = field(default_factory=Wanted)
    exit_zero: bool = False
    fixing: Fixing | None = None
    debt: Source = field(default_factory=Source)
    staged: bool = False
    against: str = ""

    @property
    def is_partial(self) -> bool:
        """Whether only what is new is reported."""
        return self.staged or bool(self.against)


@dataclass(frozen=True)
class _First:
    """What comes between the search for files and the check."""

    reports: Reports
    fixer: Fixer | None

    def __call__(self, discovery: Discovery, options: RunOptions) -> Discovery:
        self.reports.spare(discovery.files)
        return self.fixer(discovery, options) if self.fixer else discovery


def check(paths: Sequence[str], request: Request, command: Command) -> int:
    """Check what is named, write the reports, and give the exit code.

    Raises:
        ConfigError, PackError, RunError, OutputError: it could not be done.
    """
    job = settle(paths, request)
    settings = job.config.settings
    reports = Reports(job, command.reports)
    progress = Progress(output.is_terminal(sys.stderr) and not command.reports.quiet)
    if not job.chosen.rules:
        _remark("no rule is selected: nothing but what cannot be read is told")
    fixer = Fixer(job, paths, command.fixing, progress) if command.fixing else None
    with debt(job, paths, command.debt, progress) as known:
        if fixer and known:
            fixer.spare(known.known, known.name)
        if fixer and fixer.fixing.is_all:
            return _only_fix(fixer, reports, progress)
        with reports.open() as write:
            report = _run(job, paths, progress, known, _First(reports, fixer), command)
            report = known.applied(report, not command.is_partial) if known else report
            report = fixer.completed(report) if fixer else report
            code = verdict(report, settings.fail_level, command.exit_zero)
            if fixer:
                code = fixer.verdict(code)
                if not command.reports.quiet:
                    _list_fixes(fixer, report, write if reports.is_on_screen else output.draw)
            reports.write(report, write)
    if not reports.write_others(report):
        code = max(code, FAILED)
    if fixer and fixer.fixing.out:
        output.say(f"newslint: fixed copies are in {terminal(fixer.fixing.out)}; the places reported are theirs")
    reports.say_the_rest(report)
    if command.reports.verbose:
        for line in idle.remarks(job, report):
            _remark(line)
    progress.finish()
    return code


def _run(
    job: Job, paths: Sequence[str], progress: Progress, known: Debt | None, first: _First, command: Command
) -> Report:
    witness = known.witness if known else NOBODY
    checked = partial(run, job, paths, progress, first=first, say=_remark)
    if command.staged:
        with staged(job, paths) as index:
            return checked(may_be_empty=True, find=index.discover, witness=index.witness(witness))
    if command.against:
        with against(command.against, job.config.settings.scope) as beside:
            if beside.remark:
                _remark(beside.remark)
            seen = beside.new.witness(witness)
            return checked(find=beside.discover, witness=seen, reference=beside.store)
    return checked(may_be_empty=_is_hook(paths, job), witness=witness)


def _remark(text: str) -> None:
    output.say(f"newslint: {terminal(text)}")


def _only_fix(fixer: Fixer, reports: Reports, progress: Progress) -> int:
    """Fix, or show what would be fixed, and report nothing else."""
    code = FINDINGS  # where the reader of a diff goes away, there was something to show
    with reports.open() as write:
        report = fixer.alone(lambda line: write(shown_change(line)))
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


def _is_hook(paths: Sequence[str], job: Job) -> bool:
    """Whether a commit hook calls: then a commit without a document is no mistake."""
    if not job.config.settings.force_exclude:
        return False
    return all(os.path.isfile(path) for path in paths) if paths else not job.config.settings.corpus
