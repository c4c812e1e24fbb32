"""mixed-line-endings: LF, CRLF and CR in one text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from newslint import Document, DocumentRule, Edit, Finding, Fix, Needs, Safety, Span, lazy_pattern

_NAMES: Final = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}
_LINE_END: Final = lazy_pattern(r"\r\n|\n|\r")


class MixedLineEndings(DocumentRule):
    """One finding a document, at the first line end that is not like most."""

    family = "whitespace"
    needs = Needs(characters=frozenset("\r"))

    def check(self, document: Document) -> Iterator[Finding]:
        ends = list(_LINE_END.finditer(document.text))
        counts = Counter(match[0] for match in ends)
        if len(counts) < 2:
            return
        usual = max(counts, key=lambda end: (counts[end], end))
        others = [Span(*match.span()) for match in ends if match[0] != usual]
        fix = Fix(f"make all {_NAMES[usual]}", tuple(Edit(span, usual) for span in others), Safety.UNSAFE)
        data = {_NAMES[end]: counts[end] for end in sorted(counts)}
        listed = ", ".join(f"{count} {name}" for name, count in data.items())
        yield self.finding(document, others[0], f"line ends are mixed: {listed}", fix=fix, data=data)
