"""Baselines from findings, and from older baselines."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.engine.checking import INTERNAL_ERROR
from newslint.engine.copies import Copy
from newslint.finding import Finding, Location

from .entries import CORPUS_FAMILY, Baseline, Entry, Held
from .known import Known
from .sites import Anchor, Scope


def made_of(findings: Iterable[Finding], anchor: Anchor, copies: Iterable[Copy] = ()) -> Baseline:
    """A baseline of all findings but crashes.

    Of copies each one is listed, the original too, and so are those that other findings make superfluous: then it does
    not matter which of them is the original, nor what becomes of the other findings.

    Args:
        copies: all that the run has told its witness.
    """
    baseline = Baseline()
    for finding in findings:
        if finding.rule == INTERNAL_ERROR:
            continue
        is_copy = finding.family == CORPUS_FAMILY
        _add(baseline, finding.rule, finding.location, finding.fingerprint, anchor, once=is_copy)
        for related in finding.related:
            if is_copy and related.fingerprint:
                _add(baseline, finding.rule, related.location, related.fingerprint, anchor, once=True)
    for copy in copies:
        _add(baseline, copy.rule, copy.location, copy.fingerprint, anchor, once=True)
    return baseline


def _add(baseline: Baseline, rule: str, location: Location, fingerprint: str, anchor: Anchor, *, once: bool) -> None:
    site = anchor.site(location)
    if once and fingerprint in baseline.held.get(site, {}):
        return
    baseline.add(Entry(site, fingerprint, Held(rule, 1)), {location.mark} if location.mark else set())


def merged(new: Baseline, known: Known, scope: Scope) -> Baseline:
    """`new`, and what of the known baseline the run says nothing about. `new` is changed."""
    old = known.baseline
    for entry in old.entries():
        if not scope.judges(entry) and entry.fingerprint not in new.held.get(entry.site, {}):
            new.add(entry, old.marks.get(entry.site, set()))
    return new


def pruned(known: Known, scope: Scope) -> Baseline:
    """The known baseline without what matched nothing, renamed documents under their new names."""
    old = known.baseline
    missing = {(entry.site, entry.fingerprint): entry.held.number for entry in known.unused(scope)}
    moved = known.moved
    left = Baseline()
    for entry in old.entries():
        count = entry.held.number - missing.get((entry.site, entry.fingerprint), 0)
        if count > 0:
            site = moved.get(entry.site, entry.site)
            left.add(
                Entry(site, entry.fingerprint, entry.held._replace(number=count)), old.marks.get(entry.site, set())
            )
    return left
