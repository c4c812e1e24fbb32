"""Pattern rules: what a phrase, a line that counts only together, and a pattern see, and what the fix deletes."""

from __future__ import annotations

import pytest

from newslint import Document, DocumentRef, Finding, PatternRule, Safety, Severity, packs, parse_pattern_rule
from newslint.around import is_one_word
from newslint.engine import check_documents
from newslint.reading.segment import segment

PHRASES = """
family = "residue"
fix = "safe"
[phrases]
en = ["Follow the ferry", "share"]
[together]
en = ["Quay", "Wharf"]
"""
PATTERN = """
family = "residue"
fix = "unsafe"
[[patterns]]
regex = 'ferry (?:news|talk): .{4,}|\\d+ boats'
openings = ["ferry news", "ferry talk", "0 boats"]
"""
INSIDE = """
family = "residue"
position = "inside"
max-length = 1000
fix = "safe"
[[patterns]]
regex = '\\[boat\\]'
needs = ["[boat"]
"""
LONG = """
family = "residue"
max-length = 400
[[patterns]]
regex = 'we sail\\b.{0,300}'
openings = ["we sail"]
needs = ["sail"]
"""
ONE_LONG = """
family = "residue"
max-length = 40
[[patterns]]
regex = 'we sail\\b.*'
needs = ["we sail"]
[[patterns]]
max-length = 400
regex = 'all aboard\\b.*'
openings = ["all aboard"]
needs = ["aboard"]
"""
UNPROVEN = """
family = "residue"
severity = "error"
unproven = ["hi", "tr"]
[phrases]
en = ["Ferry", "Follow the ferry"]
tr = ["Feribot", "Ferry"]
[[patterns]]
regex = '(?:ferry|paromy|नाव): .{4,}'
openings = ["ferry", "paromy", "नाव"]
[[patterns]]
regex = 'feribot: .{4,}'
openings = ["feribot"]
language = "tr"
[[patterns]]
regex = 'नौका: .{4,}'
openings = ["नौका"]
language = "hi"
[[patterns]]
regex = 'boat(?:s|race): .{4,}'
openings = ["boats", "boatrace"]
unproven = true
[[patterns]]
regex = 'boat(?:s|house): .{4,}'
openings = ["boats", "boathouse"]
"""
BODY = "The council met on Monday and voted for a ferry.\n"


def rule_of(text: str) -> PatternRule:
    return parse_pattern_rule("boats", text, "boats.toml")


def found(rule: PatternRule, text: str) -> list[Finding]:
    return check_documents([Document(DocumentRef("a.txt"), text, segment(text))], [rule])


def excerpts(rule: PatternRule, text: str) -> list[str]:
    return [finding.location.excerpt for finding in found(rule, text)]


def test_a_pattern_may_look_at_longer_blocks_than_the_others() -> None:
    """Only its own literals are looked for in the whole text then."""
    short, long = "We sail on Monday", "All aboard" + " and the ferry waits for nobody" * 8
    rule = rule_of(ONE_LONG)
    assert excerpts(rule, f"{short}\n{BODY}{long}\n{short} and on Tuesday, unless it rains\n") == [short, long[:160]]
    assert rule.needs.literals == frozenset({"we sail"})
    assert rule.needs.substrings == frozenset({"aboard"})


SEEN = [
    pytest.param(PHRASES, "Follow the ferry\n", id="phrase"),
    pytest.param(PHRASES, "» FOLLOW\u00a0THE FERRY …\n", id="arrows, dots, capitals and blanks around it"),
    pytest.param(PHRASES, "[Follow the ferry]\n", id="brackets"),
    pytest.param(PATTERN, "Ferry news: fares to rise\n", id="pattern"),
    pytest.param(PATTERN, "> Ferry talk: fares to rise\n", id="pattern behind an arrow"),
    pytest.param(PATTERN, "12 boats\n", id="pattern that begins with a figure"),
    pytest.param(LONG, "We sail " + "to the far islands " * 12 + "\n", id="a block longer than a label"),
]


@pytest.mark.parametrize(("toml", "line"), SEEN)
def test_lines_that_are_seen(toml: str, line: str) -> None:
    assert len(found(rule_of(toml), BODY + line + BODY)) == 1


@pytest.mark.parametrize(
    ("line", "severity"),
    [
        pytest.param("Follow the ferry", Severity.ERROR, id="a phrase"),
        pytest.param("Ferry", Severity.ERROR, id="a phrase of both"),
        pytest.param("ferry: fares to rise", Severity.ERROR, id="a pattern"),
        pytest.param("Feribot", Severity.INFO, id="an unproven phrase"),
        pytest.param("feribot: yeni sefer", Severity.INFO, id="a pattern of an unproven language"),
        pytest.param("नाव: किराया बढ़ेगा", Severity.INFO, id="a line in the script of an unproven language"),
        pytest.param("नौका: किराया बढ़ेगा", Severity.INFO, id="both"),
        pytest.param("boatrace: the harbour wins", Severity.INFO, id="an unproven pattern"),
        pytest.param("boats: the harbour wins", Severity.ERROR, id="an unproven pattern and another"),
    ],
)
def test_what_only_an_unproven_language_names_is_info(line: str, severity: Severity) -> None:
    assert [finding.severity for finding in found(rule_of(UNPROVEN), f"{BODY}{line}\n{BODY}")] == [severity]


