"""Polish, Czech, Slovak, Hungarian and Romanian that was read in the code page of Western Europe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newslint import lazy_pattern

from .repairs import LINE, Repair, recoded, run_in

CENTRAL_EUROPEAN: Final = frozenset("³±¶¹¼¾¿ºøìõ")
"""One of these stands in every text that was misread so; `ł ą ś š ź ž ż ş ř ě ő` are read as these."""

_INSIDE: Final = lazy_pattern(r"(?<=[^\W\d_])(?<![ÂÃÄÅÐÑØÙ])(?:[³±¶¹¼¾¿µ](?=[^\W\d_])|[±¿¶¾](?=[\s,.]))")
"""Signs inside of words; behind a word they count cubes and notes."""
_AT_START: Final = lazy_pattern(r"(?<=[\s(])¿(?=[a-z])")
"""A Polish `ż`; a Spanish sign where no other sign stands inside of words."""
_SIGNS: Final = lazy_pattern(r"[³±¶¹¼¾¿æêñ£¯¦¬œŸÊÆ»µèøìïòù]|(?<![ÂÃÄÅâ])[\x80-\x9f]")
_ISO: Final = frozenset("±¶¼¾")
"""Of ISO 8859-2; Windows-1250 has these letters elsewhere."""
_ROMANIAN: Final = lazy_pattern(r"(?<!\w)º[ai](?!\w)|(?<=[a-zã])[ºþ](?=[a-zã])")
_ROMANIAN_SIGNS: Final = lazy_pattern("[ºþãªÞÃ]")
_CZECH: Final = lazy_pattern("[øìèù]")
_CZECH_TOO: Final = lazy_pattern("[íýžš]")
_NORTHERN: Final = lazy_pattern("[öðÖÐ]")
_CZECH_SIGNS: Final = lazy_pattern("[øìèùïòØÌÈÙ]")
_HUNGARIAN: Final = lazy_pattern("[õûÕÛ]")
_OTHERS: Final = lazy_pattern("[ãåæçëñôơưđăāēīōūģķļņαа]")
"""Letters of the languages that have `õ û ø è` of their own."""
_LETTERS: Final = lazy_pattern(
    "[\x00-\x7f\xa0«»„”“’‘–—…§°ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžľĺŕôäöüőűţşăâîßÁČĎÉĚÍŇŘŠŤÚŮÝŽĽÔÄÖÜŐŰŢŞĂÂÎ]*"
)
"""What the languages of the region are written with."""
_OWN: Final = lazy_pattern("[łąęśźżćńřěčůőűşţșță]")


def central_european_repairs(text: str, characters: frozenset[str], language: str) -> Iterator[Repair]:
    """The misread runs of `text`, one a line.

    Args:
        characters: the rare characters of the text.
        language: of the document, where it is known.
    """
    found = _INSIDE.findall(text) if not characters.isdisjoint("³±¶¹¼¾¿") else []
    if "³" in found:
        found += _AT_START.findall(text)
    if len(found) >= 2 and len(set(found)) >= 2:
        yield from _runs(text, _SIGNS, "iso-8859-2" if _ISO & set(found) else "cp1250")
    elif "º" in characters and len(set(_ROMANIAN.findall(text))) >= 2 and "ã" in characters:
        yield from _runs(text, _ROMANIAN_SIGNS, "cp1250")
    elif not _OWN.search(text) and not _OTHERS.search(text):
        czech = set(_CZECH.findall(text))
        others = len(czech - {"ø"}) + len(set(_CZECH_TOO.findall(text)))
        if "ø" in czech and not _NORTHERN.search(text) and others >= (1 if language[:2] in ("cs", "sk") else 2):
            yield from _runs(text, _CZECH_SIGNS, "cp1250")
        elif "õ" in characters and (language[:2] == "hu" or _is_hungarian(text)):
            yield from _runs(text, _HUNGARIAN, "cp1250")


def _is_hungarian(text: str) -> bool:
    """Estonian has no accents beside `õ`, Portuguese no umlauts."""
    return len(set(re.findall("[áéíóú]", text))) >= 3 and len(set(re.findall("[öü]", text))) == 2


def _runs(text: str, signs: re.Pattern[str], codec: str) -> Iterator[Repair]:
    read_as, name = {"iso-8859-2": ("latin-1", "ISO-8859-2"), "cp1250": ("cp1252", "windows-1250")}[codec]
    for line in LINE.finditer(text):
        run = run_in(line, signs)
        meant = recoded(run.text, read_as, codec, controls=True)
        if meant and _LETTERS.fullmatch(meant):
            yield run.repair(meant, read_as, codec, f"{name} read as windows-1252")
