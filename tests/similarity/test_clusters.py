import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.similarity import CONTAINED, EDITED, RELATIONS, Links, stars

Found = list[tuple[int, int, int, str]]


def cluster(count: int, links: list[tuple[int, int, int]], equal: dict[int, int] | None = None) -> Found:
    columns = list(zip(*links, strict=True)) or [(), (), ()]
    half = np.full(len(links), 0.5)
    original = np.arange(count)
    for copy, first in (equal or {}).items():
        original[copy] = first
    found = stars(
        Links(
            np.array(columns[0], np.int64), np.array(columns[1], np.int64), np.array(columns[2], np.uint8), half, half
        ),
        original,
    )
    rows = zip(found.cluster.tolist(), found.member.tolist(), found.link.tolist(), found.relation.tolist(), strict=True)
    return [(number, member, link, RELATIONS[relation]) for number, member, link, relation in rows]


@pytest.mark.parametrize(
    ("count", "links", "equal", "expected"),
    [
        pytest.param(3, [], {}, [], id="nothing"),
        pytest.param(3, [], {2: 0}, [(0, 0, -1, "canonical"), (0, 2, 0, "same")], id="an equal pair"),
        pytest.param(
            3,
            [(0, 1, EDITED), (1, 2, EDITED)],
            {},
            [(0, 0, -1, "canonical"), (0, 1, 0, "edited"), (0, 2, 1, "edited")],
            id="resemblance carries on, linked with what it was verified against",
        ),
        pytest.param(
            3,
            [(0, 1, EDITED), (1, 2, EDITED), (0, 2, CONTAINED)],
            {},
            [(0, 0, -1, "canonical"), (0, 1, 0, "edited"), (0, 2, 0, "contained")],
            id="the canonical copy first",
        ),
        pytest.param(
            3,
            [(0, 1, CONTAINED), (1, 2, EDITED)],
            {},
            [(0, 0, -1, "canonical"), (0, 1, 0, "contained"), (1, 1, -1, "canonical"), (1, 2, 1, "edited")],
            id="containment does not carry on",
        ),
        pytest.param(
            4,
            [(1, 2, EDITED)],
            {3: 2},
            [(0, 1, -1, "canonical"), (0, 2, 1, "edited"), (0, 3, 1, "edited")],
            id="equal to a member",
        ),
        pytest.param(
            4,
            [(0, 2, EDITED), (1, 2, EDITED), (1, 3, EDITED)],
            {},
            [(0, 0, -1, "canonical"), (0, 2, 0, "edited"), (1, 1, -1, "canonical"), (1, 3, 1, "edited")],
            id="two clusters are not joined by a block that is like both",
        ),
    ],
)
def test_stars(count: int, links: list[tuple[int, int, int]], equal: dict[int, int], expected: Found) -> None:
    assert cluster(count, links, equal) == expected


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.sampled_from([EDITED, CONTAINED])), max_size=20))
def test_every_block_with_an_earlier_copy_is_linked_once(raw: list[tuple[int, int, int]]) -> None:
    unique = {(min(one, other), max(one, other)): relation for one, other, relation in raw if one != other}
    links = [(one, other, relation) for (one, other), relation in unique.items()]
    found = cluster(10, links)
    assert found == cluster(10, links[::-1])
    linked = [member for _, member, link, _ in found if link >= 0]
    assert sorted(linked) == sorted({later for _, later, _ in links})
    assert all((link, member) in unique for _, member, link, _ in found if link >= 0)
