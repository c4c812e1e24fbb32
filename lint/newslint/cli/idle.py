"""What `--verbose` says of the configuration: where it comes from, and which of its exceptions made no difference."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.api import Job
from newslint.config import expand, matches
from newslint.report import Report
from newslint.reporters import wording
from newslint.reporters.display import cut
from newslint.rule import CorpusRule

SHOWN = 60


def remarks(job: Job, report: Report) -> Iterator[str]:
    """One line each."""
    where = job.config.where or "no configuration file"
    running = wording.counted(len(job.chosen.rules), "rule")
    yield f"{where}; {running} of {len(job.available):,}"
    yield from _idle_allowances(job, report)
    yield from _idle_ignores(job, report)


def _idle_allowances(job: Job, report: Report) -> Iterator[str]:
    for number, entry in enumerate(job.config.settings.allow):
        if not report.used.allowances.get(number):
            said = f"{'text' if entry.text else 'pattern'} {cut(entry.text or entry.pattern, SHOWN)!r}"
            yield f"{job.config.where}: allow.{number} ({said}) allows nothing here"


def _idle_ignores(job: Job, report: Report) -> Iterator[str]:
    """Names in `per-file-ignores` that stand for no finding; those of rules that did not run are not spoken of."""
    if job.chosen.ignores is None:
        return
    scope = job.config.settings.scope
    ran = {
        rule.name for rule in job.chosen.rules if scope == "all" or isinstance(rule, CorpusRule) is (scope == "corpus")
    }
    entries = zip(job.config.settings.per_file_ignores.items(), job.chosen.ignores.entries, strict=True)
    for (shown, names), (pattern, _) in entries:
        silent = {rule for path, rule in report.used.silent if matches(pattern, path)}
        for name in names:
            rules = expand(job.available, [name], job.config.where, "per-file-ignores") & ran
            if rules and not rules & silent:
                yield f'{job.config.where}: per-file-ignores."{shown}": {name} would find nothing there'
