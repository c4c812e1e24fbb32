"""The page's control for the size of its text: `TT` over `20`, `Text size`, `A A A`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

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
)

SIZES = range(8, 49)
_LABELS = """\
A A A | A- A+ | A+ A- | A- A A+ | + Text size | Text size | Font size | Order Reprints Text size
Text size Small Medium Large | Decrease font size Increase font size | Decrease font size Increase font size Print page
Yazı Boyutu | Küçük Normal Orta Büyük Ekstra Büyük | حجم الخط | تكبير الخط | تصغير الخط | اندازه قلم
字号 | 字号 大 中 小 | 大 中 小 | 小 中 大 | 文字サイズ | 가 가 가
Schriftgröße | Taille du texte | Tamaño de texto | Размер шрифта"""
PHRASES = frozenset(fold(label) for line in _LABELS.splitlines() for label in line.split("|"))
_TOKEN = re.compile(r"tt ?(\d\d)?")
_ROW = re.compile(r"\D{0,40}\d{1,3}\.?")


@dataclass(frozen=True)
class TextSizeWidget(DocumentRule):
    """The evidence is the context, not the token."""

    family: ClassVar[str] = "residue"
    severity: ClassVar[Severity] = Severity.ERROR
    needs: ClassVar[Needs] = Needs(phrases=PHRASES | {"tt"} | {f"tt{gap}{size}" for size in SIZES for gap in ("", " ")})

    def check(self, document: Document) -> Iterator[Finding]:
        for article in document.articles:
            keys = [fold(block.text) if len(block.text) <= 60 else "" for block in article.blocks]
            for index, key in enumerate(keys):
                if key in PHRASES:
                    yield self._widget(document, article.blocks[index : index + 1], safe=False)
                elif ((match := _TOKEN.fullmatch(key)) and match[1] is None) or (match and int(match[1]) in SIZES):
                    yield from self._token(document, article.blocks, keys, index)

    def _token(self, document: Document, blocks: Sequence[Block], keys: Sequence[str], index: int) -> Iterator[Finding]:
        after = keys[index + 1] if index + 1 < len(keys) else ""
        length = 2 if keys[index] == "tt" and after.isdecimal() and int(after) in SIZES else 1
        before, behind = blocks[max(0, index - 3) : index], blocks[index + length : index + length + 3]
        sandwiched = not {fold(block.text) for block in before}.isdisjoint(fold(block.text) for block in behind)
        in_table = any(_ROW.fullmatch(block.text) for block in (*before[-1:], *behind[:1]))
        below_head = any(block.kind in (CAPTION, HEADLINE) for block in before) or not before
        if sandwiched or (not in_table and (below_head if length == 1 else True)):
            yield self._widget(document, blocks[index : index + length], safe=sandwiched)

    def _widget(self, document: Document, blocks: Sequence[Block], *, safe: bool) -> Finding:
        safety = Safety.SAFE if safe else Safety.UNSAFE
        fix = delete_lines(document, blocks[0].start, blocks[-1].end, "delete the control", safety)
        span = blocks[0].span._replace(end=blocks[-1].end)
        return self.finding(document, span, "text-size control of the page", fix=fix)
