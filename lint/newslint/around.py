"""What a line and those around it say of it: a cell of a table, a topic in a list, a subhead, an answer."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final

from .document import Block
from .glued_story import TO_THE_READER
from .lazy import lazy_pattern

_IN_ORDER: Final = 5
"""So many lines in alphabetical order are no chance: one of 120 orders."""
_TOPIC: Final = 30
"""Longer lines are no topics (code points)."""
_HAN_FROM: Final = "\u2e80"
_SPACED: Final = range(0xAC00, 0xD7B0)
"""Korean is spaced."""
_LONGEST_HAN: Final = 4
_LONGEST_THAI: Final = 12
"""Code points of the longest words in scripts without spaces: compounds of two words of Han or kana, of Thai."""
_THAI: Final = ("\u0e00", "\u109f")

_LIST: Final = 30
"""Lines of a list that are gone up to see what leads to it."""
_LEAD: Final = 5
_SHORT_LEAD: Final = 4
"""Words of a sentence that leads to a list, at least; and of one with a colon that does not speak to the reader."""
_UNSPACED_WORD: Final = 2
"""Signs of a word in scripts without spaces."""
_ANSWER: Final = 3
"""Words of an answer at most that could as well be the page's."""
_QUESTION_MARKS: Final = ("?", "\uff1f", "\u061f")
_NAMED_AGAIN: Final = 100
"""Lines above and below in which the name of a speaker stands once more."""
COLONS: Final = (":", "\uff1a")
_END_MARKS: Final = frozenset((*_QUESTION_MARKS, *COLONS, *".!\u2026\u3002\uff01"))
_SENTENCE_ENDS: Final = _END_MARKS.difference(COLONS) | {"।", "۔"}
_CLOSING: Final = "\"'“”’»)] \xa0」』"
_SENTENCE: Final = lazy_pattern(r"[.!?][\"”»)]?\s+[^\W\d_a-z]")
_NUMBERED: Final = lazy_pattern(r"(\d{1,3})[.)]\s\S")

_FULL_LINE: Final = 40
"""A line that a page broke for its width has so many code points at least; labels and names are shorter."""
_HANGING: Final = frozenset(
    (
        *("the", "of", "for", "from", "until", "since", "before", "after", "between", "through"),
        *("dated", "ended", "ending", "effective", "paid", "payable"),
    )
)
"""English words that end no line but one that goes on below, and that no other language has (`an`, `in`)."""

_OPENING_QUOTES: Final = frozenset('"“«„「『')
_SAID: Final = lazy_pattern(
    r"[\"“«„「『][\s\xa0]?(?:[^\s\"“”«»]+\s){3,}[^\"“”«»\n]+[\"“”»][\s,;:.–—-]*\w|[「『“][^「」『』“”]{8,}[」』”][^\W\d_]"
)
"""A sentence in quotation marks, and who says it: of a page, nobody says so."""
_SAYS: Final = lazy_pattern(r",[\"”]? (?:(?:he|she|it|they) )?(?:said|says|told|wrote|added)\b")
"""Who says it, behind what is said: of a page, nobody says so."""


def is_quoted(text: str) -> bool:
    """A line that begins with what somebody says, and goes on with who it is."""
    return text[0] in _OPENING_QUOTES and _SAID.match(text) is not None


def is_told(text: str) -> bool:
    """A line in which somebody says so, or that goes on below."""
    return text.endswith(",") or _SAYS.search(text) is not None


def is_subhead(text: str, blocks: Sequence[Block], index: int) -> bool:
    """A line below a gap, and right below it a sentence: so subheads stand above their paragraphs.

    Args:
        text, blocks, index: as in `goes_on`.
    """
    if not 0 < index < len(blocks) - 1:
        return False
    if line_ends(text, blocks, index - 1) < 2 or line_ends(text, blocks, index) != 1:
        return False
    below = blocks[index + 1]
    return below.text.rstrip(_CLOSING)[-1:] in _SENTENCE_ENDS and _words(below.text) >= _SHORT_LEAD


def goes_on(text: str, blocks: Sequence[Block], index: int) -> bool:
    """A line that ends the sentence of the line right above, as it was broken for its width.

    Args:
        text: of the document.
        blocks: of an article of it.
        index: of the line among them.
    """
    above = blocks[index - 1] if index else None
    if above is None or len(above.text) < _FULL_LINE or above.text.rsplit(None, 1)[-1] not in _HANGING:
        return False
    return line_ends(text, blocks, index - 1) < 2


def line_ends(text: str, blocks: Sequence[Block], index: int) -> int:
    """How many line ends stand behind a line and before the next.

    Args:
        text, blocks, index: as in `goes_on`.
    """
    between = blocks[index].end, blocks[index + 1].start
    return max(text.count("\n", *between), text.count("\r", *between))


