import numpy as np
import pytest

from metrics.periods import Period
from metrics.windows import Window, add, spans

MONTHS = tuple(Period.month(2025, 1 + i) if i < 12 else Period.month(2026, i - 11) for i in range(22))


def found(window, axis=MONTHS):
    return {span.period.code: span for span in spans(window, axis)}


def test_a_window_is_named_by_its_last_month():
    assert list(found(Window.ROLLING_TWELVE))[-1] == "2026-10"
    assert list(found(Window.QUARTER)) == ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"]
    assert list(found(Window.TERTIAL))[-1] == "2026-T2"
    assert list(found(Window.YEAR)) == ["2025"]


def test_rolling_twelve_months_need_ten_and_year_to_date_may_lack_two():
    rolling, so_far = found(Window.ROLLING_TWELVE)["2026-10"], found(Window.YEAR_TO_DATE)["2026-10"]
    assert (rolling.stop - rolling.first, rolling.wanted, rolling.needed) == (12, 12, 10)
    assert (so_far.stop - so_far.first, so_far.wanted, so_far.needed) == (10, 10, 8)
    assert found(Window.YEAR_TO_DATE)["2026-01"].needed == 1


def test_missing_months_leave_the_window_in_place():
    """A window is a range of months, not of rows: a gap does not pull an older month in."""
    gap = tuple(month for month in MONTHS if month.code not in {"2026-02", "2026-03"})
    span = found(Window.ROLLING_TWELVE, gap)["2026-10"]
    assert gap[span.first].code == "2025-11"
    assert span.stop - span.first == 10


def test_four_quarters_are_twelve_months():
    quarters = tuple(Period.parse(f"2025-Q{i}") for i in (1, 2, 3, 4))
    span = found(Window.ROLLING_TWELVE, quarters)["2025-12"]
    assert (span.first, span.stop, span.wanted) == (0, 4, 12)
    assert not found(Window.MONTH, quarters)


@pytest.mark.parametrize(("shown", "months", "least"), [([1, 1, 1], 3, 4), ([1, 0, 1], 2, 6), ([0, 0, 0], 0, 0)])
def test_what_is_not_shown_is_not_added(shown, months, least):
    axis = MONTHS[:3]
    span = found(Window.QUARTER, axis)["2025-Q1"]
    seen = np.array([shown], dtype=bool)
    amounts = np.array([[1, 10, 100]])
    sums = add(span, np.ones(3, np.int64), amounts, amounts * 2, np.array([[7, 4, 6]]), seen, ~seen)
    assert sums.numerator[0] == (amounts * seen).sum()
    assert (sums.months_shown[0], sums.months_hidden[0]) == (months, 3 - months)
    assert sums.people[0] == least
