import numpy as np
import pytest
from making import INDICATOR

from metrics.figures import Cell, Hidden, Missing, Reason, Shown
from metrics.periods import Period
from metrics.series import RestCell, Series
from metrics.windows import Window

AXIS = tuple(Period.month(2025, month) for month in range(1, 13))


def series(states, rest=None):
    cells = np.array([states], dtype=np.int8)
    seen = cells == Cell.SHOWN
    return Series(
        indicator=INDICATOR,
        breakdown="total",
        axis=AXIS,
        units=("u",),
        cells=cells,
        numerator=np.where(seen, 7, 0),
        denominator=np.where(seen, 100, 0),
        people=np.where(seen, 9, 0),
        pending=np.zeros_like(seen),
        sources=tuple({"u": (i + 1,)} if seen[0, i] else {} for i in range(12)),
        rest=rest or ((),) * 12,
        policy="p",
        mask_versions=("m",) * 12,
    )


def last(one, window):
    return next(one.figures(window, one.spans(window)[-1], lambda unit, period: None))


def states(**of):
    found = [Cell.SHOWN] * 12
    for month, cell in of.items():
        found[int(month[1:]) - 1] = cell
    return found


SPEC = [
    # which months are not shown, window, what the last figure is
    ({}, Window.ROLLING_TWELVE, (Shown, 12)),
    ({"m3": Cell.BELOW_THRESHOLD}, Window.ROLLING_TWELVE, (Shown, 11)),
    ({"m3": Cell.BELOW_THRESHOLD, "m12": Cell.NOT_DELIVERED}, Window.ROLLING_TWELVE, (Shown, 10)),
    (dict.fromkeys(["m1", "m2", "m3"], Cell.PROTECTS_OTHERS), Window.ROLLING_TWELVE, (Hidden, Reason.PROTECTS_OTHERS)),
    (dict.fromkeys(["m1", "m2", "m3"], Cell.NOT_DELIVERED), Window.ROLLING_TWELVE, (Missing, Reason.TOO_FEW_MONTHS)),
    ({"m11": Cell.BELOW_THRESHOLD}, Window.QUARTER, (Hidden, Reason.BELOW_THRESHOLD)),
    ({"m11": Cell.NOT_DELIVERED}, Window.QUARTER, (Missing, Reason.TOO_FEW_MONTHS)),
    ({"m12": Cell.NOT_APPLICABLE}, Window.MONTH, (Missing, Reason.NOT_APPLICABLE)),
    ({"m2": Cell.BELOW_THRESHOLD, "m5": Cell.BELOW_THRESHOLD}, Window.YEAR_TO_DATE, (Shown, 10)),
]


@pytest.mark.parametrize(("months", "window", "expected"), SPEC)
def test_windows_are_made_of_what_is_shown(months, window, expected):
    figure = last(series(states(**months)), window)
    assert isinstance(figure, expected[0])
    assert (figure.months_shown if isinstance(figure, Shown) else figure.reason) == expected[1]


def test_a_hidden_month_leaves_both_sums_and_its_batch():
    figure = last(series(states(m3=Cell.BELOW_THRESHOLD)), Window.ROLLING_TWELVE)
    assert (figure.numerator, figure.denominator) == (77, 1100)
    assert 3 not in figure.sources
    assert figure.value == 7


def test_a_unit_that_does_not_exist_has_no_figure():
    assert not list(series([Cell.ABSENT] * 12).figures(Window.MONTH, series([1] * 12).spans(Window.MONTH)[0], None))


def test_missing_tells_since_when():
    assert last(series(states(m11=Cell.NOT_DELIVERED, m12=Cell.NOT_DELIVERED)), Window.MONTH).since == AXIS[9]


def group(*members):
    return RestCell("u", members, False, 5, 50, 8)


@pytest.mark.parametrize(("others", "shown"), [(2, True), (3, False)])
def test_a_rest_group_is_added_over_months_with_the_same_members_only(others, shown):
    rest = tuple((group("a", "c") if i < others else group("a", "b"),) for i in range(12))
    one = series([Cell.SHOWN] * 12, rest)
    window = Window.ROLLING_TWELVE
    found = list(one.rest_groups(window, one.spans(window)[-1], lambda unit, period: None))
    assert bool(found) is shown
    if shown:
        assert found[0].figure.months_shown == 10
        assert found[0].figure.denominator == 500
