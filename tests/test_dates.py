"""Days of records, in the forms that feeds and archives use."""

from __future__ import annotations

from datetime import date

import pytest

from newslint.dates import UNKNOWN, day_of

MARCH_3 = date(2024, 3, 3).toordinal()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("yesterday", id="a-word"),
        pytest.param("03/04/2024", id="month-or-day"),
        pytest.param("2024-13-40", id="no-such-day"),
        pytest.param("99 Foo 2024", id="no-such-month"),
    ],
)
def test_unknown(text: str) -> None:
    assert day_of(text) == UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        "2024-03-03",
        "2024-03-03T23:59:59+02:00",
        "20240303",
        "2024/03/03 10:00",
        "3 March 2024",
        "3-MAR-2024 15:01:01.79",
        "Sun, 03 Mar 2024 10:00:00 GMT",
        "March 3rd, 2024",
        "Mar. 3, 2024 8:21 am ET",
        "1709424000",
        "1709424000000",
    ],
)
def test_forms(text: str) -> None:
    assert day_of(text) == MARCH_3
