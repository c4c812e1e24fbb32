"""The headline printed again above or inside the story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import ClassVar, Final

from newslint import (
    OPENING,
    PARAGRAPH,
    Block,
    Count,
    Document,
    DocumentRule,
    Finding,
    Location,
    Needs,
    Related,
    Safety,
    Severity,
    delete_lines,
    fold,
    lazy_pattern,
)
from newslint_rules.by_article import by_article
from newslint_rules.searching import holds_any

from .lines import LONGEST, VERSE, above_story, is_called, is_headline, is_of_story, is_sung, width

LONG: Final = 40
"""A headline of this width is looked for so many times further down: below the menus of a page."""
FURTHER: Final = 6

_SITE_BEHIND: Final = lazy_pattern(
    r"\s?(?:\s[-|·•~:]{1,2}\s|\s?[|_]\s?|\s[\"›]\s|(?<=[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]{2}):\s?)[^|\"›]{2,40}$"
)
"""` - Site`, ` | Site`, ` :: Site`, `_Site`, in the comparison form; `:` alone behind a script without blanks."""
_STOPS: Final = frozenset(".。!?！？")
_ALIKE: Final = 0.85
"""Share of characters that a headline in other words has in common (`difflib.SequenceMatcher.ratio`)."""
_SITE_REACH: Final = 45
"""Characters of such a part at most."""
_FIGURES: Final = lazy_pattern(r"\d+")
_SEPARATORS: Final = ("|", " - ", "_", " · ", " • ", " ~ ", " : ", " :: ", ' " ', " › ")
_NON_JOINER: Final = "\u200c"
"""A zero-width non-joiner: in Persian and Urdu some write it, some a blank, and the comparison form drops it."""
_INNER: Final = ':"~'
"""Signs that also stand inside headlines."""
_LEAST: Final = 8
"""Characters before one of these."""
_UNSPACED: Final = "\u3040"
"""The first of the letters between which nothing is set."""
_SITE_BEFORE: Final = lazy_pattern(r"[^|]{2,40}\s\|\s")

_TITLED: Final = ("原标题", "原题", "原題")
_TITLE: Final = lazy_pattern(r"(?:原标题|原题|原題)\s?[:：\s]\s?")
"""What pages print before the headline of the source."""
_NEAR: Final = 5

_DATED: Final = lazy_pattern(r" [^:.\d]{4,40}: ?[^:]{0,30}\b(?:19|20)\d\d\b.{0,60}(?<![.!?])")
"""What was done with a story, and the date: no sentence."""
_HOST: Final = lazy_pattern(r"[\w-]{2,40}(?:\.[\w-]{2,40}){1,3}")


def _may_be_named(document: Document) -> bool:
    """Whether a copy of the headline may begin otherwise: one of them has the name of the site beside it."""
    if len(document.articles) != 1:
        return len(document.articles) > 1
    if document.blocks[0].kind == PARAGRAPH and len(document.blocks[0].text) > LONGEST:
        return False
    if _NON_JOINER in document.rare_characters:
        return True
    first = document.told_lines.short[:1]
    headline = first[0][1] if first and first[0][0] == 0 else fold(document.blocks[0].text, document.rare_characters)
    if len(headline) < OPENING or holds_any(headline, _SEPARATORS):
        return True
    openings = document.told_lines.openings[1:]
    if (colon := _colon(headline)) and any(opening.startswith(headline[: min(colon, OPENING)]) for opening in openings):
        return True
    stem = _unquoted(headline)[:_LEAST]
    return any('"' in opening and _unquoted(opening).startswith(stem) for opening in openings[: _NEAR - 1])


def _colon(headline: str) -> int:
    """Where the colon stands that parts a headline without blanks from the name of the site; 0 where none does."""
    place = headline.find(":")
    return place if place >= _LEAST and headline[place - 1] >= _UNSPACED else 0


def _again_but_for_blanks(keys: Sequence[str]) -> list[int]:
    """Indexes of the lines that are the first one, blanks left out of account."""
    headline = keys[0].replace(" ", "")
    return [index for index in range(1, len(keys)) if keys[index].replace(" ", "") == headline]


@dataclass(frozen=True)
class RepeatedHeadline(DocumentRule):
    """Options: `within`, blocks below the headline that are searched."""

    family: ClassVar[str] = "repetition"
    severity: ClassVar[Severity] = Severity.ERROR
    needs: ClassVar[Needs] = Needs(look=_may_be_named, repeated_opening=True, substrings=frozenset(_TITLED))

    within: Count = 12

    def check(self, document: Document) -> Iterator[Finding]:
        if holds_any(document.text, _TITLED):
            for article in document.articles:
                if copy := _titled(article.blocks):
                    yield self._copy(document, article.blocks[0], copy)
        heads = document.told_lines.openings
        if len(set(heads)) == len(heads) and not _may_be_named(document):
            return
        for blocks, keys in by_article(document):
            within = self.within * (FURTHER if blocks and width(blocks[0].text) >= LONG else 1)
            own = keys[: within + 1]
            if again := _again(own):
                own = _searched(keys, within)
                again = _again(own)
            elif _NON_JOINER in document.rare_characters:
                again = _again_but_for_blanks(own)
            elif own and any('"' in key for key in own[1:_NEAR]):
                again = [
                    index for index in range(1, min(_NEAR, len(own))) if _unquoted(own[index]) == _unquoted(own[0])
                ]
            if not again and _is_edited(own, blocks):
                again = [1]
            if len(blocks) > 2 and _is_dated_footer(keys[0], keys[-1]) and is_headline(blocks[0]):
                yield self._copy(document, blocks[0], blocks[-1])
            if again and (_is_refrain(blocks, own) or any(_is_kicker(own, index) for index in again)):
                continue
            if again and is_sung(blocks):
                continue
            surely = above_story(blocks, again) if again else frozenset()
            for index in again:
                if self._counts(blocks, own, index) and not _is_site(keys, index):
                    yield self._copy(document, blocks[0], blocks[index], safe=index in surely)

    def _counts(self, blocks: Sequence[Block], keys: Sequence[str], index: int) -> bool:
        if (
            not is_headline(blocks[0])
            or _is_asked(blocks, index)
            or is_called(blocks, index)
            or _in_table(keys, index)
            or _heads_groups(keys, index)
        ):
            return False
        return blocks[index].kind != PARAGRAPH or blocks[0].kind == PARAGRAPH  # a lead is a paragraph, a headline not

    def _copy(self, document: Document, headline: Block, block: Block, *, safe: bool = False) -> Finding:
        safety = Safety.SAFE if safe and block.text == headline.text else Safety.UNSAFE
        return self.finding(
            document,
            block,
            "headline printed again",
            related=[Related(Location(document.ref, headline.span), "headline")],
            fix=delete_lines(document, block.start, block.end, "delete the second headline", safety),
        )


def _unquoted(key: str) -> str:
    return key.replace('"', "")


def _plain(text: str) -> str:
    return fold(text).replace('"', "")


def _titled(blocks: Sequence[Block]) -> Block | None:
    """The line among the first ones that is the headline behind the label of the source's headline."""
    for block in blocks[1:_NEAR]:
        match = _TITLE.match(block.text)
        if match and _plain(block.text[match.end() :]) == _plain(blocks[0].text):
            return block
    return None


