"""Cuts a text into articles and blocks.

A block is one line. Only in hard-wrapped text (lines of about one width, broken inside sentences) do lines join, up to
a blank or an indented line. Blank lines are never needed: most extractors print none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from newslint.datelines import credit_start, dateline_end
from newslint.document import (
    BYLINE,
    CAPTION,
    DATELINE,
    HEADLINE,
    PARAGRAPH,
    SHORT,
    SUBHEAD,
    Article,
    Block,
    Span,
)

from .wrapped import joined_lines

SENTENCE_ENDS: Final = frozenset(".!?\u2026\u3002\uff01\uff1f\uff0e\u061f\u06d4\u0964\u0965:;")
_CLOSERS: Final = "\"'\u201d\u2019\u201c\u00bb\u203a)]\uff09\u300d\u300f\u300b "
LONG_LINE: Final = 160
"""A line of this many characters is a paragraph whatever its end: news headlines and captions are shorter."""

AGENCIES: Final = (
    r"AA|AFP|ANKA|ANSA|AP|APA|Bloomberg|CP|DHA|dpa|EFE|EPA|Getty(?: Images)?|IHA|İHA|Kyodo(?: News)?|PA|REUTERS|"
    r"Reuters|RIA Novosti|Shutterstock|SPA|TASS|UPI|Xinhua|ZUMA"
)
"""Photo and news agencies, as they sign pictures; `datelines` has those of other scripts."""

_CREDIT: Final = re.compile(rf"[(\[][^()\[\]]{{0,60}}\b(?:{AGENCIES})\b[^()\[\]]{{0,40}}[)\]]\.?$")
_SLASHED_CREDIT: Final = re.compile(rf"[.!?\"\u201d]\s?(?:{AGENCIES})(?: Photo)?\s?/\s?[^\W\d_a-z][^.!?/]{{2,38}}$")
"""`… on Tuesday. REUTERS/Jane Roe`."""
_SLASHED: Final = 44
"""How far from its end such a line has its slash, in characters."""
_CREDIT_LABEL: Final = re.compile(
    r"(?i:credits?|photo(?:graph)?s?|image|picture|pic|foto|fotoğraf|bild|صورة|الصورة|عکس|图|图片)"
    r"(?:\s(?i:credit|by|courtesy|copyright|source))?\s?[:：]\s?\S"
)
_BYLINE: Final = re.compile(r"(?:By|BY|Von|Par|Por)\s[A-ZÀ-Þ\u0130][^.!?]{2,70}$")
_DATELINE: Final = re.compile(
    rf"[A-ZÀ-Þ\u0130][^a-zß-ÿ()]{{1,40}}(?:,\s\w+\.?\s\d{{1,2}})?\s?\((?:{AGENCIES})\)\s?[-–—]"
)
_DATE_ONLY: Final = re.compile(
    r"(?:\w+[.,]?\s){0,3}\d{1,2}[.:/-]?\s?(?:\w+\.?,?\s|\d{1,2}[./-])\d{4}(?:[,\s|·–-]+(?:at\s)?\d{1,2}[:.]\d{2}.{0,12})?$"
)
_PLACED: Final = re.compile(
    r"[A-ZÀ-ÞА-ЯЁ\u0130][A-ZÀ-ÞА-ЯЁ\u0130'’. -]{2,30}(?:[,.]\s[^-–—()\n]{2,20})?"
    r"(?:\s?\([^()\n]{2,30}\))?\s?[-–—]{1,2}\s"
    r"|[\u0620-\u06ff]+(?:[ ،][\u0620-\u06ff]+){0,2}(?:\s?[(\[][^()\[\]\n]{2,30}[)\]])?\s?[-–—]{1,2}\s"
)
"""A place in capitals or in Arabic letters, a date, whichever agency, and a dash: how the first sentence begins."""
_RULER: Final = re.compile(r"[-–—─━═=*＊_#~·•◆\s]{3,}$")
_WIDE: Final = "\u1100"
_DIGIT: Final = re.compile(r"\d{4}")

BARE_CREDIT: Final = 40
"""A line shorter than this that begins as a credit does is one, and no caption with its credit (code points)."""
HEAD_BLOCK_REACH: Final = 10
"""Blocks after a headline in which its head block (caption, byline, dateline, the headline again) must begin."""


def segment(text: str) -> tuple[Article, ...]:
    """The articles of `text`; none where there is no visible character.

    Every block satisfies `text[block.start:block.end] == block.text`, and blocks stand in order and never overlap.
    """
    wrapped = joined_lines(text)
    blocks = [Block(_kind(line), start, end, line) for start, end, line in wrapped] if wrapped else _lines(text)
    if not blocks:
        return ()
    short = [index for index, block in enumerate(blocks) if block.kind is SHORT]
    boundaries = [*_boundaries(text, blocks, short)]
    if not boundaries:
        return (Article(_with_heads(blocks, short)),)
    first = 0
    articles = []
    for index in (*boundaries, len(blocks)):
        boundary = Span(blocks[first - 1].end, blocks[first].start) if first else None
        of_article = [place - first for place in short[bisect_left(short, first) : bisect_left(short, index)]]
        articles.append(Article(_with_heads(blocks[first:index], of_article), boundary))
        first = index
    return tuple(articles)


def _lines(text: str) -> list[Block]:
    """A block for each line that shows something, without the white space around it."""
    blocks = []
    new = tuple.__new__  # as `Block` does it, in half the time
    start = 0
    for line in text.replace("\r", "\n").split("\n"):
        if line:
            shown = line.strip()
            if shown is line:
                blocks.append(new(Block, (_kind(line), start, start + len(line), line)))
            elif shown:
                lead = start + line.index(shown[0])
                blocks.append(new(Block, (_kind(shown), lead, lead + len(shown), shown)))
            start += len(line)
        start += 1
    return blocks


def ends_sentence(line: str) -> bool:
    """Whether a line ends like a sentence: with an end mark, closing quotes and brackets aside."""
    if line[-1] in SENTENCE_ENDS:
        return True
    return line[-1] in _CLOSERS and line.rstrip(_CLOSERS)[-1:] in SENTENCE_ENDS


def _kind(line: str) -> str:
    """The kind of a line as far as it alone tells: caption, byline, dateline, paragraph or short."""
    if len(line) >= LONG_LINE:
        signed = line[-1] in ")]" or (line[-1] == "." and (line[-2] in ")]" or ":" in line[:24]))
        signed |= "/" in line[-_SLASHED:]
        return CAPTION if signed and len(line) <= 600 and _is_caption(line) else PARAGRAPH
    if _is_caption(line):
        return CAPTION
    if not line.isascii() and len(line) <= 60 and dateline_end(line) == len(line):
        return DATELINE
    if ends_sentence(line):
        return DATELINE if len(line) <= 60 and _DATE_ONLY.match(line) else PARAGRAPH
    if len(line) <= 90:
        if line[0] in "BPV" and _BYLINE.match(line):
            return BYLINE
        if (line[-1] in "-–—" and _DATELINE.match(line)) or (_DIGIT.search(line) and _DATE_ONLY.match(line)):
            return DATELINE
    return SHORT


def _is_caption(line: str) -> bool:
    if (line[-1] in ")]" or line.endswith((").", "]."))) and _CREDIT.search(line[-120:]):
        return True
    if ":" in line[:24] and _CREDIT_LABEL.match(line):
        return True
    if "/" in line[-_SLASHED:] and _SLASHED_CREDIT.search(line, max(0, len(line) - 80)):
        return True
    return not line.isascii() and len(line) < LONG_LINE and 0 < credit_start(line) < len(line)


def is_headline_shaped(block: Block) -> bool:
    """Whether a block could be a headline: a line of some words that does not end like a sentence."""
    return block.kind in (SHORT, SUBHEAD, HEADLINE) and not _is_tiny(block.text) and not _RULER.match(block.text)


def _is_tiny(line: str) -> bool:
    """Whether it has fewer than 12 letters; a Chinese, Japanese or Korean one says as much as two."""
    return len(line) < 12 and len(line) + sum(map(_WIDE.__le__, line)) < 12


def _with_heads(blocks: Sequence[Block], short: Sequence[int]) -> tuple[Block, ...]:
    """The blocks of one article, its headline and subheads named; `short`: the indexes of blocks of that kind."""
    if not short:
        return tuple(blocks)
    named = list(blocks)
    for index in short:
        block = named[index]
        if index == 0:
            if is_headline_shaped(block):
                named[0] = Block(HEADLINE, block.start, block.end, block.text)
        elif (
            index < len(named) - 1
            and named[index - 1].kind is PARAGRAPH
            and named[index + 1].kind is PARAGRAPH
            and len(block.text) <= 100
            and any(map(str.isalpha, block.text))
        ):
            named[index] = Block(SUBHEAD, block.start, block.end, block.text)
    return tuple(named)


def _boundaries(text: str, blocks: Sequence[Block], short: Sequence[int]) -> Iterator[int]:
    """Indexes of the blocks that begin a further article: parted from a finished one, with a head of their own."""
    begun, last = 0, len(blocks) - 1
    able = [index for index in short if 2 <= index < last and is_headline_shaped(blocks[index])]
    repeated = _repeated_heads(blocks, short) if able else frozenset()
    for index in able:
        head_again = index in repeated
        if not head_again and not _is_parted(text, blocks, index):
            continue
        has_head = _has_head(blocks, index)
        least = 1 if has_head and not head_again else 2
        finished = _paragraphs(blocks[begun:index]) >= least
        goes_on = _paragraphs(blocks[index : index + 4 * HEAD_BLOCK_REACH]) >= least
        if finished and goes_on and (head_again or has_head):
            yield index
            begun = index


def _is_parted(text: str, blocks: Sequence[Block], index: int) -> bool:
    before = blocks[index - 1]
    if _RULER.match(before.text):
        return True
    gap = text[before.end : blocks[index].start]
    return len(gap) > 3 and len(re.findall(r"\r\n|\n|\r", gap)) >= 4


def _has_head(blocks: Sequence[Block], index: int) -> bool:
    following = blocks[index + 1 : index + 5]
    if following[0].kind is PARAGRAPH and _PLACED.match(following[0].text):
        return True
    if _RULER.match(blocks[index - 1].text):  # sections of one story have captions, too
        return any(block.kind in (BYLINE, DATELINE) or _has_dateline(block.text) for block in following[:3])
    return any(
        block.kind in (BYLINE, DATELINE)
        or (block.kind is CAPTION and not _is_bare(block.text))
        or _has_dateline(block.text)
        for block in following
    )


def _is_bare(line: str) -> bool:
    """Whether it is a credit without a caption, as stands below any picture of a story."""
    return len(line) < BARE_CREDIT and bool(_CREDIT_LABEL.match(line) or not credit_start(line))


def _has_dateline(line: str) -> bool:
    return bool(_DATELINE.match(line) or dateline_end(line))


def _repeated_heads(blocks: Sequence[Block], short: Sequence[int]) -> frozenset[int]:
    """Blocks that stand again, with the block behind them, within `HEAD_BLOCK_REACH`, for the first time there."""
    last: dict[str, int] = {}
    heads, seen = set(), set()
    for index in short if len(short) > 1 else ():
        block = blocks[index]
        if _is_tiny(block.text):
            continue
        earlier = last.get(block.text)
        last[block.text] = index
        if earlier is None or block.text in seen:
            continue
        seen.add(block.text)
        same_follower = index + 1 < len(blocks) and blocks[earlier + 1].text == blocks[index + 1].text
        caption = blocks[earlier + 1]
        told = caption.kind is CAPTION and not _is_bare(caption.text)
        if 2 <= index - earlier <= HEAD_BLOCK_REACH and same_follower and told:
            heads.add(earlier)
    return frozenset(heads)


def _paragraphs(blocks: Sequence[Block]) -> int:
    return sum(block.kind is PARAGRAPH for block in blocks)
