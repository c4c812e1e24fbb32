"""Rule pages: marks, escapes, corpora, options and fixed texts are read as the format says."""

import pytest

from newslint import Span
from newslint.pages import PageError, parse_page

HEAD = "# some-rule\n\nOne sentence.\n\n## What it finds\n\nThings.\n\n## Examples\n\n"


def fence(text: str, info: str = "text") -> str:
    return f"```{info}\n{text}```\n"


def test_a_page_has_title_summary_and_sections() -> None:
    page = parse_page(HEAD + fence("Quiet.\n"), "page.md")
    assert (page.title, page.summary) == ("some-rule", "One sentence.")
    assert list(page.sections) == ["What it finds", "Examples"]
    assert page.sections["What it finds"] == "Things."


@pytest.mark.parametrize(
    ("text", "expected", "spans"),
    [
        pytest.param("no finding\n", "no finding\n", [], id="silent"),
        pytest.param("a ⟦bad⟧ word ⟦here⟧\n", "a bad word here\n", [(2, 5), (11, 15)], id="two-spans"),
        pytest.param("⟦one ⟦two⟧⟧\n", "one two\n", [(0, 7), (4, 7)], id="nested"),
        pytest.param("end⟦⟧\n", "end\n", [(3, 3)], id="empty-span"),
    ],
)
def test_marks_become_spans(text: str, expected: str, spans: list[tuple[int, int]]) -> None:
    (example,) = parse_page(HEAD + fence(text), "page.md").examples
    assert example.files[0].text == expected
    assert example.files[0].expected == tuple(Span(*span) for span in spans)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        pytest.param(r"a\u00a0b", "a\u00a0b", id="code-point"),
        pytest.param(r"\U0001f3f4", "\U0001f3f4", id="wide-code-point"),
        pytest.param(r"\x1b\r\t\\n", "\x1b\r\t\\n", id="controls-and-backslash"),
        pytest.param(r"caf\xe9", "caf\udce9", id="raw-byte"),
    ],
)
def test_escapes(written: str, text: str) -> None:
    (example,) = parse_page(HEAD + fence(f"{written}\\\n", "text escapes"), "page.md").examples
    assert example.files[0].text == text


def test_without_the_word_a_backslash_is_a_backslash() -> None:
    (example,) = parse_page(HEAD + fence("C:\\new\n"), "page.md").examples
    assert example.files[0].text == "C:\\new\n"


def test_files_that_follow_each_other_are_one_corpus() -> None:
    text = (
        fence("one\n", "text file=a.txt") + "\n" + fence("⟦two⟧\n", "text file=b.txt") + "\nAlone:\n\n" + fence("x\n")
    )
    corpus, alone = parse_page(HEAD + text, "page.md").examples
    assert [file.name for file in corpus.files] == ["a.txt", "b.txt"]
    assert corpus.flagged
    assert not alone.flagged


def test_words_between_two_files_part_them() -> None:
    text = fence("one\n", "text file=a.txt") + "\nand\n\n" + fence("two\n", "text file=b.txt")
    assert len(parse_page(HEAD + text, "page.md").examples) == 2


def test_options_and_the_fixed_text() -> None:
    text = fence("⟦a⟧\n", "text lines=2") + fence("b\n", "fixed")
    (example,) = parse_page(HEAD + text, "page.md").examples
    assert example.options == {"lines": "2"}
    assert example.files[0].fixed == "b\n"


@pytest.mark.parametrize(
    ("page", "message"),
    [
        pytest.param("Some words.\n", "page.md: line 1: a page begins with", id="no-title"),
        pytest.param(HEAD + fence("a⟧\n"), "page.md: line 11: ⟧ without ⟦", id="closing-mark-only"),
        pytest.param(HEAD + fence("⟦a\n"), "page.md: line 11: ⟦ without ⟧", id="opening-mark-only"),
        pytest.param(HEAD + fence("\\q\n", "text escapes"), r"nobody knows the escape \\q", id="unknown-escape"),
        pytest.param(HEAD + fence("a\n", "text loud"), "'loud' is neither escapes nor", id="unknown-word"),
        pytest.param(
            HEAD + 2 * fence("a\n", "text file=x"), "line 14: x stands twice in one example", id="one-name-twice"
        ),
        pytest.param(HEAD + fence("a\n", "fixed"), "right behind the text that it mends", id="fixed-alone"),
    ],
)
def test_what_is_wrong_is_named(page: str, message: str) -> None:
    with pytest.raises(PageError, match=message):
        parse_page(page, "page.md")
