"""What lines share without being copies: they are pieces of sentences, or forms that are filled in with something else.

Across documents the facts decide (`newslint.similarity`), and two captions of one picture differ in a word. Inside a
document whoever wrote it wrote both: the fourth question of a list, the next button, the same rule for another player.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final

from newslint import lazy_pattern

SHORT: Final = 25
"""Words of the longest form; longer paragraphs that differ in a word are copies."""
ENTRY: Final = 40
"""The same of an entry that names itself in quotation marks."""
SAME: Final = 0.6
"""Share of the longer one's words that is printed on a form."""
FILLED: Final = 5
"""Words at most that are filled in at one place."""
ASKED: Final = 3
"""Words of the shortest question that a list asks again and again."""
LABEL: Final = 3
"""Words at most of a name in quotation marks; more are a quotation."""
LONGEST: Final = 1000
"""Characters of an answer, or of what is quoted, that tell which one it is."""
ANSWERED: Final = 0.8
"""Resemblance of two answers from which on they are one."""
WHOLE: Final = 0.9
PART: Final = 20
"""How much of a shorter part than these words must stand in the other: a title shares its words with what it is of."""

REFUSED: Final = 120
"""Characters of the longest sentence that says but that somebody had no comment."""
FRAGMENT: Final = 15
"""Fewer words than these behind a line break inside a sentence are no paragraph of their own."""
UNSPACED: Final = 12
"""Letters a word from which on a script has no spaces, so that words cannot be counted."""

_REFUSAL: Final = lazy_pattern(
    r"\b(?:(?:did|ha[sd]|have)(?: not|n['\u2019]t) (?:immediately |yet |so far )*(?:respond|return|answer|repl)\w*\b"
    r"[^.!?]{0,40}\b(?:requests?|calls?|messages?|e-?mails?|quer(?:y|ies)|inquir(?:y|ies)|questions?|comment)"
    r"|(?:declined|refused) (?:to |(?:any )?further )?comment"
    r"|(?:not (?:immediately )?|un)available (?:for|to) comment)\b",
    re.IGNORECASE,
)
_NEXT_SENTENCE: Final = lazy_pattern(
    r"(?<=\w{4})(?<!Corp)(?<!Prof)(?<!Capt)[.!?][\"\u201d\u2019)]*\s+(?=[\"\u201c\u2018(]?[^\W\d_a-z])"
)
"""Where another sentence begins; shorter words before a full stop are forms of address (`Ms. Oddsen`)."""
_WORD: Final = lazy_pattern(r"\w+(?:[.,:'\u2019_/-]+\w+)*")
_QUESTION: Final = lazy_pattern(r"[^?\u061f]{8,200}[?\u061f](?=\s)")
_SAID: Final = lazy_pattern(
    '["\u201c\u201e\u00ab][\\s\u00a0]?([^"\u201c-\u201f\u00ab\u00bb\\n]{2,200}?)[\\s\u00a0]?["\u201c\u201d\u00bb]'
)
_HOUR: Final = lazy_pattern(r"\d{1,2}[:.]\d\d")
_QUOTE: Final = lazy_pattern('["\u201c\u201d\u201e\u00ab\u00bb]')


def is_filled_in(one: str, other: str) -> bool:
    """Whether two lines of one document are uses of a form, though their words are nearly the same."""
    words, others = _WORD.findall(one), _WORD.findall(other)
    if _is_answered_otherwise(one, other) or _is_asked_otherwise(one, other):
        return True
    longest = max(len(words), len(others))
    if not words or not others or longest > ENTRY:
        return False
    if _is_named_otherwise(one, other):
        return True
    if longest > SHORT:
        return False
    if _is_of_another_hour(words[0], others[0]):
        return True
    matcher = SequenceMatcher(None, _words(one), _words(other), autojunk=False)
    slots = [(words[a:b], others[c:d]) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]
    same = sum(size for _, _, size in matcher.get_matching_blocks())
    return (
        same >= SAME * max(len(words), len(others))
        and all(mine and theirs and max(len(mine), len(theirs)) <= FILLED for mine, theirs in slots)
        and any(_is_slot(mine, theirs) for mine, theirs in slots)
    )


def is_part_by_chance(one: str, other: str, jaccard: float, containment: float) -> bool:
    """Whether a short line shares most of its words with a longer one and says something else."""
    short = min(one, other, key=len)
    words = len(_words(short))
    spaced = words * UNSPACED > len(short)
    return spaced and words < PART and containment < WHOLE and jaccard < SAME


def is_fragment(text: str) -> bool:
    """Whether a short line goes on from the middle of a sentence: `per share, from the sale of its yard`."""
    return text[0].islower() and len(_words(text)) < FRAGMENT


def is_refusal(text: str) -> bool:
    """Whether a short text says but that somebody had no comment, as each story has it of its own people."""
    return len(text) <= REFUSED and all(map(_REFUSAL.search, _NEXT_SENTENCE.split(text)))


def is_quoted(text: str, source: str) -> bool:
    """Whether a line stands between quotation marks, and what it is taken from does not."""
    marked = bool(_QUOTE.match(text)) and bool(_QUOTE.search(text, len(text) - 3))
    return marked and not _QUOTE.search(source)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _is_slot(mine: list[str], theirs: list[str]) -> bool:
    """Names and figures, or longer words; neither another spelling or ending, nor an article or a preposition."""
    one, other = " ".join(mine), " ".join(theirs)
    if _is_spelling(one.casefold(), other.casefold()):
        return any(map(str.isdecimal, one + other))
    return max(len(one), len(other)) > 4 or any(word[0].isupper() or word[0].isdecimal() for word in (*mine, *theirs))


def _is_spelling(one: str, other: str) -> bool:
    return one[:3] == other[:3] or SequenceMatcher(None, one, other, autojunk=False).ratio() >= ANSWERED


def _is_of_another_hour(one: str, other: str) -> bool:
    return one != other and bool(_HOUR.fullmatch(one) and _HOUR.fullmatch(other))


def _is_named_otherwise(one: str, other: str) -> bool:
    """Whether each line names something in quotation marks, and the other does not: the next cookie of a list."""
    one, other = (" ".join(text.casefold().split()) for text in (one, other))
    named, again = ([said for said in _SAID.findall(text) if _WORD.search(said)] for text in (one, other))
    if not named or not again or max(len(_words(said)) for said in (*named, *again)) > LABEL:
        return False
    if any(said in other for said in named) or any(said in one for said in again):
        return False
    return not any(_is_spelling(mine, theirs) for mine in named for theirs in again)


def _is_answered_otherwise(one: str, other: str) -> bool:
    asked, again = _QUESTION.match(one), _QUESTION.match(other)
    if not asked or not again or _words(asked[0]) != _words(again[0]) or len(_words(asked[0])) < ASKED:
        return False
    answers = _words(one[asked.end() :][:LONGEST]), _words(other[again.end() :][:LONGEST])
    return SequenceMatcher(None, *answers, autojunk=False).ratio() < ANSWERED


def _is_asked_otherwise(one: str, other: str) -> bool:
    """Whether two exchanges share one quotation and differ in the other: other questions, one answer."""
    said, again = ({said.casefold() for said in _SAID.findall(text) if " " in said} for text in (one, other))
    if min(len(said), len(again)) < 2 or said.isdisjoint(again):
        return False
    mine, theirs = (_words(" ".join(sorted(some))[:LONGEST]) for some in (said - again, again - said))
    return bool(mine and theirs) and SequenceMatcher(None, mine, theirs, autojunk=False).ratio() < ANSWERED
