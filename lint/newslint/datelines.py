"""Datelines and credits of the wire in Arabic, Persian, Hindi, Russian, Chinese, Japanese and Korean.

How agencies sign there: `القاهرة (رويترز) - `, `नई दिल्ली (भाषा)`, `МОСКВА, 2 янв — РИА Новости. `,
`新华社北京1月2日电`, `【ロンドン共同】`, `(서울=연합뉴스)` before a story; `عکس: ایرنا`,
`（新华社记者 … 摄）`, `사진=연합뉴스` behind a caption.
"""

from __future__ import annotations

import re
from typing import Final

from .lazy import lazy_pattern

_ARABIC: Final = (
    r"رويترز|أ ?\.?ف ?\.?ب\.?|ا ?\.?ف ?\.?ب\.?|فرانس برس|د ?\.?ب ?\.?أ\.?|أ ?\.?ب\.?|أسوشيتد برس"
    r"|إ ?\.?ب ?\.?أ\.?|أ ?\.?ش ?\.?أ|و ?\.?م ?\.?ع|الأناضول|وات|قنا|واس|سانا|وام|بنا|كونا|بترا|وفا|سبوتنيك|شينخوا"
    r"|تاس|أنسا|إفي|غيتي|وكالات|الشرق الأوسط"
    r"|ایسنا|ایرنا|ایلنا|فارس|مهر|تسنیم|رویترز|آسوشیتدپرس|خبرگزاری فرانسه|باشگاه خبرنگاران"
)
_HINDI: Final = "भाषा|पीटीआई|एएनआई|आईएएनएस|एजेंसी|एजेंसियां|वार्ता|यूएनआई|एएफपी|रॉयटर्स|रायटर|एपी"
_CYRILLIC: Final = (
    r"РИА Новости|РИА|ИТАР-ТАСС|ТАСС|Интерфакс|ИНТЕРФАКС|Рейтер|АФП|АП|РЕГНУМ|Росбалт|УНИАН|Укринформ|БЕЛТА|КАЗИНФОРМ"
    r"|ДПА|Коммерсантъ"
)
_RUSSIAN: Final = rf"{_CYRILLIC}|INTERFAX(?:\.RU)?|Reuters|REUTERS|AFP|AP|REGNUM|Sputnik|dpa|EPA|Getty Images"
_JAPANESE: Final = (
    "共同通信|共同|時事通信|時事|ロイター|ＡＦＰ|AFP|ＡＰ|AP|ＥＰＡ|EPA|聯合|新華社|ブルームバーグ|アフロ|ゲッティ"
    "|朝日新聞社?|毎日新聞社?|読売新聞社?|産経新聞社?|日本経済新聞社?"
)
_KOREAN: Final = "연합뉴스|뉴시스|뉴스1|로이터|신화|교도|게티이미지(?:뱅크|코리아)?"
_CHINESE: Final = r"新华社|新华网|中新社|中新网|中央社|人民网|央视网|本报|新浪\w{0,4}"
_DASH: Final = r"\s?[-\u2013\u2014\u2015\u0640:]{1,2}"
_HAN: Final = r"[\u4e00-\u9fff]"
_OPEN: Final = r"[(\[（【［〔]"
_INSIDE: Final = r"[^()\[\]（）【】［］〔〕\n]"
_BY: Final = rf"(?:\s?[（(](?:记者|記者|通讯员){_INSIDE}{{2,24}}[）)])?"
_RUSSIAN_PLACE: Final = r"[А-ЯЁ][А-ЯЁа-яё /-]{1,30}"

