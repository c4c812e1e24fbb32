"""mixed-script: a word with letters of two scripts that look alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newslint import Document, DocumentRule, Edit, Finding, Fix, Needs, Safety, Span, lazy_pattern

_ALIKE: Final = {
    "Cyrillic": ("аАВсСеЕНіІјЈКМоОрРѕЅТхХуУ", "aABcCeEHiIjJKMoOpPsSTxXyY", "\u0400-\u052f"),
    "Greek": ("ΑΒΕΖΗΙΚΜΝΟοΡΤΥΧν", "ABEZHIKMNOoPTYXv", "\u0370-\u03ff"),
}
_LATIN: Final = "A-Za-z"
_SEAM: Final = lazy_pattern(f"[{_LATIN}][\u0370-\u052f]|[\u0370-\u052f][{_LATIN}]")
_WORD: Final = lazy_pattern(r"[^\W\d_]+")


class MixedScript(DocumentRule):
    """Words of one script with one or two letters of another, each with a twin in the script of the rest."""

    family = "encoding"
    needs = Needs(characters=frozenset(letter for alike in _ALIKE.values() for letter in alike[0]))

    def check(self, document: Document) -> Iterator[Finding]:
        if not _SEAM.search(document.text):
            return
        for word in _WORD.finditer(document.text):
            if not word[0].isascii() and _SEAM.search(word[0]) and (found := _foreign(word[0])):
                script, letters, meant = found
                codes = " ".join(f"U+{ord(letter):04X}" for letter in letters)
                fix = Fix("write it in one script", (Edit(Span(*word.span()), meant),), Safety.UNSAFE)
                yield self.finding(document, Span(*word.span()), f"{script} letter in the word ({codes})", fix=fix)


def _foreign(word: str) -> tuple[str, list[str], str] | None:
    """Which script strays into the word, its letters, and the word in one script."""
    for script, (own, latin, letters) in _ALIKE.items():
        inside = re.findall(f"[{letters}]", word)
        outside = re.findall(f"[{_LATIN}]", word)
        if len(inside) + len(outside) < len(word):
            continue
        for name, few, many, twins in (
            (script, inside, outside, dict(zip(own, latin, strict=True))),
            ("Latin", outside, inside, dict(zip(latin, own, strict=True))),
        ):
            proven = any(letter not in (latin if name != "Latin" else own) for letter in many)
            if (
                len(few) <= 2
                and len(many) >= (3 if len(few) == 1 else 5)
                and proven
                and all(letter in twins for letter in few)
            ):
                return name, few, "".join(twins.get(letter, letter) for letter in word)
    return None
