from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.similarity import Sets, banded, join, leading, shared_keys, sharing, sign
from newslint.similarity.join import PARTNERS, SHINGLE_CAP
from newslint.similarity.leading import LEADERS
from newslint.similarity.pairs import unpack

FEW = st.lists(st.frozensets(st.integers(0, 30), max_size=12), max_size=12)


def sets_of(values: list[frozenset[int]]) -> Sets:
    offsets = np.cumsum([0, *(len(one) for one in values)])
    return Sets(np.array([value for one in values for value in sorted(one)], np.uint32), offsets)


def listed(pairs: np.ndarray[tuple[int], np.dtype[np.uint64]]) -> list[tuple[int, int]]:
    first, second = unpack(pairs)
    return list(zip(first.tolist(), second.tolist(), strict=True))


@given(FEW, st.sampled_from([0.1, 0.3, 0.5, 0.8, 1.0]))
def test_every_pair_that_shares_enough_is_found(values: list[frozenset[int]], share: float) -> None:
    found, cap = sharing(sets_of(values), np.arange(len(values)), share)
    assert cap == SHINGLE_CAP
    wanted = {
        (one, other): len(values[one] & values[other])
        for one, other in combinations(range(len(values)), 2)
        if values[one] & values[other]
        and len(values[one] & values[other]) >= share * min(len(values[one]), len(values[other]))
    }
    assert dict(zip(listed(found.pairs), found.counts.tolist(), strict=True)) == wanted


@given(FEW, st.sampled_from([0.1, 0.3, 0.5, 0.8]))
def test_shingles_of_large_buckets_are_counted_all_the_same(values: list[frozenset[int]], share: float) -> None:
    found, _ = sharing(sets_of(values), np.arange(len(values)), share, cap=2)
    for (one, other), count in zip(listed(found.pairs), found.counts.tolist(), strict=True):
        assert count == len(values[one] & values[other])
        assert count >= share * min(len(values[one]), len(values[other]))


@given(FEW)
def test_equal_sets_share_every_band(values: list[frozenset[int]]) -> None:
    filled = [one for one in values if one]
    found = set(listed(banded(sign(sets_of(filled), 16), 4, np.arange(len(filled)), cap=20)[0]))
    assert {pair for pair in combinations(range(len(filled)), 2) if filled[pair[0]] == filled[pair[1]]} <= found


def test_a_large_bucket_is_a_star_and_a_chain() -> None:
    count = 5000
    signatures = np.tile(np.arange(64, dtype=np.uint32), (count, 1))
    pairs, spare = banded(signatures, 4, np.arange(count))
    assert listed(pairs) == [(0, other) for other in range(1, count)]
    assert listed(spare) == [(other, other + 1) for other in range(1, count - 1)]


def test_partners_are_bounded() -> None:
    hub = frozenset(range(3000))
    values = [hub, *(frozenset({number, number + 1, 10_000 + number}) for number in range(0, 3000, 2))]
    found, _ = sharing(sets_of(values), np.arange(len(values)), 0.3)
    assert len(found.pairs) <= PARTNERS * len(values)
    assert len(found.pairs) == 1500


def test_a_budget_lowers_the_cap(monkeypatch: pytest.MonkeyPatch) -> None:
    values = [frozenset({number % 10, 1000 + number % 11, 2000 + number % 12}) for number in range(2400)]
    assert sharing(sets_of(values), np.arange(len(values)), 0.3, cap=500)[1] == 500  # few sets may cost what they cost
    monkeypatch.setattr(join, "PAIRS_AT_LEAST", 0)
    found, cap = sharing(sets_of(values), np.arange(len(values)), 0.3, cap=500)
    assert len(found.pairs) <= PARTNERS * len(values)
    full, same = sharing(sets_of(values[:100]), np.arange(100), 0.3, cap=500)
    assert (cap < 500, same, len(full.pairs) > 0) == (True, 500, True)


@pytest.mark.parametrize("holders", [20, 63, 64, 65, 300])
@pytest.mark.parametrize("place", ["first", "last"])
def test_a_sentence_that_many_hold_is_found_in_each(holders: int, place: str) -> None:
    """Every shingle of it is frequent, and what is rare in those that hold it stands in no other."""
    sentence = frozenset(range(12))
    longer = [sentence | frozenset(range(100 * number, 100 * number + 60)) for number in range(1, holders + 1)]
    values = [sentence, *longer] if place == "first" else [*longer, sentence]
    found, _ = sharing(sets_of(values), np.arange(len(values)), 0.7)
    own = 0 if place == "first" else holders
    wanted = {(min(own, other), max(own, other)) for other in range(holders + 1) if other != own}
    assert wanted <= set(listed(found.pairs))


def test_the_uses_of_a_form_are_paired_with_few_of_them() -> None:
    form = frozenset(range(20))
    values = [form | {1000 + number} for number in range(2000)]
    found, _ = sharing(sets_of(values), np.arange(len(values)), 0.7)
    assert len(values) <= len(found.pairs) <= LEADERS * len(values)


def test_what_leads_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every set has nothing but frequent shingles: the smallest buckets are paired, as many as there may be."""
    monkeypatch.setattr(leading, "PAIRS_AT_LEAST", 0)
    chosen = np.random.default_rng(7)
    values = [frozenset(chosen.choice(90, 6, replace=False).tolist()) for _ in range(3000)]
    sets = sets_of(values)
    held = shared_keys(sets, np.arange(len(values)))
    pairs = leading.led(held, sets, np.arange(len(values)))
    assert 0 < len(pairs) <= leading.PAIRS_A_SET * len(values)
    assert len(sharing(sets, np.arange(len(values)), 0.5)[0].pairs) > 0