_ARABIC_DATELINE: Final = lazy_pattern(  # القاهرة (رويترز) - , تهران - ایرنا -
    rf"(?:[\u0600-\u06ff]+(?:[ ،,/-]{{1,2}}[\u0600-\u06ff\d]+){{0,6}}?\s?[-\u2013]?\s?)?"
    rf"[(\[](?:{_ARABIC})[)\]]{_DASH}\s?"
    rf"|[\u0600-\u06ff]+(?: [\u0600-\u06ff]+){{0,2}}\s?[-\u2013]\s?(?:{_ARABIC})\s?[-\u2013]\s?"
)
_HINDI_DATELINE: Final = lazy_pattern(  # नई दिल्ली, 2 जनवरी (भाषा), पटना, एएनआई।
    r"[\u0900-\u0963]+(?: [\u0900-\u0963]+){0,2}(?:,? \d{1,2} [\u0900-\u0963]+)?"
    rf"(?:,?\s?[(\[](?:{_HINDI})[)\]][।.]?(?:{_DASH})?|,\s?(?:{_HINDI})[।.](?:{_DASH})?)\s?"
)
_RUSSIAN_DATELINE: Final = lazy_pattern(  # МОСКВА, 2 янв — РИА Новости. , МОСКВА, 2 января. /ТАСС/. , КИЕВ (Рейтер) -
    rf"{_RUSSIAN_PLACE}[,.]\s\d{{1,2}}\s[а-яё]{{3,8}}\.?,?\s?(?:[-\u2013\u2014]\s?)?[/(]?(?:{_RUSSIAN})[/)]?"
    r"(?:[.,](?:\s|$))?(?:\s?[-\u2013\u2014]{1,2}\s)?\s?"
    rf"|{_RUSSIAN_PLACE}\((?:{_RUSSIAN})\){_DASH}\s?"
)
_CHINESE_DATELINE: Final = lazy_pattern(  # 新华社北京1月2日电, 新京报讯（记者 …）
    rf"据?(?:{_CHINESE})[^，。！？\n]{{0,18}}?"
    rf"(?:[电讯電訊]{_BY}(?:\s|[:：]|$|(?<=[）)])|(?=[（(]))|(?<=日)[电電](?={_HAN}))"
    rf"|{_HAN}{{2,8}}(?:报|網|网|社|台)(?:讯|訊|快讯)(?:\s|[:：]|(?=[（(])){_BY}\s?"
)
_BRACKETED_DATELINE: Final = lazy_pattern(
    rf"[(\[](?:{_ARABIC})[)\]]{_DASH}\s?|【{_HAN}[^】\n]{{1,14}}(?:报道|報道|報導|讯)】\s?"
    # 【ロンドン共同】, ［ロンドン　２日　ロイター］ -
    rf"|{_OPEN}{_INSIDE}{{0,14}}?[\s=＝・]?(?:{_JAPANESE})(?:[\s=＝]{_INSIDE}{{1,14}})?[】）］〕]"
    r"(?:\s?[-\u2013\u2014－])?\s?"
    # (서울=연합뉴스) … 기자 =
    rf"|{_OPEN}{_INSIDE}{{1,14}}=\s?[가-힣][가-힣\w]{{1,12}}[)\]）】]\s?"
    r"(?:[가-힣]{2,4}\s(?:기자|특파원)(?:[\s·,]{1,2}[가-힣]{2,4}\s(?:기자|특파원)){0,3}\s?=\s?)?"
)

