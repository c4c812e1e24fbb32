"""wire-sign-off: who wrote, edited or sent the story, in its last lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from newslint import Block, Document, DocumentRule, Finding, Needs, Safety, Severity, Span, delete_lines, lazy_pattern
from newslint_rules.duplicate.definition import COPIES
from newslint_rules.searching import holds_any

from .sign_off_forms import BEHIND, BEHIND_ENDS, CREDITED, END, STARTS, WHOLE
from .signatures import ARABIC, BARRED, CHINESE, may_end_in_initials, signatures

_LAST = 6
"""Blocks at the end of an article in which a sign-off stands."""
_TAIL = 320
_SHORT = 45
_INITIALS = 30
_WRITERS = lazy_pattern(r"(?:bur-)?[a-z]{2,4}(?:-[a-z]{2,4})?(?:/[a-z]{2,4}(?:-[a-z]{2,4})?){1,4}")
_WORDS = frozenset(
    ("and", "but", "dl", "he", "her", "him", "his", "hr", "it", "or", "ms", "she", "they", "und", "oder")
)
"""What stands on a side of a stroke, and is nobody's initials."""
_REACH = 100
_NAMES = frozenset(
    ["REUTER", "REUTERS", "Reuter", "Reuters", "AFP", "AP", "ANSA", "EFE", "IANS", "PTI", "TASS", "Xinhua", "dpa"]
)
_LINKS = ("ith ", "vec ", "mit ", "Mit ", "by ", "By ")
_END_OF_TEXT = "&#3;"
"""How one agency's archive writes the control that ends its texts."""
_OWNED = ("(c) ", "(C) ", "© ")
"""A line of the owner may stand below a sign-off."""
_LAST_WORDS = ("REUTER", "REUTERS", "Reuter", "Reuters", "&#3;")
_NAME_ALONE = lazy_pattern(r"[-–—]{1,2} ?-? ?[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]*){1,2}")
"""Who wrote it, behind a dash, as the last line; below words in quotation marks it is who said them."""
_QUOTES = frozenset("\"'”’»“")
_TRADES = (
    "eporter", "orrespondent", "ditor", "riter", "olumnist", "ournalist", "ontributor", "roducer", "logger", "uthor of",
)  # fmt: skip
_BIO_HEAD = 64
"""A line that says who the author is says so in its first words."""
_SIGNED_WORDS = ("Via", "VIA", "  ", "entire story")
_SIGNED = (*_SIGNED_WORDS, "h/t", "H/T")
"""Of these one stands in the end of a last paragraph to which its source is glued."""
_GLUED = 46
_STARTS = {start[:2]: tuple([other for other in STARTS if other[:2] == start[:2]]) for start in STARTS}
"""Those of `STARTS` by their first two characters."""
_NEVER: tuple[str, ...] = ()
_FIRST_OF_ANY = frozenset("([（［【©ا«").union(start for start in STARTS if len(start) == 1)
_FIRST = _FIRST_OF_ANY.union("-–—")
_FINAL = frozenset(")）】］]/ن" + "".join(map(chr, range(0x4E00, 0xA000))))


_WORKERS = frozenset(("add", "com", "edi", "pro", "rep", "tra", "wri"))


_ENDS = frozenset((").", *(word[-2:] for word in _LAST_WORDS)))
"""The last two characters of what `_ends_signed` knows."""


_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_BEHIND = frozenset((*(word[-2:] for word in BEHIND_ENDS), *map("".join, product(_CAPITALS, repeat=2))))
"""The same of `BEHIND`: two capitals, or how the names end that are not in capitals."""


def _ends_signed(text: str) -> bool:
    """Whether it ends in an agency, or in a bracket and a stop, and the bracket begins as a sign-off does."""
    if text[-1] == ".":
        return text[-2:] == ")." and text[text.rfind("(") + 1 :][:3].lower() in _WORKERS
    return text.endswith(_LAST_WORDS)


def _may_be_bio(text: str) -> bool:
    head = text[:_BIO_HEAD]
    return (" is a" in head or " is the " in head) and holds_any(text, _TRADES)


