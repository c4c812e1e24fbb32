"""Lists of labels that pages print, kept as lines of ` | `."""

from __future__ import annotations

from newslint import Severity, fold, scripts_in


def labels(text: str) -> frozenset[str]:
    """The labels of `text`, in comparison form."""
    return frozenset(fold(label) for line in text.splitlines() for label in line.split("|"))


def severity_of(text: str, severity: Severity, unproven: frozenset[str], waiting: tuple[str, ...] = ()) -> Severity:
    """Info for a label in a language whose labels nobody has found in real text yet.

    Args:
        text: the label as it stands.
        severity: of a label that is proven.
        unproven: scripts that only such languages have.
        waiting: how labels of such languages begin that share their script with others, in comparison form.
    """
    if not text.isascii() and not unproven.isdisjoint(scripts_in(text)):
        return Severity.INFO
    return Severity.INFO if waiting and fold(text).startswith(waiting) else severity
