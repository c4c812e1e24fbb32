"""mojibake: text that was written in one encoding and read in another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from newslint import Document, DocumentRule, Edit, Finding, Fix, Needs, Safety, Severity, Span, lazy_pattern

from .misread import MISREAD, MISREAD_JOINTS, misread_repairs
from .repairs import Repair, encoding_repairs
from .suspects import SUSPECT_JOINTS, SUSPECTS

_NEAR: Final = 300
"""Characters to both sides in which a text that tells of a misreading names the word that it should be."""
_WORD: Final = lazy_pattern(r"[^\W\d_]+")


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
            safe = repair.proven and not _is_shown(document.text, repair.start, repair.end, repair.text)
            safety = Safety.SAFE if safe else Safety.UNSAFE
            fix = Fix("read it in the encoding it was written in", (Edit(span, repair.text),), safety)
        data = {"steps": list(repair.steps), "repaired": repair.text}
        return self.finding(document, span, repair.cause, fix=fix, data=data)


def _is_shown(text: str, start: int, end: int, mended: str) -> bool:
    """Whether a word that would come out stands sound beside, in the same line: that tells how it was misread."""
    before = text[max(0, start - _NEAR) : start].rpartition("\n")[2]
    behind = text[end : end + _NEAR].partition("\n")[0]
    beside = [*_spelled(before), *_spelled(behind)]
    mine = Counter(_spelled(before + mended + behind)) if beside else Counter()
    mine.subtract(beside)
    return any(mine[word] > 0 for word in beside)


def _spelled(text: str) -> list[str]:
    """The words that a misreading would change: those with other letters than ASCII has."""
    return [word for word in _WORD.findall(text) if not word.isascii()]
