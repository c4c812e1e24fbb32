"""Which findings are kept where only some fit."""

from __future__ import annotations

from newslint.finding import Severity
from newslint.reporters.choice import gravest

from .reports import finding


def test_the_gravest_are_kept_in_the_order_of_the_stream() -> None:
    names = [
        ("a", Severity.INFO),
        ("b", Severity.ERROR),
        ("c", Severity.WARNING),
        ("d", Severity.WARNING),
        ("e", Severity.ERROR),
    ]
    found = [finding(name, severity=severity) for name, severity in names]
    assert [[item.rule for item in gravest(found, limit)] for limit in (0, 1, 3, 9)] == [
        [],
        ["b"],
        ["b", "c", "e"],
        ["a", "b", "c", "d", "e"],
    ]


def test_a_stream_is_read_once_and_never_held() -> None:
    assert [item.message for item in gravest((finding(message=str(n)) for n in range(10_000)), 2)] == ["0", "1"]
