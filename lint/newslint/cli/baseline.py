"""The commands below `baseline`: make one, bring it up to date, take out what is gone, count."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newslint.api import Job, Request, RunError, run, settle
from newslint.config import ConfigError
from newslint.report import Report
from newslint.reporters import wording
from newslint.reporters.escaping import json_line, terminal

from . import output
from .debt import anchor_of, baseline_path, read_baseline, scope_of
from .exits import CLEAN
from .progress import Progress

if TYPE_CHECKING:
    from newslint.baseline import Baseline, Known
    from newslint.engine.copies import Copy, Witness

WORST_SHOWN: Final = 10


def create(paths: Sequence[str], request: Request, file: str | None) -> int:
    """Write all findings of a run to a new baseline.

    Raises:
        ConfigError: there is one already, or nobody says where it goes.
    """
    from newslint.baseline import made_of
    from newslint.engine.copies import Witness

    job, path = _job(paths, request, file)
    if os.path.lexists(path):
        raise ConfigError("", "", f"{os.path.relpath(path)} is there already (newslint baseline update renews it)")
    output.probe(path)
    copies: list[Copy] = []
    baseline = made_of(_checked(job, paths, Witness(tell=copies.append)).findings, anchor_of(path), copies)
    _write(path, baseline)
    output.write(f"{_named(path)}: {_content(baseline)}\n")
    return CLEAN


def update(paths: Sequence[str], request: Request, file: str | None) -> int:
    """Put all findings of a run into the baseline, in place of what it held on the same documents."""
    from newslint.baseline import Known, made_of, merged
    from newslint.engine.copies import Witness

    job, path = _job(paths, request, file)
    anchor = anchor_of(path)
    known = Known(read_baseline(path), anchor)
    before = _listed(known.baseline)
    output.probe(path)
    copies: list[Copy] = []
    report = _checked(job, paths, Witness(known.age, copies.append))
    known.applied(report)
    baseline = merged(made_of(report.findings, anchor, copies), known, scope_of(job, paths, known.baseline, anchor))
    _write_if_changed(path, baseline, known.baseline)
    after = _listed(baseline)
    added, gone = _more(after, before), _more(before, after)
    output.write(f"{_named(path)}: {_content(baseline)}; {added:,} added, {gone:,} taken out{_moved(known)}\n")
    return CLEAN


def prune(paths: Sequence[str], request: Request, file: str | None) -> int:
    """Take out of the baseline what is not found any more; what is new stays new."""
    from newslint.baseline import Known, pruned
    from newslint.engine.copies import Witness

    job, path = _job(paths, request, file)
    anchor = anchor_of(path)
    known = Known(read_baseline(path), anchor)
    output.probe(path)
    known.applied(_checked(job, paths, Witness(known.age, known.meet)))
    baseline = pruned(known, scope_of(job, paths, known.baseline, anchor))
    _write_if_changed(path, baseline, known.baseline)
    gone = known.baseline.total - baseline.total
    output.write(f"{_named(path)}: {_content(baseline)}; {gone:,} taken out{_moved(known)}\n")
    return CLEAN


def stats(request: Request, file: str | None) -> int:
    """Count what the baseline holds, by rule and by document; nothing is checked."""
    _, path = _job((), request, file)
    baseline = read_baseline(path)
    rules: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    for entry in baseline.entries():
        rules[entry.held.rule] += entry.held.number
        documents[entry.site.path] += entry.held.number
    output.write(f"{_named(path)}: {_content(baseline)}\n")
    for title, counted in (("By rule", rules), ("Most in", documents)):
        if counted:
            output.write(f"\n{title}:\n")
        for name, number in sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:WORST_SHOWN]:
            output.write(f"{number:>9,}  {terminal(name)}\n")
        if len(counted) > WORST_SHOWN:
            output.write(f"{'':>9}  and {len(counted) - WORST_SHOWN:,} more\n")
    return CLEAN


def _job(paths: Sequence[str], request: Request, file: str | None) -> tuple[Job, Path]:
    job = settle(paths, request)
    path = baseline_path(job, file)
    if path is None:
        raise ConfigError("--baseline", "", "say which file it is (or set baseline in the configuration)")
    return job, path


def _checked(job: Job, paths: Sequence[str], witness: Witness) -> Report:
    """A run without a failure: what was not read would be missing in the baseline.

    Raises:
        RunError: something could not be read, or a rule failed.
    """
    progress = Progress(output.is_terminal(sys.stderr))
    report = run(job, paths, progress, may_be_empty=True, witness=witness)
    progress.finish()
    failed = [notice for notice in report.notices if notice.failed]
    if failed or report.crashed:
        for notice in failed[: wording.REASONS_SHOWN]:
            output.say(f"newslint: {terminal(f'{notice.path}: {notice.message}' if notice.path else notice.message)}")
        raise RunError("the baseline was not written, because not everything could be checked; mend it or exclude it")
    return report


def _write(path: Path, baseline: Baseline) -> None:
    from newslint.baseline import dump

    with output.file_writer(path) as write:
        for piece in dump(baseline, json_line):
            write(piece)


def _write_if_changed(path: Path, baseline: Baseline, before: Baseline) -> None:
    if baseline != before:
        _write(path, baseline)


def _listed(baseline: Baseline) -> dict[object, int]:
    return {(entry.site, entry.fingerprint): entry.held.number for entry in baseline.entries()}


def _more(one: dict[object, int], other: dict[object, int]) -> int:
    """How many findings the one has that the other has not."""
    return sum(max(0, number - other.get(key, 0)) for key, number in one.items())


def _moved(known: Known) -> str:
    """What became of documents that are not where they were; of files that are gone, the entries are taken out."""
    moved, sites = known.moved, known.baseline.held
    gone = len({site.path for site in sites if site not in moved and not known.anchor.exists(site)})
    renamed = f", {wording.counted(len(moved), 'document')} renamed" if moved else ""
    return f"{renamed}, {wording.counted(gone, 'file')} gone" if gone else renamed


def _named(path: Path) -> str:
    return terminal(os.path.relpath(path))


def _content(baseline: Baseline) -> str:
    rules = len({entry.held.rule for entry in baseline.entries()})
    documents = wording.counted(len(baseline.held), "document")
    entries = f"{baseline.total:,} {'entry' if baseline.total == 1 else 'entries'}"
    return f"{entries} of {wording.counted(rules, 'rule')} in {documents}"
