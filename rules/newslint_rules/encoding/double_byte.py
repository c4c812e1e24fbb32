"""UTF-8 that was read in a double-byte encoding of East Asia: GBK, Shift-JIS, the Korean Windows-949.

Read so, three bytes of a letter become one and a half characters. The proof is the way back: in the bytes of the run,
most must be letters in UTF-8. Ordinary Chinese, Japanese or Korean is nearly never valid UTF-8 over some characters,
because its own lead bytes are no lead bytes there, or lack what must follow. A byte that the reader dropped or replaced
costs the letters beside it, so a run counts when `_SHARE` of its bytes are sound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from newslint import lazy_pattern

from .repairs import LINE, Repair

_GBK: Final = (
    "锛銆鐨鍦鏄涓鍥浜鍙绗璇鈥鐢鏃杩闃浠鎴鏈浣鍜鍚鍑鍒嗘紝殑屽鍏瀹浣槸骞勫佸竴傛缁湪岃勬鏂鍗鏉嶅笉浼璁鈥湁岀鎵嗗鑳鍖敓夊繖勭傝閫熷兘戝鎶鍐"
    "嗕綉瀵鍜垜笂熸嶆鐜椂傜闂鏁棰佷忓婂閮庡夋璐岄佽鏀埌滃褰闄笟彲銇銈銉嬨屻椼亴仹闁氥仧嬮仺鞚雼瓿鞓祼堨鞐歆韱靸滍秬靾橃潉愱箤喌霅澊殕"
)
_GBK_OTHERS: Final = "褌褋褉褍褟褘袗褎蟿蟽蠀蟻蟺蟼蠅丕賱賷賲賵賳乇鬲亘丞毓丿爻賮賴賰賯丨讬讜讛讗讘谞"
"""The same of Russian, Greek, Arabic and Hebrew."""
_SHIFT_JIS: Final = (
    "縺繧繝荳逧譛荵謌譌壼蟄蟷弍窶莨溷閠謇蠎蠑蟶陦謚髣隗襍閾蟇諤伜溽髱郤諡蠖菫蜑迚懃閧諠谺鬮諢謖譖鬟髢莠蜿蝗螟霑驥譏逋昴"
)
_KOREAN: Final = (
    "씠떎뒗쓽뿉쓣븯븳궗룄뼱떆씤옄꽌빐젙뒪굹씪긽쟾썝꽦젣뱾옣닔븘룞뿬엳슦쑝뿰쟻뻽냼떊쑀솕븷릺븞슜떦븰깮쐞꽑"
    "벑젰쉶꽭뾽맂몢뀈삤뵫븣뻾쑕룺뒫룹뎄"
)
"""What the most common letters of Chinese, Japanese and Korean become, unless it is common in one of these itself."""

_QUOTES: Final = "\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u2022"
_SHARE: Final = 0.65
_ODD: Final = 0.75
_FEWEST: Final = 3
"""Letters in UTF-8 that a run must hold."""


class _Reading(NamedTuple):
    """An encoding, as it is named and as Python names it, and characters of which two stand in a misread run."""

    name: str
    codec: str
    marks: str


_READINGS: Final = (_Reading("GBK", "gb18030", _GBK + _GBK_OTHERS), _Reading("Shift-JIS", "cp932", _SHIFT_JIS))
_RUN: Final = lazy_pattern(r"[^\x00-\x7f]{4,}")
_LETTER: Final = lazy_pattern(
    "[\u00c0-\u024f\u0370-\u06ff\u0900-\u097f\u2010-\u203a\u3001-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff1f]"
)
_HIGH: Final = lazy_pattern(r"[^\x00-\x7f\ufffd]")
_GBK_LOST: Final = lazy_pattern("(?:锟斤拷)+锟?")
_QUOTE: Final = (
    (_READINGS[0], "鈥", lazy_pattern("鈥[\u3400-\u9fff\ue000-\uf8ff](?![\u3400-\u9fff])")),
    (_READINGS[1], "窶", lazy_pattern("窶[\u3400-\u9fff\ue000-\uf8ff](?![\u3400-\u9fff\uff61-\uff9f])")),
)

_MARKS: Final = {reading.codec: frozenset(reading.marks) for reading in _READINGS}
_KOREAN_MARKS: Final = frozenset(_KOREAN)
MARKS: Final = frozenset("锟").union(*_MARKS.values(), _KOREAN_MARKS)
"""One of these stands in every text that is misread so."""


def double_byte_repairs(text: str, characters: frozenset[str]) -> Iterator[Repair]:
    """The misread runs of `text`.

    Args:
        characters: the rare characters of the text.
    """
    if "锟" in characters:
        for match in _GBK_LOST.finditer(text):
            yield Repair(*match.span(), None, "lost characters read as GBK")
    for reading in _READINGS:
        marks = characters & _MARKS[reading.codec]
        if sum(map(text.count, marks)) >= 2:
            yield from _runs(text, reading, marks)
    for reading, first, pattern in _QUOTE:
        if first in characters:
            yield from _quotes(text, reading, pattern.finditer(text))
    if sum(map(text.count, characters & _KOREAN_MARKS)) >= 2:
        yield from _korean(text, characters & _KOREAN_MARKS)


def _runs(text: str, reading: _Reading, marks: frozenset[str]) -> Iterator[Repair]:
    for match in _RUN.finditer(text):
        run = match[0]
        if sum(map(run.count, marks)) < 2:
            continue
        raw = b"".join(_coded(character, reading.codec) for character in run)
        meant = raw.decode("utf-8", "replace")
        letters = _LETTER.findall(meant)
        if len(letters) >= _FEWEST and len("".join(letters).encode()) >= _SHARE * len(raw):
            known = meant if "\ufffd" not in meant + run else None
            steps = (f"encode {reading.codec}", "decode utf-8")
            yield Repair(*match.span(), known, f"UTF-8 read as {reading.name}", steps)


def _coded(character: str, codec: str) -> bytes:
    """The bytes of a character; one that is invalid in UTF-8 where it has none, none where it stands for a lost one."""
    if character == "\ufffd":
        return b""
    try:
        return character.encode(codec)
    except UnicodeEncodeError:
        return b"\xff"


def _quotes(text: str, reading: _Reading, matches: Iterator[re.Match[str]]) -> Iterator[Repair]:
    for match in matches:
        start, end = match.span()
        meant = b"".join(_coded(character, reading.codec) for character in text[start:end]).decode("utf-8", "replace")
        if meant[0] in _QUOTES:
            known = meant if "\ufffd" not in meant else None
            steps = (f"encode {reading.codec}", "decode utf-8")
            yield Repair(start, end, known, f"UTF-8 read as {reading.name}", steps)


def _korean(text: str, marks: frozenset[str]) -> Iterator[Repair]:
    """Lines of Korean that was read as Windows-949.

    There the first byte of every other syllable is dropped as invalid, so there is no way back. But what comes out are
    syllables that ordinary Korean does not have, or has one time in twenty: those outside KS X 1001, and those whose
    second byte is a lead byte of UTF-8.
    """
    for line in LINE.finditer(text):
        if sum(map(line[0].count, marks)) < 2:
            continue
        places = [match.start() for match in _HIGH.finditer(line[0])]
        odd = sum(_is_odd(line[0][place]) for place in places)
        if odd > _FEWEST and odd >= _ODD * len(places):
            start, end = line.start() + places[0], line.start() + places[-1] + 1
            yield Repair(start, end, None, "UTF-8 read as windows-949")


def _is_odd(character: str) -> bool:
    raw = _coded(character, "cp949")
    if len(raw) != 2:
        return False
    lead, trail = raw
    return lead < 0xA1 or trail < 0xA1 or 0xE1 <= trail <= 0xED or 0xE1 <= lead <= 0xED
