"""Escaping: one law a sink, for any text at all."""

from __future__ import annotations

import html
import json
import re
import tomllib
import unicodedata
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.reporters import escaping

PIECES = st.one_of(
    st.characters(),
    st.characters(categories=["Cs"]),
    st.sampled_from(
        ["##[add-mask]", "##vso[x]", "::error::", "\r\n", "\t", "|", "`", "=", "@", "://", "<b>", "&amp;", "\u200d"]
    ),
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)
COMMAND = re.compile(r"\A\s*::|##\w*\[", re.M)
HIDDEN = {"Cc", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Plain words, 12.5 % — “quoted”.", id="everyday text"),
        pytest.param("می‌خواهم", id="a non-joiner inside a Persian word"),
        pytest.param("क्‍ष", id="a joiner inside a Hindi word"),
        pytest.param("👩‍🚀 İstanbul’da 港口\u00a0km", id="emoji, Turkish, Chinese, no-break space"),
        pytest.param("C:\\x1b and \\u202e as typed", id="escapes that the text itself spells out"),
    ],
)
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert escaping.visible(text) == escaping.terminal(text) == escaping.json_text(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a\nb\rc\td", r"a\nb\rc\td", id="line ends and tabs"),
        pytest.param("\x1b]0;x\x07\x7f", r"\x1b]0;x\x07\x7f", id="C0 and DEL"),
        pytest.param("\x85\x9b", r"\u0085\u009b", id="C1, told apart from bytes"),
        pytest.param("caf\udce9", r"caf\xe9", id="a byte of a name that is no UTF-8"),
        pytest.param("\ud83d!", r"\ud83d!", id="half a surrogate pair"),
        pytest.param("\u202egnp\u2069\u200f", r"\u202egnp\u2069\u200f", id="direction"),
        pytest.param("a\u200bb\ufeff\xad", r"a\u200bb\ufeff\u00ad", id="zero width"),
        pytest.param("a\u200cb", r"a\u200cb", id="a joiner after a Latin letter"),
        pytest.param("\u2028\u2029", r"\u2028\u2029", id="separators that some count as line ends"),
        pytest.param("\U000e0041\ufffe\U0001ffff", r"\U000e0041\ufffe\U0001ffff", id="tags and noncharacters"),
    ],
)
def test_hidden_characters_are_shown(text: str, shown: str) -> None:
    assert escaping.visible(text) == shown


@given(TEXTS)
def test_nothing_hidden_or_steering_reaches_a_terminal(text: str) -> None:
    shown = escaping.terminal(text)
    assert not COMMAND.search(shown)
    assert not {unicodedata.category(character) for character in shown} & HIDDEN
    assert not set(shown) & set(
        "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u200b\xad"
    )
    shown.encode("utf-8")


@given(TEXTS)
def test_a_line_made_of_parts_is_no_command(text: str) -> None:
    line = f"{escaping.terminal(text)}:1:1: error[rule] {escaping.terminal(text)}"
    assert not COMMAND.search(line)


@given(TEXTS)
def test_json_gives_back_what_is_no_lone_surrogate(text: str) -> None:
    line = escaping.json_line({text: [text, 1, None, True]})
    line.encode("utf-8")
    assert "\n" not in line
    assert not COMMAND.search(line)
    assert json.loads(line) == {escaping.json_text(text): [escaping.json_text(text), 1, None, True]}
    if not re.search("[\ud800-\udfff]", text):
        assert escaping.json_text(text) == text


@pytest.mark.parametrize(
    ("value", "line"),
    [
        pytest.param([float("nan"), float("inf"), 0.5], "[null, null, 0.5]", id="no NaN"),
        pytest.param((1, ("a",)), '[1, ["a"]]', id="tuples"),
        pytest.param({"b", "a"}, '["a", "b"]', id="sets in a fixed order"),
        pytest.param("x ##[add-mask]e", '"x ##\\u005badd-mask]e"', id="a runner command"),
        pytest.param("\x9b\u2028\U000e0041", '"\\u009b\\u2028\\udb40\\udc41"', id="hidden characters as escapes"),
        pytest.param(10**40, "1" + "0" * 40, id="a long number"),
    ],
)
def test_json_values(value: object, line: str) -> None:
    assert escaping.json_line(value) == line


