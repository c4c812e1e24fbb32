"""What the tests of known findings share: stories of towns, and what is new in them."""

from __future__ import annotations

from .command_line import CONCISE, Ended, Runner

FILE = ["--baseline", "known.json"]
FERRY = (
    "The ferry operator Nordlin said on Tuesday it would run two night boats between Brevik and the old town from "
    "March, and that fares of 14 crowns would not rise before the end of the trial in June.\n"
)
EDITED = FERRY.replace("said on Tuesday it would", "said that it would")
BRIDGE = "The bridge over the Teal was shut for three days, the mayor said, after a lorry had hit its railing.\n"
TAILS = {
    "Brevik": "Snow closed the pass above the village for two days in March, and the school stayed shut.\n",
    "Holm": "A choir of forty children sang on the quay when the museum reopened after nine years.\n",
    "Lund": "Prices for early potatoes rose by a tenth, growers told the chamber of farming.\n",
    "Arna": "The court will hear the case of the stolen bells again before the summer break.\n",
}
"""Paragraphs that are like no other."""


def story(head: str, *paragraphs: str) -> str:
    """A story of a town, with a paragraph of its own at the end."""
    return "\n".join([f"{head} today\n", *paragraphs, TAILS[head]])


RESIDUE = story("Lund", "TT\n20\nShare this\n")


def found(ended: Ended) -> list[str]:
    """Paths and rules of the findings of a concise report."""
    lines = [line.split(" ", 2) for line in ended.out.splitlines()]
    return sorted({f"{place.split(':')[0]} {rule.partition('[')[2][:-1]}" for place, rule, _ in lines})


def check(run: Runner, *arguments: str) -> list[str]:
    """What is new."""
    ended = run("check", *(arguments or (".",)), *FILE, *CONCISE)
    assert ended.code == (1 if ended.out else 0), ended.err
    return found(ended)


SELECT = 'select = ["advertisement-marker", "near-duplicate-paragraph", "share-bar", "text-size-widget"]\n'
