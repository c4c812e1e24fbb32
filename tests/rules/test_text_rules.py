"""What the pages of the rules for characters, lines and structure cannot show."""

import pytest

from newslint import Document, DocumentRef, DocumentRule, Metadata, Severity, packs
from newslint.reading import ReadingOptions, document_of
from newslint.reading.segment import segment

RULES = packs.load_rules()


def found(name: str, text: str, language: str = "", record: int | None = None) -> list[tuple[str, str]]:
    """Message and marked text of each finding."""
    rule = RULES[name]
    assert isinstance(rule, DocumentRule)
    document = Document(DocumentRef("example.txt", record), text, segment(text), Metadata(language=language))
    spans = ((finding.message, finding.location.span) for finding in rule.check(document))
    return [(message, text[span.start : span.end]) for message, span in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("in time \n", "line ends in space", id="space"),
        pytest.param("in time\u00a0\r\n", "line ends in NBSP (U+00A0)", id="nbsp-before-crlf"),
        pytest.param("in time\u00a0 \n", "line ends in NBSP (U+00A0) and space", id="two-sorts"),
        pytest.param("in time\u2003\n", "line ends in blank (U+2003)", id="other-blank"),
        pytest.param("in time\n \n", "blank line holds space", id="blank-line"),
        pytest.param("in time\t", "line ends in tab", id="end-of-text"),
    ],
)
def test_trailing_whitespace_is_named(text: str, expected: str) -> None:
    assert [message for message, _ in found("trailing-whitespace", text)] == [expected]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        pytest.param("trailing-whitespace", "in time \n", Severity.INFO, id="space"),
        pytest.param("trailing-whitespace", "in time\t", Severity.INFO, id="tab"),
        pytest.param("trailing-whitespace", "in time\u00a0 \n", Severity.WARNING, id="nbsp-before-space"),
        pytest.param("trailing-whitespace", "in time\n\u3000\n", Severity.WARNING, id="line-of-ideographic-space"),
        pytest.param("soft-hyphen", "Not\u00adfall\u00addaten", Severity.INFO, id="hints-in-a-word"),
        pytest.param("soft-hyphen", "Nord-\u00adS\u00fcd-Tunnel", Severity.INFO, id="hint-behind-a-hyphen"),
        pytest.param("soft-hyphen", "Not\u00ad\u00adfall", Severity.WARNING, id="two-in-a-row"),
        pytest.param("soft-hyphen", "zur \u00adNot", Severity.WARNING, id="behind-a-blank"),
        pytest.param("soft-hyphen", "Not\u00adfall zur \u00adNot", Severity.WARNING, id="one-of-two"),
        pytest.param("soft-hyphen", "为什么\u00ad那些", Severity.WARNING, id="in-chinese"),
        pytest.param("soft-hyphen", "Not\u00ad\nfall", Severity.WARNING, id="line-end"),
        pytest.param("html-entity", "the caf&#233; and Smith &amp; Falk", Severity.INFO, id="two-references"),
        pytest.param(
            "html-entity", "the caf&#233;, the caf&#233;, the caf&#233;", Severity.ERROR, id="three-references"
        ),
        pytest.param("html-entity", "Smith &amp;amp; Falk", Severity.ERROR, id="encoded-twice"),
        pytest.param("html-entity", "the end&#33;&#33;", Severity.ERROR, id="in-a-row"),
        pytest.param("html-entity", "the&nbsp;end", Severity.ERROR, id="blank"),
        pytest.param("html-entity", "the end&#3;", Severity.ERROR, id="control"),
        pytest.param("html-entity", "the end &#55357;", Severity.ERROR, id="half-of-a-character"),
    ],
)
def test_what_edited_text_has_as_well_is_info(name: str, text: str, expected: Severity) -> None:
    rule = RULES[name]
    assert isinstance(rule, DocumentRule)
    document = Document(DocumentRef("example.txt"), text, segment(text))
    assert {finding.severity for finding in rule.check(document)} == {expected}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(" " * 300_000 + "x", id="spaces-in-front"),
        pytest.param(("x" + " " * 50) * 20_000, id="many-runs"),
        pytest.param(" \n" * 10_000, id="blank-lines"),
        pytest.param("\r\n" * 50_000, id="line-ends"),
        pytest.param("e\u0301" * 10_000, id="accents"),
        pytest.param("e" + "\u0301" * 100_000, id="one-letter-many-accents"),
        pytest.param("\u202e" * 10_000, id="overrides"),
        pytest.param("a?a" * 10_000, id="question-marks"),
        pytest.param("Ab.Ab" * 6_000, id="glued"),
        pytest.param("â€™ " * 20_000, id="mojibake"),
        pytest.param("ÇáÔ " * 50_000, id="code-page"),
        pytest.param("\u200c" * 200_000, id="zero-width"),
        pytest.param("Pу" * 100_000, id="two-scripts"),
        pytest.param("\ufefb " * 100_000, id="presentation-forms"),
        pytest.param("\x93" * 20_000, id="c1"),
    ],
)
def test_long_odd_texts_end(text: str) -> None:
    """Each of these would take minutes in quadratic time; the test has no clock, it only has to come back."""
    document = Document(DocumentRef("example.txt"), text, segment(text))
    for rule in RULES.values():
        if isinstance(rule, DocumentRule) and rule.family in ("encoding", "invisible", "whitespace", "structure"):
            list(rule.check(document))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("the \u202aNordwell\u202c firm قال", [], id="closed-embedding"),
        pytest.param("\u2067قال\u2069 he said", [], id="closed-isolate"),
        pytest.param("\u2067قال \u202aNord\u202c\u2069", [], id="nested"),
        pytest.param("\u2067قال\nhe said\u2069", ["\u2067", "\u2069"], id="closed-in-another-line"),
        pytest.param("\u202a\u2066x\u202c", ["\u202c", "\u202a", "\u2066"], id="crossed"),
        pytest.param("قال \u200fNordwell\u200e 3.2", [], id="marks-in-arabic"),
    ],
)
def test_bidi_controls_pair_within_a_line(text: str, expected: list[str]) -> None:
    assert [marked for _, marked in found("bidi-control", text)] == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("نیم‌فاصله در می‌شود", 0, id="persian"),
        pytest.param("۲۰‌ساله و CD‌ها", 0, id="persian-figures-and-latin"),
        pytest.param("ಬ್ಯಾಂಕ್\u200c ಹೋದ", 0, id="kannada-word-end"),
        pytest.param("🏳️\u200d🌈 👩🏽\u200d🦱", 0, id="emoji"),
        pytest.param("a\u200bb", 1, id="latin"),
        pytest.param("可\u200b能", 1, id="chinese"),
        pytest.param("می\u200c\u200cشود", 1, id="doubled"),
        pytest.param("\u200dA", 1, id="joiner-without-emoji"),
    ],
)
def test_zero_width(text: str, count: int) -> None:
    assert len(found("zero-width", text)) == count


