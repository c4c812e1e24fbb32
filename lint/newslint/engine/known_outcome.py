"""What the corpus rules found in the last run over the same records: then nothing of them is loaded or compared."""

from __future__ import annotations

import json
from collections import Counter
from hashlib import blake2b
from typing import Final

from newslint.finding import Notice

from .corpus import Outcome
from .known_clusters import KEY_SIZE, Values, is_plain
from .stream import encoded, pack, unpack

MOST: Final = 50_000
"""Findings: where there are more, they are not kept a second time beside what is known of their clusters."""


class KnownOutcome:
    """Keeps the last outcome by the name of its records.

    Args:
        values: read and written by this process only.
        rules: a name of the corpus rules of the run with all that they depend on beside the records.
    """

    def __init__(self, values: Values, rules: str) -> None:
        self._values = values
        name = f"outcome\0{rules}".encode("utf-8", "backslashreplace")
        self._key = blake2b(name, digest_size=KEY_SIZE).digest()

    def get(self, records: bytes) -> Outcome | None:
        """The outcome over the records of this name; None where it is not known."""
        value = self._values.get([self._key])[0]
        return None if value is None else _unpacked(value, records)

    def add(self, records: bytes, outcome: Outcome) -> None:
        """Keeps it, where it is whole and can be told again as it was."""
        findings = list(outcome.findings) if len(outcome.findings) <= MOST else []
        failed = any(notice.failed for notice in outcome.notices)
        if outcome.crashed or failed or len(findings) != len(outcome.findings):
            return
        if all(is_plain(finding.data) for finding in findings):
            said = [outcome.notices, sorted(outcome.allowed.items()), sorted(outcome.silent)]
            self._values.add(self._key, encoded([records.hex(), *said, [pack(finding) for finding in findings]]))


def _unpacked(value: bytes, records: bytes) -> Outcome | None:
    try:
        name, notices, allowed, silent, rows = json.loads(value)
        if name != records.hex():
            return None
        outcome = Outcome(
            notices=[Notice(*notice) for notice in notices],
            allowed=Counter({int(number): int(count) for number, count in allowed}),
            silent={(path, rule) for path, rule in silent},
        )
        outcome.findings.add([unpack(row) for row in rows])
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        return None
    return outcome
