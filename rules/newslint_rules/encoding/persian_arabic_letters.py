"""persian-arabic-letters: Arabic yeh and kaf in Persian text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newslint import Document, DocumentRule, Finding, Needs, Safety, lazy_pattern
from newslint_rules.by_line import by_line, counted

_ARABIC: Final = lazy_pattern("[يك]")
_PERSIAN: Final = lazy_pattern("[پچژگیک]")
_ONLY_PERSIAN: Final = lazy_pattern("[پچژگ]")
_LETTER: Final = lazy_pattern("[\u0620-\u064a\u0671-\u06d3]")
_OTHERS: Final = lazy_pattern("[ٹڈڑںےټډړښڼېۍەێۆڵ]")
"""Letters of Urdu, Pashto and Kurdish, which Persian does not have."""

_QUOTED: Final = lazy_pattern("«[^«»\r\n]*»|\u201c[^\u201c\u201d\r\n]*\u201d|\ufd3f[^\ufd3e\r\n]*\ufd3e")


class PersianArabicLetters(DocumentRule):
    """One finding a line that has Persian letters too; a quotation without any is taken for Arabic."""

    family = "encoding"
    default = False
    needs = Needs(characters=frozenset("يك"))

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        if not _is_persian(text, document.metadata.language):
            return
        quotations = (range(*match.span()) for match in _QUOTED.finditer(text) if not _PERSIAN.search(match[0]))
        quoted = {place for span in quotations for place in span}
        for run in by_line(document, (match for match in _ARABIC.finditer(text) if match.start() not in quoted)):
            line = document.line(document.position(run.span.start).line)
            if _PERSIAN.search(text, line.start, line.end):
                count = len(run.matches)
                texts = ("ی" if match[0] == "ي" else "ک" for match in run.matches)
                fix = run.fix("write Persian yeh and kaf", texts, Safety.UNSAFE)
                message = f"{counted(count, 'Arabic letter')} (U+064A, U+0643) in Persian text"
                yield self.finding(document, run.span, message, fix=fix, data={"count": count})


def _is_persian(text: str, language: str) -> bool:
    """By the record's language, else by the share of the letters that Persian has and Arabic has not."""
    if language and language[:2] not in ("fa", "pe"):
        return False
    if language or _OTHERS.search(text):
        return bool(language)
    return 60 * len(_ONLY_PERSIAN.findall(text)) >= len(_LETTER.findall(text)) > 0
