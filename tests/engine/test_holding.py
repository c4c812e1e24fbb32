"""Which findings lie inside which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Document, DocumentRef, DocumentRule, Finding, Location, Needs, Related, Severity, Span
from newslint.engine.checking import superfluous_by
from newslint.engine.holding import first_holders

SUBSUMES = {"block": frozenset({"line", "word"}), "line": frozenset({"word"})}


def finding(rule: str, start: int, end: int, *parts: tuple[int, int], severity: Severity = Severity.ERROR) -> Finding:
    ref = DocumentRef("a.txt")
    related = tuple(Related(Location(ref, Span(*part)), role="part") for part in parts)
    return Finding(rule, rule, Location(ref, Span(start, end)), severity, related=related)


@pytest.mark.parametrize(
    ("findings", "held"),
    [
        pytest.param([], {}, id="nothing"),
        pytest.param([finding("word", 0, 4), finding("word", 0, 4)], {}, id="rules-hold-only-what-they-name"),
        pytest.param(
            [finding("line", 0, 9, severity=Severity.WARNING), finding("block", 0, 9, severity=Severity.INFO)],
            {},
            id="info-holds-nothing-graver",
        ),
        pytest.param(
            [finding("line", 0, 9, severity=Severity.INFO), finding("block", 0, 9, severity=Severity.INFO)],
            {0: 1},
            id="info-holds-info",
        ),
        pytest.param(
            [finding("line", 0, 9), finding("block", 0, 9, severity=Severity.WARNING)], {0: 1}, id="a-graver-one"
        ),
        pytest.param([finding("line", 0, 9), finding("block", 0, 9)], {0: 1}, id="same-span"),
        pytest.param([finding("line", 5, 5), finding("block", 5, 5)], {0: 1}, id="empty-spans"),
        pytest.param([finding("block", 0, 4), finding("line", 2, 5)], {}, id="only-touched"),
        pytest.param([finding("block", 0, 9), finding("line", 0, 9), finding("word", 3, 4)], {1: 0, 2: 0}, id="first"),
        pytest.param([finding("line", 0, 5), finding("block", 0, 9), finding("word", 6, 7)], {0: 1, 2: 1}, id="only"),
        pytest.param([finding("block", 9, 9, (0, 4)), finding("line", 1, 3)], {1: 0}, id="inside-a-part"),
    ],
)
def test_first_holders(findings: list[Finding], held: dict[int, int]) -> None:
    assert first_holders(findings, SUBSUMES) == held


def naive(findings: list[Finding]) -> dict[int, int]:
    """Every pair."""
    held: dict[int, int] = {}
    for number, inner in enumerate(findings):
        start, end = inner.location.span
        for other, outer in enumerate(findings):
            spans = [outer.location.span, *(part.location.span for part in outer.related)]
            lighter = outer.severity == Severity.INFO < inner.severity
            if (
                not lighter
                and inner.rule in SUBSUMES.get(outer.rule, ())
                and any(a <= start and end <= b for a, b in spans)
            ):
                held.setdefault(number, other)
    return held


SPANS = st.tuples(st.integers(0, 12), st.integers(0, 6)).map(lambda pair: (pair[0], pair[0] + pair[1]))
FINDINGS = st.builds(
    lambda rule, span, parts, severity: finding(rule, *span, *parts, severity=severity),
    st.sampled_from(["block", "line", "word"]),
    SPANS,
    st.lists(SPANS, max_size=2),
    st.sampled_from(list(Severity)),
)


@given(st.lists(FINDINGS, max_size=12))
def test_the_sweep_finds_what_every_pair_would(findings: list[Finding]) -> None:
    assert first_holders(findings, SUBSUMES) == naive(findings)


class Silent(DocumentRule):
    needs = Needs(always=True)

    def check(self, document: Document) -> Iterator[Finding]:
        yield from ()


class ByWords(Silent):
    family = "residue"


class ByPlace(Silent):
    family = "wire"
    subsumes = frozenset({"by-words"})


class ByForm(Silent):
    family = "residue"
    yields_to = frozenset({"residue", "by-place"})


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        pytest.param([ByWords()], {}, id="nothing-yields-to-it"),
        pytest.param([ByForm()], {}, id="a-rule-does-not-yield-to-itself"),
        pytest.param([ByWords(), ByForm()], {"by-words": {"by-form"}}, id="to-its-family"),
        pytest.param([ByPlace(), ByForm()], {"by-place": {"by-words", "by-form"}}, id="by-name-and-beside-subsumes"),
    ],
)
def test_what_a_rule_makes_superfluous(rules: Sequence[DocumentRule], told: dict[str, set[str]]) -> None:
    assert superfluous_by(rules) == told
