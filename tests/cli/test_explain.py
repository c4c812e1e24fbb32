"""`newslint explain`: why a place is flagged, why another is not, and which setting decided."""

from __future__ import annotations

import gzip
import json

import pytest

from newslint.packs import load_rules
from newslint.rule import options

from .command_line import CLEAN, WIDGET, Runner, Tree, grow
from .debts import BRIDGE, FERRY, TAILS, story

COPIED = "near-duplicate-paragraph: paragraph stands in another document too"
RECORDS = "".join(json.dumps({"id": f"n/{number}", "text": WIDGET}) + "\n" for number in range(2))
ONLY = 'select = ["share-bar", "text-size-widget", "near-duplicate-paragraph"]\n'


def told(run: Runner, *arguments: str) -> list[str]:
    """The lines that explain."""
    code, out, err = run("explain", *arguments)
    assert (code, err) == (0, "")
    return [line.strip() for line in out.splitlines()]


SHARE = "6:1 error[share-bar] share or follow bar of the page: “Share this”"
WIDGETS = "4:1 error[text-size-widget] text-size control of the page: “TT\\n20”"

BECAUSE = [
    pytest.param("", ["reported", "runs: by default"], id="by-default"),
    pytest.param(ONLY, ["reported", "runs: select: share-bar (newslint.toml)"], id="selected"),
    pytest.param('select = ["residue"]', ["reported", "runs: select: residue (newslint.toml)"], id="by-its-family"),
    pytest.param(
        'select = []\nextend-select = ["all"]',
        ["reported", "runs: extend-select: all (newslint.toml)"],
        id="with-all",
    ),
    pytest.param(
        '[severity]\nresidue = "warning"',
        ["reported", "runs: by default", "severity: residue = warning (newslint.toml)"],
        id="severity",
    ),
    pytest.param(
        'select = ["mojibake"]', ["not reported: the rule does not run: not in select (newslint.toml)"], id="unselected"
    ),
    pytest.param(
        'ignore = ["residue"]',
        ["not reported: the rule does not run: ignore: residue (newslint.toml)"],
        id="ignored-family",
    ),
    pytest.param(
        '[severity]\nshare-bar = "off"',
        ["not reported: the rule does not run: severity: share-bar (newslint.toml)"],
        id="severity-off",
    ),
    pytest.param(
        '[per-file-ignores]\n"b*" = ["residue"]\n"a*" = ["residue"]',
        ['not reported: ignored here: per-file-ignores."a*" (newslint.toml)', "runs: by default"],
        id="per-file-ignores",
    ),
    pytest.param(
        '[[allow]]\ntext = "x"\nreason = "y"\n[[allow]]\ntext = "Share this"\nreason = "our own"',
        ["not reported: allowed: allow.1 (newslint.toml): our own", "runs: by default"],
        id="allowed",
    ),
]


@pytest.mark.parametrize(("settings", "why"), BECAUSE)
def test_what_decided(run: Runner, settings: str, why: list[str]) -> None:
    grow({"newslint.toml": settings, "a.txt": WIDGET})
    lines = told(run, "a.txt:6", "--rule", "share-bar")
    place = next(
        number for number, line in enumerate(lines) if line.partition(" ")[2].partition("[")[2][:9] == "share-bar"
    )
    assert lines[place].startswith("6:1 ")
    assert [line for line in lines[place + 1 :] if not line.startswith("fix (")] == why


def test_options_that_differ_are_named(run: Runner) -> None:
    grow({"newslint.toml": "[rules.share-bar]\nmax-length = 70", "a.txt": WIDGET})
    usual = options(load_rules()["share-bar"])["max-length"]
    lines = told(run, "a.txt", "--rule", "share-bar")
    assert f"option: max-length = 70 in place of {usual} (newslint.toml)" in lines


def test_the_command_line_decides(run: Runner) -> None:
    grow({"a.txt": WIDGET})
    lines = told(run, "a.txt", "--ignore", "share-bar")
    assert lines[lines.index(SHARE) + 1] == "not reported: the rule does not run: ignore: share-bar (command line)"
    assert lines[lines.index(WIDGETS) + 1] == "reported"


def test_a_rule_that_is_off_by_default_says_how_to_run_it(run: Runner) -> None:
    grow({"a.txt": WIDGET})
    lines = told(run, "a.txt", "--rule", "too-short")
    assert "not reported: the rule does not run: off by default (--extend-select too-short runs it)" in lines


