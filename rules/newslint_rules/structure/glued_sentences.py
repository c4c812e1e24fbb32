"""glued-sentences: no space between two sentences."""

from __future__ import annotations

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
    character_set,
    lazy_pattern,
)
from newslint_rules.searching import places

# A small letter, an end mark, a capital: found first, because it is rare; what stands around it is looked at then.
# One expression for each mark: a search for a single character runs four times as fast as one for a set.
_SMALL: Final = "a-zß-ÿ\u0101-\u024f\u0430-\u045f"
_CAPITAL: Final = "A-ZÀ-Þ\u0410-\u042f\u0401"
_SEAMS: Final = {
    mark: lazy_pattern(rf'\{mark}(?<=[{_SMALL}]\{mark})["\u201d\u2019\u00bb)]?(?=["\u201c\u00ab]?[{_CAPITAL}])')
    for mark in ".!?"
}
_BEFORE: Final = lazy_pattern(r"[^\W\d_]{3,}$|(?<!\w)[^\W\d_]{2}$")
_AFTER: Final = lazy_pattern(
    r"[\"\u201c\u00ab]?(?:[^\W\d_](?:[^\W\d_]|['\u2019](?=\w))*[a-zß-ÿ\u0101-\u024f\u0430-\u045f]|[AI](?= ))"
    r"(?=[\s,;:.'\u2019\u201d\"\u2013\u2014-]|$)"
)
_OPENS: Final = r"(?:The|He|She|It|We|You|In|On|At|As|And|But|For|If|So|No|My|His|Her|Our|Th\w+|Wh\w+|How)\b"
_BRAND: Final = lazy_pattern(rf"(?<!\w)(?:[a-z]{{1,2}})?[A-Z]\w*\.(?!{_OPENS})\w{{2,3}}\b")
_DOTTED_NAME: Final = lazy_pattern(r"[(\[\"\u201c\u201e\u00ab\u00bb]?(?:[A-ZÀ-Þ][^\W\d_]+\.){2,8}[A-ZÀ-Þ][^\W\d_]+\b")
"""`Harbour.Light.Works`: a name, a motto; sentences of one word each are rarer."""
_TITLE: Final = lazy_pattern(rf"[A-ZÀ-Þ][^\W\d_]+\.(?!{_OPENS})[A-ZÀ-Þ][^\W\d_]+(?=[^\w.]|$)")
"""`Harbour.Works`: the name of a firm or a site where it is said again, or where its line holds little else."""
_NAMED_BEFORE: Final = lazy_pattern(
    r"(?i:\b(?:[a-zà-ÿ]{0,24}portal|[a-zà-ÿ]{0,24}magazin|[a-zà-ÿ]{0,24}dienst|[a-zà-ÿ]{0,24}plattform|(?:web)?site|webseite"
    r"|portail|sitio|portale|outlet|platform|publisher|start-?up|newsletter|app|firm|agency|agentur))\s[\"\u201c\u201e\u00ab]?\Z"
)
"""What such a name is, said before it: `the news site Harbour.Works`."""
_DAYS: Final = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun", "Today", "Here")
_CONTEXT: Final = 8
"""Characters before it that are others where it is said again, not where a paragraph is."""
_AROUND: Final = 4000
"""Characters on both sides in which it is said again."""
_FEW, _LINE = 3, 60
"""Words, and characters on both sides, of a line that holds little else."""
_ADDRESS: Final = lazy_pattern(
    r"[/@#=_\\<>]|www\.|\.(?i:com|net|org|js|io|tv|uk|gov|edu|info|html?|php)\b"
    r"|\.(?:pdf|txt|docx?|xlsx?|csv|zip|exe|json|jpe?g|png)\b"
)
_ABBREVIATION: Final = lazy_pattern(
    r"\b(?i:mrs?|ms|dr|rev|st|mt|[js]r|vs|no|gen|col|sen|rep|gov|prof|inc|ltd|co|corp|lt|sgt|ft|hon|messrs|dept|vol|"
    r"feat|mme|mlle|mgr|ste|sra|dra|srta|sig|dott|hr|fr|"
    r"bzw|usw|str|tel|abb|sog|vgl|ca|им|ул|гг?|стр|тыс|млн|руб|проф|акад)$"
)
_DEVANAGARI: Final = "\u0904-\u0939\u0958-\u0961"
_INDIC: Final = lazy_pattern(
    f"[.।!?](?=[{_DEVANAGARI}][\u0900-\u0963])(?<=[\u0900-\u0963\u0970-\u097f]{{2}}.)"
    "(?<!\\.[\u0900-\u0963]{2}\\.)(?<!\\.[\u0900-\u0963]{3}\\.)(?!कॉम\\b)(?<!\\bडॉ.)(?<!\\bमो.)(?<!\\bरु.)(?<!\\bनं.)(?<!\\bप्रो.)(?<!\\bश्री.)(?<!\\bपं.)(?<!\\bकु.)(?<!\\bडा.)(?<!\\bइं.)(?!.[\u0900-\u0963]{0,2}\\.)"
)
_ARABIC_LETTERS: Final = "\u0621-\u064a\u067e-\u06d3"
_ARABIC_LETTER: Final = f"[{_ARABIC_LETTERS}]"
_ARABIC_INITIALS: Final = "إيه|بي|سي|دي|إف|جي|إتش|آي|جيه|كيه|إل|إم|كيو|آر|إس|تي|يو|دبليو|إكس|واي|زد"
"""Names of Latin letters; those that are words with which sentences begin (`إن`, `في`, `أو`) are left out."""
_ARABIC: Final = tuple(  # not inside the spelled initials of a foreign station: (كيه.إيه.بي.سي)
    lazy_pattern(
        rf"\{mark}(?={_ARABIC_LETTER}{{3}}|{_ARABIC_LETTER}{{2}}\s)(?!{_ARABIC_LETTER}{{1,4}}[.)])"
        rf"(?!(?:كوم|نت|أورغ|أورج|إنفو|{_ARABIC_INITIALS})(?!{_ARABIC_LETTER}))"
        rf"(?<={_ARABIC_LETTER}{{3}}.)(?<!\.{_ARABIC_LETTER}{{3}}.)"
    )
    for mark in ".!؟"
)

