"""The facts of a block: figures, also spelled, and names inside a sentence. They tell a copy from a template."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from newslint.text import normalize

from .codes import STRIPPED
from .trim import AGENCIES, trim

_SMALL: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS: Final = {
    word: 10 * tens
    for tens, word in enumerate(re.findall(r"\w+", "twenty thirty forty fifty sixty seventy eighty ninety"), 2)
}
SPELLED: Final = {word: value for value, word in enumerate(re.findall(r"\w+", _SMALL)) if value > 1} | _TENS
"""Spelled figures. Zero and one are left out: they are more often no figure."""

_LEFT_OUT: Final = frozenset(
    re.findall(
        r"\w+",
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
        "i mr mrs ms dr photo file image " + AGENCIES.casefold(),
    )
)
"""Capitalised words that copies change freely: weekdays, agencies, forms of address."""

_TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[.!?:;\u2026\"\u201c\u201d\u2018()\[\]\u2013\u2014\n]|\s-\s")
_THOUSANDS: Final = re.compile(r",(?=\d{3}(?!\d))")
_NEAR_BUDGET: Final = 4000
MONTHS: Final = {
    name[:size]: name
    for name in ("january", "february", "august", "september", "october", "november", "december")
    for size in (3, 4)
}
"""Abbreviated months, as copies spell them out."""

_GERMAN: Final = frozenset(
    re.findall(r"\w+", "der die das und ist nicht den dem des ein eine von mit auf sich im wird")
)


class Facts(NamedTuple):
    """What a block states.

    Attributes:
        stated: figures (`1,000` is `1000`) and names, folded.
        words: all its words and figures, folded: a name may stand at the start of a sentence in the other copy.
    """

    stated: frozenset[str]
    words: frozenset[str]


def facts_of(text: str) -> Facts:
    """The facts of one block, its dateline and credit left out.

    Names are capitalised words inside a sentence, so scripts without capitals have figures only; and so has German,
    where every noun has a capital.
    """
    text = trim(text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", STRIPPED.sub("", normalize("NFD", normalize("NFKC", text))))
    tokens, words = _tokens(text)
    seen = frozenset(words)
    stated = {word for word in seen if word[0].isdecimal()}
    if not seen.isdisjoint(SPELLED):
        stated |= _spelled(words)
    if len(seen & _GERMAN) < 2 + len(seen) // 20:
        stated.update(
            word
            for token, word, before in zip(tokens[1:], words[1:], tokens, strict=False)
            if token[0].isupper() and len(token) > 1 and before[0].isalnum() and word not in _LEFT_OUT
        )
    return Facts(frozenset(stated - SPELLED.keys()), seen | stated)


def _tokens(text: str) -> tuple[list[str], list[str]]:
    """Words, figures and punctuation as they are, and folded."""
    tokens, words = _TOKEN.findall(text), _TOKEN.findall(text.casefold())
    if len(tokens) != len(words):  # a letter that folds to more than letters
        words = [token.casefold() for token in tokens]
    if "," in text or not text.isascii():
        words = [figure(word) if word[0].isdecimal() else word for word in words]
    return tokens, [MONTHS.get(word, word) for word in words] if not MONTHS.keys().isdisjoint(words) else words


def agreement(one: Facts, other: Facts) -> tuple[float, int]:
    """How far two blocks state the same.

    A name of five letters and more also stands in the other where one letter is wrong: scans and typists err.

    Returns:
        The share (0 to 1) of the facts of the block with fewer that stand in the other, and how many facts that is.
    """
    small, large = (one, other) if len(one.stated) <= len(other.stated) else (other, one)
    if not small.stated:
        return 1.0, 0
    missing = small.stated - large.words
    found = len(small.stated) - len(missing)
    if missing and len(large.words) * len(missing) <= _NEAR_BUDGET:
        found += sum(_misspelled(word, large.words) for word in missing if len(word) > 4 and not word[0].isdecimal())
    return found / len(small.stated), len(small.stated)


def _misspelled(word: str, words: frozenset[str]) -> bool:
    return any(
        abs(len(other) - len(word)) < 2 and other[0].isalpha() and _one_edit(word, other)
        for other in words
        if other[0] == word[0] or other[-1] == word[-1]
    )


def _one_edit(word: str, other: str) -> bool:
    """Whether one letter replaced, dropped or added makes one word of the other."""
    short, long = (word, other) if len(word) <= len(other) else (other, word)
    same = 0
    while same < len(short) and short[same] == long[same]:
        same += 1
    return short[same + (len(short) == len(long)) :] == long[same + 1 :]


def _spelled(words: list[str]) -> set[str]:
    """The spelled figures, as digits; `twenty five` is one figure."""
    figures: set[str] = set()
    tens = 0
    for word in words:
        value = SPELLED.get(word, 0)
        if value and not (tens and value < 10):
            figures.add(str(value))
        elif value:
            figures.discard(str(tens))
            figures.add(str(tens + value))
        tens = _TENS.get(word, 0)
    return figures


def figure(token: str) -> str:
    """A figure in ASCII digits, without separators of thousands."""
    if not token.isascii():
        token = "".join([str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in token])
    return _THOUSANDS.sub("", token) if "," in token else token


def folded(word: str) -> str:
    """A word without case and without marks that are no vowels."""
    word = word.casefold()
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", STRIPPED.sub("", normalize("NFD", word))).replace("\u0131", "i")
