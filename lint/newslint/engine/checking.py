"""One document, all document rules: which of them can fire at all, what they find, and what is superfluous of it."""

from __future__ import annotations

import os
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import Final, NamedTuple

from newslint.document import Document, DocumentRef, Span
from newslint.finding import Finding, Location, Notice, Related, Severity, locate
from newslint.rule import SHORT_BLOCK, DocumentRule, Needs
from newslint.text import fold

INTERNAL_ERROR: Final = "internal-error"
"""Rule name of the finding that stands for a crash of a rule. It cannot be switched off."""

Ignores = Callable[[str], frozenset[str]]
"""From a document's path to the names of the rules that are silent there. Must be picklable."""


class Facts(NamedTuple):
    """What the conditions of rules are tested against, for one document."""

    rare: frozenset[str]
    short: frozenset[str]
    short_text: str
    repeated: bool
    text: str
    defect: bool

    def meet(self, needs: Needs) -> bool:
        """Whether a rule with these needs may find anything."""
        return (
            needs.always
            or (self.repeated and needs.repeated_line)
            or not needs.characters.isdisjoint(self.rare)
            or not needs.phrases.isdisjoint(self.short)
            or _any_in(needs.literals, self.short_text)
            or _any_in(needs.substrings, self.text)
        )


def _any_in(parts: Iterable[str], text: str) -> bool:
    for part in parts:  # noqa: SIM110 -- a generator would cost more than the search
        if part in text:
            return True
    return False


def facts_of(document: Document) -> Facts:
    """The facts of one document."""
    keys = document.keys
    short = [key for key, block in zip(keys, document.blocks, strict=True) if len(block.text) <= SHORT_BLOCK]
    return Facts(
        document.rare_characters,
        frozenset(short),
        "\n".join(short),
        len(set(keys)) < len(keys),
        document.text,
        bool(document.defect),
    )


def narrowed(needs: Needs, batch: Facts) -> Needs:
    """The part of `needs` that something in the batch can meet: what the single documents are tested against."""
    return needs._replace(
        characters=needs.characters & batch.rare,
        phrases=needs.phrases & batch.short,
        literals=frozenset(literal for literal in needs.literals if literal in batch.short_text),
    )


def union(facts: Sequence[Facts]) -> Facts:
    """Facts that hold for at least one of many documents."""
    return Facts(
        frozenset().union(*(fact.rare for fact in facts)),
        frozenset().union(*(fact.short for fact in facts)),
        "\n".join(fact.short_text for fact in facts),
        any(fact.repeated for fact in facts),
        "",  # what substrings stand in a text is cheaper to ask of each document
        any(fact.defect for fact in facts),
    )


@dataclass
class Checked:
    """The outcome for some documents."""

    findings: list[Finding] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    crashed: bool = False


class Checker:
    """Runs document rules over documents.

    Args:
        rules: the selected document rules, configured.
        severities: by rule name, where the configuration says other than the rule.
        ignores: the rules that are silent for a path.
    """

    def __init__(
        self,
        rules: Sequence[DocumentRule],
        severities: Mapping[str, Severity] | None = None,
        ignores: Ignores | None = None,
    ) -> None:
        self.rules = sorted(rules, key=lambda rule: rule.name)
        self.severities = dict(severities or {})
        self.ignores = ignores
        self.subsumes = {rule.name: rule.subsumes for rule in rules if rule.subsumes}
        self._slow: set[str] = set()

    def check(self, documents: Sequence[Document]) -> Checked:
        """The findings of all documents, located, in the order of the documents and within one by place."""
        checked = Checked()
        facts = [facts_of(document) for document in documents]
        able = self._able(union(facts))
        for document, fact in zip(documents, facts, strict=True):
            ignored = self.ignores(document.ref.path) if self.ignores else frozenset()
            found: list[Finding] = []
            for rule, needs in able:
                wanted = needs.defect if fact.defect else fact.meet(needs)
                if wanted and rule.name not in ignored:
                    found += self._run(rule, document, checked)
            if found:
                checked.findings += self.finish(found, document)
        return checked

    def _able(self, batch: Facts) -> list[tuple[DocumentRule, Needs]]:
        """The rules that may find anything in a batch, each with what of its needs the batch can meet."""
        able = [(rule, narrowed(rule.needs, batch)) for rule in self.rules]
        return [(rule, needs) for rule, needs in able if needs.defect or needs.substrings or batch.meet(needs)]

    def _run(self, rule: DocumentRule, document: Document, checked: Checked) -> list[Finding]:
        try:
            return list(rule.check(document))
        except TimeoutError:
            if rule.name not in self._slow:
                self._slow.add(rule.name)
                message = f"the patterns of {rule.name} took too long here; the rule was left out for this document"
                checked.notices.append(Notice(document.ref.path, message, failed=True))
        except Exception as error:  # a crash in one document must not end the run
            checked.crashed = True
            return [crash(rule.name, document.ref, error)]
        return []

    def finish(self, found: Iterable[Finding], document: Document) -> list[Finding]:
        """Superfluous ones turned into parts, severities set, sorted, located, with fingerprints."""
        kept = without_superfluous(sorted(found, key=place), self.subsumes)
        seen: Counter[bytes] = Counter()
        finished = []
        for finding in kept:
            digest = content_digest(finding, document)
            seen[digest] += 1
            finished.append(
                replace(
                    finding,
                    severity=self.severities.get(finding.rule, finding.severity),
                    location=locate(finding.location, document),
                    related=tuple(_located(related, document) for related in finding.related),
                    source=document.metadata.source,
                    fingerprint=blake2b(digest + b"%d" % seen[digest], digest_size=10).hexdigest(),
                )
            )
        return finished


