"""One run: every record through the document rules, then all of them together through the corpus rules."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final, NamedTuple, Protocol

from newslint.document import Document
from newslint.finding import Finding, Notice, Severity
from newslint.reading import Discovery, FileEntry, ReadingOptions, Wanted, read, reread
from newslint.reading.names import path_bytes
from newslint.reading.options import TEXT
from newslint.report import Census, Report
from newslint.rule import CorpusRule, DocumentRule, Rule

from .allowing import Allowances
from .batching import Batch, in_batches
from .census import census_of
from .checking import INTERNAL_ERROR, Checked, Checker, Ignores
from .collecting import Collected, Collector, Record
from .copies import NOBODY, Focus, Witness
from .corpus import CorpusCheck, Outcome
from .gathering import Gathered, Load
from .known_clusters import KnownClusters
from .stream import FindingStream, Spool
from .tally import Tally
from .undisturbed import undisturbed
from .workers import in_process, in_workers

PARALLEL_BYTES: Final = 6 << 20
"""From this size on, worker processes pay for their start."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class RunOptions:
    """What to check, and how.

    Attributes:
        rules: the selected rules, configured.
        severities: by rule name, where they differ from the rule's own.
        ignores: from a path to the names of the rules that are silent there; picklable. None: nowhere.
        allowances: what findings may say without being reported.
        audit: find out which of the ignores are of use (`Report.used`), at the cost of running the silent rules.
        census: count what the documents hold, too (`Report.census`); not with a memory.
        scope: `document`, `corpus` or `all`: which of the rules to run.
        jobs: worker processes at most.
    """

    rules: tuple[Rule, ...]
    severities: Mapping[str, Severity] = field(default_factory=dict)
    ignores: Ignores | None = None
    allowances: Allowances | None = None
    audit: bool = False
    census: bool = False
    reading: ReadingOptions = field(default_factory=ReadingOptions)
    scope: str = "all"
    jobs: int = 1

    @property
    def document_rules(self) -> tuple[DocumentRule, ...]:
        if self.scope == "corpus":
            return ()
        return tuple(rule for rule in self.rules if isinstance(rule, DocumentRule))

    @property
    def corpus_rules(self) -> tuple[CorpusRule, ...]:
        if self.scope == "document":
            return ()
        return tuple(rule for rule in self.rules if isinstance(rule, CorpusRule))


class BatchResult(NamedTuple):
    """What a worker hands back for one batch; small, and without the documents' texts.

    Attributes:
        unread: paths of text files of which nothing was read; `size` is without them.
    """

    checked: Checked
    collected: Collected | Iterator[Collected] | Load | None
    documents: int
    articles: int
    size: int
    census: Census | None = None
    unread: Collection[str] = ()


class Remembering(Protocol):
    """Gives the results of batches in place of `Worker`: it may know some.

    Attributes:
        clusters: what is known of clusters; None: nothing.
    """

    clusters: KnownClusters | None

    @property
    def notices(self) -> list[Notice]:
        """Of what went wrong later."""

    def recalled(self) -> Outcome | None:
        """What the corpus rules found in an earlier run over the same records; None where that is not known."""

    def recalling(self) -> AbstractContextManager[None]:
        """Within it, what an earlier run found out of pairs of texts is known."""

    def keep(self, outcome: Outcome, /) -> None:
        """Keeps it for the next run."""

    def __call__(self, batches: Iterator[Batch], focus: Focus | None, /) -> Generator[BatchResult, None, None]: ...


class Worker:
    """Checks batches; one in each process."""

    def __init__(self, options: RunOptions) -> None:
        self.reading = options.reading
        self.checker = Checker(
            options.document_rules, options.severities, options.ignores, options.allowances, options.audit
        )
        self.collector = Collector(options.corpus_rules) if options.corpus_rules else None
        self.counts = options.census

    def __call__(self, batch: Batch) -> BatchResult:
        with undisturbed():
            return self._checked(batch)

    def _checked(self, batch: Batch) -> BatchResult:
        documents: list[Document] = []
        notices: list[Notice] = []
        unread: dict[str, int] = {}
        for chunk in batch:
            before = len(documents)
            for item in read(chunk, self.reading):
                if isinstance(item, Document):
                    documents.append(item)
                else:
                    notices.append(item)
            if chunk.entry.format == TEXT and len(documents) == before:
                unread[chunk.entry.path] = chunk.size
        checked = self.checker.check(documents)
        checked.notices += notices
        collected = self.collector.collect(documents) if self.collector else None
        size = sum(chunk.size for chunk in batch) - sum(unread.values())
        census = census_of(documents) if self.counts else None
        return BatchResult(checked, collected, len(documents), _articles(documents), size, census, tuple(unread))


def _articles(documents: Sequence[Document]) -> int:
    return sum(len(document.articles) for document in documents)


_worker: Worker | None = None


def _start(options: RunOptions) -> None:
    global _worker
    _worker = Worker(options)


def _work(batch: Batch) -> BatchResult:
    assert _worker is not None
    return _worker(batch)


