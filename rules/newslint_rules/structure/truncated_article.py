"""truncated-article: a text that stops in the middle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from newslint import (
    CAPTION,
    PARAGRAPH,
    SHORT,
    Block,
    Document,
    DocumentRule,
    Finding,
    Needs,
    Severity,
    Span,
    lazy_pattern,
)

_MARK: Final = lazy_pattern(r"(?:[\[(](?:…|\.\.\.)[\])]|(?:…|\.\.\.)\s?\[\+\d{1,6} chars\]|,|،|，|、|(?<=\w\w) ?:)$")
"""What no finished text ends in: a mark of who cut it, a comma, a colon."""
_DOTS: Final = lazy_pattern(r"\s?(?:…|(?<!\.)\.{3})$")
_MARKS: Final = (" chars]", "…", "...", "…]", "...]", "…)", "...)", ",", "،", "，", "、", ":")
_WORDS: Final = frozenset((
    *("the", "of", "in", "and", "to", "a", "an", "with", "for", "by", "at", "from", "that", "which", "or", "whose"),
    *("und", "der", "die", "das", "mit", "von", "ve", "ile", "et", "du", "les", "des", "dans", "pour", "avec"),
    *("où", "aux", "los", "las", "del", "della", "dos", "das", "para", "dem", "oder", "sowie", "einem", "chez"),
    *("в", "на", "с", "из", "от", "по", "к", "о", "об", "для", "при", "без", "через", "между", "и", "но", "или"),
    *("что", "чтобы", "который", "которая", "которые"),
    *("مشيرا", "مضيفا", "مؤكدا", "موضحا", "مبينا", "لافتا", "معتبرا", "مشددا", "معربا", "قائلا", "مشيرة"),
    *("في", "من", "إلى", "على", "التي", "الذي", "الذين", "أن", "أو", "عن"),
    *("از", "به", "در", "که", "با", "برای", "یا", "یک", "این"),
    *("और", "के", "की", "में", "का", "को", "से", "कि", "या"),
))  # fmt: skip
"""Words that ask for another one, whatever the language of the text."""
_OWN_WORDS: Final = {
    "de": frozenset(("den", "des", "ein", "eine", "einen", "einer", "eines", "für", "im", "zum", "zur", "vom", "beim")),
    "es": frozenset(("el", "la", "un", "una", "de", "que", "con", "por", "en", "y", "al", "su", "sus", "entre", "sin")),
    "fr": frozenset(("le", "la", "un", "une", "de", "au", "que", "qui", "sur", "par", "à", "ou", "mais", "sans")),
    "it": frozenset(("il", "lo", "gli", "di", "dei", "delle", "nel", "nella", "che", "con", "per", "un", "una", "al")),
    "pt": frozenset(("o", "os", "as", "um", "uma", "de", "do", "da", "em", "no", "na", "que", "com", "por", "e", "ao")),
    "tr": frozenset(("bir", "için", "veya", "olan")),
}
"""The same in one language: in another they mean something else."""
_ALL_WORDS: Final = _WORDS.union(*_OWN_WORDS.values())
_REACH: Final = 24
"""Characters of a mark of cutting at most: `… [+2143 chars]`."""
_SHORTEST: Final = 30
"""Characters of a last line that is no heading."""
_TEASER: Final = 600
"""Characters of a text of one or two lines that is a teaser where it ends in an ellipsis."""
_MORE: Final = lazy_pattern(r"(?i)\b(?:read|full story|continued?|excerpt)\b.{0,40}$|[—–-]\s?more$")
_UNSPACED: Final = "\u2e80"
_MORE_REACH: Final = 60
_STOP: Final = lazy_pattern(r"[.!?؟।]\s")
_SENTENCE: Final = 120
_LEAST: Final = 4
"""Blanks in a sentence that a word of these ends."""
_SENTENCE_ENDS: Final = '.!?"”؟。'


def _last_word(text: str) -> str:
    return text[-_REACH:].rsplit(None, 1)[-1]


def _length(block: Block) -> int:
    return len(block.text)


def _may_be_cut(document: Document) -> bool:
    for article in document.articles:
        text = article.blocks[-1].text
        if text.endswith(_MARKS) or _last_word(text) in _ALL_WORDS:
            return True
    return False


class TruncatedArticle(DocumentRule):
    """Articles whose last block ends in a comma, a mark of cutting, or a word that asks for another.

    An ellipsis counts where no writer has set it: behind such a word, in a teaser, behind `Read more` or a full stop.
    """

    family = "structure"
    severity = Severity.INFO
    needs = Needs(look=_may_be_cut)
    yields_to = frozenset({"wire-slug"})

    def check(self, document: Document) -> Iterator[Finding]:
        for article in document.articles:
            blocks = article.blocks
            last = blocks[-1]
            if last.kind not in (PARAGRAPH, SHORT, CAPTION) and len(blocks) > 1:
                continue
            place = _cut(blocks, document)
            if place is not None:
                span = Span(last.start + place, last.end)
                yield self.finding(document, span, "the article stops in the middle of a sentence")


def _cut(blocks: Sequence[Block], document: Document) -> int | None:
    """Where the mark or the word stands in the last line that shows that something is missing behind it."""
    text = blocks[-1].text
    if len(text) >= _SHORTEST and (mark := _MARK.search(text, max(0, len(text) - _REACH))):
        return mark.start()
    if dots := _DOTS.search(text, max(0, len(text) - _REACH)):
        told = text[: dots.start()]
        return dots.start() if told and _is_cut_by_dots(blocks, told, document) else None
    of_story = len(blocks) == 1 or PARAGRAPH in (blocks[-1].kind, blocks[-2].kind)
    if len(text) >= _SHORTEST and of_story and _asks_for_more(text, document):
        return len(text) - len(_last_word(text))
    return None


def _is_cut_by_dots(blocks: Sequence[Block], told: str, document: Document) -> bool:
    """Whether the ellipsis behind the last words is a page's, not the writer's."""
    if len(blocks) <= 2 and sum(map(_length, blocks)) <= _TEASER:
        return True
    if told.isalpha() and len(told) > 2 and max(told) < _UNSPACED:  # a single word
        return True
    more = _MORE.search(told, max(0, len(told) - _MORE_REACH))
    return (
        bool(more)
        or _asks_for_more(told, document)
        or (told[-1] in _SENTENCE_ENDS and blocks[-1].text[len(told)].isspace())
    )


def _asks_for_more(text: str, document: Document) -> bool:
    """Whether the last word cannot end a sentence, and stands in one: `Supported by` in a footer is too short."""
    word = _last_word(text)
    sentence = _STOP.split(text[-_SENTENCE:])[-1]
    return sentence.count(" ") >= _LEAST and (
        word in _WORDS or (word in _ALL_WORDS and word in _OWN_WORDS.get(document.language, ()))
    )
