"""Patterns of paths in the syntax of .gitignore, matched in a time that no pattern and no name can stretch.

pathspec turns a pattern into an expression in which every `*` may end anywhere: a name of 60 letters keeps one with
twelve of them busy for years. Here each `*` but the last of its part of a path, and each `**` but the last, takes the
first place that fits. No other could fit better: what stands between two `*` has one length, and what stands between
two `**` so many parts.
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
_TOKEN: Final = re.compile(
    "|".join([*map(re.escape, (_STAR, *_LAZY)), r"\\.", r"\[\^?\]?(?:[^\]\\]|\\.)*\]", "."]), re.DOTALL
)
_RANGE: Final = re.compile(r"(\\.|.)(?:-(\\.|.))?", re.DOTALL)
"""A character in brackets, or the first and the last of several."""


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

    expression, include = kind.pattern_to_regex(line)
    if expression is None:
        return RegexPattern(None)
    try:
        return RegexPattern(re.compile(bounded(expression), re.DOTALL), include)
    except (re.error, OverflowError, RecursionError) as error:  # a range that runs backwards, say
        raise ValueError(f"{line!r} is no pattern: {error}") from None


def bounded(expression: str) -> str:
    """An expression of pathspec as one that finds the same, without trying every end of every `*`.

    A line feed is a character of a name like any other.
    """
    sections: list[list[str]] = [[]]
    for token in _TOKEN.findall(expression):
        if token in _LAZY:
            sections.append([])
        sections[-1].append(_plain(token))
    first, *deep = sections
    for section in deep[:-1]:
        section[0] = _LAZY[section[0]]
    inner = (f"(?>{_section(section)}(?=/))" for section in deep[:-1])
    return "".join(chain([_section(first)], inner, map(_section, deep[-1:])))


def _plain(token: str) -> str:
    """A token without what `re` reads in another way than git, or warns that it will."""
    if token == "$":
        return r"\Z"
    if token[0] != "[" or token.startswith(_NOT_SLASH):
        return token
    sign, inner = ("^", token[2:-1]) if token[1] == "^" else ("", token[1:-1])
    return f"(?!/)[{sign}{_RANGE.sub(_escaped, inner)}]"


def _escaped(found: re.Match[str]) -> str:
    return "-".join(end if len(end) > 1 else re.escape(end) for end in found.groups() if end)


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
