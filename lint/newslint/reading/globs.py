"""Patterns of paths in the syntax of .gitignore, matched in a time that no pattern and no name can stretch.

pathspec turns a pattern into an expression in which every `*` may end anywhere: a name of 60 letters keeps one with
twelve of them busy for years. Here each `*` but the last of its part of a path, and each `**` but the last, takes the
first place that fits. No other could fit better: what stands between two `*` has one length, and what stands between
two `**` so many parts. Brackets are read here, as git reads them (but that a character is one, of however many bytes);
pathspec gets a `?` for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec, PathSpec, RegexPattern

_NOT_SLASH: Final = "[^/]"
_STAR: Final = f"{_NOT_SLASH}*"
_LAZY: Final = {"(?:.+/)?": "(?:.+?/)??", "(?:/.+)?/": "(?:/.+?)??/"}
"""How pathspec writes `**/` and `/**/`, and the same with the nearest end first."""
_ANY: Final = "[^/]+"
_TOKEN: Final = re.compile("|".join([*map(re.escape, (_STAR, _ANY, *_LAZY, _NOT_SLASH)), r"\\.", "."]), re.DOTALL)
_ITEM: Final = r"(?:\[:[^\]:]*:\]|(?:\\.|[^\\])(?:-(?:\\.|[^\]\\]))?)"
_ONE: Final = re.compile(rf"\\.|\*{{3,}}|\?|\[(?P<sign>[!^]?)(?P<items>{_ITEM}(?:(?!\]){_ITEM})*)\]", re.DOTALL)
"""What stands for one character (itself behind a backslash, any, or one of those in brackets), and many stars."""
_ITEMS: Final = re.compile(r"\[:(?P<name>[^\]:]*):\]|\\?(?P<first>.)(?:-\\?(?P<last>.))?", re.DOTALL)
_CLASSES: Final = {
    "alnum": "0-9A-Za-z", "alpha": "A-Za-z", "blank": r"\t ", "cntrl": r"\x00-\x1f\x7f", "digit": "0-9",
    "graph": "!-~", "lower": "a-z", "print": " -~", "punct": r"!-/:-@\[-`{-~", "space": r"\t-\r ", "upper": "A-Z",
    "xdigit": "0-9A-Fa-f",
}  # fmt: skip


def ignore_spec(lines: Iterable[str]) -> GitIgnoreSpec:
    """The lines of a .gitignore; the last one that speaks of a path decides.

    Raises:
        ValueError: one of them is no pattern.
    """
    from pathspec import GitIgnoreSpec
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

    return GitIgnoreSpec([_compiled(GitIgnoreSpecPattern, line) for line in lines], backend="simple")


def path_spec(pattern: str) -> PathSpec[Any]:
    """One pattern.

    Raises:
        ValueError: it is none.
    """
    from pathspec import PathSpec
    from pathspec.patterns.gitignore.basic import GitIgnoreBasicPattern

    return PathSpec([_compiled(GitIgnoreBasicPattern, pattern)], backend="simple")


def _compiled(kind: type[RegexPattern], line: str) -> Any:
    from pathspec import RegexPattern

    ones: list[str] = []

    def counted(found: re.Match[str]) -> str:
        if found[0][0] in "\\*":
            return found[0][:2]
        ones.append(_NOT_SLASH if found["items"] is None else _set(found["sign"], found["items"]))
        return "?"

    try:
        plain = _ONE.sub(counted, line)
        if "/" in line and "/" not in plain and line[0] != "#":  # in brackets it only keeps the pattern to its folder
            plain = re.sub("^!?", r"\g<0>/", plain)
        expression, include = kind.pattern_to_regex(plain)
        if expression is None:
            return RegexPattern(None)
        return RegexPattern(re.compile(bounded(expression, ones), re.DOTALL), include)
    except (re.error, KeyError, OverflowError, RecursionError) as error:  # a range that runs backwards, say
        raise ValueError(f"{line!r} is no pattern: {error}") from None


def _set(sign: str, items: str) -> str:
    """The characters in brackets as `re` has them."""
    return f"(?!/)[{'^' if sign else ''}{_ITEMS.sub(_escaped, items)}]"


def _escaped(item: re.Match[str]) -> str:
    if item["name"] is not None:
        return _CLASSES[item["name"]]
    return "-".join(re.escape(end) for end in (item["first"], item["last"]) if end)


def bounded(expression: str, ones: Iterable[str]) -> str:
    """An expression of pathspec as one that finds the same, without trying every end of every `*`.

    A line feed is a character of a name like any other.

    Args:
        ones: what each `?` stands for, in their order.
    """
    sections: list[list[str]] = [[]]
    left = iter(ones)
    for token in _TOKEN.findall(expression):
        if token in _LAZY:
            sections.append([])
        plain = next(left, token) if token == _NOT_SLASH else token
        sections[-1].append(r"\Z" if token == "$" else plain)
    first, *deep = sections
    for section in deep[:-1]:
        section[0] = _LAZY[section[0]]
    inner = (f"(?>{_section(section)}(?=/))" for section in deep[:-1])
    return "".join(chain([_section(first)], inner, map(_section, deep[-1:])))


def _section(tokens: list[str]) -> str:
    """What stands between two `**`, part by part of the path."""
    parts: list[list[str]] = [[]]
    for token in tokens:
        if token == "/":
            parts.append([])
        else:
            parts[-1].append(token)
    return "/".join(map(_part, parts))


def _part(tokens: list[str]) -> str:
    pieces: list[list[str]] = [[]]
    for token in tokens:
        if token == _STAR:
            pieces.append([])
        else:
            pieces[-1].append(token)
    before, *behind = map("".join, pieces)
    inner = (f"(?>[^/]*?{piece})" for piece in behind[:-1] if piece)
    return "".join(chain([before], inner, (_STAR + piece for piece in behind[-1:])))
