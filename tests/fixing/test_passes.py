"""Documents are fixed pass after pass; what loses a word, goes in circles or comes to no end is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

import pytest

from newslint import (
    Document,
    DocumentRef,
    DocumentRule,
    Edit,
    Finding,
    Fix,
    Needs,
    Safety,
    Span,
)
from newslint.engine import Checker
from newslint.fixing.passes import MAX_PASSES, Fixed, Fixer, Policy
from newslint.reading import ReadingOptions, document_of

RAIN = "Rain fell on the town on Monday.\n"


@dataclass(frozen=True)
class Swap(DocumentRule):
    """Puts one text in the place of another, wherever it stands."""

    old: str = "colour"
    new: str = "color"
    family: ClassVar[str] = "markup"
    safety: Safety = Safety.UNSAFE
    needs = Needs(always=True)

    def check(self, document: Document) -> Iterator[Finding]:
        for match in re.finditer(re.escape(self.old), document.text):
            span = Span(*match.span())
            yield self.finding(document, span, "swapped", fix=Fix("swap", (Edit(span, self.new),), self.safety))


@dataclass(frozen=True)
class Back(Swap):
    """The same under another name."""


@dataclass(frozen=True)
class Broken(DocumentRule):
    """Fails on every document."""

    family = "structure"
    needs = Needs(always=True)

    def check(self, document: Document) -> Iterator[Finding]:
        raise RuntimeError("broken")
        yield


def fixed(text: str, *rules: DocumentRule, policy: Policy | None = None) -> Fixed | None:
    """What becomes of a document; None where it has no fixes."""
    return first(Document(DocumentRef("a.txt"), text), *rules, policy=policy)


def first(document: Document, *rules: DocumentRule, policy: Policy | None = None) -> Fixed | None:
    outcome = Fixer(Checker(rules), policy or Policy(unsafe=True)).fix([document])
    return outcome.fixed[0] if outcome.fixed else None


def test_nothing_to_fix() -> None:
    assert fixed(RAIN, Swap()) is None


def test_fixes_are_applied_and_counted() -> None:
    done = fixed("colour, colour", Swap())
    assert done is not None
    assert (done.text, done.counts) == ("color, color", {"swap": 2})
    assert done.edits == [Edit(Span(0, 6), "color"), Edit(Span(8, 14), "color")]


@pytest.mark.parametrize(
    "policy",
    [
        pytest.param(Policy(), id="unsafe"),
        pytest.param(Policy(unsafe=True, rules=frozenset({"back"})), id="another-rule"),
        pytest.param(Policy(unsafe=True, admits=lambda finding: finding.location.span.start > 0), id="suppressed"),
    ],
)
def test_fixes_that_nobody_wants_are_not_applied(policy: Policy) -> None:
    assert fixed("colour", Swap(), policy=policy) is None


def test_evidence_is_never_applied() -> None:
    assert fixed("colour", Swap(safety=Safety.DISPLAY)) is None


def test_rules_that_are_ignored_fix_nothing() -> None:
    checker = Checker([Swap()], ignores=lambda path: frozenset({"swap"} if path == "a.txt" else ()))
    documents = [Document(DocumentRef(path), "colour") for path in ("a.txt", "b.txt")]
    outcome = Fixer(checker, Policy(unsafe=True)).fix(documents)
    assert [done.document.ref.path for done in outcome.fixed] == ["b.txt"]


def test_overlapping_fixes_wait_for_the_next_pass() -> None:
    done = fixed("aab", Swap("aa", "a"), Back("ab", "b"))
    assert done is not None
    assert done.text == "b"
    assert done.counts == {"swap": 1, "back": 1}
    assert done.edits == [Edit(Span(0, 3), "b")]


def test_what_a_fix_uncovers_is_fixed() -> None:
    done = fixed("x" * 2**MAX_PASSES, Swap("xx", "x"))
    assert done is not None
    assert done.text == "x"


@pytest.mark.parametrize(
    ("text", "rules", "cause"),
    [
        pytest.param("tea", (Swap("tea", "coffee"), Back("coffee", "tea")), "go round in a circle", id="circle"),
        pytest.param("x" * 2 ** (MAX_PASSES + 1), (Swap("xx", "x"),), "come to no end", id="too-many-passes"),
        pytest.param("x", (Swap("x", "xy"),), "come to no end", id="growing"),
    ],
)
def test_fixes_without_an_end_are_a_bug_of_ours(text: str, rules: Sequence[DocumentRule], cause: str) -> None:
    done = fixed(text, *rules)
    assert done is not None
    assert (done.text, done.edits, done.counts) == (text, [], {})
    assert f"they {cause}; please report this as a bug" in done.bug


def test_a_safe_fix_that_loses_a_word_is_a_bug_of_ours() -> None:
    done = fixed("The colour of the sea", Swap(safety=Safety.SAFE), Back("sea", "seas"))
    assert done is not None
    assert done.edits == []
    assert done.bug.startswith("the fixes of back, swap were not applied, a word would be lost: 'colour' would become")


def test_a_bug_in_one_document_does_not_touch_the_others() -> None:
    texts = {"a.txt": "tea", "b.txt": "milk", "c.txt": RAIN}
    documents = [Document(DocumentRef(path), text) for path, text in texts.items()]
    rules = [Swap("tea", "coffee"), Back("coffee", "tea"), replace(Swap("milk", "cream"))]
    outcome = Fixer(Checker(rules[:2]), Policy(unsafe=True)).fix(documents)
    assert [bool(done.bug) for done in outcome.fixed] == [True]
    assert not outcome.crashed


def test_a_rule_that_fails_is_told_and_the_others_fix_on() -> None:
    outcome = Fixer(Checker([Swap(), Broken()]), Policy(unsafe=True)).fix([Document(DocumentRef("a.txt"), "colour")])
    assert outcome.crashed
    assert [done.text for done in outcome.fixed] == ["color"]


def test_what_was_not_decoded_exactly_is_left_out() -> None:
    document = document_of(DocumentRef("a.txt"), b"colour \xff", ReadingOptions())
    done = first(document, Swap())
    assert done is not None
    assert not done.edits
    assert done.left_out == {"the text cannot be written back as utf-8 without loss": 1}


def test_what_the_encoding_does_not_have_is_left_out() -> None:
    options = ReadingOptions(encoding="cp1252")
    document = document_of(DocumentRef("a.txt"), "colour flavour".encode("cp1252"), options)
    done = first(document, Swap(new="цвет"), Back("flavour", "goût"))
    assert done is not None
    assert done.text == "colour goût"
    assert done.left_out == {"cp1252 has no U+0446": 1}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param(DocumentRef("a.txt"), "colour goût", id="a text"),
        pytest.param(DocumentRef("a.jsonl", 1), '{"text": "colour goût"}', id="a record"),
    ],
)
def test_utf8_that_another_encoding_is_set_for_is_not_torn(name: DocumentRef, data: str) -> None:
    """What is ASCII may be fixed; what is not may be half of a character."""
    document = document_of(name, data.encode(), ReadingOptions(encoding="cp1252"))
    done = first(document, Swap(), Back("Ã»", "û"))
    assert done is not None
    assert done.text == "color goÃ»t"
    cause = "the bytes are UTF-8, and cp1252 is set for them; a part of a character could be written"
    assert done.left_out == {cause: 1}


def test_in_json_every_character_can_be_written() -> None:
    options = ReadingOptions(encoding="cp1252")
    document = document_of(DocumentRef("a.jsonl", 1), b'{"text": "colour"}', options)
    done = first(document, Swap(new="цвет"))
    assert done is not None
    assert done.text == "цвет"
    assert not done.left_out
