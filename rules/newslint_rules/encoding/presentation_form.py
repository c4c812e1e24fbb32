"""presentation-form: letters written as shapes: Arabic presentation forms, Latin ligatures, full-width letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from newslint import Document, DocumentRule, Finding, Needs, Safety, normalize
from newslint_rules.by_line import by_line

# Not the signs for whole words and phrases (U+FDF0–U+FDFF), the ornate brackets or the marks that carry a space.
_ARABIC: Final = "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufe80-\ufefc"
_LATIN: Final = "\ufb00-\ufb06"
_WIDE: Final = "\uff21-\uff3a\uff41-\uff5a"
_FORMS: Final = re.compile(
    f"[{_ARABIC}](?:[{_ARABIC}\\s]*[{_ARABIC}])?|[{_LATIN}]|[{_WIDE}]+(?:\u3000?[\uff10-\uff19{_WIDE}]+)*"
)
_EAST_ASIAN: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_CHARACTERS: Final = frozenset(filter(re.compile(f"[{_ARABIC}{_LATIN}{_WIDE}]").match, map(chr, range(0xFB00, 0xFFF0))))


@dataclass(frozen=True)
class PresentationForm(DocumentRule):
    """One finding a line. East Asian typography uses full-width letters, so there they are silent."""

    family = "encoding"
    needs = Needs(characters=_CHARACTERS)

    def check(self, document: Document) -> Iterator[Finding]:
        eastern = bool(_EAST_ASIAN.search(document.text))
        forms = (match for match in _FORMS.finditer(document.text) if not (eastern and match[0][0] >= "\uff00"))
        for run in by_line(document, forms):
            first = run.matches[0][0][0]
            name = (
                "Latin ligature"
                if first < "\ufb07"
                else "full-width letters"
                if first >= "\uff00"
                else "Arabic presentation form"
            )
            arabic = all("\ufb50" <= match[0][0] < "\uff00" for match in run.matches)
            meant = (normalize("NFKC", match[0]) for match in run.matches)
            fix = run.fix("write plain letters", meant, Safety.SAFE if arabic else Safety.UNSAFE)
            yield self.finding(document, run.span, f"{name} (U+{ord(first):04X})", fix=fix)
