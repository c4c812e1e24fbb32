"""The condition that a rule states loses nothing: where it does not hold, the rule has no finding."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint import (
    Document,
    DocumentRef,
    DocumentRule,
    Metadata,
    packs,
    rare_characters,
    scan,  # noqa: F401 -- with it, many strings are looked for at once
)
from newslint.engine import Checker, scanning
from newslint.reading.segment import segment
from newslint_rules.encoding import misread, suspects
from newslint_rules.invisible import nbsp
from newslint_rules.structure import glued_sentences
from newslint_rules.wire import caption_glued
from newslint_rules.wire.caption_glued import CaptionGlued

RULES = {name: rule for name, rule in packs.load_rules().items() if isinstance(rule, DocumentRule)}
CHECKERS = {name: Checker([rule]) for name, rule in RULES.items()}  # made once: what they search with takes long

PIECES = st.sampled_from(
    [
        *"aZзكि中é?!.,:;'\"()<>&#[]|/-–—“”„«»…20 \t\n\r",
        *"\u00a0\u3000\u00ad\u200b\u200c\u200d\u200e\u202a\u202c\u202e\u2066\u2069\ufeff\ufffd\x1c\x7f\x85\x93\u2028",
        *"Ã©â€™Å\x9fÄ±طظ§„þýðşŞ鈥锟斤拷\u0301\ufb01\ufedf\uff21\ud83d\udcc0\U0001f468",
        "The council voted. ",
        "It s not the party s fault",
        "Reuters",
        "TT",
        "\n\n\n\n",
        "\r\n",
        *(
            "Photo:",
            "Fotoğraf :",
            "(Reuters).",
            "Rex   ",
            "fotos ：",
            "पीटीआई",
            "记者",
            "摄",
            "Image/AP",
            "Featured Image",
        ),
        *(
            "With files from AP",
            "Editing by Ola Berg",
            "■",
            " the",
            "हुई।नई",
            "ط§ظ„ط´ط±ظ‚",
            "The ferry",
            "ferry sailsNight",
            "null",
            " | ",
        ),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["", "en", "tr", "fa", "is"]))
@pytest.mark.parametrize("at_once", [1 << 40, 0])
def test_the_condition_of_a_rule_loses_nothing(at_once: int, text: str, language: str) -> None:
    """Neither where strings are looked for one by one, nor where all of them are, and joints with them."""
    document = Document(DocumentRef("example.txt"), text, segment(text), Metadata(language=language))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(scanning, "_AT_ONCE", at_once)
        for name, rule in RULES.items():
            direct = sorted((finding.location.span, finding.message) for finding in rule.check(document))
            findings = CHECKERS[name].check([document]).findings
            engine = sorted((finding.location.span, finding.message) for finding in findings)
            assert direct == engine, name


JOINTS = st.sampled_from(
    [
        *" .,)/:\n",
        "the harbour",
        "Featured Image",
        "Photo credit",
        "Photo: ",
        "Images:",
        "Screenshot via",
        "Ola Berg / Reuters",
        "Image copyright",
        "View gallery",
        "Media caption",
        "(AP Photo/Ola Berg)",
        "(Reuters)",
        "Getty Images",
        "The ferry sails",
    ]
)


@given(st.lists(JOINTS, max_size=9).map("".join))
def test_what_is_told_of_a_whole_text_loses_no_glued_caption(text: str) -> None:
    document = Document(DocumentRef("example.txt"), text, segment(text))
    found = list(CaptionGlued().check(document))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(caption_glued, "_may_hold", lambda _: True)
        assert list(CaptionGlued().check(document)) == found


@given(st.lists(st.sampled_from([*"aä \n\u00a0\u202f", "word"]), max_size=12).map("".join))
def test_runs_of_blanks_are_found_from_their_nbsp(text: str) -> None:
    runs = [match.span() for match in nbsp._BLANKS.finditer(text) if "\u00a0" in match[0]]
    assert [match.span() for match in nbsp._double(text)] == runs


@pytest.mark.parametrize(("letters", "pattern"), glued_sentences._OTHER_SCRIPTS)
@given(data=st.data())
def test_a_seam_of_another_script_holds_one_of_its_letters(
    data: st.DataObject, letters: frozenset[str], pattern: re.Pattern[str]
) -> None:
    alphabet = [*sorted(letters), *"a.!?।؟\u0900\u0903\u0963\u0970\u064b\u0670\u06d3"]
    for match in pattern.finditer(data.draw(st.text(alphabet, max_size=30))):
        assert match.string[match.end()] in letters


@given(st.text(alphabet=[*"aœ\x80\xa0\xff–€é\u0100ع"], max_size=12))
def test_four_halves_in_a_row_are_counted(text: str) -> None:
    if misread._HALF_RUN.search(text):
        assert misread._may_hold_run(text, rare_characters(text))


@given(
    st.lists(st.sampled_from([*"éà²Ã\xa0œ€™â\x93Î…Â»—?中\ud800", "?? a", "– word, ", "word " * 90]), max_size=30).map(
        "".join
    )
)
def test_what_is_suspect_is_told_as_by_a_search(text: str) -> None:
    for whole in (text, text * 13):
        assert suspects.is_suspect(whole, rare_characters(whole)) == bool(suspects.SUSPECT.search(whole))


OPENERS = (
    *("After", "Although", "And", "Another", "According", "As", "Aber", "Auf", "But", "Before", "Because", "Despite"),
    *("During", "Der", "Die", "Das", "Eine", "For", "How", "However", "Her", "If", "Not", "Nach", "She", "Since"),
    *(
        "The",
        "These",
        "There",
        "They",
        "This",
        "Those",
        "Und",
        "What",
        "When",
        "While",
        "Why",
        "Who",
        "We",
        "Wir",
        "Wenn",
    ),
)


@pytest.mark.parametrize("word", [*OPENERS, "In the"])
def test_a_word_that_is_glued_to_another_is_looked_for(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning, "_AT_ONCE", 0)
    text = f"The harbour{word} ferry"
    findings = CHECKERS["glued-sentences"].check([Document(DocumentRef("example.txt"), text, segment(text))]).findings
    assert [finding.location.span for finding in findings] == [(10, 11)]


@pytest.mark.parametrize("name", RULES)
def test_an_empty_text_is_no_trouble(name: str) -> None:
    document = Document(DocumentRef("example.txt"), "")
    assert {finding.rule for finding in RULES[name].check(document)} <= {"empty-document"}