@pytest.mark.parametrize(
    ("line", "safety"),
    [
        pytest.param("Follow the ferry", Safety.SAFE, id="a proven phrase"),
        pytest.param("Feribotu takip et", Safety.UNSAFE, id="an unproven phrase"),
        pytest.param("boats: the harbour wins", Safety.SAFE, id="a pattern"),
        pytest.param("rafts: the harbour wins", Safety.SAFE, id="an unsafe pattern and another"),
        pytest.param("boatrace: the harbour wins", Safety.UNSAFE, id="an unproven pattern"),
        pytest.param("rowing: the harbour wins", Safety.UNSAFE, id="an unsafe pattern"),
    ],
)
def test_what_is_not_proven_is_not_deleted_safely(line: str, safety: Safety) -> None:
    toml = UNPROVEN.replace('tr = ["Feribot"', 'tr = ["Feribotu takip et", "Feribot"').replace(
        '"error"', '"error"\nfix = "safe"'
    )
    toml += """[[patterns]]
regex = '(?:rowing|rafts): .+'
openings = ["rowing", "rafts"]
fix = "unsafe"
[[patterns]]
regex = 'rafts: .+'
openings = ["rafts"]
"""
    (finding,) = found(rule_of(toml), f"{BODY}{line}\n{BODY}")
    assert finding.fix is not None
    assert finding.fix.safety is safety


@pytest.mark.parametrize(
    ("line", "safety"),
    [
        pytest.param("Follow the ferry", Safety.SAFE, id="a phrase"),
        pytest.param("ferry: share this story", Safety.SAFE, id="names the page"),
        pytest.param("ferry: the harbour wins", Safety.UNSAFE, id="names nothing of it"),
    ],
)
def test_what_does_not_name_the_page_is_not_deleted_safely(line: str, safety: Safety) -> None:
    toml = UNPROVEN.replace('"error"', '"error"\nfix = "safe"\npage-named = true')
    (finding,) = found(rule_of(toml), f"{BODY}{line}\n{BODY}")
    assert finding.fix is not None
    assert finding.fix.safety is safety


def test_an_unproven_pattern_inside_a_line_is_info() -> None:
    toml = INSIDE.replace("[[patterns]]", "unproven = ['tr']\n[[patterns]]\nlanguage = 'tr'")
    assert [finding.severity for finding in found(rule_of(toml), f"The [boat] {BODY}")] == [Severity.INFO]


UNSEEN = [
    pytest.param(PHRASES, "Follow the ferry to the quay\n", id="a phrase is a whole line"),
    pytest.param(PHRASES, "share.\n", id="the last word of a wrapped sentence"),
    pytest.param(PHRASES, "Quay\n", id="alone what counts only together"),
    pytest.param(PATTERN, "The ferry news: fares to rise\n", id="another beginning"),
    pytest.param(PATTERN, "Ferry news: " + "x" * 160 + "\n", id="too long"),
]


@pytest.mark.parametrize(("toml", "line"), UNSEEN)
def test_lines_that_are_not_seen(toml: str, line: str) -> None:
    assert found(rule_of(toml), BODY + line + BODY) == []


def test_lines_that_count_together() -> None:
    assert excerpts(rule_of(PHRASES), BODY + "Quay\nWharf\n" + BODY) == ["Quay", "Wharf"]
    assert excerpts(rule_of(PHRASES), BODY + "Quay\nFollow the ferry\n" + BODY) == ["Quay", "Follow the ferry"]
    assert excerpts(rule_of(PHRASES), "Quay\n" + BODY + "Wharf\n") == []


def test_one_word_alone_is_deleted_unsafely() -> None:
    fixes = [finding.fix for finding in found(rule_of(PHRASES), f"{BODY}Share\n{BODY}Follow the ferry\n{BODY}")]
    assert [fix.safety for fix in fixes if fix] == [Safety.UNSAFE, Safety.SAFE]


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        pytest.param("share", True, id="latin"),
        pytest.param("pass it on", False, id="words"),
        pytest.param("广告", True, id="two-characters"),
        pytest.param("相关新闻", True, id="four-characters"),
        pytest.param("海岸人民的报纸", False, id="seven-characters"),
        pytest.param("この記事をシェア", False, id="japanese"),
        pytest.param("개인정보처리방침", True, id="korean-is-spaced"),
        pytest.param("โฆษณา", True, id="thai-word"),
        pytest.param("อ่านข่าวอื่นที่เกี่ยวข้อง", False, id="thai-words"),
    ],
)
def test_what_may_be_one_word(line: str, alone: bool) -> None:
    assert is_one_word(line) is alone


