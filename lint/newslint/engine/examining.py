"""Checks records that nobody remembers, in workers, and packs what was found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newslint.document import Document
from newslint.reading import RawRecord

from .checking import Checked, Checker
from .collecting import Collector
from .entries import Blocks, pack_findings
from .running import RunOptions
from .undisturbed import undisturbed


class Missing(NamedTuple):
    """A record that a worker is to check."""

    raw: RawRecord
    wants_findings: bool
    wants_blocks: bool


class Examined(NamedTuple):
    """What a worker found in one record.

    Attributes:
        findings, blocks: packed; None where they were not asked for, or cannot be remembered.
        checked: the findings themselves, where they cannot be remembered.
    """

    findings: bytes | None
    blocks: bytes | None
    checked: Checked
    articles: int
    is_sound: bool


class Examiner:
    """Checks records; one in each process."""

    def __init__(self, options: RunOptions) -> None:
        self._reading = options.reading
        self._checker = Checker(options.document_rules, options.severities, options.ignores, options.allowances)
        self._collector = Collector(options.corpus_rules) if options.corpus_rules else None
        self._blocks = Blocks(self._collector.groups) if self._collector else None

    def __call__(self, records: Sequence[Missing]) -> list[Examined]:
        with undisturbed():
            return self._examined(records)

    def _examined(self, records: Sequence[Missing]) -> list[Examined]:
        documents = [record.raw.document(self._reading) for record in records]
        unchecked = [number for number, record in enumerate(records) if record.wants_findings]
        uncompared = [
            number for number, record in enumerate(records) if record.wants_blocks and not documents[number].defect
        ]
        # By number, not by name: what is found is remembered by content, and must never be that of another record.
        checked = dict(zip(unchecked, self._checker.each([documents[number] for number in unchecked]), strict=True))
        blocks = dict(zip(uncompared, self._packed_blocks([documents[number] for number in uncompared]), strict=True))
        return [
            self._put_together(document, checked.get(number), blocks.get(number))
            for number, document in enumerate(documents)
        ]

    def _packed_blocks(self, documents: Sequence[Document]) -> Sequence[bytes | None]:
        if self._collector is None or self._blocks is None or not documents:
            return [None] * len(documents)
        return self._blocks.pack(self._collector.collect(documents))

    def _put_together(self, document: Document, checked: Checked | None, blocks: bytes | None) -> Examined:
        packed = None
        if checked is None:
            checked = Checked()
        elif checked.is_certain:
            packed = pack_findings(document, checked.findings, checked.allowed)
            checked = checked if packed is None else Checked(notices=checked.notices)
        if self._checker.allowances:
            checked.notices += self._checker.allowances.notices()
        return Examined(packed, blocks, checked, len(document.articles), not document.defect)


_examiner: Examiner | None = None


def start(options: RunOptions) -> None:
    global _examiner
    _examiner = Examiner(options)


def work(records: Sequence[Missing]) -> list[Examined]:
    assert _examiner is not None
    return _examiner(records)
