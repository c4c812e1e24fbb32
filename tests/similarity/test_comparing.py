import pickle
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.rule import Alike
from newslint.similarity import (
    RELATIONS,
    Comparison,
    Links,
    collect,
    compare,
    find_clusters,
    merge,
    originals,
    plain_form,
    propose,
    signatures,
    stars,
    take,
    verified,
)

CHARS = Alike("char", 5, 0.45, 0.7, 0.6, 8)
PEERS = Alike("word", 5, 0.8, 0, 0, 8)
STORY = "The council of Harrowgate approved a plan to rebuild the old bridge for 12 million euros, Mara Ellison said."


def links(found: Comparison) -> list[tuple[int, int, str]]:
    rows = found.clusters
    listed = zip(rows.link.tolist(), rows.member.tolist(), rows.relation.tolist(), strict=True)
    return [(link, member, RELATIONS[relation]) for link, member, relation in listed if link >= 0]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param("", [], id="empty"),
        pytest.param("Rain is expected in the north and in the west until the end of the week.", [], id="another text"),
        pytest.param(
            "The council of Velmont approved a plan to rebuild the old bridge for 31 million euros, Owen Pryce said.",
            [],
            id="the same words about something else",
        ),
        pytest.param(STORY.upper(), [(0, 1, "same")], id="case"),
        pytest.param(f"HARROWGATE, May 3 (Reuters) - {STORY}", [(0, 1, "same")], id="dateline"),
        pytest.param(STORY.replace("approved", "backed"), [(0, 1, "edited")], id="one word"),
        pytest.param(STORY.replace("12", "twelve"), [(0, 1, "edited")], id="spelled figure"),
        pytest.param(
            f"{STORY} Work will begin once the tenders are in, which may take until the spring, and the ferry will run"
            " for another two years at no charge while the old piers are taken down one by one and shipped away.",
            [(0, 1, "contained")],
            id="a longer version",
        ),
    ],
)
def test_a_pair(other: str, expected: list[tuple[int, int, str]]) -> None:
    assert links(find_clusters([STORY, other], CHARS)) == expected


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        pytest.param("paragraph", "Read more here", [], id="a short line that is no caption"),
        pytest.param("caption", "Ana Diaz in Lima", [(0, 1, "same")], id="a short caption"),
        pytest.param("caption", "Quay of Brevik, 3 March 2024. (AFP)", [(0, 1, "same")], id="a caption with its date"),
        pytest.param("document", "Ana Diaz in Lima", [(0, 1, "same")], id="a short document"),
        pytest.param("paragraph", "Won 12 3 4 drew 5 6 lost 7 8 points 9 10 in all", [], id="a table"),
        pytest.param(
            "document", "Won 12 3 4 drew 5 6 lost 7 8 points 9 10 in all", [(0, 1, "same")], id="a document of figures"
        ),
        pytest.param("paragraph", "... !", [], id="no word"),
    ],
)
def test_equal_blocks(kind: str, text: str, expected: list[tuple[int, int, str]]) -> None:
    assert links(find_clusters([text, text], CHARS, kind=kind)) == expected


