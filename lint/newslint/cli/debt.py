"""Known findings of a run: from the file of a baseline, or from an earlier commit."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newslint.api import Job, Progress, run
from newslint.config import ConfigError, choose
from newslint.config.stages import default_paths
from newslint.packs import is_default
from newslint.report import Report
from newslint.reporters import wording
from newslint.rule import CorpusRule

from .debt_options import Source

if TYPE_CHECKING:
    from newslint.baseline import Anchor, Baseline, Entry, Known, Past, Scope
    from newslint.engine.copies import Copy, Witness
    from newslint.finding import Finding

STDIN: Final = "-"


@dataclass(frozen=True)
class Debt:
    """What is known in a run.

    Attributes:
        known: finds it in a report.
        witness: tells old copies from new ones.
        name: of the baseline, for people; empty for one that is no file.
        unread: files of an earlier commit that could not be read.
    """

    known: Known
    witness: Witness
    scope: Scope
    name: str = ""
    unread: int = 0

    def applied(self, report: Report, is_whole: bool) -> Report:
        """The report without what is known, and, if it is of all that was named, with a remark on idle entries."""
        left = self.known.applied(report)
        return replace(left, remarks=(*left.remarks, *self._remarks())) if is_whole else left

    def _remarks(self) -> Iterator[str]:
        if self.unread:
            files = wording.counted(self.unread, "file")
            yield f"{files} of the earlier commit could not be read; what is found there counts as new"
        unused = self.unused() if self.name else []
        if unused:
            number = f"{sum(entry.held.number for entry in unused):,}"
            yield f"{self.name}: {number} of the entries match nothing any more (newslint baseline prune)"

    def knows(self, finding: Finding) -> bool:
        """Whether a finding is listed for its document, however often it counts."""
        return self.known.lists(finding)

    def unused(self) -> list[Entry]:
        """What of the baseline matched nothing in the report that it was applied to."""
        return self.known.unused(self.scope)


@contextmanager
def debt(job: Job, paths: Sequence[str], source: Source, progress: Progress | None = None) -> Iterator[Debt | None]:
    """The known findings of a run over `paths`; None where nothing is known.

    Args:
        source: the file of a baseline, in place of the configured one; or a commit: what is found there is known; or
            nothing, whatever is configured.

    Raises:
        ConfigError: these exclude each other.
        BaselineError, RepositoryError: it cannot be used.
        RunError: a worker process ended without an answer.
    """
    if source.baseline is not None and source.ref is not None:
        raise ConfigError("--baseline", "", "excludes --baseline-from-ref: what is known comes from one place")
    if source.nothing:
        if source.baseline is not None or source.ref is not None:
            option = "--baseline" if source.ref is None else "--baseline-from-ref"
            raise ConfigError("--no-baseline", "", f"excludes {option}: it says that nothing is known")
        yield None
        return
    if source.ref is not None:
        from newslint.repository import RepositoryError

        try:
            with _at(source.ref, job, paths, progress) as found:
                yield found
        except RepositoryError as error:
            raise RepositoryError(f"--baseline-from-ref: {error}") from None
        return
    path = baseline_path(job, source.baseline)
    if path is None:
        yield None
        return
    from newslint.baseline import Known
    from newslint.engine.copies import Witness

    anchor = anchor_of(path)
    known = Known(read_baseline(path), anchor)
    yield Debt(
        known, Witness(known.age, known.meet), scope_of(job, paths, known.baseline, anchor), os.path.relpath(path)
    )


def baseline_path(job: Job, file: str | None) -> Path | None:
    """The file of the baseline, from the command line or else the configuration."""
    if file is not None:
        return Path(file)
    configured = job.config.settings.baseline
    return job.config.folder / configured if configured else None


def anchor_of(path: Path) -> Anchor:
    """Where the paths in a baseline's file count from: its own folder."""
    from newslint.baseline import Anchor

    return Anchor(path.parent)


def scope_of(job: Job, paths: Sequence[str], baseline: Baseline, anchor: Anchor) -> Scope:
    """What the run can say about a baseline."""
    from newslint.baseline import Scope

    kinds = {name: isinstance(rule, CorpusRule) for name, rule in job.available.items()}
    scope = job.config.settings.scope
    ran = [rule.name for rule in job.chosen.rules if scope == "all" or kinds[rule.name] is (scope == "corpus")]
    corpus_rules = {name for name, is_of_corpus in kinds.items() if is_of_corpus}
    return Scope(baseline, anchor, paths or default_paths(job.config), set(ran), corpus_rules, set(kinds))


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file.

    Raises:
        BaselineError: it cannot be read, or is none.
    """
    from newslint.baseline import BaselineError, load
    from newslint.baseline.file import MAX_BYTES

    where = os.path.relpath(path)
    try:
        if path.exists() and not path.is_file():
            raise BaselineError(where, "is no file")
        if path.stat().st_size > MAX_BYTES:
            raise BaselineError(where, f"is too large for a baseline ({path.stat().st_size:,} bytes)")
        data = path.read_bytes()
    except FileNotFoundError:
        raise BaselineError(where, "there is no such file (newslint baseline create makes it)") from None
    except OSError as error:
        raise BaselineError(where, f"cannot be read: {error.strerror or error}") from None
    return load(data, where)


@contextmanager
def _at(ref: str, job: Job, paths: Sequence[str], progress: Progress | None) -> Iterator[Debt]:
    from newslint.baseline import Anchor, Known, PastTexts, made_of, past
    from newslint.config.stages import reading_options
    from newslint.engine.copies import Witness
    from newslint.reading import DiscoveryOptions, FileEntry, discover
    from newslint.repository import RepositoryError

    named = list(paths or default_paths(job.config))
    if STDIN in named:
        raise RepositoryError("standard input has no earlier commit to compare with")
    here = Path(os.path.realpath(os.curdir))
    with past(ref, here, named) as then:
        anchor = Anchor(job.config.folder)
        copies: list[Copy] = []
        report = _report_at(then, job, named, here, progress, Witness(tell=copies.append))
        known = Known(made_of(report.findings, anchor, copies), anchor)
        format_ = job.config.settings.format

        def find(path: str) -> FileEntry | None:
            return next(iter(discover([path], DiscoveryOptions(format=format_)).files), None)

        texts = PastTexts(then, find, reading_options(job.config))
        unread = sum(notice.failed for notice in report.notices)
        yield Debt(known, Witness(texts.age), scope_of(job, named, known.baseline, anchor), "", unread)


def _report_at(
    then: Past, job: Job, paths: Sequence[str], here: Path, progress: Progress | None, witness: Witness
) -> Report:
    """What the rules of this run find in the files of an earlier commit."""
    tree = then.tree
    folder = _inside(then, job.config.folder)
    config = replace(job.config, folder=job.config.folder if folder is None else tree / folder)
    chosen = choose(job.available, config, is_default, job.request.selection)
    old_job = replace(job, config=config, chosen=chosen, request=replace(job.request, cache=None, audit=False))
    home = tree / (_inside(then, here) or "")
    home.mkdir(parents=True, exist_ok=True)
    there = [str(tree / (then.inside(path) or "")) if os.path.isabs(path) else path for path in paths]
    os.chdir(home)
    try:
        existing = [path for path in there if os.path.lexists(path)]
        return run(old_job, existing, progress, may_be_empty=True, witness=witness) if existing else Report((), {}, {})
    finally:
        os.chdir(here)


def _inside(then: Past, folder: Path) -> str | None:
    inside = then.inside(str(folder))
    return "" if inside == "." else inside
