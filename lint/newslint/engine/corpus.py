"""The second pass of corpus rules: clusters of all compared blocks, and the findings that rules make of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import merge
from itertools import groupby
from typing import Final, NamedTuple

from newslint.document import DocumentRef, Span
from newslint.finding import Finding, Notice, Severity
from newslint.rule import NOWHERE, WHOLE, Cluster, CorpusRule, Spread

from .allowing import Allowances
from .checking import INTERNAL_ERROR, Ignores, Place, crash, place, without_superfluous
from .collecting import Group, Record, groups_of
from .compared import Compared, Reread, Row, SecondPass
from .copies import NOBODY, Copies, Focus, Witness, rerooted
from .gathering import Gathered
from .known_clusters import KnownClusters, Said
from .stream import Spool
from .undisturbed import undisturbed
from .versions import Versions

MEMBERS_AT_A_TIME: Final = 20_000
"""Members whose places are made together; bounds the memory of the second pass."""


class _Wanted(NamedTuple):
    """The members of a cluster that are to be read again, how many it has in all (0: these), and its spread."""

    rows: list[Row]
    size: int = 0
    spread: Mapping[str, Spread] = NOWHERE


@dataclass
class Outcome:
    """What the corpus rules found, sorted by place; `allowed` and `silent` as in `checking.Checked`."""

    findings: Spool = field(default_factory=Spool)
    notices: list[Notice] = field(default_factory=list)
    crashed: bool = False
    allowed: Counter[int] = field(default_factory=Counter)
    silent: set[tuple[str, str]] = field(default_factory=set)


class CorpusCheck:
    """The second half of a run: clusters, and the findings that corpus rules make of them.

    Args:
        rules: the selected corpus rules, configured.
        reread: gives the records again whose places are asked for.
        severities, ignores, allowances: as for document rules.
        witness: knows which copies were there before; `NOBODY`: the first in canonical order was.
        known: knows what was said of clusters in earlier runs; of no use with a witness.
    """

    def __init__(
        self,
        rules: Iterable[CorpusRule],
        reread: Reread,
        severities: Mapping[str, Severity] | None = None,
        ignores: Ignores | None = None,
        allowances: Allowances | None = None,
        witness: Witness = NOBODY,
        known: KnownClusters | None = None,
    ) -> None:
        self.groups = groups_of(rules)
        self.reread = reread
        self.severities = dict(severities or {})
        self.ignores = ignores
        self.allowances = allowances
        self.witness = witness
        self._known = known if witness == NOBODY else None
        self._allowed: dict[Place, int] = {}
        self._versions = Versions()
        self._apart: set[Place] = set()

    def run(self, gathered: Gathered) -> Outcome:
        """All findings, those that others make superfluous turned into parts of these.

        Args:
            gathered: its groups are taken from it.
        """
        outcome = Outcome()
        records = gathered.records
        in_focus = self._in_focus(records)
        runs: list[Spool] = []
        for number, group in enumerate(self.groups):
            compared_blocks = Compared.of(records, gathered.take(number), group.canonical)
            for clusters in _batched(_wanted(group, compared_blocks, in_focus)):
                with undisturbed():
                    runs.append(self._findings(number, compared_blocks, clusters, outcome))
            if compared_blocks.limited:
                names = ", ".join(rule.name for rule in group.rules)
                outcome.notices.append(Notice("", f"{names}: {compared_blocks.limited}"))
            del compared_blocks  # before the next group is looked at
        subsumes = {rule.name: rule.subsumes for group in self.groups for rule in group.rules if rule.subsumes}
        whole = frozenset(rule.name for group in self.groups for rule in group.rules if WHOLE in rule.kinds)
        for _, found in groupby(merge(*runs, key=place), key=lambda finding: finding.location.ref):
            kept = without_superfluous(list(found), subsumes, self._apart, whole)
            outcome.findings.add(_with_few_parts(finding) for finding in kept if not self._is_allowed(finding, outcome))
        if self.allowances:
            outcome.notices += self.allowances.notices()
        return outcome

    def _findings(self, number: int, compared_blocks: Compared, clusters: Sequence[_Wanted], outcome: Outcome) -> Spool:
        rules = self.groups[number].rules
        explained = [self._versions.explained(compared_blocks, wanted.rows) for wanted in clusters]
        known = self._look_up(number, compared_blocks, clusters, explained)
        corpus = SecondPass(compared_blocks)
        unknown = [wanted.rows for wanted, (_, said) in zip(clusters, known, strict=True) if said is None]
        outcome.notices += corpus.read(sorted({row.block for rows in unknown for row in rows}), self.reread)
        subsuming = {rule.name for rule in rules if rule.subsumes and WHOLE in rule.kinds}
        told: list[Finding] = []
        for wanted, of_versions, (key, said) in zip(clusters, explained, known, strict=True):
            corpus.explained = of_versions
            found = self._recalled(said) if said else self._said(rules, wanted, corpus, key, outcome)
            found = [finding for finding in found if not self._is_silent(finding, outcome)]
            refs = [finding.location.ref for finding in found if finding.rule in subsuming]
            if refs:
                records = frozenset(compared_blocks.record_of[row.block] for row in wanted.rows)
                for ref in refs:
                    self._versions.add(ref, records)
            self._apart.update(
                place(finding)
                for finding in found
                if finding.rule not in subsuming
                and finding.location.ref in self._versions
                and finding.location.ref not in of_versions
            )
            told += found
        run = Spool()
        run.add(sorted(told, key=place))
        return run

    def _look_up(
        self,
        number: int,
        compared_blocks: Compared,
        clusters: Sequence[_Wanted],
        explained: Sequence[Container[DocumentRef]],
    ) -> Sequence[tuple[bytes, Said | None]]:
        if self._known is None or self._is_any_slow:
            return [(b"", None)] * len(clusters)
        return self._known.look_up(number, compared_blocks, clusters, explained)

    @property
    def _is_any_slow(self) -> bool:
        """Whether an allowance has shown to be slow: what it allows depends on the time that it takes."""
        return self.allowances is not None and bool(self.allowances.slow)

    def _recalled(self, said: Said) -> list[Finding]:
        for finding, number in zip(said.findings, said.allowed, strict=True):
            if number >= 0:
                self._allowed[place(finding)] = number
        return said.findings

    def _said(
        self, rules: Sequence[CorpusRule], wanted: _Wanted, corpus: SecondPass, key: bytes, outcome: Outcome
    ) -> list[Finding]:
        """What the rules say of a cluster. It is kept by its key, but for what is said of a crash."""
        cluster = corpus.begin(*wanted)
        if not corpus.has_all(cluster):
            return []
        found = [finding for rule in rules for finding in self._check(rule, cluster, corpus, outcome)]
        if self._known and not self._is_any_slow and all(finding.rule != INTERNAL_ERROR for finding in found):
            allowed = [self._allowed.get(place(finding), -1) if self._allowed else -1 for finding in found]
            self._known.add(key, Said(found, allowed, corpus.asked))
        return found

    def _check(self, rule: CorpusRule, cluster: Cluster, corpus: SecondPass, outcome: Outcome) -> list[Finding]:
        copies = Copies(rule.name, cluster, corpus)
        age, tell, focus = self.witness
        if age:
            copies.begin_with_the_oldest(age)
        try:
            findings = list(rule.check(copies.cluster, corpus))
            if focus:
                findings = _in_focus(rule, findings, copies, corpus, focus)
            found = [self._finish(finding, copies, corpus) for finding in findings]
        except Exception as error:  # a crash over one cluster must not end the run
            outcome.crashed = True
            return [crash(rule, cluster.members[0].ref, error)]
        if found and tell:
            for copy in copies:
                tell(copy)
        return found

    def _in_focus(self, records: Sequence[Record]) -> Container[int] | None:
        """The numbers of the records whose findings are asked for; None: of all."""
        focus = self.witness.focus
        if focus is None:
            return None
        return {number for number, record in enumerate(records) if focus(record.ref.path)}

    def _is_silent(self, finding: Finding, outcome: Outcome) -> bool:
        path = finding.location.ref.path
        silent = self.ignores is not None and finding.rule in self.ignores(path)
        if silent:
            outcome.silent.add((path, finding.rule))
        return silent

    def _finish(self, finding: Finding, copies: Copies, corpus: SecondPass) -> Finding:
        location = corpus.places[finding.location.ref, finding.location.span]
        finished = replace(
            finding,
            location=location,
            severity=self.severities.get(finding.rule, finding.severity),
            related=tuple(
                related._replace(fingerprint=copies.fingerprint(related.location)) for related in finding.related
            ),
            source=corpus.sources[location.ref].source,
            fingerprint=copies.fingerprint(location),
        )
        self._note_allowed(finished, corpus.text_at(location))
        return finished

    def _note_allowed(self, finding: Finding, text: str) -> None:
        """What others make superfluous is known only later: until then its place is kept."""
        if self.allowances:
            number = self.allowances.number(finding.rule, text, Span(0, len(text)))
            if number is not None:
                self._allowed[place(finding)] = number

    def _is_allowed(self, finding: Finding, outcome: Outcome) -> bool:
        number = self._allowed.get(place(finding)) if self._allowed else None
        if number is not None:
            outcome.allowed[number] += 1
        return number is not None


PARTS_SHOWN: Final = 20
"""Superfluous findings that a finding carries as parts; `data["parts"]` counts them all."""


def _with_few_parts(finding: Finding) -> Finding:
    parts = [related for related in finding.related if related.role == "part"]
    if not parts:
        return finding
    others = tuple(related for related in finding.related if related.role != "part")
    data = {**finding.data, "parts": len(parts)}
    return replace(finding, related=(*others, *parts[:PARTS_SHOWN]), data=data)


def _in_focus(
    rule: CorpusRule, findings: Sequence[Finding], copies: Copies, corpus: SecondPass, focus: Focus
) -> list[Finding]:
    """The findings at members that are in focus.

    Where a rule has its say once for the whole cluster, at its original, such a member becomes the original.
    """
    kept = [finding for finding in findings if focus(finding.location.ref.path)]
    if kept or not findings:
        return kept
    members = copies.cluster.members
    copies.cluster = rerooted(
        copies.cluster, next(number for number, member in enumerate(members) if focus(member.ref.path))
    )
    return [finding for finding in rule.check(copies.cluster, corpus) if focus(finding.location.ref.path)]


def _wanted(group: Group, compared_blocks: Compared, in_focus: Container[int] | None) -> Iterator[_Wanted]:
    """The clusters that the rules of a group are to see: with a member of a record `in_focus`."""
    for rows in compared_blocks.clusters(group.alike):
        here = rows if in_focus is None else [row for row in rows if compared_blocks.record_of[row.block] in in_focus]
        if not here:
            continue
        if not group.counts:
            yield _Wanted(rows)
            continue
        spread = compared_blocks.spread(rows)
        if any(rule.is_spread(spread) for rule in group.rules):
            sample = compared_blocks.sample(rows)
            yield _Wanted(sample if here is rows or here[0] in sample else [*sample, here[0]], len(rows), spread)


def _batched(clusters: Iterable[_Wanted]) -> Iterator[list[_Wanted]]:
    batch: list[_Wanted] = []
    size = 0
    for cluster in clusters:
        batch.append(cluster)
        size += len(cluster.rows)
        if size >= MEMBERS_AT_A_TIME:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
