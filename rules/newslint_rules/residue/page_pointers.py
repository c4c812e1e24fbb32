"""How pages point to other stories: a label in capitals or without a sign, and a pair of brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newslint import lazy_pattern
from newslint_rules.searching import holds_any

CAPITALS: Final = (
    "NEWS", "PHOTO", "PHOTOS", "PICTURES", "PICS", "IMAGES", "GALLERY", "SLIDESHOW", "READ", "MORE", "VIDEO", "VIDEOS",
    "WATCH", "SEE", "LISTEN", "PODCAST", "POLL", "QUIZ", "RELATED", "TIMELINE", "EXPLAINER", "EXPLAINED", "OPINION",
    "ANALYSIS", "FACT", "LIVE", "FULL", "PREVIOUSLY", "EARLIER", "TRENDING", "EXCLUSIVE", "FOTO", "FOTOS",
    "FOTOGALERIE",
    "VIDÉO", "VIDÉOS", "EN", "LIRE", "À", "LEA", "LEE", "MIRA", "VEA", "LEIA", "LEGGI", "GUARDA", "LESEN", "LES", "LÆS",
    "Headline", "LÄS", "LEES", "IN", "ALSO", "VOIR AUSSI", "VER TAMBIÉN", "VEJA", "LESEN SIE", "MEHR ZUM", "ЧИТАЙТЕ",
    "ЧИТАТЬ ТАКЖЕ", "СМОТРИТЕ ТАКЖЕ", "CZYTAJ", "ZOBACZ TAKŻE", "BACA JUGA",
)  # fmt: skip
"""First words of such labels."""
_LABEL: Final = lazy_pattern(
    r"(?:Headline|NEWS|PHOTOS?|PICTURES|IN PICTURES|PICS|IMAGES|GALLERY|PHOTO GALLERY|SLIDESHOW|READ|READ MORE"
    r"|READ ALSO|ALSO READ|MORE|MORE NEWS|VIDEOS?|WATCH|SEE|SEE ALSO|LISTEN|PODCAST|POLL|QUIZ|RELATED|TIMELINE"
    r"|EXPLAINER|EXPLAINED|OPINION|ANALYSIS|FACT CHECK|LIVE UPDATES|FULL STORY|FULL COVERAGE|PREVIOUSLY|EARLIER"
    r"|TRENDING|EXCLUSIVE|FOTOS?"
    r"|FOTOGALERIE|VIDÉOS?|EN IMAGES|LIRE AUSSI|À LIRE|LEA|LEE|MIRA|VEA|LEIA|LEGGI|GUARDA|LESEN|LES OGSÅ|LÆS OGSÅ"
    r"|LÄS OCKSÅ|LEES OOK)\s?[:|]\s?[^\s:|](?:\S* ){3,}\S*[^\s.!]"
    r"|Headline: [A-Z0-9‘'“\"](?:\S* ){3,}\S*!"
)
"""A label in capitals, a sign, and four words that end like a headline; one so labelled may cry out."""
_SHOUTED: Final = lazy_pattern(
    r"(?:[ÀA] LIRE (?:AUSSI|ÉGALEMENT)|LIRE (?:AUSSI|ÉGALEMENT)|(?:À )?VOIR AUSSI|LE[AE] (?:TAMBIÉN|ADEMÁS)|VER TAMBIÉN"
    r"|(?:LEIA|VEJA) (?:TAMBÉM|MAIS)|LEGGI ANCHE|LESEN SIE (?:AUCH|MEHR)|MEHR ZUM THEMA|ЧИТА(?:ЙТЕ|ТЬ) ТАКЖЕ"
    r"|СМОТРИТЕ ТАКЖЕ|ЧИТАЙТЕ ТАКОЖ|LEES OOK|LÄS OCKSÅ|L[EÆ]S OGSÅ|CZYTAJ (?:TAKŻE|TEŻ)|ZOBACZ TAKŻE|BACA JUGA"
    r"|READ ALSO|ALSO READ|SEE ALSO) "
    r"(?=[A-ZÀ-ÖØ-ÞŁŚŻŹĆА-ЯЁЄІЇҐ]\w*[a-zß-öø-ÿа-яёєіїґ]|[A-ZÀ-Ö] |[\d‘'“\"«„¿¡])(?:\S+ ){3,19}\S*[^\s.!]"
)
"""A label in capitals, and a headline in small letters: where the capitals end, the headline begins."""
_UNSIGNED: Final = lazy_pattern(
    r"(?:Read [Mm]ore|READ MORE|See [Mm]ore|Read [Aa]lso|READ ALSO|Also [Rr]ead|Watch [Aa]lso|Must [Rr]ead|Related) "
    r"(?=[A-Z0-9‘'“])"
)
_FEWEST, _MOST = 4, 20
"""Words of a headline."""
BRACKETS: Final = (
    "(RELATED", "[RELATED", "(Related:", "[Related:", "(READ", "(Read more", "(ALSO", "(SEE ALSO", "(VIDEO:",
    "详情点击", "詳情點擊", "点击图片进入",
)  # fmt: skip
"""How brackets begin that hold a pointer, and what stands before an arrow inside Chinese text."""
_BRACKETED: Final = lazy_pattern(
    r"(?:[(\[](?:RELATED|Related)|\((?:READ|READ MORE|Read more|ALSO|ALSO READ|SEE ALSO|VIDEO))\s?:"
    r" [^()\[\]\n]{10,170}[)\]]"
    r"|(?:详情点击|詳情點擊|点击图片进入[^。！？，\n]{1,8})\s?[>》»→]{1,2}"
)


def is_pointer(text: str) -> bool:
    """Whether a line is a label in capitals, or one without a sign, and the headline of another story behind it.

    Without a sign, what follows must look like a headline: two of three words in capitals, no end of a sentence.
    """
    if _LABEL.fullmatch(text) or _SHOUTED.fullmatch(text):
        return True
    match = _UNSIGNED.match(text)
    if not match or text[-1] in ".!":
        return False
    words = [word for word in text[match.end() :].split() if word[0].isalpha()]
    return _FEWEST <= len(words) <= _MOST and 3 * sum(word[0].isupper() for word in words) >= 2 * len(words)


def in_brackets(text: str) -> Iterator[re.Match[str]]:
    """The pointers in brackets of a text."""
    if holds_any(text, BRACKETS):
        yield from _BRACKETED.finditer(text)
