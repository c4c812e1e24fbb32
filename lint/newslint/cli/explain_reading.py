"""Why a file is read or left out when its folder is checked."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from newslint.api import Job
from newslint.config.stages import discovery_options
from newslint.finding import Notice
from newslint.reading import DEFAULT_EXCLUDE, DiscoveryOptions
from newslint.reading.ignores import Chain, chain_above, chain_in
from newslint.reading.names import kind_of
from newslint.reading.options import JSON
from newslint.reading.walk import Filter


class Reading(NamedTuple):
    """Whether a folder run reads the file, and what decides that, for people."""

    is_read: bool
    why: str


def reading_of(path: str, job: Job) -> Reading:
    """What becomes of the file when its folder is checked. A file that is named is read all the same, but for
    `force-exclude`."""
    options = discovery_options(job.config, job.request.include, job.request.exclude)
    left_out = next(_left_out(path, job, options), "")
    if left_out:
        return Reading(False, left_out)
    kind = kind_of(os.path.basename(path))
    if options.include:
        filters = Filter(options)
        if not filters.include.match(filters.place(path), False):
            return Reading(False, f"no pattern of include matches it ({_where(job)})")
        return Reading(True, f"include ({_where(job)})")
    if kind.format == JSON:
        return Reading(False, f"in folders newslint reads no {kind.suffix} of itself; include takes them in")
    if not kind.format:
        return Reading(False, f"newslint reads no {kind.suffix or 'files without a suffix'}; include takes them in")
    return Reading(True, f"its name ends in {kind.suffix}")


def _left_out(path: str, job: Job, options: DiscoveryOptions) -> Iterator[str]:
    given = (*DEFAULT_EXCLUDE, *job.config.settings.exclude, *job.request.exclude)
    filters = Filter(options)
    if filters.excludes_any(filters.place(path), False):
        for shown, pattern in reversed([*zip(given, options.exclude, strict=True)]):
            single = Filter(DiscoveryOptions(exclude=(pattern,), root=options.root))
            if not pattern.startswith("!") and single.excludes_any(single.place(path), False):
                always = "always" if shown in DEFAULT_EXCLUDE else _where(job)
                yield f"exclude: {shown} ({always})"
    if options.respect_gitignore:
        yield from _ignored_by_git(path)


def _ignored_by_git(path: str) -> Iterator[str]:
    notices: list[Notice] = []
    real = Path(os.path.realpath(os.path.dirname(path) or "."), os.path.basename(path))
    for place in (*reversed(real.parents), real):
        folder = str(place.parent)
        chain: Chain = chain_in(chain_above(folder, notices), folder, notices)
        is_folder = place != real
        speaking = ((file, file.verdict(str(place), is_folder)) for file in reversed(chain))
        file, verdict = next(((file, verdict) for file, verdict in speaking if verdict is not None), (None, None))
        if file and verdict:
            name = os.path.relpath(place, file.folder) + ("/" if is_folder else "")
            yield f"{os.path.relpath(os.path.join(file.folder, '.gitignore'))} names {name} (respect-gitignore)"
            return


def _where(job: Job) -> str:
    return job.config.where or "command line"
