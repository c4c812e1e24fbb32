"""Which rules are called, what is superfluous, and what a crash becomes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import pytest

from newslint import Document, DocumentRef, DocumentRule, Finding, Location, Needs, Related, Severity, Span
from newslint.engine.checking import Checker, without_superfluous
from newslint.engine.dispatch import Dispatch
from newslint.reading.segment import segment


def document(text: str, path: str = "a.txt", defect: str = "") -> Document:
    return Document(DocumentRef(path), text, segment(text), defect=defect)


@dataclass(frozen=True)
class EveryWord(DocumentRule):
    """Fires on every word `ferry`."""

    family: ClassVar[str] = "residue"
    needs: ClassVar[Needs] = Needs(always=True)

    def check(self, document: Document) -> Iterator[Finding]:
        start = document.text.find("ferry")
        while start >= 0:
            yield self.finding(document, Span(start, start + 5), "ferry")
            start = document.text.find("ferry", start + 1)


@dataclass(frozen=True)
class Failing(DocumentRule):
    family: ClassVar[str] = "residue"
    needs: ClassVar[Needs] = Needs(substrings=frozenset({"storm"}))

    def check(self, document: Document) -> Iterator[Finding]:
        raise KeyError("no such key")


TEXT = "Night ferry\nnight ferry\nRead\u200b more\n"


@pytest.mark.parametrize(
    ("needs", "met"),
    [
        pytest.param(Needs(), False, id="nothing"),
        pytest.param(Needs(characters=frozenset("\u200c")), False, id="character-not-there"),
        pytest.param(Needs(phrases=frozenset({"read"})), False, id="part-of-a-line"),
        pytest.param(Needs(defect=True), False, id="defect"),
        pytest.param(Needs(look=lambda document: len(document.articles) > 1), False, id="a-look-says-no"),
        pytest.param(Needs(always=True), True, id="always"),
        pytest.param(Needs(look=lambda document: len(document.articles) == 1), True, id="a-look-says-yes"),
        pytest.param(Needs(look=lambda document: document.blocks[9].start > 0), True, id="a-look-fails"),
        pytest.param(Needs(characters=frozenset("\u200b")), True, id="character"),
        pytest.param(Needs(phrases=frozenset({"read more"})), True, id="phrase-in-the-folded-form"),
        pytest.param(Needs(literals=frozenset({"ad mor"})), True, id="literal-in-the-folded-form"),
        pytest.param(Needs(substrings=frozenset({"ferry\nn"})), True, id="substring-as-it-stands"),
        pytest.param(Needs(repeated_line=True), True, id="repeated-line-in-other-case"),
    ],
)
def test_needs(needs: Needs, met: bool) -> None:
    assert Dispatch([Needs(), needs]).able([document(TEXT)]) == ([[1]] if met else [[]])


def test_findings_are_located_and_sorted_and_counted_apart() -> None:
    first, second = Checker([EveryWord()]).check([document(TEXT)]).findings
    assert (first.location.line, first.location.column, first.location.excerpt) == (1, 7, "ferry")
    assert (second.location.line, second.location.end_column) == (2, 12)
    assert first.fingerprint != second.fingerprint


def test_fingerprints_hold_neither_path_nor_line() -> None:
    one = Checker([EveryWord()]).check([document("ferry\n")]).findings
    other = Checker([EveryWord()]).check([document("\n\n  FERRY? ferry\n", "b.txt")]).findings
    assert one[0].fingerprint == other[0].fingerprint


def test_severities_and_ignores_of_the_configuration() -> None:
    checker = Checker(
        [EveryWord()],
        {"every-word": Severity.INFO},
        lambda path: frozenset({"every-word"}) if path == "b.txt" else frozenset(),
    )
    findings = checker.check([document("ferry"), document("ferry", "b.txt")]).findings
    assert [(finding.location.ref.path, finding.severity) for finding in findings] == [("a.txt", Severity.INFO)]


def test_a_crash_in_one_document_is_a_finding_and_the_rest_goes_on() -> None:
    checked = Checker([EveryWord(), Failing()]).check([document("storm, ferry"), document("ferry", "b.txt")])
    assert checked.crashed
    assert [finding.rule for finding in checked.findings] == ["internal-error", "every-word", "every-word"]
    message = checked.findings[0].message
    assert message.startswith("failing failed on this document (KeyError at test_checking.py:")
    assert message.endswith(f"please report this to the makers of {__name__.partition('.')[0]}")


class Slow(DocumentRule):
    """Its patterns take too long."""

    family: ClassVar[str] = "residue"
    needs: ClassVar[Needs] = Needs(always=True)

    def check(self, document: Document) -> Iterator[Finding]:
        raise TimeoutError


def test_each_document_that_a_rule_was_too_slow_for_is_named() -> None:
    checked = Checker([EveryWord(), Slow()]).check([document("ferry"), document("ferry", "b.txt")])
    assert [notice.path for notice in checked.notices if notice.failed] == ["a.txt", "b.txt"]
    assert [finding.rule for finding in checked.findings] == ["every-word"] * 2


def test_a_record_without_text_is_for_the_rules_that_ask_for_defects() -> None:
    checked = Checker([EveryWord(), Failing()]).check([document("ferry"), document("", "b.txt", defect="broken")])
    assert [finding.location.ref.path for finding in checked.findings] == ["a.txt"]


def finding(rule: str, start: int, end: int, *parts: Span) -> Finding:
    ref = DocumentRef("a.txt")
    related = tuple(Related(Location(ref, span), role="part") for span in parts)
    return Finding(rule, rule, Location(ref, Span(start, end)), Severity.ERROR, related=related)


SUBSUMES = {"block": frozenset({"line"})}


@pytest.mark.parametrize(
    ("findings", "kept", "parts"),
    [
        pytest.param([finding("line", 0, 5)], ["line"], 0, id="alone"),
        pytest.param([finding("block", 5, 9), finding("line", 0, 4)], ["block", "line"], 0, id="beside"),
        pytest.param([finding("block", 0, 9), finding("word", 0, 4)], ["block", "word"], 0, id="another-rule"),
        pytest.param([finding("block", 0, 9), finding("line", 0, 4), finding("line", 5, 9)], ["block"], 2, id="inside"),
        pytest.param([finding("block", 5, 9, Span(0, 4)), finding("line", 1, 4)], ["block"], 2, id="inside-a-part"),
    ],
)
def test_superfluous_findings_become_parts(findings: list[Finding], kept: list[str], parts: int) -> None:
    left = without_superfluous(findings, SUBSUMES)
    assert [item.rule for item in left] == kept
    assert sum(related.role == "part" for item in left for related in item.related) == parts


CHAIN = {"page": frozenset({"block"}), "block": frozenset({"line"}), "line": frozenset({"word"})}
CIRCLE = {"page": frozenset({"block"}), "block": frozenset({"line"}), "line": frozenset({"page"})}


@pytest.mark.parametrize(
    ("subsumes", "rules", "parts"),
    [
        pytest.param(CHAIN, ["page", "word"], [], id="two-steps-apart"),
        pytest.param(CHAIN, ["page", "block", "line", "word"], ["block", "line", "word"], id="all-in-the-outermost"),
        pytest.param(CHAIN, ["block", "line", "word"], ["line", "word"], id="all-in-what-is-left"),
        pytest.param(CIRCLE, ["page", "block", "line"], ["block", "line"], id="of-a-circle-the-first"),
        pytest.param({"page": frozenset({"page"})}, ["page"], [], id="itself"),
    ],
)
def test_nothing_is_lost_where_what_holds_is_held(
    subsumes: dict[str, frozenset[str]], rules: list[str], parts: list[str]
) -> None:
    left = without_superfluous([finding(rule, 0, 9) for rule in rules], subsumes)
    told = [related[1].split(":")[0] for item in left for related in item.related]
    assert sorted([item.rule for item in left] + told) == sorted(rules)
    assert told == parts
