from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.periods import Grain, Period

CODES = {
    "2026-10": (date(2026, 10, 1), date(2026, 10, 31)),
    "2024-02": (date(2024, 2, 1), date(2024, 2, 29)),
    "2026-Q3": (date(2026, 7, 1), date(2026, 9, 30)),
    "2026-T2": (date(2026, 5, 1), date(2026, 8, 31)),
    "2026": (date(2026, 1, 1), date(2026, 12, 31)),
}


@pytest.mark.parametrize(("code", "days"), CODES.items())
def test_a_code_names_its_first_and_last_day(code, days):
    period = Period.parse(code)
    assert (period.first_day, period.last_day) == days
    assert period.code == code


@pytest.mark.parametrize("code", ["2026-13", "2026-Q5", "2026-T4", "26-10", "2026-1", "", "okt. 2026", "2026-10-01"])
def test_anything_else_is_refused(code):
    with pytest.raises(ValueError):
        Period.parse(code)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(list(Grain)))
def test_a_day_lies_in_the_period_that_contains_it(day, grain):
    period = Period.containing(day, grain)
    assert period.first_day <= day <= period.last_day
    assert Period.parse(period.code) == period


def test_overlap_and_holding():
    quarter, month = Period.parse("2026-Q3"), Period.parse("2026-09")
    assert quarter.overlaps(month)
    assert month.within(quarter)
    assert not quarter.within(month)
    assert not quarter.overlaps(Period.parse("2026-10"))
    assert quarter.last_month == month
