"""From an indicator's masked series to the input of the progress rules."""

from collections.abc import Iterable, Mapping

import numpy as np

from metrics.periods import Period
from metrics.progress.history import History
from metrics.series import Series


def by_month(
    series: Series, breaks: Mapping[str, Iterable[Period]] | None = None
) -> tuple[History, tuple[Period, ...]]:
    """A history on an unbroken axis of months, with the months: rows are the series' units in order.

    A quarter, tertial or year stands in its last month. `breaks` holds the first month after each unit's breaks. Only
    what is shown is read. A series without an axis gives a history of no months.
    """
    if not series.axis:
        return _placed(series, np.zeros(0, np.int64), 0, {}), ()
    first, end = series.axis[0].start, max(base.end for base in series.axis)
    at = np.array([base.end - 1 - first for base in series.axis])
    begins = {
        unit: [month.start - first for month in months if first <= month.start < end]
        for unit, months in (breaks or {}).items()
    }
    return _placed(series, at, end - first, begins), tuple(Period(month, 1) for month in range(first, end))


def by_round(series: Series, breaks: Mapping[str, Iterable[Period]] | None = None) -> History:
    """A history whose columns are the series' own periods, for surveys: a break counts from the round it falls in."""
    begins = {
        unit: [int(np.searchsorted([base.end for base in series.axis], month.start, side="right")) for month in months]
        for unit, months in (breaks or {}).items()
    }
    count = len(series.axis)
    kept = {unit: [column for column in columns if column < count] for unit, columns in begins.items()}
    history = _placed(series, np.arange(count), count, kept)
    return history.in_rounds()


def _placed(series: Series, at: np.ndarray, months: int, breaks: Mapping[str, list[int]]) -> History:
    shape = (len(series.units), months)
    numerator, denominator, covered = (np.zeros(shape, np.int64) for _ in range(3))
    hidden, begun = np.zeros(shape, bool), np.zeros(shape, bool)
    numerator[:, at] = np.where(series.shown, series.numerator, 0)
    denominator[:, at] = np.where(series.shown, series.denominator, 0)
    covered[:, at] = series.shown * np.array([int(base.months) for base in series.axis], np.int64)
    hidden[:, at] = series.hidden
    for unit, columns in breaks.items():
        if unit in series.row:
            begun[series.row[unit], columns] = True
    return History(numerator=numerator, denominator=denominator, months=covered, hidden=hidden, breaks=begun)
