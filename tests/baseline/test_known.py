"""What is known and what is new, what matches nothing any more, and how baselines grow and shrink."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from newslint.baseline import Anchor, Baseline, Known, Scope, Site, made_of, merged, pruned
from newslint.document import DocumentRef, Span
from newslint.engine.copies import Copy
from newslint.finding import Finding, Location, Related, Severity
from newslint.report import Report


def at(path: str, record: int | None = None, name: str = "", mark: str = "") -> Location:
    return Location(DocumentRef(path, record), Span(0, 4), 1, 1, id=name, mark=mark or f"{sum(path.encode()):016x}")


def residue(location: Location, text: str = "TT", rule: str = "text-size-widget") -> Finding:
    """A finding about one document; the fingerprint is of `text`."""
    return Finding(rule, "residue", location, Severity.ERROR, "residue", fingerprint=text.encode().hex().zfill(8))


def copy(location: Location, original: Location, text: str = "flood", other: str = "") -> Finding:
    """A finding about a copy and its original."""
    prints = [part.encode().hex().zfill(8) for part in (text, other or text)]
    related = (Related(original, "other copy", fingerprint=prints[1]),)
    rule = "near-duplicate-paragraph"
    return Finding(rule, "copy", location, Severity.WARNING, "duplicate", related=related, fingerprint=prints[0])


def report_of(findings: Sequence[Finding]) -> Report:
    counts = Counter(found.rule for found in findings)
    return Report(tuple(findings), dict(counts), dict(Counter(found.severity for found in findings)))


@pytest.fixture
def anchor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Anchor:
    """Of an empty working folder: every listed file is gone unless a test writes it."""
    monkeypatch.chdir(tmp_path)
    return Anchor(tmp_path)


def new_of(before: Sequence[Finding], now: Sequence[Finding], anchor: Anchor) -> list[Finding]:
    """The findings of `now` that a baseline of `before` does not hold."""
    applied = Known(made_of(before, anchor), anchor).applied(report_of(now))
    left = list(applied.findings)
    assert list(applied.findings) == left, "the stream can be read again"
    assert applied.total == len(left) == sum(applied.severities.values())
    assert applied.known == len(now) - len(left)
    return left


A, B, C = at("a.txt"), at("b.txt"), at("c.txt")
FEED = [at("feed.jsonl", line) for line in range(1, 5)]
NAMED = [at("feed.jsonl", line, f"id/{line}") for line in range(1, 5)]


def whole(location: Location, mark: str, rule: str = "00000001") -> Finding:
    """A finding about a whole document."""
    return replace(copy(location, A), rule="duplicate-document", fingerprint=f"{rule}-{mark}")


NOTHING_NEW = [
    pytest.param([], [], id="nothing"),
    pytest.param([residue(A)], [residue(A)], id="the-same"),
    pytest.param([residue(A), residue(B)], [residue(B)], id="one-is-mended"),
    pytest.param([residue(A)], [residue(A._replace(span=Span(90, 94), line=7))], id="the-place-moved"),
    pytest.param([residue(A)], [residue(A._replace(mark="0"))], id="the-document-was-edited-elsewhere"),
    pytest.param([residue(FEED[0])], [residue(FEED[3])], id="a-record-without-id-moved"),
    pytest.param([residue(NAMED[0])], [residue(NAMED[0]._replace(ref=DocumentRef("feed.jsonl", 9)))], id="by-id"),
    pytest.param([copy(B, A)], [copy(B, A)], id="a-pair"),
    pytest.param([copy(B, A, "edited", "flood")], [copy(A, B, "flood", "edited")], id="the-other-is-primary"),
    pytest.param([copy(B, A)], [copy(B, A), copy(B._replace(span=Span(9, 13)), A)], id="twice-in-one-document"),
    pytest.param([whole(B, "1a-2b-3c")], [whole(B, "1a-5e-6f")], id="two-of-the-blocks-that-mark-a-document-changed"),
]


@pytest.mark.parametrize(("before", "now"), NOTHING_NEW)
def test_what_is_known(before: list[Finding], now: list[Finding], anchor: Anchor, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "feed.jsonl"):
        (tmp_path / name).touch()
    assert new_of(before, now, anchor) == []


SOMETHING_NEW = [
    pytest.param([], [residue(A)], [residue(A)], id="no-baseline"),
    pytest.param([residue(A)], [residue(A, "20")], [residue(A, "20")], id="another-text"),
    pytest.param([residue(A)], [residue(A), residue(B)], [residue(B)], id="the-same-text-elsewhere"),
    pytest.param([residue(A)], [residue(B)], [residue(B)], id="mended-here-and-made-there"),
    pytest.param([residue(FEED[0])], [residue(FEED[0]), residue(FEED[1])], [residue(FEED[1])], id="one-more-in-a-file"),
    pytest.param([residue(NAMED[0])], [residue(NAMED[1])], [residue(NAMED[1])], id="another-record"),
    pytest.param([copy(B, A)], [copy(B, A), copy(C, A)], [copy(C, A)], id="a-third-copy"),
    pytest.param([copy(B, A, "x")], [copy(C, A, "x")], [copy(C, A, "x")], id="one-copy-gone-and-one-come"),
    pytest.param([whole(B, "1a-2b")], [whole(B, "5e-6f")], [whole(B, "5e-6f")], id="another-document-in-its-place"),
    pytest.param([whole(B, "1a")], [whole(B, "1a", "2")], [whole(B, "1a", "2")], id="another-rule-about-it"),
    pytest.param([whole(B, "1a")], [whole(C, "1a")], [whole(C, "1a")], id="another-copy-of-a-document"),
]


@pytest.mark.parametrize(("before", "now", "new"), SOMETHING_NEW)
def test_what_is_new(
    before: list[Finding], now: list[Finding], new: list[Finding], anchor: Anchor, tmp_path: Path
) -> None:
    for name in ("a.txt", "b.txt", "feed.jsonl"):
        (tmp_path / name).touch()
    assert new_of(before, now, anchor) == new


def test_a_crash_is_never_known(anchor: Anchor) -> None:
    crash = residue(A, rule="internal-error")
    assert new_of([crash], [crash], anchor) == [crash]
    assert made_of([crash], anchor) == Baseline()


MOVED = at("z.txt", mark=A.mark)


def test_a_renamed_document_is_followed(anchor: Anchor) -> None:
    assert new_of([residue(A)], [residue(MOVED)], anchor) == []


def test_a_renamed_record_is_followed(anchor: Anchor) -> None:
    renamed = NAMED[0]._replace(ref=DocumentRef("new.jsonl", 1))
    assert new_of([residue(NAMED[0])], [residue(renamed)], anchor) == []
    other = renamed._replace(id="id/9")
    assert new_of([residue(NAMED[0])], [residue(other)], anchor) == [residue(other)]


def test_records_without_an_id_are_followed_by_any_of_them(anchor: Anchor) -> None:
    before = [residue(place._replace(mark=f"{n}" * 16)) for n, place in enumerate(FEED[:3])]
    now = [residue(found.location._replace(ref=DocumentRef("new.jsonl", n))) for n, found in enumerate(before, 1)]
    first_edited = residue(now[0].location._replace(mark="f" * 16))
    assert new_of(before, [first_edited, *now[1:]], anchor) == []


@pytest.mark.parametrize(
    ("files", "now", "new"),
    [
        pytest.param([], [residue(at("z.txt"))], ["z.txt"], id="another-text-is-no-rename"),
        pytest.param(["a.txt"], [residue(MOVED)], ["z.txt"], id="the-old-file-is-still-there"),
        pytest.param([], [residue(at("y.txt", mark=A.mark)), residue(MOVED)], ["z.txt"], id="renamed-and-copied"),
        pytest.param(
            [], [copy(at("y.txt", mark=A.mark), B, "TT"), copy(MOVED, B, "TT")], ["z.txt"], id="copied-as-a-copy"
        ),
    ],
)
def test_what_is_no_rename(
    files: list[str], now: list[Finding], new: list[str], anchor: Anchor, tmp_path: Path
) -> None:
    for name in files:
        (tmp_path / name).touch()
    before = [copy(A, B, "TT") if now[0].family == "duplicate" else residue(A)]
    assert [found.location.ref.path for found in new_of(before, now, anchor)] == new


def test_ages(anchor: Anchor, tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    known = Known(made_of([copy(B, A), residue(C)], anchor), anchor)
    listed = copy(B, A).fingerprint
    ages = [known.age(Copy(place, "", listed)) for place in (A, B, C, at("d.txt"))]
    assert ages == [0, 0, 1, 2]


def test_paths_count_from_the_folder_of_the_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "wire").mkdir()
    monkeypatch.chdir(tmp_path)
    assert Anchor(tmp_path).path("wire/a.txt") == "wire/a.txt"
    assert Anchor(tmp_path / "wire").path("wire/a.txt") == "a.txt"
    assert Anchor(tmp_path / "wire").path(str(tmp_path / "b.txt")) == "../b.txt"
    assert Anchor(tmp_path).path(str(tmp_path / "b.txt")) == "b.txt"
    monkeypatch.chdir("wire")
    assert Anchor(tmp_path).path("a.txt") == "wire/a.txt"
    assert Anchor(tmp_path).path("../é\udcff.txt") == "é\\xff.txt"


CORPUS_RULES = {"near-duplicate-paragraph"}
AVAILABLE = {"text-size-widget", *CORPUS_RULES}


def scope_of(known: Known, anchor: Anchor, paths: Sequence[str] = (".",), rules: set[str] = AVAILABLE) -> Scope:
    return Scope(known.baseline, anchor, paths, rules, CORPUS_RULES, AVAILABLE)


UNUSED = [
    pytest.param([residue(A)], ["."], AVAILABLE, 0, id="all-used"),
    pytest.param([], ["."], AVAILABLE, 1, id="mended"),
    pytest.param([], ["a.txt"], AVAILABLE, 1, id="the-file-alone"),
    pytest.param([], ["b.txt"], AVAILABLE, 0, id="another-file"),
    pytest.param([], ["a"], AVAILABLE, 0, id="a-name-that-begins-alike"),
    pytest.param([], ["."], CORPUS_RULES, 0, id="the-rule-did-not-run"),
]


@pytest.mark.parametrize(("now", "paths", "rules", "number"), UNUSED)
def test_what_matches_nothing_any_more(
    now: list[Finding], paths: list[str], rules: set[str], number: int, anchor: Anchor, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").touch()
    known = Known(made_of([residue(A)], anchor), anchor)
    known.applied(report_of(now))
    assert len(known.unused(scope_of(known, anchor, paths, rules))) == number


def test_what_a_rule_found_that_there_is_no_more_matches_nothing(anchor: Anchor) -> None:
    known = Known(made_of([residue(A, rule="old-rule")], anchor), anchor)
    known.applied(report_of([]))
    assert len(known.unused(scope_of(known, anchor))) == 1


def test_copies_are_judged_only_where_all_documents_were_compared(anchor: Anchor, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).touch()
    known = Known(made_of([copy(B, A)], anchor), anchor)
    known.applied(report_of([]))
    assert known.unused(scope_of(known, anchor, ["b.txt"])) == []
    assert len(known.unused(scope_of(known, anchor))) == 2
    known.applied(report_of([copy(A, B)]))
    assert known.unused(scope_of(known, anchor)) == []


def test_a_whole_document_that_was_edited_is_in_use(anchor: Anchor, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).touch()
    known = Known(made_of([whole(B, "1a-2b")], anchor), anchor)
    known.applied(report_of([whole(B, "1a-9f")]))
    assert [entry.fingerprint for entry in known.unused(scope_of(known, anchor)) if "-" in entry.fingerprint] == []


def sites_of(baseline: Baseline) -> dict[str, int]:
    return {entry.site.path: entry.held.number for entry in baseline.entries()}


def test_merging_keeps_what_the_run_was_not_about(anchor: Anchor, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).touch()
    known = Known(made_of([residue(A), residue(B)], anchor), anchor)
    now = [residue(C)]
    known.applied(report_of(now))
    made = merged(made_of(now, anchor), known, scope_of(known, anchor, ["b.txt", "c.txt"]))
    assert sites_of(made) == {"a.txt": 1, "c.txt": 1}
    assert made.marks[Site("a.txt")] == {A.mark}


def test_pruning_takes_out_and_renames_and_adds_nothing(anchor: Anchor, tmp_path: Path) -> None:
    (tmp_path / "feed.jsonl").touch()
    known = Known(made_of([residue(A), residue(B), residue(FEED[0]), residue(FEED[1])], anchor), anchor)
    known.applied(report_of([residue(FEED[2]), residue(MOVED), residue(C)]))
    assert sites_of(pruned(known, scope_of(known, anchor))) == {"feed.jsonl": 1, "z.txt": 1}


def test_a_baseline_of_what_it_holds_is_itself(anchor: Anchor, tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    findings = [residue(A), copy(B, A, "x", "y"), residue(FEED[0]), residue(FEED[1])]
    known = Known(made_of(findings, anchor), anchor)
    known.applied(report_of(findings))
    assert pruned(known, scope_of(known, anchor)) == known.baseline
    assert merged(made_of(findings, anchor), known, scope_of(known, anchor)) == known.baseline
