"""The edits of newsrooms in scripts without capitals: Arabic, with spaces, and Chinese, without."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from random import Random
from typing import Final, NamedTuple

from bench.newsroom_edits import Edit, figure

_CHINESE: Final = re.compile("[\u3400-\u9fff]")
_ARABIC: Final = re.compile("[\u0620-\u06d3]")
_TOKEN: Final = re.compile("[\u3400-\u9fff]{2}|[^\\W\\d\u3400-\u9fff]{2,}")
_OTHER_SHARE: Final = 0.12
"""Of the words of a text, as many as names in news: so many of the rarest are changed where another text is made."""


class Phrases(NamedTuple):
    """What edits put into a text of one language."""

    between: str
    datelines: tuple[str, ...]
    credits: tuple[str, ...]
    clauses: tuple[str, ...]
    sentences: tuple[str, ...]
    attributions: tuple[str, ...]
    synonyms: tuple[tuple[str, str], ...]
    words: tuple[str, ...]


ARABIC: Final = Phrases(
    between=" ",
    datelines=("القاهرة (رويترز) - ", "تونس (وات) - ", "بيروت (أ ف ب) - "),
    credits=(" (رويترز)", " (أ ف ب)", " (AFP)"),
    clauses=("بحسب مصادر مطلعة على الملف", "كما أكد مسؤولون في وقت متأخر", "في خطوة طالب بها كثيرون"),
    sentences=(
        "ورفض متحدث الإدلاء بمزيد من التفاصيل.",
        "ولم يتضح بعد متى سيصدر القرار.",
        "ومن المنتظر نشر معلومات إضافية في نهاية الأسبوع.",
    ),
    attributions=("وقال مسؤول إن ", "وأفاد شهود عيان بأن "),
    synonyms=(
        ("أكد", "أوضح"),
        ("قال", "صرح"),
        ("اليوم", "أمس"),
        ("كبيرة", "ضخمة"),
        ("خلال", "أثناء"),
        ("بعد", "عقب"),
        ("جديدة", "حديثة"),
        ("أعلن", "كشف"),
        ("الحكومة", "السلطات"),
        ("بسبب", "جراء"),
    ),
    words=("سابقا", "قريبا", "هناك", "أيضا", "مركزية", "محلية"),
)
CHINESE: Final = Phrases(
    between="",
    datelines=("新华社北京5月3日电 ", "中新网8月12日电 ", "本报上海讯 "),
    credits=("（新华社）", "（记者 李明）", "（AFP）"),
    clauses=("据知情人士透露，", "官员当晚证实，", "正如许多人所要求的那样，"),
    sentences=("发言人拒绝进一步置评。", "目前尚不清楚何时作出决定。", "预计本周晚些时候将公布更多细节。"),
    attributions=("有关负责人表示，", "据目击者介绍，"),
    synonyms=(
        ("表示", "称"),
        ("目前", "现在"),
        ("公司", "企业"),
        ("认为", "指出"),
        ("进行", "开展"),
        ("重要", "关键"),
        ("增长", "上升"),
        ("开始", "启动"),
        ("以及", "和"),
        ("通过", "经由"),
    ),
    words=("附近", "此前", "中央", "先前", "其间", "各地"),
)


class Language:
    """The edits of one language. Texts without spaces are edited by characters, others by words."""

    def __init__(self, phrases: Phrases, texts: Sequence[str]) -> None:
        self.phrases = phrases
        self.known = Counter(token for text in texts for token in set(_TOKEN.findall(text)))
        self.rare = sorted(token for token, count in self.known.items() if count == 1) or ["?"]
        self.signs = sorted({sign for text in texts for sign in text if sign.isalpha()})

    def units(self, text: str) -> list[str]:
        return text.split(" ") if self.phrases.between else list(text)

    def edits(self, caption: bool) -> dict[str, Edit]:
        both: dict[str, Edit] = {
            "dateline": lambda text, random: random.choice(self.phrases.datelines) + text,
            "credit": lambda text, random: text + random.choice(self.phrases.credits),
            "quotes": lambda text, _: (
                text.replace('"', "\u201c").replace("\u201c", "\u00ab").replace(" - ", " \u2014 ")
            ),
            "synonyms": self.synonyms,
            "trimmed end": lambda text, random: self.cut(text, 0, random.uniform(0.65, 0.85)),
            "added sentence": lambda text, random: text + self.phrases.between + random.choice(self.phrases.sentences),
            "one word": self.one_word,
            "noise 1 %": self.noise(0.01),
            "noise 2 %": self.noise(0.02),
        }
        paragraphs: dict[str, Edit] = {
            "figure updated": figure_or(self.synonyms),
            "trimmed start": lambda text, random: self.cut(text, random.uniform(0.15, 0.35), 1),
            "inserted clause": self.inserted_clause,
            "attribution": lambda text, random: random.choice(self.phrases.attributions) + text,
        }
        return both if caption else both | paragraphs

    def cut(self, text: str, start: float, end: float) -> str:
        units = self.units(text)
        return self.phrases.between.join(units[int(len(units) * start) : int(len(units) * end)])

    def synonyms(self, text: str, random: Random) -> str:
        changed = text
        for one, other in self.phrases.synonyms:
            changed = changed.replace(one, other, 1)
        return changed if changed != text else self.one_word(text, random)

    def one_word(self, text: str, random: Random) -> str:
        units = self.units(text)
        place = random.randrange(1, max(2, len(units) - 2))
        size = 1 if self.phrases.between else 2
        return self.phrases.between.join([*units[:place], random.choice(self.phrases.words), *units[place + size :]])

    def inserted_clause(self, text: str, random: Random) -> str:
        units = self.units(text)
        place = random.randrange(len(units) // 3, 2 * len(units) // 3 + 1)
        return self.phrases.between.join([*units[:place], random.choice(self.phrases.clauses), *units[place:]])

    def noise(self, share: float) -> Edit:
        def noisy(text: str, random: Random) -> str:
            def read(sign: str) -> str:
                return random.choice(self.signs) if sign.isalpha() and random.random() < share else sign

            return "".join([read(sign) for sign in text])

        return noisy

    def other_facts(self, text: str, random: Random) -> str:
        """Every figure is another, and the rarest words, which names are, are rare words of other texts."""
        tokens = sorted(set(_TOKEN.findall(text)), key=lambda token: (self.known[token], token))
        changed = set(tokens[: max(1, int(len(tokens) * _OTHER_SHARE))])
        text = _TOKEN.sub(lambda match: random.choice(self.rare) if match[0] in changed else match[0], text)
        return re.sub(r"\d+", lambda match: str(random.randrange(10 ** (len(match[0]) - 1), 10 ** len(match[0]))), text)

    def facts_in(self, text: str) -> int:
        return len(re.findall(r"\d+", text))


def figure_or(otherwise: Edit) -> Edit:
    """One figure updated; another edit where there is none."""
    return lambda text, random: (figure if re.search(r"\d", text) else otherwise)(text, random)


def language_of(texts: Sequence[str]) -> Language | None:
    """The edits for texts of which most are Arabic or Chinese; None for others."""
    for script, phrases in ((_ARABIC, ARABIC), (_CHINESE, CHINESE)):
        if sum(len(script.findall(text)) > len(text) / 3 for text in texts) > len(texts) / 2:
            return Language(phrases, texts)
    return None
