"""A run that remembers: records that are known by content are looked up, the others checked, and remembered.

The process of the run alone has the store open. It looks up every record; what is missing goes to the workers. What
they find comes back packed and is unpacked as if it had been known: so a cold and a warm run cannot differ.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import cached_property, partial
from hashlib import blake2b
from itertools import chain
from typing import TYPE_CHECKING, Final

from newslint.document import DocumentRef
from newslint.finding import Notice
from newslint.reading import Chunk, FileEntry, RawRecord, raw_records
from newslint.reading.texts import DIGEST_SIZE

from .checking import Checked
from .collecting import Collected, Group, Record, groups_of
from .copies import Focus
from .corpus import Outcome
from .entries import Known, unpack_counts, unpack_findings
from .examining import Examined, Examiner, Missing, start, work
from .gathering import Load
from .known_blocks import KnownBlocks, Sound
from .known_clusters import KnownClusters
from .known_contents import KnownContents
from .known_outcome import KnownOutcome
from .rounds import Round, Row
from .running import PARALLEL_BYTES, BatchResult, RunOptions
from .undisturbed import undisturbed
from .workers import in_workers

if TYPE_CHECKING:
    from newslint.store import Store

ROUND_BYTES: Final = 1 << 20
"""Bytes of missing records that are checked at a time."""
ROUND_RECORDS: Final = 20_000
WINDOW: Final = 16
"""Rounds that are looked at before it is settled whether worker processes pay."""

_FIELDS: Final = ("text_fields", "id_fields", "title_fields", "date_fields", "source_fields", "language_fields")


class Memory:
    """What a run remembers, and how.

    Args:
        store: open; used by this process only.
        rules: a name of the document rules of the run with all that they depend on beside the records.
        options: of the run.
        corpus_rules: the same of the corpus rules; empty: what they say of clusters is not remembered.

    Attributes:
        clusters: what they said of clusters.
    """

    def __init__(self, store: Store, rules: str, options: RunOptions, corpus_rules: str = "") -> None:
        self._store, self._options = store, options
        self.clusters = KnownClusters(store, corpus_rules) if corpus_rules else None
        self._outcome = KnownOutcome(store, corpus_rules) if corpus_rules else None
        groups = groups_of(options.corpus_rules)
        self._blocks = KnownBlocks(store, options) if groups else None
        self._contents = KnownContents(store)
        self._focus: Focus | None = None
        self._all = blake2b(digest_size=16)
        self._is_all_known = True
        fields = repr([getattr(options.reading, name) for name in _FIELDS])
        self._names = (f"findings\0{rules}\0{fields}", f"blocks\0{_comparison(groups)}\0{fields}")
        self._contexts: dict[tuple[object, ...], tuple[bytes, bytes]] = {}

    def recalled(self) -> Outcome | None:
        """What the corpus rules found in an earlier run over the same records; None where that is not known."""
        return self._outcome.get(self._all.digest()) if self._outcome else None

    def recalling(self) -> AbstractContextManager[None]:
        """Within it, pairs of texts that an earlier run compared are looked up, and new ones are kept."""
        from newslint.similarity import recalling

        store = self._store
        return recalling(
            lambda name: store.get([_key_of_pairs(name)])[0], lambda name, value: store.add(_key_of_pairs(name), value)
        )

    def keep(self, outcome: Outcome) -> None:
        """Keeps what the corpus rules found for a run over the same records."""
        if self._outcome and not self.notices:
            self._outcome.add(self._all.digest(), outcome)

    @property
    def notices(self) -> list[Notice]:
        """Of records that could not be read when they had to be read again."""
        return self._blocks.notices if self._blocks else []

    def __call__(
        self, batches: Iterable[Sequence[Chunk]], focus: Focus | None = None
    ) -> Generator[BatchResult, None, None]:
        """What the run wants to know of each batch (of several, where little is missing), in their order.

        Args:
            focus: where findings are asked for; those that are known elsewhere may be left out. None: everywhere.
        """
        self._focus = focus
        rounds = self._rounds(batches)
        window: list[Round] = []
        for one in rounds:
            window.append(one)
            if self._options.jobs > 1 and sum(ahead.missing_size for ahead in window) >= PARALLEL_BYTES:
                yield from self._in_workers(chain(window, rounds))
                return
            if self._options.jobs == 1 or len(window) >= WINDOW:
                yield from self._finished(window)
                window = []
        yield from self._finished(window)

    def _in_workers(self, rounds: Iterable[Round]) -> Iterator[BatchResult]:
        waiting: deque[Round] = deque()

        def tasks() -> Iterator[tuple[Missing, ...]]:
            for one in rounds:
                waiting.append(one)
                yield one.missing()

        for examined in in_workers(start, (self._options,), work, tasks(), self._options.jobs):
            yield self._finish(waiting.popleft(), examined)

    def _finished(self, rounds: Iterable[Round]) -> Iterator[BatchResult]:
        """Checks what is missing in this process."""
        for one in rounds:
            missing = one.missing()
            yield self._finish(one, self._examine(missing) if missing else [])

    @cached_property
    def _examine(self) -> Examiner:
        """Made when something is missing: what it loads and prepares costs more than to look up a small corpus."""
        return Examiner(self._options)

    def _rounds(self, batches: Iterable[Sequence[Chunk]]) -> Iterator[Round]:
        one = Round()
        for batch in batches:
            with undisturbed():
                self._look_up(batch, one)
            if one.missing_size >= ROUND_BYTES or len(one.rows) >= ROUND_RECORDS:
                yield one
                one = Round()
        yield one

    def _look_up(self, batch: Sequence[Chunk], one: Round) -> None:
        parts = [
            self._unread(chunk, digest) for chunk, digest in zip(batch, self._contents.digests(batch), strict=True)
        ]
        self._look_up_rows([row for rows in parts for row in rows])
        for number, chunk in enumerate(batch):
            if not parts[number] or any(any(row.missing) for row in parts[number]):
                parts[number] = self._read(chunk, one)
        read = [row for rows in parts for row in rows]
        self._look_up_rows([row for row in read if row.raw])
        one.add(batch, parts)
        for row in read:
            place = f"{row.record.ref.record}\0{row.record.ref.path}\0".encode("utf-8", "surrogatepass")
            self._all.update(b"%d " % len(place) + place + b"".join(row.keys))
            if not any(row.missing):
                row.raw = None
            elif row.raw:
                one.missing_size += row.record.size

    def _unread(self, chunk: Chunk, digest: bytes | None) -> list[Row]:
        """A text as it was read before; empty where it was not."""
        if digest is None:
            return []
        path = chunk.entry.path
        raw = RawRecord(DocumentRef(path), b"", self._options.reading.encoding_of(path), source=chunk.entry.source)
        row = self._row(chunk.entry, raw, digest, chunk.size)
        row.raw = None
        return [row]

    def _read(self, chunk: Chunk, one: Round) -> list[Row]:
        rows = []
        for item in raw_records(chunk, self._options.reading):
            if isinstance(item, Notice):
                one.notices.append(item)
                continue
            digest = blake2b(item.data, digest_size=DIGEST_SIZE).digest()
            rows.append(self._row(chunk.entry, item, digest, len(item.data)))
            self._contents.add(chunk.entry, item.data, digest)
        return rows

    def _look_up_rows(self, rows: Sequence[Row]) -> None:
        self._look_up_findings(rows)
        if self._blocks:
            self._look_up_blocks(rows, self._blocks)

    def _row(self, entry: FileEntry, raw: RawRecord, digest: bytes, size: int) -> Row:
        findings, blocks = self._context(raw)
        one, other = (blake2b(digest, key=context, digest_size=16).digest() for context in (findings, blocks))
        return Row(Record(raw.ref, raw.offset, size, digest, key=other), entry, raw, (one, other))

    def _context(self, raw: RawRecord) -> tuple[bytes, bytes]:
        """What the two values of a record depend on beside its bytes, digested: for findings, for blocks."""
        ignores = self._options.ignores
        silent = ignores(raw.ref.path) if ignores else frozenset()
        form = (raw.codec, raw.ref.record is None)
        given = (form, raw.source, silent)
        if given not in self._contexts:
            names = (
                f"{self._names[0]}\0{(form, raw.source, sorted(silent))!r}",
                f"{self._names[1]}\0{(form, raw.source)!r}",
            )
            digests = [blake2b(name.encode("utf-8", "backslashreplace")).digest() for name in names]
            self._contexts[given] = digests[0], digests[1]
        return self._contexts[given]

    def _look_up_findings(self, rows: Sequence[Row]) -> None:
        for row, value in zip(rows, self._store.get([row.keys[0] for row in rows]), strict=True):
            row.known = self._unpacked(row, value) if value is not None else None
            row.missing = (row.known is None, False)

    def _unpacked(self, row: Row, value: bytes) -> Known | None:
        ref = row.record.ref
        try:
            asked = self._focus is None or self._focus(ref.path)
            return unpack_findings(value, ref) if asked else unpack_counts(value)
        except (ValueError, TypeError, KeyError, IndexError, AttributeError):
            return None

    def _look_up_blocks(self, rows: Sequence[Row], blocks: KnownBlocks) -> None:
        """Which blocks are there; they are loaded where it is certain that all of them will be needed."""
        wanted = [row for row in rows if not row.known or row.known.is_sound]
        self._is_all_known &= not any(row.missing[0] for row in wanted)
        if self._is_all_known:
            there = self._store.known([row.keys[1] for row in wanted])
            for row in wanted:
                row.missing = (row.missing[0], row.keys[1] not in there)
            self._is_all_known = len(there) == len({row.keys[1] for row in wanted})
            return
        for row, value in zip(wanted, self._store.get([row.keys[1] for row in wanted]), strict=True):
            row.blocks = blocks.split(value)
            row.missing = (row.missing[0], row.blocks is None)

    def _finish(self, one: Round, examined: Sequence[Examined]) -> BatchResult:
        """Puts what was known and what was found together, and remembers the latter."""
        with undisturbed():
            return self._put_together(one, examined)

    def _put_together(self, one: Round, examined: Sequence[Examined]) -> BatchResult:
        checked = Checked(notices=one.notices)
        found = iter(examined)
        articles = 0
        for row in one.rows:
            if row.raw is not None:
                self._take(row, next(found), checked)
            assert row.known
            articles += row.known.articles
            checked.findings += row.known.findings
            if row.known.allowed:
                checked.allowed += row.known.allowed
        return BatchResult(checked, self._collected(one.rows), len(one.rows), articles, one.size, None, one.unread)

    def _take(self, row: Row, examined: Examined, checked: Checked) -> None:
        row.raw = None
        checked.notices += examined.checked.notices
        checked.crashed |= examined.checked.crashed
        if examined.findings is not None:
            self._store.add(row.keys[0], examined.findings)
            row.known = unpack_findings(examined.findings, row.record.ref)
        elif row.known is None:
            found = examined.checked
            row.known = Known(examined.articles, examined.is_sound, found.allowed, found.findings)
        if self._blocks and row.missing[1] and examined.blocks is not None:
            self._store.add(row.keys[1], examined.blocks)
            row.blocks = self._blocks.split(examined.blocks)

    def _collected(self, rows: Sequence[Row]) -> Iterator[Collected] | Load | None:
        """The compared blocks of the records; not loaded yet where nothing has been missing so far."""
        if self._blocks is None:
            return None
        sound = [Sound(row.record, row.entry, row.blocks) for row in rows if row.known and row.known.is_sound]
        load = partial(self._blocks.load, sound)
        return load if self._is_all_known else load()


def _key_of_pairs(name: str) -> bytes:
    return blake2b(f"pairs\0{name}".encode(), digest_size=16).digest()


def _comparison(groups: Sequence[Group]) -> str:
    """What the compared blocks depend on, in words that do not depend on the hash seed."""
    return repr(
        [(tuple(group.alike), sorted(group.kinds), group.within, group.max_length, group.counts) for group in groups]
    )