_CHAIN: Final = lazy_pattern(r"[^\W\d_]{1,6}\.[^\W\d_]")
"""A short word, a full stop and a letter: `Gen.m.b.H.` behind `reg.`"""
_POSTED: Final = lazy_pattern(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec) \d{1,2}, \d{4}$"
)
"""The date of an embedded post."""
_CENTURIES: Final = (", 20", ", 19")
_POST: Final = lazy_pattern(r"[A-Za-z]|[\u201c\"][A-Za-z]")
"""How the next sentence begins."""
_COLON: Final = lazy_pattern(
    r":(?<=[a-z]{3}:)(?=(?:[\u201c\"]?[A-Z][a-z]+(?:['\u2019][a-z]+)? [a-z]{2}|[AI] [a-z]{2}))"
)
_VIDEO: Final = lazy_pattern(r"(?:youtu\.be/|watch\?v=)[\w-]{11}(?=[A-Z][a-z]+ [a-z])")
"""The address of an embedded video; its last part has eleven characters."""
_NAMED: Final = lazy_pattern(r"[A-Z][\w'\u2019-]*$")
"""Before a colon without a blank: a title of two parts rather than two sentences."""

_OPENERS: Final = {
    letter: lazy_pattern(rf"{letter}(?<=[a-zß-ÿ]{{3}}{letter})(?:{ends}) (?=[a-zß-ÿ]{{2}})")
    for letter, ends in {
        "A": "fter|lthough|nd|nother|ccording|s|ber|uf",
        "B": "ut|efore|ecause",
        "D": "espite|uring|er|ie|as",
        "E": "ine",
        "F": "or",
        "H": "ow|owever|er",
        "I": "f|n(?<!LinkedIn)(?= (?:the|an?|th(?:is|at)|h(?:is|er)|its|their|our) )",
        "N": "ot|ach",
        "S": "he|ince",
        "T": "h(?:e(?:se|re|y)?|is|ose)",
        "U": "nd",
        "W": "h(?:at|en|ile|y|o)|e|ir|enn",
    }.items()
}
"""Words that open an English or a German sentence, glued to the small letters of a subhead, a name or a credit.

Where they also end names of firms (`LinkedIn`) they are left out. One expression for each capital, as above.
"""
_TAGGED: Final = lazy_pattern(r"[#@/_]")

_MARKED_ARABIC: Final = lazy_pattern(rf"(?<={_ARABIC_LETTER}{{2}}[\u064b-\u0652])[.!؟](?={_ARABIC_LETTER}{{3}})")
"""The same behind a vowel sign."""

_KOREAN: Final = lazy_pattern(r"[\uac00-\ud7a3][다요죠][.!?](?=[\uac00-\ud7a3]{2})")
"""How Korean verbs end before the mark: `밝혔다.이어`; `_is_verb` says whether it is one."""
_POLITE: Final = "어아해세에여예네까"
_PLAIN: Final = "니이"
_FINALS: Final = (4, 18, 20)
"""Last consonants (n, ps, ss) of the syllable before `다` in a verb, by their place in Unicode's order of syllables."""

_OTHER_SCRIPTS: Final = (
    (character_set(_DEVANAGARI), _INDIC),
    *((character_set(_ARABIC_LETTERS), pattern) for pattern in (*_ARABIC, _MARKED_ARABIC)),
)
"""Letters of which one stands in every match, and the expression."""


_VERB_ENDS: Final = frozenset("다요죠")


