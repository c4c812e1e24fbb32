"""A caption, or another line, printed twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar, Final

from newslint import (
    BYLINE,
    CAPTION,
    Block,
    Count,
    Document,
    DocumentRule,
    Finding,
    Location,
    Needs,
    Range,
    Related,
    Safety,
    Severity,
    delete_lines,
    fold,
    lazy_pattern,
)
from newslint_rules.by_article import by_article
from newslint_rules.wire.credits import credit

from .lines import is_chant, is_credit_only, is_headline, is_row, is_signature, width

PREFIX: Final = 16
"""Characters of the comparison form by which lines are looked up that may be one another with a credit."""
REACH: Final = 3
EDITED: Final = 30
"""Least width of a line whose copy differs."""
CERTAIN: Final = 45
WORDS: Final = 4
"""A line so wide is another one's copy with its source where so few words stand behind it."""
_REST: Final = lazy_pattern(
    r"[\s.,;:|/-]*(?:[(\[](?=[^)\]]*[^\W\d])[^()\[\]]{2,80}[)\]]"
    r"|(?:photo|foto|image|picture|bild|credit|source|file|courtesy|via|by|©|getty|reuters|afp|ap|epa|dpa|صورة|图)\b.{0,70}"
    r"|\.\s?[\w&'-]{2,20}(?:[ /][\w&'-]{2,20}){0,2}"
    r"|\. ?[\w'-]{2,20} [\w'-]{2,20} for (?:[\w&'-]{2,20} ?){1,4}"
    r"|\d{1,2}:\d{2}(?: ?[ap]\.?m\.?)?(?: \w{2,4})?|\d+ (?:minutes?|hours?|days?) ago|\(\d{1,2}(?::\d{2}){1,2}\)"
    r"|purchase licensing rights(?:, opens new tab)?|(?:buy|order) (?:this )?(?:photo|image|print)s?)?[\s.]*"
)
_MARKS: Final = "\u25b2\u25b3\u25bc\u25b6\u25ba\u25c0\u25a0"
"""Arrows that point from a caption to its picture."""
_LABELS: Final = (
    *("Photo", "PHOTO", "Image", "IMAGE", "Picture", "PICTURE", "Foto", "FOTO", "Bild", "Imagen", "Imagem", "Immagine"),
    *("Fotoğraf", "FOTOĞRAF", "Фото", "ФОТО", "صورة", "الصورة", "عکس", "图", "图片", "写真", "사진", "फोटो", "तस्वीर"),
)
_LABELLED: Final = lazy_pattern(
    rf"(?:[{_MARKS}]\s?)?(?:(?:File |FILE |Media |MEDIA )?(?:{'|'.join(_LABELS)})\s?[:\uff1a]\s?)?"
)
"""What a caption is labelled with; empty where it has no label."""
_SIGNED: Final = lazy_pattern(rf"[/|(]\s?(?:{'|'.join(_LABELS)})\s?[:=\uff1a]\s?[^\n/|()]{{2,60}}\)?$")
"""The same behind a stroke or in a bracket, with who took the picture."""
_SIGNATURE: Final = 80
_BEGINNINGS: Final = frozenset((*_MARKS, "F", "M", *(label[0] for label in _LABELS)))
_TAKEN: Final = lazy_pattern(r"[^.:\n]{3,50}\.\s")
"""Who took the picture, between the label and the caption."""


_STAMP: Final = lazy_pattern(r"[^\W\d]{3,} [^\W\d]{3,}.{0,20}\b(?:19|20)\d\d\b.{0,4}\b\d{1,2}:\d\d\b")
"""An agency, a date and its time: full of figures, but no row of a table."""


_HOST: Final = lazy_pattern(r"(?:www\.)?[a-z0-9-]{2,30}\.(?:com|org|net|co\.uk|de|fr|tv|info|news)")
_BRACKETS: Final = (")", "]", "\uff09", "\u3011")
_WITHOUT_BRACKETS: Final = dict.fromkeys(map(ord, "()[]"))
_SMALL_WORDS: Final = frozenset(
    ("a", "an", "the", "of", "in", "on", "at", "to", "and", "from", "by", "for", "with", "is", "was")
)


