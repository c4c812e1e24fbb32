"""Findings as a stream in their fixed order that can be read again, in bounded memory."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import fields
from heapq import merge
from typing import IO, Any, Final

from newslint.document import DocumentRef, Span
from newslint.finding import ClusterId, Edit, Finding, Fix, Location, Related, Safety, Severity

from .checking import place

KEPT_IN_MEMORY: Final = 100_000
"""Findings held as objects; what is more goes to a temporary file, one JSON line each."""

_NAMES: Final = tuple(field.name for field in fields(Finding))


class FindingStream:
    """Findings in order. Add document findings in path order; corpus findings in any order."""

    def __init__(self, kept: int = KEPT_IN_MEMORY) -> None:
        self._kept = kept
        self._memory: list[Finding] = []
        self._spool: IO[bytes] | None = None
        self._corpus: list[Finding] = []

    def add(self, findings: Iterable[Finding]) -> None:
        """Append document findings; the caller keeps path order."""
        for finding in findings:
            if self._spool is None and len(self._memory) < self._kept:
                self._memory.append(finding)
                continue
            if self._spool is None:
                self._spool = tempfile.TemporaryFile(prefix="newslint-")  # noqa: SIM115 -- lives as long as the report
            self._spool.write(json.dumps(_pack(finding)).encode() + b"\n")

    def add_corpus(self, findings: Iterable[Finding]) -> None:
        """Add corpus findings; they are merged in by place."""
        self._corpus = sorted((*self._corpus, *findings), key=place)

    def __iter__(self) -> Iterator[Finding]:
        return merge(self._documents(), self._corpus, key=place)

    def _documents(self) -> Iterator[Finding]:
        yield from self._memory
        if self._spool is None:
            return
        offset = 0
        while True:  # several readers may be under way: each keeps its own place
            self._spool.seek(offset)
            line = self._spool.readline()
            if not line:
                return
            offset += len(line)
            yield _unpack(json.loads(line))


def _pack(finding: Finding) -> list[Any]:
    return [getattr(finding, name) for name in _NAMES]


def _location(row: list[Any]) -> Location:
    return Location(DocumentRef(*row[0]), Span(*row[1]), *row[2:])


def _unpack(row: list[Any]) -> Finding:
    values = dict(zip(_NAMES, row, strict=True))
    values["location"] = _location(values["location"])
    values["severity"] = Severity(values["severity"])
    values["related"] = tuple(Related(_location(item[0]), *item[1:]) for item in values["related"])
    if fix := values["fix"]:
        values["fix"] = Fix(fix[0], tuple(Edit(Span(*span), text) for span, text in fix[1]), Safety(fix[2]))
    if values["cluster"]:
        values["cluster"] = ClusterId(*values["cluster"])
    return Finding(**values)
