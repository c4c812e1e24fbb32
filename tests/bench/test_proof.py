from collections.abc import Mapping, Sequence

import pytest
from bench.proof import proofs

from newslint.pattern_file import parse_pattern_rule

FERRIES = """
family = "residue"
severity = "error"
unproven = ["tr"]
[phrases]
en = ["Follow the ferry"]
tr = ["Feribotu takip et"]
[[patterns]]
regex = 'ferry news: .{4,}'
openings = ["ferry"]
[[patterns]]
regex = 'boat news: .{4,}'
openings = ["boat"]
unproven = true
"""
EN, TR, FERRY, BOAT = "phrases.en", "phrases.tr", "ferry news: .{4,}", "boat news: .{4,}"


@pytest.mark.parametrize(
    ("found", "missing"),
    [
        pytest.param(
            {"ferries": ["» FOLLOW THE FERRY", "Ferry news: fares to rise"]}, [], id="each has shown something"
        ),
        pytest.param({"ferries": ["Follow the ferry", "Boat news: fares"]}, [FERRY], id="a pattern has shown nothing"),
        pytest.param({"ferries": ["Ferry news: fares to rise"]}, [EN], id="a list has shown nothing"),
        pytest.param({"boats": ["Follow the ferry"]}, [EN, FERRY], id="another rule found it"),
        pytest.param({}, [EN, FERRY], id="what is marked may wait"),
    ],
)
def test_lists_and_patterns_that_have_shown_nothing_are_named(
    found: Mapping[str, Sequence[str]], missing: list[str]
) -> None:
    rule = parse_pattern_rule("ferries", FERRIES, "ferries.toml")
    told = list(proofs([rule], found))
    assert [proof.part for proof in told] == [EN, TR, FERRY, BOAT]
    assert [proof.part for proof in told if proof.missing] == missing


def test_a_rule_of_facts_need_not_be_proven() -> None:
    rule = parse_pattern_rule("ferries", FERRIES.replace('"error"', '"info"'), "ferries.toml")
    assert not any(proof.missing for proof in proofs([rule], {}))
