"""A whole run for whoever wants one: the command line, or a program (`newslint.lint`, `newslint.check`)."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from .caching import Cache, Say, remembering
from .config import SCOPES, Chosen, Config, ConfigError, Selection, check_fixable, choose, load
from .finding import Finding, Notice, Severity
from .packs import PackError, is_default, load_rules, page, summary
from .ranges import Range
from .report import Provenance, Report, RuleInfo
from .rule import Rule

if TYPE_CHECKING:
    from .engine import RunOptions
    from .engine.copies import Witness
    from .reading import Discovery, DiscoveryOptions
    from .store import Store

    Find = Callable[[Sequence[str], DiscoveryOptions], Discovery]
    First = Callable[[Discovery, RunOptions], Discovery]

StrPath = str | os.PathLike[str]
Progress = Callable[[int, int], None]
"""Called with the bytes done and the bytes there are."""

KINDS_SHOWN: Final = 8
"""Suffixes of files that are not read, named one by one."""


class RunError(Exception):
    """A run that could not be finished; the message says why."""


class LintError(Exception):
    """Something could not be read, or a rule failed.

    Attributes:
        report: what was found all the same.
    """

    def __init__(self, message: str, report: Report) -> None:
        super().__init__(message)
        self.report = report


@dataclass(frozen=True)
class Request:
    """What a caller asks for over the configuration.

    Attributes:
        config: the configuration file; None looks for one.
        isolated: takes none.
        selection: of rules, over the configured one.
        changes: settings in place of the configured ones.
        include, exclude: patterns relative to the working folder; `include` replaces, `exclude` adds.
        stdin_filename: the name of what comes by standard input; empty for none.
        cache: where to remember what was found; None: nowhere.
        audit: find out which of the `per-file-ignores` are of use, too.
        census: count what the documents hold, too; then nothing is remembered.
    """

    config: str | None = None
    isolated: bool = False
    selection: Selection = field(default_factory=Selection)
    changes: Mapping[str, Any] = field(default_factory=dict)
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    stdin_filename: str = ""
    cache: Cache | None = None
    audit: bool = False
    census: bool = False


@dataclass(frozen=True)
class Job:
    """A request, settled: the settings, the rules of the run, all rules there are, and the folders of one's own."""

    request: Request
    config: Config
    chosen: Chosen
    available: Mapping[str, Rule]
    rule_folders: tuple[Path, ...]


def settle(paths: Sequence[str], request: Request) -> Job:
    """Read the configuration and choose the rules.

    Raises:
        ConfigError: the configuration, or a name in the request, cannot be used.
        PackError: an installed pack or a folder of rules is broken.
    """
    config = load(paths, request.config, isolated=request.isolated)
    config = replace(config, settings=replace(config.settings, **request.changes))
    folders = tuple(config.folder / folder for folder in config.settings.rule_folders)
    available = load_rules(folders)
    check_fixable(available, config, request.changes)
    return Job(request, config, choose(available, config, is_default, request.selection), available, folders)


def prepare(job: Job, paths: Sequence[str], find: Find | None = None) -> tuple[Discovery, RunOptions]:
    """Find the files, and say what the engine is to do.

    Args:
        paths: what was named; where nothing was, the configured corpus, else the working folder.
        find: in place of a search on the disk.
    """
    from .config.stages import default_paths, discovery_options, reading_options
    from .engine import RunOptions, available_cores
    from .reading import discover

    settings, chosen = job.config.settings, job.chosen
    request = job.request
    discovery = (find or discover)(
        paths or default_paths(job.config),
        discovery_options(job.config, request.include, request.exclude, request.stdin_filename),
    )
    options = RunOptions(
        rules=chosen.rules,
        severities=chosen.severities,
        ignores=chosen.ignores,
        allowances=chosen.allowances,
        audit=request.audit,
        census=request.census,
        reading=reading_options(job.config),
        scope=settings.scope,
        jobs=settings.jobs or available_cores(),
    )
    return discovery, options


def run(
    job: Job,
    paths: Sequence[str],
    progress: Progress | None = None,
    *,
    may_be_empty: bool = False,
    find: Find | None = None,
    first: First | None = None,
    say: Say | None = None,
    witness: Witness | None = None,
    reference: Store | None = None,
) -> Report:
    """Find, read and check the files.

    Args:
        paths: as `prepare` takes them.
        may_be_empty: files among which there is no document are no failure.
        find: finds the files, in place of a search on the disk.
        first: what comes between finding and reading; it gives the files as they are then.
        say: gets what is to be said of a cache that cannot be used.
        witness: knows which of several copies were there before.
        reference: what is remembered of a reference corpus, in place of a cache.

    Raises:
        RunError: a worker process ended without an answer.
    """
    from .engine import WorkerDied
    from .engine import run as run_engine
    from .engine.copies import NOBODY

    discovery, options = prepare(job, paths, find)
    try:
        if first:
            discovery = first(discovery, options)
        with remembering(job.request.cache, job.config, job.chosen, discovery, options, say, reference) as memory:
            report = run_engine(discovery, options, progress, witness or NOBODY, memory)
    except WorkerDied as error:
        raise RunError(str(error)) from None
    return _completed(report, job, _remarks(report, discovery, may_be_empty))


