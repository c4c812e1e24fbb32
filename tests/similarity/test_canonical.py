"""That copies are held against the first of all, though others are nearer to them."""

from newslint.similarity import find_clusters

SIGNS = (
    "amber birch cedar daisy elder fennel ginger hazel iris juniper kale laurel maple nettle olive poppy quince "
    "rose sage thyme umbel violet willow yarrow zinnia"
)
LATER = (
    "The council of the town wants to judge the night ferry after ninety days, its chairwoman said, because "
    "fares, noise and the state of the old quay have to be weighed against what the island needs in winter, when "
    "the bridge is closed by storms and ice, under the sign of the {} tree"
)
EARLIER = (
    "The council of the town wants to judge the night ferry after ninety days, and then to look once more at what "
    "it costs, for much has to be held against what the island needs in winter, when the bridge is closed by "
    "storms and ice"
)


def test_more_copies_than_a_set_keeps_partners() -> None:
    clusters = find_clusters([EARLIER, *map(LATER.format, SIGNS.split())]).clusters
    assert clusters.link.tolist() == [-1] + [0] * len(SIGNS.split())
    assert clusters.jaccard[1:].max() < 0.6
