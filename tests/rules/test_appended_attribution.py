"""appended-attribution: where its fix is safe, and what is left of a line."""

import pytest

from newslint import Document, DocumentRef, Safety, packs
from newslint.engine import check_documents
from newslint.reading.segment import segment

RULE = packs.load_rules()["appended-attribution"]
ADDRESS = "http://courier.example/boats#ixzz3JdL86Qgn"
STORY = "The harbour council voted on Tuesday for two boats more"
WRAPPED = (
    "The harbour council has voted for a paper that stands for all to read online at\n"
    "{}\n"
    "and in print at the office, and half of the members said that they would read it\n"
    "before the winter comes and the ferry stops, as they had promised to the people.\n"
)


@pytest.mark.parametrize(
    ("text", "safety", "left"),
    [
        pytest.param("详情见{}\n", Safety.UNSAFE, "详情见\n", id="behind a Chinese word"),
        pytest.param(
            "他写道，请看{} 这个网页。\n", Safety.UNSAFE, "他写道，请看 这个网页。\n", id="among Chinese words"
        ),
        pytest.param(WRAPPED, Safety.UNSAFE, WRAPPED.replace("{}\n", ""), id="a line in a wrapped sentence"),
        pytest.param(f"See {{}} for it. {STORY}.\n", Safety.UNSAFE, f"See for it. {STORY}.\n", id="in a sentence"),
        pytest.param(f"{STORY}. {{}}\n", Safety.SAFE, f"{STORY}.\n", id="behind a sentence"),
        pytest.param(f"{STORY} Read more: {{}}\n", Safety.SAFE, f"{STORY}\n", id="behind its label"),
        pytest.param(f"{STORY}.\n\n{{}}\n", Safety.SAFE, f"{STORY}.\n", id="a line"),
        pytest.param(f"{STORY}.\n\nRead more: {{}}\n", Safety.SAFE, f"{STORY}.\n", id="a line with its label"),
    ],
)
def test_the_fix(text: str, safety: Safety, left: str) -> None:
    text = text.replace("{}", ADDRESS)
    (finding,) = check_documents([Document(DocumentRef("a.txt"), text, segment(text))], [RULE])
    assert finding.fix is not None
    ((start, end), put) = finding.fix.edits[0].span, finding.fix.edits[0].text
    assert (finding.fix.safety, text[:start] + put + text[end:]) == (safety, left)
