"""One document, all document rules: which of them can fire at all, what they find, and what is superfluous of it."""

from __future__ import annotations

import os
import traceback
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import Final

from newslint.document import Document, DocumentRef, Span
from newslint.finding import Finding, Location, Notice, Related, Severity, locate
from newslint.reading.names import path_bytes
from newslint.rule import DocumentRule, Rule
from newslint.text import fold

from .allowing import Allowances
from .dispatch import Dispatch
from .holding import first_holders

INTERNAL_ERROR: Final = "internal-error"
"""Rule name of the finding that stands for a crash of a rule. It cannot be switched off."""
_OURS: Final = frozenset({"newslint", "newslint_rules"})
"""Packages whose crashes are bugs of newslint; the others are rule packs of others."""

Ignores = Callable[[str], frozenset[str]]
"""From a document's path to the names of the rules that are silent there. Must be picklable."""


@dataclass
class Checked:
    """The outcome for some documents.

    Attributes:
        allowed: how many findings each entry of the allowances has taken out, by its number.
        silent: paths and rules of which findings were ignored; collected only by an audit.
        is_certain: False where a crash or a limit of time had a say, so that another run may find something else.
    """

    findings: list[Finding] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    crashed: bool = False
    allowed: Counter[int] = field(default_factory=Counter)
    silent: set[tuple[str, str]] = field(default_factory=set)
    is_certain: bool = True

    def add(self, other: Checked) -> None:
        """Adds what was found in further documents."""
        self.findings += other.findings
        self.notices += other.notices
        self.crashed |= other.crashed
        if other.allowed:
            self.allowed += other.allowed
        self.silent |= other.silent
        self.is_certain &= other.is_certain


class Checker:
    """Runs document rules over documents.

    Args:
        rules: the selected document rules, configured.
        severities: by rule name, where the configuration says other than the rule.
        ignores: the rules that are silent for a path.
        allowances: what findings may say without being reported.
        audit: run the silent rules, too, to tell which of the ignores are of use.
    """

    def __init__(
        self,
        rules: Sequence[DocumentRule],
        severities: Mapping[str, Severity] | None = None,
        ignores: Ignores | None = None,
        allowances: Allowances | None = None,
        audit: bool = False,
    ) -> None:
        self.rules = sorted(rules, key=lambda rule: rule.name)
        self.severities = dict(severities or {})
        self.ignores = ignores
        self.allowances = allowances
        self._audit = audit
        self.subsumes = superfluous_by(rules)
        self._dispatch = Dispatch([rule.needs for rule in self.rules])

    def check(self, documents: Sequence[Document]) -> Checked:
        """The findings of all documents, located, in the order of the documents and within one by place."""
        checked = Checked()
        for document, numbers in self._asked(documents):
            self._check(document, numbers, checked)
        if self.allowances:
            checked.notices += self.allowances.notices()
        return checked

    def each(self, documents: Sequence[Document]) -> Iterator[Checked]:
        """The same, for each document of its own, but for the notices of the allowances."""
        for document, numbers in self._asked(documents):
            checked = Checked()
            self._check(document, numbers, checked)
            yield checked

    def _asked(self, documents: Sequence[Document]) -> Iterator[tuple[Document, Sequence[int]]]:
        """Each document with the numbers of the rules that may find anything in it."""
        able = self._dispatch.able(documents)
        for document, numbers in zip(documents, able, strict=True):
            yield document, self._dispatch.for_defects if document.defect else numbers

    def _check(self, document: Document, numbers: Sequence[int], checked: Checked) -> None:
        """Adds what is found in a document."""
        ignored = self.ignores(document.ref.path) if self.ignores else frozenset()
        found: list[Finding] = []
        for number in numbers:
            rule = self.rules[number]
            if rule.name not in ignored:
                found += self._run(rule, document, checked)
            elif self._audit and self._run(rule, document, Checked()):
                checked.silent.add((document.ref.path, rule.name))
        if found:
            checked.findings += self._finish(found, document, checked)
        if self.allowances and self.allowances.slow:
            checked.is_certain = False

    def _run(self, rule: DocumentRule, document: Document, checked: Checked) -> list[Finding]:
        try:
            return list(rule.check(document))
        except TimeoutError:
            checked.is_certain = False
            message = f"the patterns of {rule.name} took too long here; the rule was left out for this document"
            checked.notices.append(Notice(document.ref.path, message, failed=True))
        except Exception as error:  # a crash in one document must not end the run
            checked.crashed, checked.is_certain = True, False
            return [crash(rule, document.ref, error)]
        return []

    def _finish(self, found: Iterable[Finding], document: Document, checked: Checked) -> list[Finding]:
        """Superfluous ones turned into parts, allowed ones out, severities set, sorted, located, with fingerprints."""
        kept = without_superfluous(sorted(found, key=_place_inside), self.subsumes)
        seen: Counter[bytes] = Counter()
        finished = []
        for finding in kept:
            if self._is_allowed(finding, document, checked):
                continue
            digest = content_digest(finding, document)
            seen[digest] += 1
            finished.append(
                Finding(  # `dataclasses.replace` takes several times as long, and there can be many
                    finding.rule,
                    finding.message,
                    locate(finding.location, document),
                    self.severities.get(finding.rule, finding.severity),
                    finding.family,
                    finding.kind,
                    tuple([_located(related, document) for related in finding.related]),
                    finding.fix,
                    finding.data,
                    finding.cluster,
                    document.metadata.source,
                    blake2b(digest + b"%d" % seen[digest], digest_size=10).hexdigest(),
                )
            )
        return finished

    def _is_allowed(self, finding: Finding, document: Document, checked: Checked) -> bool:
        if self.allowances is None or finding.rule == INTERNAL_ERROR:
            return False
        number = self.allowances.number_in(finding.rule, document, finding.location.span)
        if number is not None:
            checked.allowed[number] += 1
        return number is not None


