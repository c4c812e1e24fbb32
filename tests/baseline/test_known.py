"""What is known and what is new, and who takes the place of whom."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from newslint.baseline import Anchor, Baseline, Known, Scope, made_of
from newslint.document import DocumentRef, Span
from newslint.engine.copies import Copy
from newslint.finding import Finding

from .findings import FEED, NAMED, A, B, C, at, copy, report_of, residue, whole


def new_of(before: Sequence[Finding], now: Sequence[Finding], anchor: Anchor) -> list[Finding]:
    """The findings of `now` that a baseline of `before` does not hold."""
    applied = Known(made_of(before, anchor), anchor).applied(report_of(now))
    left = list(applied.findings)
    assert list(applied.findings) == left, "the stream can be read again"
    assert applied.total == len(left) == sum(applied.severities.values())
    assert applied.known == len(now) - len(left)
    return left


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
    ages = [known.age(Copy("", place, "", listed)) for place in (A, B, C, at("d.txt"))]
    assert ages == [0, 0, 1, 2]


def test_paths_count_from_one_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "wire").mkdir()
    monkeypatch.chdir(tmp_path)
    assert Anchor(tmp_path).path("wire/a.txt") == "wire/a.txt"
    assert Anchor(tmp_path / "wire").path("wire/a.txt") == "a.txt"
    assert Anchor(tmp_path / "wire").path(str(tmp_path / "b.txt")) == "../b.txt"
    assert Anchor(tmp_path).path(str(tmp_path / "b.txt")) == "b.txt"
    monkeypatch.chdir("wire")
    assert Anchor(tmp_path).path("a.txt") == "wire/a.txt"
    assert Anchor(tmp_path).path("../é\udcff.txt") == "é\\xff.txt"


def test_paths_through_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link below the folder keeps its name; one by which the folder itself is reached does not count."""
    for name in ("work/wire", "store", "other"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "link").symlink_to("work")
    (tmp_path / "work" / "store").symlink_to("../store")
    monkeypatch.chdir(tmp_path / "other")
    for folder in ("work", "link"):
        for way in ("work", "link"):
            assert Anchor(tmp_path / folder).path(str(tmp_path / way / "wire" / "a.txt")) == "wire/a.txt"
        assert Anchor(tmp_path / folder).path(str(tmp_path / folder / "store" / "a.txt")) == "store/a.txt"


def test_copies_of_which_no_finding_speaks_are_known_and_in_use(anchor: Anchor, tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    silent = copy(C, A)
    told = Copy(silent.rule, silent.location, "", silent.fingerprint)
    baseline = made_of([copy(B, A)], anchor, [told, told])
    assert Known(baseline, anchor).lists(silent)
    for heard, left in (((), 1), ((told,), 0)):
        known = Known(baseline, anchor)
        for item in heard:
            known.meet(item)
        assert len(list(known.applied(report_of([copy(B, A)])).findings)) == 0
        scope = Scope(baseline, anchor, [str(tmp_path)], {silent.rule}, {silent.rule}, {silent.rule})
        assert len(known.unused(scope)) == left