def test_equality_only() -> None:
    keys = collect([("short", "Share this"), ("short", "share THIS!"), ("short", ""), ("short", "")], None)
    assert links(compare(keys, None)) == [(0, 1, "same")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "أعلنت وزارة الداخلية التونسية أن قوات الأمن أوقفت مجموعة من المهربين في ولاية القصرين مساء أمس",
            "أعلنت وزارة الداخليّة التونسية أنّ قوات الأمن أوقفت مجموعة من المهربين بولاية القصرين مساء أمس",
            id="Arabic",
        ),
        pytest.param(
            "وزیر کشور گفت که ساخت پل تازه در شمال شهر تا پایان سال آینده به پایان می\u200cرسد",
            "وزير كشور گفت که ساخت پل تازه در شمال شهر تا پایان سال بعد به پایان میرسد",
            id="Persian",
        ),
        pytest.param(
            "Belediye başkanı, İzmir limanındaki köprünün önümüzdeki yaz sonuna kadar açılacağını söyledi",
            "BELEDİYE BAŞKANI, İZMİR LİMANINDAKİ KÖPRÜNÜN ÖNÜMÜZDEKİ KIŞ SONUNA KADAR AÇILACAĞINI SÖYLEDİ",
            id="Turkish",
        ),
        pytest.param(
            "मुख्यमंत्री ने कहा कि नदी पर नया पुल अगले साल के अंत तक बनकर तैयार हो जाएगा",
            "मुख्यमंत्री ने बताया कि नदी पर नया पुल अगले साल के अंत तक बनकर तैयार हो जाएगा",
            id="Hindi",
        ),
        pytest.param(
            "市政府昨日宣布，北部河流上的新桥将于明年年底前建成通车。",
            "市政府今日宣布，北部河流上的新桥将于明年年底前建成通车",
            id="Chinese",
        ),
        pytest.param(
            "市長は昨日、川に架かる新しい橋が来年の夏までに完成すると発表した。",
            "市長は今日、川に架かる新しい橋が来年の夏までに完成すると発表した",
            id="Japanese",
        ),
        pytest.param(
            "นายกเทศมนตรีกล่าวว่าสะพานใหม่จะสร้างเสร็จภายในปีหน้า", "นายกเทศมนตรีกล่าวว่าสะพานใหม่จะสร้างเสร็จภายในปีนี้", id="Thai"
        ),
        pytest.param(
            "Мэр заявил, что новый мост через реку на севере города будет построен к концу года",
            "Мэр сообщил, что новый мост через реку на севере города будет построен к концу года",
            id="Russian",
        ),
        pytest.param(
            "Der Bürgermeister sagte, die neue Brücke im Norden der Stadt werde bis zum Sommer fertig",
            "Der Buergermeister sagte, die neue Brücke im Norden der Stadt werde bis zum Herbst fertig",
            id="German",
        ),
    ],
)
def test_copies_are_found_in_every_script(one: str, other: str) -> None:
    texts = ["A text about nothing in particular that is long enough.", one, other]
    assert links(find_clusters(texts, CHARS)) == [(1, 2, "edited")]


def test_misread_letters_of_which_signs_are_left_are_like_nothing() -> None:
    texts = (
        "Совет собрался во вторник и отложил вопрос о мосту через реку до весны, сообщил мэр города после заседания.",
        "Паром перестал ходить из-за льда, и жители острова добираются до берега по зимнику, который открыли в среду.",
    )
    misread = [text.encode().decode("koi8-r") for text in texts]  # most are signs to draw boxes with
    assert links(find_clusters(misread, CHARS)) == []


def columns(found: Comparison) -> list[list[float]]:
    return [column.tolist() for column in (*found.clusters, *found.templates)]


def corpus(seed: int, count: int = 40) -> list[str]:
    random = Random(seed)
    words = [f"w{number}" for number in range(60)]
    texts: list[str] = []
    for _ in range(count):
        text = " ".join(random.choices(words, k=random.randrange(6, 30)))
        if texts and random.random() < 0.6:
            parts = random.choice(texts).split(" ")
            parts[random.randrange(len(parts))] = random.choice(words)
            text = " ".join(parts[random.randrange(3) :])
        texts.append(text)
    return texts


def grams(text: str) -> set[tuple[str, ...]]:
    words = plain_form([text]).decode().split()
    return {tuple(words[place : place + 5]) for place in range(max(1, len(words) - 4))}


