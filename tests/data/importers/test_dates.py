from datetime import UTC, date, datetime

import pytest

from config.formats import Dates
from data.importers.dates import parse_date, parse_period


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("2026-10", "2026-10"), ("2026-Q3", "2026-Q3"), ("2026-q3", "2026-Q3"), ("2026-T2", "2026-T2"), ("2026", "2026"),
        (2026.0, "2026"), (2026, "2026"), ("2024K1", "2024-Q1"), ("2024 K1", "2024-Q1"), ("K1 2024", "2024-Q1"),
        ("1. kvartal 2024", "2024-Q1"), ("2. tertial 2024", "2024-T2"), ("2024T3", "2024-T3"), ("2024M07", "2024-07"),
        ("okt. 2026", "2026-10"), ("oktober 2026", "2026-10"), ("Mai 2026", "2026-05"), ("des 2025", "2025-12"),
        ("31.10.2026", "2026-10"), ("1.3.2026", "2026-03"), ("30/04/2024", "2024-04"), ("2026-10-31", "2026-10"),
        (date(2026, 10, 1), "2026-10"), (datetime(2026, 10, 1, 12, tzinfo=UTC), "2026-10"), ("2026-10-31T00:00:00", "2026-10"),
    ],
)  # fmt: skip
def test_a_period_as_it_is_written(cell, code):
    assert parse_period(cell, Dates()).code == code


@pytest.mark.parametrize(
    "cell",
    ["", "2026-13", "2026-Q5", "2026-T4", "26-10", "oktobre 2026", "høst 2026", "2024K5", "0000", "9999-01", "32.10.2026",
     "29.02.2025", "10-2026", 45962.0, True],
)  # fmt: skip
def test_what_is_no_period(cell):
    assert parse_period(cell, Dates()) is None


def test_a_date_lies_in_the_declared_kind_of_period():
    assert parse_period("30.04.2024", Dates(grain="quarter")).code == "2024-Q2"
    assert parse_period("30.04.2024", Dates(grain="tertial")).code == "2024-T1"
    assert parse_period("30.04.2024", Dates(grain="year")).code == "2024"


def test_day_and_month_are_not_guessed():
    assert parse_date("03/04/2024", Dates()) == date(2024, 4, 3)
    assert parse_date("03/04/2024", Dates(day_first=False)) == date(2024, 3, 4)
    assert parse_date("03.04.2024", Dates(day_first=False)) == date(2024, 4, 3)
    assert parse_date("30/04/2024", Dates(day_first=False)) is None
    assert parse_date("1.4.24", Dates()) is None
