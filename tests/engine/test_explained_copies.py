"""What a document rule has said of a block, a corpus rule does not say again."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import pytest

from newslint import Document, DocumentRef, DocumentRule, Finding, Needs, packs
from newslint.engine import check_documents
from newslint.reading.segment import segment

COPIED = packs.load_rules()["near-duplicate-paragraph"]
LINE = "The harbour office asks all readers of this page to renew the yearly ticket before the end of the month of May."
STORY = "{} sailed again on Tuesday after two winters in the dock, the owner of the {} told the council in the morning."


@dataclass(frozen=True)
class PageText(DocumentRule):
    """Says of a line that it is the page's."""

    family = "residue"
    subsumes: ClassVar[frozenset[str]] = frozenset({"near-duplicate-paragraph"})
    needs = Needs(always=True)

    def check(self, document: Document) -> Iterator[Finding]:
        for block in document.blocks:
            if block.text == LINE:
                yield self.finding(document, block, "text of the page")


@dataclass(frozen=True)
class PageNote(PageText):
    """The same, and subsumes nothing."""

    subsumes: ClassVar[frozenset[str]] = frozenset()


def _documents(line: str) -> list[Document]:
    texts = [f"{STORY.format(name, name)}\n{line}\n" for name in ("Ferry", "Schooner")]
    return [Document(DocumentRef(f"{number}.txt"), text, segment(text)) for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("rules", "line", "expected"),
    [
        pytest.param([COPIED], LINE, ["near-duplicate-paragraph"], id="a-rule-that-does-not-run-subsumes-nothing"),
        pytest.param(
            [COPIED, PageNote()], LINE, ["page-note", "near-duplicate-paragraph", "page-note"], id="not-declared"
        ),
        pytest.param([COPIED, PageText()], LINE[4:], ["near-duplicate-paragraph"], id="another-block"),
        pytest.param([COPIED, PageText()], LINE, ["page-text", "page-text"], id="said-once"),
    ],
)
def test_a_copy_is_not_said_twice(rules: list[DocumentRule], line: str, expected: list[str]) -> None:
    assert [finding.rule for finding in check_documents(_documents(line), rules)] == expected


def test_the_copy_goes_on_as_a_part() -> None:
    first, second = check_documents(_documents(LINE), [COPIED, PageText()])
    assert first.related == ()
    assert [part.note.partition(":")[0] for part in second.related] == ["near-duplicate-paragraph"]
