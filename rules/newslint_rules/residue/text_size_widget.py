"""The page's control for the size of its text: `TT` over `20`, `Text size`, `A A A`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import ClassVar, Final

from newslint import (
    CAPTION,
    HEADLINE,
    Block,
    Document,
    DocumentRule,
    Finding,
    Needs,
    Safety,
    Severity,
    delete_lines,
    fold,
    lazy_pattern,
)
from newslint_rules.by_article import by_article

from .labels import labels, severity_of

_CHANGES: Final = (
    r"(?:increase|des?crease|reduce|enlarge|reset|change) (?:(?:the|article|page|story|body) ){0,2}"
    r"(?:font|text|type|letter)[ -]?sizes?"
    r"|schrift(?:grösse)? (?:vergrössern|verkleinern|zurücksetzen)|(?:grössere|kleinere) schrift"
    r"|(?:augmenter|diminuer|réduire|agrandir) la (?:taille (?:du texte|de la police|des caractères)|police)"
    r"|(?:aumentar|disminuir|reducir|agrandar|diminuir|reduzir) (?:el |o |a )?"
    r"(?:tamaño de(?:l texto| letra| la letra| la fuente)|tamanho d(?:o texto|a letra|a fonte)|letra|fuente|fonte)"
    r"|(?:aumenta|diminuisci|riduci|ingrandisci) (?:il |la )?(?:dimensione (?:del )?)?(?:testo|carattere)"
    r"|(?:yazi(?:yi|lari)?|yazi tipini|yazi boyutunu|metni) (?:büyüt|küçült)"
    r"|(?:увеличить|уменьшить|сбросить) (?:размер )?(?:шрифта?|текста)"
    r"|(?:تكبير|تصغير|تكبير وتصغير|استعادة|إعادة|تغيير) (?:حجم )?(?:ال)?(?:خط|نص)"
    r"|(?:بزرگ|کوچک)(?: ?کردن| ?نمایی)? (?:قلم|متن|فونت)|फॉन्ट (?:बड़ा|छोटा) करें"
    r"|(?:放大|缩小|縮小|增大|减小|減小)(?:字体|字號|字号|字體)|文字(?:サイズ)?を(?:大きく|小さく|拡大|縮小)(?:する)?"
    r"|(?:글자|글씨|폰트) ?(?:크기 ?)?(?:확대|축소|크게|작게|키우기|줄이기)"
)
"""To make the letters larger or smaller."""
_BACK: Final = (
    r"(?:default|normal|original|standard) (?:font |text )?size|reset|normal(?:e|er)? schrift(?:grösse)?"
    r"|taille normale|tamaño normal|tamanho normal|обычный (?:шрифт|размер)"
    r"|(?:ال)?(?:خط|حجم) (?:ال)?(?:افتراضي|أصلي|اصلي|عادي|طبيعي)|اندازه (?:عادی|پیش فرض)|默认字[体号]|基本 ?크기|標準"
)
"""To put them back, beside such a button."""
_ROW_OF_CHANGES: Final = lazy_pattern(rf"(?>{_CHANGES})(?:[\s|/,·+-]*(?>{_CHANGES}|{_BACK}))*+")
_CHANGING: Final = labels(
    """\