@given(TEXTS)
def test_no_cell_of_a_spreadsheet_is_a_formula(text: str) -> None:
    cell = escaping.csv_cell(text)
    assert not re.match(r"\s*[=+\-@\t\r＝＋－＠|%]", cell)
    assert not any(re.match(r'[\s"]*[=+\-@\t\r＝＋－＠|%]', part) for part in cell.split(";")[1:]), "split there, too"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        pytest.param("00123", "00123", id="an id"),
        pytest.param("12 = 12", "12 = 12", id="a sign inside"),
        pytest.param("=1+1", "'=1+1", id="a formula"),
        pytest.param(" \u00a0@SUM(A1)", "' \u00a0@SUM(A1)", id="behind blanks"),
        pytest.param("－2", "'－2", id="full width"),
        pytest.param("\t=1", r"\t=1", id="behind a tab"),
        pytest.param("a;=1; +2;-3", "a;'=1;' +2;'-3", id="behind a semicolon, which parts cells elsewhere"),
        pytest.param('a;"=1+1"', 'a;\'"=1+1"', id="in quotation marks of its own"),
        pytest.param('"=1" is text; so', '"=1" is text; so', id="none"),
    ],
)
def test_csv(text: str, cell: str) -> None:
    assert escaping.csv_cell(text) == cell


@given(TEXTS)
def test_markdown_holds_no_markup_and_reads_as_the_text(text: str) -> None:
    made = escaping.markdown(text)
    assert not re.search(r"[\\`*_\[\]<>|~$^!{}()]|&(?!#\d+;)|@(?=\S)|://", made)
    assert html.unescape(made).replace("\u200b", "") == escaping.terminal(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("repeated-caption", "`repeated-caption`", id="a name"),
        pytest.param("@team <b>", "`@team <b>`", id="nothing comes alive in code"),
        pytest.param("a|b", "<code>a&#124;b</code>", id="a bar would end the cell"),
        pytest.param("a`b", "<code>a&#96;b</code>", id="a backtick would end the code"),
        pytest.param(" a", "<code> a</code>", id="blanks at the ends"),
        pytest.param("", "<code></code>", id="nothing"),
    ],
)
def test_markdown_code(text: str, code: str) -> None:
    assert escaping.markdown_code(text) == code


@given(TEXTS)
def test_markdown_code_never_breaks_out(text: str) -> None:
    made = escaping.markdown_code(text)
    if made.startswith("`"):
        assert not re.search(r"[`|\\\n]", made[1:-1])
    else:
        assert not re.search(r"[<>|`]", made.removeprefix("<code>").removesuffix("</code>"))


@given(TEXTS)
def test_toml_gives_every_text_back_but_lone_surrogates(text: str) -> None:
    made = escaping.toml_text(text)
    assert tomllib.loads(f"a = {made}")["a"] == escaping.json_text(text)
    assert escaping.visible(made) == made
    assert not COMMAND.search(made)


@given(TEXTS)
def test_markup_is_text(text: str) -> None:
    made = escaping.markup(text)
    assert not re.search("[<>\"']", made)
    assert not COMMAND.search(made)
    assert html.unescape(made) == escaping.visible(text)


@given(TEXTS)
def test_github_commands_end_where_they_should(text: str) -> None:
    data, value = escaping.github_data(text), escaping.github_property(text)
    assert not re.search(r"[\r\n]|%(?!25)", data)
    assert not re.search(r"[\r\n:,]|%(?!25|3A|2C)", value)
    assert value.replace("%2C", ",").replace("%3A", ":").replace("%25", "%") == escaping.terminal(text)


@given(TEXTS)
def test_a_uri_is_ascii_and_gives_the_path_back(text: str) -> None:
    made = escaping.uri(text)
    assert re.fullmatch(r"(?:[A-Za-z0-9\-._~/]|%[0-9A-F]{2})*", made)
    foreign = re.search("[\ud800-\udc7f\udd00-\udfff]", text)  # no file name holds these
    assert unquote_to_bytes(made).decode("utf-8", "surrogatepass" if foreign else "surrogateescape") == text


@pytest.mark.parametrize(
    ("path", "made"),
    [
        pytest.param("articles/a b.txt", "articles/a%20b.txt", id="a blank"),
        pytest.param("a:b.txt", "a%3Ab.txt", id="no scheme"),
        pytest.param("caf\udce9.txt", "caf%E9.txt", id="the byte itself"),
        pytest.param("新闻.txt", "%E6%96%B0%E9%97%BB.txt", id="UTF-8"),
        pytest.param("\ud800", "%ED%A0%80", id="what no file name holds"),
    ],
)
def test_uri(path: str, made: str) -> None:
    assert escaping.uri(path) == made
