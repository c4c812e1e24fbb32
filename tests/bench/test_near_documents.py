from random import Random

from bench.near_documents import versions

STORY = [f"The council of Velmont approved {number} new flats near the harbour." for number in (12, 31, 45, 58)]
OTHER = [f"Rescue teams found {number} goats on the northern cliffs after the storm." for number in (3, 6, 7, 9)]


def test_versions_keep_as_much_of_the_story_as_their_names_say() -> None:
    made = dict(versions(STORY, OTHER, Random(1)))
    assert {name: len(texts) for name, texts in made.items()} == {
        "edited": 4,
        "trimmed to 3/4": 3,
        "trimmed to 1/2": 2,
        "updated by 1/2": 6,
        "updated by 1/1": 8,
        "digest": 4,
        "other facts": 4,
    }
    assert made["digest"] == [STORY[0], *OTHER[:3]]
    assert not set(made["other facts"]) & set(STORY)