@pytest.mark.parametrize("seed", range(8))
def test_no_pair_is_wrong_and_none_is_missed_at_the_question_of_others(seed: int) -> None:
    texts = corpus(seed)
    sets = [grams(text) for text in texts]
    true = {
        (one, other)
        for one, other in combinations(range(len(texts)), 2)
        if len(sets[one] & sets[other]) >= 0.8 * len(sets[one] | sets[other])
        and min(len(texts[one].split()), len(texts[other].split())) >= 8
    }
    found = links(find_clusters(texts, PEERS))
    assert {(link, member) for link, member, _ in found} <= true
    assert {member for _, member, _ in found} == {other for _, other in true}


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.lists(st.integers(0, 40), max_size=4))
def test_the_split_among_workers_changes_nothing(seed: int, cuts: list[int]) -> None:
    blocks = [("paragraph", text) for text in corpus(seed)]
    places = sorted({0, len(blocks), *cuts})
    parts = [collect(blocks[start:end], CHARS) for start, end in pairwise(places)]
    split = pickle.loads(pickle.dumps(merge(parts)))
    whole = collect(blocks, CHARS)
    assert columns(compare(whole, CHARS)) == columns(compare(split, CHARS))


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_collecting_changes_nothing(random: Random) -> None:
    texts = corpus(3)
    order = list(range(len(texts)))
    random.shuffle(order)
    shuffled = collect([("paragraph", texts[number]) for number in order], CHARS)
    back = take(shuffled, np.argsort(order))
    assert links(compare(back, CHARS)) == links(find_clusters(texts, CHARS))


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param([STORY] * 3000, id="identical"),
        pytest.param(
            [STORY.replace("12", str(number + 1000)) for number in range(3000)], id="a template with one figure"
        ),
        pytest.param([""] * 3000, id="empty"),
        pytest.param([f"{STORY} {number}" for number in range(2000)] + [STORY] * 500, id="a counter behind"),
        pytest.param([" ".join([STORY] * 3000), *[STORY] * 300, STORY.replace("old", "new")], id="one huge block"),
        pytest.param(["x" * 1_000_000, "x" * 1_000_001, "x " * 100_000], id="words without end"),
    ],
)
def test_hostile_texts_cost_few_candidates(texts: list[str]) -> None:
    found = find_clusters(texts, CHARS)
    assert found.proposed <= 25 * len(texts)


def test_a_unit_nobody_has() -> None:
    with pytest.raises(ValueError, match="unit must be char or word"):
        collect([("paragraph", STORY)], Alike("line", 1))  # type: ignore[arg-type]


class Column:
    """What a string array of Arrow offers here."""

    def __iter__(self) -> Iterator[object]:
        raise AssertionError("an array is taken by its own conversion")

    def to_pylist(self) -> list[str | None]:
        return [STORY, None, STORY.upper(), None]


def test_string_arrays_are_taken_and_null_matches_nothing() -> None:
    assert links(find_clusters(Column(), CHARS)) == [(0, 2, "same")]


@pytest.mark.parametrize("kind", ["string", "large_string", "string_view", "dictionary"])
def test_arrays_of_arrow_are_taken(kind: str) -> None:
    arrow: Any = pytest.importorskip("pyarrow", reason="an optional library, too large for the tests' own needs")
    texts = [STORY, None, STORY.upper(), "", STORY.replace("old", "new")]
    array = (
        arrow.array(texts).dictionary_encode() if kind == "dictionary" else arrow.array(texts, getattr(arrow, kind)())
    )
    plain = [text or "" for text in texts]
    assert columns(find_clusters(array, CHARS)) == columns(find_clusters(plain, CHARS))
    assert columns(find_clusters(arrow.chunked_array([array, array]), CHARS)) == columns(
        find_clusters([*plain, *plain], CHARS)
    )
    assert np.array_equal(signatures(array), signatures(plain))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from([CHARS, PEERS, Alike()]), st.lists(st.integers(0, 4000), max_size=5))
def test_the_split_of_the_pairs_changes_nothing(seed: int, definition: Alike, cuts: list[int]) -> None:
    keys = collect([("paragraph", text) for text in corpus(seed)], definition)
    original = originals(keys, definition)
    pairs, _, _ = propose(keys, definition, original)
    places = [0, *sorted(min(cut, len(pairs)) for cut in cuts), len(pairs)]
    parts = [verified(keys, definition, pairs[start:end]) for start, end in pairwise(places)]
    for number, whole in enumerate(verified(keys, definition, pairs)):
        split = Links.joined([part[number] for part in parts][::-1])
        joined = [stars(links, original) for links in (whole, split)]
        assert [column.tolist() for column in joined[0]] == [column.tolist() for column in joined[1]]


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 60))
def test_keys_that_go_to_a_file_give_the_same_clusters(seed: int, memory: int) -> None:
    keys = collect([("paragraph", text) for text in corpus(seed)], CHARS)
    plain = columns(compare(keys, CHARS))
    assert columns(compare(keys, CHARS, memory=memory)) == plain


def test_texts_whose_digests_were_made_to_collide_are_not_the_same() -> None:
    texts = [
        "Rain fell in the north of the land on Monday night.",
        "Prices rose again in all the large towns in May.",
    ]
    keys = collect([("paragraph", text) for text in texts], Alike())
    collided = replace(keys, digests=keys.digests[[0, 0]])
    assert originals(collided, Alike()).tolist() == [0, 1]
