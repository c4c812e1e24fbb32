"""Signatures inside lines, in Chinese and Arabic: where no blank or break parts them from the story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newslint import lazy_pattern
from newslint_rules.searching import holds_any

_HAN: Final = "\u4e00-\u9fff"
_SPEECH: Final = "掌声|笑声|大笑|鼓掌|众笑|热烈|待续|未完|音乐|微笑|笑"
_CHINESE: Final = lazy_pattern(
    r"[（(【\[](?:文章|图片|本文|资料|稿件|图文)?(?:来源|來源)\s?[:：][^（）()【】\[\]\n]{2,24}[）)】\]]"
    r"|[（(【\[](?:实习|责任|本文)?(?:编辑|责编|编译)\s?[:：][^（）()【】\[\]\n]{2,24}[）)】\]]"
    rf"|[（(](?:文|图|采写|撰文|摄影)\s?[/／:：]\s?[^（）()\n]{{2,24}}[）)]"
    rf"|[（(][{_HAN}A-Za-z]{{2,8}}[/／](?:文|图|摄)[^（）()\n]{{0,24}}[）)]"
    r"|^\s*原(?:标题|題|题)\s?[:：]"
    rf"|^\s*(?:文章|稿件|本文)?(?:来源|來源)\s?[:：]\s?[{_HAN}A-Za-z0-9]{{2,12}}"
    r"|(?<=[。！？”’…）\w])(?:文章|稿件|资料|信息|本文|图文)?(?:来源|來源)\s?[:：][^。，！？\n]{2,30}$"
    rf"|^\s*[{_HAN}]{{0,6}}(?:见习|实习)?记者[ \u3000][{_HAN}]{{2,3}}(?=[ \u3000{_HAN}])"
    rf"|^\s*(?:作者|撰文|编辑)\s?[|｜丨:：]\s?[{_HAN}·A-Za-z]{{2,10}}"
    rf"|(?<=[。！？”…])[（(](?!{_SPEECH})(?:[{_HAN}]{{2,4}}|[A-Z][a-z]{{2,11}})[）)]$"
    r"|(?:采写|撰文)[/／][^。\n]{4,60}$"
    r"|^\s*\([A-Z][a-z]{2,11}\)$",
    re.MULTILINE,
)
_CHINESE_SIGNS: Final = (
    "来源", "來源", "编辑", "责编", "编译", "原标题", "原题", "原題", "记者 ", "记者\u3000", "作者", "撰文", "采写",
    "/文", "／文", "文/", "文／", "/图", "图/", "摄",
)  # fmt: skip
_CLOSED: Final = ("）", ")")
_ARABIC: Final = lazy_pattern(
    r"(?<=[.؟!»\"”]) ?-?\s?(?:\((?:وكالات|رويترز|أ ?ف ?ب|فرانس برس|الأناضول|سكاي نيوز|د ?ب ?أ|ترجمة [^()\n]{2,30}"
    r"|المصدر[^()\n]{0,30}|وات|واج|صورة أرشيفية|أرشيف|متابعة[^()\n]{0,20})\)"
    r"|-\s?(?:وات|واج|وم ع|و م ع|وكالات)\s?-?|المصدر\s?[:：]?\s?\(?[^().\n]{2,40}\)?"
    r"|(?:[\u0621-\u064a][. ]{1,2}){1,3}[\u0621-\u064a]\.?)\s*$",
    re.MULTILINE,
)
_ARABIC_SIGNS: Final = (
    "المصدر", "(وكالات", "(رويترز", "(أ ف ب", "(فرانس", "(الأناضول", "(سكاي", "(ترجمة", "-وات", "- وات", "(وات",
    "(صورة أرشيفية", "(أرشيف", "(متابعة",
)  # fmt: skip
SIGNS: Final = frozenset((*_CHINESE_SIGNS, *_ARABIC_SIGNS))


def signatures(text: str) -> Iterator[re.Match[str]]:
    """The signatures inside the lines of a text."""
    if text.isascii():
        return
    if holds_any(text, _CHINESE_SIGNS) or text.rstrip().endswith(_CLOSED):
        yield from _CHINESE.finditer(text)
    if holds_any(text, _ARABIC_SIGNS):
        yield from _ARABIC.finditer(text)
