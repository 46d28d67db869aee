"""The sixty months of the invented municipality, counted from 0."""

import numpy as np

from metrics.periods import Grain, Period

FIRST = Period.month(2021, 11)
LAST = Period.month(2026, 10)
COUNT = LAST.end - FIRST.start
BURN_IN = 24
"""Months simulated before the first one, so that long absences are already under way (STATISTICS §2.1)."""


def month_at(index: int) -> Period:
    """The month with a number; 0 is the first, negative numbers lie in the burn-in."""
    return Period(FIRST.start + index, Grain.MONTH)


def index_of(year: int, month: int) -> int:
    """The number of a month; `month` counts from 1."""
    return Period.month(year, month).start - FIRST.start


def years() -> tuple[range, ...]:
    """The numbers of the months of each calendar year, in order."""
    indices = range(COUNT)
    held = sorted({month_at(i).year for i in indices})
    starts = [max(0, index_of(year, 1)) for year in held]
    return tuple(range(a, b) for a, b in zip(starts, [*starts[1:], COUNT], strict=True))


def weekdays() -> np.ndarray:
    """int[BURN_IN + COUNT]: Monday to Friday of each month, public holidays not left out; about 21."""
    edges = np.array([month_at(i).first_day for i in range(-BURN_IN, COUNT + 1)], dtype="datetime64[D]")
    return np.asarray(np.busday_count(edges[:-1], edges[1:]))


def counting_months() -> tuple[int, ...]:
    """The months at whose last day positions are counted: January, April, July and October."""
    return tuple(i for i in range(COUNT) if month_at(i).start % 3 == 0)