def test_a_record_needs_no_final_newline() -> None:
    assert found("missing-final-newline", "The end.", record=3) == []
    assert found("missing-final-newline", "The end.") == [("no newline at the end of the file", "")]


def test_an_empty_file_lacks_no_line_end() -> None:
    assert found("missing-final-newline", "") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The end.", "\n", id="one-line"),
        pytest.param("One.\rThe end.", "\r", id="cr"),
        pytest.param("One.\rTwo.\nThe end.", "\n", id="cr-and-lf"),
        pytest.param("One.\rTwo.\r\nThe end.", "\r\n", id="cr-and-crlf"),
    ],
)
def test_the_added_line_end_is_one_that_the_file_has(text: str, expected: str) -> None:
    rule = RULES["missing-final-newline"]
    assert isinstance(rule, DocumentRule)
    (finding,) = rule.check(Document(DocumentRef("example.txt"), text))
    assert finding.fix
    assert [edit.text for edit in finding.fix.edits] == [expected]


def test_not_utf8_names_the_first_byte_and_counts_the_others() -> None:
    rule = RULES["not-utf8"]
    assert isinstance(rule, DocumentRule)
    data = "Städte und Brücken über den Flüssen\n".encode("cp1252")
    (finding,) = rule.check(document_of(DocumentRef("a.txt"), data, ReadingOptions()))
    assert finding.message.startswith("4 bytes cannot be decoded as UTF-8")
    assert finding.data["byte"] == 0xE4
    assert finding.location.span == (2, 3)


def test_the_decoded_file_is_silent() -> None:
    rule = RULES["not-utf8"]
    assert isinstance(rule, DocumentRule)
    data = "Städte und Brücken über den Flüssen\n".encode("cp1252")
    assert list(rule.check(document_of(DocumentRef("a.txt"), data, ReadingOptions(encoding="cp1252")))) == []


def test_the_record_s_language_decides() -> None:
    text = "Bæði þeir og aðrir, çap"
    assert found("mojibake", text, language="is") == []
    assert found("persian-arabic-letters", "گل ي", language="ar") == []
    assert found("persian-arabic-letters", "گل ي", language="fa") != []
