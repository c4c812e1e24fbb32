"""Fingerprints of copies, and clusters seen from another member."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import DocumentRef, Span
from newslint.engine.copies import Copies, Copy, rerooted
from newslint.finding import Location
from newslint.rule import WHOLE, Cluster, Member

Pair = tuple[int, str, float]
"""Of a member: the member it is linked with, the relation, the similarity."""


def cluster_of(pairs: list[Pair], refs: list[DocumentRef] | None = None) -> Cluster:
    members = [
        Member(refs[n] if refs else DocumentRef(f"{n}.txt"), Span(0, 9), "paragraph", relation, link, similarity, 1.0)
        for n, (link, relation, similarity) in enumerate(pairs)
    ]
    return Cluster("c0ffee", tuple(members))


FIRST: Pair = (-1, "canonical", 1.0)


def pairs_of(cluster: Cluster) -> set[tuple[frozenset[str], str, float]]:
    """What was verified, whatever the direction."""
    return {
        (frozenset({member.ref.path, cluster.members[member.link].ref.path}), member.relation, member.similarity)
        for member in cluster.members
        if member.link >= 0
    }


def test_the_first_member_stays_the_original() -> None:
    cluster = cluster_of([FIRST, (0, "edited", 0.8)])
    assert rerooted(cluster, 0) is cluster


@pytest.mark.parametrize(
    ("pairs", "root", "order"),
    [
        pytest.param([FIRST, (0, "edited", 0.8)], 1, ["1.txt", "0.txt"], id="a-pair-turns-round"),
        pytest.param(
            [FIRST, (0, "edited", 0.8), (1, "contained", 0.6), (0, "edited", 0.7)],
            2,
            ["2.txt", "0.txt", "1.txt", "3.txt"],
            id="a-chain-turns-round-and-the-rest-stays",
        ),
    ],
)
def test_the_same_pairs_from_another_member(pairs: list[Pair], root: int, order: list[str]) -> None:
    before = cluster_of(pairs)
    after = rerooted(before, root)
    assert [member.ref.path for member in after.members] == order
    assert after.members[0].link == -1
    assert after.members[0].relation == "canonical"
    assert pairs_of(after) == pairs_of(before)
    assert after.id == before.id


def test_what_is_the_same_hangs_on_the_new_original() -> None:
    after = rerooted(cluster_of([FIRST, (0, "same", 1.0), (0, "same", 1.0), (0, "edited", 0.8)]), 2)
    assert [(member.ref.path, member.link) for member in after.members] == [
        ("2.txt", -1),
        ("0.txt", 0),
        ("1.txt", 0),
        ("3.txt", 0),
    ]


@given(st.data())
def test_every_member_but_the_original_leads_to_it(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 12))
    pairs = [FIRST] + [(data.draw(st.integers(0, n - 1)), "edited", n / 100) for n in range(1, count)]
    before = cluster_of(pairs)
    after = rerooted(before, data.draw(st.integers(0, count - 1)))
    assert pairs_of(after) == pairs_of(before)
    for number in range(count):
        steps = 0
        while number:
            number, steps = after.members[number].link, steps + 1
            assert 0 <= number < count
            assert steps < count


class Texts:
    """Texts by path; ids by record."""

    def __init__(self, texts: dict[DocumentRef, str], ids: dict[DocumentRef, str] | None = None) -> None:
        self.texts, self.ids = texts, ids or {}

    def text(self, member: Member) -> str:
        return self.texts[member.ref]

    def location(self, member: Member) -> Location:
        return Location(member.ref, member.span, id=self.ids.get(member.ref, ""))


def fingerprints(texts: dict[DocumentRef, str], ids: dict[DocumentRef, str] | None = None, root: int = 0) -> list[str]:
    """The fingerprints of the members, in the order of `texts`."""
    refs = list(texts)
    known = Texts(texts, ids)
    cluster = cluster_of([FIRST, *[(0, "same", 1.0)] * (len(refs) - 1)], refs)
    copies = Copies("near-duplicate-paragraph", rerooted(cluster, root), known)
    return [copies.fingerprint(Location(ref, Span(0, 9), id=known.ids.get(ref, ""))) for ref in refs]


def test_a_fingerprint_is_of_rule_and_text_alone() -> None:
    one, other, edited = fingerprints(
        {DocumentRef("a.txt"): "The  “ferry”", DocumentRef("b.txt"): 'the "ferry"', DocumentRef("c.txt"): "The ferries"}
    )
    assert one == other != edited
    text = {DocumentRef("0.txt"): "The “ferry”"}
    of_another_rule = Copies("duplicate-document", cluster_of([FIRST]), Texts(text))
    assert one != of_another_rule.fingerprint(Location(DocumentRef("0.txt"), Span(0, 9)))


def test_records_without_an_id_are_counted_in_the_order_of_the_file() -> None:
    refs = [DocumentRef("feed.jsonl", line) for line in (7, 2, 9)]
    prints = fingerprints(dict.fromkeys(refs, "ferry"))
    assert len(set(prints)) == 3
    assert prints[1] == fingerprints({DocumentRef("a.txt"): "ferry"})[0], "the first is as any other"
    assert prints[:2] == fingerprints(dict.fromkeys(refs[:2], "ferry"))
    assert prints == fingerprints(dict.fromkeys(refs, "ferry"), root=2)


def test_records_with_ids_of_their_own_are_told_apart_by_these() -> None:
    refs = [DocumentRef("feed.jsonl", line) for line in (1, 2, 3)]
    ids = dict(zip(refs, ["x", "y", "y"], strict=True))
    first, second, third = fingerprints(dict.fromkeys(refs, "ferry"), ids)
    assert first == second != third, "one id twice: a further copy"


def test_a_whole_document_is_named_by_its_rule_and_its_mark() -> None:
    refs = [DocumentRef("a.txt"), DocumentRef("b.txt"), DocumentRef("feed.jsonl", 1), DocumentRef("feed.jsonl", 2)]
    cluster = cluster_of([FIRST, *[(0, "edited", 0.9)] * 3], refs)
    whole = Cluster("c", tuple(member._replace(kind=WHOLE) for member in cluster.members))
    marks = dict(zip(refs, ["1a-2b-3c", "1a-2b-4d", "5e", "5e"], strict=True))

    class Marked(Texts):
        def location(self, member: Member) -> Location:
            return super().location(member)._replace(mark=marks[member.ref])

    texts = Marked(dict.fromkeys(refs, "ferry"))
    copies = Copies("duplicate-document", whole, texts)
    first, second, third, fourth = (copies.fingerprint(texts.location(member)) for member in whole.members)
    assert (first[8:], second[8:], third[8:], fourth[8:]) == ("-1a-2b-3c", "-1a-2b-4d", "-5e", "-5e")
    assert first[:8] == second[:8] == third[:8] != fourth[:8], "records without an id are counted"


def test_no_member_no_fingerprint() -> None:
    copies = Copies("r", cluster_of([FIRST]), Texts({DocumentRef("0.txt"): "ferry"}))
    assert copies.fingerprint(Location(DocumentRef("elsewhere.txt"), Span(0, 9))) == ""


def test_the_oldest_member_becomes_the_original_and_of_several_the_first() -> None:
    refs = [DocumentRef(f"{n}.txt") for n in range(4)]
    copies = Copies("r", cluster_of([FIRST, *[(0, "same", 1.0)] * 3], refs), Texts(dict.fromkeys(refs, "ferry")))
    seen: list[Copy] = []

    def age(copy: Copy) -> int:
        seen.append(copy)
        return 0 if copy.location.ref.path in ("2.txt", "3.txt") else 1

    copies.begin_with_the_oldest(age)
    assert [member.ref.path for member in copies.cluster.members] == ["2.txt", "0.txt", "1.txt", "3.txt"]
    assert {copy.text for copy in seen} == {"ferry"}
    assert all(one.fingerprint == other.fingerprint for one, other in pairwise(seen))
