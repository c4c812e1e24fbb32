"""Credits of photographers and agencies, as they stand at the end or the start of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newslint import SPACES, lazy_pattern

AGENCIES: Final = (
    r"AA|AAP|ABACA|AFP|ANP|ANSA|AP|APA|Adobe ?Stock|Alamy|Anadolu|Associated Press|BERNAMA|Belga|Bernama|Bloomberg"
    r"|CP|DHA|DPA|dpa|EFE"
    r"|EPA|EuroPics|Flickr|Getty|GETTY|IANS|IHA|İHA|Imago|imago|iStock|Keystone|Kyodo|Lusa|MTI|NurPhoto|PA|PTI|Pexels"
    r"|Pixabay|Press Association|REUTERS|Reuters|REX|Rex|SIPA|SPA|Shutterstock|Splash|Sputnik|TASS|UPI|USA TODAY"
    r"|Unsplash|WENN|WireImage|Wikimedia|Xinhua|Yonhap|ZUMA|picture[ -]alliance|stock\.adobe"
)
"""Agencies, photo services and archives, as they sign."""
_AGENCY: Final = lazy_pattern(rf"(?<![\w-])(?:{AGENCIES})(?![\w-])")
_STATES: Final = frozenset({"PA", "AA", "CP", "SPA", "AP", "MTI"})
"""Initials that also mean a state, a party or a motorway."""

_LABELS: Final = (
    "Photo", "Photos", "photo", "photos", "PHOTO", "PHOTOS", "Image", "Images", "image", "images", "IMAGE", "IMAGES",
    "Picture", "Pictures", "picture", "PICTURE", "Pic", "Pics", "pic", "Foto", "Fotos", "foto", "fotos", "FOTO",
    "Photograph", "Photographs", "Photography", "Photographer", "PHOTOGRAPH", "Photographe", "Fotógrafo", "Fotógrafa",
    "Fotografin", "Фотография", "Снимок", "المصور", "بعدسة", "撮影", "写真提供", "画像", "사진출처", "사진 출처",
    "Fotoğraf", "FOTOĞRAF", "Fotograf", "Fotografía", "Fotografia", "Photographie", "Imagem",
    "Credit", "CREDIT", "Imagen", "Bild", "Bilder", "Grafik", "Graphic", "Illustration", "Screenshot",
    "Screengrab", "Crédit", "Crédits", "Crédit photo", "Crédito", "Фото", "फोटो", "फ़ोटो", "तस्वीर",
    "फोटो साभार", "फ़ोटो साभार", "तस्वीर साभार", "फोटो क्रेडिट", "फ़ोटो क्रेडिट", "साभार", "صورة", "الصورة",
    "تصوير", "عدسة", "عکس", "عکاس", "写真", "사진", "사진 제공", "사진제공",
    "자료사진", "图片来源", "图源", "图片", "供图", "摄影",
)  # fmt: skip
_QUALIFIED: Final = lazy_pattern(
    r"(?:(?:[Ff]eatured |FEATURED |[Ff]ile |[Hh]andout )?(?:[Pp]hoto(?:graph)?s?|PHOTOS?|[Ii]mages?|IMAGES?"
    r"|[Pp]ictures?|[Ss]creen ?(?:grab|shot)s?) ?(?:[Cc]redits?|CREDITS?|by|[Vv]ia|VIA|[Cc]ourtesy|[Cc]opyright"
    r"|[Ss]ource)\b|(?:[Ff]eatured|FEATURED) (?:[Ii]mage|IMAGE|[Pp]hoto|PHOTO)\b|Courtesy(?: of)?\b)"
)
_POLISH: Final = lazy_pattern(r"\b[Ff]ot\. ?(?=[^\W\d_a-zà-ÿ])")
_BRACKETS: Final = lazy_pattern(r"[(\[（【]([^()\[\]（）【】\n]{1,120})[)\]）】]\.?$")
_SIGNED: Final = lazy_pattern(
    rf"(?:[A-ZÀ-Þ](?:[\w'’-]{{0,2}}\.|[\w.'’-]{{0,29}}[\w'’-])(?: [A-ZÀ-Þ](?:[\w.'’-]{{0,29}}[\w'’-]|\.)?){{0,3}}"
    rf"\s?[/|]\s?(?:{AGENCIES})"
    rf"(?: ?(?:Images|IMAGES|Photo|PHOTO|Wire|News))?(?: (?:via|VIA) (?:{AGENCIES})(?: (?:Images|IMAGES))?)?"
    rf"|(?:{AGENCIES})(?:[ -](?:PHOTO|Photo|Images|via))?\s?[/|]\s?[^\n.!?]{{2,50}}|[Pp]hoto[ -](?:{AGENCIES})"
    rf"|[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{{2,40}}(?:\s?/\s?[A-ZÀ-Þ][A-ZÀ-Þ .&'’-]{{1,30}}){{0,2}}"
    rf"\s?/\s?(?:[A-ZÀ-Þ][A-ZÀ-Þ .&'’-]{{1,24}} )?"
    r"(?:GETTY(?: IMAGES)?|IMAGES|PHOTO|REUTERS|AFP|AP|EPA|POST|NEWS|TIMES|TRIBUNE|HERALD|GAZETTE|JOURNAL))\.?$"
)
_ALONE: Final = lazy_pattern(
    r"(?:AFP|AP|EPA|REUTERS|Reuters|dpa)(?: (?:Photo|PHOTO))?|(?:(?:AFP|AP) )?via Getty Images"
    r"|(?:Getty|GETTY)(?: Images| IMAGES)?|Shutterstock"
    r"|(?:[Ff]ile|FILE|[Ss]tock|[Hh]andout|[Rr]epresentati(?:ve|onal)) (?:[Pp]hoto|PHOTO|[Ii]mage|[Pp]icture|[Pp]ic)s?"
)
ALONE: Final = frozenset((
    "afp", "ap", "epa", "reuters", "dpa", "afp photo", "ap photo", "epa photo", "reuters photo", "dpa photo",
    "getty", "getty images", "shutterstock", "afp via getty images", "ap via getty images", "via getty images",
    *(f"{kind} {name}{plural}" for kind in ("file", "stock", "handout", "representative", "representational")
      for name in ("photo", "image", "picture", "pic") for plural in ("", "s")),
))  # fmt: skip
"""What `_ALONE` matches, in comparison form."""
_SYMBOL: Final = lazy_pattern(r"(?:©\s?(?!\d)[^\d\n©]{2,110}|(?<=/ )\([Cc]\)\s?(?!\d)[^\d\n()]{2,50})$")
_RIGHTS: Final = lazy_pattern(
    r"(?i)right|recht|droit|derech|direit|diritt|hakları|права|版权|prawa|copyright|reproduc|riproduz|reproduç|^©\s?(?:licen|lizenz|лиценз)"
)
_ARABIC: Final = lazy_pattern(
    r"\((?:رويترز|أ ?\.?ف ?\.?ب\.?|ا ف ب|فرانس برس|غيتي|الأناضول|د ?\.?ب ?\.?أ\.?"
    r"|إ ?\.?ب ?\.?أ\.?|أ ?\.?ب\.?|واس|وكالات|الشرق الأوسط)"
    r"(?:\s?[-–/]\s?(?:صورة )?أرشيف(?:ية)?)?\)\.?$"
)
_KOREAN: Final = lazy_pattern(
    r"(?:(?<=[다음함][.] )|(?<=[.] ))(?:(?:AFP|로이터|EPA|AP)[ =/·]?)?(?:연합뉴스|뉴시스|뉴스1)(?: ?제공)?$"
)
_KOREANS: Final = ("연합뉴스", "뉴시스", "뉴스1", "제공")
_CHINESE: Final = lazy_pattern(
    r"(?:新华社|中新社|中新网|本报|人民网)?(?:通讯员|记者)\s?[\u4e00-\u9fff]{1,4}[\s、]?[\u4e00-\u9fff]{0,4}\s?摄影?[）)]?$"
    r"|(?<=。)\s?(?:新华社|中新社|人民网|央视网|视觉中国|东方IC)\s?(?:发|供图|图片|资料图)?$"
    r"|(?:(?<=\s)|^)图片来源\s?[:：]\s?\S{2,20}$"
    r"|^(?:图|图片|摄|摄影|文/图|图源|供图|配图)\s?[/／|｜:：]\s?[\w·・ ]{2,20}$"
    r"|[（(](?:图片来源|图源|图|圖片來源|圖源|圖)[:：/／][^（）()]{1,30}[)）]$"
    r"|[（(]?(?:图片|图|配图|资料图|图源)(?:均)?(?:源自|来自|来源|来源于|源于)?(?:网络|互联网|视觉中国|东方IC)"
    r"(?:[，,。 ]?(?:如有侵权|如侵权|如有侵犯|侵权|侵删|版权)[^（）()\n]{0,20})?[)）]?$"
    r"|(?<=[。！])\s?(?:新华社|中新社|人民网|央视网)\s?发?[（(]\s?[\u4e00-\u9fff· ]{2,12}\s?摄[)）]$"
)
_SENT: Final = ("社发", "中新网发", "人民网发", "央视网发", "视觉中国", "东方IC", "图片", "供图", "资料图")
_JAPANESE: Final = lazy_pattern(r"[=＝]\d{0,2}日?[^。=＝]{2,30}(?:で|にて)[、（(][^。=＝]{2,30}(?:撮影|提供)[)）]?$")
"""When, where and by whom, at the end of a caption."""
_DOTTED: Final = lazy_pattern(r"Credit\s?(?:\.{3}|…)\s?(?=[A-ZÀ-Þ])")
_PAIR: Final = lazy_pattern(
    r" \| (?=(?:AFP|AP|EPA|Reuters|REUTERS|UPI|Xinhua|TASS)-(?:Yonhap|YONHAP|Xinhua|Kyodo|Jiji)$)"
)
_SPACED: Final = lazy_pattern(
    r"(?:Getty(?: Images)?|REUTERS|Reuters|AFP|AP|EPA|PA|Rex|REX|CEN|Euro[Pp]ics(?:\[CEN\])?|YouTube|Twitter|Facebook"
    r"|Instagram)"
    r"\s{3,}(?=\S)"
)
_TRAILED: Final = lazy_pattern(
    r"[.!?”\"’)\w] {2,}((?:YouTube|Twitter|Facebook|Instagram|Reuters|REUTERS|AFP|EPA|Getty(?: Images)?)"
    r"(?: [Ss]creenshot)?)$"
)
"""An agency or a site behind two blanks, at the end of a caption."""
_LAST_WORD: Final = 32
_SOURCES: Final = (
    "منبع تصویر", "مصدر الصورة", "صدر الصورة", "Fuente de la imagen", "Crédit photo", "Автор фото",
    "图像来源", "圖像來源", "इमेज स्रोत", "Kaynak", "Bildquelle", "Crédito da foto", "Sumber gambar", "تصویر کا ذریعہ",
    "画像提供", "Источник изображения",
)  # fmt: skip
_COMMAS: Final = ",،，"
_SOURCED: Final = lazy_pattern(rf"(?:{'|'.join(_SOURCES)})\s?[{_COMMAS}]\s?[^\n.!?؟。]{{2,60}}$")
"""Label, comma and agency, as an international broadcaster sets them below its pictures."""
_SMALL: Final = frozenset((
    "adobe", "al", "alliance", "and", "archive", "archives", "behalf", "bin", "by", "capture", "com", "courtesy",
    "credit", "da", "de", "der", "di", "dos", "dpa", "du", "el", "file", "flickr", "for", "from", "g", "grab",
    "handout", "iStock", "image", "images", "imago", "la", "le", "of", "on", "photo", "photos", "picture", "pool",
    "screen", "screengrab", "screenshot", "shot", "stock", "the", "van", "via", "video", "von", "und", "y",
))  # fmt: skip
"""Words in small letters that a credit may hold; any other makes it a sentence."""
_WORD: Final = lazy_pattern(r"[^\W\d_]+")
_PARTED: Final = lazy_pattern(r"(?:\A|[.!?…:”\"'’)\]»|。।؟۔]\s{0,3}(?:/\s?)?|\s{2,}| [-–—|] )\Z")
_INITIALS: Final = 5
"""Letters of an agency of which nothing else is known."""
_LONGEST_NAME: Final = 15
_REFERENCE: Final = lazy_pattern(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b")
"""A date in front says when somebody said it."""
_CALLS: Final = frozenset((
    "SIC", "APPLAUSE", "LAUGHTER", "LAUGHS", "MUSIC", "CROSSTALK", "INAUDIBLE", "REDACTED", "NAME", "VIDEO", "PHOTO",
    "PHOTOS", "UPDATED", "UPDATE", "OPINION", "POLL", "WATCH", "READ", "MORE", "END", "ENDS", "AUDIO", "BLOG", "CHART",
    "FOTO", "FOTOS", "GAME", "GIF", "INFO", "LINK", "LIST", "LIVE", "MAJ", "MAP", "MAPS", "NEW", "NEWS", "NSFW", "PDF",
    "PICS", "QUIZ", "TEST", "TEXT", "TRUE", "FALSE", "FAKE", "VIDÉO", "MAPA", "NOTY", "WIDEO", "ZDJĘCIA", "FILM",
))  # fmt: skip
"""In square brackets and capitals, and no agency."""
_NAMED: Final = lazy_pattern(
    rf"[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]*){{1,3}}(?:, ?(?:The )?(?:{AGENCIES})|(?:\s?/\s?[A-ZÀ-Þ][\w.'’&-]+"
    rf"(?: [A-ZÀ-Þ][\w.'’&-]*){{0,3}}){{1,2}}\s?/\s?(?:{AGENCIES})(?: Images)?"
    r"|\s?/\s?(?:[A-ZÀ-Þ][\w.'’&-]+ ){1,3}"
    r"(?:News|Post|Times|Herald|Tribune|Journal|Gazette|Star|Telegraph|Photography))"
    r"|(?:Archivo|Archivfoto|Archiv|Archive|Archives|Arquivo|Archivio|Arşiv|Архив)\s?/\s?[^\W\d_a-zà-þ][^\n.!?/]{1,40}"
)
"""`Mara Ellison, AP`, `Mara Ellison/Harbour Post/Getty Images`, alone on its line."""
_PAPER: Final = lazy_pattern(
    r"(?:The )?(?:[A-Z][\w'’&.-]+ ){1,3}(?:Herald|Times|Post|News|Gazette|Tribune|Journal|Star|Sun|Mail|Press|Courier"
    r"|Observer|Telegraph|Guardian|Chronicle|Record|Mirror|Independent|Examiner|Dispatch|Sentinel|Enquirer|Globe|Bee)"
)
"""A newspaper, alone in brackets behind a caption."""
_SLASH: Final = lazy_pattern(r"\s?[/|]\s?")
_SIGNING: Final = frozenset(re.findall(r"\w+", AGENCIES)).union(
    ["Images", "IMAGES", "Photo", "PHOTO", "photo", "POST", "NEWS", "TIMES", "TRIBUNE", "HERALD", "GAZETTE", "JOURNAL"]
)
"""Words that stand on one side of the stroke in a signature."""
_LICENCE: Final = lazy_pattern(r"(?<=\S) \((?:CC|Creative Commons)[ -][^()\n]{1,24}\)$")
"""Under which a picture was lent, behind its credit."""
_NEXT_SENTENCE: Final = lazy_pattern(r"[a-z]{3}[.!?] [A-Z][a-z]+ [a-z]")
_TAIL: Final = 160
_SHORT: Final = 30
_LONGEST: Final = 110

_SEPARATORS: Final = ":：="
_WHITE: Final = "".join(sorted(SPACES))
_CLOSING: Final = ")]）】"
SIGNS: Final = frozenset((
    "hoto", "mage", "icture", "HOTO", "ourtesy", "/", "|", "©", "摄", "图", *_SENT,
    "撮影", "提供)", "提供）", "Credit...", "Credit…", "fot. ", "Fot. ",
    ". 연합뉴스", ". 뉴시스", ". 뉴스1", "creengrab", "creen grab", "creenshot", "creen shot",
    *(label + separator for label in _LABELS if not label[-3:].isascii() for separator in _SEPARATORS),
    *(label + comma for label in _SOURCES for comma in _COMMAS),
    ", AP", ", Associated Press", ", The Associated Press", ", Reuters", ", AFP", ", Getty", ", EPA",
    "  YouTube", "  Twitter", "  Facebook", "  Instagram", "  Reuters", "  REUTERS", "  AFP", "  EPA", "  Getty",
))  # fmt: skip
_SEPARATOR: Final = lazy_pattern(f"[{_SEPARATORS}]")
JOINTS: Final = frozenset((
    *((*label[-3:], _SEPARATORS) for label in _LABELS if label[-3:].isascii()),
    (_WHITE + " ", _SEPARATORS),
    *((_CLOSING, *stop, _WHITE + "\0") for stop in ("", ".")),
    *((_CLOSING, *stop, " ", " \0" + _WHITE) for stop in ("", ".")),
    ("ysSPAxXNerkm]", " " + _WHITE, " " + _WHITE, " " + _WHITE),
))  # fmt: skip
"""In every text with a credit there is one of `ALONE`, of these signs, or of these: a label and a separator, a bracket
that ends a line, an agency with three blanks behind it."""


def credit(text: str) -> tuple[int, int] | None:
    """Where the credit stands in a line, if one stands at its end, or if the line is one."""
    licence = _LICENCE.search(text, max(0, len(text) - _SHORT)) if text[-1] == ")" else None
    place = _credit(text[: licence.start()] if licence else text)
    return (place[0], len(text)) if place and licence else place


def _credit(text: str) -> tuple[int, int] | None:
    tail = text[-_TAIL:]
    if ("撮影" in tail[-4:] or "提供" in tail[-4:]) and (match := _JAPANESE.search(tail)):
        return len(text) - len(tail) + match.start(), len(text)
    if tail[-1] in ")]）】" or tail.endswith((").", "].")):
        start = _in_brackets(tail, whole=text)
    else:
        start = next((place for place in _bare(tail) if _parted(tail, place)), None)
    if start is not None:
        return len(text) - len(tail) + start, len(text)
    if len(text) <= _TAIL and (", " in text or "/" in text) and _NAMED.fullmatch(text):
        return 0, len(text)
    if text.startswith(_SOURCES) and _SOURCED.fullmatch(text):
        return 0, len(text)
    if "  " in text[-_LAST_WORD:] and (match := _TRAILED.search(tail)):
        return len(text) - len(tail) + match.start(1), len(text)
    spaced = _SPACED.match(text) if text[0] in "GRAEPCYTFI" else None
    return spaced.span() if spaced else None


def _parted(tail: str, place: int) -> bool:
    return bool(_PARTED.search(tail[:place])) or tail[place : place + 3].lower() == "(c)"


def _in_brackets(tail: str, whole: str) -> int | None:
    match = _BRACKETS.search(tail)
    if match is None:
        return None
    inside = match[1]
    if _QUALIFIED.match(inside) or _POLISH.match(inside) or 0 in _labelled(inside):
        return match.start()
    if _ARABIC.search(tail) or _CHINESE.search(tail):
        return match.start()
    if match[0][0] == "[" and inside.isupper() and _is_agency(inside, alone=len(match[0]) == len(whole)):
        return match.start()
    if _REFERENCE.match(inside):
        return None
    if match[0][0] == "(" and len(whole) > len(match[0]) and _PAPER.fullmatch(inside):
        return match.start()
    alone = len(match[0]) == len(whole) or len(whole) > 60
    signed = _AGENCY.search(inside) and (alone or inside not in _STATES)
    return match.start() if signed and match[0][0] != "[" and is_names(inside) else None


def _is_agency(capitals: str, *, alone: bool) -> bool:
    """Whether capitals in square brackets are an agency; alone on a line only one that is known, for it may have said
    what stands above."""
    if _AGENCY.search(capitals):
        return len(capitals) <= _LONGEST_NAME
    one_script = capitals.isascii() or not any(map(str.isascii, filter(str.isalpha, capitals)))
    return not alone and one_script and 2 <= len(capitals) <= _INITIALS and capitals not in _CALLS


def _bare(tail: str) -> Iterator[int]:
    """Where a credit without brackets may begin; each kind is looked for only where its sign stands."""
    if "hoto" in tail or "mage" in tail or "icture" in tail or "creen" in tail or "HOTO" in tail or "ourtesy" in tail:
        match = _QUALIFIED.search(tail)
        if match and len(tail) - match.end() <= _LONGEST and not _NEXT_SENTENCE.search(tail, match.end()):
            yield match.start()
    if "ot. " in tail and (match := _POLISH.search(tail)) and is_names(tail[match.end() :]):
        yield match.start()
    if ":" in tail or "：" in tail or "=" in tail:
        yield from _labelled(tail)
    signed = "hoto" in tail or (("/" in tail or "|" in tail) and _has_agency(tail))
    if signed and (match := _SIGNED.search(tail)):
        yield match.start()
    if len(tail) <= _SHORT and tail[0] in "AEFGHRSdfhrs" and _ALONE.fullmatch(tail):
        yield 0
    if (
        ("©" in tail or "(C)" in tail or "(c)" in tail)
        and (match := _SYMBOL.search(tail))
        and not _RIGHTS.search(match[0])
    ):
        yield match.start()
    if "Credit" in tail and (match := _DOTTED.search(tail)) and is_names(tail[match.end() :]):
        yield match.start()
    if "-" in tail[-8:] and (match := _PAIR.search(tail)):
        yield match.end()
    if tail.endswith(_KOREANS) and (match := _KOREAN.search(tail)):
        yield match.start()
    if ("摄" in tail or tail[0] in "图文供配资" or tail.endswith(_SENT)) and (match := _CHINESE.search(tail)):
        yield match.start()


def _labelled(text: str) -> list[int]:
    """Where a label stands with nothing but names behind it."""
    places = []
    for separator in _SEPARATOR.finditer(text):
        before = text[: separator.start()].rstrip()
        if before.endswith(_LABELS) and 2 <= len(text) - separator.end() <= 80 and is_names(text[separator.end() :]):
            label = max((label for label in _LABELS if before.endswith(label)), key=len)
            places.append(len(before) - len(label))
    return places


def _has_agency(tail: str) -> bool:
    words = [part.split(" ") for part in _SLASH.split(tail)]
    return any(not _SIGNING.isdisjoint((part[0], part[-1])) for part in words)


def is_names(text: str) -> bool:
    """Up to five words, more with an agency or a paper (`for the Harbour Post`), of which none makes it a sentence."""
    words = _WORD.findall(text)
    few = len(words) <= (12 if _AGENCY.search(text) else 8 if " for the " in text.lower() else 5)
    return (
        bool(words) and few and all(not word[0].islower() or word in _SMALL or word != word.lower() for word in words)
    )
