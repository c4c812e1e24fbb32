"""What `explain` says of one document: what it is, what stands in a line, and what becomes of each finding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newslint.document import Block, Document
from newslint.engine.collecting import compared, groups_of
from newslint.finding import Finding
from newslint.reporters import wording
from newslint.rule import CorpusRule

from .explain_findings import Explainer, Verdict

SHOWN: Final = 200
"""Findings that are explained at most."""


def document_lines(document: Document, line: int | None, explainer: Explainer) -> Iterator[str]:
    """Lines for people about a document, or about one line of it."""
    yield from _facts(document)
    if line is not None:
        yield from _line_facts(document, line, explainer)
    if explainer.only is not None:
        yield f"  {explainer.only}: {'; '.join(explainer.settings_of(explainer.only))}"
    verdicts = [verdict for verdict in explainer.verdicts(document) if _touches(verdict.finding, line)]
    for verdict in verdicts[:SHOWN]:
        yield from _verdict_lines(verdict)
    if len(verdicts) > SHOWN:
        yield f"  and {len(verdicts) - SHOWN:,} more; name a line to see those of that line"
    if not verdicts:
        yield "  no rule about single documents finds anything here"


def _facts(document: Document) -> Iterator[str]:
    metadata = document.metadata
    record = "" if document.ref.record is None else f"record {document.ref.record}: "
    parts = [
        f"encoding {document.origin.encoding}" if document.origin else "",
        f"id {metadata.id!r}" if metadata.id else "",
        f"source {metadata.source!r}" if metadata.source else "",
        f"language {document.language or 'unknown'}",
        f"{wording.counted(len(document.articles), 'article')} with {wording.counted(len(document.blocks), 'block')}",
    ]
    yield f"  {record}{', '.join(filter(None, parts))}"
    if document.defect:
        yield f"  no text to check: {document.defect}"


def _line_facts(document: Document, line: int, explainer: Explainer) -> Iterator[str]:
    span = document.line(line)
    found = [
        (number, position, block)
        for number, article in enumerate(document.articles, 1)
        for position, block in enumerate(article.blocks, 1)
        if block.start < span.end and block.end > span.start
    ]
    if not found:
        yield f"  line {line}: blank"
    for number, position, block in found:
        yield f"  line {line}: block {position} of article {number}, {block.kind}, {len(block.text):,} characters"
        yield from _comparing_rules(document, block, explainer)


def _comparing_rules(document: Document, block: Block, explainer: Explainer) -> Iterator[str]:
    """Which rules compare the block with other documents."""
    from newslint.similarity import collect

    running = [rule for rule in explainer.job.chosen.rules if isinstance(rule, CorpusRule)]
    by, equal = [], []
    for group in groups_of(running):
        if not any(span == block.span for _, span in compared(document, group)):
            continue
        words = int(collect([(block.kind, block.text)], group.alike).words[0])
        least, names = group.alike.min_words, [rule.name for rule in group.rules if block.kind in rule.kinds]
        if words < least:
            equal += [f"{name} (it has {wording.counted(words, 'word')}, min-words is {least})" for name in names]
        else:
            by += names
    if by:
        yield f"    compared with other documents by {', '.join(sorted(by))}"
    if equal:
        yield f"    compared for equality only by {', '.join(equal)}"
    if running and not by and not equal:
        yield "    not compared with other documents: no rule that runs compares such a block"


def _touches(finding: Finding, line: int | None) -> bool:
    places = [finding.location, *(related.location for related in finding.related)]
    here = [place for place in places if place.ref == finding.location.ref]
    return line is None or any(place.line <= line <= max(place.line, place.end_line) for place in here)


def _verdict_lines(verdict: Verdict) -> Iterator[str]:
    finding = verdict.finding
    said, other = wording.excerpt(finding), wording.other_copy(finding)
    place = f"{wording.point(finding.location)} {finding.severity}[{finding.rule}]"
    yield f"  {place} {finding.message}" + (f": “{said}”" if said else "")
    yield f"    {f'not reported: {verdict.why_not}' if verdict.why_not else 'reported'}"
    yield from (f"    {line}" for line in verdict.settings)
    if other:
        yield f"    other copy: {other}"
    if finding.fix:
        yield f"    fix ({finding.fix.safety}): {finding.fix.title}"
