"""mojibake: text that was written in one encoding and read in another."""

from __future__ import annotations

from collections.abc import Iterator

from newslint import Document, DocumentRule, Edit, Finding, Fix, Needs, Safety, Severity, Span

from .misread import MISREAD, MISREAD_JOINTS, misread_repairs
from .repairs import Repair, encoding_repairs
from .suspects import SUSPECT_JOINTS, SUSPECTS


class Mojibake(DocumentRule):
    """What ftfy's encoding steps would change, and the code pages that ftfy does not know; one finding a run."""

    family = "encoding"
    severity = Severity.ERROR
    # There they are halves of letters: whoever deletes one makes the text unreadable for good.
    subsumes = frozenset({"bidi-control", "nbsp", "soft-hyphen", "trailing-whitespace", "zero-width"})
    needs = Needs(characters=SUSPECTS | MISREAD, joints=MISREAD_JOINTS | SUSPECT_JOINTS)

    def check(self, document: Document) -> Iterator[Finding]:
        end = 0
        text, rare = document.text, document.rare_characters
        # Of two readings of one run, what is not proven yields to the one that knows the encoding of other lines.
        repairs = (*misread_repairs(text, rare, document.metadata.language), *encoding_repairs(text, rare))
        for repair in sorted(repairs, key=lambda repair: (repair.start, -repair.end, not repair.proven)):
            if repair.start >= end:
                end = repair.end
                yield self._found(document, repair)

    def _found(self, document: Document, repair: Repair) -> Finding:
        span = Span(repair.start, repair.end)
        fix = None
        if repair.text is not None:
            safety = Safety.SAFE if repair.proven else Safety.UNSAFE
            fix = Fix("read it in the encoding it was written in", (Edit(span, repair.text),), safety)
        data = {"steps": list(repair.steps), "repaired": repair.text}
        return self.finding(document, span, repair.cause, fix=fix, data=data)
