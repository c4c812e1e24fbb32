"""Holds a rule against its page: whether the page is whole, and whether the rule does what its examples say."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from .document import Document, DocumentRef, Span
from .engine import check_documents
from .finding import Finding, Fix, Safety
from .fixing import apply_edits, disjoint_edits, with_gaps_closed
from .pages import Example, ExampleFile, Page, PageError
from .pattern import PatternRule
from .reading import Chunk, FileEntry, ReadingOptions, document_of, read
from .reading.segment import segment
from .rule import Rule, options

SECTIONS: Final = ("What it finds", "Why it matters", "When not to use it", "Options", "Fix", "Examples")
"""The sections of a page, in order. `Options` stands there only where the rule has any."""


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
    return replace(rule, **values) if values else rule


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
    entry = FileEntry(file.name, file.name, len(data), "jsonl")
    documents = read(Chunk(entry, 0, len(data), 1, data), ReadingOptions())
    return [document for document in documents if isinstance(document, Document)]


def check_example(rule: Rule, example: Example) -> list[str]:
    """What is wrong with an example, in words; empty where the rule does as the page says."""
    try:
        faults = _faults(rule, example)
    except TimeoutError as error:
        faults = [str(error)]
    return [f"line {example.line}: {fault}" for fault in faults]


def _faults(rule: Rule, example: Example) -> list[str]:
    rule = configured(rule, example.options)
    documents = {file.name: documents_of(file) for file in example.files}
    findings = check_documents([document for several in documents.values() for document in several], [rule])
    faults: list[str] = []
    for file in example.files:
        own = [finding for finding in findings if finding.location.ref.path == file.name]
        faults += _misplaced(file, documents[file.name], own)
        if file.fixed is not None:
            faults += _misfixed(rule, file, own)
    return faults


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
    if file.name.endswith(".jsonl"):
        yield f"{file.name}: the fixed text of JSON Lines is not looked at; show the fix in a text"
        return
    (document,) = documents_of(file)
    fixed = apply_edits(document.text, with_gaps_closed(document, disjoint_edits(_fixes(findings))))
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
            form = f"- `{name}` (`{_toml(own[name])}`): …"
            faults.append(f"the option {name} and its default are not documented under Options, as {form}")
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
