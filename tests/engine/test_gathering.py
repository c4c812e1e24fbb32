"""Batches that are joined as they come: the same blocks however they are cut, and no batch is held."""

from __future__ import annotations

import gc
import weakref
from typing import Final

import pytest

from newslint import Document, DocumentRef
from newslint.engine.collecting import Collected, Collector
from newslint.engine.gathering import Gathered
from newslint.packs import load_rules
from newslint.reading.segment import segment
from newslint.rule import CorpusRule

COLLECTOR: Final = Collector([rule for rule in load_rules().values() if isinstance(rule, CorpusRule)])


def document(number: int) -> Document:
    text = f"The harbour of Velmont closes for {number} days while divers look for the anchor of the old night ferry.\n"
    return Document(DocumentRef(f"{number}.txt"), text, segment(text))


DOCUMENTS: Final = [document(number) for number in range(6)]
SPLITS: Final = [
    pytest.param([6], id="one batch"),
    pytest.param([1, 2, 3], id="three"),
    pytest.param([0, 3, 0, 3, 0], id="empty ones among them"),
]


def batches(sizes: list[int]) -> list[Collected]:
    waiting = iter(DOCUMENTS)
    return [COLLECTOR.collect([next(waiting) for _ in range(size)]) for size in sizes]


@pytest.mark.parametrize("sizes", SPLITS)
def test_how_documents_are_cut_into_batches_changes_nothing(sizes: list[int]) -> None:
    one, other = Gathered([COLLECTOR.collect(DOCUMENTS)]), Gathered(batches(sizes))
    assert one.records == other.records
    for number in range(len(COLLECTOR.groups)):
        (keys, columns), (others, other_columns) = one.take(number), other.take(number)
        assert columns == other_columns
        assert bytes(keys.text) == bytes(others.text)
        assert keys.digests.tolist() == others.digests.tolist()
        assert keys.sets.hashes.tolist() == others.sets.hashes.tolist()
        assert keys.sets.offsets.tolist() == others.sets.offsets.tolist()
        assert keys.signatures.tolist() == others.signatures.tolist()


def test_nothing_gathered_is_no_block() -> None:
    keys, columns = Gathered().take(0)
    assert (len(keys), [len(column) for column in columns]) == (0, [0, 0, 0, 0])


def test_no_batch_is_held_beside_what_it_is_joined_to() -> None:
    gathered = Gathered()
    batch = COLLECTOR.collect(DOCUMENTS)
    held = [weakref.ref(part.keys.digests) for part in batch.parts]
    gathered.add(batch)
    del batch
    gathered.add(COLLECTOR.collect(DOCUMENTS))  # the first one was kept as it came
    gc.collect()
    assert all(reference() is None for reference in held)


def test_a_group_that_was_taken_is_not_held_any_more() -> None:
    gathered = Gathered([COLLECTOR.collect(DOCUMENTS)])
    keys, _ = gathered.take(0)
    held = weakref.ref(keys.digests)
    del keys
    gc.collect()
    assert held() is None
