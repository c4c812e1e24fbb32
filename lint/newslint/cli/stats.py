"""The commands `stats` and `compare`: a corpus in figures, and what has changed between two reports."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace

from newslint.api import Request, run, settle
from newslint.reporters.stats import as_json, figures_of
from newslint.reporters.stats_text import as_text
from newslint.rule import WHOLE, CorpusRule

from . import output
from .exits import BUG, CLEAN, FAILED
from .progress import Progress


def stats(paths: Sequence[str], request: Request, form: str) -> int:
    """Print the figures of a corpus.

    Args:
        form: `text` or `json`.

    Returns:
        0, findings or not; 2 where something could not be read; 3 where a rule failed.
    """
    job = settle(paths, replace(request, census=True))
    progress = Progress(output.is_terminal(sys.stderr))
    report = run(job, paths, progress)
    whole = {name for name, rule in job.available.items() if isinstance(rule, CorpusRule) and WHOLE in rule.kinds}
    figures = figures_of(report, whole)
    (as_json if form == "json" else as_text)(figures, output.write)
    progress.finish()
    if report.crashed:
        return BUG
    return FAILED if any(notice.failed for notice in report.notices) else CLEAN
