"""Texts that the configuration allows: which places they cover, and what becomes of the findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from newslint import Document, DocumentRef, DocumentRule, Finding, Needs, Span
from newslint.engine import Checker, RunOptions, check_documents
from newslint.engine.allowing import Allowance, Allowances
from newslint.engine.collecting import Collector
from newslint.engine.corpus import CorpusCheck
from newslint.engine.gathering import Gathered
from newslint.packs import load_rules
from newslint.reading.segment import segment

LINE = "Read more: the auto\u200bmatic ferry"
WORD = Span(LINE.index("auto"), LINE.index(" ferry"))
INSIDE = Span(LINE.index("\u200b"), LINE.index("\u200b") + 1)
WHOLE = Span(0, len(LINE))

PLACES = [
    pytest.param(Allowance(text="the ferry"), WHOLE, False, id="another-text"),
    pytest.param(Allowance(text="Read more"), WHOLE, False, id="a-part-of-the-place"),
    pytest.param(Allowance(text=LINE), INSIDE, False, id="more-than-the-place"),
    pytest.param(Allowance(text=LINE), WHOLE, True, id="the-place"),
    pytest.param(Allowance(text="READ MORE:  the automatic ferry"), WHOLE, True, id="compared-as-lines-are"),
    pytest.param(Allowance(text="\u200b"), INSIDE, True, id="letter-for-letter-where-nothing-is-left"),
    pytest.param(Allowance(text="\u200c"), INSIDE, False, id="another-invisible-character"),
    pytest.param(Allowance(pattern="Read more"), WHOLE, False, id="a-match-inside-the-place"),
    pytest.param(Allowance(pattern="Read more.*"), WHOLE, True, id="a-match-of-the-place"),
    pytest.param(Allowance(pattern="auto\u200bmatic"), INSIDE, True, id="a-match-around-the-place"),
    pytest.param(Allowance(pattern="ferry"), INSIDE, False, id="a-match-beside-the-place"),
    pytest.param(Allowance(pattern="^Read more.*$"), WHOLE, True, id="anchors-are-of-lines"),
    pytest.param(Allowance(pattern="f(?=erry)"), Span(len(LINE), len(LINE)), False, id="an-empty-place-outside"),
    pytest.param(Allowance(pattern="ferry"), Span(len(LINE), len(LINE)), True, id="an-empty-place-at-the-end"),
]


@pytest.mark.parametrize(("allowance", "span", "expected"), PLACES)
def test_places(allowance: Allowance, span: Span, expected: bool) -> None:
    assert allowance.covers(LINE, span) is expected


def test_an_entry_may_be_meant_for_some_rules_only() -> None:
    entries = Allowances([Allowance(text="other"), Allowance(pattern=".*", rules=frozenset({"read-more"}))])
    assert entries.number("read-more", LINE, WHOLE) == 1
    assert entries.number("share-bar", LINE, WHOLE) is None


def test_a_pattern_that_takes_too_long_allows_nothing_and_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def give_up(self: Allowance, text: str, span: Span) -> bool:
        raise TimeoutError

    entries = Allowances([Allowance(pattern="(?:a+a+)+b")])
    monkeypatch.setattr(Allowance, "covers", give_up)
    assert entries.number("share-bar", LINE, WHOLE) is None
    (notice,) = entries.notices()
    assert notice.failed
    assert notice.message.startswith("allow.0: its pattern took too long")


@dataclass(frozen=True)
class EveryLine(DocumentRule):
    """A finding for each block."""

    family = "residue"
    needs = Needs(always=True)

    def check(self, document: Document) -> Iterator[Finding]:
        for block in document.blocks:
            yield self.finding(document, block, "a line")


@dataclass(frozen=True)
class EveryDocument(EveryLine):
    """A finding for each document, with its lines as parts."""

    subsumes = frozenset({"every-line"})

    def check(self, document: Document) -> Iterator[Finding]:
        yield self.finding(document, Span(0, len(document.text)), "a document")


def document(text: str, path: str = "a.txt") -> Document:
    return Document(DocumentRef(path), text, segment(text))


TEXT = "Share this\n\nRead more\n\nPrint\n"


def test_findings_of_documents_are_taken_out_and_counted() -> None:
    allowances = Allowances([Allowance(text="nothing"), Allowance(pattern="Share.*|Print"), Allowance(text="Print")])
    checked = Checker([EveryLine()], allowances=allowances).check([document(TEXT)])
    assert [item.location.excerpt for item in checked.findings] == ["Read more"]
    assert checked.allowed == {1: 2}


def test_what_is_superfluous_goes_with_the_finding_that_holds_it() -> None:
    allowances = Allowances([Allowance(text=TEXT)])
    checked = Checker([EveryLine(), EveryDocument()], allowances=allowances).check([document(TEXT)])
    assert checked.findings == []


def test_an_allowed_line_does_not_change_the_fingerprints_of_others() -> None:
    (alone,) = Checker([EveryLine()]).check([document("Read more")]).findings
    allowances = Allowances([Allowance(text="Share this"), Allowance(text="Print")])
    (left,) = Checker([EveryLine()], allowances=allowances).check([document(TEXT)]).findings
    assert left.fingerprint == alone.fingerprint


FERRY = (
    "The ferry operator Nordlin said on Tuesday it would run two night boats between Brevik and the old town from "
    "March, and that fares of 14 crowns would not rise before the end of the trial in June.\n"
)


@pytest.mark.parametrize(
    ("allowance", "allowed"),
    [
        pytest.param(Allowance(pattern="The ferry operator.*"), True, id="pattern"),
        pytest.param(Allowance(text=FERRY), True, id="text"),
        pytest.param(Allowance(pattern="Nordlin"), False, id="a-word-of-it"),
    ],
)
def test_findings_of_the_corpus_are_taken_out(allowance: Allowance, allowed: bool) -> None:
    rule = load_rules()["near-duplicate-paragraph"]
    documents = [document(f"{place} asks\n\n{FERRY}", f"{place}.txt") for place in ("Brevik", "Holm")]
    assert len(check_documents(documents, [rule])) == 1
    by_ref = {item.ref: item for item in documents}
    options = RunOptions((rule,))
    check = CorpusCheck(
        options.corpus_rules,
        lambda records: iter([by_ref[record.ref] for record in records]),
        allowances=Allowances([allowance]),
    )
    outcome = check.run(Gathered([Collector(options.corpus_rules).collect(documents)]))
    assert len(list(outcome.findings)) == (0 if allowed else 1)
    assert outcome.allowed == ({0: 1} if allowed else {})
