"""`--fix` and what goes with it: fixes before the report, instead of it, or as a diff."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from newslint.api import Job, Progress, RunError, prepare
from newslint.config import ConfigError, expand
from newslint.finding import Finding
from newslint.report import Report
from newslint.reporters import wording
from newslint.reporters.escaping import terminal
from newslint.text import SPACES

from .exits import CLEAN, FINDINGS

if TYPE_CHECKING:
    from newslint.baseline import Known
    from newslint.engine import RunOptions
    from newslint.fixing import Copies, Outcome, Policy
    from newslint.reading import Discovery

Show = Callable[[str], object]

STDIN: Final = "-"
_HIDDEN_SPACES: Final = {ord(space): f"\\x{ord(space):02x}" for space in SPACES if "\x7f" < space < "\u0100"} | {
    ord(space): f"\\u{ord(space):04x}" for space in SPACES if space > "\xff"
}
"""White space that looks like a blank: a diff has to tell them apart."""


@dataclass(frozen=True)
class Fixing:
    """What the command line says about fixes. The names are those of its options."""

    unsafe_fixes: bool = False
    diff: bool = False
    fix_only: bool = False
    show_fixes: bool = False
    exit_non_zero_on_fix: bool = False
    out: str | None = None

    @property
    def is_all(self) -> bool:
        """Whether nothing is reported but the fixes."""
        return self.diff or self.fix_only


class Fixer:
    """The fixing of one run. It is called between the search for files and the check.

    Raises:
        ConfigError: what is asked for cannot be done.
    """

    def __init__(self, job: Job, paths: Sequence[str], fixing: Fixing, progress: Progress) -> None:
        if STDIN in paths and (fixing.out or not fixing.diff):
            raise ConfigError("", "", "standard input is not a file that can be fixed; --diff shows what would change")
        self.fixing = fixing
        self._job, self._paths, self._progress = job, paths, progress
        self._policy = _policy(job, fixing)
        self._copies = _copies(fixing.out, paths, job) if fixing.out else None
        self._outcome: Outcome | None = None
        self._baseline = ""

    def __call__(self, discovery: Discovery, options: RunOptions, show: Show | None = None) -> Discovery:
        """Fix the files. Returns them as they are to be read from now on.

        Args:
            show: gets the lines of a diff, unescaped; nothing is written then.
        """
        from newslint.fixing import FixOptions, fix

        self._outcome = fix(discovery, FixOptions(options, self._policy, self._copies), self._progress, show)
        return self._outcome.discovery

    def spare(self, known: Known, name: str) -> None:
        """Do not fix what is known already; `name` is the file of the baseline, empty where it is none."""
        self._policy = replace(self._policy, admits=_IsNew(known))
        self._baseline = name

    @property
    def changed(self) -> int:
        """How many files were, or would be, changed."""
        return len(self._outcome.files) if self._outcome else 0

    def completed(self, report: Report) -> Report:
        """The report with what was fixed, and what was left alone and why."""
        if self._outcome is None:
            return report
        notices = tuple(sorted({*report.notices, *self._outcome.notices}))
        crashed = report.crashed or self._outcome.crashed
        cleared = self._outcome.cleared
        told = [f"Removed {wording.counted(cleared, 'unfinished file')} of a run that was killed"] if cleared else []
        if self._baseline and (report.known or self.fixing.is_all):  # a diff counts nothing
            told.append(f"What {self._baseline} lists is not fixed; --no-baseline fixes it, too")
        remarks = (*report.remarks, *told)
        return replace(report, notices=notices, crashed=crashed, fixed=self._outcome.counts, remarks=remarks)

    def alone(self, show: Show) -> Report:
        """Fix, or show the diff if that is wanted. Returns a report on that; it has no findings.

        Raises:
            RunError: a worker process ended without an answer.
        """
        from newslint.engine import WorkerDied

        discovery, options = prepare(self._job, self._paths)
        try:
            self(discovery, options, show if self.fixing.diff else None)
        except WorkerDied as error:
            raise RunError(str(error)) from None
        return self.completed(Report((), {}, {}, notices=discovery.notices))

    def verdict(self, code: int) -> int:
        """The exit code, after what was fixed."""
        counts = self.fixing.diff or self.fixing.exit_non_zero_on_fix
        return FINDINGS if code == CLEAN and counts and self.changed else code

    def summary(self, report: Report) -> Iterator[str]:
        """What was fixed, in lines, and in which files where that is wanted."""
        if self.fixing.is_all:  # otherwise they stand in the report
            yield from map(terminal, report.remarks)
        if not self._outcome or not self.changed:
            yield "Nothing to fix"
            return
        line = f"{wording.fixed(report, terminal)} in {wording.counted(self.changed, 'file')}"
        if self.fixing.diff:
            line = line.replace("Fixed", "Would fix", 1)
        yield line
        if self.fixing.show_fixes and not self.fixing.diff:
            most = self._job.config.settings.max_shown or self.changed
            for path, counts in islice(self._outcome.files.items(), most):
                yield f"  {terminal(path)}: {', '.join(f'{n:,} {terminal(rule)}' for rule, n in counts.items())}"
            if most < self.changed:
                yield f"  and {wording.counted(self.changed - most, 'more file')}"


@dataclass(frozen=True)
class _IsNew:
    """Whether a finding stands in no baseline. Goes to worker processes."""

    known: Known

    def __call__(self, finding: Finding) -> bool:
        return not self.known.may_list(finding)


def shown_change(line: str) -> str:
    """A line of a diff as a terminal may see it, with white space told apart."""
    return f"{terminal(line.removesuffix(chr(10))).translate(_HIDDEN_SPACES)}\n"


def _policy(job: Job, fixing: Fixing) -> Policy:
    from newslint.fixing import Policy

    settings, where = job.config.settings, job.config.where
    named = {
        name: ("--" + name, "") if name in job.request.changes else (where, name) for name in ("fixable", "unfixable")
    }
    able = settings.fixable
    rules = frozenset(job.available) if able is None else expand(job.available, able, *named["fixable"])
    return Policy(fixing.unsafe_fixes, rules - expand(job.available, settings.unfixable, *named["unfixable"]))


def _copies(out: str, paths: Sequence[str], job: Job) -> Copies:
    """Where copies go: a folder that is new or empty, and not inside of what is read.

    Raises:
        ConfigError: it is something else.
    """
    from newslint.config.stages import default_paths
    from newslint.fixing import Copies
    from newslint.reading.names import is_below, on_disk, shown

    paths = paths or default_paths(job.config)
    folder = os.path.realpath(out)
    try:
        if os.path.lexists(folder) and os.listdir(folder):
            raise ConfigError("--out", "", f"{out} is not empty; copies go to a new folder")
    except OSError as error:
        raise ConfigError("--out", "", f"{out} cannot be used: {error.strerror}") from None
    if any(is_below(folder, os.path.realpath(path)) for path in paths):
        raise ConfigError("--out", "", f"{out} lies inside of what is read, and would be read, too, the next time")
    given = [os.path.abspath(on_disk(shown(path))) for path in paths]
    homes = [path if os.path.isdir(path) else os.path.dirname(path) for path in given]
    return Copies(folder, os.path.commonpath(homes))