def test_figures_beside_figures_are_a_table() -> None:
    toml = 'family = "residue"\n[[patterns]]\nregex = \'\\+\\d+\'\nopenings = ["0"]\n'
    assert excerpts(rule_of(toml), BODY + "+12\n" + BODY) == ["+12"]
    assert excerpts(rule_of(toml), "Norrvik\n+12\n-3\nTarn\n") == []


def test_inside_a_line_only_the_match_goes() -> None:
    text = f"{BODY[:-1]} [boat] It sails.[boat][boat]\n[boat]\n"
    edits = [finding.fix.edits[0] for finding in found(rule_of(INSIDE), text) if finding.fix]
    assert [text[edit.span.start : edit.span.end] for edit in edits] == [*3 * ["[boat]"], "[boat]\n"]


def test_no_part_of_a_line_is_found_twice() -> None:
    toml = INSIDE + "[[patterns]]\nregex = 'boat\\]\\[?'\nneeds = ['boat']\n"
    assert excerpts(rule_of(toml), f"{BODY[:-1]} boat] and [boat][boat] sail.\n") == ["boat]", "[boat]", "[boat]"]


def test_many_places_in_a_line_take_no_quadratic_time() -> None:
    text = 60_000 * "[boat] "
    document = Document(DocumentRef("a.txt"), text, segment(text))
    assert sum(1 for _ in rule_of(INSIDE.replace("1000", "1_000_000")).check(document)) == 60_000


TOPICS = 'family = "residue"\nskip-topics = true\n[phrases]\nen = ["Quay", "Quay news"]\n'
LISTS = [
    pytest.param(["Oysters", "Piers", "Quay", "Ropes", "Sails"], 0, id="in the middle"),
    pytest.param(["Quay", "Ropes", "Sails", "Tar", "Union"], 0, id="at the top"),
    pytest.param(["Masts", "Nets", "Oysters", "Piers", "Quay"], 0, id="at the end"),
    pytest.param(["Piers", "Quay", "Ropes", "Sails"], 1, id="four could be chance"),
    pytest.param(["Oysters", "Sails", "Quay", "Ropes", "Piers"], 1, id="in no order"),
    pytest.param(["Oysters", "Piers 2", "Quay", "Ropes", "Sails"], 1, id="with figures"),
    pytest.param(["Oysters", "Piers and their crews", "Quay", "Ropes", "Sails"], 1, id="a sentence among them"),
    pytest.param(["Oysters", "Piers", "Quay news", "Ropes", "Sails"], 1, id="more than a word"),
    pytest.param(["Oysters", "Piers", "Quay", "Quay", "Ropes", "Sails"], 2, id="beside another"),
]


@pytest.mark.parametrize(("lines", "count"), LISTS)
def test_a_topic_in_an_alphabetical_list_is_left_alone(lines: list[str], count: int) -> None:
    assert len(found(rule_of(TOPICS), "\n".join([BODY, *lines, "", BODY]))) == count


def test_what_a_pattern_rule_subsumes_becomes_its_part() -> None:
    text = f"{BODY}\nFollow the ferry\nQuay\n"
    other = parse_pattern_rule("cranes", PHRASES, "cranes.toml", trusted=False)
    holder = parse_pattern_rule("boats", 'subsumes = ["cranes"]\n' + PHRASES, "boats.toml", trusted=False)
    document = Document(DocumentRef("a.txt"), text, segment(text))
    both = check_documents([document], [holder, other])
    assert [finding.rule for finding in both] == ["boats", "boats"]
    assert [[part.note for part in finding.related] for finding in both] == [["cranes: cranes"]] * 2


WITHIN = 'family = "residue"\nwithin = 1\n[phrases]\nen = ["Follow the ferry"]\n'


def test_only_the_ends_of_an_article_where_the_rule_says_so() -> None:
    line = "Follow the ferry\n"
    assert len(found(rule_of(WITHIN), line + BODY + line + BODY + line)) == 2


@pytest.mark.parametrize(
    "rule", [rule for rule in packs.load_rules().values() if isinstance(rule, PatternRule)], ids=lambda rule: rule.name
)
def test_no_shipped_pattern_meets_the_limit_that_users_patterns_have(rule: PatternRule) -> None:
    for pattern in rule.patterns:
        assert not pattern.compiled.fullmatch("")
        for opening in (*pattern.openings[:20], *pattern.literals[:20]):
            for tail in ("1 ", f"{opening} ", "a a. "):
                text = f"{opening} {tail * rule.max_length}"[: min(rule.max_length, 2000) - 1] + "\x01"
                assert not pattern.compiled.fullmatch(text, timeout=1.0)
