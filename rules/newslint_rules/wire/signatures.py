"""Signatures inside lines, in Chinese and Arabic: where no blank or break parts them from the story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newslint import Span, lazy_pattern
from newslint_rules.searching import holds_any, places

_HAN: Final = "\u4e00-\u9fff"
CHINESE: Final = (
    "来源：", "来源:", "來源：", "來源:", "来源 ", "编辑：", "编辑:", "责编：", "编译：", "原标题", "原题：", "原題：",
    "记者 ", "记者\u3000", "作者：", "作者:", "作者|", "作者 |", "作者｜", "作者丨", "本文来自", "撰文", "采写",
    "/文", "／文", "（文/", "（文／", "(文/",
)  # fmt: skip
"""One of these stands in each Chinese signature that is not `BARRED`."""
_BARS: Final = ("|", "｜", "丨")
BARRED: Final = tuple(
    f"{role}{gap}{bar}"
    for role in ("文字", "编辑", "校对", "主编", "责编", "排版", "审核", "设计", "监制", "统筹", "运营")
    for gap in ("", " ")
    for bar in _BARS
)
"""One of these stands in each line of a colophon."""
_BEFORE, _BEHIND = 10, 80
"""Characters around a sign in which its signature begins and ends."""
_DELIMITED: Final = (
    r"(?=\s(?!月|日)|[|｜丨【\[/／]|(?<!讯)[（(]|(?:本报|本刊)?(?:作者|记者|编辑|责编|撰文)\s?[:：|｜丨]|\Z)"
)
"""What stands behind a name that is told apart from the story; else nobody knows where it ends."""
_NAMED: Final = rf"(?!编辑|责编|摄影|校对|报道)[{_HAN}]{{2,3}}"
_AT_SIGN: Final = lazy_pattern(
    r"[（(【\[](?:文章|本文|资料|稿件|图文)?(?:来源|來源)\s?[:：][^（）()【】\[\]\n]{2,24}[）)】\]]"
    r"|[（(【\[](?:实习|责任|本文)?(?:编辑|责编|编译|作者)\s?[:：][^（）()【】\[\]\n]{2,24}[）)】\]]"
    r"|[（(](?:文|图|采写|撰文|摄影)\s?[/／:：]\s?[^（）()\n]{2,24}[）)]"
    rf"|[（(][{_HAN}A-Za-z]{{2,8}}[/／](?:文|图|摄)[^（）()\n]{{0,24}}[）)]"
    r"|^\s*原(?:标题|題|题)\s?[:：]"
    rf"|^\s*(?:文章|稿件|本文)?(?:来源|來源)\s?[:：](?:\s?(?:微信)?(?:公众)?号\s?[“\"][^”\"\n]{{2,30}}[”\"]"
    rf"|\s?[{_HAN}A-Za-z0-9]{{2,12}}?{_DELIMITED})?"
    rf"|^\s*本文来自(?:(?:微信)?公众号[:：]\s?[^\s（(，,。]{{2,16}}(?:[（(]ID[^）)\n]{{2,30}}[）)])?"
    rf"|\s?[{_HAN}A-Za-z0-9]{{2,12}}?{_DELIMITED})?"
    rf"|^\s*[{_HAN}]{{0,6}}(?:见习|实习)?记者(?![ \u3000][{_HAN}]{{2}}$)"
    rf"(?:[ \u3000]{_NAMED}(?:[ \u3000、]{_NAMED}){{0,4}}{_DELIMITED}"
    rf"|(?=[ \u3000][{_HAN}]{{3}}))"
    rf"|^\s*(?:值班)?(?:文字|校对|主编|责编|排版|审核|设计|监制|统筹|运营)\s?[|｜丨]\s?[{_HAN}·A-Za-z ]{{2,16}}"
    r"|[（(]原(?:标题|題|题)\s?[:：][^（）()\n]{2,60}[）)]"
    rf"|^\s*(?:作者|撰文|编辑)\s?[|｜丨:：](?:\s?[{_HAN}·A-Za-z]{{2,10}}?{_DELIMITED}|(?=\s?[{_HAN}·A-Za-z]{{2}}))",
    re.MULTILINE,
)
_AT_END: Final = lazy_pattern(
    r"(?<=[。！？”’…）\w])(?:文章|稿件|资料|信息|本文|图文)?(?:来源|來源)\s?[:：][^。，！？\n]{2,30}$|(?:采写|撰文)[/／][^。\n]{4,60}$"
    rf"|(?<=[。！？”…）\]])\s?作者\s?[:：]\s?[{_HAN}·A-Za-z]{{2,12}}$",
    re.MULTILINE,
)
"""What ends its line."""
_NEXT: Final = lazy_pattern(
    rf"[ \u3000]{{0,4}}((?:作者|撰文|编辑|责编|责任编辑|记者)\s?[|｜丨:：]"
    rf"(?:\s?[{_HAN}·A-Za-z]{{2,10}}?{_DELIMITED}|(?=\s?[{_HAN}A-Za-z]{{2}})))"
)
"""The second signature, right behind a first."""
_NAME: Final = lazy_pattern(rf"(?<=[{_HAN}。！？”]\n)\s*(\([A-Z][a-z]{{2,11}}\))\s*$")
"""An author's name in brackets, below the last paragraph."""
_ENDING: Final = 30
"""Characters at the end of a text in which such a name stands."""
_CREDITED: Final = "。(c)"
_JAPANESE: Final = lazy_pattern(r"(?<=。)\(c\)[A-Z][\w/ .]{2,40}$", re.MULTILINE)
ARABIC: Final = (
    "المصدر", "(وكالات", "(رويترز", "(أ ف ب", "(فرانس", "(الأناضول", "(سكاي", "(ترجمة", "-وات", "- وات", "(وات",
    "(صورة أرشيفية", "(أرشيف", "(متابعة",
)  # fmt: skip
"""One of these stands in each Arabic signature."""
_ARABIC: Final = lazy_pattern(
    r"(?<=[.؟!»\"”]) ?-?\s?(?:\((?:وكالات|رويترز|أ ?ف ?ب|فرانس برس|الأناضول|سكاي نيوز|د ?ب ?أ|ترجمة [^()\n]{2,30}"
    r"|المصدر[^()\n]{0,30}|وات|واج|صورة أرشيفية|أرشيف|متابعة[^()\n]{0,20})\)"
    r"|-\s?(?:وات|واج|وم ع|و م ع|وكالات)\s?-?|المصدر\s?[:：]?\s?\(?[^().\n]{2,40}\)?)\s*$",
    re.MULTILINE,
)

