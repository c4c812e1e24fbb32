"""The gravest findings of a stream, for formats whose readers take only so many."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nsmallest

from newslint.finding import Finding


def gravest(findings: Iterable[Finding], limit: int) -> list[Finding]:
    """At most `limit` findings, the gravest and of these the first, in the order of the stream. Holds no more."""
    numbered = nsmallest(limit, enumerate(findings), key=lambda item: (-item[1].severity, item[0]))
    return [finding for _, finding in sorted(numbered, key=lambda item: item[0])]