def _is_asked(blocks: Sequence[Block], index: int) -> bool:
    """A question that somebody has answered before it is asked again."""
    return blocks[0].text[-1] in "?？؟" and index > 1 and all(block.text[-1] in ".!。！" for block in blocks[1:index])


def _searched(keys: tuple[str, ...], within: int) -> tuple[str, ...]:
    """The first line, and those below it until `within` of them are no copies: one fix mends all of a row of copies."""
    names, others = _names(keys[0]), 0
    for index in range(1, len(keys)):
        others += names.isdisjoint(_names(keys[index]))
        if others > within:
            return keys[:index]
    return keys


def _again(keys: Sequence[str]) -> list[int]:
    """Indexes of the lines that are the first one, with or without the name of the site."""
    headline = keys[0]
    if len(keys) < 2:
        return []
    if (
        "\n" + headline[:OPENING] not in "\n".join(keys)
        and not holds_any(headline, _SEPARATORS)
        and not _colon(headline)
    ):
        return []  # told in two searches for nearly every article
    names = _names(headline)
    return [index for index in range(1, len(keys)) if not names.isdisjoint(_names(keys[index]))]


def _names(key: str) -> frozenset[str]:
    """The line, without the site's name behind it (twice: section and site), and without the one before it.

    The headline is the longer part, or the first: what is longer than what follows it is no name of a site, and behind
    a sign that also stands inside headlines nothing longer than the headline is one.
    """
    names = {key}
    if not holds_any(key, _SEPARATORS) and not _colon(key):
        return frozenset(names)
    if (match := _SITE_BEFORE.match(key)) and len(key) > 2 * match.end():
        names.add(key[match.end() :])
    for _ in range(2):
        if not (match := _SITE_BEHIND.search(key, max(0, len(key) - _SITE_REACH))):
            break
        if match[0].lstrip()[0] in _INNER and (2 * match.start() + 2 < len(key) or match.start() < _LEAST):
            break
        key = key[: match.start()]
        names.add(key)
    return frozenset(name for name in names if len(name) >= 4)


