import pytest
from bench.similarity_speed import some

TEXTS = ["ferry 0", "quay 00", "rain 00", "ferry 1", "quay 01", "rain 01", "ferry 2"]
"""Three originals, their edits, and one more of the first."""


@pytest.mark.parametrize(
    ("size", "kept"),
    [
        pytest.param(1000, TEXTS, id="all of few"),
        pytest.param(32, ["ferry 0", "quay 00", "ferry 1", "quay 01", "ferry 2"], id="the first two with their edits"),
        pytest.param(1, ["ferry 0", "ferry 1", "ferry 2"], id="at least one"),
    ],
)
def test_the_truth_is_looked_for_among_originals_with_all_their_edits(size: int, kept: list[str]) -> None:
    assert some(TEXTS, 3, size) == kept
