"""What is to be written in the place of what: a chunk of a file goes in, patches of its records come out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from newslint.document import Document, DocumentRef
from newslint.engine import Checker, RunOptions
from newslint.finding import Notice
from newslint.reading import Chunk, FileEntry, read
from newslint.reading.records import RecordOrigin, record_document
from newslint.reading.texts import text_document

from .changes import unified
from .edits import without_idle
from .passes import PLEASE_REPORT, Fixed, Fixer, Policy

_MARK: Final = "\ufeff"


class Patch(NamedTuple):
    """New bytes in the place of `size` bytes at `offset` of the (unpacked) file."""

    offset: int
    size: int
    data: bytes


@dataclass
class Plan:
    """The fixes of one chunk.

    Attributes:
        patches: in the order of the file, disjoint.
        counts: fixes by rule.
        left_out: fixes that cannot be written, by the reason.
        changes: the lines of a unified diff, unescaped; where they are wanted.
        notices: of what could not be read, or was left alone because of a bug.
        unread: a part of the file could not be read, so that it may not be written.
        crashed: a fault of ours.
    """

    entry: FileEntry
    size: int
    patches: list[Patch] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    changes: list[str] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    unread: bool = False
    crashed: bool = False

    def bug(self, document: Document, message: str) -> None:
        place = "" if document.ref.record is None else f"line {document.ref.record}: "
        self.notices.append(Notice(document.ref.path, f"{place}{message}", failed=True))
        self.crashed = True


class Planner:
    """Makes plans; one in each process.

    Args:
        run: the rules of the run, and how to read.
        show: whether the changes are wanted as a diff.
    """

    def __init__(self, run: RunOptions, policy: Policy, show: bool) -> None:
        self._reading, self._show = run.reading, show
        self._fixer = Fixer(Checker(run.document_rules, run.severities, run.ignores, run.allowances), policy)

    def __call__(self, chunks: Sequence[Chunk]) -> list[Plan]:
        """A plan for each chunk; nothing is written."""
        plans: list[Plan] = []
        owners: dict[DocumentRef, Plan] = {}
        documents: list[Document] = []
        for chunk in chunks:
            plan = Plan(chunk.entry, chunk.size)
            plans.append(plan)
            for item in read(chunk, self._reading):
                if isinstance(item, Notice):
                    plan.notices.append(item)
                    plan.unread |= item.failed
                else:
                    documents.append(item)
                    owners[item.ref] = plan
        outcome = self._fixer.fix(documents)
        for fixed in outcome.fixed:
            self._add(owners[fixed.document.ref], fixed)
        if plans:
            plans[0].notices += outcome.notices
            plans[0].crashed |= outcome.crashed
        return plans

    def _add(self, plan: Plan, fixed: Fixed) -> None:
        document, edits = fixed.document, without_idle(fixed.edits, fixed.document.text)
        plan.left_out += fixed.left_out
        if fixed.bug:
            plan.bug(document, fixed.bug)
        if not edits or document.origin is None:
            return
        try:
            data = document.origin.rewrite(document, edits)
        except ValueError as error:
            plan.bug(document, f"the fixes cannot be written: {error}; {PLEASE_REPORT}")
            return
        if fixed.text.startswith(_MARK) and document.ref.record is None and not document.origin.bom:
            plan.left_out["the text would begin with a byte order mark"] += fixed.counts.total()
            return
        again = self._read_again(data, document, plan.entry)
        if (again.text != fixed.text or again.defect) and _is_of_another_field(again, document):
            plan.left_out["nothing would be left of the text, and another field be read"] += fixed.counts.total()
        elif again.text != fixed.text or again.defect or again.origin is None or not again.origin.exact:
            plan.bug(document, f"the fixed text would be read as another one; {PLEASE_REPORT}")
        else:
            plan.patches.append(Patch(document.origin.offset, document.origin.size, data))
            plan.counts += fixed.counts
            if self._show:
                plan.changes += unified(document, edits)

    def _read_again(self, data: bytes, document: Document, entry: FileEntry) -> Document:
        """What is about to be written, as the next run will read it."""
        ref, origin = document.ref, document.origin
        if ref.record is None:
            return text_document(ref, data, self._reading.encoding_of(entry.path), entry.source)
        return record_document(ref, data, origin.encoding if origin else "", self._reading)


def _is_of_another_field(again: Document, document: Document) -> bool:
    """A fix writes to the text alone, so this is so only where it leaves nothing to see of it."""
    now, before = again.origin, document.origin
    if not isinstance(now, RecordOrigin) or not isinstance(before, RecordOrigin):
        return False
    return now.path != before.path
