"""Texts to measure on: those of a file or folder of the user, or news sentences made up from a seed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final

from bench.json_lines import objects, text_of
from bench.newsroom_edits import PEOPLE, listed

from newslint.document import PARAGRAPH
from newslint.reading.segment import segment

_WHO: Final = listed(
    "The city council;Farmers in the valley;The port authority;Engineers at the plant;A judge in the capital;"
    "The opposition;The national bank;Teachers and nurses;The railway company;Rescue teams;"
    "The football club;Scientists;The airline;"
    "Shopkeepers on the market square;The energy ministry;A group of investors;The film festival;Union leaders;"
    "The coast guard;Researchers at the university;The prime minister;Tenants of the tower;The theatre;Border police",
    ";",
)
_DID: Final = listed(
    "approved a plan to rebuild;closed without warning;put off a vote on;asked for more money for;"
    "lost an appeal over;"
    "opened an inquiry into;reached a deal on;warned about cracks in;celebrated the return of;sold a large share in;"
    "took control of;halted work on;doubled its spending on;published a report about;gave up its claim to;defended;"
    "threatened to leave;welcomed the rescue of;blamed heavy rain for the damage to;cancelled the tender for",
    ";",
)
_WHAT: Final = listed(
    "the old harbour bridge;a copper mine in the north;the new school meals;the night train to the coast;"
    "its tax on diesel;a hospital wing;the river dam;two thousand flats;the stadium roof;"
    "a cattle vaccine;the archive of a newspaper;"
    "its rules for short holiday lets;an airport runway;the winter wheat harvest;a chain of bakeries;the lottery;"
    "a satellite that watches the ice;the border crossing;drinking water pipes;the ferry line;"
    "a painting found in a cellar",
    ";",
)
_HOW: Final = listed(
    "after weeks of protest;while prices kept rising;despite a warning from auditors;"
    "as the first snow fell;because the contractor went bankrupt;in a session that lasted until dawn;"
    "although the mayor had promised otherwise;to the surprise of its own members;"
    "when the generators failed;with the support of neighbouring towns;"
    "under pressure from creditors;following a court order",
    ";",
)
_TOWNS: Final = listed(
    "Harrowgate Velmont Sorrin Tallbridge Ostrava Quillan Marisco Denholm Araby Westerly Corvina Lindau Petrova Ashby"
)


def made_up(count: int, words: int, seed: int) -> list[str]:
    """`count` texts of at least `words` words, about as many names and figures as news has."""
    random = Random(seed)
    texts = []
    for _ in range(count):
        text = ""
        while text.count(" ") + 1 < words:
            text = f"{text} {_sentence(random)}".strip()
        texts.append(text)
    return texts


def _sentence(random: Random) -> str:
    who, what, how = random.choice(_WHO), random.choice(_WHAT), random.choice(_HOW)
    place, person, figure = random.choice(_TOWNS), random.choice(PEOPLE), random.randrange(3, 990)
    did = random.choice(_DID)
    return random.choice(
        (
            f"{who} in {place} {did} {what} {how}, {person} said.",
            f'{who} {did} {what} in {place}, and {person} called the {figure} million bill "an insult".',
            f"About {figure} people saw how {who[0].lower()}{who[1:]} {did} {what} {how} near {place}.",
            f"{who} {did} {what} {how}; it will cost {figure} jobs at {place}.",
        )
    )


def paragraphs(path: str, field: str = "text") -> Iterator[str]:
    """The lines of the texts below a path: `.jsonl` records by their `field`, other files as they are."""
    for text in texts_below(path, field):
        yield from (part.strip() for part in text.split("\n") if part.strip())


def news_paragraphs(path: str, least: int = 8, field: str = "text") -> Iterator[str]:
    """The blocks of kind paragraph with at least `least` words: wrapped lines joined, other lines left out."""
    for text in texts_below(path, field):
        blocks = (block for article in segment(text) for block in article.blocks)
        yield from (one.text for one in blocks if one.kind == PARAGRAPH and len(one.text.split()) >= least)


def texts_below(path: str, field: str) -> Iterator[str]:
    place = Path(path)
    for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
        if not file.is_file():
            continue
        if file.suffix == ".jsonl":
            yield from (text_of(found, field) for _, found in objects(file))
        else:
            yield file.read_text(encoding="utf-8", errors="replace")
