"""What holds for every text: fixed twice is fixed once, no safe fix loses a word, and all fixes come to an end."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint import Document, DocumentRef, DocumentRule
from newslint.engine import Checker
from newslint.fixing.passes import Fixed, Fixer, Policy
from newslint.fixing.words import words
from newslint.packs import load_rules
from newslint.reading import ReadingOptions, document_of
from newslint.reading.segment import segment

LINES = [
    *("Storm reaches the coast", "TT", "20", "Share this", "Read more", "Advertisement", "&nbsp;", "شارك", "TT 20"),
    *("Rain fell on the town on Monday.", "A boat leaves the quay of Brevik, March 3. (NordPress/AFP)", "Tweet"),
    *("By Ada Brenner", "Subscribe to our newsletter", "Photo: Ada Brenner / AFP", "10:30", "Comments"),
]
HIDDEN = ["\xa0", "\u200b", "\u200d", "\xad", "\ufeff", "\u202e", "\u202c", "\u2028", "\x85", "\x93", "\x1c", "\v"]
BLANKS = ["\r\n", "\r", "\n", "\n\n", " ", "  ", "\t", "\u3000"]
MARKUP = ["<", ">", "&", ";", "#", "x26;", "&amp;", "&lt;", "&eacute;", "&#127;"]
MISREAD = [
    *("Ã¼", "Ã©", "â€œ", "â€\x9d", "â€™", "Ã\xa0", "Â ", "Â", "ï»¿", "ï¿½"),
    *("Ð¿Ñ", "Ø§Ù", "ã€", "‚", "š", "œ", "Ÿ", "\x81"),
]
LETTERS = [
    "é",
    "e\u0301",
    "ﬁ",
    "¬",
    "à",
    "ﺍﻟ",
    "ی",
    "ي",
    "日本",
    "Ａ",
    "a",
    "B",
    "1",
    "?",
    "'",
    "’",
    '"',
    ".",
    "\ufffd",
]
OTHER_SCRIPTS = [
    *("رئيس البلدية يعلن افتتاح الجسر", "(رويترز)", "می\u200cشود", "ي\u0643", "شارك", "ﻣﺤﻤﺪ", "ﷲ", "\u202bعربي\u202c"),
    *("प्रधानमंत्री ने कहा कि पुल खुलेगा।", "शेयर करें", "क्\u200dष", "क़", "한국", "\u1112\u1161\u11ab"),
    *("市长周二表示，大桥将于三月开放。", "（新华社）", "分享", "İSTANBUL (AA)", "Paylaş", "Yorumlar (0)"),
    *("Read more: http://courier.example/x#ixzz3JdL86Qgn", "&amp;lt;script&amp;gt;", "1\u00a0000", "\u2029", "\f"),
]
PIECES = [*LINES, *HIDDEN, *BLANKS, *MARKUP, *MISREAD, *LETTERS]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)
SPACED = st.lists(st.sampled_from(PIECES), max_size=12).map("\n".join)
ENDS = st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", "\u2028", "\x85", "\v", "\f", "  \n", " "])
MIXED = st.lists(st.tuples(st.sampled_from([*OTHER_SCRIPTS, *LINES]), ENDS), max_size=14).map(
    lambda parts: "".join(map("".join, parts))
)
BATCHES = st.lists(MIXED | TEXTS | SPACED, min_size=1, max_size=24)
REWRITING = {"mojibake", "html-entity", "lone-surrogate", "c1-control"}
"""Rules whose fixes may write words in other letters."""
LAWS = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@cache
def checker() -> Checker:
    return Checker([rule for rule in load_rules().values() if isinstance(rule, DocumentRule)])


def read(texts: list[str]) -> list[Document]:
    return [
        document_of(DocumentRef(f"{number}.txt"), text.encode(), ReadingOptions()) for number, text in enumerate(texts)
    ]


def fix(documents: list[Document], *, unsafe: bool) -> list[Fixed]:
    outcome = Fixer(checker(), Policy(unsafe=unsafe)).fix(documents)
    assert not outcome.crashed
    assert [fixed.bug for fixed in outcome.fixed if fixed.bug] == []
    return outcome.fixed


def rewritten(fixed: Fixed) -> str:
    assert fixed.document.origin is not None
    return fixed.document.origin.rewrite(fixed.document, fixed.edits).decode()


@LAWS
@given(BATCHES, st.booleans())
def test_fixed_twice_is_fixed_once(texts: list[str], unsafe: bool) -> None:
    done = [fixed for fixed in fix(read(texts), unsafe=unsafe) if fixed.edits]
    assert fix(read([rewritten(fixed) for fixed in done]), unsafe=unsafe) == []


@LAWS
@given(BATCHES)
def test_safe_fixes_invent_no_words(texts: list[str]) -> None:
    """What stands in the fixed text stood in the old one, but for what was written in other letters."""
    for fixed in fix(read(texts), unsafe=False):
        if not REWRITING & fixed.counts.keys():
            assert Counter(words(fixed.text)) <= Counter(words(fixed.document.text))


def neighbours(text: str) -> Counter[tuple[str, str]]:
    """Words that stand beside each other in a line, whatever ends it."""
    found: Counter[tuple[str, str]] = Counter()
    for line in text.splitlines():
        found.update(pairwise(words(line)))
    return found


@LAWS
@given(BATCHES)
def test_safe_fixes_put_no_words_lines_or_articles_together(texts: list[str]) -> None:
    for fixed in fix(read(texts), unsafe=False):
        if not (REWRITING | {"appended-attribution"}) & fixed.counts.keys():  # the latter stands inside of lines
            assert neighbours(fixed.text) <= neighbours(fixed.document.text)
        if fixed.text.strip():
            assert len(segment(fixed.text)) == len(fixed.document.articles)


STORY = "Nobody was hurt, but the ferries stayed in port until noon, and two barges were lost, the mayor said.\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Storm reaches the coast and shuts the harbour\n\n" * 400 + STORY, id="headline"),
        pytest.param(
            "The mayor said the bridge would open in March, three years late.\n\n" * 400 + STORY, id="paragraph"
        ),
        pytest.param("Storm reaches the coast\nA boat leaves Brevik, March 3. (AFP)\n" * 200, id="head-block"),
        pytest.param("A boat leaves the quay of Brevik, March 3. (NordPress/AFP)\n" * 400, id="caption"),
        pytest.param("TT\n20\nShare this\n" * 200, id="residue"),
        pytest.param("&amp;" + "amp;" * 400, id="entity-encoded-over-and-over"),
        pytest.param("a" + "\u0316" * 400 + "\u0301  \n", id="marks"),
    ],
)
@pytest.mark.parametrize("unsafe", [False, True])
def test_texts_made_to_be_mended_over_and_over_are_mended_in_a_few_passes(text: str, unsafe: bool) -> None:
    (done,) = fix(read([text]), unsafe=unsafe)
    assert fix(read([rewritten(done)]), unsafe=unsafe) == []
