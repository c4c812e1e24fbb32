"""A safe fix loses no word: what is forgiven, and what is caught."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Document, DocumentRef, Edit, Safety, Span
from newslint.fixing.words import Declared, lost_words, words
from newslint.reading.segment import segment
from newslint_rules.encoding.mojibake import Mojibake

SAFE, UNSAFE = Safety.SAFE, Safety.UNSAFE


def edit_of(text: str, old: str, new: str) -> Edit:
    start = text.index(old)
    return Edit(Span(start, start + len(old)), new)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Rain fell on 3 towns.", "rain  FELL on\n3 towns", id="case-and-punctuation"),
        pytest.param("caf\u00e9", "cafe\u0301", id="composed"),
        pytest.param("co\u00adoperate", "cooperate", id="soft-hyphen"),
        pytest.param("river\u200bbank", "riverbank", id="zero-width"),
        pytest.param("\ufedf\ufe8e", "\u0644\u0627", id="arabic-forms"),
        pytest.param("a" + "\u0316" * 40 + "\u0301", "\u00e1" + "\u0316" * 40, id="long-run-of-marks"),
    ],
)
def test_what_readers_call_the_same_words(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("a bridge", "abridge", id="joined"),
        pytest.param("over take", "overtake", id="blank"),
        pytest.param("14", "1.4", id="figure"),
        pytest.param("resume", "r\u00e9sum\u00e9", id="accent"),
        pytest.param("\u0915\u0940", "\u0915", id="vowel-sign"),
    ],
)
def test_what_readers_tell_apart(one: str, other: str) -> None:
    assert words(one) != words(other)


KEPT = [
    pytest.param("Rain fell.  \nMore", "  \n", "\n", "whitespace", id="blanks-at-a-line-end"),
    pytest.param("Rain\u00a0 fell", "\u00a0 ", " ", "invisible", id="blank-for-a-blank"),
    pytest.param("riv\u200ber", "\u200b", "", "invisible", id="nothing-for-the-invisible"),
    pytest.param("cafe\u0301 noir", "e\u0301", "\u00e9", "encoding", id="composed"),
    pytest.param("a caf\u00c3\u00a9 shut", "\u00c3\u00a9", "\u00e9", "encoding", id="mojibake"),
    pytest.param(
        "p\u00c3\u00a3o", "\u00c3\u00a3", "\u00e3", "encoding", id="mojibake-with-the-capital-of-what-was-meant"
    ),
    pytest.param("N\u00c3\u0083O", "\u00c3\u0083", "\u00c3", "encoding", id="mojibake-of-that-capital"),
    pytest.param("caf\u00c2\u0153", "\u00c2", "", "encoding", id="letter-that-a-misreading-added"),
    pytest.param("he said \u00e2\u20ac\u0153no", "\u00e2\u20ac\u0153", "\u201c", "encoding", id="mojibake-of-a-quote"),
    pytest.param("gr\u221a\u00fc\u00df", "\u221a\u00fc\u00df", "\u00fc", "encoding", id="mojibake-with-a-sharp-s"),
    pytest.param(
        "\u00ff\u00df\u0178\u00d1", "\u00ff\u00df\u0178\u00d1", "\u0627\u0644", "encoding", id="no-s-of-ascii"
    ),
    pytest.param("\u00c2\ufb02\u00d2", "\u00c2\ufb02\u00d2", "\u98d2", "encoding", id="no-ligature-of-ascii"),
    pytest.param(
        "\U0001f600".encode("utf-16-le", "surrogatepass").decode("utf-16-le"),
        "\U0001f600",
        "x",
        "encoding",
        id="letters-for-a-sign",
    ),
    pytest.param("caf&eacute; noir", "&eacute;", "\u00e9", "markup", id="entity-inside-a-word"),
    pytest.param("Smith &amp; Falk", "&amp;", "&", "markup", id="entity"),
    pytest.param("The mayor spoke.\nShare this\nRain fell.", "Share this\n", "", "residue", id="residue-line"),
    pytest.param("The mayor spoke.\nShare this", "\nShare this", "", "residue", id="last-residue-line"),
    pytest.param(
        "Boats leave. (AFP)\nBoats leave. (AFP)\n", "Boats leave. (AFP)\n", "", "repetition", id="second-copy"
    ),
    pytest.param("The mayor spoke. Read more", " Read more", "", "residue", id="residue-inside-a-line"),
]


@pytest.mark.parametrize(("text", "old", "new", "family"), KEPT)
def test_fixes_that_lose_no_word(text: str, old: str, new: str, family: str) -> None:
    assert lost_words(text, [Declared(edit_of(text, old, new), family, SAFE)]) == ""


LOST = [
    pytest.param(
        "Rain fell.\nMore", ".\nM", "", "whitespace", "'fell' would become 'fellore'", id="blanks-and-a-letter"
    ),
    pytest.param("a\u00a0bridge", "\u00a0", "", "invisible", "'a' would become 'abridge'", id="words-joined"),
    pytest.param("caf\u00e9-bar", "\u00e9-", "\u00e9", "encoding", "'caf", id="joined-behind-the-same-letter"),
    pytest.param("riverbank", "rb", "r b", "encoding", "'riverbank' would become 'river'", id="ascii-repaired"),
    pytest.param(
        "a caf\u00c3\u00a9 shut", "caf\u00c3\u00a9", "th\u00e9", "encoding", "'caf", id="repair-without-its-ascii"
    ),
    pytest.param(
        "a caf\u00c3\u00a9 shut",
        "caf\u00c3\u00a9",
        "",
        "encoding",
        "would become 'shut'",
        id="word-dropped-as-a-repair",
    ),
    pytest.param("the mayor spoke", "mayor", "major", "markup", "'mayor' would become 'major'", id="no-entity"),
    pytest.param("concatenate", "cat", "", "residue", "'concatenate' would become 'conenate'", id="inside-a-word"),
    pytest.param(
        "The mayor spoke. Read more", "oke. Read more", "", "residue", "'spoke' would become 'sp'", id="half-a-word"
    ),
    pytest.param(
        "The end.\nShare\nRain fell.", ".\nShare\n", "", "residue", "'end' would become 'endrain'", id="lines-joined"
    ),
]


@pytest.mark.parametrize(("text", "old", "new", "family", "message"), LOST)
def test_fixes_that_lose_a_word(text: str, old: str, new: str, family: str, message: str) -> None:
    assert message in lost_words(text, [Declared(edit_of(text, old, new), family, SAFE)])


def test_a_family_that_deletes_no_words_may_delete_none() -> None:
    text = "Boats leave. Boats leave."
    assert lost_words(text, [Declared(edit_of(text, "Boats leave. ", ""), "whitespace", SAFE)])


def test_an_unsafe_fix_may_do_what_it_wants_inside_its_span_only() -> None:
    text = "The mayor spoke. Rain fell on the town\nShare this\nMore"
    unsafe = Declared(edit_of(text, "Rain fell", "It poured"), "whitespace", UNSAFE)
    assert lost_words(text, [unsafe]) == ""
    bad = Declared(edit_of(text, "\nShare this\n", ""), "residue", SAFE)
    assert "'town' would become 'townmore'" in lost_words(text, [unsafe, bad])


def test_neighbouring_edits_are_looked_at_together() -> None:
    text = "Rain fell\u00e2\u20ac\u2122\nShare this\nMore"
    repair = Declared(edit_of(text, "\u00e2\u20ac\u2122", "\u2019"), "encoding", SAFE)
    deletion = Declared(edit_of(text, "\nShare this\n", ""), "residue", SAFE)
    assert lost_words(text, [repair]) == ""
    assert lost_words(text, [repair, deletion]) == ""
    letter = repair._replace(edit=repair.edit._replace(text="\u00e9"))
    assert lost_words(text, [letter, deletion])


CAPTION = "Boats leave the quay of Brevik, March 3. (AFP)\n"


def test_a_copy_is_deleted_only_where_another_one_stays() -> None:
    text = f"{CAPTION}12\n{CAPTION}Noon.\n"
    first, second = Span(0, len(CAPTION)), Span(len(CAPTION), 2 * len(CAPTION) + 3)
    copies = [Declared(Edit(span), "repetition", SAFE) for span in (first, second)]
    assert lost_words(text, copies[:1]) == ""
    assert lost_words(text, copies[1:]) == "", "the scrap between them goes along"
    assert "stands nowhere else" in lost_words(text, copies)
    assert lost_words(text, [copies[0]._replace(family="residue"), copies[1]]) == "", "residue is no copy"
    assert "stands nowhere else" in lost_words(f"{CAPTION}Noon.\n", copies[:1])


TEXTS = st.text(st.sampled_from("ab1 \n.\u00e9\u0301\u200b\u4e2d\u0628"), max_size=30)


@given(TEXTS, st.integers(0, 30), st.integers(0, 30), st.sampled_from(["", " ", "a", "\u200b"]))
def test_only_edits_of_the_same_words_pass_in_a_family_that_deletes_none(
    text: str, one: int, other: int, new: str
) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    same = words(text) == words(text[:start] + new + text[end:])
    lost = lost_words(text, [Declared(Edit(Span(start, end), new), "whitespace", SAFE)])
    assert same == (not lost)


@pytest.mark.parametrize("read", ["latin-1", "cp1252"])
@pytest.mark.parametrize(
    "meant", ["O p\u00e3o subiu.", "N\u00e3o", "A N\u00c3O sei.", "caf\u00e9", "ni\u00f1o", "\u00c0 tarde"]
)
def test_one_misread_letter_is_mended_without_the_loss_of_a_word(meant: str, read: str) -> None:
    text = meant.encode().decode(read)
    (finding,) = Mojibake().check(Document(DocumentRef("a.txt"), text, segment(text)))
    assert finding.fix is not None
    (edit,) = finding.fix.edits
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == meant
    assert lost_words(text, [Declared(edit, "encoding", Safety.SAFE)]) == ""
