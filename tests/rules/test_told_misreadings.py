"""Lines that tell how a word was misread: what they show is no fault of theirs."""

from __future__ import annotations

import pytest

from newslint import Document, DocumentRef
from newslint.reading.segment import segment
from newslint_rules.encoding.mojibake import Mojibake

TOLD = [
    pytest.param('"Müller" appeared as "MÃ¼ller" on the ballots.', "unsafe", id="told"),
    pytest.param("Where cafÃ© stood it had to say café.", "unsafe", id="the-word-comes-later"),
    pytest.param("Müller came.\nThe ballots said MÃ¼ller.", "safe", id="another-line"),
    pytest.param("MÃ¼ller said that MÃ¼ller would come.", "safe", id="misread-twice"),
    pytest.param("Jürgen MÃ¼ller voted in KÃ¶ln.", "safe", id="another-word"),
]


@pytest.mark.parametrize(("text", "safety"), TOLD)
def test_what_a_line_tells_of_a_misreading_stays(text: str, safety: str) -> None:
    (found,) = Mojibake().check(Document(DocumentRef("a.txt"), text, segment(text)))
    assert found.fix
    assert found.fix.safety == safety


def test_long_words_between_misread_ones_take_no_quadratic_time() -> None:
    text = 40 * f"é Ã¼ {9_000 * 'a'} Ã¼ é\n"
    assert len(list(Mojibake().check(Document(DocumentRef("a.txt"), text, segment(text))))) == 40
