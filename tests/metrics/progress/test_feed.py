from dataclasses import replace

import numpy as np
import pytest

from metrics.figures import Cell
from metrics.periods import Period
from metrics.progress import feed
from metrics.series import Series

UNITS = ("a", "b")


def series(*codes, cells=None):
    axis = tuple(Period.parse(code) for code in codes)
    shape = (len(UNITS), len(axis))
    shown = np.full(shape, Cell.SHOWN, np.int8)
    return Series(
        indicator=None,
        breakdown="total",
        axis=axis,
        units=UNITS,
        cells=shown if cells is None else np.array(cells, np.int8),
        numerator=np.arange(1, 1 + len(axis) * 2, dtype=np.int64).reshape(shape),
        denominator=np.full(shape, 100, np.int64),
        people=np.full(shape, 9, np.int64),
        pending=np.zeros(shape, bool),
        sources=tuple({} for _ in axis),
        rest=tuple(() for _ in axis),
        policy="p",
        mask_versions=tuple("" for _ in axis),
    )


def test_a_gap_in_the_axis_is_a_month_without_a_value():
    history, months = feed.by_month(series("2026-01", "2026-03"))
    assert [month.code for month in months] == ["2026-01", "2026-02", "2026-03"]
    assert history.months.tolist() == [[1, 0, 1]] * 2
    assert history.numerator.tolist() == [[1, 0, 2], [3, 0, 4]]


def test_a_quarter_stands_in_its_last_month():
    history, months = feed.by_month(series("2025-Q4", "2026-01"))
    assert [month.code for month in months] == ["2025-10", "2025-11", "2025-12", "2026-01"]
    assert history.months.tolist() == [[0, 0, 3, 1]] * 2


def test_only_what_is_shown_is_read():
    cells = [[Cell.SHOWN, Cell.BELOW_THRESHOLD], [Cell.NOT_DELIVERED, Cell.ABSENT]]
    given = series("2026-01", "2026-02", cells=cells)
    history, _ = feed.by_month(replace(given, numerator=given.numerator * 10**6))
    assert history.valid.tolist() == [[True, False], [False, False]]
    assert history.hidden.tolist() == [[False, True], [False, False]]
    assert history.numerator.tolist() == [[10**6, 0], [0, 0]]


def test_breaks_stand_in_their_month_and_those_outside_the_axis_nowhere():
    breaks = {"b": [Period.parse("2026-02"), Period.parse("2020-01")], "unknown": [Period.parse("2026-01")]}
    history, _ = feed.by_month(series("2026-01", "2026-02"), breaks)
    assert history.breaks.tolist() == [[False, False], [False, True]]


@pytest.mark.parametrize(("month", "column"), [("2025-05", 1), ("2024-12", 0), ("2026-01", 2)])
def test_a_break_counts_from_the_round_it_falls_in(month, column):
    rounds = feed.by_round(series("2024", "2025", "2026"), {"a": [Period.parse(month)]})
    assert rounds.breaks[0].tolist() == [i == column for i in range(3)]
    assert rounds.months.tolist() == [[1, 1, 1]] * 2


def test_nothing_delivered_is_nothing():
    history, months = feed.by_month(series())
    assert months == ()
    assert history.months.shape == (2, 0)
