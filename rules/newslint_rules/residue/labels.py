"""Lists of labels that pages print, kept as lines of ` | `."""

from __future__ import annotations

from newslint import fold


def labels(text: str) -> frozenset[str]:
    """The labels of `text`, in comparison form."""
    return frozenset(fold(label) for line in text.splitlines() for label in line.split("|"))