def _is_site(keys: Sequence[str], index: int) -> bool:
    """Whether the line is a host, or what stands behind the sign, and what stands before it follows below."""
    title, line = keys[0], keys[index]
    if line != title and _HOST.fullmatch(line):
        return True
    before = _SITE_BEFORE.match(title)
    return bool(before and title.startswith(line, before.end()) and before[0].rstrip("| ") in keys[index + 1 :])


def _is_dated_footer(title: str, line: str) -> bool:
    """Whether a line says of the headline when it was changed: `… was last modified: March 28th, 2024 by …`."""
    if line[:OPENING] != title[:OPENING]:
        return False
    return any(line.startswith(name) and _DATED.fullmatch(line, len(name)) for name in _names(title))


def _is_kicker(keys: Sequence[str], index: int) -> bool:
    """Whether the line below is the longer part of the title behind this one: `Series | Headline - Site`."""
    title, line = keys[0], keys[index]
    if title == line or not title.startswith(line) or index + 1 >= len(keys):
        return False
    headline = keys[index + 1]
    return len(headline) > len(line) and headline in _names(title[len(line) :].lstrip(" |-_:\xb7\u2022~"))


def _is_edited(keys: Sequence[str], blocks: Sequence[Block]) -> bool:
    """Whether the second line is the headline in other words: the page's title above that of the source."""
    if len(keys) < 2 or keys[0][:OPENING] != keys[1][:OPENING] or min(map(width, keys[:2])) < LONG:
        return False
    if blocks[1].text[-1] in _STOPS or _FIGURES.findall(keys[0]) != _FIGURES.findall(keys[1]):
        return False
    return SequenceMatcher(None, keys[0], keys[1], autojunk=False).ratio() >= _ALIKE


def _is_refrain(blocks: Sequence[Block], keys: Sequence[str]) -> bool:
    """A B A B, or A B A C and nothing but short lines below: a song, not a page."""
    head = keys[:4]
    if len(head) < 4 or head[0] != head[2] or head[0] == head[1] or max(map(len, head)) >= 40:
        return False
    return head[1] == head[3] or not any(is_of_story(block) for block in blocks)


def _heads_groups(keys: Sequence[str], index: int) -> bool:
    """Whether the lines below both differ in figures alone: `Semi-final` over `Winner of match 1`, `… match 3`."""
    if index < 2 or index + 1 >= len(keys) or keys[1] == keys[index + 1]:
        return False
    one, other = (_FIGURES.sub("0", keys[place]) for place in (1, index + 1))
    return one == other and max(map(len, keys[: index + 2])) < VERSE


def _in_table(keys: Sequence[str], index: int) -> bool:
    """Whether rows of figures with one label stand below both lines: groups of a table."""
    if index == 1 or index + 1 >= len(keys):
        return False
    rows = [keys[1].split(), keys[index + 1].split()]
    if any(len(row) > 9 or sum(word[0].isdecimal() for word in row) < 2 for row in rows):
        return False
    return rows[0][0] == rows[1][0] or rows[1][0] in {key.split()[0] for key in keys[2:index] if key}
