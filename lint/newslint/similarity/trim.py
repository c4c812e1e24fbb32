"""The part of a block that copies of it share: without a leading dateline and a trailing credit."""

from __future__ import annotations

import re
from typing import Final

AGENCIES: Final = (
    "AAP|ADN|AFP|ANP|ANSA|AP|APA|APP|Anadolu Agency|Associated Press|Belga|Bloomberg|CNN|CP|Corbis|DPA|EFE|EPA|"
    "Getty Images|Getty|IANS|IRNA|Interfax|Kyodo News|Kyodo|NTB|PA|PA Wire|PTI|Press Association|REUTERS|Reuters|"
    "RIA Novosti|Rex|SANA|SPA|Shutterstock|TAP|TASS|UPI|WAM|Xinhua|ZUMA|dpa"
)
"""News and photo agencies, as they sign texts and pictures."""

_AGENCY: Final = rf"(?:{AGENCIES})"
_DASH: Final = r"(?:--?|[\u2013\u2014:])"
_PLACE: Final = r"[^\Wa-zß-ÿ\d_][^a-zß-ÿ()\n\u2013\u2014]{1,30}"
_DATE: Final = r"(?:,\s?[^\W\d_]{3,9}\.?\s\d{1,2}(?:,\s\d{4})?)"
DATELINE: Final = re.compile(
    rf"(?:{_PLACE}(?:,\s[A-Z]\w+\.?)?{_DATE}?\s?)?[(\[]{_AGENCY}[)\]]\s?{_DASH}\s?"
    rf"|{_PLACE}(?:,\s[A-Z]\w+\.?)?(?:{_DATE}\s?{_DASH}|\s(?:--|[-\u2013\u2014]))\s"
    rf"|[^\W\d_]{{2,20}}\s?[(\[][^\W\d_]{{2,12}}[)\]]\s?[-\u2013\u2014]\s?(?=[\u0600-\u06ff])"
    r"|(?:\u65b0\u534e\u793e|\u65b0\u534e\u7f51|\u4e2d\u65b0\u793e|\u4e2d\u65b0\u7f51|\u672c\u62a5|\u65b0\u6d6a\w{0,4})"
    r"[^\uff0c\u3002\uff01\uff1f\n]{0,18}?[\u7535\u8baf](?:\s|\uff1a|(?=[\u4e00-\u9fff(\uff08]))"
)
"""Place, date and agency before a story: `LONDON, Feb 26 (Reuters) - `, `PARIS — `, and their like in other scripts."""

CREDIT: Final = re.compile(
    rf"\s?[(\[][^()\[\]]{{0,60}}?\b{_AGENCY}\b[^()\[\]]{{0,40}}[)\]]\.?$"
    r"|\s?[(\[]?\b(?i:photo(?:graph)?s?|image|picture|pic|file photo|foto|bild)\s?"
    r"(?i:credit|by|courtesy|courtesy of)?\s?:\s?[^.!?:()\[\]]{2,60}[)\]]?\.?$"
    rf"|[.!?\"\u201d]\s?[^.!?]{{0,40}}?\b{_AGENCY}(?:\sPhoto)?(?:\s?/\s?[^.!?/]{{2,40}})?\.?$"
    rf"|\s[-\u2013\u2014]\s?{_AGENCY}$"
)
"""Who took the picture or sent the text: `(AP Photo/Jane Roe)`, `Photograph: Jane Roe/EPA`, `— AFP`."""

_TAIL: Final = 110
_ENDS: Final = tuple(AGENCIES.split("|"))
_SENTENCE_END: Final = frozenset(".!?\u2026\"\u201d\u2019'\u3002\u061f\u0964")


def trim(text: str) -> str:
    """`text` without its leading dateline and its trailing credit; unchanged where nothing else would be left."""
    match = DATELINE.match(text)
    start = match.end() if match else 0
    end = _credit_start(text)
    kept = text[start:end]
    return kept if (start or end < len(text)) and len(kept) >= 12 else text


def _credit_start(text: str) -> int:
    if text[-1:] in _SENTENCE_END and text[-2:-1] not in ")]" and "/" not in text[-40:]:
        return len(text)
    offset = max(0, len(text) - _TAIL)
    match = CREDIT.search(text, offset)
    if match is None:
        return len(text)
    return match.start() + (text[match.start()] in '.!?"\u201d')
