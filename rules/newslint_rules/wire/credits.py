"""Credits of photographers and agencies, as they stand at the end or the start of a line."""

from __future__ import annotations

import re
from typing import Final

AGENCIES: Final = (
    r"AA|AAP|ABACA|AFP|ANP|ANSA|AP|APA|Adobe ?Stock|Alamy|Anadolu|Associated Press|Belga|Bloomberg|CP|DHA|DPA|dpa|EFE"
    r"|EPA|EuroPics|Flickr|Getty|GETTY|IANS|IHA|İHA|Imago|imago|iStock|Keystone|Kyodo|Lusa|MTI|NurPhoto|PA|PTI|Pexels"
    r"|Pixabay|Press Association|REUTERS|Reuters|REX|Rex|SIPA|SPA|Shutterstock|Splash|Sputnik|TASS|UPI|USA TODAY"
    r"|Unsplash|WENN|WireImage|Wikimedia|Xinhua|Yonhap|ZUMA|picture[ -]alliance|stock\.adobe"
)
"""Agencies, photo services and archives, as they sign."""
_AGENCY: Final = re.compile(rf"(?<![\w-])(?:{AGENCIES})(?![\w-])")
_STATES: Final = frozenset({"PA", "AA", "CP", "SPA", "AP", "MTI"})
"""Initials that also mean a state, a party or a motorway."""

_LABEL: Final = (
    r"(?:[Pp]hoto(?:graph)?s?|PHOTOS?|[Ii]mages?|IMAGES?|[Pp]ictures?|PICTURES?|[Pp]ics?|Fotos?|FOTOS?|Fotoğraf"
    r"|Bild(?:er)?|Crédits?(?: photo)?|Crédito|Fotograf|Фото|फोटो|फ़ोटो|तस्वीर|عکس|عکاس|تصوير|عدسة|写真|사진"
    r"|图片来源|图源|图片|供图|摄影)"
)
_QUALIFIED: Final = re.compile(
    r"(?:(?:[Ff]eatured |FEATURED |[Ff]ile |[Hh]andout )?(?:[Pp]hoto(?:graph)?s?|PHOTOS?|[Ii]mages?|IMAGES?"
    r"|[Pp]ictures?|[Ss]creen ?(?:grab|shot)s?) ?(?:[Cc]redits?|CREDITS?|by|[Vv]ia|VIA|[Cc]ourtesy|[Cc]opyright"
    r"|[Ss]ource)\b|(?:[Ff]eatured|FEATURED) (?:[Ii]mage|IMAGE|[Pp]hoto|PHOTO)\b)"
)
_BRACKETS: Final = re.compile(r"[(\[（【]([^()\[\]（）【】\n]{1,120})[)\]）】]\.?$")
_LABELLED: Final = re.compile(rf"{_LABEL}(?:\s?[:：|=]|(?<=图)/)\s?([^\n]{{2,80}})$")
_SIGNED: Final = re.compile(
    rf"(?:[A-ZÀ-Þ][\w.'’-]{{1,30}}(?: [A-ZÀ-Þ][\w.'’-]{{0,30}}){{0,3}}\s?[/|]\s?(?:{AGENCIES})"
    rf"(?: ?(?:Images|Photo|Wire|News))?"
    rf"|(?:{AGENCIES})(?:[ -](?:PHOTO|Photo|Images|via))?\s?[/|]\s?[^\n.!?]{{2,50}}|[Pp]hoto[ -](?:{AGENCIES}))\.?$"
)
_SYMBOL: Final = re.compile(r"©\s?(?!\d)[^\d\n©]{2,70}$")
_RIGHTS: Final = re.compile(r"(?i)right|recht|droit|derech|direit|diritt|hakları|права|版权|prawa|copyright")
_ARABIC: Final = re.compile(
    r"\((?:رويترز|أ ?\.?ف ?\.?ب\.?|ا ف ب|فرانس برس|غيتي|الأناضول|د ?\.?ب ?\.?أ\.?"
    r"|إ ?\.?ب ?\.?أ\.?|أ ?\.?ب\.?|واس|وكالات|الشرق الأوسط)\)\.?$"
)
_CHINESE: Final = re.compile(
    r"(?:新华社|中新社|本报)?记者\s?[\u4e00-\u9fff]{2,4}\s?摄影?$|[（(](?:图片来源|图源|图)[:：/][^（）()]{1,30}[)）]$"
)
_SPACED: Final = re.compile(r"(?:Getty(?: Images)?|REUTERS|Reuters|AFP|AP|EPA|PA|Rex|REX)\s{3,}(?=\S)")
_SMALL: Final = frozenset((
    "adobe", "al", "alliance", "and", "archive", "archives", "behalf", "bin", "by", "capture", "com", "courtesy",
    "credit", "da", "de", "der", "di", "dos", "dpa", "du", "el", "file", "flickr", "for", "from", "grab", "handout",
    "iStock", "image", "images", "imago", "la", "le", "of", "on", "photo", "photos", "picture", "pool", "screen",
    "screengrab", "screenshot", "shot", "stock", "the", "van", "via", "video", "von", "und", "y",
))  # fmt: skip
"""Words in small letters that a credit may hold; any other makes it a sentence."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_PARTED: Final = re.compile(r"(?:\A|[.!?…:”\"'’)\]»|。]\s{0,3}|\s{2,}| [-–—] )\Z")
TAIL: Final = 160


def credit(text: str) -> tuple[int, int] | None:
    """Where the credit stands in a line, if one stands at its end, or if the line is one."""
    offset = max(0, len(text) - TAIL)
    tail = text[offset:]
    if match := _BRACKETS.search(tail):
        alone = len(match[0]) == len(text) or len(text) > 60
        found = _is_credit(match[1], round_brackets=match[0][0] != "[", alone=alone)
        return (offset + match.start(), len(text)) if found or _ARABIC.search(tail) or _CHINESE.search(tail) else None
    for pattern in (_QUALIFIED, _LABELLED, _SIGNED, _SYMBOL, _CHINESE):
        if (match := pattern.search(tail)) and _PARTED.search(tail[: match.start()]) and _holds(pattern, match, tail):
            return offset + match.start(), len(text)
    spaced = _SPACED.match(text)
    return spaced.span() if spaced else None


def _holds(pattern: re.Pattern[str], match: re.Match[str], tail: str) -> bool:
    rest = tail[match.end() :] if pattern is _QUALIFIED else ""
    if pattern is _QUALIFIED:
        return len(rest) <= 110 and not re.search(r"[a-z]{3}[.!?] [A-Z][a-z]+ [a-z]", rest)
    if pattern is _LABELLED:
        return _is_names(match[1])
    return pattern is not _SYMBOL or not _RIGHTS.search(match[0])


def _is_names(text: str) -> bool:
    """Up to five words of which none makes it a sentence, or an agency among them."""
    words = _WORD.findall(text)
    few = len(words) <= (12 if _AGENCY.search(text) else 5)
    return few and all(not word[0].islower() or word in _SMALL for word in words)


def _is_credit(inside: str, *, round_brackets: bool, alone: bool) -> bool:
    """Whether the words in brackets are a credit."""
    if _QUALIFIED.match(inside) or ((match := _LABELLED.match(inside)) and _is_names(match[1])):
        return True
    if not _AGENCY.search(inside) or (inside in _STATES and not alone):
        return False
    return round_brackets and _is_names(inside)
