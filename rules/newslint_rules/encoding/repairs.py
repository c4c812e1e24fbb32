"""Repairs of misread text by ftfy's encoding steps: never its quotes, widths, ligatures or normal forms."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import takewhile
from typing import Any, Final, NamedTuple

from newslint import lazy_pattern

from .suspects import SUSPECT, is_suspect

LINE: Final = lazy_pattern(r"[^\r\n]+")
WINDOW: Final = 10_000
_PIECE: Final = lazy_pattern(rf".{{1,{WINDOW}}}(?:(?<=[!-~])(?= [!-~])|$)|.{{1,{WINDOW}}}", re.DOTALL)
_HALF_QUOTE: Final = lazy_pattern("\u00e2\u20ac(?=[ ,.;:!?)\\]]|$)")
"""A closing quotation mark whose last byte, a control in Windows-1252, is lost: with the blank behind it ftfy makes a
dagger of it."""
_DOUBTFUL: Final = lazy_pattern("[\ufffd\ufb00-\ufb06]")
"""What is lost, and ligatures: letters in their own right more often than bytes of Mac Roman."""
_ASCII: Final = lazy_pattern("[\x00-\x7f]+")
_ALPHABETS: Final = ("Latin", "Greek", "Cyrillic", "Hebrew", "Arabic", "Thaana", "Nko", "Syriac", "Armenian")
_NOT_LATIN: Final = lazy_pattern("[\u0370-\u1dff\u3040-\ud7ff]")
_LATIN: Final = lazy_pattern("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]{2}")
_TIMES: Final = 3
_GUESSED: Final = frozenset({"replace_lossy_sequences", "restore_byte_a0"})


class Repair(NamedTuple):
    """What was misread.

    Attributes:
        start, end: of the run that changes, in the document's text.
        text: what it should be; None where that is lost.
        cause: which encoding was read as which.
        steps: that mend it, for programs.
        proven: the run as a whole is valid in the other encoding, and nothing in it was guessed.
    """

    start: int
    end: int
    text: str | None
    cause: str
    steps: tuple[str, ...] = ()
    proven: bool = False


class Run(NamedTuple):
    """What stands in a line from the first of some signs to the last.

    Attributes:
        start: in the document's text.
        text: empty where none of the signs stands in the line.
        signs: how many of them there are.
    """

    start: int
    text: str
    signs: int

    def repair(self, meant: str, read_as: str, written_in: str, cause: str) -> Repair:
        """What was misread is the whole run."""
        steps = (f"encode {read_as}", f"decode {written_in}")
        return Repair(self.start, self.start + len(self.text), meant, cause, steps)


def run_in(line: re.Match[str], signs: re.Pattern[str]) -> Run:
    """The run of a line of the text."""
    start = end = count = 0
    for count, match in enumerate(signs.finditer(line[0]), 1):  # no list: a line may have millions
        end = match.end()
        if count == 1:
            start = match.start()
    return Run(line.start() + start, line[0][start:end], count)


def recoded(text: str, read_as: str, written_in: str, *, controls: bool = False) -> str | None:
    """A text as it was before it was read in another encoding; None where it cannot have been.

    Args:
        controls: C1 controls stand for the bytes that `read_as` leaves undefined.
    """
    try:
        return (bytes_of(text, read_as) if controls else text.encode(read_as)).decode(written_in)
    except UnicodeError:
        return None


def bytes_of(text: str, read_as: str) -> bytes:
    """What a text was read from; C1 controls stand for the bytes that the code page leaves undefined.

    Raises:
        UnicodeEncodeError: the code page lacks one of the characters.
    """
    return b"".join(sign.encode("latin-1" if "\x80" <= sign <= "\x9f" else read_as) for sign in text)


def encoding_repairs(text: str, rare: frozenset[str]) -> Iterator[Repair]:
    """What ftfy would repair, one a line: the run from the first to the last change.

    Lines of more than `WINDOW` characters are looked at in pieces, for ftfy is slow on long texts.

    Args:
        rare: the rare characters of the text.
    """
    if not is_suspect(text, rare):
        return
    for line in LINE.finditer(text):
        if line[0].isascii():
            continue
        pieces = _PIECE.finditer(line[0]) if len(line[0]) > WINDOW else (line,)
        for piece in pieces:
            offset = piece.start() + (line.start() if piece is not line else 0)
            if SUSPECT.search(piece[0]) and (repair := _repair(piece[0], offset)):
                yield repair


def _repair(text: str, offset: int) -> Repair | None:
    from ftfy import fix_encoding_and_explain  # only for suspects: its import takes longer than most runs

    fixed, plan = fix_encoding_and_explain(_HALF_QUOTE.sub("\u00e2\u20ac\x9d", text))
    steps = [(step.action, step.parameter) for step in plan or ()]
    # Without a step from or to UTF-8 there are only C1 controls to mend, which have a rule of their own.
    if fixed == text or not any("utf" in parameter for _, parameter in steps):
        return None
    start = _shared(text, fixed)
    if text[max(0, start - 1) : start + 1] == "\u00c3\u0083":  # `Ã` as well as half of it
        start -= 1
    behind = _shared(text[start:][::-1], fixed[start:][::-1])
    end, fixed_end = len(text) - behind, len(fixed) - behind
    if _is_chance(fixed, start, fixed_end):
        return None
    return Repair(
        offset + start,
        offset + end,
        fixed[start:fixed_end],
        _cause(steps),
        tuple(" ".join(step) for step in steps),
        not _DOUBTFUL.search(text[start:end] + fixed[start:fixed_end])
        and not any(parameter in _GUESSED for _, parameter in steps)
        and _is_proven(text, fixed, steps),
    )


def _is_proven(text: str, fixed: str, steps: Sequence[tuple[str, str]]) -> bool:
    """Whether the line is sound after its repair, and each stretch that changes is UTF-8 as a whole.

    A text in another code page (Chinese, Polish) looks like misread UTF-8 in places, and ftfy repairs these:
    what comes out is still bad, or mixes scripts in a word.
    """
    from ftfy.badness import is_bad

    old, new = _ASCII.split(text), _ASCII.split(fixed)
    if len(old) != len(new) or is_bad(fixed) or _mixed().search(fixed):
        return False
    kept = [one for one, other in zip(old, new, strict=True) if one == other]
    if any(map(_LATIN.search, kept)) and any(map(_NOT_LATIN.search, new)):
        return False  # these are misread, too, but have lost a byte: beside what was repaired nobody would see it
    codecs = {"latin-1", "sloppy-windows-1252", *(codec for action, codec in steps if action == "encode")}
    return all(one == other or _is_misread(one, other, codecs) for one, other in zip(old, new, strict=True))


@cache
def _mixed() -> Any:
    """Finds a letter beside one of another alphabet."""
    import regex  # only for suspects

    others = {one: "".join(rf"\p{{{other}}}" for other in _ALPHABETS if other != one) for one in _ALPHABETS}
    return regex.compile("|".join(rf"\p{{{one}}}\p{{M}}*[{others[one]}]" for one in _ALPHABETS))


def _is_chance(fixed: str, start: int, end: int) -> bool:
    """Whether all that comes out is one letter of another alphabet than its word: two signs that happen to make it."""
    letters = _ASCII.sub("", fixed[start:end])
    return len(letters) == 1 and bool(_mixed().search(fixed, max(0, start - 1), end + 1))


def _is_misread(text: str, meant: str, codecs: Collection[str]) -> bool:
    """Whether UTF-8, read in one of the code pages up to `_TIMES` times, makes `text` of `meant`."""
    found = {text}
    for _ in range(_TIMES):
        found = {decoded for one in found for codec in codecs if (decoded := recoded(one, codec, "utf-8"))}
        if meant in found:
            return True
    return False


def _shared(one: str, other: str) -> int:
    """How many characters the two have in common at the start."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _cause(steps: Sequence[tuple[str, str]]) -> str:
    codecs = [parameter.removeprefix("sloppy-") for action, parameter in steps if action == "encode"]
    times = " twice" if len(codecs) == 2 else f" {len(codecs)} times" if len(codecs) > 2 else ""
    return f"UTF-8 read as {codecs[0]}{times}" if codecs else "UTF-8 read as another encoding"