increase | decrease | descrease | reduce | enlarge | reset | change | schrift | schriftgröße | größere | kleinere
augmenter | diminuer | réduire | agrandir | aumentar | disminuir | reducir | agrandar | diminuir | reduzir | aumenta
diminuisci | riduci | ingrandisci | yazı | yazıyı | yazıları | metni | увеличить | уменьшить | сбросить | تكبير | تصغير
استعادة | إعادة | تغيير
بزرگ | کوچک | بزرگنمایی | फॉन्ट | 放大 | 缩小 | 縮小 | 增大 | 减小 | 減小 | 文字 | 글자 | 글씨 | 폰트"""
)
"""How such rows begin."""
_TRIPLES: Final = frozenset(
    tuple(map(fold, words.split()))
    for words in (
        "small medium large", "small normal large", "klein mittel groß", "küçük orta büyük", "petit moyen grand",
        "pequeño mediano grande", "pequeno médio grande", "маленький средний большой", "мелкий средний крупный",
        "صغير متوسط كبير", "کوچک متوسط بزرگ", "छोटा मध्यम बड़ा", "小 中 大", "작게 보통 크게",
    )
)  # fmt: skip
"""Three buttons, one below the other."""
SIZES: Final = range(8, 49)
"""Sizes of letters in pixels."""
_LABELS: Final = """\
A A A | Aa Aa Aa | A+ A- | A- A+ | A- A A+ | A+ A A- | -A A +A | A+A- | A-A+ | AAA | Normal text size | Larger text size
Very large text size | Small text size | Large text size | + - Font size | + Text size | Text size | Font size
Order Reprints Text size | Increase font size | Decrease font size | Increase text size | Decrease text size
Increase text size Decrease text size | Decrease text size Increase text size | Change text size | Adjust font size
Decrease font size Increase font size | Decrease font size Increase font size Print page | Resize text | Text resizer
Yazı boyutu | Yazı boyutu: | Yazı tipi boyutu | Küçük Normal Orta Büyük Ekstra Büyük | सामग्री का आकार | फॉन्ट साइज
حجم الخط | تكبير الخط | تصغير الخط | تكبير الخط تصغير الخط | تصغير الخط تكبير الخط | اندازه قلم | اندازه متن
字号 | 字号 大 中 小 | 字体 | 字體 | 字体大小 | 字體大小
大 中 小 | 小 中 大 | 文字サイズ | 文字サイズ 小 中 大 | 文字の大きさ
가 가 가 | 가 가 가 가 | 글자 크기 | 글자 크기 조정 | 기사 본문 글자 크기 조정 | 본문 글자 크기 조정 | 글자 크기 조절
글자 크기 변경 | 글씨 크기 조절 | 글자크기 | 글씨 크기
글씨크기 | 폰트 크기 | Schriftgröße | Schriftgröße ändern | Schriftgröße anpassen
Schrift vergrößern | Schrift verkleinern
Taille du texte | Taille de police | Tamaño de texto | Tamaño de letra | Tamaño del texto
Размер шрифта | Размер текста"""
PHRASES: Final = labels(_LABELS)
_RESET: Final = " reset"
"""The last button of a row."""
UNPROVEN: Final = frozenset({"arabic", "cyrillic", "devanagari", "han", "hangul", "kana"})
"""Scripts of labels that no corpus has shown yet."""
WAITING: Final = (
    "taille", "augmenter", "diminuer", "réduire", "agrandir", "petit moyen", "yazi", "küçük", "metni", "aumenta ",
    "diminuisci", "riduci", "ingrandisci", "diminuir", "reduzir", "pequeno", "tamanho",
)  # fmt: skip
"""How labels begin of languages in Latin letters of which no corpus has shown one yet."""
_STEPS: Final = """\
a aa a+ a- +a -a small medium large normal larger smaller küçük orta büyük klein mittel groß petit moyen grand
pequeño mediano grande 小 中 大 特大 標準 标准 拡大 縮小 放大 缩小 가 작게 보통 크게 더크게 کوچک بزرگ الف الف+ الف-
а аа а+ а- +а -а a++ a-- аа+ аа-
صغير متوسط كبير маленький средний большой छोटा मध्यम बड़ा"""
STEPS: Final = frozenset(map(fold, _STEPS.split()))
"""Words for a size, and letters that stand for one, behind a label."""
_STEMS: Final = frozenset(
    fold(text) for text in ("Text size", "Font size", "Yazı boyutu", "Schriftgröße", "字号", "字体", "字體")
)
_OPENINGS: Final = (
    "글자",
    "글씨",
    "文字",
    "حجم الخط",
    "اندازه قلم",
    "размер шрифта",
    "размер текста",
    "taille du",
    "tamaño de",
)
_BUTTONS: Final = labels(
    """\
