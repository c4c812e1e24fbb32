"""Paragraphs that say other facts in the same words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint import CAPTION, PARAGRAPH, Cluster, Corpus, Finding, Severity
from newslint_rules.duplicate.definition import EXAMPLES, _BlocksAlike, examples
from newslint_rules.duplicate.evidence import SHOWN_WORDS, differing, told


class TemplateParagraph(_BlocksAlike):
    """Options: the definition of a near-duplicate (`newslint.Alike`); what fails only its `facts` is a template."""

    severity: ClassVar[Severity] = Severity.INFO
    kinds: ClassVar[frozenset[str]] = frozenset({PARAGRAPH, CAPTION})

    def check(self, cluster: Cluster, corpus: Corpus) -> Iterator[Finding]:
        first, *others = cluster.members
        if not others or others[0].relation != "template":
            return
        count, documents = len(cluster.members), len({member.ref for member in cluster.members})
        facts = [corpus.other_facts(first, example, SHOWN_WORDS) for example in others[:EXAMPLES]]
        noun = "document" if documents == 1 else "documents"
        remark = told(*facts[0], between=", ")
        yield self.finding(
            first.ref,
            first.span,
            f"form text: {count:,} paragraphs in {documents:,} {noun} say other facts in these words{remark}",
            related=examples(corpus, others),
            data={"count": count, "documents": documents, "facts": [differing(*sides) for sides in facts]},
            cluster=cluster.label,
        )
