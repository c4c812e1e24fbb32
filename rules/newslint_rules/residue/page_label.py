"""page-label: a short line made of nothing but words that pages say of themselves: `Passer la publicité`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import ClassVar, Final

from newslint import (
    Document,
    DocumentRule,
    Finding,
    Label,
    Needs,
    Safety,
    Severity,
    Span,
    delete_lines,
    fold,
    in_table,
    in_topics,
    lazy_pattern,
)
from newslint_rules.searching import holds_any

from .labels import labels
from .page_language import JOINING, LONGEST, MOST, NETWORKS, POINTS, SIGNS, UNSPACED_FROM, language_of_label
from .page_pointers import CAPITALS, POINTING, is_pointer, language_of_pointer
from .page_words import UNSPACED, Says, page_words

UNPROVEN: Final = frozenset(
    ("ar", "bn", "el", "fa", "he", "hi", "id", "ja", "ko", "ro", "ta", "th", "tr", "uk", "ur", "vi")
)
"""Languages of which no corpus has shown such a line yet."""

_WHOLE: Final = {
    **dict.fromkeys(
        labels(
            """\
Article content | Acquire licensing rights | Acquire licensing rights, opens new tab | Purchase licensing rights
Purchase licensing rights, opens new tab | Opens new tab | Opens in new tab | Opens in a new tab
Opens in a new window"""
        ),
        "en",
    ),
    **dict.fromkeys(labels("意见反馈 | 我要反馈 | 意見反饋"), "zh"),
}
"""Labels whose words say too little, and their language."""
_POINTER: Final = lazy_pattern(
    r"([^:|\">►➤▶]{3,48}?)(?:\s?[:|>►➤▶]\s?|\s\"\s(?!.*\"))(?:\S+ ){2,}\S.*"
    r"|([^:|»>►➤▶]{2,12})[:|»>►➤▶]\s?[\u2e80-\uffff].{6,}"
)
"""A label, and the headline behind it."""
_POINTS_ON: Final = ("en", "pointer")
_FEW: Final = 3
"""Blanks at most where a label of one word has no headline behind it."""
_POINTING: Final[Mapping[str, str]] = {
    word: language
    for language, words in {
        "en": "read related", "es": "lea lee mira vea leé", "pt": "leia confira entenda veja", "it": "leggi guarda",
        "fr": "lire voir", "ru": "читайте смотрите ранее подробности", "uk": "читайте дивіться читай",
        "tr": "bkz tiklayin okuyun", "id": "baca simak", "ar": "اقرأ شاهد طالع", "fa": "بخوانید ببینید", "hi": "पढ़ें देखें",
        "nl": "lees", "pl": "czytaj zobacz polecamy", "cs": "čtěte", "hu": "olvasd", "ro": "citește", "el": "διαβάστε",
        "vi": "xem",
    }.items()
    for word in words.split()
}  # fmt: skip
"""Labels of one word."""
_POINTER_SIGNS: Final = (":", "|", ">", "►", "➤", "▶", ' " ')
_MOST_BEFORE: Final = 6
"""Words of such a label."""
_ENOUGH_BEFORE: Final = 3
"""Points of such a label: an act and a pointer do (`See also:`)."""
_SENTENCE: Final = lazy_pattern(r"[^:|]{3,60}[:|][\s\xa0]?[a-zß-ÿа-яё][^:]*[.!?…][\s\xa0]?[»\"”]?")
"""Words like those of a label, a sign, and a sentence that goes on in small letters."""
_QUOTES: Final = '"“„«'
_MOST_NAMED: Final = 4
"""Words of a name inside a label: `Sign up for the Harbour Gazette newsletter`."""
_ENOUGH_NAMED: Final = 5
_COMMON: Final = frozenset({"us", "i", "my", "apple", "film", "van", "هذا"})
_QUANTITIES: Final = frozenset({"order", "all", "more", "latest", "full", "most", "any", "want", "don't", "كل", "جميع"})
"""Fillers with which labels begin."""


def _openings() -> frozenset[str]:
    """What labels may begin with, but for words with which sentences of English and Arabic begin far more often."""
    words = page_words()
    common = {word for code in ("en", "ar") for word, says in words[code].items() if says is Says.FILLERS}
    cut = (word[:2] for code in (*UNSPACED, "ko") for word in words[code] if word >= UNSPACED_FROM)  # as labels have it
    return frozenset(map(fold, CAPITALS)).union(POINTING, *words.values(), cut) - (common - _QUANTITIES) - _COMMON


@cache
def _vocabulary() -> frozenset[str]:
    return NETWORKS.union(JOINING, *page_words().values())


@cache
def _acting() -> frozenset[str]:
    """What a page tells a reader to do, in any language."""
    return frozenset(word for words in page_words().values() for word, says in words.items() if says >= Says.ACTS)


def _thai() -> frozenset[str]:
    """Its lines are one word to who looks for blanks, so none is known by how it begins."""
    words = page_words()["th"].items()
    return frozenset(word for word, says in words if says >= Says.ACTS and not word.isascii())


class PageLabel(DocumentRule):
    """Finds buttons and labels that no list of whole lines holds, because it knows their words."""

    family: ClassVar[str] = "residue"
    severity: ClassVar[Severity] = Severity.WARNING
    yields_to: ClassVar[frozenset[str]] = frozenset({"repetition", "residue", "markup"})
    needs: ClassVar[Needs] = Needs(phrases=frozenset(_WHOLE), openings=_openings(), literals=_thai())

    def check(self, document: Document) -> Iterator[Finding]:
        openings, words = self.needs.openings, _vocabulary()
        for number, _, own in document.told_lines.short:
            if own.text in _WHOLE:
                yield self._label(document, document.blocks[number].span, _WHOLE[own.text], "label")
                continue
            if own.word not in openings and own.words not in openings and not "\u0e00" <= own.text[:1] <= "\u0e7f":
                continue
            text = document.blocks[number].text
            if text[-1] == "." and text[:-1].isalpha() and text.islower():  # the rest of a sentence, wrapped: `share.`
                continue
            if (own.words in POINTING or own.word in POINTING) and (named := language_of_pointer(text)):
                yield self._label(document, document.blocks[number].span, named, "pointer")
                continue
            second = own.words[len(own.word) + 1 :]
            if (
                second
                and second not in words
                and not second[0].isdecimal()
                and own.word not in _acting()
                and not _is_signed(own.text, text)
            ):
                continue
            told = _told(own.text) or _told_with_name(own, text) or (number > 0 and is_pointer(text) and _POINTS_ON)
            if told and told[1] == "pointer" and (number == 0 or text[0] in _QUOTES or _SENTENCE.fullmatch(text)):
                continue
            if told and not (own.text.isalpha() and own.text < UNSPACED_FROM and _is_topic(document, number)):
                yield self._label(document, document.blocks[number].span, *told)

    def _label(self, document: Document, span: Span, language: str, kind: str) -> Finding:
        message = "pointer of the page to another one" if kind == "pointer" else "button or label of the page"
        fix = delete_lines(document, *span, "delete the line", Safety.UNSAFE)
        severity = Severity.INFO if language in UNPROVEN else self.severity
        return self.finding(document, span, message, kind=kind, severity=severity, fix=fix)


def _is_signed(key: str, text: str) -> bool:
    """Whether a sign of a pointer stands in the line, or it begins in capitals."""
    return text[1:3].isupper() or holds_any(key, _POINTER_SIGNS)


def _is_topic(document: Document, number: int) -> bool:
    keys = document.keys
    return number == 0 or in_table(keys, number) or in_topics(keys, number)


def _told(text: str) -> tuple[str, str] | None:
    """The language and the kind of a label; None for any other line."""
    if len(text) <= LONGEST and (language := language_of_label(text)):
        return language, "label"
    match = _POINTER.match(text)
    if match and match[1] in _POINTING and text[-1] not in ".!" and text.count(" ") > _FEW:
        return _POINTING[match[1]], "pointer"
    if match and (language := language_of_label(match[1] or match[2], most=_MOST_BEFORE, enough=_ENOUGH_BEFORE)):
        return language, "pointer"
    return None


def _told_with_name(own: Label, text: str) -> tuple[str, str] | None:
    """The same of a label that begins with an act and has one name inside, in capitals among small letters."""
    if own.word not in _acting() or not 4 <= text.count(" ") + 1 <= MOST + _MOST_NAMED:
        return None
    words = [word for part in text.split() if (word := part.strip(SIGNS))]
    folded = [fold(word) for word in words]
    for language, told in page_words().items():
        if told.get(own.word, Says.FILLERS) >= Says.ACTS and _enough_beside_name(words, [*map(told.get, folded)]):
            return language, "label"
    return None


def _enough_beside_name(words: Sequence[str], said: Sequence[Says | None]) -> bool:
    unknown = [place for place, says in enumerate(said) if says is None]
    if not unknown or len(unknown) > _MOST_NAMED or unknown[-1] - unknown[0] >= _MOST_NAMED:
        return False
    small = sum(words[place][0].islower() for place, says in enumerate(said) if says is not None)
    if small < 2 or any(words[place][0].islower() for place in unknown):
        return False
    points = sum(POINTS[says] for says in said if says is not None)
    return points >= _ENOUGH_NAMED and len(said) - len(unknown) >= 3
