"""What the rules that compare documents find at a place, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from newslint.api import Job, run
from newslint.document import Document, DocumentRef
from newslint.engine.copies import NOBODY
from newslint.finding import Finding, Location
from newslint.reporters import wording
from newslint.rule import CorpusRule

from .explain_findings import Explainer

Touches = Callable[[Location], bool]
DocumentAt = Callable[[DocumentRef], Document]


def copy_lines(paths: Sequence[str], touches: Touches, explainer: Explainer, document_at: DocumentAt) -> Iterator[str]:
    """A few lines on each finding about the place in which other documents have a part.

    Args:
        paths: the files that are compared.
        touches: whether a location is, at least in part, the place.
        document_at: reads a document again.
    """
    job = _comparing(explainer.job)
    witness = explainer.debt.witness if explainer.debt else NOBODY
    reported = [*run(job, paths, witness=witness).findings]
    known = {_key(finding) for finding in reported}
    verdicts = [(finding, _why_not(finding, explainer)) for finding in reported]
    for finding in run(_unhindered(job, explainer), paths, witness=witness).findings if _is_hindered(job) else ():
        if _key(finding) not in known:
            why_not = explainer.why_left_out(finding, document_at(finding.location.ref))
            verdicts += [(finding, why_not)] if why_not else []
    told = False
    for finding, why_not in sorted(verdicts, key=lambda verdict: verdict[0].location[:2]):
        places = [finding.location, *(related.location for related in finding.related)]
        if explainer.only in (None, finding.rule) and any(map(touches, places)):
            told = True
            yield from _lines(finding, why_not, touches)
    if not told:
        yield f"  no rule that compares documents finds a copy of it in {', '.join(paths[:-1])}"


def _lines(finding: Finding, why_not: str, touches: Touches) -> Iterator[str]:
    yield f"  {wording.place(finding.location)} {finding.severity}[{finding.rule}] {finding.message}"
    yield f"    {f'not reported: {why_not}' if why_not else 'reported'}"
    yield f"    other copy: {wording.other_copy(finding)}"
    for part in finding.related:
        if part.role == "part" and touches(part.location):
            yield f"    part of it, and not reported for itself: {wording.point(part.location)} {part.note}"


def _comparing(job: Job) -> Job:
    return replace(job, config=replace(job.config, settings=replace(job.config.settings, scope="corpus")))


def _is_hindered(job: Job) -> bool:
    """Whether any finding of a corpus rule may be held back."""
    chosen = job.chosen
    off = (name for name, decision in chosen.decisions.items() if not decision.runs)
    return bool(chosen.ignores or chosen.allowances) or any(isinstance(job.available[name], CorpusRule) for name in off)


def _unhindered(job: Job, explainer: Explainer) -> Job:
    rules = tuple(rule for rule in explainer.rules.values() if isinstance(rule, CorpusRule))
    return replace(job, chosen=replace(job.chosen, rules=rules, ignores=None, allowances=None))


def _why_not(finding: Finding, explainer: Explainer) -> str:
    """Why what the rules find is not reported; empty where it is."""
    if explainer.job.config.settings.scope == "document":
        return "the rule does not run: scope is document"
    return explainer.why_known(finding)


def _key(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.location.ref, finding.location.span
