"""What rules said of a cluster in an earlier run: known by all that it depends on, it is not worked out again.

A cluster is known by the content and the name of each of its records, by the places of its members and what relates
them, and by the rules with all their options. What a rule asked of the corpus beside is kept with the answers: where
one of them is another now, the rules are asked anew.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Container, Mapping, Sequence
from hashlib import blake2b
from typing import Final, NamedTuple, Protocol

from newslint.document import DocumentRef
from newslint.finding import Finding
from newslint.rule import Spread

from .collecting import Record
from .compared import TEMPLATE, Asked, Compared, Row
from .stream import encoded, pack, unpack

KEY_SIZE: Final = 16
_ROW: Final = struct.Struct("=16sqqqB?dd")
_PLAIN: Final = (str, int, float, bool, type(None))


class Values(Protocol):
    """Small values by keys of `KEY_SIZE` bytes, kept between runs (see `newslint.store.Store`)."""

    def get(self, keys: Sequence[bytes]) -> list[bytes | None]: ...

    def add(self, key: bytes, value: bytes) -> None: ...


Members = tuple[Sequence[Row], int, Mapping[str, Spread]]


class Said(NamedTuple):
    """What the rules of a group said of a cluster.

    Attributes:
        findings: finished, but for what is silent or allowed.
        allowed: of each finding the number of the allowance that covers its place; -1: none does.
        asked: what the rules asked of the corpus.
    """

    findings: list[Finding]
    allowed: list[int]
    asked: Asked

    def holds(self, compared: Compared, rows: Sequence[Row]) -> bool:
        """Whether the corpus would answer the same to what was asked over the cluster of these members."""
        if self.asked.documents not in (None, len(compared.records)):
            return False
        asked = (([rows[number] for number in numbers], overlap) for numbers, overlap in self.asked.overlaps)
        return all(
            compared.rest_overlap([row.block for row in some], all(row.relation != TEMPLATE for row in some)) == overlap
            for some, overlap in asked
        )


class KnownClusters:
    """Looks up what was said of clusters, and keeps it.

    Args:
        values: read and written by this process only.
        rules: a name of the corpus rules of the run with all that they depend on beside the records.
    """

    def __init__(self, values: Values, rules: str) -> None:
        self._values = values
        self._context = blake2b(f"clusters\0{rules}".encode("utf-8", "backslashreplace")).digest()
        self._records: dict[DocumentRef, bytes] = {}

    def look_up(
        self, group: int, compared: Compared, clusters: Sequence[Members], explained: Sequence[Container[DocumentRef]]
    ) -> list[tuple[bytes, Said | None]]:
        """Of each cluster by what it is known (empty: by nothing), and what was said of it, where that still holds.

        Args:
            group: which of the groups of rules looks at them.
            clusters: rows, size and spread, as `Compared.cluster` takes them.
            explained: of each cluster, as `SecondPass` takes it.
        """
        keys = [self._key(group, compared, *cluster, here) for cluster, here in zip(clusters, explained, strict=True)]
        values = iter(self._values.get([key for key in keys if key]))
        found: list[tuple[bytes, Said | None]] = []
        for key, (rows, *_) in zip(keys, clusters, strict=True):
            said = _unpacked(next(values), len(rows)) if key else None
            found.append((key, said if said and said.holds(compared, rows) else None))
        return found

    def _key(
        self,
        group: int,
        compared: Compared,
        rows: Sequence[Row],
        size: int,
        spread: Mapping[str, Spread],
        explained: Container[DocumentRef],
    ) -> bytes:
        hasher = blake2b(b"%d %d " % (group, size), key=self._context, digest_size=KEY_SIZE)
        if spread:
            hasher.update(repr(sorted(spread.items())).encode("utf-8", "backslashreplace"))
        numbers = {row.block: number for number, row in enumerate(rows)}
        for block, link, relation, jaccard, containment in rows:
            record = compared.records[compared.record_of[block]]
            name = self._records.get(record.ref) or self._name(record)
            if not name:
                return b""
            places = compared.starts[block], compared.ends[block], numbers.get(link, 0) if link >= 0 else -1
            is_explained = record.ref in explained
            hasher.update(_ROW.pack(name, *places, compared.kinds[block], is_explained, jaccard, containment))
            hasher.update(b"%s " % relation.encode())
        return hasher.digest()

    def _name(self, record: Record) -> bytes:
        """A name of a record: of what it holds, and where it lies."""
        if not record.key:
            return b""
        place = f"{record.ref.record}\0{record.ref.path}".encode("utf-8", "surrogatepass")
        name = self._records[record.ref] = blake2b(place, key=record.key, digest_size=16).digest()
        return name

    def add(self, key: bytes, said: Said) -> None:
        """Keeps what was said, where it can be told again as it was."""
        if key and said.asked.is_certain and all(is_plain(finding.data) for finding in said.findings):
            self._values.add(key, _packed(said))


def is_plain(value: object) -> bool:
    """Whether JSON gives this back as it is."""
    if type(value) is list:
        return all(map(is_plain, value))
    if type(value) is dict:
        return all(type(key) is str for key in value) and all(map(is_plain, value.values()))
    return type(value) in _PLAIN


def _packed(said: Said) -> bytes:
    rows = [pack(finding) for finding in said.findings]
    asked = said.asked
    return encoded([asked.documents, asked.overlaps, said.allowed, rows])


def _unpacked(value: bytes | None, members: int) -> Said | None:
    """None where it was packed in another way."""
    if value is None:
        return None
    try:
        documents, overlaps, allowed, rows = json.loads(value)
        asked = Asked(documents, [(numbers, float(overlap)) for numbers, overlap in overlaps])
        fits = all(0 <= number < members for numbers, _ in overlaps for number in numbers)
        if not fits or len(allowed) != len(rows) or not all(type(number) is int for number in allowed):
            return None
        return Said([unpack(row) for row in rows], allowed, asked)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        return None
