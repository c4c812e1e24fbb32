"""Findings as a stream in their fixed order that can be read again, in bounded memory."""

from __future__ import annotations

import json
import weakref
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from heapq import merge
from itertools import groupby
from operator import attrgetter
from types import MappingProxyType
from typing import IO, Any, Final

from newslint.document import DocumentRef, Span
from newslint.finding import ClusterId, Edit, Finding, Fix, Location, Related, Safety, Severity

from .checking import place, without_superfluous

KEPT_IN_MEMORY: Final = 100_000
"""Findings held as objects; what is more goes to a temporary file, one JSON line each."""

READ_BYTES: Final = 1 << 20
EMPTY: Final[Mapping[str, frozenset[str]]] = MappingProxyType({})

_VALUES: Final = attrgetter(*(field.name for field in fields(Finding)))

_ENCODER: Final = json.JSONEncoder(separators=(",", ":"))


class Spool:
    """Findings in the order in which they were added; can be read again, by several readers at once."""

    def __init__(self, kept: int = KEPT_IN_MEMORY) -> None:
        self._kept = kept
        self._memory: list[Finding] = []
        self._file: IO[bytes] | None = None
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            self._count += 1
            if self._file is None and len(self._memory) < self._kept:
                self._memory.append(finding)
                continue
            if self._file is None:
                import tempfile  # only for very many findings

                self._file = tempfile.TemporaryFile(prefix="newslint-")  # noqa: SIM115 -- lives as long as the spool
                weakref.finalize(self, self._file.close)
            self._file.seek(0, 2)
            self._file.write(encoded(pack(finding)) + b"\n")

    def __iter__(self) -> Iterator[Finding]:
        yield from self._memory
        offset = 0
        while self._file is not None:  # each reader keeps its own place in the file
            self._file.seek(offset)
            lines = self._file.readlines(READ_BYTES)
            if not lines:
                return
            offset += sum(map(len, lines))
            yield from map(unpack, map(json.loads, lines))


class FindingStream:
    """Document findings in path order, and corpus findings merged in by place.

    A corpus finding inside a document finding whose rule subsumes its rule is a part of that one.

    Args:
        subsumes: by document rule, names of corpus rules.
    """

    def __init__(
        self, documents: Iterable[Finding], corpus: Iterable[Finding], subsumes: Mapping[str, frozenset[str]] = EMPTY
    ) -> None:
        self._documents, self._corpus, self._subsumes = documents, corpus, subsumes
        self._superfluous = frozenset[str]().union(*subsumes.values())

    def __iter__(self) -> Iterator[Finding]:
        merged = merge(self._documents, self._corpus, key=place)
        if not self._superfluous:
            return merged
        return (finding for document in self._by_document(merged) for finding in document)

    def _by_document(self, merged: Iterator[Finding]) -> Iterator[list[Finding]]:
        for _, group in groupby(merged, key=lambda finding: finding.location.ref):
            found = list(group)
            if any(finding.rule in self._superfluous for finding in found):
                found = without_superfluous(found, self._subsumes)
            yield found


def pack(finding: Finding) -> list[Any]:
    """The values of a finding, fit for JSON."""
    return list(_VALUES(finding))


def encoded(rows: list[Any]) -> bytes:
    """As short JSON."""
    return _ENCODER.encode(rows).encode()


def _location(row: list[Any]) -> Location:
    return Location(DocumentRef(*row[0]), Span(*row[1]), *row[2:])


def unpack(row: list[Any]) -> Finding:
    """The finding of values that have been through JSON.

    Raises:
        ValueError, TypeError: they are no finding's.
    """
    rule, message, location, severity, family, kind, related, fix, data, cluster, *rest = row
    return Finding(
        rule,
        message,
        _location(location),
        Severity(severity),
        family,
        kind,
        tuple([Related(_location(item[0]), *item[1:]) for item in related]),
        _fix(fix) if fix else None,
        data,
        ClusterId(*cluster) if cluster else None,
        *rest,
    )


def _fix(row: list[Any]) -> Fix:
    return Fix(row[0], tuple(Edit(Span(*span), text) for span, text in row[1]), Safety(row[2]))
