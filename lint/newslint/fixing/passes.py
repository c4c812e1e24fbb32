"""Fixes documents: pass after pass, until the rules have nothing more to mend. No I/O."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import Final

from newslint.document import Document, DocumentRef
from newslint.engine import Checker
from newslint.finding import Edit, Finding, Fix, Notice, Safety, apply_edits
from newslint.reading.segment import segment

from .edits import Choice, joined, with_gaps_closed, without_idle
from .words import Declared, lost_words

MAX_PASSES: Final = 10
"""Texts in the wild need two or three: what one pass uncovers, the next one mends."""

PLEASE_REPORT: Final = "please report this as a bug"


@dataclass(frozen=True)
class Policy:
    """Which fixes are wanted.

    Attributes:
        unsafe: those that drop or rewrite words, too.
        rules: of these rules only; None for all.
        admits: whether a finding may be fixed (one that is suppressed may not); picklable. None: every finding.
    """

    unsafe: bool = False
    rules: frozenset[str] | None = None
    admits: Callable[[Finding], bool] | None = None

    def wants(self, finding: Finding) -> bool:
        fix = finding.fix
        if fix is None or not fix.edits or not (self.rules is None or finding.rule in self.rules):
            return False
        if fix.safety is Safety.DISPLAY or (fix.safety is Safety.UNSAFE and not self.unsafe):
            return False
        return self.admits is None or self.admits(finding)


@dataclass
class Fixed:
    """What became of a document that has fixes.

    Attributes:
        document: as it was read.
        edits: sorted and disjoint, of the document's text; empty where it is left alone.
        counts: fixes by rule.
        left_out: fixes that cannot be written, by the reason.
        bug: why all of it was left alone: a fault of ours.
    """

    document: Document
    edits: list[Edit] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    bug: str = ""

    @property
    def text(self) -> str:
        """The document's text with its fixes."""
        return apply_edits(self.document.text, self.edits)

    def leave_alone(self, bug: str) -> None:
        """Take all fixes back."""
        self.edits, self.bug = [], bug
        self.counts.clear()


@dataclass
class Mended:
    """What became of some documents.

    Attributes:
        fixed: those that have fixes, in their order.
        notices, crashed: as in `newslint.engine.checking.Checked`.
    """

    fixed: list[Fixed] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    crashed: bool = False


class Fixer:
    """Fixes documents with the fixes that a policy wants.

    Args:
        checker: the document rules of the run.
    """

    def __init__(self, checker: Checker, policy: Policy) -> None:
        self._checker, self._policy = checker, policy

    def fix(self, documents: Sequence[Document]) -> Mended:
        """Mend all that can be mended, in at most `MAX_PASSES` passes.

        A document whose fixes would lose a word, go round in a circle or come to no end is left alone.
        """
        outcome = Mended()
        works = {document.ref: _Work(document) for document in documents}
        under_way = works
        for number in range(MAX_PASSES + 1):
            if under_way:
                found = self._wanted([work.current for work in under_way.values()], outcome)
                last = number == MAX_PASSES
                under_way = {ref: work for ref, work in under_way.items() if work.advance(found.get(ref, ()), last)}
        outcome.fixed = [
            work.fixed for work in works.values() if work.fixed.edits or work.fixed.left_out or work.fixed.bug
        ]
        return outcome

    def _wanted(self, documents: Sequence[Document], outcome: Mended) -> Mapping[DocumentRef, list[Finding]]:
        """The findings to fix, by document."""
        checked = self._checker.check(documents)
        outcome.notices += checked.notices
        outcome.crashed |= checked.crashed
        by_document: defaultdict[DocumentRef, list[Finding]] = defaultdict(list)
        for finding in filter(self._policy.wants, checked.findings):
            by_document[finding.location.ref].append(finding)
        return by_document


class _Work:
    """A document on its way through the passes."""

    def __init__(self, document: Document) -> None:
        self.fixed, self.current = Fixed(document), document
        self._seen = {_digest(document.text)}

    def advance(self, findings: Sequence[Finding], last: bool) -> bool:
        """Apply the fixes of the findings that can be applied together; whether there may be more to mend."""
        choice, declared, counts = Choice(), dict[Edit, Declared](), Counter[str]()
        self.fixed.left_out = Counter()
        for finding in findings:
            fix = finding.fix
            if fix and self._is_writable(fix) and choice.take(fix):
                counts[finding.rule] += 1
                for edit in fix.edits:
                    declared.setdefault(edit, Declared(edit, finding.family, fix.safety))
        chosen = without_idle(choice.edits, self.current.text)
        if not chosen:
            return False
        edits = with_gaps_closed(self.current, chosen)
        names = ", ".join(sorted(counts))
        try:
            text = apply_edits(self.current.text, edits)
        except ValueError as error:
            return self._give_up(names, str(error))
        lost = lost_words(
            self.current.text, [declared[old]._replace(edit=new) for old, new in zip(chosen, edits, strict=True)]
        )
        if lost:
            return self._give_up(names, f"a word would be lost: {lost}")
        if _digest(text) in self._seen:
            return self._give_up(names, "they go round in a circle")
        if last:
            return self._give_up(names, "they come to no end")
        self._seen.add(_digest(text))
        self.fixed.edits = joined(self.fixed.edits, self.current.text, edits)
        self.fixed.counts += counts
        self.current = replace(self.current, text=text, articles=segment(text))
        return True

    def _give_up(self, names: str, cause: str) -> bool:
        self.fixed.leave_alone(f"the fixes of {names} were not applied, {cause}; {PLEASE_REPORT}")
        return False

    def _is_writable(self, fix: Fix) -> bool:
        reason = _obstacle(self.current, fix)
        if reason:
            self.fixed.left_out[reason] += 1
        return not reason


def _obstacle(document: Document, fix: Fix) -> str:
    """Why a fix cannot be written; empty where it can. In JSON every character can be escaped."""
    origin = document.origin
    if origin is None:
        return ""
    if not origin.exact:
        return f"the text cannot be written back as {origin.encoding} without loss"
    if not _is_ascii(document, fix) and origin.holds_utf8:
        return f"the bytes are UTF-8, and {origin.encoding} is set for them; a part of a character could be written"
    if document.ref.record is None:
        for edit in fix.edits:
            try:
                edit.text.encode(origin.encoding)
            except UnicodeEncodeError as error:
                return f"{origin.encoding} has no U+{ord(edit.text[error.start]):04X}"
    return ""


def _is_ascii(document: Document, fix: Fix) -> bool:
    return all((document.text[slice(*edit.span)] + edit.text).isascii() for edit in fix.edits)


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
