"""A line of the page that a sentence of the story is glued to, so that deleting the line would lose the sentence."""

import pytest

from newslint.glued_story import story_beside

PAGE = ("follow us on facebook", "follow us on telegram, viber, signal and threads", "leave a comment below")
NOTICE = "all content is that of the gazette"


def is_line(text: str) -> bool:
    return text.strip(" .|").lower() in (*PAGE, NOTICE)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Follow us on Facebook", id="nothing-beside"),
        pytest.param("Follow us on Facebook Boats sail on Monday.", id="four-words-behind"),
        pytest.param("Boats sail on Monday. Leave a comment below.", id="four-words-before"),
        pytest.param("Follow us on Facebook Boats sail again on Monday", id="no-end-of-a-sentence"),
        pytest.param("Follow us on Facebook boats sail again on Monday.", id="no-start-of-a-sentence"),
        pytest.param("Did you see boats sail on Monday? Leave a comment below.", id="a-question-to-the-reader"),
        pytest.param("Tell us who sails on Monday. Leave a comment below.", id="a-sentence-to-the-reader"),
        pytest.param("Follow us on Facebook. All content is that of The Gazette.", id="another-line-of-the-page"),
    ],
)
def test_no_story_is_beside(line: str) -> None:
    assert not story_beside(line, is_line)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Follow us on Facebook Boats sail again on Monday.", id="five-words-behind"),
        pytest.param("Boats sail again on Monday. Leave a comment below.", id="five-words-before"),
        pytest.param("Did boats sail again on Monday? Leave a comment below.", id="a-question-before"),
        pytest.param("Boats sail again on Monday! Leave a comment below.", id="an-exclamation-before"),
        pytest.param("“Boats sail again on Monday.” Leave a comment below.", id="a-quotation-before"),
        pytest.param("Follow us on Facebook “Boats sail again on Monday.”", id="a-quotation-behind"),
        pytest.param("Follow us on Facebook Will boats sail on Monday?", id="a-question-behind"),
        pytest.param("Follow us on Facebook Boats sail again on Monday…", id="it-goes-on"),
        pytest.param("Follow us on Facebook|Boats sail again on Monday.", id="behind-a-bar"),
        pytest.param("Follow us on Facebook.Boats sail again on Monday.", id="no-blank-between"),
        pytest.param("Follow us on Facebook Boats sail again on Monday. \xa0", id="blanks-at-the-end"),
        pytest.param(
            "Follow us on Telegram, Viber, Signal and Threads. Boats sail again on Monday.", id="behind-more-capitals"
        ),
    ],
)
def test_a_story_is_beside(line: str) -> None:
    assert story_beside(line, is_line)
