"""Misread text that ftfy cannot see: Arabic, Turkish, Cyrillic, Greek and Chinese code pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from newslint import character_set, lazy_pattern

from .central_european import CENTRAL_EUROPEAN, central_european_repairs
from .cyrillic import ARABIC, COMMON, CYRILLIC, INVERTED_JOINT, MIXED_JOINT, cyrillic_repairs
from .double_byte import MARKS, double_byte_repairs
from .in_words import IN_WORDS_JOINTS, in_word_repairs
from .old_western import OLD_WESTERN, old_western_repairs
from .repairs import LINE, Repair, Run, bytes_of, recoded, run_in

_CP1256_HIGH: Final = "".join(bytes([code]).decode("cp1256") for code in range(0x80, 0xC0))
_CP1256_SIGNS: Final = "".join(sign for sign in _CP1256_HIGH if not sign.isalpha() and sign not in "،؛؟»\xa0")
"""But for those that stand behind letters in Arabic, too: they would be the rarer half of rare letters."""
# UTF-8 writes an Arabic letter as D8…DB and a byte 80…BF; in Windows-1256 these four are letters
# too. E2 80 begins a zero-width non-joiner or a quotation mark.
_PAIR: Final = f"[طظعغâ](?:(?<!â)|€)[{re.escape(_CP1256_HIGH)}]"
_UTF8_AS_CP1256: Final = lazy_pattern(f"{_PAIR}(?:[ -~]*{_PAIR}){{3,}}")
_SIGN_PAIR: Final = lazy_pattern(f"[طظعغ][{re.escape(_CP1256_SIGNS)}]")

_HALF: Final = "\x80-\xffŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™"
_HALVES: Final = character_set(_HALF)
_HALF_RUN: Final = lazy_pattern(f"[{_HALF}]{{4}}")
_HALF_LETTERS: Final = lazy_pattern(f"[{_HALF}]")
_ASCII_LETTERS: Final = lazy_pattern("[A-Za-z]")
_COMMON: Final = {
    "cp1256": ARABIC,
    "iso8859-6": ARABIC,
    "cp1251": COMMON,
    "cp1253": "αοιετσνηυρπκμλςίάέόή",
    "cp1255": "יוהלארמתבנשדע",
}
"""The most common letters of the languages that use a code page: some nine in ten of a text's letters."""

_TURKISH: Final = str.maketrans("þýðÞÝÐ", "şığŞİĞ")
_TURKISH_SIGNS: Final = lazy_pattern("[þýðÞÝÐ]")
_TURKISH_OWN: Final = lazy_pattern("[şığŞİĞ]")
_TURKISH_OTHERS: Final = lazy_pattern("[çüÇÜ]|\\b(?:ve|bir|bu|için|ile|daha|olarak|olan|sonra)\\b")
_ICELANDIC: Final = lazy_pattern("[áéíóúæÁÉÍÓÚÆ]")

_TURKISH_PAIR: Final = lazy_pattern("[ÄÅ][Ÿž±]|Ä°")
_TURKISH_PAIRS: Final = lazy_pattern("(?:(?:[ÄÅ][Ÿž±]|Ä°)+(?=\\w)|(?<=\\w)(?:[ÄÅ][Ÿž±]|Ä°)+)")
"""`ğ ş ı Ğ Ş İ` in UTF-8 read as Windows-1252: two letters that stand beside each other in no language."""

_CP437_LEADS: Final = frozenset("Γ├┬┼┴")
MISREAD: Final = frozenset("þýðÞÝÐ") | _CP437_LEADS | CYRILLIC | CENTRAL_EUROPEAN | OLD_WESTERN | MARKS
MISREAD_JOINTS: Final = frozenset({("طظعغ", _CP1256_SIGNS), INVERTED_JOINT, MIXED_JOINT}) | IN_WORDS_JOINTS
"""One of these, or a letter of À–ÿ, or a joint of these stands in every text that is misread in one of these ways."""
_CP437_HIGH: Final = re.escape("".join(bytes([code]).decode("cp437") for code in range(0x80, 0xC0)))
_CP437_PAIR: Final = lazy_pattern(
    f"Γ[{_CP437_HIGH}]{{2}}|(?<=[A-Za-z])[├┬┼┴][{_CP437_HIGH}]|[├┬┼┴][{_CP437_HIGH}](?=[A-Za-z])"
)
"""E2 and two bytes, or C2 to C5 and one beside a letter: else it draws a frame."""
_FEWEST_PAIRS: Final = 2
_CAPITALS: Final = character_set("А-ЯЁ")
_CP1256: Final = frozenset("طظعغ"), frozenset(_CP1256_SIGNS)