print | save | share | email | close | drucken | speichern | teilen | merken | imprimer | partager | envoyer | imprimir
guardar | compartir | enviar | stampa | condividi | yazdır | paylaş | kaydet | печать | распечатать | поделиться | طباعة
حفظ | مشاركة | چاپ | ذخیره | प्रिंट | शेयर | 打印 | 打印本页 | 打印本文 | 打印本稿 | 收藏 | 收藏本文 | 收藏本页 | 关闭
关闭窗口 | 分享 | 分享到 | 列印 | 友善列印 | 關閉 | 印刷 | 保存 | シェア | 인쇄 | 프린트 | 스크랩 | 공유"""
)
"""Buttons that stand behind the sizes, on one line with them."""
_BORDERS: Final = str.maketrans(dict.fromkeys("[]()|,/·:•【】（）「」", " "))
LONGEST: Final = 80
"""Characters of a line of the control."""
_HEAD: Final = 3
"""So many lines above is looked for a headline or a caption."""
_TOKEN: Final = lazy_pattern(r"tt ?(\d\d)?")
_BIGGER: Final = frozenset({"a+", "+a", "a++", "aa+", "الف+", "а+"})
_SMALLER: Final = frozenset({"a-", "-a", "a--", "aa-", "الف-", "а-"})
_PLAIN: Final = frozenset({"a", "aa", "الف", "а", "r", "reset"})
"""Letters on buttons that stand one below the other."""
_ROW: Final = lazy_pattern(r"(?:[^\d\s]{1,20}\s+){0,4}[^\d\s]{0,3}\d{1,3}|\d{1,3}\.")
"""A row of a table ends in a figure and has few words; a sentence ends in its mark."""


class TextSizeWidget(DocumentRule):
    """The evidence is the context, not the token."""

    family: ClassVar[str] = "residue"
    severity: ClassVar[Severity] = Severity.ERROR
    needs: ClassVar[Needs] = Needs(
        phrases=PHRASES
        | {label + _RESET for label in PHRASES}
        | _BIGGER
        | {"tt"}
        | {words[0] for words in _TRIPLES}
        | {f"tt{gap}{size}" for size in SIZES for gap in ("", " ")},
        literals=_STEMS,
        openings=_CHANGING.union(map(fold, _OPENINGS)),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for blocks, keys in by_article(document):
            for index, key in enumerate(keys):
                if len(key) > LONGEST:
                    continue
                if _is_label(key):
                    length = 1 + _steps(keys, index + 1)
                    yield self._widget(document, blocks[index : index + length], safe=False)
                elif key in _BIGGER or key in _SMALLER:
                    if length := _buttons(keys, index):
                        yield self._widget(document, blocks[index : index + length], safe=False)
                elif tuple(keys[index : index + 3]) in _TRIPLES and _below_head(blocks, index):
                    yield self._widget(document, blocks[index : index + 3], safe=False)
                elif (match := _TOKEN.fullmatch(key)) and (match[1] is None or int(match[1]) in SIZES):
                    yield from self._token(document, blocks, keys, index)

    def _token(self, document: Document, blocks: Sequence[Block], keys: Sequence[str], index: int) -> Iterator[Finding]:
        after = keys[index + 1] if index + 1 < len(keys) else ""
        length = 2 if keys[index] == "tt" and _is_size(after) else 1
        end = index + length
        sandwiched = not set(keys[max(0, index - 3) : index]).isdisjoint(keys[end : end + 3])
        in_table = any(_ROW.fullmatch(key) for key in (*keys[max(0, index - 1) : index], *keys[end : end + 1]))
        if sandwiched or (not in_table and (length == 2 or _below_head(blocks, index))):
            yield self._widget(document, blocks[index:end], safe=sandwiched)

    def _widget(self, document: Document, blocks: Sequence[Block], *, safe: bool) -> Finding:
        safety = Safety.SAFE if safe else Safety.UNSAFE
        fix = delete_lines(document, blocks[0].start, blocks[-1].end, "delete the control", safety)
        span = blocks[0].span._replace(end=blocks[-1].end)
        severity = severity_of(blocks[0].text, self.severity, UNPROVEN, WAITING)
        return self.finding(document, span, "text-size control of the page", severity=severity, fix=fix)


def _below_head(blocks: Sequence[Block], index: int) -> bool:
    before = blocks[max(0, index - _HEAD) : index]
    return not before or any(block.kind in (CAPTION, HEADLINE) for block in before)


def _is_size(key: str) -> bool:
    return key.isdecimal() and len(key) == 2 and int(key) in SIZES


def _is_label(key: str) -> bool:
    """A label, alone or with the sizes behind it."""
    if key.removesuffix(_RESET) in PHRASES or _ROW_OF_CHANGES.fullmatch(key):
        return True
    words = key.replace(":", " ").split()
    while words and (words[-1].strip("px,|") in STEPS or _is_size(words[-1].strip("px,|"))):
        words.pop()
    return " ".join(words) in PHRASES or _has_buttons(key)


def _has_buttons(key: str) -> bool:
    """A label, two sizes or more, and the buttons behind them."""
    words = key.translate(_BORDERS).split()
    end = len(words)
    while end and words[end - 1] in _BUTTONS:
        end -= 1
    start = end
    while start and words[start - 1] in STEPS:
        start -= 1
    return end - start >= 2 and " ".join(words[:start]) in PHRASES


def _steps(keys: Sequence[str], index: int) -> int:
    """How many lines from `index` on are steps of the control."""
    length = 0
    while index + length < len(keys) and (keys[index + length] in STEPS or _is_size(keys[index + length])):
        length += 1
    return length


def _buttons(keys: Sequence[str], index: int) -> int:
    """How many lines from `index` on are the buttons `A+`, `A`, `A-`; none in a list of marks or ratings."""
    letters = _BIGGER | _SMALLER | _PLAIN
    length = sum(1 for _ in takewhile(letters.__contains__, keys[index : index + 4]))
    found = frozenset(keys[index : index + length])
    around = (*keys[max(0, index - 1) : index], *keys[index + length : index + length + 1])
    if len(found) < length or length > 3 or found.isdisjoint(_BIGGER) or found.isdisjoint(_SMALLER):
        return 0
    return 0 if any(len(key) <= 4 or key[-1:].isdecimal() for key in around) else length
