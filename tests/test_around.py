"""Cells of tables, topics in lists and single words: lines that only look like lines of the page."""

import pytest

from newslint import in_table, in_topics
from newslint.around import is_announced, is_answer, is_one_word
from newslint.reading.segment import segment


@pytest.mark.parametrize(
    ("keys", "index", "expected"),
    [
        pytest.param(["ferry", "-", "quay"], 1, False, id="beside-words"),
        pytest.param(["pier 2", "-", "quay"], 1, False, id="beside-a-word-with-a-figure"),
        pytest.param(["*", "-", "*"], 1, False, id="beside-other-signs"),
        pytest.param(["-", "ferry", "3"], 0, False, id="the-last-line-is-not-beside-the-first"),
        pytest.param(["3", "x", "3"], 1, False, id="a-letter-between-figures"),
        pytest.param(["x", "x", "quay"], 0, False, id="a-letter-twice"),
        pytest.param(["tt", "tt", "tt"], 1, False, id="two-letters-three-times"),
        pytest.param(["3. 5", "7"], 0, True, id="figures-beside-a-figure"),
        pytest.param(["12 shares", "3. share", "4 likes"], 1, False, id="an-item-beside-counts"),
        pytest.param(["1. boats", "3. share", "quay"], 1, False, id="an-item-whose-neighbours-are-others"),
        pytest.param(["2. boats", "3. share", "quay"], 1, True, id="the-last-item"),
        pytest.param(["quay", "3) share", "4) boats"], 1, True, id="the-first-item"),
        pytest.param(["3", "-"], 1, True, id="below-a-figure"),
        pytest.param(["-", "3"], 0, True, id="above-a-figure"),
        pytest.param(["x", "x", "x"], 0, True, id="the-first-of-three"),
        pytest.param(["x", "x", "x"], 1, True, id="the-second-of-three"),
        pytest.param(["x", "x", "x"], 2, True, id="the-third-of-three"),
        pytest.param(["home", "away", "x", "x", "x"], 2, True, id="three-below-their-heads"),
    ],
)
def test_cells_of_a_table(keys: list[str], index: int, expected: bool) -> None:
    assert in_table(keys, index) == expected


