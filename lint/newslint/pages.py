"""Rule pages: one Markdown file is a rule's documentation and its test.

In the section "Examples" each fence `text` is a document (with `file=NAME`, one document of a corpus). The marks ⟦ ⟧
stand around the findings that the rule must have there, and are taken out before the text is checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from .document import Span

OPEN, CLOSE = "⟦", "⟧"
_FENCE: Final = re.compile(r"^```(text|fixed)(?: ([^\n]*))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING: Final = re.compile(r"^## (.+)\n", re.MULTILINE)
_MARK: Final = re.compile(f"[{OPEN}{CLOSE}]")
_ESCAPE: Final = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(\n)|(.))", re.DOTALL)
_NAMED: Final = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\"}
_RAW_BYTE: Final = 0xDC00
"""Where a byte that is no UTF-8 stands as a lone surrogate (PEP 383)."""


class PageError(ValueError):
    """A page that cannot be used; the message names the page, the line and the cause."""


class ExampleFile(NamedTuple):
    """One document (or JSON Lines file) of an example.

    Attributes:
        name: of the file.
        text: without the marks; bytes that are no UTF-8 stand as lone surrogates (PEP 383).
        expected: the marked spans in `text`, sorted.
        fixed: the text after the rule's fixes; None where the page does not say.
    """

    name: str
    text: str
    expected: tuple[Span, ...]
    fixed: str | None = None


class Example(NamedTuple):
    """The files that are checked together, the options they are checked with, and the page's line they begin in."""

    files: tuple[ExampleFile, ...]
    options: Mapping[str, str]
    line: int

    @property
    def flagged(self) -> bool:
        return any(file.expected for file in self.files)


@dataclass(frozen=True)
class Page:
    """A parsed page: title, summary (one sentence), the sections' Markdown by heading, and the examples."""

    title: str
    summary: str
    sections: Mapping[str, str]
    examples: tuple[Example, ...]


def parse_page(text: str, where: str) -> Page:
    """The parts of a rule page.

    Args:
        text: of the Markdown file.
        where: its name, for error messages.

    Raises:
        PageError: no title or summary, marks without a partner, an unknown escape, a `fixed` without its text, two
            files of one name in an example.
    """
    head, *rest = _HEADING.split(text)
    lines = [line for line in head.splitlines() if line]
    if len(lines) < 2 or not lines[0].startswith("# "):
        raise PageError(f"{where}: line 1: a page begins with the rule's name as title and a summary below it")
    sections = dict(zip(rest[::2], (body.strip() for body in rest[1::2]), strict=True))
    return Page(lines[0][2:].strip(), " ".join(lines[1:]), sections, tuple(_examples(text, where)))


def _examples(page: str, where: str) -> Iterator[Example]:
    """The examples; fences with `file=` that follow each other with nothing between them are one corpus."""
    files: list[ExampleFile] = []
    settings: dict[str, str] = {}
    first = end = 0
    for fence in _FENCE.finditer(page, _examples_start(page)):
        line = page.count("\n", 0, fence.start()) + 1
        place = f"{where}: line {line}"
        words = _words(fence[2] or "", place)
        text = _decoded(fence[3], place) if "escapes" in words else fence[3]
        if fence[1] == "fixed":
            if not files or page[end : fence.start()].strip():
                raise PageError(f"{place}: a fixed fence stands right behind the text that it mends")
            files[-1] = files[-1]._replace(fixed=text)
        else:
            alone = "file" not in words or page[end : fence.start()].strip() or not first
            if files and alone:
                yield Example(tuple(files), settings, first)
                files, settings = [], {}
            first = first if files else line
            name = words.pop("file", "example.txt")
            if any(file.name == name for file in files):
                raise PageError(f"{place}: {name} stands twice in one example; a line of text between them parts two")
            files.append(_file(name, text, place))
            settings |= {key: value for key, value in words.items() if key != "escapes"}
        end = fence.end()
    if files:
        yield Example(tuple(files), settings, first)


def _examples_start(page: str) -> int:
    return max(0, page.find("\n## Examples"))


def _words(info: str, place: str) -> dict[str, str]:
    words = {}
    for word in info.split():
        key, equals, value = word.partition("=")
        if not equals and key != "escapes":
            raise PageError(f"{place}: {word!r} is neither escapes nor NAME=VALUE")
        words[key] = value
    return words


def _decoded(text: str, place: str) -> str:
    def character(match: re.Match[str]) -> str:
        byte, four, eight, line_end, name = match.groups()
        if byte:
            code = int(byte, 16)
            return chr(code if code < 0x80 else _RAW_BYTE + code)
        if four or eight:
            return chr(int(four or eight, 16))
        if line_end:
            return ""
        if name not in _NAMED:
            raise PageError(f"{place}: nobody knows the escape \\{name}")
        return _NAMED[name]

    return _ESCAPE.sub(character, text)


def _file(name: str, marked: str, place: str) -> ExampleFile:
    pieces, spans, opened = [], [], []
    last = length = 0
    for match in _MARK.finditer(marked):
        pieces.append(marked[last : match.start()])
        length += len(pieces[-1])
        last = match.end()
        if match[0] == OPEN:
            opened.append(length)
        elif opened:
            spans.append(Span(opened.pop(), length))
        else:
            raise PageError(f"{place}: {CLOSE} without {OPEN}")
    if opened:
        raise PageError(f"{place}: {OPEN} without {CLOSE}")
    return ExampleFile(name, "".join((*pieces, marked[last:])), tuple(sorted(spans)))
