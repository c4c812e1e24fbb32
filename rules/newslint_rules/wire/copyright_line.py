"""copyright-line: whose text it is, and what nobody may do with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newslint import (
    Document,
    DocumentRule,
    Edit,
    Finding,
    Fix,
    Needs,
    Safety,
    Severity,
    Span,
    delete_lines,
    fold,
    lazy_pattern,
)
from newslint_rules.duplicate.definition import COPIES
from newslint_rules.repetition.lines import width
from newslint_rules.searching import holds_any

from .notices import LONG, PERMISSIONS, is_notice

_PHRASES = (
    "all rights reserved", "all right reserved", "may not be published, broadcast", "alle rechte vorbehalten",
    "tous droits réservés", "tous droits reserves", "derechos reservados", "direitos reservados", "diritti riservati",
    "prawa zastrzeżone", "hakları saklıdır", "права защищены", "版权所有", "禁止转载", "不得转载", "無断転載",
    "копирование", "воспроизведение", "请注明出处", "请注明来源", "(c) 19", "(c) 20", "перепечатка",
    "무단 전재", "무단전재", "저작권자", "محفوظ", "copyright", "सर्वाधिकार सुरक्षित",
    "alle rechten voorbehouden", "hak cipta", "усі права захищені",
    "riproduzione riservata", "riproduzione vietata", "vietata la riproduzione", "reproduction interdite",
    "prohibida la reproducción", "prohibida su reproducción", "proibida a reprodução", "reprodução proibida",
    "nachdruck verboten",
    "با ذکر منبع", "обязательна", "обов'язков", "(c) agen",
    *PERMISSIONS,
)  # fmt: skip
_FOLDED = tuple(map(fold, _PHRASES))
_HINT = lazy_pattern("|".join(map(re.escape, _FOLDED)))
_SHORT, _LONG = 160, 400
_YEAR = r"(?:19|20)\d\d"
_OWNER = lazy_pattern(
    rf"(?:\(c\)|©)[\s:]*(?:copyright|by\b)?[^\n]{{0,80}}?\b{_YEAR}\b|\b{_YEAR}\s?(?:©|\(c\))"
    rf"|^\W{{0,3}}copyright[\s:]*(?:(?:©|\(c\)|by\b)|{_YEAR}\b|(?:[\w.&]{{1,30}}\s){{1,4}}{_YEAR}\b\W{{0,3}}$)|^©\s?copyright\b"
    r"|^\W{0,3}copyright (?:the|by:?) \S[^\n]{2,40}$"
    r"|^ⓒ\s?[\w. ]{2,30}|^(?:\(c\)|©)\s?agen(?:cia|ce|cy|zia|tur)\b[^\n.!?]{2,40}$",
    re.IGNORECASE,
)
_RIGHTS = lazy_pattern(
    r"(?<!\band )(?<!\bthat )(?<!\bof )(?<!\bthe )all rights? reserved"
    r"|may not be published, broadcast|alle rechte vorbehalten|tous droits r[ée]serv[ée]s"
    r"|derechos reservados|direitos reservados|diritti riservati|prawa zastrzeżone|hakları saklıdır|права защищены"
    r"|перепечатк[аи][^.]{0,60}(?:запрещена|допускается|разрешена)"
    r"|版权所有(?![者人权])|未经[^。]{0,20}(?:禁止|不得)转载|禁止转载|转载(?:时)?(?:请|须|务必|必须)注明(?:出处|来源)"
    r"|無断(?:転載|複製)[^。]{0,20}(?:禁|お断り|ご遠慮|できません)[^。]{0,6}[。.]?(?:\s?(?:copyright|©|\(c\))[^。]{0,60})?$"
    r"|저작권자(?![가는를에와도])[^\n]{0,40}(?:금지|무단)"
    r"|무단 ?(?:전재|복제|복사)[^.]{0,30}금지(?:(?![가-힣])|합니다|됩니다|함|하며)"
    r"|सर्वाधिकार सुरक्षित|alle rechten voorbehouden"
    r"|усі права захищені"
    r"|(?:копирование|воспроизведение|распространение|использование) [^.\n]{0,60}(?:запрещен[оаы]|не допускается)\b"
    r"|(?:при|за) (?:\w{4,16} )?"
    r"(?:полном|частичном|любом|использован|цитирован|копирован|перепечатк|повн|частков|використан|передру)"
    r"[^\n]{0,90}(?:ссылк[аи]|указание|посилання)[^\n]{0,50}об(?:язательн|ов['’]язков)[^\n]{0,6}$"
    r"|(?:استفاده|نقل|بازنشر)[^.]{0,40}با ذکر منبع|hak cipta dilindungi"
    r"|(?:جميع |كافة |كل )?(?:ال)?حقوق[^.«»\"]{0,40}(?:محفوظة|محفوظ (?:است|می))"
    r"|^\W{0,3}(?:©[^\n]{2,60}\.\s+)?"
    r"(?:riproduzione (?:riservata|vietata)|vietata la riproduzione|(?:toute )?reproduction interdite"
    r"|(?:queda )?prohibida (?:la|su) reproducción|(?:é )?proibida a reprodução|reprodução proibida|nachdruck verboten)"
    r"(?!\s(?:par|pour|por|per|von|durch|da|del|des|de la|di)\b)",
    re.IGNORECASE,
)
_PICTURE = lazy_pattern(
    r"(?:Fotos?|Photos?|Bild(?:er)?|Images?|Pictures?|Fotoğraf|Фото|Crédit photo|写真|사진|图片|صورة|عکس)\s?[:：=]"
)
"""A line that begins so says whose picture it is."""
_QUOTED = lazy_pattern(r"[\"'“”«»„‘’][^\"“”«»„]{0,3}$")
_OPENING = '“«„「『"'
_CLOSING = '”»“」』"'
_ASKED = ("?", "？", "؟")
_PROSE = lazy_pattern(r"\b(?:said|says|told|argued|ruled|sued|wrote|sagte|sagten)\b")


_SENTENCE: Final = lazy_pattern(r"(?<=[^\W\d_]{3}[.!?؟।۔])\s+(?=\S)|(?<=[。！？])(?=\S)")
_OWNED: Final = lazy_pattern(rf"(?i)©|\(c\)|copyright|\b{_YEAR}\W{{0,3}}$")
_TEXT: Final = 40
"""Width of what stands before a notice on its line and is no part of it."""


class CopyrightLine(DocumentRule):
    """Whole lines, and ends of lines, that name an owner and a year or reserve rights in the words that all use."""

    family = "wire"
    severity = Severity.INFO
    subsumes = COPIES
    needs = Needs(characters=frozenset("©ⓒ"), literals=frozenset(_FOLDED), substrings=frozenset(LONG))

    def check(self, document: Document) -> Iterator[Finding]:
        for block, key in zip(document.blocks, document.keys, strict=True):
            text = block.text
            signed = "©" in text or "ⓒ" in text
            if not (signed or (_HINT.search(key) if len(text) <= _SHORT else holds_any(text, LONG))):
                continue
            if start := _behind_text(text):
                span = Span(block.start + start, block.end)
                before = Span(block.start + len(text[:start].rstrip()), block.end)
                fix = Fix("delete the notice", (Edit(before),), Safety.UNSAFE)
                yield self.finding(document, span, "copyright line glued to the text", kind="glued", fix=fix)
            elif _is_short(text, signed) and _is_copyright(text):
                fix = delete_lines(document, *block.span, "delete the line", Safety.UNSAFE)
                yield self.finding(document, block, "copyright line", fix=fix)


def _is_short(line: str, signed: bool) -> bool:
    return len(line) <= _SHORT or (len(line) <= _LONG and (signed or is_notice(line)))


def _behind_text(line: str) -> int:
    """Where the notice begins that stands behind a sentence of something else; 0 where none does."""
    least = len(line) - _LONG
    for match in _SENTENCE.finditer(line):
        start = match.end()
        if start >= least and _is_copyright(line[start:]):
            whole = width(line[:start]) < _TEXT or _OWNED.search(line, 0, start) or _is_copyright(line[:start])
            return 0 if whole else start
    return 0


def _is_quoted(line: str, place: int) -> bool:
    """Whether a quotation that began behind the first words of a line is still open at a place, or ends before more."""
    opened = max((line.rfind(sign, 0, place + 1) for sign in _OPENING), default=-1)
    if opened < 0 or any(sign in line[opened + 1 : place] for sign in _CLOSING):
        return False
    closed = min((end for sign in _CLOSING if (end := line.find(sign, place)) >= 0), default=len(line))
    return opened > 0 or any(map(str.isalpha, line[closed + 1 :]))


def _is_copyright(line: str) -> bool:
    found = is_notice(line)
    if not found and (rights := _RIGHTS.search(line)):
        found = not _QUOTED.search(line[: rights.start()]) and line[rights.end() : rights.end() + 1] not in _ASKED
        found = found and not _is_quoted(line, rights.start())
    if not found and (owner := _OWNER.search(line)):
        found = owner.start() <= 40 and not _PICTURE.match(line) and not _is_quoted(line, owner.start())
    return found and not _PROSE.search(line)