def misread_repairs(text: str, characters: frozenset[str], language: str) -> Iterator[Repair]:
    """The misread runs of `text`.

    Args:
        characters: the rare characters of the text.
        language: of the document, where it is known: `is`, `fo`, `cs`, `sk` have `þ ý ð` of their own.
    """
    if not any(map(characters.isdisjoint, _CP1256)):
        yield from _utf8_as_cp1256(text)
    if _may_hold_run(text, characters) and _HALF_RUN.search(text):
        yield from _code_page_as_cp1252(text)
    if characters & frozenset("þýðÞÝÐ") and language[:2] not in ("is", "fo", "cs", "sk", "tk"):
        yield from _turkish_as_cp1252(text, language)
    if characters & frozenset("ÄÅ") and characters & frozenset("Ÿž±°"):
        yield from _turkish_pairs(text)
    if characters & CYRILLIC or not _CAPITALS.isdisjoint(characters):
        yield from cyrillic_repairs(text, characters)
    if characters & CENTRAL_EUROPEAN:
        yield from central_european_repairs(text, characters, language)
    if characters & OLD_WESTERN:
        yield from old_western_repairs(text, characters)
    if characters & _CP437_LEADS:
        yield from _utf8_as_cp437(text)
    yield from in_word_repairs(text)
    if characters & MARKS:
        yield from double_byte_repairs(text, characters)


def _utf8_as_cp437(text: str) -> Iterator[Repair]:
    """Quotation marks, dashes and accents that a console's code page made signs of: `hereΓÇÖs`, `caf├⌐`."""
    if len(_CP437_PAIR.findall(text)) < _FEWEST_PAIRS:
        return
    for line in LINE.finditer(text):
        run = run_in(line, _CP437_PAIR)
        if meant := recoded(run.text, "cp437", "utf-8"):
            yield run.repair(meant, "cp437", "utf-8", "UTF-8 read as IBM 437")


def _may_hold_run(text: str, characters: frozenset[str]) -> bool:
    """Counting a few characters, and finding four in a row, are far faster than a search that tries every one."""
    return sum(map(text.count, characters & _HALVES)) >= 4 and b"????" in text.encode("ascii", "replace")


def _utf8_as_cp1256(text: str) -> Iterator[Repair]:
    for match in _UTF8_AS_CP1256.finditer(text):
        if len(_SIGN_PAIR.findall(match[0])) >= 2:
            meant = match[0].encode("cp1256").decode("utf-8")
            yield Repair(*match.span(), meant, "UTF-8 read as windows-1256", ("encode cp1256", "decode utf-8"))


def _code_page_as_cp1252(text: str) -> Iterator[Repair]:
    lines = list(_read_lines(text))
    votes: Counter[str] = Counter()
    for run, readings in lines:
        votes[_first(readings)] += len(run.text)
    for run, readings in lines:
        # A short line of Chinese may look like Korean: then the other lines know better.
        _, codec, meant = max(readings, key=lambda reading: (votes[reading[1]], _preference(reading)))
        name = _NAMES.get(codec) or codec.replace("cp", "windows-")
        yield run.repair(meant, "cp1252", codec, f"{name} read as windows-1252")


