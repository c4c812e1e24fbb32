"""The proof that safe fixes lose no word: the words before and after are compared. No I/O.

Only what the family of a rule may do is forgiven, and only inside of the spans that its fixes declare.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import zip_longest
from typing import Any, Final, NamedTuple

from newslint.finding import Edit, Safety, apply_edits
from newslint.text import normalize

DELETES: Final = frozenset({"repetition", "residue", "wire", "markup", "structure"})
"""Families whose safe fixes may delete words: whole spans, and never a part of a word."""
COPIES: Final = "repetition"
"""The family whose safe fixes delete only what stands once more, with scraps of fewer than `_TELLING` letters."""
_TELLING: Final = 16
REPAIRS: Final = frozenset({"encoding"})
"""Families whose safe fixes may write words in other letters; letters and digits of ASCII stay."""
DECODES: Final = frozenset({"markup"})
"""Families whose safe fixes may decode references of HTML."""

_MARKS: Final = r"[^\p{ccc=0}]{31,}"
_BREAK: Final = re.compile("[ \n]")
_SHOWN: Final = 40


class Declared(NamedTuple):
    """An edit, and the family and safety of the fix it comes from."""

    edit: Edit
    family: str
    safety: Safety


def words(text: str) -> list[str]:
    """The runs of letters, digits and marks of `text`, as readers tell words apart.

    Invisible characters (Unicode's Default_Ignorable_Code_Point) are dropped, then NFKC and casefold.
    """
    if not text.isascii():
        visible = _compiled(r"\p{Default_Ignorable_Code_Point}+").sub("", text)
        text = unicodedata.normalize("NFKC", _compiled(_MARKS).sub(_in_order, visible))
    found: list[str] = _compiled(r"[\p{L}\p{N}\p{M}]+").findall(text.casefold())
    return found


def _in_order(marks: re.Match[str]) -> str:
    """A long run of marks as any normal form has it: some interpreters take quadratic time to sort one."""
    return "".join(sorted(marks[0], key=unicodedata.combining))


@cache
def _compiled(expression: str) -> Any:
    import regex  # only where something is fixed

    return regex.compile(expression)


def lost_words(text: str, edits: Sequence[Declared]) -> str:
    """What is wrong with the edits of a text, in words; empty where no reader loses a word.

    An edit of an unsafe fix may do what it wants inside of its span. One of a safe fix may change words only as its
    family may: see `DELETES`, `REPAIRS` and `DECODES`.

    Args:
        edits: sorted and disjoint.
    """
    before: list[str] = []
    after: list[str] = []
    position = 0
    for declared in edits:
        (start, end), new = declared.edit
        gap, old = _edges(text[position:start]), text[start:end]
        if declared.safety is not Safety.SAFE or _is_repair(declared, old):
            sides = (new, new)
        elif _is_deletion(declared, old) and not _cuts_word(text, start, end):
            sides = ("\n", "")
        else:
            sides = (old, new)
        before += (gap, sides[0])
        after += (gap, sides[1])
        position = end
    rest = _edges(text[position:])
    difference = _difference(words("".join((*before, rest))), words("".join((*after, rest))))
    return difference or _lost_copy(text, edits)


def _lost_copy(text: str, edits: Sequence[Declared]) -> str:
    """What would be deleted as a second copy though no other copy stays; what other families delete is their affair."""
    copies = [
        declared.edit
        for declared in edits
        if declared.family == COPIES
        and declared.safety is Safety.SAFE
        and _is_deletion(declared, text[slice(*declared.edit.span)])
    ]
    left = f" {' '.join(words(apply_edits(text, copies)))} " if copies else ""
    for span, _ in copies:
        for line in text[slice(*span)].splitlines():
            found = words(line)
            if sum(map(len, found)) >= _TELLING and f" {' '.join(found)} " not in left:
                return f"{_shown(line.strip())} stands nowhere else"
    return ""


def _edges(gap: str) -> str:
    """What stands between two edits without the words inside of it, which are the same on both sides."""
    first = _BREAK.search(gap)
    last = max(gap.rfind(" "), gap.rfind("\n"))
    return gap[: first.end()] + gap[last:] if first and first.end() <= last else gap


def _is_repair(declared: Declared, old: str) -> bool:
    new = declared.edit.text
    if words(old) == words(new) and not _was_misread(old, new):  # in `Ã£`, which was ã, stands a capital of ã
        return False
    if declared.family in DECODES and new and old.startswith("&") and old.endswith(";"):
        return True
    return declared.family in REPAIRS and not old.isascii() and _keeps_ascii(old, new)


def _was_misread(old: str, new: str) -> bool:
    """Whether UTF-8, read in a Western code page, makes the old of the new."""
    raw = new.encode("utf-8", "surrogatepass")
    return any(raw.decode(codec, "replace") == old for codec in ("latin-1", "cp1252"))


def _keeps_ascii(old: str, new: str) -> bool:
    """Whether the letters and digits of ASCII stand in both in the same order; the new may have more (`ﬁ` is fi)."""
    rest = iter(normalize("NFKD", new).casefold())
    return all(character.casefold() in rest for character in old if character.isascii() and character.isalnum())


def _is_deletion(declared: Declared, old: str) -> bool:
    return not declared.edit.text and declared.family in DELETES and bool(words(old))


def _cuts_word(text: str, start: int, end: int) -> bool:
    return any(0 < place < len(text) and words(text[place - 1]) and words(text[place]) for place in (start, end))


def _difference(before: Iterable[str], after: Iterable[str]) -> str:
    for old, new in zip_longest(before, after):
        if old != new:
            return f"{_shown(old)} would become {_shown(new)}"
    return ""


def _shown(word: str | None) -> str:
    return "nothing" if word is None else repr(word[:_SHOWN])
