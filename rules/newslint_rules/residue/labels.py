"""Lists of labels that pages print, kept as lines of ` | `."""

from __future__ import annotations

from newslint import Severity, fold, scripts_in


def labels(text: str) -> frozenset[str]:
    """The labels of `text`, in comparison form."""
    return frozenset(fold(label) for line in text.splitlines() for label in line.split("|"))


def severity_of(text: str, severity: Severity, unproven: frozenset[str]) -> Severity:
    """Info for a label in a script that only languages have whose labels nobody has found in real text yet."""
    return severity if text.isascii() or unproven.isdisjoint(scripts_in(text)) else Severity.INFO