_BRACKETED_CREDIT: Final = lazy_pattern(
    rf"[(\[](?:(?:{_ARABIC}|{_HINDI}|{_RUSSIAN})[^()\[\]\n]{{0,30}}"
    r"|(?:تصوير|عدسة|الصورة|صورة|عکس|عکاس|تصویر)(?: از| من)?\s?[:：]\s?[^.!؟:\n]{2,40}"
    r"|(?:फोटो|फ़ोटो|तस्वीर|Фото|ФОТО)(?: (?:साभार|सौजन्य|क्रेडिट|स्रोत))?\s?[:：]\s?[^.।:\n]{2,40})[)\]]\.?$"
    rf"|[（(](?:{_HAN}{{0,8}}(?:通讯员|记者|記者)\s?{_HAN}{{1,4}}[\s、]?{_HAN}{{0,4}}\s?[摄攝]影?"
    rf"|(?:图片来源|图片|图源|图|摄影|來源|圖)\s?[:：/／]{_INSIDE}{{1,30}})[）)]$"
    rf"|[（(【](?:(?:写真|画像|撮影|提供)\s?[:：＝=／/はも]{_INSIDE}{{1,24}}"
    rf"|(?:{_JAPANESE})(?:通信社?|提供|撮影|[＝=／/]{_INSIDE}{{1,12}})?)[）)】]$"
    r"|[\[(【](?:사진|자료사진|그래픽)\s?(?:제공|출처)?\s?[=:：]\s?[^.=\n]{2,30}[\])】]$"
)
_LABELLED_CREDIT: Final = lazy_pattern(
    r"(?:(?<=[.؟!»؛])|^|(?<=\s))[-/|]?\s?(?:تصوير|عدسة|الصورة|صورة|عکس|عکاس|تصویر)(?: از| من)?\s?[:：]\s?"
    r"[^.!؟:\n]{2,40}\.?$"
    r"|(?:(?<=[.।!])|^|(?<=\s))\|?\s?(?:फोटो|फ़ोटो|तस्वीर)(?: (?:साभार|सौजन्य|क्रेडिट|स्रोत))?\s?[:：]\s?[^.।:\n]{2,40}$"
    r"|(?:(?<=[.!])|^|(?<=\s))[|/]?\s?(?:Фото|ФОТО|Снимок)\s?[:：]\s?[^.!?:\n]{2,50}\.?$"
    rf"|(?:©|\s/)\s?(?:{_CYRILLIC})[^.\n]{{0,40}}$"
    r"|(?:(?<=[。！])|^|(?<=\s))(?:图片来源|图源|供图|摄影|圖片來源)\s?[:：/／]\s?[^。:：\n]{1,30}$"
    r"|(?:(?<=[。])|^|(?<=\s))(?:写真|画像)\s?[:：＝=／]\s?[^。\n]{2,24}$"
    r"|[<【/]?\s?(?:사진|자료사진|그래픽)\s?(?:제공|출처)?\s?[=:：]\s?[^.=\n]{2,30}>?$"
)
_LABELLING: Final = re.compile("[:：=＝/／©]")
_ALPHABET: Final = lazy_pattern("[\u0400-\u1fff\u3040-\ud7ff]")
"""Letters of the languages that such a credit is in."""
_SIGNED_CREDIT: Final = lazy_pattern(
    rf"(?:(?:(?<=[。！）\s])|^){_HAN}{{0,8}}|{_CHINESE})(?:通讯员|记者|記者)\s?{_HAN}{{1,4}}[\s、]?{_HAN}{{0,4}}\s?[摄攝]影?$"
    rf"|(?<=[＝=、。])(?:{_JAPANESE})(?:提供|撮影)?$"
    rf"|(?:(?<=[.다])\s?|\s?[/|]\s?)(?:{_KOREAN})(?:[=/·\s](?:연합뉴스|뉴시스|뉴스1))?(?: 제공| 자료사진)?$"
)
_SIGNED_ENDS: Final = (
    "摄",
    "攝",
    "摄影",
    "共同",
    "通信",
    "時事",
    "ロイター",
    "Ｐ",
    "P",
    "提供",
    "撮影",
    "聞",
    "社",
    "アフロ",
    "ゲッティ",
    "스",
    "1",
    "터",
    "화",
    "도",
    "지",
    "크",
    "아",
    "공",
    "진",
)
"""How such credits end: the last characters of agencies."""
_HEAD: Final = 70
_TAIL: Final = 70
_ALPHABETS: Final = "\u0400"
_OPENING: Final = frozenset("([（【［〔")
_NO_CREDIT: Final = frozenset("。！？!?…؟।॥،,;:：")
"""Ends of lines that no credit has."""
_BLANK: Final = " \u3000\u00a0"


def dateline_end(line: str) -> int:
    """Where the dateline before a story ends; 0 where there is none."""
    first = line[:1]
    if first < _ALPHABETS and first not in _OPENING:
        return 0
    head = line[:_HEAD]
    pattern = None if head.isascii() else _dateline_pattern(first, head)
    match = pattern.match(head) if pattern else None
    return match.end() if match else 0


def _dateline_pattern(first: str, head: str) -> re.Pattern[str] | None:
    """The expression for the script of the first character, if its signs stand in the line."""
    if first in _OPENING:
        return _BRACKETED_DATELINE
    if first < "\u0530":
        return _RUSSIAN_DATELINE if "(" in head or "," in head[:40] or ". " in head[:40] else None
    if first < "\u0700":
        return _ARABIC_DATELINE if "(" in head or "-" in head or "\u2013" in head or "[" in head else None
    if first < "\u0980":
        return _HINDI_DATELINE if "(" in head or "," in head else None
    signed = first >= "\u4e00" and ("讯" in head or "电" in head or "訊" in head or "電" in head)
    return _CHINESE_DATELINE if signed else None


def credit_start(line: str) -> int:
    """Where the credit behind a caption or a story begins; the length of the line where there is none."""
    last = line[-1:]
    if last in _NO_CREDIT or line.isascii():
        return len(line)
    tail = line[-_TAIL:]
    match = None
    if last in ")]）】" or (last == "." and tail[-2:-1] in ")]"):
        match = _BRACKETED_CREDIT.match(tail, max(map(tail.rfind, "([（【")))
    elif _LABELLING.search(tail) and _ALPHABET.search(tail):
        match = _LABELLED_CREDIT.search(tail)
    if match is None and last != "." and tail.endswith(_SIGNED_ENDS):
        match = _SIGNED_CREDIT.search(tail)
    return len(line[: len(line) - len(tail) + match.start()].rstrip(_BLANK)) if match else len(line)
