"""What newsrooms do to a text: seeded edits that leave a copy a copy, and changes that make another text of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Final


def listed(text: str, separator: str = " ") -> tuple[str, ...]:
    """The parts of a text."""
    return tuple(text.split(separator))


PLACES: Final = ("LONDON", "PARIS", "NAIROBI", "LIMA", "OSLO", "JAKARTA", "ANKARA", "DELHI", "CAIRO", "BOSTON")
AGENCIES: Final = ("Reuters", "AP", "AFP", "dpa")
PEOPLE: Final = listed(
    "Mara Ellison;Tomas Brandt;Ines Calloway;Piotr Nowak;Leila Haddad;Owen Pryce;Hana Sato;Rui Tavares;Greta Lindqvist;"
    "Samuel Okoro;Nadia Ferrand;Victor Almeida;Joan Whitlock;Emre Kaya;Priya Raman;Dmitri Volkov",
    ";",
)
SPELLING: Final = dict(
    pair.split("/")
    for pair in listed(
        "centre/center colour/color labour/labor defence/defense programme/program organise/organize "
        "recognise/recognize favour/favor theatre/theater travelled/traveled cancelled/canceled neighbours/neighbors "
        "metres/meters litres/liters grey/gray tonnes/tons"
    )
)
SYNONYMS: Final = dict(
    pair.split("/")
    for pair in listed(
        "said/stated told/informed big/large large/big began/started started/began near/close_to after/following "
        "killed/slain about/roughly people/residents police/officers government/administration show/reveal "
        "help/assist buy/purchase also/too while/as many/numerous high/elevated new/fresh plan/scheme "
        "company/firm firm/company expected/likely increase/rise rise/increase fall/drop drop/fall"
    )
)
CLAUSES: Final = (
    ", according to people who know the plans,",
    ", officials confirmed late in the evening,",
    ", a step that critics had asked for,",
    ", in what was the second such case this year,",
)
SENTENCES: Final = (
    "A spokesman declined to comment further.",
    "It was not clear when a decision would come.",
    "More details were expected later in the week.",
    "Residents have complained about the delays for months.",
)
_OCR: Final = {"e": "c", "l": "1", "o": "0", "i": "l", "m": "rn", "n": "u", "h": "b", "s": "5", "t": "f", "a": "o"}

Edit = Callable[[str, Random], str]


def dateline(text: str, random: Random) -> str:
    day = random.randrange(1, 28)
    return (
        f"{random.choice(PLACES)}, {random.choice(['Jan', 'May', 'Sept'])} {day} ({random.choice(AGENCIES)}) - {text}"
    )


def credit(text: str, random: Random) -> str:
    person = random.choice(PEOPLE)
    return text + random.choice(
        (f" ({random.choice(AGENCIES)})", f" (AP Photo/{person})", f" Photograph: {person}/EPA")
    )


def quotes(text: str, random: Random) -> str:
    text = re.sub(r'"([^"]*)"', "\u201c\\1\u201d", text).replace("'", "\u2019").replace(" - ", " \u2014 ")
    return text.replace(" ", "\u00a0", 1) if random.random() < 0.5 else text


def capitals(text: str, random: Random) -> str:
    words = text.split(" ")
    count = random.randrange(2, 5)
    return " ".join([word.upper() for word in words[:count]] + words[count:])


def spelling(text: str, random: Random) -> str:
    changed = _replaced(text, SPELLING | {new: old for old, new in SPELLING.items()}, 3, random)
    return changed if changed != text else _replaced(text, SYNONYMS, 1, random)


def synonyms(text: str, random: Random) -> str:
    return _replaced(text, SYNONYMS, 3, random)


def figure(text: str, random: Random) -> str:
    found = list(re.finditer(r"\d+", text))
    if not found:
        return synonyms(text, random)
    match = random.choice(found)
    new = str(int(match[0]) + random.randrange(1, 9))
    return text[: match.start()] + new + text[match.end() :]


def trimmed_start(text: str, random: Random) -> str:
    words = text.split(" ")
    return " ".join(words[int(len(words) * random.uniform(0.15, 0.35)) :])


def trimmed_end(text: str, random: Random) -> str:
    words = text.split(" ")
    return " ".join(words[: int(len(words) * random.uniform(0.65, 0.85))])


def inserted_clause(text: str, random: Random) -> str:
    words = text.split(" ")
    place = random.randrange(len(words) // 3, 2 * len(words) // 3 + 1)
    return " ".join([*words[:place], random.choice(CLAUSES).strip(" "), *words[place:]])


def added_sentence(text: str, random: Random) -> str:
    return f"{text} {random.choice(SENTENCES)}"


def attribution(text: str, random: Random) -> str:
    source = f"{random.choice(PEOPLE)} said"
    return f"{source} that {text[0].lower()}{text[1:]}" if random.random() < 0.5 else f"{text.rstrip('.')}, {source}."


def one_word(text: str, random: Random) -> str:
    words = text.split(" ")
    places = [place for place, word in enumerate(words) if word.islower() and len(word) > 3] or [len(words) // 2]
    words[random.choice(places)] = random.choice(("nearby", "early", "former", "central", "during", "leaving"))
    return " ".join(words)


def mix(text: str, random: Random) -> str:
    for edit in random.sample([quotes, spelling, synonyms, one_word, capitals, credit, dateline], 3):
        text = edit(text, random)
    return text


def noise(share: float) -> Edit:
    def noisy(text: str, random: Random) -> str:
        return "".join(_OCR.get(sign, sign) if random.random() < share * 1.6 else sign for sign in text)

    return noisy


PARAGRAPH_EDITS: Final[dict[str, Edit]] = {
    "dateline": dateline,
    "credit": credit,
    "quotes": quotes,
    "capitals": capitals,
    "spelling": spelling,
    "synonyms": synonyms,
    "figure updated": figure,
    "trimmed start": trimmed_start,
    "trimmed end": trimmed_end,
    "inserted clause": inserted_clause,
    "added sentence": added_sentence,
    "attribution": attribution,
    "one word": one_word,
    "mix": mix,
    "noise 1 %": noise(0.01),
    "noise 2 %": noise(0.02),
    "noise 5 %": noise(0.05),
}
CAPTION_EDITS: Final[dict[str, Edit]] = {
    name: PARAGRAPH_EDITS[name]
    for name in (
        "dateline",
        "credit",
        "quotes",
        "capitals",
        "spelling",
        "synonyms",
        "trimmed end",
        "added sentence",
        "one word",
        "mix",
        "noise 1 %",
        "noise 2 %",
        "noise 5 %",
    )
}


def other_facts(text: str, random: Random) -> str:
    """The same words about somebody and something else: every figure and every name inside a sentence changes."""
    names = iter(random.sample(" ".join(PEOPLE).split(" "), 30) * 9)
    text = re.sub(r"\d+", lambda match: str(random.randrange(10 ** (len(match[0]) - 1), 10 ** len(match[0]))), text)
    return re.sub(r"(?<=[a-z,0-9] )[A-Z][a-zA-Z]+|(?<=[a-z,0-9] [A-Z])(?!)", lambda _: next(names), text)


def facts_in(text: str) -> int:
    """How many figures and names inside a sentence a text has."""
    return len(re.findall(r"\d+|(?<=[a-z,0-9] )[A-Z][a-z]+", text))


def _replaced(text: str, words: dict[str, str], most: int, random: Random) -> str:
    found = [match for match in re.finditer(r"[A-Za-z]+", text) if match[0] in words]
    for match in sorted(random.sample(found, min(most, len(found))), key=lambda match: -match.start()):
        text = text[: match.start()] + words[match[0]].replace("_", " ") + text[match.end() :]
    return text