@dataclass(frozen=True)
class RepeatedCaption(DocumentRule):
    """Options: `min_length` and `max_length`, characters that a line must have and may have to count as a caption."""

    family: ClassVar[str] = "repetition"
    severity: ClassVar[Severity] = Severity.ERROR
    needs: ClassVar[Needs] = Needs(
        repeated_opening=True,
        characters=frozenset(_MARKS),
        substrings=frozenset(label + colon for label in _LABELS for colon in (":", " :", "\uff1a")),
    )
    subsumes: ClassVar[frozenset[str]] = frozenset({"photo-credit"})

    min_length: Annotated[int, Range(0)] = 20
    max_length: Count = 400

    def check(self, document: Document) -> Iterator[Finding]:
        for blocks, keys in by_article(document):
            for earlier, index in (*_pairs(keys), *_labelled(blocks, keys)):
                if earlier == 0 and keys[0] == keys[index] and is_headline(blocks[0]):
                    continue  # a repeated headline
                if kind := self._kind(blocks, keys, earlier, index):
                    yield self._copy(document, blocks[earlier], blocks[index], kind)

    def _kind(self, blocks: Sequence[Block], keys: Sequence[str], earlier: int, index: int) -> str:
        """Which sort of copy the later block is; empty where it is none."""
        first, block = blocks[earlier], blocks[index]
        if block.kind == BYLINE and index == earlier + 1 and keys[earlier] == keys[index]:
            return "adjacent"
        if len(block.text) > self.max_length or is_signature(block.text) or not any(map(str.isalnum, block.text)):
            return ""
        if keys[earlier] != keys[index]:
            near = index - earlier <= REACH and width(first.text) >= EDITED and not is_chant(blocks, earlier, index)
            if near and (_differ_by_credit(keys[earlier], keys[index]) or _is_same_caption(first.text, block.text)):
                return "edited"
            adjacent = index == earlier + 1 and width(first.text) >= CERTAIN and not is_row(block)
            return "edited" if adjacent and _differ_by_word(keys[earlier], keys[index]) else ""
        if index == earlier + 1:
            if block.kind == CAPTION or width(block.text) >= self.min_length:
                return "" if block.kind != CAPTION and _repeats_rightly(blocks, earlier, index) else "adjacent"
            return "adjacent" if _HOST.fullmatch(block.text) else ""
        credited = first.kind == CAPTION and block.kind == CAPTION
        return "distant" if credited and width(block.text) >= self.min_length and not is_credit_only(block.text) else ""

    def _copy(self, document: Document, first: Block, block: Block, kind: str) -> Finding:
        what = "caption" if CAPTION in (first.kind, block.kind) else "line"
        how = {"adjacent": "printed twice", "distant": "printed again", "edited": "printed twice, once in other form"}
        sure = block.kind == CAPTION and block.text.rstrip(".")[-1:] in _BRACKETS
        exact = kind == "adjacent" and sure and block.text == first.text
        surplus = first if kind == "edited" and len(first.text) < len(block.text) else block
        fix = delete_lines(
            document,
            surplus.start,
            surplus.end,
            "delete the second copy" if surplus is block else "delete the shorter copy",
            Safety.SAFE if exact else Safety.UNSAFE,
        )
        related = [Related(Location(document.ref, first.span), "first copy")]
        return self.finding(document, block, f"{what} {how[kind]}", kind=kind, related=related, fix=fix)


def _pairs(keys: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Indexes of lines that are equal, or begin alike within `REACH` lines; the earlier one is the nearest."""
    last: dict[str, int] = {}
    begun: dict[str, int] = {}
    for index, key in enumerate(keys):
        prefix = key[:PREFIX]
        earlier = last.get(key, begun.get(prefix))
        last[key] = begun[prefix] = index
        if earlier is not None and (keys[earlier] == key or index - earlier <= REACH):
            yield earlier, index


def _labelled(blocks: Sequence[Block], keys: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Indexes of two lines side by side of which the one has a label, so that they do not begin alike."""
    done = -1
    for index, block in enumerate(blocks):
        if block.text[0] in _BEGINNINGS and _label(block.text):
            for one in (index - 1, index):
                if done < one < len(keys) - 1 and keys[one][:PREFIX] != keys[one + 1][:PREFIX]:
                    yield one, one + 1
                    done = one


def _label(text: str) -> int:
    """Characters of the label in front of a caption."""
    match = _LABELLED.match(text)
    return match.end() if match else 0


def _is_same_caption(one: str, other: str) -> bool:
    """Whether two lines are the same but for label and credit."""
    same = _cores(one) & _cores(other)
    return any(width(core) >= EDITED for core in same)


def _cores(text: str) -> frozenset[str]:
    """A caption without label and credit, in comparison form; two forms where it is not clear what is which."""
    label = _label(text)
    signed = _SIGNED.search(text, max(label, len(text) - _SIGNATURE))
    place = signed.span() if signed else credit(text)
    bare = text[label : place[0] if place and place[0] > label else None]
    taken = _TAKEN.match(bare) if label else None
    return frozenset(fold(core).strip(" .,;/|-") for core in (bare, bare[taken.end() :] if taken else bare))


def _differ_by_credit(one: str, other: str) -> bool:
    """Whether a line is the other with a credit, a time or its full end; digits are never left out of account."""
    short, long = sorted((one, other), key=len)
    for cut, full in ((one, other), (other, one)):
        if cut.endswith("..."):
            stem = cut.rstrip(". ")
            return width(stem) >= 40 and full.startswith(stem)
    stem = short.rstrip(". ")
    if len(stem) < 0.6 * len(long) or not long.startswith(stem):
        return False
    rest = long[len(stem) :]
    few = (
        width(stem) >= CERTAIN
        and rest[:1] == " "
        and rest[1:2].isalnum()
        and rest.count(" ") <= WORDS
        and rest[-1].isalnum()
    )
    return few or bool(_REST.fullmatch(long, len(stem)))


def _differ_by_word(one: str, other: str) -> bool:
    """Whether two lines are the same but for brackets, or for one small word that only one of them has."""
    words, others = (key.translate(_WITHOUT_BRACKETS).split() for key in (one, other))
    if words == others:
        return True
    short, long = sorted((words, others), key=len)
    if len(long) != len(short) + 1:
        return False
    begun = next((place for place, word in enumerate(short) if word != long[place]), len(short))
    return long[begun] in _SMALL_WORDS and short[begun:] == long[begun + 1 :]


def _repeats_rightly(blocks: Sequence[Block], earlier: int, index: int) -> bool:
    """Chants and verses, and rows and headers of tables."""
    if _STAMP.search(blocks[index].text):
        return False
    return is_chant(blocks, earlier, index) or any(map(is_row, blocks[max(0, earlier - 1) : index + 2]))