def _remarks(report: Report, discovery: Discovery, may_be_empty: bool) -> list[Notice]:
    """What is to be said of the files that are no documents."""
    others = f"files of other kinds: {_by_suffix(discovery.unread)}" if discovery.unread else ""
    anything = bool(discovery.files or discovery.notices or discovery.unread)
    failed = any(notice.failed for notice in report.notices)
    if anything and not report.documents and not may_be_empty and not failed:
        hint = "--include takes them in; but for .json, --format text or --format jsonl must say what they hold"
        return [Notice("", f"no document was found; {others or 'nothing can be read'} ({hint})", failed=True)]
    return [Notice("", others)] if others else []


def _by_suffix(unread: Mapping[str, int]) -> str:
    by_count = sorted(unread.items(), key=lambda item: (-item[1], item[0]))
    shown = ", ".join(f"{count:,} {suffix or 'without a suffix'}" for suffix, count in by_count[:KINDS_SHOWN])
    return shown + (f", and {len(by_count) - KINDS_SHOWN:,} kinds more" if len(by_count) > KINDS_SHOWN else "")


def _completed(report: Report, job: Job, remarks: Sequence[Notice]) -> Report:
    """The report with what the engine does not know: rules by name, the configuration, files of other kinds."""
    from . import __version__
    from .config.stages import digest

    chosen = job.chosen
    rules = {rule.name: _info(rule, job, report) for rule in chosen.rules}
    for name in report.counts.keys() - rules.keys():  # the engine's own
        rules[name] = RuleInfo(name, "structure", Severity.ERROR, "A rule failed on this document.")
    names = tuple(rule.name for rule in chosen.rules)
    provenance = Provenance(__version__, names, digest(chosen))
    return replace(report, rules=rules, provenance=provenance, notices=(*report.notices, *remarks))


def _info(rule: Rule, job: Job, report: Report) -> RuleInfo:
    severity = job.chosen.severities.get(rule.name, rule.severity)
    if not report.counts.get(rule.name):  # a page is read only if needed
        return RuleInfo(rule.name, rule.family, severity)
    with suppress(PackError):  # a user's rule may have no page
        whole = page(rule.name, job.rule_folders)
        return RuleInfo(rule.name, rule.family, severity, summary(rule.name, job.rule_folders), whole)
    return RuleInfo(rule.name, rule.family, severity)


def _names(names: str | Iterable[str]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)


def check(
    paths: StrPath | Iterable[StrPath],
    *,
    config: StrPath | None = None,
    isolated: bool = False,
    select: str | Iterable[str] | None = None,
    extend_select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    scope: str = "all",
    jobs: int = 1,
) -> Report:
    """Check files and folders, and report.

    Args:
        paths: files and folders; one, or several, not none: the working folder is `.`.
        config: the configuration file; None takes the nearest one upwards from `paths`.
        isolated: takes no configuration.
        select, extend_select, ignore: names of rules and families, over what is configured; one, or several.
        scope: `document`, `corpus` or `all`.
        jobs: worker processes, 0 for as many as there are cores; more than one needs `if __name__ == "__main__"` in a
            script.

    Raises:
        ConfigError: the configuration, a name, `scope` or `jobs` cannot be used.
        PackError: an installed rule pack is broken.
        RunError: the run could not be finished, as a worker process was killed.
        ValueError: there is no path.
    """
    if scope not in SCOPES:
        raise ConfigError("", "scope", f"{scope!r} is none of {', '.join(SCOPES)}")
    if cause := Range(0).misfit(jobs, whole=True):
        raise ConfigError("", "jobs", cause)
    names = [os.fspath(path) for path in ([paths] if isinstance(paths, str | os.PathLike) else paths)]
    if not names:
        raise ValueError("no path is given")
    selection = Selection(None if select is None else _names(select), _names(extend_select), _names(ignore), "lint")
    request = Request(
        None if config is None else os.fspath(config), isolated, selection, {"scope": scope, "jobs": jobs}
    )
    return run(settle(names, request), names)


def lint(paths: StrPath | Iterable[StrPath], **options: Any) -> list[Finding]:
    """The findings in files and folders, in their fixed order: path, record, place, rule.

    Args:
        paths: files and folders; one, or several.
        options: as `check` takes them.

    Raises:
        LintError: something could not be read, or a rule failed; its `report` holds what was found.
        ConfigError, PackError, RunError, ValueError: as `check`.
    """
    report = check(paths, **options)
    failed = [notice for notice in report.notices if notice.failed]
    if failed:
        raise LintError("; ".join(f"{notice.path}: {notice.message}" for notice in failed[:3]), report)
    if report.crashed:
        raise LintError("a rule failed on a document: please report this as a bug", report)
    return list(report.findings)