_ARABIC_INITIALS: Final = lazy_pattern(r"(?:(?<=[.؟!»\"”])\s*|(?<=\n)\s*)([ء-ي](?: [ء-ي]){1,2})\s*\Z")
"""Of the author, behind the last sentence: `ن ك م`."""


def may_end_in_initials(text: str) -> bool:
    """Whether a single Arabic letter ends a text without the white space around it."""
    return text[-2:-1] == " " and "\u0621" <= text[-1:] <= "\u064a"


def signatures(text: str) -> Iterator[Span]:
    """Where signatures stand inside the lines of a text, none twice."""
    if text.isascii():
        return
    done = -1
    signs = (*CHINESE, *BARRED) if holds_any(text, _BARS) else CHINESE
    for place in sorted({place for sign in signs if sign in text for place in places(text, sign)}):
        start = max(done, 0, place - _BEFORE, text.rfind("\n", 0, place) + 1)
        line_end = text.find("\n", place)
        line_end = len(text) if line_end < 0 else line_end
        match = _NEXT.match(text, done, line_end) if 0 <= done <= place else None
        match = match or _AT_SIGN.search(text, start, min(line_end, place + _BEHIND))
        if match is None and line_end - place <= _BEHIND:
            match = _AT_END.search(text, start, line_end)
        done = max(done, 0)
        if match and match.end() > place:
            done = match.end()
            yield Span(*match.span(match.lastindex or 0))
    if _CREDITED in text:
        yield from (Span(*match.span()) for match in _JAPANESE.finditer(text))
    if text[-_ENDING:].rstrip().endswith(")") and (match := _NAME.search(text, max(0, len(text) - _ENDING))):
        yield Span(*match.span(1))
    if may_end_in_initials(text[-_ENDING:].rstrip()):
        for match in _ARABIC_INITIALS.finditer(text, max(0, len(text) - _ENDING)):
            yield Span(*match.span(1))
    if done < 0 and holds_any(text, ARABIC):
        yield from (Span(*match.span()) for match in _ARABIC.finditer(text))
