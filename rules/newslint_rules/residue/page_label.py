"""page-label: a short line made of nothing but words that pages say of themselves: `Passer la publicité`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar, Final

from newslint import (
    Document,
    DocumentRule,
    Edit,
    Finding,
    Fix,
    Label,
    Needs,
    Safety,
    Severity,
    Span,
    delete_lines,
    fold,
    in_table,
    in_topics,
    label,
    lazy_pattern,
)
from newslint_rules.searching import holds_any

from .page_pointers import BRACKETS, CAPITALS, in_brackets, is_pointer
from .page_words import UNSPACED, Says, page_words

LONGEST: Final = 90
"""Characters of a label."""
MOST: Final = 10
"""Words of a label."""
ENOUGH: Final = 4
"""Points of a label: one act and one thing, or one word that is sure and one that points."""
_POINTS: Final = {Says.FILLERS: 0, Says.POINTERS: 1, Says.THINGS: 2, Says.ACTS: 2, Says.SURELY: 3}
UNPROVEN: Final = frozenset(
    ("ar", "bn", "el", "fa", "he", "hi", "id", "ja", "ko", "ro", "ta", "th", "tr", "uk", "ur", "vi")
)
"""Languages of which no corpus has shown such a line yet."""

_POINTER: Final = lazy_pattern(
    r"([^:|\">►➤▶]{3,48}?)(?:\s?[:|>►➤▶]|\s\")\s?(?:\S+ ){2,}\S.*|([^:|»>►➤▶]{2,12})[:|»>►➤▶]\s?[\u2e80-\uffff].{6,}"
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
_MOST_BEFORE: Final = 6
"""Words of such a label."""
_ENOUGH_BEFORE: Final = 3
"""Points of such a label: an act and a pointer do (`See also:`)."""
_MOST_NAMED: Final = 4
"""Words of a name inside a label: `Sign up for the Harbour Gazette newsletter`."""
_ENOUGH_NAMED: Final = 5
_NOT_ALONE: Final = frozenset((
    "del", "dela", "deel", "klik", "tippen", "galerie", "galeria", "galería", "cookies", "tisk", "masuk", "cetak",
    "galeri", "giriş", "e-mail",
))  # fmt: skip
"""Words that alone on a line may be something else."""
NETWORKS: Final = frozenset((
    "facebook", "facebook-f", "twitter", "instagram", "youtube", "linkedin", "linkedin-in", "whatsapp", "pinterest",
    "reddit", "tumblr", "telegram", "messenger", "flipboard", "threads", "bluesky", "mastodon", "tiktok", "snapchat",
    "weibo", "wechat", "viber", "skype", "digg", "delicious", "stumbleupon", "pocket", "xing", "vk", "google+", "line",
))  # fmt: skip
_JOINING: Final = frozenset(
    ("google", "x", "print", "email", "mail", "sms", "rss", "and", "plus", "link", "copy", "more")
)
_ROW: Final = 3
"""Networks that make a row of buttons."""
_SIGNS: Final = ".,:;!?()[]<>|/\"'+-*…·•»«›‹×→↓↑▶►▼。，！？：；、（）【】「」《》।؟،؛"
_ENDS: Final = frozenset(".!?…。！？»”\"')]）】।؟")
_UNSPACED_FROM: Final = "\u0e00"
"""The first of the scripts here that set no blanks between words: Thai."""
_LONGEST_WORD: Final = 12
"""Characters of a word of those."""
_COMMON: Final = frozenset({"us", "i", "my", "apple", "film", "van", "هذا"})
_QUANTITIES: Final = frozenset({"all", "more", "latest", "full", "most", "any", "want", "don't", "كل", "جميع"})
"""Fillers with which labels begin."""
TAILS: Final = (
    "Share this", "Share on", "Share with", "Share the", "Click here", "Click to", "Click on", "Read more", "Read the",
    "Read full", "Read our", "Read next", "Read also", "Continue reading", "Keep reading", "Sign up", "Subscribe",
    "Follow us", "Follow our", "Join our", "Join us", "Join the", "Watch the", "Watch video", "Watch our", "See photos",
    "See more", "See the", "View photos", "View gallery", "View comments", "Listen to", "Download the", "Download our",
    "Get the", "Leave a", "Post a", "Add a", "Advertisement", "ADVERTISEMENT", "Scroll down", "Comments (", "Log in",
    "Story continues", "Article continues", "READ MORE", "CLICK HERE", "SHARE THIS", "Lesen Sie", "Mehr lesen",
    "Weiterlesen", "Artikel teilen", "Jetzt ", "Lire la", "Lire aussi", "Partager", "Leer más", "Compartir", "Síguenos",
    "Suscríbete", "Condividi", "Leggi ", "Leia mais", "Compartilhe", "Читать", "Читайте", "Подписывайтесь",
    "Поделиться", "Подробнее", "Підписуйтесь", "Trending", "Donate", "Most Popular",
)  # fmt: skip
"""What the labels begin with that pages glue to the last sentence of a paragraph."""


def _openings() -> frozenset[str]:
    """What labels may begin with, but for words with which sentences of English and Arabic begin far more often."""
    words = page_words()
    common = {word for code in ("en", "ar") for word, says in words[code].items() if says is Says.FILLERS}
    cut = (word[:2] for code in UNSPACED for word in words[code] if word >= _UNSPACED_FROM)
    return frozenset(map(fold, CAPITALS)).union(*words.values(), cut) - (common - _QUANTITIES) - _COMMON


def _thai() -> frozenset[str]:
    """Its lines are one word to who looks for blanks, so none is known by how it begins."""
    words = page_words()["th"].items()
    return frozenset(word for word, says in words if says >= Says.ACTS and not word.isascii())


class PageLabel(DocumentRule):
    """Finds buttons and labels that no list of whole lines holds, because it knows their words."""

    family: ClassVar[str] = "residue"
    severity: ClassVar[Severity] = Severity.WARNING
    yields_to: ClassVar[frozenset[str]] = frozenset({"repetition", "residue", "markup"})
    needs: ClassVar[Needs] = Needs(openings=_openings(), literals=_thai(), substrings=frozenset((*TAILS, *BRACKETS)))

    def check(self, document: Document) -> Iterator[Finding]:
        openings = self.needs.openings
        for number, _, own in document.told_lines.short:
            if own.word not in openings and own.words not in openings and not "\u0e00" <= own.text[:1] <= "\u0e7f":
                continue
            block = document.blocks[number]
            told = (
                _told(own.text)
                or _told_with_name(own, block.text)
                or (number > 0 and is_pointer(block.text) and _POINTS_ON)
            )
            if told and not (own.text.isalpha() and own.text < _UNSPACED_FROM and _is_topic(document, number)):
                yield self._label(document, block.span, *told)
        for match in in_brackets(document.text):
            yield self._label(document, Span(*match.span()), "en", "inside")
        if holds_any(document.text, TAILS):
            for block in document.blocks:
                if tail := _tail(block.text):
                    yield self._label(document, Span(block.end - tail[0], block.end), tail[1], "tail")

    def _label(self, document: Document, span: Span, language: str, kind: str) -> Finding:
        message = "pointer of the page to another one" if kind == "pointer" else "button or label of the page"
        fix = delete_lines(document, *span, "delete the line", Safety.UNSAFE)
        if kind in ("tail", "inside"):
            message = (
                "label of the page glued to the text" if kind == "tail" else "pointer to another story in brackets"
            )
            fix = Fix("delete it", (Edit(span),), Safety.UNSAFE)
        severity = Severity.INFO if language in UNPROVEN else self.severity
        return self.finding(document, span, message, kind=kind, severity=severity, fix=fix)


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
    if not 4 <= text.count(" ") + 1 <= MOST + _MOST_NAMED:
        return None
    words = [word for part in text.split() if (word := part.strip(_SIGNS))]
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
    points = sum(_POINTS[says] for says in said if says is not None)
    return points >= _ENOUGH_NAMED and len(said) - len(unknown) >= 3


def _tail(text: str) -> tuple[int, str] | None:
    """How many characters at the end of a block are a label that stands behind a sentence, and its language."""
    reach = max(1, len(text) - LONGEST)
    for opening in TAILS:
        place = text.find(opening, reach)
        while place > 0:
            before = text[:place].rstrip(" -–—|»›>")
            if before[-1:] in _ENDS and (language := language_of_label(label(fold(text[place:])).text)):
                return len(text) - len(before), language
            place = text.find(opening, place + 1)
    return None


def language_of_label(text: str, most: int = MOST, enough: int = ENOUGH) -> str:
    """The language in which a line says nothing but what pages say, and enough of it; empty for any other line.

    Args:
        text: in comparison form.
        most: words.
        enough: points.
    """
    words = [word for part in text.split() if (word := part.strip(_SIGNS)) and not word.isdecimal()]
    if not words or len(words) > most or '"' in text:
        return ""
    if sum(word in NETWORKS for word in words) >= _ROW and all(word in NETWORKS or word in _JOINING for word in words):
        return "en"
    if any("-" in word for word in words) and (of_parts := language_of_label(text.replace("-", " "), most, enough)):
        return of_parts
    alone = len(words) == 1
    for language, told in page_words().items():
        if language in UNSPACED or words[0] not in told:
            continue
        if alone:
            if most == MOST and told[words[0]] is Says.SURELY and words[0] not in _NOT_ALONE:
                return language
        elif _enough(map(told.get, words), enough):
            return language
    joined = "".join(words)
    if joined < _UNSPACED_FROM:
        return ""
    return next((code for code in sorted(UNSPACED) if _enough(_cut(joined, page_words()[code]), enough)), "")


def _enough(said: Iterable[Says | None], enough: int) -> bool:
    points, acts = 0, False
    for says in said:
        if says is None:
            return False
        points += _POINTS[says]
        acts = acts or says >= Says.ACTS
    return acts and points >= enough


def _cut(text: str, says: Mapping[str, Says]) -> list[Says | None]:
    """What the words of a line say that sets no blanks, in as few words as can be; empty where it holds others."""
    best: list[list[Says | None] | None] = [[]]
    for end in range(1, len(text) + 1):
        found: list[Says | None] | None = None
        for start in range(max(0, end - _LONGEST_WORD), end):
            before, own = best[start], says.get(text[start:end])
            if before is not None and own is not None and (found is None or len(before) + 1 < len(found)):
                found = [*before, own]
        best.append(found)
    return best[-1] or []
