"""The words by which labels of pages are known, and the file that they stand in."""

import pytest

from newslint import fold
from newslint_rules.residue.page_language import language_of_label
from newslint_rules.residue.page_words import Says, page_words, parse


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("", {}, id="nothing"),
        pytest.param("# said by pages\n\n[en]\n", {"en": {}}, id="a-language-without-words"),
        pytest.param("[en]\nacts: read\n  write\n", {"en": {"read": Says.ACTS, "write": Says.ACTS}}, id="two-lines"),
        pytest.param(
            "[en]\nacts: share\nsurely: share\n", {"en": {"share": Says.SURELY}}, id="the-graver-class-counts"
        ),
        pytest.param(
            "[*]\nthings: app\n\n[en]\nacts: read\n\n[de]\nacts: app\n",
            {"en": {"app": Says.THINGS, "read": Says.ACTS}, "de": {"app": Says.ACTS}},
            id="of-every-language-unless-it-says-otherwise",
        ),
    ],
)
def test_a_file_of_words(text: str, words: dict[str, dict[str, Says]]) -> None:
    assert parse(text) == words


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("acts: read\n", id="no-language"),
        pytest.param("[en]\nread write\n", id="no-class"),
        pytest.param("[en]\nverbs: read\n", id="a-class-that-is-none"),
        pytest.param("[en]\nacts: read\n[de]\nlesen\n", id="a-class-ends-with-its-language"),
    ],
)
def test_words_of_no_class_are_an_error_that_names_the_line(text: str) -> None:
    with pytest.raises(ValueError, match=r"line \d+: words of no language or of no class"):
        parse(text)


def test_words_are_in_comparison_form() -> None:
    told = {word for words in page_words().values() for word in words}
    assert [word for word in sorted(told) if fold(word) != word] == []


@pytest.mark.parametrize(
    ("line", "language"),
    [
        pytest.param("the bridge is closed", "", id="none-of-the-words"),
        pytest.param("read the bridge", "", id="one-word-too-many"),
        pytest.param('read "this" article', "", id="quoted"),
        pytest.param("read this article", "en", id="act-and-thing"),
        pytest.param("partager cet article", "fr", id="french"),
        pytest.param("分享这篇文章", "zh", id="without-blanks"),
        pytest.param("facebook twitter whatsapp", "en", id="a-row-of-networks"),
    ],
)
def test_the_language_of_a_label(line: str, language: str) -> None:
    assert language_of_label(line) == language