def _read_lines(text: str) -> Iterator[tuple[Run, list[tuple[float, str, str]]]]:
    """The misread runs, and how each can be read."""
    for line in LINE.finditer(text):
        if not _HALF_RUN.search(line[0]):
            continue
        run = run_in(line, _HALF_LETTERS)
        if run.signs < 1.5 * len(_ASCII_LETTERS.findall(line[0])) or run.signs < 5:
            continue
        try:
            raw = bytes_of(run.text, "cp1252")
        except UnicodeEncodeError:
            continue
        if readings := list(_readings(raw)):
            yield run, readings


def _first(readings: Sequence[tuple[float, str, str]]) -> str:
    """The code page in which the letters are the most common; of those with two bytes a letter, the first that fits."""
    double = [codec for _, codec, _ in readings if codec in _DOUBLE_CODECS]
    return max((one for one in readings if one[1] not in double[1:]), key=_preference)[1]


def _preference(reading: tuple[float, str, str]) -> tuple[float, bool, str]:
    """Few pages were ever written in ISO 8859-6."""
    return reading[0], reading[1] != "iso8859-6", reading[1]


def _readings(raw: bytes) -> Iterator[tuple[float, str, str]]:
    """How common the letters would be (0.75 to 1) if the bytes were in another code page."""
    for codec, common in _COMMON.items():
        meant = raw.decode(codec, "replace").lower()
        letters = [letter for letter in meant if letter.isalpha() and not letter.isascii()]
        share = sum(letter in common for letter in letters) / max(1, len(letters))
        if share >= 0.75 and "\ufffd" not in meant:
            yield share, codec, raw.decode(codec)
    for codec, likeness in _DOUBLE:
        try:
            meant = raw.decode(codec)
        except UnicodeDecodeError:
            continue
        share = likeness([letter for letter in meant if not letter.isascii()])
        if share >= 0.75:
            yield share, codec, meant


def _like_japanese(letters: Sequence[str]) -> float:
    """The share of kana and of level 1 of JIS X 0208; 0 where too few are kana."""
    leads = [letter.encode("euc_jp", "replace")[0] for letter in letters]
    kana = sum(lead in (0xA4, 0xA5) for lead in leads)
    return (kana + sum(0xB0 <= lead <= 0xCF for lead in leads)) / len(leads) if 5 * kana >= len(leads) else 0.0


def _like_korean(letters: Sequence[str]) -> float:
    """The share of syllables; 0 where too few are among the most common ones, as in Chinese that looks like Korean."""
    frequent = sum(letter in _SYLLABLES for letter in letters)
    return sum("가" <= letter <= "힣" for letter in letters) / len(letters) if 4 * frequent >= len(letters) else 0.0


def _like_chinese(letters: Sequence[str]) -> float:
    """The share of level 1 of GB 2312."""
    return sum(0xB0 <= letter.encode("gbk")[0] <= 0xD7 for letter in letters) / len(letters)


_NAMES: Final = {"iso8859-6": "ISO 8859-6", "euc_jp": "EUC-JP", "gbk": "GBK"}
_DOUBLE: Final = (("euc_jp", _like_japanese), ("cp949", _like_korean), ("gbk", _like_chinese))
_DOUBLE_CODECS: Final = frozenset(codec for codec, _ in _DOUBLE)
_SYLLABLES: Final = frozenset(
    "이다는의에을가로고하지한기사를은도리어시대인자서해정스나그라만일부상전보원성제들장주수아동여있우관국으연공적면비했구소신중과조화할것되계발안결용"
    "미명당학교생위선개등력회민방세업"
)


def _turkish_pairs(text: str) -> Iterator[Repair]:
    """What ftfy leaves in a line that is sound otherwise."""
    for line in LINE.finditer(text):
        run = run_in(line, _TURKISH_PAIRS)
        if run.signs:
            meant = _TURKISH_PAIR.sub(lambda match: match[0].encode("cp1252").decode(), run.text)
            yield run.repair(meant, "cp1252", "utf-8", "UTF-8 read as windows-1252")


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
        run = run_in(line, _TURKISH_SIGNS)
        if run.signs:
            meant = run.text.translate(_TURKISH)
            yield run.repair(meant, "cp1252", "cp1254", "windows-1254 read as windows-1252")
