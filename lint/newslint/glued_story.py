"""A story that an extractor glued to a line of the page: `Follow us on Twitter The ferry runs again on Monday.`"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import Final

from .lazy import lazy_pattern

_WORDS: Final = 5
"""A sentence of the story has so many words at least, and an end mark."""
_MOST: Final = 16
"""Places where one may begin, or end, that are tried: each costs a search by all patterns of a rule."""
_END_MARKS: Final = frozenset(".!?…।؟۔")
_CLOSING: Final = "\"'“”’»)]"
_START: Final = lazy_pattern(r"(?<=[\s.!?:|])[\"“„«(]?[^\W\d_]")
_END: Final = lazy_pattern(r"[.!?।؟۔][\"'”»)]?\s+")
TO_THE_READER: Final = lazy_pattern(
    r"\b(?i:you(?:rs?)?|us|our|we|here|click\w*|readers?|this (?:story|article|page|post)|e-?mails?|sign(?:ed)? in"
    r"|sign(?:ed)? up|log(?:ged)? in|follow|subscribe\w*|comments?|commenting|browsers?|cookies?|javascript"
    r"|facebook|twitter|newsletters?|apps?|uns(?:ere?[nmr]?)?|vous|votre|vos|nous|notre|tus?|nos|nuestr[oa]s?|você|nosso|nossa)\b"
    r"|\b(?:Sie|Ihre?[nmr]?)\b|@|https?:|www\."
)
"""Words by which a page speaks to its readers, and of itself; quotations aside, a story does not. They are
looked for once in a line, which may be long."""


def story_beside(text: str, is_line: Callable[[str], bool]) -> bool:
    """Whether a sentence of a story stands before or behind what alone is a line of the page already.

    Args:
        text: the whole line, which is taken for one of the page.
        is_line: whether a text alone would be taken for one.
    """
    parts = chain(islice(_behind(text), _MOST), islice(_before(text), _MOST))
    return any(is_line(line) and not is_line(story) for line, story in parts)


def _behind(text: str) -> Iterator[tuple[str, str]]:
    """The line cut in two where a sentence may begin that goes on to its end: the rest, and the sentence."""
    if text.rstrip(_CLOSING + " \xa0")[-1:] not in _END_MARKS:
        return
    spoken = max((match.end() for match in TO_THE_READER.finditer(text)), default=1)
    for match in _START.finditer(text, spoken):
        start = match.start()
        if not match[0][-1].islower() and _is_long(text[start:]):  # a capital, or a letter without case
            yield text[:start].rstrip(), text[start:]


def _before(text: str) -> Iterator[tuple[str, str]]:
    """The same where a sentence may end that began with the line, before all words to the reader."""
    spoken = TO_THE_READER.search(text)
    for match in _END.finditer(text, 0, spoken.start() if spoken else len(text)):
        line, story = text[match.end() :], text[: match.start() + 1]
        if line and _is_long(story):
            yield line, story


def _is_long(sentence: str) -> bool:
    return len(sentence.split(None, _WORDS)) >= _WORDS
