"""presentation-form: letters written as shapes: Arabic presentation forms, Latin ligatures, full-width letters."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Final

from newslint import Document, DocumentRule, Edit, Finding, Fix, Needs, Safety, Span, lazy_pattern, normalize
from newslint_rules.by_line import counted

# Not the signs for whole words and phrases (U+FDF0–U+FDFF), the ornate brackets or the marks that carry a space.
_ARABIC: Final = "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufe80-\ufefc"
_LATIN: Final = "\ufb00-\ufb06"
_WIDE: Final = "\uff21-\uff3a\uff41-\uff5a"
_FORMS: Final = {
    "Arabic presentation form": lazy_pattern(f"[{_ARABIC}](?:[{_ARABIC} ]*[{_ARABIC}])?"),
    "Latin ligature": lazy_pattern(f"[{_LATIN}]"),
    "full-width letter": lazy_pattern(f"[{_WIDE}]+(?:\u3000?[\uff10-\uff19{_WIDE}]+)*"),
}
_STRETCHED: Final = lazy_pattern("[\u0621-\u063f\u0641-\u064a]\u0640{3,}(?=[\u0621-\u063f\u0641-\u064a])")
"""A word made longer to fill a line, as printers do."""
_WORD: Final = lazy_pattern(f"(?<![\u0621-\u064a])[{_ARABIC}][{_ARABIC}\u064b-\u065f]+(?![\u0621-\u064a])")
_EAST_ASIAN: Final = lazy_pattern("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_CHARACTERS: Final = frozenset(
    filter(lazy_pattern(f"[{_ARABIC}{_LATIN}{_WIDE}]").match, map(chr, range(0xFB00, 0xFFF0)))
)


class PresentationForm(DocumentRule):
    """One finding a document and sort, at the first. East Asian text uses full-width letters: silent there."""

    family = "encoding"
    needs = Needs(characters=_CHARACTERS, substrings=frozenset({"\u0640\u0640\u0640"}))

    def check(self, document: Document) -> Iterator[Finding]:
        if stretched := [*_STRETCHED.finditer(document.text)]:
            edits = tuple(Edit(Span(match.start() + 1, match.end()), "") for match in stretched)
            message = f"{counted(len(edits), 'stretched word')} of Arabic letters"
            plain = Fix("write them as words are written", edits, Safety.UNSAFE)
            yield self.finding(
                document, edits[0].span, message, kind="stretched", fix=plain, data={"count": len(edits)}
            )
        for name, pattern in _FORMS.items():
            runs = list(pattern.finditer(document.text))
            if not runs or (name.startswith("full") and _EAST_ASIAN.search(document.text)):
                continue
            arabic = name.startswith("Arabic")
            turned = arabic and _is_turned(document.text)
            safety = Safety.SAFE if arabic else Safety.UNSAFE
            edits = tuple(Edit(Span(*run.span()), normalize("NFKC", run[0])) for run in runs)
            message = counted(sum(len(run[0]) - run[0].count(" ") for run in runs), name)
            message += ", in words that are written back to front" if turned else ""
            fix = None if turned else Fix("write plain letters", edits, safety)
            yield self.finding(
                document, edits[0].span, message, kind=name.split()[0].lower(), fix=fix, data={"count": len(runs)}
            )


def _is_turned(text: str) -> bool:
    """Whether words stand in the order in which they were drawn, the last letter first, as their shapes say.

    The shape that begins a word (`<initial>` in the Unicode Character Database) stands at its end then.
    """
    ends: Counter[tuple[int, str]] = Counter()
    for word in _WORD.findall(text):
        letters = [letter for letter in word if letter >= "\ufb50"]
        for end in (0, -1):
            ends[end, unicodedata.decomposition(letters[end]).partition(" ")[0]] += 1
    right = ends[0, "<initial>"] + ends[-1, "<final>"]
    return ends[0, "<final>"] + ends[-1, "<initial>"] + ends[0, "<medial>"] + ends[-1, "<medial>"] > right
