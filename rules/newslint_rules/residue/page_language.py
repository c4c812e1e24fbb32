"""Whether a line says nothing but what pages say of themselves, and in which language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from .page_words import UNSPACED, Says, page_words

LONGEST: Final = 90
"""Characters of a label."""
MOST: Final = 10
"""Words of a label."""
ENOUGH: Final = 4
"""Points of a label: one act and one thing, or one word that is sure and one that points."""
POINTS: Final = {Says.FILLERS: 0, Says.POINTERS: 1, Says.THINGS: 2, Says.ACTS: 2, Says.SURELY: 3}
SIGNS: Final = ".,:;!?()[]<>|/\"'+-*…·•»«›‹×→↓↑▶►▼。，！？：；、（）【】「」《》।؟،؛"
"""What stands around words."""
NETWORKS: Final = frozenset((
    "facebook", "facebook-f", "twitter", "instagram", "youtube", "linkedin", "linkedin-in", "whatsapp", "pinterest",
    "reddit", "tumblr", "telegram", "messenger", "flipboard", "threads", "bluesky", "mastodon", "tiktok", "snapchat",
    "weibo", "wechat", "viber", "skype", "digg", "delicious", "stumbleupon", "pocket", "xing", "vk", "google+", "line",
))  # fmt: skip
JOINING: Final = frozenset((
    "google", "x", "print", "email", "mail", "sms", "rss", "and", "plus", "link", "copy", "more", "tweet", "share",
))  # fmt: skip
"""Buttons and words that stand in a row with networks."""
_ROW: Final = 3
"""Networks that make a row of buttons."""
_NOT_ALONE: Final = frozenset((
    "del", "dela", "deel", "klik", "tippen", "galerie", "galeria", "galería", "cookies", "tisk", "masuk", "cetak",
    "galeri", "giriş", "e-mail",
))  # fmt: skip
"""Words that alone on a line may be something else."""
UNSPACED_FROM: Final = "\u0e00"
"""The first of the scripts here that set no blanks between words: Thai."""
_LONGEST_UNSPACED: Final = 28
"""Characters of a label without blanks."""
_LONGEST_WORD: Final = 12
"""Characters of a word of those."""


def language_of_label(text: str, most: int = MOST, enough: int = ENOUGH) -> str:
    """The language in which a line says nothing but what pages say, and enough of it; empty for any other line.

    Args:
        text: in comparison form.
        most: words.
        enough: points.
    """
    words = [word for part in text.split() if (word := part.strip(SIGNS)) and not word.isdecimal()]
    if not words or len(words) > most or '"' in text:
        return ""
    if sum(word in NETWORKS for word in words) >= _ROW and all(word in NETWORKS or word in JOINING for word in words):
        return "en"
    if any("-" in word for word in words) and (of_parts := language_of_label(text.replace("-", " "), most, enough)):
        return of_parts
    alone = len(words) == 1
    for language, told in page_words().items():
        if language in UNSPACED or words[0] not in told:
            continue
        if alone:
            if most == MOST and told[words[0]] is Says.SURELY and words[0] not in _NOT_ALONE:
                return language
        elif _enough(map(told.get, words), enough):
            return language
    joined = "".join(words)
    if joined < UNSPACED_FROM or len(joined) > _LONGEST_UNSPACED:
        return ""
    return next((code for code in sorted(UNSPACED) if _enough(_cut(joined, page_words()[code]), enough)), "")


def _enough(said: Iterable[Says | None], enough: int) -> bool:
    points, acts = 0, False
    for says in said:
        if says is None:
            return False
        points += POINTS[says]
        acts = acts or says >= Says.ACTS
    return acts and points >= enough


def _cut(text: str, says: Mapping[str, Says]) -> list[Says | None]:
    """What the words of a line say that sets no blanks, in as few words as can be; empty where it holds others."""
    best: list[list[Says | None] | None] = [[]]
    for end in range(1, len(text) + 1):
        found: list[Says | None] | None = None
        for start in range(max(0, end - _LONGEST_WORD), end):
            before, own = best[start], says.get(text[start:end])
            if before is not None and own is not None and (found is None or len(before) + 1 < len(found)):
                found = [*before, own]
        best.append(found)
    return best[-1] or []
