"""Misread text that ftfy cannot see: Arabic, Turkish, Cyrillic, Greek and Chinese code pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newslint import lazy_pattern

from .repairs import LINE, Repair

_CP1256_HIGH: Final = "".join(bytes([code]).decode("cp1256") for code in range(0x80, 0xC0))
_CP1256_SIGNS: Final = "".join(sign for sign in _CP1256_HIGH if not sign.isalpha())
# UTF-8 writes an Arabic letter as D8…DB and a byte 80…BF; in Windows-1256 these four are letters
# too. E2 80 begins a zero-width non-joiner or a quotation mark.
_PAIR: Final = f"[طظعغâ](?:(?<!â)|€)[{re.escape(_CP1256_HIGH)}]"
_UTF8_AS_CP1256: Final = lazy_pattern(f"{_PAIR}(?:[ -~]*{_PAIR}){{3,}}")
_SIGN_PAIR: Final = lazy_pattern(f"[طظعغ][{re.escape(_CP1256_SIGNS)}]")

_HALF: Final = "\x80-\xffŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™"
_HALF_RUN: Final = lazy_pattern(f"[{_HALF}]{{4}}")
_HALF_LETTERS: Final = lazy_pattern(f"[{_HALF}]")
_ASCII_LETTERS: Final = lazy_pattern("[A-Za-z]")
_COMMON: Final = {
    "cp1256": "اليمنورتبعدسفهكقأةحجىإ",
    "cp1251": "оеаинтсрвлкмдпуяы",
    "cp1253": "αοιετσνηυρπκμλςίάέόή",
    "cp1255": "יוהלארמתבנשדע",
}
"""The most common letters of the languages that use a code page: some nine in ten of a text's letters."""

_TURKISH: Final = str.maketrans("þýðÞÝÐ", "şığŞİĞ")
_TURKISH_SIGNS: Final = lazy_pattern("[þýðÞÝÐ]")
_TURKISH_OWN: Final = lazy_pattern("[şığŞİĞ]")
_TURKISH_OTHERS: Final = lazy_pattern("[çüÇÜ]|\\b(?:ve|bir|bu|için|ile|daha|olarak|olan|sonra)\\b")
_ICELANDIC: Final = lazy_pattern("[áéíóúæÁÉÍÓÚÆ]")

_GBK_MARKS: Final = "锛銆鐨鍦鏄涓鍥浜鍙绗璇鈥鐢鏃杩闃浠鎴鏈浣鍜鍚鍑鍒嗘"
_GBK_RUN: Final = lazy_pattern("[\u3000-\u9fff\ue000-\uf8ff\uff00-\uffef€]{4,}")
_GBK_MARK: Final = lazy_pattern(f"[{_GBK_MARKS}]")
_GBK_QUOTE: Final = lazy_pattern("鈥[\u3400-\u9fff\ue000-\uf8ff](?![\u3400-\u9fff])")
_GBK_LOST: Final = lazy_pattern("(?:锟斤拷)+锟?")

_GBK_SIGNS: Final = frozenset("锟" + _GBK_MARKS)
MISREAD: Final = frozenset("طظعغþýðÞÝÐ") | _GBK_SIGNS
"""One of these, or a letter of À–ÿ, stands in every text that is misread in one of these ways."""


def misread_repairs(text: str, characters: frozenset[str], language: str) -> Iterator[Repair]:
    """The misread runs of `text`.

    Args:
        characters: the rare characters of the text.
        language: of the document, where it is known: `is`, `fo`, `cs`, `sk` have `þ ý ð` of their own.
    """
    if characters & frozenset("طظعغ"):
        yield from _utf8_as_cp1256(text)
    if _HALF_RUN.search(text):
        yield from _code_page_as_cp1252(text)
    if characters & frozenset("þýðÞÝÐ") and language[:2] not in ("is", "fo", "cs", "sk", "tk"):
        yield from _turkish_as_cp1252(text, language)
    if characters & _GBK_SIGNS:
        yield from _utf8_as_gbk(text)


def _utf8_as_cp1256(text: str) -> Iterator[Repair]:
    for match in _UTF8_AS_CP1256.finditer(text):
        if len(_SIGN_PAIR.findall(match[0])) >= 2:
            meant = match[0].encode("cp1256").decode("utf-8")
            yield Repair(*match.span(), meant, "UTF-8 read as windows-1256", ("encode cp1256", "decode utf-8"))