def test_known_findings(run: Runner) -> None:
    grow({"newslint.toml": 'baseline = "known.json"', "a.txt": WIDGET})
    assert run("baseline", "create", ".").code == 0
    lines = told(run, "a.txt")
    assert lines[lines.index(SHARE) + 1] == "not reported: known (known.json)"


def test_parts_of_another_finding(run: Runner) -> None:
    head = "Storm reaches the coast\n\nA boat lies in the harbour of Brevik, March 3. (NordPress/AFP)\n"
    grow({"newslint.toml": 'select = ["repetition"]', "a.txt": f"{head}\n{head}\n{CLEAN}"})
    lines = told(run, "a.txt")
    holders = [line for line in lines if line.startswith("not reported: it is part of ")]
    assert holders
    assert all("at 5:1" in line for line in holders)


@pytest.mark.parametrize(
    ("place", "found"),
    [
        pytest.param("a.txt", [WIDGETS, SHARE], id="file"),
        pytest.param("a.txt:6", [SHARE], id="line"),
        pytest.param("a.txt:6:1", [SHARE], id="line-and-column"),
        pytest.param("a.txt:5:", [WIDGETS], id="the-second-line-of-a-finding"),
        pytest.param("a.txt:1", [], id="another-line"),
        pytest.param("b:7.txt", [WIDGETS, SHARE], id="numbers-in-the-name"),
        pytest.param("c:7", [], id="a-name-that-ends-in-a-number"),
        pytest.param("feed.jsonl:2", ["2:" + WIDGETS, "2:" + SHARE], id="record"),
        pytest.param("feed.jsonl:2:6:1", ["2:" + SHARE], id="record-and-line"),
        pytest.param("feed.jsonl.gz:1:4", ["1:" + WIDGETS], id="packed"),
    ],
)
def test_places(run: Runner, place: str, found: list[str]) -> None:
    packed = gzip.compress(RECORDS.encode())
    grow({"newslint.toml": ONLY, "a.txt": WIDGET, "b:7.txt": WIDGET, "c:7": CLEAN})
    grow({"feed.jsonl": RECORDS, "feed.jsonl.gz": packed})
    lines = told(
        run, place, *(["--format", "text"] if place == "c:7" else []), "--select", "share-bar,text-size-widget"
    )
    assert [line for line in lines if " error[" in line] == found


def test_what_stands_in_a_line(run: Runner) -> None:
    grow({"newslint.toml": f"{ONLY}[rules.near-duplicate-paragraph]\nmin-words = 20\n", "a.txt": f"{WIDGET}\n{FERRY}"})
    assert "line 2: blank" in told(run, "a.txt:2")
    short = told(run, "a.txt:6")
    assert "line 6: block 5 of article 1, short, 10 characters" in short
    assert "not compared with other documents: no rule that runs compares such a block" in short
    assert "compared with other documents by near-duplicate-paragraph" in told(run, "a.txt:8")
    equal = "compared for equality only by near-duplicate-paragraph (it has 14 words, min-words is 20)"
    assert equal in told(run, "a.txt:3")


def test_copies_are_looked_for_where_others_are_named(run: Runner) -> None:
    grow(
        {"newslint.toml": ONLY, "a.txt": f"Brevik today\n\n{FERRY}", "b.txt": f"Holm today\n\n{FERRY}", "c.txt": CLEAN}
    )
    found = "b.txt:3:1 warning[near-duplicate-paragraph] paragraph stands in another document too"
    for place in ("a.txt:3", "b.txt:3", "b.txt"):
        lines = told(run, place, "--with", "a.txt", "--with", "b.txt")
        assert lines[lines.index(found) + 1 :][:2] == ["reported", "other copy: a.txt:3:1 (1.00)"]
    nothing = "no rule that compares documents finds a copy of it in a.txt, b.txt"
    assert nothing in told(run, "c.txt", "--with", "a.txt", "--with", "b.txt")
    assert nothing in told(run, "a.txt:1", "--with", "a.txt", "--with", "b.txt", "--rule", "near-duplicate-paragraph")


