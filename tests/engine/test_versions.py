"""What a document shares with a version of its own is not told again; what it shares with others is."""

from collections.abc import Sequence

import pytest

from newslint import Document, DocumentRef, packs
from newslint.engine import check_documents
from newslint.reading.segment import segment

RULES = [rule for name, rule in packs.load_rules().items() if rule.family == "duplicate"]
QUAY = (
    "The harbour commission of Lindwick voted on Tuesday to close the northern quay for eleven months, after divers "
    "found that two of the seven piles under the old customs house had been eaten through by shipworm."
)
BOATS = (
    "Fishermen who land their catch at the quay said they had not been asked. \u201cWe learned it from the "
    "newspaper,\u201d said Marta Oddsen, who runs three boats and employs fourteen people."
)
TRAINS = (
    "Trains between Tarn and Hollow Bridge will run every twenty minutes from June, the operator announced at its "
    "yearly meeting. Fares stay as they are until the end of the year, and dogs travel free of charge on Sundays."
)
SCHOOL = (
    "Pupils of the school in Marrow Lane moved back into its west wing on Monday. The roof had let in rain since "
    "February, and the builders needed four weeks more than the town had hoped."
)


def found(*documents: Sequence[str]) -> list[str]:
    texts = ["\n\n".join([*paragraphs, ""]) for paragraphs in documents]
    made = [Document(DocumentRef(f"{number}.txt"), text, segment(text)) for number, text in enumerate(texts)]
    return [
        f"{finding.location.ref.path}:{finding.location.line} {finding.rule} {finding.related[0].location.ref.path}"
        for finding in check_documents(made, RULES)
    ]


@pytest.mark.parametrize(
    ("documents", "expected"),
    [
        pytest.param([[QUAY], [TRAINS, BOATS]], [], id="nothing-shared"),
        pytest.param([[QUAY], [QUAY, BOATS]], ["1.txt:1 superset-document 0.txt"], id="said-of-the-whole"),
        pytest.param(
            [[QUAY], [TRAINS, BOATS], [QUAY, BOATS]],
            ["2.txt:1 superset-document 0.txt", "2.txt:3 near-duplicate-paragraph 1.txt"],
            id="a-paragraph-of-a-third",
        ),
        pytest.param(
            [[QUAY, BOATS], [TRAINS, BOATS], [QUAY, BOATS, SCHOOL]],
            ["1.txt:3 near-duplicate-paragraph 0.txt", "2.txt:1 superset-document 0.txt"],
            id="a-paragraph-of-a-third-that-the-version-has-too",
        ),
        pytest.param(
            [[QUAY], [QUAY, BOATS], [QUAY, BOATS, SCHOOL]],
            ["1.txt:1 superset-document 0.txt", "2.txt:1 superset-document 0.txt"],
            id="a-paragraph-of-another-version",
        ),
    ],
)
def test_what_is_told(documents: list[list[str]], expected: list[str]) -> None:
    assert found(*documents) == expected


def test_how_a_paragraph_of_a_third_differs_is_told() -> None:
    texts = [QUAY, f"{TRAINS}\n\n{BOATS.replace('fourteen', 'forty')}", f"{QUAY}\n\n{BOATS}"]
    documents = [Document(DocumentRef(f"{number}.txt"), text, segment(text)) for number, text in enumerate(texts)]
    (message,) = [one.message for one in check_documents(documents, RULES) if one.rule == "near-duplicate-paragraph"]
    assert message.endswith("(here: fourteen; there: forty)")