def run(
    discovery: Discovery,
    options: RunOptions,
    progress: Progress | None = None,
    witness: Witness = NOBODY,
    memory: Remembering | None = None,
) -> Report:
    """Check the discovered files.

    The report is the same for any number of jobs, any order of the arguments, and any hash seed.

    Args:
        progress: called with the bytes done and the bytes there are, after each batch.
        witness: knows which of several copies were there before; `NOBODY`: the first in canonical order was.
        memory: what is remembered of earlier runs (`remembering.Memory`).

    Raises:
        WorkerDied: a worker process ended without an answer.
    """
    total = sum(entry.size for entry in discovery.files)
    tally, documents = Tally(discovery.notices), Spool()
    gathered = Gathered()
    read_files: set[str] = set()
    batches = _noting_files(in_batches(discovery.files, options.reading, tally.notices.append), read_files)
    with closing(memory(batches, witness.focus) if memory else _results(batches, options, total)) as results:
        for result in results:
            if witness.focus:
                result.checked.findings = [
                    finding for finding in result.checked.findings if witness.focus(finding.location.ref.path)
                ]
            documents.add(result.checked.findings)
            tally.add_batch(result)
            read_files.difference_update(result.unread)
            if result.collected:
                gathered.add(result.collected)
            if progress:
                progress(tally.read["bytes"], total)
    corpus = _check_corpus(discovery.files, gathered, options, witness, memory)
    tally.notices += memory.notices if memory else []
    subsumed = _subsumed(options.document_rules, options.corpus_rules)
    stream = FindingStream(documents, corpus.findings, subsumed)
    names = {rule.name for rule in options.corpus_rules}
    tally.add(corpus, (finding for finding in stream if _said_by(finding) in names) if subsumed else corpus.findings)
    checked = [path for path in read_files if witness.focus is None or witness.focus(path)]
    return tally.report(stream, len(read_files), len(read_files) - len(checked))


def _noting_files(batches: Iterable[Batch], files: set[str]) -> Iterator[Batch]:
    """The batches; adds to `files` the paths of those of which there is anything to read."""
    for batch in batches:
        files.update(chunk.entry.path for chunk in batch)
        yield batch


def _said_by(finding: Finding) -> object:
    """The name of the rule that made a finding, or that failed."""
    return finding.data.get("rule") if finding.rule == INTERNAL_ERROR else finding.rule


def _subsumed(document_rules: Iterable[DocumentRule], corpus_rules: Iterable[CorpusRule]) -> dict[str, frozenset[str]]:
    """By document rule, the corpus rules that it subsumes."""
    names = {rule.name for rule in corpus_rules}
    return {rule.name: rule.subsumes & names for rule in document_rules if rule.subsumes & names}


def _results(batches: Iterator[Batch], options: RunOptions, size: int) -> Generator[BatchResult, None, None]:
    if options.jobs > 1 and size >= PARALLEL_BYTES:
        return in_workers(_start, (options,), _work, batches, options.jobs)
    return in_process(Worker(options), batches)


def _check_corpus(
    files: Sequence[FileEntry],
    gathered: Gathered,
    options: RunOptions,
    witness: Witness,
    memory: Remembering | None,
) -> Outcome:
    if not options.corpus_rules:
        return Outcome()
    remembered = memory if witness == NOBODY else None  # what a witness knows is no part of what is remembered
    if remembered and (known := remembered.recalled()) is not None:
        return known
    entries = {entry.path: entry for entry in files}

    def again(records: Sequence[Record]) -> Iterator[Document | Notice]:
        by_path = sorted(records, key=lambda record: (record.ref.path, record.offset))
        for path, wanted in groupby(by_path, key=lambda record: record.ref.path):
            places = [Wanted(record.ref.record, record.offset, record.size, record.digest) for record in wanted]
            yield from reread(entries[path], places, options.reading)

    settings = options.severities, options.ignores, options.allowances
    clusters = remembered.clusters if remembered else None
    with memory.recalling() if memory else nullcontext():
        outcome = CorpusCheck(options.corpus_rules, again, *settings, witness, clusters).run(gathered)
    if remembered:
        remembered.keep(outcome)
    return outcome


def check_documents(documents: Sequence[Document], rules: Iterable[Rule]) -> list[Finding]:
    """The findings of `rules` in documents that are in memory, in their fixed order; in this process.

    Raises:
        TimeoutError: the patterns of a rule took too long on one of them, so that findings may be missing.
    """
    by_ref = {document.ref: document for document in documents}
    ordered = sorted(documents, key=lambda document: (path_bytes(document.ref.path), document.ref.record or 0))
    rules = list(rules)
    checked = Checker([rule for rule in rules if isinstance(rule, DocumentRule)]).check(ordered)
    for notice in checked.notices:
        if notice.failed:
            raise TimeoutError(f"{notice.path}: {notice.message}")
    corpus_rules = [rule for rule in rules if isinstance(rule, CorpusRule)]
    if not corpus_rules:
        return checked.findings
    check = CorpusCheck(corpus_rules, lambda records: iter([by_ref[record.ref] for record in records]))
    found = check.run(Gathered([Collector(corpus_rules).collect(ordered)])).findings
    document_rules = [rule for rule in rules if isinstance(rule, DocumentRule)]
    return list(FindingStream(checked.findings, found, _subsumed(document_rules, corpus_rules)))
