"""What of a baseline matches nothing any more, and how baselines grow and shrink."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from newslint.baseline import Anchor, Baseline, Known, Scope, Site, made_of, merged, pruned
from newslint.finding import Finding

from .findings import FEED, A, B, C, at, copy, report_of, residue, whole

MOVED = at("z.txt", mark=A.mark)
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
