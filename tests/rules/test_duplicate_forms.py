"""What lines of one document share without being copies of each other, and where the borders lie."""

import pytest

from newslint_rules.duplicate.forms import is_filled_in, is_fragment, is_part_by_chance, is_quoted, is_refusal

COPIES = [
    pytest.param("The yard in Brevik will close by October.", "The yard in Brevik will close in October.", id="word"),
    pytest.param("Programme of the harbour theatre", "Program of the harbor theatre", id="spelling"),
    pytest.param(
        "The night ferry to Tarn sails again on Monday", "The night ferry to Tarn sailed again on Monday", id="ending"
    ),
    pytest.param(
        "Voters of the island chose the old mayor again",
        "On Sunday voters of the island chose the old mayor",
        id="moved",
    ),
    pytest.param("Ferry to Tarn sails again", "Ada Berg: Ferry to Tarn sails again", id="something in front"),
    pytest.param("夜班渡轮星期二再次启航前往北岸码头", "夜班渡轮星期三再次启航前往南岸码头", id="no words to tell"),
    pytest.param(f"{'word ' * 24}Oslo ends", f"{'word ' * 24}Bergen ends", id="too long for a form"),
    pytest.param(
        "Can I bring it? Yes, at the stern, on a lead.",
        "Can I bring it? Yes, at the stern, on the lead.",
        id="one answer",
    ),
    pytest.param("Why? It sails at noon.", "Why? It never sailed.", id="no question of a list"),
    pytest.param(
        "10:30 Walks out of the gate to read beside the old town well.",
        "Walks out of the gate to read beside the old town well.",
        id="an hour in front of one",
    ),
    pytest.param(
        "Critics of the “strict” rule say it will empty the quay of boats before the summer.",
        "Critics of the strict rule say it will “empty” the quay of its boats before the summer.",
        id="other words in quotation marks",
    ),
    pytest.param(
        "The yard of Brevik called the offer a “good\ndeal” for the men of “Teal Works” and for the town.",
        "For the town, the yard of Brevik said, the offer is a “good deal” and for its men as well.",
        id="the same words in quotation marks, wrapped",
    ),
    pytest.param(
        "The boats of the line “Harbour Star” lie at the quay all through the winter.",
        "All through the winter the boats of “Harbor Star” lie at the quay of the line.",
        id="another spelling in quotation marks",
    ),
    pytest.param(
        "He called it “the worst night of all our lives” and a loss for the town.",
        "The worst night of his life, he called it, and “a loss for the whole town and its men”.",
        id="what was said",
    ),
]
FORMS = [
    pytest.param(
        "10:30 Walks out of the gate to the old town well.",
        "8:15 Walks out of the gate to read beside the old town well.",
        id="of another hour",
    ),
    pytest.param(
        'Harbour_pass: set by the gate, it keeps the consent of visitors to what stands in the list "Necessary".',
        'Harbour_pass: set by the gate, it keeps the consent of visitors to what stands in the "Statistics" list.',
        id="another name in quotation marks",
    ),
    pytest.param(
        "Harbour_pass: one year, set by the gate of the north quay, it keeps the consent of all visitors to whatever "
        'the house has put into the list "Necessary".',
        "Harbour_pass: one year, set by the gate of the north quay, it keeps the consent of all visitors to whatever "
        'the house has put into the "Statistics" list.',
        id="in a longer entry",
    ),
    pytest.param(
        "Vote for Ada on the last page of this issue!", "Vote for Otto on the last page of this issue!", id="a name"
    ),
    pytest.param("Голосуйте за Аню на последней странице!", "Голосуйте за Олега на последней странице!", id="Cyrillic"),
    pytest.param("8:00 Walks to the river behind the market.", "8:10 Walks to the river behind the market.", id="hour"),
    pytest.param("Needs: Harbour Quest 2 must be done.", "Needs: Harbour Quest 3 must be done.", id="next of a series"),
    pytest.param(
        "Sets how far the harbour master's boats go out",
        "Sets how far the fishing fleet's boats go out",
        id="long words",
    ),
    pytest.param(
        "Can I bring a dog? Only guide dogs.",
        "Can I bring a dog? Yes, but it must be on a lead at all times.",
        id="answers",
    ),
]


@pytest.mark.parametrize(("one", "other"), COPIES)
def test_copies_are_no_forms(one: str, other: str) -> None:
    assert not is_filled_in(one, other)
    assert not is_filled_in(other, one)