@pytest.mark.parametrize(
    ("configuration", "why"),
    [
        pytest.param('ignore = ["duplicate"]', "the rule does not run: ignore: duplicate (newslint.toml)", id="off"),
        pytest.param('scope = "document"', "the rule does not run: scope is document", id="scope"),
        pytest.param(
            '[per-file-ignores]\n"b.*" = ["duplicate"]',
            'ignored here: per-file-ignores."b.*" (newslint.toml)',
            id="file",
        ),
        pytest.param(
            "[[allow]]\npattern = 'The ferry.*'\nreason = \"house text\"",
            "allowed: allow.0 (newslint.toml): house text",
            id="allowed",
        ),
        pytest.param('baseline = "known.json"', "known (known.json)", id="known"),
    ],
)
def test_why_a_copy_is_not_reported(run: Runner, configuration: str, why: str) -> None:
    grow({"newslint.toml": "", "a.txt": story("Brevik", FERRY), "b.txt": story("Holm", FERRY, TAILS["Lund"], BRIDGE)})
    assert run("baseline", "create", ".", "--baseline", "known.json").code == 0
    grow({"newslint.toml": f"{configuration}\n"})
    lines = told(run, "b.txt:3", "--with", "a.txt")
    found = lines.index("b.txt:3:1 warning[near-duplicate-paragraph] paragraph stands in another document too")
    assert lines[found + 1 : found + 3] == [f"not reported: {why}", "other copy: a.txt:3:1 (1.00)"]


def test_what_a_finding_about_the_whole_document_holds_is_told(run: Runner) -> None:
    grow({"newslint.toml": 'select = ["duplicate"]', "a.txt": FERRY, "b.txt": FERRY})
    lines = told(run, "b.txt:1", "--with", "a.txt")
    found = next(number for number, line in enumerate(lines) if "[duplicate-document]" in line)
    assert lines[found + 1 : found + 4] == [
        *("reported", "other copy: a.txt:1:1 (1.00)"),
        f"part of it, and not reported for itself: 1:1 {COPIED}",
    ]


def test_a_rule_that_finds_nothing_is_explained(run: Runner) -> None:
    grow({"newslint.toml": 'ignore = ["mojibake"]', "a.txt": CLEAN})
    lines = told(run, "a.txt", "--rule", "mojibake")
    assert lines[-2:] == [
        "mojibake: does not run: ignore: mojibake (newslint.toml)",
        "no rule about single documents finds anything here",
    ]
    scope = told(run, "a.txt", "--rule", "duplicate-document", "--scope", "document")
    assert "duplicate-document: does not run: scope is document" in scope


def test_hostile_texts_are_shown_harmless(run: Runner) -> None:
    grow({"\x1b[2J::error::.txt": f"\x1b[31m\u202e\n{WIDGET}", "a.jsonl": json.dumps({"id": "\x1b[2J", "text": CLEAN})})
    for place in ("\x1b[2J::error::.txt", "a.jsonl"):
        out = run("explain", place).out
        assert "\x1b" not in out
        assert "\u202e" not in out
        assert not any(line.lstrip().startswith("::") for line in out.splitlines())


WRONG = [
    pytest.param({}, ["no.txt:3"], "newslint: no.txt: no such file or folder", id="no-file"),
    pytest.param({"a/b.txt": ""}, ["a"], "newslint: a is a folder: name one of its files", id="folder"),
    pytest.param({"a.txt": CLEAN}, ["a.txt:99"], "newslint: a.txt:99: the text ends in line 2", id="no-line"),
    pytest.param({"a.txt": CLEAN}, ["a.txt:0"], "newslint: a.txt:0: records and lines are counted from 1", id="line-0"),
    pytest.param({"a.jsonl": RECORDS}, ["a.jsonl:9"], "newslint: a.jsonl:9: there is no such record", id="no-record"),
    pytest.param({"a.md": CLEAN}, ["a.md"], "a.md: newslint does not read a .md file; say what", id="other-kind"),
    pytest.param({"a.txt": CLEAN}, ["a.txt", "--rule", "x"], "newslint: no rule is called 'x'", id="no-rule"),
    pytest.param({"a.txt": b"\0\1"}, ["a.txt"], "binary", id="binary"),
    pytest.param({}, [], "Missing argument 'PATH[:LINE]'", id="nothing"),
    pytest.param({}, [""], "'PATH[:LINE]': nothing is named", id="empty"),
    pytest.param({"a.txt": CLEAN}, ["a.txt", "--with", ""], "'--with': nothing is named", id="empty-other"),
]


@pytest.mark.parametrize(("tree", "arguments", "message"), WRONG)
def test_what_cannot_be_explained_is_named(run: Runner, tree: Tree, arguments: list[str], message: str) -> None:
    grow(tree)
    code, out, err = run("explain", *arguments)
    assert code == 2
    assert message in out + err
