"""Fixes files: plans are made, by worker processes where that pays, and carried out file by file, in path order."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace

from newslint.engine import PARALLEL_BYTES, Progress, RunOptions
from newslint.engine.batching import Batch, in_batches
from newslint.engine.workers import in_process, in_workers
from newslint.finding import Notice
from newslint.reading import Discovery, FileEntry
from newslint.reading.opening import Unreadable, reason

from .leftovers import clear
from .passes import Policy
from .plans import Plan, Planner
from .targets import Copies, Refused, Target, refuse_in_place
from .writing import sync_folders

Show = Callable[[str], object]
"""Takes one line of a diff, its line end included, unescaped."""


@dataclass(frozen=True)
class FixOptions:
    """What to fix, and where to write.

    Attributes:
        run: the rules of the run (only those about single documents fix), how to read, how many processes.
        copies: where fixed copies go; None: files are replaced.
    """

    run: RunOptions
    policy: Policy = field(default_factory=Policy)
    copies: Copies | None = None


@dataclass(frozen=True)
class Outcome:
    """What was fixed.

    Attributes:
        discovery: the files as they are to be read from now on.
        files: by path the number of fixes by rule, for every file that was (or would be) changed.
        notices: what was left alone and why.
        crashed: a fault of ours.
        cleared: how many unfinished files of dead runs were taken away.
    """

    discovery: Discovery
    files: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    crashed: bool = False
    cleared: int = 0

    @property
    def counts(self) -> dict[str, int]:
        """Fixes by rule."""
        total: Counter[str] = Counter()
        for counts in self.files.values():
            total.update(counts)
        return dict(sorted(total.items()))


def fix(
    discovery: Discovery, options: FixOptions, progress: Progress | None = None, show: Show | None = None
) -> Outcome:
    """Fix the discovered files.

    Args:
        show: gets the diff of what would change; nothing is written then.

    Raises:
        newslint.engine.WorkerDied: a worker process ended without an answer; what was written is whole.
    """
    is_writing = show is None and not options.copies
    cleared = sum(map(clear, {os.path.dirname(entry.location) for entry in discovery.files})) if is_writing else 0
    carrier = _Carrier(options, show)
    arguments = (options.run, options.policy, show is not None)
    batches = in_batches(discovery.files, options.run.reading, carrier.note)
    total = sum(entry.size for entry in discovery.files)
    if options.run.jobs > 1 and total >= PARALLEL_BYTES:
        results = in_workers(_start, arguments, _plan, batches, options.run.jobs)
    else:
        results = in_process(Planner(*arguments), batches)
    done = 0
    with closing(carrier), closing(results):
        for plans in results:
            for plan in plans:
                carrier.take(plan)
                done += plan.size
            if progress:
                progress(done, total)
        carrier.finish()
    return replace(carrier.outcome(discovery), cleared=cleared)


_planner: Planner | None = None


def _start(run: RunOptions, policy: Policy, show: bool) -> None:
    global _planner
    _planner = Planner(run, policy, show)


def _plan(batch: Batch) -> list[Plan]:
    assert _planner is not None
    return _planner(batch)


class _File:
    """The file at hand."""

    def __init__(self, entry: FileEntry, target: Target) -> None:
        self.entry, self.target = entry, target
        self.counts: Counter[str] = Counter()
        self.left_out: Counter[str] = Counter()
        self.unread = False
        self.trouble: Notice | None = None


class _Carrier:
    """Carries plans out."""

    def __init__(self, options: FixOptions, show: Show | None) -> None:
        self._options, self._show = options, show
        self._file: _File | None = None
        self._unread: set[str] = set()
        self._entries: dict[str, FileEntry] = {}
        self._files: dict[str, Mapping[str, int]] = {}
        self._notices: list[Notice] = []
        self._folders: dict[str, str] = {}
        self._crashed = False

    def note(self, notice: Notice) -> None:
        """Of what cannot be read."""
        self._notices.append(notice)
        if notice.failed:
            self._unread.add(notice.path)

    def take(self, plan: Plan) -> None:
        """The next plan; those of one file come one after the other."""
        if self._file is None or self._file.entry.path != plan.entry.path:
            self.finish()
            target = Target(plan.entry, self._options.run.reading, self._options.copies)
            self._file = _File(plan.entry, target)
        file = self._file
        file.counts += plan.counts
        file.left_out += plan.left_out
        file.unread |= plan.unread
        self._notices += plan.notices
        self._crashed |= plan.crashed
        if not file.trouble and plan.patches:
            file.trouble = self._attempt(file, lambda: self._carry_out(plan, file))

    def _carry_out(self, plan: Plan, file: _File) -> None:
        if self._show is None:
            file.target.add(plan.patches)
            return
        if not self._options.copies:
            refuse_in_place(plan.entry)
        for line in plan.changes:
            self._show(line)

    def finish(self) -> None:
        """The file at hand has no more plans."""
        file, self._file = self._file, None
        if file is None:
            return
        try:
            if not file.trouble and (file.unread or file.entry.path in self._unread):
                file.trouble = self._unread_notice(file)
            elif not file.trouble and self._show is None:
                file.trouble = self._attempt(file, lambda: self._commit(file))
        finally:
            file.target.abandon()
        self._conclude(file)

    def _commit(self, file: _File) -> None:
        entry = file.target.commit()
        if entry is not file.entry:
            self._entries[entry.path] = entry
            self._folders[os.path.dirname(entry.location)] = os.path.dirname(entry.path) or "."

    def _unread_notice(self, file: _File) -> Notice | None:
        """A file that was not read whole is never written; that need not be said where there was nothing to write."""
        if not file.counts and not self._options.copies:
            return None
        deed = "copied" if self._options.copies else "fixed"
        return Notice(file.entry.path, f"not {deed}, because it was not read whole", failed=True)

    def _conclude(self, file: _File) -> None:
        path = file.entry.path
        if file.trouble:
            self._notices.append(file.trouble)
        elif file.counts:
            self._files[path] = dict(sorted(file.counts.items()))
        for cause, number in sorted(file.left_out.items()):
            fixes = "1 fix was" if number == 1 else f"{number:,} fixes were"
            self._notices.append(Notice(path, f"{fixes} left out: {cause}"))

    def _attempt(self, file: _File, deed: Callable[[], None]) -> Notice | None:
        """The notice of why it could not be done."""
        path = file.entry.path
        try:
            deed()
        except Refused as refused:
            return Notice(path, f"not fixed: {refused}", failed=refused.failed)
        except Unreadable as error:
            return Notice(path, f"not fixed: {error}", failed=True)
        except BrokenPipeError:  # whoever read the diff has gone
            raise
        except OSError as error:
            return Notice(path, f"not fixed, it cannot be written: {reason(error)}", failed=True)
        return None

    def close(self) -> None:
        """Leave nothing half done."""
        if self._file:
            self._file.target.abandon()
        self._notices += sync_folders(self._folders)
        self._folders = {}

    def outcome(self, discovery: Discovery) -> Outcome:
        files = tuple(self._entries.get(entry.path, entry) for entry in discovery.files)
        notices = tuple(sorted(set(self._notices)))
        return Outcome(replace(discovery, files=files), self._files, notices, self._crashed)
