"""Lines that stand amid what a story says, however they look: in sentences, verses, dialogues and tables."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final

from .around import COLONS, is_announced, is_answer, is_subhead, line_ends, stands_again, story_above
from .document import Block
from .page_named import names_page
from .text import fold

_FAR: Final = 30
"""Lines of the page that are gone over to see what stands around them: a page of nothing else takes no longer."""
_REST: Final = 2
"""Words of the rest of a sentence, or of a verse, at least."""
_NAME: Final = 3
"""Words of a speaker's name at most."""
_SHORTEST: Final = 2
"""Letters that are none."""
_ENDS: Final = (".", ",", ";", "!", "?", "\u2026", *COLONS)
_CLOSING: Final = "\"'“”’»)] "


def is_amid_story(text: str, blocks: Sequence[Block], index: int, page: Container[int], said: str) -> bool:
    """Whether what stands around a line, other lines of the page left aside, may be said together with it.

    Args:
        text: of the document.
        blocks: of an article of it.
        index: of the line among them.
        page: numbers of the lines that are taken for those of the page.
        said: the line in comparison form, without what frames it.
    """
    if is_announced(blocks, index, page, said) or is_answer(blocks, index, page):
        return True
    if index - 1 not in page and index + 1 not in page and is_subhead(text, blocks, index):
        return True
    above = story_above(index, page, _FAR)
    beyond = min(len(blocks), index + 1 + _FAR)
    below = next((place for place in range(index + 1, beyond) if place not in page), len(blocks))
    return (
        _is_verse(text, blocks, index, below)
        or _is_in_sentence(blocks, above, below)
        or _is_spoken(text, blocks, above)
        or _is_row(blocks, index)
    )


def _is_verse(text: str, blocks: Sequence[Block], index: int, below: int) -> bool:
    """A line without an end, and right below it one that goes on in small letters."""
    if below != index + 1 or below == len(blocks) or line_ends(text, blocks, index) > 1:
        return False
    return blocks[index].text[-1:].isalnum() and _is_rest(blocks[below].text)


def _is_in_sentence(blocks: Sequence[Block], above: int, below: int) -> bool:
    """Below the lines the rest of a sentence, which they or what stands above them may begin."""
    return above >= 0 and below < len(blocks) and _is_rest(blocks[below].text)


def _is_rest(text: str) -> bool:
    """Words that begin in small letters and end with a sign."""
    return text[:1].islower() and text.count(" ") >= _REST - 1 and text.rstrip(_CLOSING).endswith(_ENDS)


def _is_spoken(text: str, blocks: Sequence[Block], above: int) -> bool:
    """Right above the lines, the name of who speaks, in capitals: with a colon, or once more nearby."""
    if above < 0 or line_ends(text, blocks, above) > 1:
        return False
    name = blocks[above].text.rstrip()
    if not name.isupper() or len(name) <= _SHORTEST or name.count(" ") >= _NAME or names_page(fold(name)):
        return False
    return name.endswith(COLONS) or stands_again(blocks, above)


def _is_row(blocks: Sequence[Block], index: int) -> bool:
    """A line of cells beside another one."""
    near = [*blocks[max(0, index - 1) : index], *blocks[index + 1 : index + 2]]
    return "\t" in blocks[index].text and any("\t" in block.text for block in near)
