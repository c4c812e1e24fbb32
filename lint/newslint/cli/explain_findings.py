"""Every finding that any rule would make in a document, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newslint.api import Job
from newslint.config import configured, matches
from newslint.document import Document
from newslint.engine import INTERNAL_ERROR, Checker
from newslint.finding import Finding
from newslint.reporters import wording
from newslint.rule import DocumentRule, Rule, options

from .debt import Debt


class Verdict(NamedTuple):
    """What becomes of a finding.

    Attributes:
        why_not: why it is not reported; empty where it is.
        settings: which settings made the rule run as it did, one line each.
    """

    finding: Finding
    why_not: str
    settings: tuple[str, ...] = ()


def every_rule(job: Job) -> Mapping[str, Rule]:
    """All rules there are, with their configured options."""
    return configured(job.available, job.config)


@dataclass(frozen=True)
class Explainer:
    """Explains the findings in documents.

    Attributes:
        rules: all there are.
        debt: what is known; None where there is no baseline.
        only: the only rule to speak of; None for all.
    """

    job: Job
    rules: Mapping[str, Rule]
    debt: Debt | None = None
    only: str | None = None

    def verdicts(self, document: Document) -> list[Verdict]:
        """Everything found in a document, in the order of places."""
        chosen = self.job.chosen
        everything = Checker(_of_documents(self.rules.values()), chosen.severities)
        everything.subsumes = {}
        usual = Checker(_of_documents(chosen.rules), chosen.severities, chosen.ignores, chosen.allowances)
        reported = {_key(finding): finding for finding in usual.check([document]).findings}
        verdicts = []
        for finding in everything.check([document]).findings:
            if self.only in (None, finding.rule):
                kept = reported.get(_key(finding))
                why_not = self.why_known(kept) if kept else self._why_not(finding, document, [*reported.values()])
                settings = self.settings_of(finding.rule) if chosen.decisions[finding.rule].runs else ()
                verdicts.append(Verdict(kept or finding, why_not, tuple(settings)))
        return verdicts

    def why_known(self, finding: Finding) -> str:
        """Whose known finding it is; empty where it is new."""
        return f"known ({self.debt.name or 'in the earlier commit'})" if self.debt and self.debt.knows(finding) else ""

    def _why_not(self, finding: Finding, document: Document, reported: Sequence[Finding]) -> str:
        if why := self.why_left_out(finding, document):
            return why
        holder = next((other for other in reported if _holds(other, finding)), None)
        if holder:
            return f"it is part of {holder.rule} at {wording.point(holder.location)}"
        return "another finding makes it superfluous"

    def why_left_out(self, finding: Finding, document: Document) -> str:
        """Which setting holds it back; empty where none does."""
        chosen, where = self.job.chosen, self.job.config.where
        decision = chosen.decisions.get(finding.rule)
        if decision and not decision.runs:
            return f"the rule does not run: {decision.why}"
        path = finding.location.ref.path
        if chosen.ignores and finding.rule in chosen.ignores(path):
            shown = zip(self.job.config.settings.per_file_ignores, chosen.ignores.entries, strict=True)
            names = [name for name, (pattern, rules) in shown if finding.rule in rules and matches(pattern, path)]
            return f'ignored here: per-file-ignores."{names[-1]}" ({where})'
        if chosen.allowances:
            number = chosen.allowances.number_in(finding.rule, document, finding.location.span)
            if number is not None:
                return f"allowed: allow.{number} ({where}): {chosen.allowances.entries[number].reason}"
        return ""

    def settings_of(self, name: str) -> Iterator[str]:
        """Which settings made the rule run (or not) as it did, one line each."""
        if name == INTERNAL_ERROR:
            return
        decision = self.job.chosen.decisions[name]
        settings, where = self.job.config.settings, self.job.config.where
        if self.job.config.settings.scope == _other_scope(self.rules[name]):
            yield f"does not run: scope is {settings.scope}"
        else:
            yield f"{'runs' if decision.runs else 'does not run'}: {decision.why}"
        for key in (name, self.rules[name].family):
            if settings.severity.get(key) is not None:
                yield f"severity: {key} = {settings.severity[key]} ({where})"
                break
        usual = options(self.job.available[name])
        for key, value in options(self.rules[name]).items():
            if value != usual[key]:
                yield f"option: {key} = {value} in place of {usual[key]} ({where})"


def _of_documents(rules: Iterable[Rule]) -> list[DocumentRule]:
    return [rule for rule in rules if isinstance(rule, DocumentRule)]


def _other_scope(rule: Rule) -> str:
    """The scope in which a rule does not run."""
    return "corpus" if isinstance(rule, DocumentRule) else "document"


def _key(finding: Finding) -> tuple[str, int, int, str]:
    return finding.rule, *finding.location.span, finding.message


def _holds(holder: Finding, finding: Finding) -> bool:
    return any(item.role == "part" and item.location.span == finding.location.span for item in holder.related)
