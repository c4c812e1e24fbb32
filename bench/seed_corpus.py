"""A corpus of any size made from seeds/: the same for the same arguments, in the shape of a crawl."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

SEEDS: Final = Path(__file__).parents[1] / "seeds"
LANGUAGES: Final = {
    "en": ("harbour", "wire"),
    "ar": ("marsa",),
    "de": ("elbe",),
    "fa": ("karaneh",),
    "hi": ("tat",),
    "tr": ("sahil",),
    "zh": ("beian",),
}
FILES_IN_A_FOLDER: Final = 500
PARAGRAPH: Final = 50
"""Characters from which a line is taken for a paragraph."""
SENTENCE_ENDS: Final = (".", '."', "।", '।"', "。", "。”", "”", ".»", "!", '?"')
SHORT_LINE: Final = 24
"""Characters of a line up to which its words are never changed."""
_DEFECT: Final = re.compile("[\u0000-\u001f\u00ad\u200b\u2067\u202e\ufffdþý]|Ã|â€")
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


@dataclass(frozen=True)
class Source:
    """What documents of one language are made of: seed texts as they are, clean paragraphs, and words."""

    whole: tuple[str, ...]
    paragraphs: tuple[str, ...]
    words: tuple[str, ...]


def source(language: str) -> Source:
    """The seeds of a language, but for those in another encoding or with other line ends."""
    paths = [path for folder in LANGUAGES[language] for path in sorted((SEEDS / folder).glob("*.txt"))]
    texts = [*(text for path in paths if (text := _text(path.read_bytes()))), *_records(language)]
    lines = dict.fromkeys(line for text in texts for line in text.split("\n") if len(line) >= PARAGRAPH)
    clean = [line for line in lines if line.endswith(SENTENCE_ENDS) and not _DEFECT.search(line)]
    return Source(tuple(texts), tuple(clean), tuple(_WORD.findall(" ".join(clean))))


def _text(data: bytes) -> str:
    try:
        return "" if b"\r" in data else data.decode("utf-8")
    except UnicodeDecodeError:
        return ""


def _records(language: str) -> Iterator[str]:
    for line in (SEEDS / "wire" / "2024-05.jsonl").read_text(encoding="utf-8").splitlines():
        try:
            record = json.loads(line)
        except ValueError:  # one is broken on purpose
            continue
        if record["language"] == language and "text" in record:
            yield record["text"]


def documents(languages: Sequence[str], size: int, defects: float, copies: float) -> Iterator[str]:
    """Texts of together `size` bytes: new ones of shuffled paragraphs with nine of ten words changed, a share of seed
    texts with their defects, and a share of copies of one of the last thousand texts with a word in thirty changed."""
    random = Random(1729)
    sources = [source(language) for language in languages]
    recent: list[tuple[str, Source]] = []
    made = 0
    while made < size:
        kind = random.random()
        if kind < copies and recent:
            text, origin = random.choice(recent)
            text = _changed(text, origin.words, 1 / 30, random)
        else:
            origin = random.choice(sources)
            count = min(random.randint(4, 12), len(origin.paragraphs))
            drawn = "\n\n".join(random.sample(origin.paragraphs, count)) + "\n"
            text = random.choice(origin.whole) if kind < copies + defects else drawn
            text = _changed(text, origin.words, 9 / 10, random)
            recent[:] = [*recent[-999:], (text, origin)]
        made += len(text.encode())
        yield text


def _changed(text: str, words: Sequence[str], share: float, random: Random) -> str:
    """Each word of the text, or none of its occurrences, becomes another one: what stands twice stays so.

    Short lines (headings, controls of the page) stay as they are.
    """
    others: dict[str, str] = {}

    def other(match: re.Match[str]) -> str:
        word = match[0]
        if word not in others:
            others[word] = _word(words, random) if random.random() < share else word
        return others[word]

    return "\n".join(_WORD.sub(other, line) if len(line) > SHORT_LINE else line for line in text.split("\n"))


def _word(words: Sequence[str], random: Random) -> str:
    """A word as often as it stands in the seeds; one in four is made up of two, as news is full of rare names."""
    word = random.choice(words)
    if random.random() < 1 / 4:
        other = random.choice(words)
        return word[: (len(word) + 1) // 2] + other[len(other) // 2 :]
    return word


def make_corpus(folder: Path, shape: str, texts: Iterator[str]) -> Path:
    """The corpus as a folder of text files, or as one JSON Lines file in a folder."""
    if shape == "jsonl":
        with (folder / "corpus.jsonl").open("w", encoding="utf-8") as lines:
            for number, text in enumerate(texts):
                record = {"id": f"{number:07}", "source": f"site-{number % 7}", "text": text}
                lines.write(json.dumps(record, ensure_ascii=False) + "\n")
        return folder
    for number, text in enumerate(texts):
        place = folder / f"site-{number % 7}" / f"{number // FILES_IN_A_FOLDER:04}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:07}.txt").write_bytes(text.encode())
    return folder
