"""Misread lines that have lost a byte: what stays of them would stand beside sound text, where nobody finds it."""

from __future__ import annotations

import pytest

from newslint import Document, DocumentRef, Safety
from newslint_rules.encoding.mojibake import Mojibake


@pytest.mark.parametrize(
    ("meant", "codec", "safe"),
    [
        pytest.param("وطلب سكان الحي مقهى في قاعة", "latin-1", True, id="whole"),
        pytest.param("وطلب سكان الحي مقهى في قاعة", "cp1252", False, id="a byte of a word lost"),
        pytest.param("Le café rouvrira après l’été", "cp1252", True, id="latin"),
        pytest.param("Совет отклонил café и ferry", "latin-1", True, id="an accent in another script"),
    ],
)
def test_a_line_that_would_be_repaired_in_part_is_not_repaired_safely(meant: str, codec: str, safe: bool) -> None:
    (finding,) = Mojibake().check(Document(DocumentRef("example.txt"), meant.encode().decode(codec, "ignore")))
    assert finding.fix
    assert (finding.fix.safety is Safety.SAFE) is safe