class GluedSentences(DocumentRule):
    """End marks with a letter on both sides, where script, capitals and the words around say that a sentence ended."""

    family = "structure"
    needs = Needs(
        joints=frozenset((
            (_SMALL, ".!?", _CAPITAL),
            (_SMALL, ".!?", '"\u201d\u2019\u00bb)', _CAPITAL + '"\u201c\u00ab'),
            (_SMALL, ".!?", '"\u201c\u00ab', _CAPITAL),
            ("09", "0-9", "0-9", 'A-Za-z"\u201c'),
            ("a-z", ":", 'A-Z"\u201c'),
            ("a-zß-ÿ", "T", "h", "eio"),
            ("a-zß-ÿ", "W", "h", "aeioy"),
            ("a-zß-ÿ", "W", "ei", " rn"),
            ("a-zß-ÿ", "ADFHNU", "abcefilnosuw", " abcdeforstw"),
            ("a-zß-ÿ", "BIES", "efhinu", " cefnt"),
            (".!?", _DEVANAGARI),
            ("।", _DEVANAGARI),
            (".!؟", _ARABIC_LETTERS),
            ("다요죠", ".!?", "가-힣"),
        )),
        substrings=frozenset({"youtu.be/", "youtube.com/watch"}),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        for mark, pattern in _SEAMS.items():
            for seam in pattern.finditer(text) if mark in text else ():
                if _is_seam(text, *seam.span()):
                    yield self._found(document, *seam.span())
        for end in _posted(text):
            yield self._found(document, end - 4, end)
        for match in _VIDEO.finditer(text) if "youtu" in text else ():
            yield self._found(document, match.end() - 1, match.end())
        for match in _COLON.finditer(text) if ":" in text else ():
            if not _NAMED.search(text, max(0, match.start() - 24), match.start()):
                yield self._found(document, *match.span())
        for letter, pattern in _OPENERS.items():
            for match in pattern.finditer(text) if letter in text else ():
                if not _TAGGED.search(text[max(0, match.start() - 30) : match.start()].rsplit(None, 1)[-1]):
                    yield self._found(document, match.start() - 1, match.start())
        for letters, pattern in _OTHER_SCRIPTS:
            if not letters.isdisjoint(document.rare_characters):
                for match in pattern.finditer(text):
                    yield self._found(document, *match.span())

        if not _VERB_ENDS.isdisjoint(document.rare_characters):
            for match in _KOREAN.finditer(text):
                if _is_verb(match[0]):
                    yield self._found(document, match.end() - 1, match.end(), Severity.INFO)  # none was found yet

    def _found(self, document: Document, start: int, end: int, severity: Severity | None = None) -> Finding:
        fix = Fix("put a space", (Edit(Span(end, end), " "),), Safety.UNSAFE)
        return self.finding(document, Span(start, end), "no space between two sentences", fix=fix, severity=severity)


def _is_verb(end: str) -> bool:
    """Whether a Korean syllable and `다`, `요` or `죠` behind it end a verb, not a noun: `바다`, `수요`."""
    before, last = end[0], end[1]
    if last == "다":
        return before in _PLAIN or (ord(before) - 0xAC00) % 28 in _FINALS
    return last == "죠" or before in _POLITE


def _posted(text: str) -> Iterator[int]:
    """Where the date of an embedded post ends, and a sentence begins without a blank."""
    for century in _CENTURIES:
        for place in places(text, century):
            end = place + len(century) + 2
            if _POST.match(text, end) and _POSTED.search(text, max(0, end - 20), end):
                yield end


def _is_seam(text: str, start: int, end: int) -> bool:
    """Whether the words around an end mark are words, not an address, a file name, an abbreviation or a brand."""
    before = text[max(0, start - 40) : start]
    after = text[end : end + 40]
    word_before, word_after = before.split()[-1:], after.split()[:1]
    token = "".join((*word_before, text[start:end], *word_after))
    if _ADDRESS.search(token) or _ABBREVIATION.search(before) or _BRAND.match(token) or _DOTTED_NAME.match(token):
        return False
    if not (_BEFORE.search(before) and _AFTER.match(after)) or _CHAIN.match(after):
        return False
    name = _TITLE.match(token.lstrip('(["\u201c\u201e\u00ab'))
    return not (name and _is_title(text, name[0], end))


def _is_title(text: str, name: str, place: int) -> bool:
    """Whether two words with a point between them stand behind what they name, elsewhere, or nearly alone in a line."""
    first = place - name.index(".") - 1
    if not text.startswith(name, first):
        return False
    left, right = max(0, first - _AROUND), first + _AROUND
    if not name.startswith(_DAYS) and _NAMED_BEFORE.search(text, max(0, first - _LINE), first):
        return True
    again = text.find(name, left, right)
    while again >= 0:
        if again != first and text[max(0, again - _CONTEXT) : again] != text[max(0, first - _CONTEXT) : first]:
            return True
        again = text.find(name, again + len(name), right)
    before, after = text[max(0, first - _LINE) : place], text[place : place + _LINE]
    line = before[before.rfind("\n") + 1 :] + after.partition("\n")[0]
    words = line.split()
    return len(words) <= _FEW and line.rstrip()[-1:].isalpha() and not any(word[0].islower() for word in words)
