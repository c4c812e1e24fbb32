"""What the pages of the markup rules cannot show: laws, borders and long input."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint import Document, DocumentRef, DocumentRule, Finding, Safety, packs
from newslint.engine import check_documents
from newslint.reading.segment import segment
from newslint_rules.markup.code import extent, is_code
from newslint_rules.markup.entities import REFERENCES, decoded

RULES = {name: rule for name, rule in packs.load_rules().items() if rule.family == "markup"}


def document(text: str) -> Document:
    return Document(DocumentRef("example.txt"), text, segment(text))


def found(name: str, text: str) -> list[Finding]:
    rule = RULES[name]
    assert isinstance(rule, DocumentRule)
    return sorted(rule.check(document(text)), key=lambda finding: finding.location.span)


def marked(name: str, text: str) -> list[str]:
    spans = (finding.location.span for finding in found(name, text))
    return [text[span.start : span.end] for span in spans]


def fixed(name: str, text: str, *safeties: Safety) -> str:
    """The text with the fixes of these safeties, from the last to the first."""
    for finding in reversed(found(name, text)):
        if finding.fix and finding.fix.safety in safeties:
            for (start, end), new in reversed(finding.fix.edits):
                text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("AT&T and R&D; at Q&A;", "AT&T and R&D; at Q&A;", id="signs in prose"),
        pytest.param("a&b=1&copy=2", "a&b=1&copy=2", id="no semicolon"),
        pytest.param("B&pm; and X&in;", "B&pm; and X&in;", id="two letters that only HTML 5 knows"),
        pytest.param("&#xZZ; &#; &;", "&#xZZ; &#; &;", id="no number"),
        pytest.param("&#99999999999;", "&#99999999999;", id="too long for a number"),
        pytest.param("&eacute;t&eacute;", "été", id="twice in a word"),
        pytest.param("&amp;amp;amp;amp;amp;nbsp;", "\u00a0", id="five levels"),
        pytest.param("&amp;#233;", "é", id="a number behind an ampersand"),
        pytest.param("&#38;#38;#233;", "é", id="ampersands as numbers"),
        pytest.param("&amp;&#35;233;", "é", id="each part escaped"),
        pytest.param("&#38;l&#116;;", "<", id="a reference that only decoding makes"),
        pytest.param("&#128;&#150;", "€–", id="numbers of Windows-1252"),
        pytest.param("&#3;&#127;", "", id="controls mean nothing"),
        pytest.param("&#55357;&#56834;", "😂", id="a surrogate pair"),
        pytest.param("&#55357;!", "\ud83d!", id="half a pair stays half"),
        pytest.param("&gbreve;&scedil;&imath;", "ğşı", id="Turkish names"),
    ],
)
def test_references_are_decoded_to_the_end(text: str, expected: str) -> None:
    assert decoded(text) == expected


@pytest.mark.parametrize("text", ["&amp;" + "amp;" * 50_000, "&" * 100_000, "&a" * 50_000, "&#" * 50_000])
def test_long_runs_of_references_are_read_once(text: str) -> None:
    assert len(found("html-entity", text)) <= 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("the &lt;script&gt; tag", id="in one word"),
        pytest.param("a &lt;b", id="a letter follows"),
        pytest.param("a &amp;lt;/b&amp;gt; c", id="escaped twice"),
        pytest.param("<b&gt; c", id="the second half of a tag"),
        pytest.param("half a pair: &#55357; and &#xFFFD;", id="lost already"),
        pytest.param("&am&#112;;", id="with its neighbours it would be another reference"),
    ],
)
def test_no_fix_where_decoding_does_harm(text: str) -> None:
    assert found("html-entity", text)
    assert fixed("html-entity", text, Safety.SAFE, Safety.UNSAFE) == text


@pytest.mark.parametrize(
    ("text", "decoded_text"),
    [
        pytest.param("5 &lt; 6", "5 < 6", id="half a tag"),
        pytest.param("The boat &#x202e;123 sails", "The boat \u202e123 sails", id="turns the direction"),
    ],
)
def test_what_could_steer_a_page_or_a_line_is_decoded_only_when_asked_for(text: str, decoded_text: str) -> None:
    assert fixed("html-entity", text, Safety.SAFE) == text
    assert fixed("html-entity", text, Safety.SAFE, Safety.UNSAFE) == decoded_text


ENTITY_PIECES = st.sampled_from(
    [*"<>&;#/ab \n", "&amp;", "amp;", "&lt;", "lt;", "&gt;", "&#60;", "&#38;", "&#x3e;", "é"]
)


@given(st.lists(ENTITY_PIECES, max_size=20).map("".join))
def test_a_safe_fix_makes_no_angle_bracket_and_leaves_nothing_to_fix(text: str) -> None:
    once = fixed("html-entity", text, Safety.SAFE)
    assert once.count("<") == text.count("<")
    assert once.count(">") == text.count(">")
    assert fixed("html-entity", once, Safety.SAFE) == once


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("<3 and a <b and c> d", [], id="a heart and a comparison"),
        pytest.param("<path> <TT> <S> <Nordic Steel Corp>", [], id="words and signs"),
        pytest.param('the "<blink>" tag and the <b> element', [], id="spoken of"),
        pytest.param("x<p", [], id="never closed"),
        pytest.param("<b>bold</b>", ["<b>bold</b>"], id="a pair"),
        pytest.param("<TT>old</TT>", ["<TT>old</TT>"], id="in capitals, with its end"),
        pytest.param(
            "<script async src=x.js></script>", ["<script async src=x.js></script>"], id="a flag and no quotes"
        ),
        pytest.param("<a href=”x”>y</a>", ["<a href=”x”>y</a>"], id="typographic quotes"),
        pytest.param("<td nowrap>1 <br/>2", ["<td nowrap>1 <br/>"], id="closed in itself"),
        pytest.param("<!-- a\n<!-- b -->", ["<!-- b -->"], id="a comment ends on its line"),
        pytest.param("<!DOCTYPE html>", ["<!DOCTYPE html>"], id="document type"),
    ],
)
def test_tags_are_told_from_words(text: str, expected: list[str]) -> None:
    assert marked("html-tag", text) == expected


@pytest.mark.parametrize(
    "text", ["<a" * 20_000, "<a " + "b=" * 50_000, "<a" + " " * 50_000, "<!--" * 20_000, "<a " + 'x="y" ' * 20_000]
)
def test_long_runs_of_halves_of_tags_are_no_trouble(text: str) -> None:
    assert found("html-tag", text) == []


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("The function (of the court) is to decide; var. legal writers disagree.", id="the words in prose"),
        pytest.param("Members of the committee(s);", id="a plural in brackets"),
        pytest.param("He wrote “font-size: 12px” on the board;", id="a property in prose"),
        pytest.param("@media_watch wrote: {we won}", id="a handle and braces"),
        pytest.param("john_smith and anna_lind met in 2011 and 2012", id="names with underscores"),
        pytest.param("result = 3 - 2", id="an equation"),
        pytest.param("E = mc^2 [1]", id="a formula"),
    ],
)
def test_prose_is_no_code(line: str) -> None:
    assert not is_code(line)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(".story p{margin-bottom:30px}", id="a style rule"),
        pytest.param("@media only screen and (min-width : 500px) {.x { display: none; }}", id="a media rule"),
        pytest.param("})();", id="the end of a function"),
        pytest.param("var page_id = '24';", id="a variable"),
        pytest.param("player.start();", id="a call"),
        pytest.param("createBox('left');", id="a call with a text"),
        pytest.param("loadPlayer({", id="a call that goes on"),
        pytest.param("VIDEOS['first'] = [{", id="an object begins"),
        pytest.param('var s = document.createElement("script")', id="no semicolon"),
        pytest.param("if (window.page) { start(page); }", id="a condition"),
        pytest.param("window._box = window._box || [];", id="an assignment"),
        pytest.param("// <![CDATA[", id="a section of characters"),
        pytest.param("startplayer_one divplayer8162 8162 1 jpg", id="flattened"),
    ],
)
def test_syntax_is_code(line: str) -> None:
    assert is_code(line)


def test_the_extent_of_code_leaves_the_prose_around_it() -> None:
    code = "(function(d, s) { d.write('x'); }(document, 'script'));"
    line = f"The mayor cut the ribbon.{code}Crowds cheered on both banks."
    assert line[slice(*extent(line))] == code


@pytest.mark.parametrize(
    "line",
    ["{" * 50_000, "{color" * 20_000, "function(" * 20_000, "a.b" * 30_000 + "=", "a_b1 " * 20_000, "a('" * 30_000],
)
def test_long_runs_of_halves_of_code_are_no_trouble(line: str) -> None:
    assert found("script-or-style", line) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('["We will stay," it said, "till spring."]', [], id="a quotation in brackets"),
        pytest.param("[1, 2, 3]", [], id="numbers"),
        pytest.param("Casualties: None", [], id="a word for nothing"),
        pytest.param(r"C:\news\today and one slip\'s enough", [], id="a path and one escape"),
        pytest.param("content: []", ["content: []"], id="an empty list"),
        pytest.param("['a', \"b\"]", ["['a', \"b\"]"], id="both quotes"),
        pytest.param("[u'a', u'b']", ["[u'a', u'b']"], id="of Python 2"),
        pytest.param('[{"a": 1}, {"a": 2}]', ['[{"a": 1}, {"a": 2}]'], id="a list of objects"),
    ],
)
def test_literals_are_told_from_brackets(text: str, expected: list[str]) -> None:
    assert marked("serialised-literal", text) == expected


@pytest.mark.parametrize("text", ["content: ['" + "[" * 5_000 + "']", "x: ['" + "(" * 100 + "]", "['a', " * 300 + "']"])
def test_a_literal_that_cannot_be_read_has_no_fix(text: str) -> None:
    assert all(finding.fix is None or finding.fix.edits for finding in found("serialised-literal", text))


CODE_PIECES = st.sampled_from(
    [
        *"{}[]()<>=_;:'\"\\|*#`& \n", "function", "document.", ".innerHTML", "@media x", "('a');", "();", "var a =",
        "content: [", "'a', 'b'", "](", "**", "{{x}}", "== a ==", "&amp;", "<b>", "</b>", "\ue5cc", "\U000f0141", "jpg",
        "a_b1", "\\n", "\\u0627", "The council voted.", "x" * 160,
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(CODE_PIECES, max_size=12).map("".join))
def test_the_condition_of_a_rule_loses_nothing(text: str) -> None:
    for name, rule in RULES.items():
        engine = sorted(finding.location.span for finding in check_documents([document(text)], [rule]))
        assert [finding.location.span for finding in found(name, text)] == engine, name


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("&#163;1 million", "&#163;", id="a-figure-behind"),
        pytest.param("&eacute;t&eacute; 1", "&eacute;t&eacute;", id="letters-between"),
        pytest.param("R&amp;D &amp", "&amp;", id="a-half-behind"),
    ],
)
def test_a_run_of_references_ends_with_the_last(text: str, found: str) -> None:
    """Not so for a possessive group up to Python 3.11.4: that keeps what its last, failed repetition had matched."""
    match = REFERENCES.search(text)
    assert match
    assert match[0] == found
