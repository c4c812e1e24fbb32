"""soft-hyphen: U+00AD, a hint for line breaking that came along from the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newslint import Document, DocumentRule, Finding, Needs, Safety, Severity, lazy_pattern
from newslint_rules.by_line import by_line
from newslint_rules.halves import is_half

# Behind À–Þ and â, between two signs of Latin-1, and behind what other code pages have there, the character is half of
# a misread one, which is another rule's. Not so behind ß: words are broken there.
_RUN: Final = lazy_pattern("(?<![\u00c0-\u00de\u00e2])(?!(?<=[\u00a1-\u00ff])\u00ad+[\u00a1-\u00ff])\u00ad+")
_HINT: Final = lazy_pattern("(?:(?<=[^\\W\\d_])|(?<=[^\\W\\d_]-))\u00ad(?=[^\\W\\d_\u0590-\u08ff\u2e80-\uffdc])")
"""One between two letters, where a page may break the word; some pages set it behind the hyphen of a compound. Hebrew,
Arabic, Chinese, Japanese and Korean words are never broken with a hyphen."""


class SoftHyphen(DocumentRule):
    """One finding a line. At its end a reader sees a hyphen; everywhere else the character is safe to delete.

    Hints inside words are info: the publisher meant them. What stands anywhere else was left behind or misplaced.
    """

    family = "invisible"
    needs = Needs(characters=frozenset("\u00ad"))

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        runs = (match for match in _RUN.finditer(text) if not is_half(text, match.start()))
        for run in by_line(document, runs):
            count = len(run.matches)
            shown = text[run.span.end : run.span.end + 1] in ("\n", "\r", "")
            fix = run.fix("delete it", ("",) * count, Safety.UNSAFE if shown else Safety.SAFE)
            message = "soft hyphen (U+00AD)" + " at the line end" * shown
            hints = all(_HINT.match(text, match.start()) for match in run.matches)
            severity = Severity.INFO if hints else self.severity
            yield self.finding(document, run.span, message, severity=severity, fix=fix, data={"count": count})
