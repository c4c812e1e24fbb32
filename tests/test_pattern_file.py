"""The TOML file of a pattern rule: what it gives, and what a broken one says."""

from __future__ import annotations

import pytest

from newslint import PatternError, Safety, Severity, parse_pattern_rule

WHOLE = """
family = "residue"
severity = "error"
message = "boats of the page"
kinds = ["short", "subhead"]
max-length = 80
within = 3
beside-short = true
skip-topics = true
page-named = true
subsumes = ["share-bar", "read-more"]
fix = "unsafe"
default = false
unproven = ["tr"]
[phrases]
en = ["Follow the ferry"]
tr = ["Feribotu takip et"]
[together]
en = ["Quay"]
[[patterns]]
regex = 'ferry: .+'
openings = ["ferry"]
needs = ["ferry:"]
language = "en"
"""


def test_every_key_arrives() -> None:
    rule = parse_pattern_rule("boats", WHOLE, "boats.toml", trusted=False)
    assert (rule.name, rule.family, rule.severity, rule.message) == (
        "boats",
        "residue",
        Severity.ERROR,
        "boats of the page",
    )
    assert rule.phrases == {"en": ("Follow the ferry",), "tr": ("Feribotu takip et",)}
    assert rule.together == {"en": ("Quay",)}
    assert rule.unproven == {"tr"}
    assert (rule.kinds, rule.max_length, rule.within) == (frozenset({"short", "subhead"}), 80, 3)
    assert (rule.beside_short, rule.safety, rule.enabled, rule.trusted) == (True, Safety.UNSAFE, False, False)
    assert (rule.skip_topics, rule.page_named, rule.subsumes) == (True, True, frozenset({"share-bar", "read-more"}))
    (pattern,) = rule.patterns
    assert (pattern.openings, pattern.literals, pattern.language) == (("ferry",), ("ferry:",), "en")


def test_the_message_is_the_name_where_none_is_given() -> None:
    assert parse_pattern_rule("far-boats", 'family = "residue"\n[phrases]\nen = ["x"]', "w").message == "far boats"


