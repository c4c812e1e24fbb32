"""What is found in a record is handed back for that record, whatever the others are called."""

from __future__ import annotations

from typing import Final

import pytest

from newslint import DocumentRef
from newslint.engine import RunOptions
from newslint.engine.examining import Examined, Examiner, Missing
from newslint.packs import load_rules
from newslint.reading import RawRecord

OPTIONS: Final = RunOptions(tuple(rule for rule in load_rules().values() if rule.default))
TEXTS: Final = (
    b"The council voted to keep the harbour ferry through the winter.\n\nShare this article\n",
    b"",
    b"Nine libraries in the northern district will open on Sundays.\n\nRead more\n\nClick here to subscribe\n",
    b"A line that ends in a blank. \n",
)


def examined(names: tuple[str, ...], wants: tuple[bool, bool]) -> list[Examined]:
    raw = [RawRecord(DocumentRef(name), text, "") for name, text in zip(names, TEXTS, strict=True)]
    return Examiner(OPTIONS)([Missing(record, *wants) for record in raw])


@pytest.mark.parametrize("names", [("a", "b", "c", "d"), ("a", "a", "a", "a"), ("a", "b", "a", "b")])
@pytest.mark.parametrize("wants", [(True, True), (True, False), (False, True), (False, False)])
def test_no_record_gets_what_was_found_in_another(names: tuple[str, ...], wants: tuple[bool, bool]) -> None:
    alone = [Examiner(OPTIONS)([Missing(RawRecord(DocumentRef("a"), text, ""), *wants)])[0] for text in TEXTS]
    assert examined(names, wants) == alone
