"""Makes text of a corpus, and the names of its files, harmless for the place it is written to: one function a sink.

Sources: the workflow commands of the GitHub runner (actions/runner: ActionCommand.cs; actions/toolkit: command.ts),
CWE-1236 for formulas in spreadsheets, RFC 8259 (JSON), RFC 3986 (URI), the GitHub Flavored Markdown specification.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from typing import Final

from newslint.lazy import lazy_pattern

_CONTROLS: Final = "\x00-\x1f\x7f-\x9f\u2028\u2029"
_DIRECTIONS: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_ZERO_WIDTH: Final = "\xad\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff0-\ufffb\U000e0000-\U000e007f"
_NO_CHARACTERS: Final = "\ud800-\udfff\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
# Joiners belong to words of Arabic and Indic scripts and to emoji; after anything else they are invisible stray bytes.
_STRAY_JOINER: Final = "(?<![\u0600-\u1fff\u2070-\U0010ffff])[\u200c\u200d]"
_HIDDEN: Final = lazy_pattern(f"[{_CONTROLS}{_DIRECTIONS}{_ZERO_WIDTH}{_NO_CHARACTERS}]|{_STRAY_JOINER}")
_BLANKS: Final = frozenset("\xa0\u1680\u202f\u205f\u3000").union(map(chr, range(0x2000, 0x200B)))
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_SHORT: Final = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}

# The runner acts on `::name::` at the start of a line and on `##[name]` anywhere in it; `##name[` is its forerunner's.
_COMMAND: Final = re.compile(r"(?P<start>\A\s*):|##(?=\w*\[)")
# Where the list separator is a semicolon, and by default in LibreOffice, a cell begins behind each of these, too.
_FORMULA: Final = re.compile(r"(\A(?=\s*[=+\-@|%＝＋－＠])|;(?=[\s\"]*[=+\-@|%＝＋－＠]))")
_MARKDOWN: Final = re.compile(r"[\\`*_\[\]<>|~&$^!{}()]|[@#](?=\S)|:(?=\S)|(?<=www)\.|\A[-+=>#]|(?<=\A\d)[.)]")


def visible(text: str) -> str:
    r"""`text` with every character that cannot be seen, or that steers a terminal, shown as an escape.

    Covers C0 (newline, tab and return as `\n`, `\t`, `\r`), DEL, C1, U+2028 and U+2029, bidi and zero-width
    characters, lone surrogates (`\udc41`; the bytes of a file name that are no UTF-8 as `\xNN`) and noncharacters.
    """
    return _HIDDEN.sub(_shown, text) if _may_hide(text) else text


def _may_hide(text: str) -> bool:
    """Whether the search is worth its while: nearly all text is printable, or only blanks of it are not."""
    return not text.isprintable() and any(not character.isprintable() for character in set(text) - _BLANKS)


def _shown(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if character in _SHORT:
        return _SHORT[character]
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    if code < 0x80:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def terminal(text: str) -> str:
    """For a terminal or the log of a CI service: one line, nothing hidden, no command that a runner would obey."""
    return _COMMAND.sub(_broken, visible(text))


def _broken(match: re.Match[str]) -> str:
    return "#\\x23" if match["start"] is None else f"{match['start']}\\x3a"


def json_text(text: str) -> str:
    r"""For a string of a JSON document: lone surrogates are shown as `\xNN` or `\uXXXX`, all else stays."""
    return _SURROGATE.sub(_shown, text) if not text.isascii() else text


def json_line(value: object) -> str:
    """`value` as JSON on one line: strict UTF-8, no NaN, no hidden character raw, no runner command inside.

    A float without a finite value becomes null; tuples and sets become lists. What JSON can say by an escape is
    said by an escape, so a parser gives every other value back as it was.
    """
    try:
        dumped = _dumps(value)
    except ValueError:  # not a number, or without an end
        dumped = _dumps(_finite(value))
    if _may_hide(dumped):
        dumped = _HIDDEN.sub(_escaped, dumped)
    return re.sub(r"(##\w*)\[", r"\1\\u005b", dumped) if "##" in dumped else dumped


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, default=_plain)


def _escaped(match: re.Match[str]) -> str:
    text = _shown(match) if "\ud800" <= match[0] <= "\udfff" else match[0]
    return json.dumps(text)[1:-1]


def _plain(value: object) -> object:
    """What the standard library does not know."""
    if isinstance(value, Mapping):
        return dict(value)
    return sorted(value, key=repr) if isinstance(value, set | frozenset) else str(value)


def _finite(value: object) -> object:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {key: _finite(item) for key, item in value.items()}
    return [_finite(item) for item in value] if isinstance(value, list | tuple) else value


def toml_text(text: str) -> str:
    """`text` as a basic string of TOML, quotes included; lone surrogates, which TOML cannot hold, are shown."""
    escaped = json_text(text).replace("\\", "\\\\").replace('"', '\\"')
    shown = re.sub(r"(##\w*)\[", r"\1\\u005b", _HIDDEN.sub(_toml_escape, escaped))
    return f'"{shown}"'


def _toml_escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def csv_cell(text: str) -> str:
    """For a cell of a table that a spreadsheet opens: as `terminal`, and a formula is turned into text by a quote."""
    return _FORMULA.sub(r"\1'", terminal(text))


def markdown(text: str) -> str:
    """For text or a table cell of Markdown: no markup, link, mention, reference, emoji name or HTML comes alive.

    Mentions and references are searched for after entities are resolved: a zero-width space keeps them apart.
    """
    return _MARKDOWN.sub(_entity, terminal(text))


def _entity(match: re.Match[str]) -> str:
    character = match[0]
    apart = "&#8203;" if character in "@#" and match.end() < len(match.string) else ""
    return f"&#{ord(character)};{apart}"


def markdown_code(text: str) -> str:
    """For Markdown, in the type of program text."""
    shown = terminal(text)
    if not shown.strip() or shown != shown.strip() or re.search(r"[`|\\]", shown):
        return f"<code>{markdown(text)}</code>"
    return f"`{shown}`"


def markup(text: str) -> str:
    """For the text or a quoted attribute of HTML or XML. What a runner would obey is spelt with entities."""
    import html  # with its table of all entities

    return _COMMAND.sub(_broken_markup, html.escape(visible(text), quote=True))


def _broken_markup(match: re.Match[str]) -> str:
    return "#&#35;" if match["start"] is None else f"{match['start']}&#58;"


def sarif_message(text: str) -> str:
    """For a plain message of SARIF (section 3.11.6): brackets that are no link to a related place."""
    return re.sub(r"[\\\[\]]", r"\\\g<0>", terminal(text))


def github_data(text: str) -> str:
    """For the message of a GitHub workflow command."""
    return terminal(text).replace("%", "%25")


def github_property(text: str) -> str:
    """For the value of a property of a GitHub workflow command."""
    return github_data(text).replace(":", "%3A").replace(",", "%2C")


def uri(path: str) -> str:
    """A relative path as a URI reference: the bytes of the path, percent-encoded, `/` kept."""
    try:
        raw = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raw = path.encode("utf-8", "surrogatepass")
    from urllib.parse import quote  # only where addresses are made

    return quote(raw, safe="/")
