"""Western text of Mac Roman read as Windows-1252, or of Windows-1252 read as IBM 437: signs inside of words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newslint import lazy_pattern

from .repairs import LINE, Repair, recoded, run_in

OLD_WESTERN: Final = frozenset("ŽŸŠÕⁿ÷ΣΘΦ▀")
"""One of these stands in every text that was misread so."""

_MAC: Final = lazy_pattern(
    "(?<=[a-z])[ŽŸŠ](?=[a-z])|(?<=[a-z])Ž(?![\\w])|(?<=[a-zA-Z])Õ(?=(?:s|t|re|ve|ll|m|d)\\b)|\\b[lLdDnjcsm]Õ(?=[a-zA-ZŽ])"
)
_MAC_SIGNS: Final = lazy_pattern("[\x80-\x9fÇÈÒÓÔÕŠŒšŽžŸˆ˜†‡•–—ƒ‰‹›…„‚‘’“”™œ€]")
_IBM: Final = lazy_pattern("(?<=[A-Za-z])[ⁿ÷ΣΘΦ▀α](?=[a-zⁿ÷ΣΘΦ▀])|(?<![\\w])[ΘΦ┼╔─╓▄](?=[a-z]{2})")
_IBM_SIGNS: Final = lazy_pattern("[ⁿ÷ΣΘΦ▀ατΩδ∩╔─╓▄┼σµ≥·²°±]")
_KINDS: Final = (
    (frozenset("ŽŸŠÕ"), _MAC, _MAC_SIGNS, "cp1252", "mac_roman", "Mac Roman read as windows-1252"),
    (frozenset("ⁿ÷ΣΘΦ▀"), _IBM, _IBM_SIGNS, "cp437", "cp1252", "windows-1252 read as IBM 437"),
)


def old_western_repairs(text: str, characters: frozenset[str]) -> Iterator[Repair]:
    """The misread runs of `text`, one a line, where two places can be nothing else.

    Args:
        characters: the rare characters of the text.
    """
    for own, sure, signs, read_as, written_in, cause in _KINDS:
        if characters.isdisjoint(own) or len(sure.findall(text)) < 2:
            continue
        for line in LINE.finditer(text):
            if sure.search(line[0]):
                run = run_in(line, signs)
                if meant := recoded(run.text, read_as, written_in, controls=True):
                    yield run.repair(meant, read_as, written_in, cause)