def _located(related: Related, document: Document) -> Related:
    if related.location.ref != document.ref or related.location.line:
        return related
    return related._replace(location=locate(related.location, document))


def place(finding: Finding) -> tuple[bytes, int, int, int, str, str]:
    """The fixed order of findings: path, record, place, rule."""
    (path, record), (start, end) = finding.location.ref, finding.location.span
    return os.fsencode(path), record or 0, start, end, finding.rule, finding.message


def content_digest(finding: Finding, document: Document) -> bytes:
    """What the finding says, by content: neither path, line nor time (so that a baseline survives moves)."""
    start, end = finding.location.span
    hasher = blake2b(digest_size=16)
    for part in (finding.rule, finding.kind, fold(document.text[start:end])):
        hasher.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return hasher.digest()


def without_superfluous(findings: Sequence[Finding], subsumes: Mapping[str, frozenset[str]]) -> list[Finding]:
    """Findings of one document without those that another makes superfluous.

    A finding is superfluous inside the span (or inside a `part` place) of one whose rule subsumes its rule; it goes on
    as a related place of that one.
    """
    if not subsumes:
        return list(findings)
    parts: dict[int, list[Related]] = {}
    gone = set()
    holders = [(index, finding) for index, finding in enumerate(findings) if finding.rule in subsumes]
    for index, finding in enumerate(findings):
        for holder_index, holder in holders:
            if finding.rule in subsumes[holder.rule] and _holds(holder, finding.location.span):
                gone.add(index)
                part = Related(finding.location, f"{finding.rule}: {finding.message}", "part")
                parts.setdefault(holder_index, []).append(part)
                break
    return [
        replace(finding, related=_with_parts(finding, parts[index])) if index in parts else finding
        for index, finding in enumerate(findings)
        if index not in gone
    ]


def _holds(holder: Finding, span: Span) -> bool:
    spans = [holder.location.span, *(related.location.span for related in holder.related if related.role == "part")]
    return any(start <= span.start and span.end <= end for start, end in spans)


def _with_parts(finding: Finding, parts: Sequence[Related]) -> tuple[Related, ...]:
    spans = {part.location.span for part in parts}
    own = [item for item in finding.related if item.role != "part" or item.location.span not in spans]
    return (*own, *parts)


def crash(rule: str, ref: DocumentRef, error: Exception) -> Finding:
    """The finding that stands for a crash: where, in which rule, and what to do."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{os.path.basename(frame.filename)}:{frame.lineno}"
    message = f"{rule} failed on this document ({type(error).__name__} at {where}): please report this as a bug"
    location = Location(ref, Span(0, 0), 1, 1, 1, 1, ref.record or 1, 1, ref.record or 1, 1)
    return Finding(INTERNAL_ERROR, message, location, Severity.ERROR, "structure", data={"rule": rule})