@pytest.mark.parametrize(
    ("keys", "index", "expected"),
    [
        pytest.param(["masts", "nets", "pier 2", "quay", "ropes"], 2, False, id="a-figure"),
        pytest.param(["(boats)", "masts", "nets", "oysters", "piers"], 1, False, id="a-bracket-is-no-letter"),
        pytest.param(["masts", "nets", "old piers now", "quay", "ropes"], 1, False, id="three-words"),
        pytest.param(["masts", "nets", "o" * 31, "piers", "quay"], 1, False, id="a-long-word"),
        pytest.param(["masts", "nets", "quay", "quay", "ropes", "sails"], 2, False, id="the-same-below"),
        pytest.param(["masts", "nets", "quay", "quay", "ropes", "sails"], 3, False, id="the-same-above"),
        pytest.param(["masts", "nets", "old piers", "quay", "ropes"], 1, True, id="two-words"),
        pytest.param(["masts", "nets", "o" * 30, "piers", "quay"], 1, True, id="a-word-that-is-not-too-long"),
        pytest.param(["masts", "nets", "oysters", "piers", "quay"], 0, True, id="the-first"),
        pytest.param(["masts", "nets", "oysters", "piers", "quay"], 4, True, id="the-last"),
    ],
)
def test_topics_in_alphabetical_order(keys: list[str], index: int, expected: bool) -> None:
    assert in_topics(keys, index) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["The night ferry is back", "Facebook"], False, id="a-headline"),
        pytest.param(["The ferry sailed again on Monday.", "Facebook"], False, id="a-sentence"),
        pytest.param(["Share this:", "Facebook"], False, id="a-label"),
        pytest.param(["Follow us on:", "Facebook"], False, id="a-call"),
        pytest.param(["Partager :", "Facebook"], False, id="a-label-in-French"),
        pytest.param(["Find all our offers:", "Facebook"], False, id="four-words-to-the-reader"),
        pytest.param(["扫描二维码分享：", "分享"], False, id="a-Chinese-label"),
        pytest.param(["The five firms that were fined:", "All but one paid.", "Facebook"], False, id="an-end-between"),
        pytest.param(["五家公司被罚款，它们是这些：", "他们都交了。", "分享"], False, id="a-Chinese-end-between"),
        pytest.param(["The five firms that were fined:", "Who paid?", "Facebook"], False, id="a-question-between"),
        pytest.param(["Boats are slow. The firms, they said, were", "Share this"], False, id="two-words-open-end"),
        pytest.param(["The five firms that were fined:", "Facebook"], True, id="a-colon"),
        pytest.param(["The five firms that were fined:", "Amazon", "Apple", "Facebook"], True, id="others-between"),
        pytest.param(["Boats are slow. The firms, they said, were", "- Amazon,", "Facebook"], True, id="an-open-end"),
        pytest.param(["What stood on the button in the hall:", "Print this page"], True, id="more-than-a-word"),
        pytest.param(["Las palabras eran dos:", "Compartir"], True, id="four-words"),
        pytest.param(["船长告诉记者，船票上印着这两个词：", "分享", "打印"], True, id="Chinese"),
        pytest.param(["船長によると、板にはこう書いてあった：", "印刷"], True, id="Japanese"),
    ],
)
def test_a_sentence_that_leads_to_a_list(lines: list[str], expected: bool) -> None:
    blocks = segment("\n\n".join(lines))[0].blocks
    assert is_announced(blocks, len(lines) - 1, {len(lines) - 1}, lines[-1].lower()) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["No comments"], False, id="nothing-above"),
        pytest.param(["The ferry sailed again on Monday.", "No comments"], False, id="a-sentence"),
        pytest.param(["Will it sail again?", "Join us and write what you think"], False, id="many-words"),
        pytest.param(["Tags:", "Facebook"], False, id="a-label"),
        pytest.param(["Will it sail again?", "The captain says so.", "No comments"], False, id="answered-before"),
        pytest.param(["Will it sail again?", "No comments"], True, id="a-question"),
        pytest.param(["船什么时候再开？", "没有评论"], True, id="a-Chinese-question"),
        pytest.param(["متى تبحر العبارة؟", "لا تعليق"], True, id="an-Arabic-question"),
        pytest.param(["Will it sail again?", "Captain:", "No comments"], True, id="who-is-asked"),
        pytest.param(["Captain:", "It sails.", "Mayor:", "When?", "Captain:", "No comments"], True, id="who-said-more"),
    ],
)
def test_an_answer(lines: list[str], expected: bool) -> None:
    blocks = segment("\n\n".join(lines))[0].blocks
    assert is_answer(blocks, len(lines) - 1, {len(lines) - 1}) == expected


def test_several_answers_below_each_other() -> None:
    blocks = segment("Which of these do you use?\n\nFacebook\n\nTwitter\n\nInstagram")[0].blocks
    assert all(is_answer(blocks, index, {1, 2, 3}) for index in (1, 2, 3))


def test_a_question_of_the_page_has_no_answer() -> None:
    blocks = segment("What do you think?\n\nLeave a comment")[0].blocks
    assert not is_answer(blocks, 1, {0, 1})


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        pytest.param("新闻客户", True, id="four-of-han"),
        pytest.param("新闻客户端", False, id="five-of-han"),
        pytest.param("ก" * 12, True, id="twelve-of-thai"),
        pytest.param("ก" * 13, False, id="thirteen-of-thai"),
        pytest.param("က" * 12, True, id="twelve-of-burmese"),
        pytest.param("က" * 13, False, id="thirteen-of-burmese"),
    ],
)
def test_without_spaces_the_length_tells_a_word(key: str, expected: bool) -> None:
    assert is_one_word(key) == expected