def is_announced(blocks: Sequence[Block], index: int, page: Container[int], said: str) -> bool:
    """A line of a list to which a sentence leads, so that its words may be the story's: `The five firms were these:`.

    A sentence without its end mark leads to single words alone: many lines of pages are long and have none.

    Args:
        blocks: of an article.
        index: of the line among them.
        page: numbers of the lines that are taken for those of the page.
        said: the line in comparison form, without what frames it.
    """
    for above in range(index - 1, max(-1, index - 1 - _LIST), -1):
        text = blocks[above].text.rstrip()
        if above in page or text.endswith(",") or (len(text) <= _TOPIC and text[-1:] not in _END_MARKS):
            continue  # of the same list
        return _leads(text) or (is_one_word(said) and _is_open(text))
    return False


def story_above(index: int, page: Container[int], most: int) -> int:
    """The nearest of so many lines above that is none of the page's; -1 where all are."""
    return next((place for place in range(index - 1, max(-1, index - 1 - most), -1) if place not in page), -1)


def is_answer(blocks: Sequence[Block], index: int, page: Container[int]) -> bool:
    """A line of few words below a question, or below the name of who speaks: names stand there again, or are asked.

    Between the two there may be other such lines.

    Args:
        blocks, index, page: as in `is_announced`.
    """
    if _words(blocks[index].text) > _ANSWER:
        return False
    top = story_above(index, page, _LIST)
    if top < 0:
        return False
    before, above = (blocks[max(0, place)].text.rstrip() for place in (top - 1, top))
    if not above.endswith(COLONS):
        return above.endswith(_QUESTION_MARKS)
    return before.endswith(_QUESTION_MARKS) or stands_again(blocks, top)


def stands_again(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line stands once more nearby, as the names of those do who speak."""
    line = blocks[index].text.rstrip()
    near = blocks[max(0, index - _NAMED_AGAIN) : index + _NAMED_AGAIN]
    return sum(block.text.rstrip() == line for block in near) > 1


def in_table(keys: Sequence[str], index: int) -> bool:
    """A line without letters next to a figure, or one letter three times in a row: a cell of a table.

    An item of a numbered list is one, too.

    Args:
        keys: the lines of an article in comparison form.
        index: of the line among them.
    """
    line = keys[index]
    number = _number(line)
    if number and any(abs(_number(key) - number) == 1 for key in keys[max(0, index - 1) : index + 2] if _number(key)):
        return True
    if any(map(str.isalpha, line)):
        nearby = keys[max(0, index - 2) : index + 3]
        return len(line) == 1 and any(nearby[start : start + 3] == [line] * 3 for start in range(len(nearby) - 2))
    around = [keys[near] for near in (index - 1, index + 1) if 0 <= near < len(keys)]
    return any(any(map(str.isdecimal, key)) and not any(map(str.isalpha, key)) for key in around)


def in_topics(keys: Sequence[str], index: int) -> bool:
    """One of five lines of a word or two that stand in alphabetical order: a topic in the list of a site's topics.

    Args:
        keys: the lines of an article in comparison form.
        index: of the line among them.
    """
    if not _is_topic(keys[index]):
        return False
    first = last = index
    while first > 0 and _is_topic(keys[first - 1]) and keys[first - 1] < keys[first] and index - first < _IN_ORDER:
        first -= 1
    while (
        last + 1 < len(keys) and _is_topic(keys[last + 1]) and keys[last] < keys[last + 1] and last - first < _IN_ORDER
    ):
        last += 1
    return last - first + 1 >= _IN_ORDER


def is_one_word(key: str) -> bool:
    """A line that may be a single word; in scripts without spaces its length tells.

    Args:
        key: in comparison form.
    """
    if " " in key:
        return False
    han = sum(sign >= _HAN_FROM and ord(sign) not in _SPACED for sign in key)
    return han <= _LONGEST_HAN and sum(_THAI[0] <= sign <= _THAI[1] for sign in key) <= _LONGEST_THAI


def _is_topic(key: str) -> bool:
    return len(key) <= _TOPIC and key[:1].isalpha() and key.count(" ") <= 1 and not any(map(str.isdecimal, key))


def _number(key: str) -> int:
    """Of an item of a list; 0 where the line is none."""
    match = _NUMBERED.match(key)
    return int(match[1]) if match else 0


def _leads(text: str) -> bool:
    words = _words(text) if text.endswith(COLONS) else 0
    return words >= _LEAD or (words >= _SHORT_LEAD and not TO_THE_READER.search(text))


def _is_open(text: str) -> bool:
    return text[-1:].isalnum() and _SENTENCE.search(text) is not None and _words(text) >= _LEAD


def _words(text: str) -> int:
    """Words, about; in scripts without spaces by the number of their signs."""
    unspaced = sum(sign >= _HAN_FROM and sign.isalpha() and ord(sign) not in _SPACED for sign in text)
    return max(len(text.split()), unspaced // _UNSPACED_WORD)
