"""The condition that a rule states loses nothing: where it does not hold, the rule has no finding."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint import Document, DocumentRef, DocumentRule, Metadata, packs
from newslint.engine import check_documents
from newslint.reading.segment import segment

RULES = {name: rule for name, rule in packs.load_rules().items() if isinstance(rule, DocumentRule)}

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
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["", "en", "tr", "fa", "is"]))
def test_the_condition_of_a_rule_loses_nothing(text: str, language: str) -> None:
    document = Document(DocumentRef("example.txt"), text, segment(text), Metadata(language=language))
    for name, rule in RULES.items():
        direct = sorted((finding.location.span, finding.message) for finding in rule.check(document))
        engine = sorted((finding.location.span, finding.message) for finding in check_documents([document], [rule]))
        assert direct == engine, name


@pytest.mark.parametrize("name", RULES)
def test_an_empty_text_is_no_trouble(name: str) -> None:
    document = Document(DocumentRef("example.txt"), "")
    assert {finding.rule for finding in RULES[name].check(document)} <= {"empty-document"}
