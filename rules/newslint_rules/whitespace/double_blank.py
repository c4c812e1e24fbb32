"""double-blank: two blanks between words of a sentence, where a tag, a sign or a note was taken out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from newslint import Count, Document, DocumentRule, Finding, Needs, Safety, Severity, lazy_pattern
from newslint_rules.by_line import by_line, counted

_LETTERS: Final = "a-zß-öø-ÿğışœčěřůžąćęłńśźżа-яёα-ωء-ي"
_DOUBLE: Final = lazy_pattern(f"  (?<=[{_LETTERS},;]  )(?=[{_LETTERS}])")
"""Behind a stop two blanks are a style, and capitals begin cells and verses."""
_ALIGNED: Final = lazy_pattern(r"[\t|]|[^\s] {4,}[^\s]")
_BLANK: Final = lazy_pattern(r"(?<=[^\s]) (?=[^\s])")


@dataclass(frozen=True)
class DoubleBlank(DocumentRule):
    """One finding a line, from the first to the last; lines of a table are left alone."""

    family = "whitespace"
    severity = Severity.INFO
    needs = Needs(joints=frozenset(((f"{_LETTERS},;", " ", " ", _LETTERS),)))

    times: Count = 2

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        for run in by_line(document, _DOUBLE.finditer(text)):
            start, end = document.whole_lines(*run.span)
            count = len(run.matches)
            if count < self.times or _ALIGNED.search(text, start, end):
                continue
            if len(_BLANK.findall(text, start, end)) > count:  # most words stand one blank apart
                fix = run.fix("keep one blank", (" ",) * count, Safety.UNSAFE)
                message = f"{counted(count, 'time')} two blanks between words"
                yield self.finding(document, run.span, message, fix=fix, data={"count": count})
