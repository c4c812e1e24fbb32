"""Clusters as rules see them: what their documents share beside, and what they are called."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

import pytest

from newslint import Alike, Cluster, Corpus, CorpusRule, DocumentRef, Finding
from newslint.engine import check_documents
from newslint.reading import ReadingOptions
from newslint.reading.records import record_document
from newslint.reading.texts import text_document

FORM = "The wind blows with {} knots from the north of {} at seven o'clock, the office of {} said, and with {} at nine."
PLACES = ("Arna", "Brevik", "Holm", "Lund", "Tarn")
WORDS = re.findall(
    r"\w+",
    "harbour ferry council winter bridge school market river garden engine doctor window letter forest summer bottle "
    "singer planet castle farmer travel museum bakery signal camera pencil island desert orange silver",
)


@dataclass(frozen=True)
class Asking(CorpusRule):
    """Says of each cluster what its documents share beside it."""

    @property
    def alike(self) -> Alike:
        return Alike()

    def check(self, cluster: Cluster, corpus: Corpus) -> Iterator[Finding]:
        first, relation = cluster.members[0], cluster.members[1].relation
        said = {"overlap": corpus.rest_overlap(cluster), "relation": relation}
        yield self.finding(first.ref, first.span, "a cluster", data=said, cluster=cluster.label)


def found(texts: list[str]) -> list[Finding]:
    documents = [text_document(DocumentRef(f"{n}.txt"), text.encode(), "", "") for n, text in enumerate(texts)]
    return check_documents(documents, [Asking()])


def test_uses_of_a_form_share_nothing_beside_it() -> None:
    own = (" ".join(Random(n).choices(WORDS, k=20)) for n in range(len(PLACES)))
    texts = [FORM.format(n * 7, place, place, n * 9) for n, place in enumerate(PLACES, 3)]
    (finding,) = found([f"{text}\n\nThe {more} now.\n" for text, more in zip(texts, own, strict=True)])
    assert finding.data == {"overlap": 0.0, "relation": "template"}


SHARED = "The harbour office will open its new ferry bridge to the school and to the market before winter comes."


def story(*seeds: int) -> str:
    """A paragraph that others have, too, and the paragraphs of these seeds."""
    own = (f"The {' '.join(Random(seed).choices(WORDS, k=20))} now." for seed in seeds)
    return "\n\n".join([SHARED, *own]) + "\n"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param([story(1, 2), story(3, 4), story(5, 6)], 0.0, id="three stories"),
        pytest.param([story(1, 2), story(3, 4), story(3, 4)], 1.0, id="two copies and another story"),
        pytest.param([story(1, 2), story(3, 4), story(3, 4), story(5, 6)], 0.0, id="three stories, one twice"),
        pytest.param([*(story(n, 2 * n) for n in range(5, 12)), *[story(1, 2)] * 14], 1.0, id="many copies"),
    ],
)
def test_what_documents_share_is_the_same_whatever_they_are_called(texts: list[str], expected: float) -> None:
    for seed in range(20):
        findings = found(Random(seed).sample(texts, k=len(texts)))
        assert [finding.data["overlap"] for finding in findings if finding.location.span.start == 0] == [expected]


def test_what_records_share_is_the_same_whatever_their_ids_are() -> None:
    texts = [*(story(n, 2 * n) for n in range(5, 17)), *[story(1, 2)] * 12]
    overlaps = set()
    for seed in range(8):
        ids = Random(seed).sample(range(100), k=len(texts))
        rows = [json.dumps({"id": str(one), "text": text}) for one, text in zip(ids, texts, strict=True)]
        records = [
            record_document(DocumentRef("news.jsonl", number), row.encode(), "utf-8", ReadingOptions())
            for number, row in enumerate(rows, 1)
        ]
        findings = check_documents(records, [Asking()])
        overlaps |= {finding.data["overlap"] for finding in findings if finding.location.span.start == 0}
    assert len(overlaps) == 1


@pytest.mark.parametrize("seed", range(12))
def test_no_two_clusters_have_one_id(seed: int) -> None:
    """The middle text stands in the first, and the last resembles it: it is a copy, and has a copy."""
    random = Random(seed)
    longer, middle, other = (random.choices(WORDS, k=count) for count in (30, 22, 9))
    changed = [*middle[:5], "lantern", *middle[6:15], "pepper", *middle[16:]]
    texts = [[*longer, *middle, *reversed(longer)], middle, [*changed, *other]]
    findings = found([f"The {' '.join(text)} now.\n" for text in texts])
    ids = [finding.cluster.id for finding in findings if finding.cluster]
    assert len(ids) == len(findings) == len(set(ids))