@pytest.mark.parametrize(("one", "other"), FORMS)
def test_forms(one: str, other: str) -> None:
    assert is_filled_in(one, other)
    assert is_filled_in(other, one)


TITLE = "Can the old ferry be saved?"
STORY = f"Whether the ferry can be saved is {'what the harbour asks ' * 8}."
PARTS = [
    pytest.param(TITLE, STORY, 0.1, 0.95, False, id="all of it stands there"),
    pytest.param(TITLE, STORY, 0.6, 0.75, False, id="much alike"),
    pytest.param(f"{TITLE} {'It has sailed for long. ' * 4}", STORY, 0.1, 0.75, False, id="a paragraph"),
    pytest.param(
        "旧渡轮能保住吗港口的人都在问这个问题", "旧渡轮能否保住" * 9, 0.1, 0.75, False, id="no words to count"
    ),
    pytest.param(TITLE, STORY, 0.1, 0.75, True, id="a title"),
]


@pytest.mark.parametrize(("one", "other", "jaccard", "containment", "chance"), PARTS)
def test_parts_by_chance(one: str, other: str, jaccard: float, containment: float, chance: bool) -> None:
    assert is_part_by_chance(one, other, jaccard, containment) is chance
    assert is_part_by_chance(other, one, jaccard, containment) is chance


@pytest.mark.parametrize(
    ("text", "source", "quoted"),
    [
        pytest.param("The ferry sails.", "The ferry sails. It is late.", False, id="no marks"),
        pytest.param('"The ferry" sails', "The ferry sails. It is late.", False, id="a word in marks"),
        pytest.param(
            "“The ferry sails.”", "He said: “The ferry sails.” It is late.", False, id="a quotation drawn out"
        ),
        pytest.param("“The ferry sails.”", "The ferry sails. It is late.", True, id="a quotation"),
        pytest.param("„Die Fähre fährt“.", "Die Fähre fährt. Sie ist spät.", True, id="German"),
    ],
)
def test_quotations(text: str, source: str, quoted: bool) -> None:
    assert is_quoted(text, source) is quoted


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        pytest.param("The yard will be sold by October.", False, id="a sentence"),
        pytest.param("“the yard” will be sold by October.", False, id="quoted"),
        pytest.param("渡轮星期二再次启航前往北岸码头", False, id="no capitals in the script"),
        pytest.param(f"the yard will be sold {'to whoever asks ' * 4}.", False, id="a paragraph without capitals"),
        pytest.param("per share, from the sale of its yard in Brevik.", True, id="behind a line break"),
    ],
)
def test_fragments(text: str, fragment: bool) -> None:
    assert is_fragment(text) is fragment


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        pytest.param("The yard did not return to profit, and nobody commented on it.", False, id="no answer"),
        pytest.param("She answered each question of the board.", False, id="an answer"),
        pytest.param(f"The yard, {'which built ferries, ' * 5}declined to comment.", False, id="it says more"),
        pytest.param("The quay was shut on Monday. The council declined to comment.", False, id="a sentence of news"),
        pytest.param("The council declined to comment. “The quay is shut,” it said.", False, id="and a quotation"),
        pytest.param("The council declined to comment. The yard refused to comment, too.", True, id="two of them"),
        pytest.param("The lawyer of Ms. Oddsen of Teal Corp. Foods declined to comment.", True, id="forms of address"),
        pytest.param("Teal Foods did not immediately respond to a request for comment.", True, id="no answer yet"),
        pytest.param("The mayor’s office hasn’t returned calls from this paper.", True, id="calls"),
        pytest.param("A spokesman for the yard declined to comment.", True, id="declined"),
        pytest.param("Officials of the port were unavailable for comment on Monday.", True, id="unavailable"),
    ],
)
def test_refusals(text: str, refusal: bool) -> None:
    assert is_refusal(text) is refusal


@pytest.mark.parametrize(
    ("head", "one", "other"),
    [
        pytest.param("Wardens shut the quay", " “??”", " “!-!”", id="marks in quotation marks"),
        pytest.param("“the quay” is shut", " “the {} quay”", " “the {} yard”", id="many quotations"),
    ],
)
def test_what_stands_in_many_quotation_marks_takes_no_quadratic_time(head: str, one: str, other: str) -> None:
    is_filled_in(*(head + "".join(map(text.format, range(3_000))) for text in (one, other)))
