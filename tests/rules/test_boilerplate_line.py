"""boilerplate-line: what recurs at the ends of stories, and all that recurs there and belongs to them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from newslint import Document, DocumentRef, Finding, Metadata, Spread
from newslint.engine import check_documents
from newslint.packs import load_rules
from newslint.reading.segment import segment

RULE = load_rules()["boilerplate-line"]
COURIER = "Orlund Courier, Harbour Street 4, 2210 Orlund, phone 555 0199"
PRICE = "Subscribe for 2 crowns a week"
TOPICS = (
    "The council of Brevik approved night ferries on Tuesday by a clear majority of its members",
    "Bells for the rebuilt church arrived by barge in Tealmouth, all of them cast upriver",
    "Apple growers in the valley expect their smallest harvest since the great frost",
    "Engineers closed the old bridge at Harrow Cross after a crack was found in a pillar",
    "A school in the hills above Lund East opened its doors again after the long strike",
    "Divers found the anchor of the sunken mail boat in the mud of the inner harbour",
    "The museum of the coast lends its oldest map to a show in the capital next spring",
)


def stories(*lines: str, number: int = 5, sources: Sequence[str] = ("daily",), copies: bool = False) -> list[Document]:
    """Stories about different things (or copies of one), each with the lines between its title and its text."""
    documents = []
    for index in range(number):
        topic = TOPICS[0 if copies else index]
        text = (
            "\n\n".join([f"{topic[:40]} {index}", *lines, f"{topic}, the mayor said.", f"{topic}, she added."]) + "\n"
        )
        ref = DocumentRef(f"{index}.txt")
        documents.append(Document(ref, text, segment(text), Metadata(source=sources[index % len(sources)])))
    return documents


def found(documents: Sequence[Document]) -> list[tuple[str, str]]:
    texts = {document.ref: document.text for document in documents}
    return [
        (finding.location.ref.path, texts[finding.location.ref][slice(*finding.location.span)])
        for finding in check_documents(documents, [RULE])
    ]


@pytest.mark.parametrize(
    "documents",
    [
        pytest.param(stories("Zoom lens on", number=4), id="too-few"),
        pytest.param(stories("Zoom lens on", copies=True), id="copies-of-one-story"),
        pytest.param(stories("Zoom lens on", number=2, sources=("daily", "wire")), id="two-sources-too-few"),
        pytest.param(stories("Brevik 2, Lund East 1"), id="a-score"),
        pytest.param(stories("17 March"), id="a-date"),
        pytest.param(stories("Manchester Rovers 2, West Tealmouth United 1"), id="a-score-of-long-names"),
        pytest.param(stories("Ferrand 12, Okoro 45, Kaya 70, Nowak 88"), id="who-scored-when"),
        pytest.param(stories("Last updated on 12 March 2019 at 10:30"), id="a-date-with-a-time"),
        pytest.param(stories("النادي الأهلي ١ الزمالك ٢"), id="a-score-in-arabic"),
        pytest.param(stories("布雷维克联队2比1隆德东城队"), id="a-score-in-chinese"),
        pytest.param(
            stories("Orlund Courier, your paper since 1931", number=4, sources=("a", "b")), id="figures-in-too-few"
        ),
        pytest.param(stories("net profit"), id="a-cell-of-a-table"),
        pytest.param(stories("“We will not leave,” he said."), id="a-quotation"),
        pytest.param(stories("Anna Berg writes about the sea for this paper."), id="about-somebody"),
        pytest.param(stories("NordPress could not independently verify the account."), id="a-disclaimer"),
        pytest.param(stories("Nov. 14, 2023"), id="dateline"),
        pytest.param(stories("________________"), id="a-ruler"),
        pytest.param(
            stories(
                "The bridge was closed at once, engineers told the council on Monday.", number=3, sources=("a", "b")
            ),
            id="a-sentence-of-three-cuts-of-a-story",
        ),
        pytest.param(stories("‘We will not leave,’ he said."), id="a-quotation-in-single-quotes"),
        pytest.param(stories("Zoom lens on " + "and off " * 20), id="too-long"),
        pytest.param(stories(f"{TOPICS[6]}.", *(f"{topic}." for topic in TOPICS[:6]), number=1), id="one-document"),
    ],
)
def test_silent(documents: list[Document]) -> None:
    assert found(documents) == []


@pytest.mark.parametrize(
    ("endings", "expected"),
    [
        pytest.param((", the mayor said.", " , the mayor said .", ",the mayor said."), 0, id="parted-otherwise"),
        pytest.param((", the mayor said.", ", the mayors said.", ", the major said."), 1, id="other-words"),
    ],
)
def test_copies_whose_words_are_parted_otherwise_are_one_story(endings: Sequence[str], expected: int) -> None:
    documents = []
    for number, ending in enumerate(endings):
        text = f"Ferries at Night {number}\n\nZoom lens on\n\n{TOPICS[0]}{ending}\n"
        ref = DocumentRef(f"{number}.txt")
        documents.append(Document(ref, text, segment(text), Metadata(source=f"scraper {number}")))
    assert len(found(documents)) == expected


def test_tables_are_no_stories() -> None:
    texts = [f"Company {name}\n\nNine months\n\nNet {name}\n\nSales {name}\n" for name in "abcdefgh"]
    documents = [
        Document(DocumentRef(f"{number}.txt"), text, segment(text), Metadata(source="daily"))
        for number, text in enumerate(texts)
    ]
    assert found(documents) == []


def test_a_line_in_the_middle_is_none_of_the_page() -> None:
    between = [f"{topic}, a witness said of it." for topic in TOPICS[:6]]
    documents = stories(*between, "Zoom lens on", *between)
    assert [text for _, text in found(documents) if "Zoom" in text] == []


def test_a_subhead_recurs_by_right() -> None:
    documents = []
    for index, topic in enumerate(TOPICS):
        text = f"{topic[:30]}\n\n{topic}, she said.\n\nBackground\n\n{topic}, he said.\n"
        documents.append(Document(DocumentRef(f"{index}.txt"), text, segment(text), Metadata(source="daily")))
    assert found(documents) == []


@pytest.mark.parametrize(
    ("documents", "expected"),
    [
        pytest.param(stories("Zoom lens on"), [("0.txt", "Zoom lens on")], id="one-source"),
        pytest.param(stories("Zoom lens on", "20"), [("0.txt", "Zoom lens on")], id="above-a-figure"),
        pytest.param(
            stories("Zoom lens on", number=3, sources=("daily", "wire")), [("0.txt", "Zoom lens on")], id="two-sources"
        ),
        pytest.param(
            stories("Follow our reporters on every channel."),
            [("0.txt", "Follow our reporters on every channel.")],
            id="a-sentence-to-the-reader",
        ),
        pytest.param(stories(COURIER), [("0.txt", COURIER)], id="an-address-and-a-telephone"),
        pytest.param(stories(PRICE), [("0.txt", PRICE)], id="what-it-costs"),
        pytest.param(
            stories("Orlund Courier Est. 1931"), [("0.txt", "Orlund Courier Est. 1931")], id="names-and-a-year"
        ),
        pytest.param(stories("华南日报创刊于1931年"), [("0.txt", "华南日报创刊于1931年")], id="chinese-with-a-year"),
        pytest.param(stories("كبر الصورة"), [("0.txt", "كبر الصورة")], id="arabic"),
        pytest.param(stories("下载客户端"), [("0.txt", "下载客户端")], id="chinese"),
    ],
)
def test_found_once_at_its_first_place(documents: list[Document], expected: list[tuple[str, str]]) -> None:
    assert found(documents) == expected


def test_a_finding_counts_stories_and_shows_two_examples() -> None:
    (finding,) = _checked([*stories("Zoom lens on"), *_renamed(stories("Zoom lens on", number=1), "copy.txt")])
    assert finding.message == "line that recurs at the ends of 5 stories (83.3% of those of its sources)"
    assert finding.data == {"documents": 5, "share": 0.8333, "sources": 1}
    assert [related.location.ref.path for related in finding.related] == ["1.txt", "2.txt"]
    assert finding.cluster is not None
    assert finding.cluster.size == 6


def test_it_is_told_once_where_it_is_house_text_too() -> None:
    line = "Follow the reporters of this paper on each channel and at every hour of the day."
    rules = [RULE, load_rules()["recurring-paragraph"]]
    (finding,) = check_documents(stories(line, number=7), rules)
    assert finding.rule == "boilerplate-line"
    assert [item.note.split(":")[0] for item in finding.related if item.role == "part"] == ["recurring-paragraph"]
    assert [one.rule for one in check_documents(stories(line, number=7), rules[1:])] == ["recurring-paragraph"]


def _checked(documents: Sequence[Document]) -> list[Finding]:
    return list(check_documents(documents, [RULE]))


def _renamed(documents: Sequence[Document], path: str) -> list[Document]:
    return [Document(DocumentRef(path), item.text, item.articles, item.metadata) for item in documents]


@pytest.mark.parametrize(
    ("spread", "expected"),
    [
        pytest.param({"a": Spread(4, 10)}, False, id="four-stories"),
        pytest.param({"a": Spread(19, 10_000)}, False, id="below-the-share"),
        pytest.param({"a": Spread(1, 10), "b": Spread(1, 10)}, False, id="two-stories-in-two-sources"),
        pytest.param({"a": Spread(2, 10), "b": Spread(2, 5_000)}, False, id="two-sources-below-the-share"),
        pytest.param({"a": Spread(5, 10)}, True, id="five-stories"),
        pytest.param({"a": Spread(20, 10_000)}, True, id="at-the-share"),
        pytest.param({"a": Spread(1, 10), "b": Spread(2, 10)}, True, id="three-stories-in-two-sources"),
    ],
)
def test_how_far_a_line_must_be_spread(spread: dict[str, Spread], expected: bool) -> None:
    assert RULE.is_spread(spread) is expected  # type: ignore[attr-defined]


def test_a_remembered_run_finds_the_same(tmp_path: Path) -> None:
    from newslint.cli import main

    records = [{"id": str(number), "text": document.text} for number, document in enumerate(stories("Zoom lens on"))]
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    reports = []
    for name in ("cold", "warm", "none"):
        cache = ["--no-cache"] if name == "none" else ["--cache-dir", str(tmp_path / "cache")]
        report = tmp_path / f"{name}.jsonl"
        command = ["check", str(corpus), "--isolated", "--select", "boilerplate-line", *cache]
        assert main([*command, "--output-format", "jsonl", "--output-file", str(report)]) == 1
        reports.append(report.read_text(encoding="utf-8"))
    assert reports[0] == reports[1] == reports[2]
    assert "Zoom lens on" in reports[0]