def _located(related: Related, document: Document) -> Related:
    if related.location.ref != document.ref or related.location.line:
        return related
    return related._replace(location=locate(related.location, document))


Place = tuple[bytes, int, int, int, str, str]
"""Path, record, start, end, rule, message of a finding."""


def place(finding: Finding) -> Place:
    """The fixed order of findings: path, record, place, rule."""
    (path, record), (start, end) = finding.location.ref, finding.location.span
    return path_bytes(path), record or 0, start, end, finding.rule, finding.message


def _place_inside(finding: Finding) -> tuple[int, int, str, str]:
    """The same order for findings of one document."""
    start, end = finding.location.span
    return start, end, finding.rule, finding.message


def content_digest(finding: Finding, document: Document) -> bytes:
    """What the finding says, by content: neither path, line nor time (so that a baseline survives moves)."""
    start, end = finding.location.span
    said = f"{finding.rule}\0{finding.kind}\0{fold(document.text[start:end])}\0"
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def superfluous_by(rules: Sequence[DocumentRule]) -> dict[str, frozenset[str]]:
    """By the name of a rule, the names of those whose findings inside one of its are superfluous."""
    yielding = [(rule.name, rule.yields_to) for rule in rules if rule.yields_to]
    subsumes = {
        rule.name: rule.subsumes.union(
            name for name, holders in yielding if name != rule.name and not holders.isdisjoint((rule.name, rule.family))
        )
        for rule in rules
    }
    return {name: names for name, names in subsumes.items() if names}


def without_superfluous(
    findings: Sequence[Finding],
    subsumes: Mapping[str, frozenset[str]],
    apart: Container[Place] = frozenset(),
    whole: frozenset[str] = frozenset(),
) -> list[Finding]:
    """Findings of one document without those that another makes superfluous.

    A finding is superfluous inside the span (or inside a `part` place) of one whose rule subsumes its rule; it goes on
    as a related place of that one, or of the one that makes that one superfluous.

    Args:
        apart: places of findings that rules in `whole`, those of whole documents, do not make superfluous: they are
            about other documents.
    """
    if not subsumes:
        return list(findings)
    held = first_holders(findings, subsumes)
    free = [number for number in held if place(findings[number]) in apart and findings[held[number]].rule in whole]
    if free:
        others = {rule: names for rule, names in subsumes.items() if rule not in whole}
        still = first_holders(findings, others)
        for number in free:
            del held[number]
            if number in still:
                held[number] = still[number]
    held = _outermost(held)
    parts: dict[int, list[Related]] = {}
    for index in sorted(held):
        finding = findings[index]
        part = Related(finding.location, f"{finding.rule}: {finding.message}", "part")
        parts.setdefault(held[index], []).append(part)
    return [
        replace(finding, related=_with_parts(finding, parts[index])) if index in parts else finding
        for index, finding in enumerate(findings)
        if index not in held
    ]


def _outermost(held: Mapping[int, int]) -> dict[int, int]:
    """Each superfluous finding with the one that is left; of those that hold each other in a circle the first is."""
    left = dict(held)
    for number in sorted(held):
        at, seen = left[number], {number}
        while at in left and at not in seen:
            seen.add(at)
            at = left[at]
        if at == number:
            del left[number]
    for number in sorted(left):
        while left[number] in left:
            left[number] = left[left[number]]
    return left


def _with_parts(finding: Finding, parts: Sequence[Related]) -> tuple[Related, ...]:
    spans = {part.location.span for part in parts}
    own = [item for item in finding.related if item.role != "part" or item.location.span not in spans]
    return (*own, *parts)


def crash(rule: Rule, ref: DocumentRef, error: Exception) -> Finding:
    """The finding that stands for a crash: where, in which rule, and who wants to know of it."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{os.path.basename(frame.filename)}:{frame.lineno}"
    pack = type(rule).__module__.partition(".")[0]
    report = "please report this as a bug" if pack in _OURS else f"please report this to the makers of {pack}"
    message = f"{rule.name} failed on this document ({type(error).__name__} at {where}): {report}"
    location = Location(ref, Span(0, 0), 1, 1, 1, 1, ref.record or 1, 1, ref.record or 1, 1)
    return Finding(INTERNAL_ERROR, message, location, Severity.ERROR, "structure", data={"rule": rule.name})
