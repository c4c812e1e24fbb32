"""The commands `rules` and `rule`."""

from __future__ import annotations

import sys

from newslint.api import Request, settle
from newslint.config import ConfigError, nearest
from newslint.config.options import PATTERN_OPTIONS
from newslint.packs import page, summary
from newslint.pattern import PatternRule
from newslint.reporters.display import cut
from newslint.reporters.escaping import json_line, terminal
from newslint.rule import FAMILIES

from . import output
from .exits import CLEAN


def rules(config: str | None, isolated: bool) -> int:
    """One line a rule: name, family, severity as configured, and what it finds; `-` before those that do not run."""
    job = settle((), Request(config, isolated))
    running = {rule.name for rule in job.chosen.rules}
    rows = []
    for name, rule in job.available.items():
        severity = str(job.chosen.severities.get(name, rule.severity))
        mark = " " if name in running else "-"
        rows.append((f"{mark} {terminal(name)}", rule.family, severity, terminal(summary(name, job.rule_folders))))
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    width = output.width(sys.stdout) if output.is_terminal(sys.stdout) else 0
    for *cells, text in rows:
        line = "  ".join([*(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)), text])
        output.write(f"{cut(line, width) if width else line}\n")
    return CLEAN


def rule(name: str, config: str | None, isolated: bool) -> int:
    """The page of a rule.

    Raises:
        ConfigError: no rule is called so.
    """
    job = settle((), Request(config, isolated))
    if name in FAMILIES:
        members = ", ".join(other for other, found in job.available.items() if found.family == name)
        raise ConfigError("", "", f"{name} is a family; its rules are {members}")
    if name not in job.available:
        raise ConfigError(
            "", "", f"no rule is called {name!r}{nearest(name, job.available)} (newslint rules lists them)"
        )
    for line in page(name, job.rule_folders).splitlines():
        output.write(f"{terminal(line)}\n")
    if isinstance(found := job.available[name], PatternRule):  # pages tell what is a rule's own
        output.write("\nOptions, as of all rules of phrases and patterns:\n\n")
        for option, text in PATTERN_OPTIONS.items():
            output.write(f"- `{option.replace('_', '-')}` (`{json_line(getattr(found, option))}`): {text}\n")
    return CLEAN
