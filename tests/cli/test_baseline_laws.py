"""What holds for any corpus: what was written down is known, whatever else moves, and a further copy is new."""

from __future__ import annotations

import json
import os
from random import Random

import pytest

from .command_line import Runner, grow

STORIES = [
    "The council of Brevik voted on Tuesday to close the east pier until the end of May, because divers had found "
    "cracks in eleven of its forty piles, and the repairs will cost two million crowns.",
    "Ferries to the outer islands will leave from the fish market in the meantime, the harbour master said, and "
    "whoever holds a season ticket can ask for half of its price back at the office in Mill Street.",
    "Fishermen who land their catch at the pier fear for the spring season, which begins in March and brings them half "
    "of what they earn in a year, as their spokeswoman told the council before the vote.",
    "A storm had torn away the railing of the pier in January, and nobody had walked on it since then but the men of "
    "the harbour office, who came every morning to read the gauge at its end.",
    "The mayor called the vote a hard one and promised that the pier would stand again before the summer guests come, "
    "whose boats bring the town as much in eight weeks as the fair does in the whole year.",
    "Two of the seven members voted against it, since they would rather have built a new pier of steel at once than "
    "mended one of oak that their grandfathers had driven into the mud of the bay.",
]
HOUSE = "This story is part of a series on the harbours of the coast, which the paper has printed every week since May."
OWN = [
    "Only here stands what the baker of street number {0} thinks of it, and he has thought about it for {0} days.",
    "The school in district {0} will send its {0} pupils by bus, and the parents have already signed {0} letters.",
    "Number {0} on the list is the old light, whose keeper retired {0} years ago and moved to the mainland.",
]


def edited(text: str, chance: Random) -> str:
    """The text with two words changed."""
    words = text.split()
    for _ in range(2):
        words[chance.randrange(len(words))] = chance.choice(["probably", "yesterday", "northern", "seven", "quietly"])
    return " ".join(words)


def corpus(chance: Random) -> dict[str, list[str]]:
    """Documents that share paragraphs, edited or not, and documents that are copies of others."""
    documents: dict[str, list[str]] = {}
    for number in range(9):
        if documents and chance.random() < 0.3:
            paragraphs = list(documents[chance.choice(sorted(documents))])
            place = chance.randrange(len(paragraphs))
            paragraphs[place] = edited(paragraphs[place], chance)
        else:
            paragraphs = [text.format(100 + number) for text in chance.sample(OWN, 2)]
            for text in chance.sample(STORIES, chance.randrange(1, 5)):
                paragraphs.append(edited(text, chance) if chance.random() < 0.5 else text)
            if chance.random() < 0.6:
                paragraphs.append(HOUSE)
            chance.shuffle(paragraphs)
        documents[f"{chance.choice('abc')}/{number}.txt"] = paragraphs
    return documents


def lay_out(documents: dict[str, list[str]]) -> None:
    grow({path: "\n\n".join(paragraphs) + "\n" for path, paragraphs in documents.items()})


def new(run: Runner) -> list[str]:
    """Where the findings are that the baseline does not hold."""
    report = json.loads(run("check", ".", "--baseline", "known.json", "--output-format", "json").out)
    return [f"{finding['path']} {finding['rule']}" for finding in report["findings"]]


@pytest.mark.parametrize("seed", range(8))
def test_what_was_written_down_is_known_and_a_further_copy_is_new(run: Runner, seed: int) -> None:
    chance = Random(seed)
    documents = corpus(chance)
    lay_out(documents)
    assert run("baseline", "create", ".", "--baseline", "known.json").code == 0
    assert new(run) == []
    assert "; 0 taken out" in run("baseline", "prune", ".", "--baseline", "known.json").out
    assert "; 0 added, 0 taken out" in run("baseline", "update", ".", "--baseline", "known.json").out

    moved = documents[min(documents)]
    moved.append(moved.pop(0))
    lay_out(documents)
    assert new(run) == []

    copied = chance.choice(sorted({text for texts in documents.values() for text in texts} & {*STORIES}) or STORIES)
    lay_out({"a/00.txt": ["Nothing of this stood in the papers before.", copied, "Nor did this, says the clerk."]})
    found = new(run)
    assert found
    for finding in found:  # the text may have become one that recurs: that is told once, where it stands first
        assert finding.startswith("a/00.txt ") or finding.endswith(" recurring-paragraph")


@pytest.mark.parametrize("seed", range(8))
def test_documents_under_other_names_are_known_and_a_copy_is_not(run: Runner, seed: int) -> None:
    chance = Random(seed)
    documents = corpus(chance)
    lay_out(documents)
    assert run("baseline", "create", ".", "--baseline", "known.json").code == 0
    moved = chance.sample(sorted(documents), chance.randrange(1, len(documents)))
    for path in moved:
        os.rename(
            path, path.replace(".txt", " moved.txt")
        )  # in the same order: the first of the copies is the original
    assert new(run) == []
    grow({"zz.txt": "\n\n".join(documents[moved[0]]) + "\n"})
    assert any(found.startswith("zz.txt ") for found in new(run))