def _may_be_signed(document: Document) -> bool:
    """Cheap necessary conditions of all but `CREDITED` and addresses: few last lines of an article meet one."""
    for article in document.articles:
        blocks = article.blocks[-_LAST:]
        last = blocks[-1].text
        tail = last[-_GLUED:]
        if holds_any(tail, _SIGNED_WORDS) or may_end_in_initials(tail):
            return True
        if "/" in tail and ("h/t" in tail or "H/T" in tail):
            return True
        if _may_be_bio(last) or (len(blocks) > 1 and _may_be_bio(blocks[-2].text)):
            return True
        for block in blocks:
            text = block.text
            end = text[-2:]
            if text[0] in _FIRST or text[-1] in _FINAL or (end in _ENDS and _ends_signed(text)):
                return True
            if end in _BEHIND and (text[-1] in _CAPITALS or text.endswith(BEHIND_ENDS)):
                return True
            if len(text) > _TAIL:
                continue
            if len(text) <= _INITIALS and "/" in text:
                return True
            if text.startswith(_STARTS.get(text[:2], _NEVER)):
                return True
            if len(text) <= _SHORT and (text in _NAMES or holds_any(text, _LINKS)):
                return True
    return False


class WireSignOff(DocumentRule):
    """Whole lines, and ends of lines, among the last ones of an article."""

    family = "wire"
    severity = Severity.INFO
    subsumes = COPIES
    needs = Needs(look=_may_be_signed, substrings=frozenset({"@", *CREDITED, *CHINESE, *BARRED, *ARABIC, "。(c)"}))

    def check(self, document: Document) -> Iterator[Finding]:
        done: list[Span] = []
        for article in document.articles:
            for place, whole in _places(article.blocks):
                done.append(place)
                fix = delete_lines(document, *place, "delete the line", Safety.UNSAFE) if whole else None
                yield self.finding(document, place, "sign-off of an agency or a desk", fix=fix)
        for place in signatures(document.text):
            if not any(span.start < place.end and place.start < span.end for span in done):
                yield self.finding(document, place, "source or signature inside the line", kind="inside")


def _places(blocks: Sequence[Block]) -> Iterator[tuple[Span, bool]]:
    """The sign-offs in the last blocks of an article, from its end on, and whether each is a line of its own."""
    closing = True  # nothing but sign-offs stands below
    end = 0
    for block in reversed(blocks[-_LAST:]):
        place = _sign_off(block) or (_initials(block) or _behind(block) if closing else None)
        if place is None and block is blocks[-1]:
            place = _named(blocks)
        if place:
            yield (Span(place.start, end or place.end), place.start == block.start)
        end = block.end if block.text == _END_OF_TEXT else 0
        closing = closing and (place == block.span or bool(end) or block.text.startswith(_OWNED))


def _sign_off(block: Block) -> Span | None:
    text = block.text
    if text in _NAMES or (_may_be_whole(text) and WHOLE.fullmatch(text)):
        return block.span
    match = END.search(text, max(0, len(text) - _TAIL)) if _may_end(text) else None
    return Span(block.start + match.start(), block.end) if match else None


def _initials(block: Block) -> Span | None:
    """Of those who wrote, edited and sent it, as agencies set them: `jm/ps`."""
    text = block.text
    if len(text) > _INITIALS or not _WRITERS.fullmatch(text):
        return None
    return None if _WORDS.intersection(text.split("/")) else block.span


def _behind(block: Block) -> Span | None:
    """An agency behind the last sentence."""
    text = block.text
    if not (text[-2:].isupper() or text.endswith(BEHIND_ENDS)):
        return None
    match = BEHIND.search(text, max(0, len(text) - _GLUED))
    return Span(block.start + match.start() + 1, block.end) if match else None


def _named(blocks: Sequence[Block]) -> Span | None:
    """The author's name behind a dash, in the last line."""
    last = blocks[-1]
    if last.text[0] not in "-–—" or len(last.text) > _SHORT or not _NAME_ALONE.fullmatch(last.text):
        return None
    return None if len(blocks) < 2 or blocks[-2].text[-1] in _QUOTES else last.span


def _may_be_whole(text: str) -> bool:
    """Cheap necessary conditions; most last lines of an article meet none."""
    if len(text) > _TAIL:
        return False
    if text[0] in _FIRST_OF_ANY or "@" in text or holds_any(text[-_REACH:], CREDITED) or _may_be_bio(text):
        return True
    if text.startswith(_STARTS.get(text[:2], _NEVER)):
        return True
    if len(text) > _SHORT:
        return False
    return "/" in text or text[0] in "-–—" or text[-1] == ")" or holds_any(text, _LINKS)


def _may_end(text: str) -> bool:
    return (
        text[-1] in ")）】］]/ن"
        or holds_any(text[-_GLUED:], _SIGNED)
        or "\u4e00" <= text[-1] <= "\u9fff"
        or _ends_signed(text)
    )
