"""Character references of HTML, decoded to a fixpoint in linear time."""

from __future__ import annotations

from html import unescape
from html.entities import html5, name2codepoint
from typing import Final

from newslint import lazy_pattern

REFERENCES: Final = lazy_pattern(r"&#?[A-Za-z0-9]{1,32};(?>(?:(?>[#A-Za-z0-9]{0,32}(?:&[#A-Za-z0-9]{0,32})?);)*)")
"""References that touch each other, as `&amp;nbsp;` or `&eacute;t&eacute;`: decoding one can make another.

Atomic groups, for up to Python 3.11.4 a possessive group keeps what a failed repetition had matched (cpython#106052).
"""

_LONGEST: Final = 34
"""Of a reference, `&` and `;` included (`&CounterClockwiseContourIntegral;`)."""
_SINGLE: Final = lazy_pattern(r"&(#?[A-Za-z0-9]{1,32});")
_NUMBER: Final = lazy_pattern(r"#(?:([0-9]{1,7})|[xX]([0-9A-Fa-f]{1,6}))")


def meaning(name: str) -> str | None:
    """What `&name;` stands for; None where nobody knows it, or only HTML 5 knows its two letters (`&pm;`, `&or;`).

    As browsers do it (HTML Standard, section 13.2.5.80): numbers of C1 controls mean Windows-1252, other controls
    nothing. Halves of a surrogate pair stay halves here.
    """
    if not name.startswith("#"):
        return html5.get(f"{name};") if len(name) > 2 or name.lower() in name2codepoint else None
    number = _NUMBER.fullmatch(name)
    if number is None:
        return None
    code = int(number[1]) if number[1] else int(number[2], 16)
    return chr(code) if 0xD800 <= code < 0xE000 else unescape(f"&{name};")


def decoded(text: str) -> str:
    """`text` with every reference decoded, also those that only decoding makes (`&amp;amp;nbsp;` is U+00A0)."""
    done: list[str] = []
    for character in text:
        done.append(character)
        while done and done[-1] == ";":
            name = "".join(done[-_LONGEST:-1]).rpartition("&")
            found = meaning(name[2]) if name[1] else None
            if found is None:
                break
            del done[-len(name[2]) - 2 :]
            done.extend(found)
    whole = "".join(done)
    if any("\ud800" <= character <= "\udfff" for character in whole):
        whole = whole.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")  # joins pairs
    return whole


def stands_alone(text: str, start: int, end: int, new: str) -> bool:
    """Whether `new` in the place of `text[start:end]` makes no reference with what stands around it."""
    before = text[max(0, start - _LONGEST) : start]
    after = text[end : end + _LONGEST]
    crossing = (
        match
        for match in _SINGLE.finditer(before + new + after)
        if match.start() < len(before) + len(new) and match.end() > len(before)
    )
    return all(meaning(match[1]) is None for match in crossing)
