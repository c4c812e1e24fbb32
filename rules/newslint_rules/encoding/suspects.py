"""Which texts ftfy could take for mojibake at all: a prefilter that spares all others its import and its work.

ftfy repairs an encoding only where its `BADNESS_RE` matches (ftfy 6.3, `badness.py`). `SUSPECT` matches wherever that
does; the classes are ftfy's, the alternatives are coarser. A test holds the two against each other.
"""

from __future__ import annotations

from typing import Final

from newslint import character_set, lazy_pattern
from newslint_rules.searching import places

C1: Final = "\x80-\x9f"
BAD: Final = "¦¤¨¬¯¸ƒˆˇ˘˛˜†‡‰⌐◊\ufffdªº"
LAW: Final = "¶§"
CURRENCY: Final = "¢£¥₧€"
START: Final = "¡«¿©΄΅‘‚“„•‹\uf8ff"
END: Final = "®»˝”›™"
NUMERIC: Final = "²³¹±¼½¾×µ÷⁄∂∆∏∑√∞∩∫≈≠≡≤≥№"
KAOMOJI: Final = "Ò-ÖÙ-Üò-öø-üŐŌŪŲ°"
UPPER: Final = "À-ÑØÜÝĂĀĄĆČĎĐĘĚĒĖĞĢİĪĶĹĽŁĻŃŇŅŒŘŚŞŠŢŤŮŰŸŹŻŽҐ"
LOWER: Final = "ßà-ñăąāćčďđęěēėğģįīķĺľłļœŕśşšťüźżžґﬁﬂ"
LETTERS: Final = "ÞΑ-ΩΆΈΉΊΌΎΏΪΫЁ-Яα-ωάέήίΰа-џ"
BOX: Final = "│┌┐┘├┤┬┼═-╬▀▄█▌▐░▒▓"
_MARKS: Final = f"{BOX}{END}{CURRENCY}{NUMERIC}"
_KNOWN: Final = f"{LOWER}{UPPER}{_MARKS}{START}{LAW}"

_PAIRS: Final = (
    f"[{BAD}][{BAD}{_KNOWN}]",
    f"[{_KNOWN}{LETTERS}][{BAD}]",
    f"[{LOWER}а-џα-ωάέήίΰ{_MARKS}][{UPPER}]",
    f"[{_MARKS}][{LOWER}]",
    f"[{LOWER}{UPPER}{BOX}{END}][{CURRENCY}]",
    f"[{UPPER}{BOX}][{NUMERIC}{LAW}°]",
    f"[{UPPER}{CURRENCY}{NUMERIC}{BOX}][{START}]",
    f"[{BOX}][{KAOMOJI}{END}]",
    f"[{_KNOWN}][{BOX}]",
    "[вβ][Ђ€]",
)
"""Two neighbours that are enough; below, two that need a third."""

_TRIPLES: Final = (
    (f"[{LOWER}{END}][{START}]", f"[{NUMERIC}]"),
    (f"[{LOWER}{UPPER}{CURRENCY}{NUMERIC}{BOX}{LAW}][{END}]", f"[{START}]"),
    (f"[{LOWER}{UPPER}][{START}{END}]", "\\w"),
    (f"[ВГРСΒΓΞΟ][{C1}{BAD}{START}{END}{CURRENCY}°µ]", "[ВГРСΒΓΞΟ]"),
    ("Гў", "В"),
)

# Two sets in front, so that the search runs at the speed of one set over all ordinary text; the rest looks back.
_FIRST: Final = f"{C1}{BAD}{_KNOWN}{LETTERS}Ù"
SUSPECT: Final = lazy_pattern(
    f"[{_FIRST}](?:"
    f"[{C1}{BAD}{_KNOWN}{KAOMOJI}µЂў](?:"
    + "|".join((*(f"(?<={pair})" for pair in _PAIRS), *(f"(?<={pair})(?={third})" for pair, third in _TRIPLES)))
    + f")|(?<=[{C1}])|(?<=[Œœ])[^A-Za-z]|(?<=[ÃÂ])[ \xa0]|(?<=[ÂÃÎÐØÙ√≈‚×])[^\x00-\x7f]|(?<=à)[²µ¹¼½¾])"
)


_FIRSTS: Final = character_set(_FIRST)
_FEW: Final = 12
_SPARSE: Final = 100
"""Characters for each that can begin a match, from which on looking at these is faster than a search."""
_ALONE: Final = character_set(f"{C1}ŒœÃÂ")
"""All matches without one of these begin with two characters that are none of ASCII."""


def is_suspect(text: str, rare: frozenset[str]) -> bool:
    """Whether `SUSPECT` matches anywhere; where few characters can begin a match, only these are looked at.

    Args:
        rare: the rare characters of the text.
    """
    firsts = rare & _FIRSTS
    if sum(map(text.count, firsts)) > _FEW:
        signs = text.encode("ascii", "replace")
        if not rare.isdisjoint(_ALONE) or signs.count(b"??") * _SPARSE > len(text):
            return bool(SUSPECT.search(text))
        return any(SUSPECT.match(text, place) for place in places(signs, b"??"))
    return any(SUSPECT.match(text, place) for first in firsts for place in places(text, first))


_SPARSE_SIGNS: Final = "¶§¢£¥²³¹±¼½¾µ÷"
SUSPECTS: Final = character_set(f"{C1}{BAD}{LAW}{CURRENCY}{NUMERIC}{UPPER}{LOWER}{BOX}Ù‚вВГРСΒΓΞΟ") - set(_SPARSE_SIGNS)
SUSPECT_JOINTS: Final = frozenset(
    ((_SPARSE_SIGNS, f"{_FIRST}{KAOMOJI}µЂў"), (f"{_FIRST}{KAOMOJI}µЂў", _SPARSE_SIGNS)),
)
"""Every match of `SUSPECT` holds one of the characters, or one of the signs, right beside another suspect."""
