"""Runs that remember, for tests, and what they read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final, cast

from newslint import Alike, Cluster, Corpus, CorpusRule, Finding, Rule, Severity
from newslint.engine import RunOptions, run
from newslint.engine.copies import NOBODY, Witness
from newslint.engine.remembering import Memory
from newslint.engine.stream import pack
from newslint.packs import load_rules
from newslint.reading import DiscoveryOptions, discover
from newslint.report import Report
from newslint.rule import options
from newslint.store import open_store

RULES: Final = tuple(rule for rule in load_rules().values() if rule.default)
FOLDING: Final[tuple[Rule, ...]] = tuple(
    replace(cast(Any, rule), fold_numbers=True) if "fold-numbers" in options(rule) else rule for rule in RULES
)
"""The same rules, for which all figures are the same one."""
FERRY: Final = (
    "The ferry operator Nordlin said on Tuesday it would run two night boats between Brevik and the old town from "
    "March, and that fares of 14 crowns would not rise before the end of the trial in June."
)
BRIDGE: Final = (
    "The new bridge over the Teal opened on Monday, three years later than planned, mayor Ada Brenner said, and "
    "lorries of up to forty tonnes may use it from the first day."
)
PARAGRAPHS: Final = (
    FERRY,
    FERRY.replace("14 crowns", "15 crowns"),
    FERRY + " Nordlin lost a third of its passengers last year.",
    BRIDGE,
    BRIDGE.replace("forty tonnes", "40 tonnes").upper(),
    "Night Ferries From March",
    "The ferry leaves the northern quay of Brevik, March 3. (NordPress/AFP)",
    "TT\n20\nShare this",
    "Read more",
    "It is cold\u00a0in the \u200bhills \udcff.",
    "大雨导致河水上涨，镇上的两所学校周一停课。",
)


@dataclass(frozen=True)
class Curious(CorpusRule):
    """Says of every copy all that a rule can know of it."""

    severity: ClassVar[Severity] = Severity.INFO

    @property
    def alike(self) -> Alike:
        return Alike(min_words=6)

    def check(self, cluster: Cluster, corpus: Corpus) -> Iterator[Finding]:
        copies = {member.ref for member in cluster.members}
        for member in cluster.members[1:]:
            original = cluster.members[member.link]
            said: dict[str, object] = {
                "texts": [len(corpus.text(member)), len(corpus.text(original))],
                "places": [corpus.location(member).line, corpus.location(original).column],
                "metadata": [corpus.metadata(member).date, corpus.metadata(original).source],
                "differences": [" ".join(words) for words in corpus.differences(member, original)],
                "overlap": corpus.rest_overlap(cluster),
            }
            if len(copies) > 2:
                said["documents"] = corpus.documents
            yield self.finding(member.ref, member.span, "a copy", data=said, cluster=cluster.label)


def report(
    rules: tuple[Rule, ...] = RULES, folder: str | None = None, *, witness: Witness = NOBODY, **settings: Any
) -> Report:
    """The report on the working folder, with a store in `folder`."""
    discovery = discover(["."], DiscoveryOptions())
    wanted = RunOptions(rules, **settings)
    if folder is None:
        return run(discovery, wanted, witness=witness)
    store, remark = open_store(folder, {"newslint": "1"})
    assert store is not None, remark
    with store:
        allowed = wanted.allowances.entries if wanted.allowances else ()
        document_rules, corpus_rules = (
            repr([[_named(rule, wanted) for rule in some], allowed])
            for some in (wanted.document_rules, wanted.corpus_rules)
        )
        made = run(discovery, wanted, None, witness, Memory(store, document_rules, wanted, corpus_rules))
    assert store.trouble == ""
    return made


def _named(rule: Rule, wanted: RunOptions) -> tuple[object, ...]:
    alike = rule.alike if isinstance(rule, CorpusRule) else None
    return rule.name, str(wanted.severities.get(rule.name, "")), alike


def said(made: Report) -> tuple[object, ...]:
    """All that a reporter can see of a report."""
    findings = [json.dumps(pack(finding)) for finding in made.findings]
    return findings, replace(made, findings=())