def _code_page_as_cp1252(text: str) -> Iterator[Repair]:
    for line in LINE.finditer(text):
        if not _HALF_RUN.search(line[0]):
            continue
        places = [match.start() for match in _HALF_LETTERS.finditer(line[0])]
        if len(places) < 1.5 * len(_ASCII_LETTERS.findall(line[0])) or len(places) < 5:
            continue
        run = line[0][places[0] : places[-1] + 1]
        raw = _bytes(run)
        if raw and (best := max(_readings(raw), default=None)):
            _, codec, meant = best
            start = line.start() + places[0]
            cause = f"{codec.replace('cp', 'windows-')} read as windows-1252"
            yield Repair(start, start + len(run), meant, cause, ("encode cp1252", f"decode {codec}"))


def _readings(raw: bytes) -> Iterator[tuple[float, str, str]]:
    """How common the letters would be (0.75 to 1) if the bytes were in another code page."""
    for codec, common in _COMMON.items():
        meant = raw.decode(codec, "replace").lower()
        letters = [letter for letter in meant if letter.isalpha() and not letter.isascii()]
        share = sum(letter in common for letter in letters) / max(1, len(letters))
        if share >= 0.75 and "\ufffd" not in meant:
            yield share, codec, raw.decode(codec)
    try:
        meant = raw.decode("gbk")
    except UnicodeDecodeError:
        return
    frequent = sum(0xB0 <= lead <= 0xD7 for lead in meant.encode("gbk")[::2])  # level 1 of GB 2312
    if frequent >= 0.75 * len(meant):
        yield frequent / len(meant), "gbk", meant


def _bytes(run: str) -> bytes | None:
    """The run in Windows-1252, its undefined five as they are; None where other characters stand in it."""
    coded = []
    for character in run:
        try:
            coded.append(character.encode("cp1252"))
        except UnicodeEncodeError:
            if character > "\xff":
                return None
            coded.append(character.encode("latin-1"))
    return b"".join(coded)


def _turkish_as_cp1252(text: str, language: str) -> Iterator[Repair]:
    signs = _TURKISH_SIGNS.findall(text)
    if _TURKISH_OWN.search(text) or len(_ICELANDIC.findall(text)) * 4 > len(signs):
        return
    # ı is by far the most common of the six in Turkish; ý beside þ or ð, and no accents, is no other language.
    dotless = sum(sign in "ýÝ" for sign in signs)
    alone = dotless >= 2 and dotless < len(signs)
    turkish = len(set(map(str.lower, signs))) >= 2 and _TURKISH_OTHERS.search(text)
    if not (turkish or alone or language[:2] in ("tr", "tu")):
        return
    for line in LINE.finditer(text):
        places = [match.start() for match in _TURKISH_SIGNS.finditer(line[0])]
        if places:
            run = line[0][places[0] : places[-1] + 1]
            start = line.start() + places[0]
            steps = ("encode cp1252", "decode cp1254")
            yield Repair(start, start + len(run), run.translate(_TURKISH), "windows-1254 read as windows-1252", steps)


def _utf8_as_gbk(text: str) -> Iterator[Repair]:
    for match in _GBK_LOST.finditer(text):
        yield Repair(*match.span(), None, "lost characters read as GBK")
    for match in _GBK_RUN.finditer(text):
        if len(_GBK_MARK.findall(match[0])) < 2:
            continue
        raw = match[0].encode("gb18030", "replace")
        meant = raw.decode("utf-8", "replace")
        if meant.count("\ufffd") <= 0.2 * len(meant):
            text_or_none = meant if "\ufffd" not in meant else None
            yield Repair(*match.span(), text_or_none, "UTF-8 read as GBK", ("encode gb18030", "decode utf-8"))
    for match in _GBK_QUOTE.finditer(text):
        meant = match[0].encode("gb18030").decode("utf-8", "replace")
        if meant[0] in "\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u2022":
            known = meant if "\ufffd" not in meant else None
            yield Repair(*match.span(), known, "UTF-8 read as GBK", ("encode gb18030", "decode utf-8"))
