"""The command `explain`: why a place is flagged, why another is not, and which setting decided."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from newslint.api import Job, Request, settle
from newslint.config import ConfigError, nearest
from newslint.config.stages import discovery_options, reading_options
from newslint.document import Document, DocumentRef
from newslint.finding import Location, Notice
from newslint.reading import FileEntry, discover, read, split
from newslint.reporters.escaping import terminal

from . import output
from .debt import debt
from .debt_options import Source
from .exits import CLEAN, FAILED
from .explain_copies import copy_lines
from .explain_document import document_lines
from .explain_findings import Explainer, every_rule
from .explain_reading import reading_of

_NUMBERS: Final = re.compile(r"(?P<path>.+?)(?P<numbers>(?::[0-9]{1,9}){1,3}):?", re.DOTALL)


@dataclass(frozen=True)
class Place:
    """What is asked about: a file, perhaps a record of it, perhaps a line of the text."""

    path: str
    record: int | None = None
    line: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.path, self.record, self.line) if part is not None)

    def touches(self, location: Location) -> bool:
        """Whether a place lies there, at least in part."""
        (path, record), line = location.ref, self.line
        within = line is None or location.line <= line <= max(location.line, location.end_line)
        return path == self.path and self.record in (None, record) and within


@dataclass(frozen=True)
class Question:
    """What the command line asks beside the place.

    Attributes:
        rule: the only rule to speak of.
        others: files and folders to compare with.
    """

    rule: str | None = None
    others: tuple[str, ...] = ()


def explain(place: str, request: Request, question: Question, source: Source) -> int:
    """Explain a place as reports name it (`a.txt:4`, `feed.jsonl:12:3`; a column behind it is left aside).

    Raises:
        ConfigError: there is no such file, record, line or rule.
    """
    path, numbers = _parted(place)
    job = settle([path], request)
    rules = every_rule(job)
    if question.rule is not None and question.rule not in rules:
        raise ConfigError("", "", f"no rule is called {question.rule!r}{nearest(question.rule, rules)}")
    entry = _entry(path, job)
    asked = Place(entry.path, *_record_and_line(entry, numbers))
    if 0 in numbers:
        raise ConfigError("", "", f"{asked}: records and lines are counted from 1")
    with debt(job, [path], source) as known:
        explainer = Explainer(job, rules, known, question.rule)
        _say(_file_lines(path, job))
        read_all = _explain_documents(entry, asked, explainer)
        if question.others:
            paths = [*question.others, asked.path]
            _say(copy_lines(paths, asked.touches, explainer, partial(_document_at, job=job)))
    return CLEAN if read_all else FAILED


def _say(lines: Iterator[str]) -> None:
    for line in lines:
        output.write(f"{terminal(line)}\n")


def _parted(place: str) -> tuple[str, list[int]]:
    """Path and numbers; a file whose name ends in numbers wins."""
    match = _NUMBERS.fullmatch(place)
    if match is None or os.path.lexists(place):
        return place, []
    return match["path"], [int(number) for number in match["numbers"][1:].split(":")]


def _entry(path: str, job: Job) -> FileEntry:
    if os.path.isdir(path):
        raise ConfigError("", "", f"{path} is a folder: name one of its files")
    options = discovery_options(job.config, job.request.include, job.request.exclude)
    found = discover([path], replace(options, force_exclude=False))
    if not found.files:
        raise ConfigError("", "", "; ".join(f"{item.path}: {item.message}" for item in found.notices))
    return found.files[0]


def _record_and_line(entry: FileEntry, numbers: Sequence[int]) -> tuple[int | None, int | None]:
    first, second = [*numbers, None, None][:2]
    return (None, first) if entry.format == "text" else (first, second)


def _file_lines(path: str, job: Job) -> Iterator[str]:
    reading = reading_of(path, job)
    yield path
    yield f"  configuration: {job.config.where or 'none'}"
    yield f"  read when its folder is checked: {'yes' if reading.is_read else 'no'} ({reading.why})"


def _explain_documents(entry: FileEntry, asked: Place, explainer: Explainer) -> bool:
    """Explain each document that is asked about; whether all of the file could be read."""
    met, read_all = False, True
    for item in _documents(entry, explainer.job):
        if isinstance(item, Notice):
            read_all &= not item.failed
            _say(iter([f"  {item.message}"]))
        elif asked.record in (None, item.ref.record):
            if asked.line is not None and asked.line > len(item.line_starts):
                raise ConfigError("", "", f"{asked}: the text ends in line {len(item.line_starts):,}")
            met = True
            _say(document_lines(item, asked.line, explainer))
    if asked.record is not None and not met:
        raise ConfigError("", "", f"{asked}: there is no such record")
    return read_all


def _documents(entry: FileEntry, job: Job) -> Iterator[Document | Notice]:
    options = reading_options(job.config)
    for chunk in split(entry, options):
        if isinstance(chunk, Notice):
            yield chunk
        else:
            yield from read(chunk, options)


def _document_at(ref: DocumentRef, job: Job) -> Document:
    found = (item for item in _documents(_entry(ref.path, job), job) if isinstance(item, Document))
    return next(document for document in found if document.ref == ref)
