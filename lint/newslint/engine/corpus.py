"""The second pass of corpus rules: clusters of all compared blocks, and the findings that rules make of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from heapq import merge
from itertools import groupby
from typing import Final

from newslint.finding import Finding, Notice, Severity
from newslint.rule import Cluster, CorpusRule
from newslint.text import fold

from .checking import Ignores, crash, place, without_superfluous
from .collecting import Collected, Group, groups_of
from .compared import Compared, Reread, Row, SecondPass
from .stream import Spool

MEMBERS_AT_A_TIME: Final = 20_000
"""Members whose places are made together; bounds the memory of the second pass."""


@dataclass
class Outcome:
    """What the corpus rules found, sorted by place."""

    findings: Spool = field(default_factory=Spool)
    notices: list[Notice] = field(default_factory=list)
    crashed: bool = False


class CorpusCheck:
    """The second half of a run: clusters, and the findings that corpus rules make of them.

    Args:
        rules: the selected corpus rules, configured.
        reread: gives the records again whose places are asked for.
        severities, ignores: as for document rules.
    """

    def __init__(
        self,
        rules: Iterable[CorpusRule],
        reread: Reread,
        severities: Mapping[str, Severity] | None = None,
        ignores: Ignores | None = None,
    ) -> None:
        self.groups = groups_of(rules)
        self.reread = reread
        self.severities = dict(severities or {})
        self.ignores = ignores

    def run(self, collected: Sequence[Collected]) -> Outcome:
        """All findings, those that others make superfluous turned into parts of these."""
        outcome = Outcome()
        records = [record for batch in collected for record in batch.records]
        runs: list[Spool] = []
        for number, group in enumerate(self.groups):
            compared_blocks = Compared.of(records, [(batch.parts[number], len(batch.records)) for batch in collected])
            for clusters in _batched(compared_blocks.clusters(group.alike)):
                runs.append(self._findings(group, compared_blocks, clusters, outcome))
        subsumes = {rule.name: rule.subsumes for group in self.groups for rule in group.rules if rule.subsumes}
        for _, found in groupby(merge(*runs, key=place), key=lambda finding: finding.location.ref):
            outcome.findings.add(map(_with_few_parts, without_superfluous(list(found), subsumes)))
        return outcome

    def _findings(
        self, group: Group, compared_blocks: Compared, clusters: Sequence[list[Row]], outcome: Outcome
    ) -> Spool:
        numbers = sorted({row.block for cluster in clusters for row in cluster})
        corpus = SecondPass(compared_blocks)
        outcome.notices += corpus.read(numbers, self.reread)
        found: list[Finding] = []
        for rows in clusters:
            cluster = compared_blocks.cluster(rows)
            if corpus.has_all(cluster):
                for rule in group.rules:
                    found += self._check(rule, cluster, corpus, outcome)
        run = Spool()
        run.add(sorted(filter(self._is_wanted, found), key=place))
        return run

    def _check(self, rule: CorpusRule, cluster: Cluster, corpus: SecondPass, outcome: Outcome) -> list[Finding]:
        try:
            return [self._finish(finding, corpus) for finding in rule.check(cluster, corpus)]
        except Exception as error:  # a crash over one cluster must not end the run
            outcome.crashed = True
            return [crash(rule.name, cluster.members[0].ref, error)]

    def _is_wanted(self, finding: Finding) -> bool:
        return self.ignores is None or finding.rule not in self.ignores(finding.location.ref.path)

    def _finish(self, finding: Finding, corpus: SecondPass) -> Finding:
        location = corpus.places[finding.location.ref, finding.location.span]
        content = fold(corpus.text_at(location)).encode("utf-8", "surrogatepass")
        return replace(
            finding,
            location=location,
            severity=self.severities.get(finding.rule, finding.severity),
            source=corpus.sources[location.ref].source,
            fingerprint=blake2b(finding.rule.encode() + b"\0" + content, digest_size=10).hexdigest(),
        )


PARTS_SHOWN: Final = 20
"""Superfluous findings that a finding carries as parts; `data["parts"]` counts them all."""


def _with_few_parts(finding: Finding) -> Finding:
    parts = [related for related in finding.related if related.role == "part"]
    if not parts:
        return finding
    others = tuple(related for related in finding.related if related.role != "part")
    data = {**finding.data, "parts": len(parts)}
    return replace(finding, related=(*others, *parts[:PARTS_SHOWN]), data=data)


def _batched(clusters: Iterable[list[Row]]) -> Iterator[list[list[Row]]]:
    batch: list[list[Row]] = []
    size = 0
    for cluster in clusters:
        batch.append(cluster)
        size += len(cluster)
        if size >= MEMBERS_AT_A_TIME:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
