"""Signs of scripts and style sheets in a line of text."""

from __future__ import annotations

import re
from typing import Final

from newslint import lazy_pattern

CHARACTERS: Final = frozenset("{}=_<>[")
CALLS: Final = frozenset({"');", '");', "();"})
"""One of these stands in every line of code; a call alone counts in a short line only."""
_CALL: Final = lazy_pattern(r"['\"(]\);")
SHORT: Final = 160
_HINTS: Final = ("{", "}", ");", "(function", "<![", "]]>", "document.")
"""One of these stands next to every signal."""

_PROPERTIES: Final = (
    "align-|animation|background|border|bottom|box-|clear|color|cursor|display|filter|flex|float|font|height|left|letter-"
    "|line-height|list-style|margin|max-|min-|opacity|outline|overflow|padding|position|right|text-|top|transform|transition"
    "|vertical-align|visibility|white-space|width|word-|z-index|zoom"
)
SIGNAL: Final = lazy_pattern(
    rf"\{{\s{{0,9}}(?:/\*)?[*_-]?(?:{_PROPERTIES})[a-z-]{{0,30}}\s{{0,9}}:"
    r"|@(?:media|font-face|import)\b[^\n{;]{0,200}[{;]"
    r"|\bfunction\s{0,9}(?:[\w$]{1,60}\s{0,9})?\([\w$, ]{0,200}\)\s{0,9}\{"
    r"|\b(?:if|while|catch)\s?\([^\n(){}]{1,80}(?:\([^\n(){}]{0,80}\)[^\n(){}]{0,80})?\)\s?\{|\}\s?else\s?\{|\btry\s?\{"
    r"|\(function\s{0,9}\(|\}\)\(\);|\}\);|\(\)\s?=>\s?\{|<!\[CDATA\[|//\s?\]\]>"
    r"|\bdocument\.(?:write(?:ln)?|createElement|getElement\w{1,30}|querySelector\w{0,10}|addEventListener|cookie)\b"
    r"|\.(?:appendChild|insertBefore|addEventListener|getElementsBy\w{1,12}|setAttribute)\(|\.innerHTML\b"
    r"|\bgoogletag\.\w|\bdataLayer\.push\b|\bJSON\.(?:parse|stringify)\("
)
_STATEMENT: Final = lazy_pattern(
    r"(?:var|let|const) [\w$]{1,60}\s?=[^\n]{1,300};|[\w$]{1,60}(?:\.[\w$]{1,60}){1,6}\s?=\s?[^\s=][^\n]{0,300};"
    r"|\(?[\w$]{1,60}(?:\.[\w$]{1,60}){0,6}\((?:['\"\[{][^\n]{0,300})?\);"
    r"|(?:new )?[\w$]{1,60}(?:\.[\w$]{1,60}){0,6}\(\{\s{0,9}"
    r"|[\w$]{1,60}(?:[.\[][^\s\[.]{1,60}){0,6}\s?=\s?[\[{][\s\[{]{0,40}",
    re.ASCII,
)
_NAME: Final = lazy_pattern(r"[a-z]{2,}[a-z0-9]*(?:_[a-z0-9]+)+|[a-z]{5,}\d{3,}")
_NUMBER_OR_FILE: Final = lazy_pattern(r"\d{1,12}|css|flv|gif|jpe?g|js|mp4|php|png|swf|html?")
_PART: Final = lazy_pattern(
    r"[\s{}\[\]();,]{1,40}|//.*|/\*.*|.*\*/"
    r"|['\"]?[\w$-]{1,40}['\"]?\s?:\s?(?:'.*|\"(?:https?:)?//.*|\"[^\"]*\",|-?[\d.]+,(?:\s*//.*)?|function\b.*|\{.*|\[.*)"
)
_BETWEEN: Final = lazy_pattern(r"[})\]/*.#@<'\"].*|.*[{};,:(*/\]]|.{1,3}")
_WORDS: Final = lazy_pattern(r"[^\W\d_]{2,} [^\W\d_]{2,} [^\W\d_]{2,}|[\u3040-\u9fff]{4}")
_COMES_BEFORE: Final = lazy_pattern(
    r"(?:(?<=[\s;}])[A-Za-z_$][\w$]{0,60}(?:\.[\w$]{1,60}){1,6}|(?:\s?//\s?(?:<\s?!\[CDATA\[\s?)?){1,3})\Z", re.ASCII
)
"""The name of what is called, and the stroke that hides a sign from a browser: they stand before the first signal."""
_REACH: Final = 120
_GOES_ON: Final = lazy_pattern(r"[^\n{}]{0,120}?(?:[{}]|['\"]?\)+;|//\s?\]\]>)")


def is_code(line: str) -> bool:
    """Whether a line is a script's or a style sheet's, or holds a piece of one."""
    if not (any(sign in line for sign in CHARACTERS) or (len(line) <= SHORT and _CALL.search(line))):
        return False
    if any(hint in line for hint in _HINTS) and SIGNAL.search(line):
        return True
    return bool(line[-1] in ";{[" and _STATEMENT.fullmatch(line)) or _is_flattened(line)


def _is_flattened(line: str) -> bool:
    """Names, numbers and file endings of a script whose punctuation was dropped."""
    words = line.split() if "_" in line and len(line) <= SHORT else []
    names = sum(map(bool, map(_NAME.fullmatch, words)))
    rest = sum(map(bool, map(_NUMBER_OR_FILE.fullmatch, words)))
    return names >= 2 and rest >= 1 and 5 * (names + rest) >= 4 * len(words)


def is_part(line: str) -> bool:
    """Whether a line next to code belongs to it: brackets, comments, entries of an object."""
    return bool(_PART.fullmatch(line))


def may_stand_between(line: str) -> bool:
    """Whether a line between two lines of code belongs to them."""
    return bool(_BETWEEN.fullmatch(line))


def extent(line: str) -> tuple[int, int]:
    """Where the code in a line begins and ends: all of it, unless prose stands before or after."""
    first = SIGNAL.search(line)
    if first is None:
        return 0, len(line)
    start, end = first.span()
    while match := SIGNAL.search(line, end) or _GOES_ON.match(line, end):
        end = match.end()
    text_follows = line[-1] not in "};" and _WORDS.search(line, end)
    if before := _COMES_BEFORE.search(line, max(0, start - _REACH), start):
        start = before.start()
    return (start if _WORDS.search(line, 0, start) else 0), (end if text_follows else len(line))
