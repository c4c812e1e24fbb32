"""What nobody sees and is half of a misread letter: in `cittĂ` the no-break space behind it makes the à.

UTF-8 has its first byte of a letter in C2–F4, the others in 80–BF, and code pages keep the no-break space, the soft
hyphen and the joiners of Arabic there. Who deletes one deletes half of the letter, and nothing brings it back.
"""

from __future__ import annotations

from typing import Final

_LATIN: Final = frozenset("ÂÃÄÅÆĂĹĆĀ")
"""What C2–C6 are in Windows-1250, -1252, -1254 and -1257; behind a capital a name in capitals may end so."""
_CYRILLIC: Final = frozenset("ВГДЕРСЧШЩ")
_GREEK: Final = frozenset("ΒΓΔΕΞΟΧΨΩ")
"""C2–C5, CE–D1 and D7–D9 in Windows-1251 and -1253: accents, Greek, Cyrillic, Hebrew and Arabic."""
_ARABIC: Final = frozenset("آأؤإخدذرطظ")
"""The same in Windows-1256."""
_LONGER: Final = frozenset("لâمنهوىي")
"""What begins a letter of three bytes in Windows-1256."""
_SIGNS: Final = frozenset("¢£¤¥¦§¨©ª¬®¯°±²³´µ¶·¸¹º¼½¾")
"""What no word goes on with."""
_BOXES: Final = range(0x2500, 0x25A0)
"""Most of 80–BF in KOI8-R."""


def is_half(text: str, place: int) -> bool:
    """Whether a no-break space or a soft hyphen at `place` may be half of a misread letter, by what is around it."""
    before, first = text[max(0, place - 1) : place], text[max(0, place - 2) : max(0, place - 1)] or " "
    if before in _LATIN:
        return not first.isupper()
    if before in _CYRILLIC:
        return not "А" <= first <= "я"
    if before in _GREEK:
        return not "Α" <= first <= "ω"
    return any(ord(sign) in _BOXES for sign in (before, first) if sign) or is_half_joiner(text, place)


def is_half_joiner(text: str, place: int) -> bool:
    """The same of a joiner: only Windows-1256 has any."""
    before, first = text[max(0, place - 1) : place], text[max(0, place - 2) : max(0, place - 1)] or " "
    return (
        (before in _ARABIC and not "ء" <= first <= "ي")
        or (before == "€" and first == "â")
        or (before in _LONGER and text[place + 1 : place + 2] in _SIGNS)
    )