HEAD = 'family = "residue"\n'
BROKEN = [
    pytest.param("family = ", "Invalid value", id="no TOML"),
    pytest.param("[phrases]\nen = ['x']", "family: '' is none of repetition", id="no family"),
    pytest.param('famly = "residue"\n', 'famly: nobody knows this key; did you mean "family"?', id="unknown key"),
    pytest.param(HEAD + "within = true\n", "within: must be a whole number", id="a flag for a number"),
    pytest.param(HEAD + "within = -1\n", "within: must be a whole number, 0 or more", id="below nothing"),
    pytest.param(HEAD + f"within = {'9' * 5000}\n", "Exceeds the limit", id="a number of thousands of digits"),
    pytest.param(HEAD + "patterns = 5\n", "patterns: must be a list", id="patterns as a number"),
    pytest.param(HEAD + "kinds = 0\n", "kinds: must be a list of texts", id="kinds as a number"),
    pytest.param(HEAD + "kinds = ''\n", "kinds: must be a list of texts", id="kinds as an empty text"),
    pytest.param(HEAD + "max-length = 0\n", "max-length: must be a whole number, 1 or more", id="no length"),
    pytest.param(HEAD + "kinds = ['line']\n", "kinds: 'line' is none of headline", id="unknown kind"),
    pytest.param(HEAD + "fix = 'maybe'\n", "fix: 'maybe' is none of safe, unsafe, none", id="unknown fix"),
    pytest.param(HEAD, "phrases: neither phrases nor patterns: the rule could never fire", id="nothing to find"),
    pytest.param(HEAD + "phrases = ['x']\n", "phrases: must be a table of lists by language", id="phrases as a list"),
    pytest.param(HEAD + "[phrases]\nen = 'x'\n", "phrases.en: must be a list of texts", id="a phrase as a text"),
    pytest.param(
        HEAD + "unproven = ['tr']\n[phrases]\nen = ['x']", "unproven: there is no list or pattern of 'tr'", id="no list"
    ),
    pytest.param(HEAD + "subsumes = 'x'\n[phrases]\nen = ['x']", "subsumes: must be a list of texts", id="one text"),
    pytest.param(HEAD + "subsumes = ['boats']\n[phrases]\nen = ['x']", "subsumes: names the rule itself", id="itself"),
    pytest.param(
        HEAD + "position = 'end'\nskip-topics = true\n[[patterns]]\nregex = 'x'\nneeds = ['x']\n",
        'skip-topics: only for position = "whole"',
        id="topics inside a line",
    ),
    pytest.param(
        HEAD + "position = 'end'\npage-named = true\n[[patterns]]\nregex = 'x'\nneeds = ['x']\n",
        'page-named: only for position = "whole"',
        id="page words inside a line",
    ),
    pytest.param(HEAD + "[together]\nen = ['']\n", "together.en: must be a list of texts", id="an empty phrase"),
    pytest.param(HEAD + "position = 'end'\n[phrases]\nen = ['x']\n", "phrases are whole lines", id="phrases elsewhere"),
    pytest.param(
        HEAD + "[[patterns]]\nregex = 'x'\nneeds = ['x']\nfix = 'safe'\n",
        "patterns[0].fix: may be 'unsafe' alone: the rule says what holds of the others",
        id="a pattern that is safe",
    ),
    pytest.param(
        HEAD + "position = 'end'\n[[patterns]]\nregex = 'x'\nneeds = ['x']\nfix = 'unsafe'\n",
        'patterns[0].fix: only for position = "whole"; else the rule has one',
        id="an unsafe pattern inside a line",
    ),
    pytest.param(HEAD + "[[patterns]]\nneeds = ['x']\n", 'patterns[0]: must be a table with a "regex"', id="no regex"),
    pytest.param(HEAD + "[[patterns]]\nregex = '('\nneeds = ['x']\n", "patterns[0].regex: missing )", id="bad regex"),
    pytest.param(
        HEAD + f"[[patterns]]\nregex = '{'(' * 6000}x{')' * 6000}'\nneeds = ['x']\n",
        "patterns[0].regex: maximum recursion depth",
        id="a regex nested too deeply",
    ),
    pytest.param(
        HEAD + "[[patterns]]\nregex = 'x'\nneeds = ['x']\nlanguage = 5\n",
        "patterns[0].language: must be a text",
        id="a number for a language",
    ),
    pytest.param(HEAD + "[[patterns]]\nregex = 'x*'\nneeds = ['x']\n", "matches the empty text", id="empty match"),
    pytest.param(
        HEAD + "[[patterns]]\nregex = 'Audio \\d+'\nneeds = ['audio']\n",
        "patterns[0].regex: has capitals, but whole blocks are compared in small letters",
        id="capitals",
    ),
    pytest.param(
        HEAD + "[[patterns]]\nregex = 'audio'\nneeds = ['Audio']\n",
        "patterns[0].needs: has capitals",
        id="capital need",
    ),
    pytest.param(HEAD + "[[patterns]]\nregex = 'x'\n", "patterns[0].needs: at least one text", id="no condition"),
    pytest.param(
        HEAD + "[[patterns]]\nregex = 'x'\nneed = ['x']\n",
        'patterns[0].need: nobody knows this key; did you mean "needs"?',
        id="misspelt",
    ),
    pytest.param(
        HEAD + "position = 'inside'\n[[patterns]]\nregex = 'x'\nopenings = ['x']\nneeds = ['x']\n",
        'patterns[0].openings: only for position = "whole"',
        id="openings inside a line",
    ),
    pytest.param(
        HEAD + "position = 'end'\n[[patterns]]\nregex = 'x'\nneeds = ['x']\nmax-length = 300\n",
        'patterns[0].max-length: only for position = "whole"',
        id="a length of its own inside a line",
    ),
    pytest.param(
        HEAD + "[[patterns]]\nregex = 'x'\nneeds = ['x']\nmax-length = 'long'\n",
        "patterns[0].max-length: must be a number",
        id="a length that is no number",
    ),
]


@pytest.mark.parametrize(("text", "message"), BROKEN)
def test_a_broken_file_names_the_place_and_the_cause(text: str, message: str) -> None:
    with pytest.raises(PatternError) as caught:
        parse_pattern_rule("boats", text, "folder/boats.toml", trusted=False)
    assert str(caught.value).startswith("folder/boats.toml: ")
    assert message in str(caught.value)
