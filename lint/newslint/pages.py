"""Rule pages: one Markdown file is a rule's documentation and its test.

In the section "Examples" each fence `text` is a document (with `file=NAME`, one document of a corpus). The marks ⟦ ⟧
stand around the findings that the rule must have there, and are taken out before the text is checked.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple

from .document import Document, DocumentRef, Span
from .engine import check_documents
from .finding import Finding, Fix, Safety
from .fixing import apply_edits, disjoint_edits
from .pattern import PatternRule
from .reading import Chunk, FileEntry, ReadingOptions, document_of, read
from .reading.segment import segment
from .rule import Rule, options

SECTIONS: Final = ("What it finds", "Why it matters", "When not to use it", "Options", "Fix", "Examples")
"""The sections of a page, in order. `Options` stands there only where the rule has any."""

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
        PageError: no title or summary, marks without a partner, an unknown escape, a `fixed` without its text.
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
            files.append(_file(words.pop("file", "example.txt"), text, place))
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


def configured(rule: Rule, settings: Mapping[str, str]) -> Rule:
    """The rule with the options of an example.

    Raises:
        PageError: the rule has no such option.
    """
    values = {}
    for key, value in settings.items():
        if key not in options(rule):
            raise PageError(f"{rule.name}: no option is called {key}")
        values[key.replace("-", "_")] = _value(value)
    return replace(rule, **values) if values else rule  # type: ignore[type-var]


def _value(text: str) -> Any:
    try:
        value = tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text
    return tuple(value) if isinstance(value, list) else value


def documents_of(file: ExampleFile) -> list[Document]:
    """The documents that the file holds, read as any file is; one for a text, one a record for JSON Lines."""
    try:
        data = file.text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # a lone surrogate: it comes out of JSON only
        return [Document(DocumentRef(file.name), file.text, segment(file.text))]
    if not file.name.endswith(".jsonl"):
        return [document_of(DocumentRef(file.name), data, ReadingOptions())]
    entry = FileEntry(file.name, file.name, len(data), "jsonl", False, "")
    documents = read(Chunk(entry, 0, len(data), 1, data), ReadingOptions())
    return [document for document in documents if isinstance(document, Document)]


def check_example(rule: Rule, example: Example) -> list[str]:
    """What is wrong with an example, in words; empty where the rule does as the page says."""
    rule = configured(rule, example.options)
    documents = {file.name: documents_of(file) for file in example.files}
    findings = check_documents([document for several in documents.values() for document in several], [rule])
    faults: list[str] = []
    for file in example.files:
        own = [finding for finding in findings if finding.location.ref.path == file.name]
        faults += _misplaced(file, documents[file.name], own)
        if file.fixed is not None:
            faults += _misfixed(rule, file, own)
    return [f"line {example.line}: {fault}" for fault in faults]


def _misplaced(file: ExampleFile, documents: Sequence[Document], findings: Sequence[Finding]) -> Iterator[str]:
    if file.name.endswith(".jsonl"):  # inside JSON a mark names the record
        expected = sorted(file.text.count("\n", 0, span.start) + 1 for span in file.expected)
        found = sorted(finding.location.ref.record or 0 for finding in findings)
        if expected != found:
            yield f"{file.name}: expected findings in the records {expected}, found {found}"
        return
    lost = len(file.text) - len(documents[0].text)  # a byte order mark at the start is no text
    wanted = [Span(start - lost, end - lost) for start, end in file.expected]
    spans = sorted(finding.location.span for finding in findings)
    text = documents[0].text
    for span in wanted:
        if span not in spans:
            yield f"{file.name}: not found: {_shown(span, text)}"
        else:
            spans.remove(span)
    yield from (f"{file.name}: found, but not marked: {_shown(span, text)}" for span in spans)


def _shown(span: Span, text: str) -> str:
    return f"{text[span.start : span.end]!a} at {span.start}:{span.end}"


def _misfixed(rule: Rule, file: ExampleFile, findings: Sequence[Finding]) -> Iterator[str]:
    (document,) = documents_of(file)
    fixed = apply_edits(document.text, disjoint_edits(_fixes(findings)))
    if fixed != file.fixed:
        yield f"{file.name}: the fix gives {fixed!a}, the page has {file.fixed!a}"
        return
    again = check_documents(documents_of(file._replace(text=fixed)), [rule])
    if disjoint_edits(_fixes(again)):
        yield f"{file.name}: the fix does not hold: applied again it changes the text once more"


def _fixes(findings: Sequence[Finding]) -> list[Fix]:
    return [finding.fix for finding in findings if finding.fix and finding.fix.safety != Safety.DISPLAY]


def check_page(rule: Rule, page: Page) -> list[str]:
    """What is wrong with a page as a whole, its examples aside: sections, options, examples of both sorts."""
    own = {} if isinstance(rule, PatternRule) else options(rule)  # the keys of a rule file are no options
    wanted = [section for section in SECTIONS if section != "Options" or own]
    faults = []
    if page.title != rule.name:
        faults.append(f"the title is {page.title!r}")
    if list(page.sections) != wanted:
        faults.append(f"the sections are {', '.join(page.sections)}; they should be {', '.join(wanted)}")
    for name in own:
        if not re.search(rf"`{re.escape(name)}`.*`{re.escape(_toml(own[name]))}`", page.sections.get("Options", "")):
            faults.append(f"the option {name} and its default {_toml(own[name])} are not documented")
    if not any(example.flagged for example in page.examples):
        faults.append("no example has a finding")
    if all(example.flagged for example in page.examples):
        faults.append("no example is silent")
    return faults


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, tuple | frozenset | list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return str(value)
