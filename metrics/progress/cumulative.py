"""The rule for what adds up through a year, as appraisal talks: year to date against an expected curve (STATISTICS §5)."""

import numpy as np

from metrics.progress import standing
from metrics.progress.aims import Aims
from metrics.progress.arrays import Floats, Ints, at_least
from metrics.progress.codes import Direction, Level, Why, first_of, number
from metrics.progress.history import History
from metrics.progress.verdicts import Verdicts
from metrics.progress.years import YEAR

MAY_LACK = 2
"""Months of the year so far that may lack a value (STATISTICS §8)."""


def judge(
    history: History, aims: Aims, expected: Floats, first_month: int, times: int = 100, provisional: int = 0
) -> Verdicts:
    """Verdicts of every unit and month: what is done so far this year, over the month's denominator.

    `expected` float[12] is the share of the limit that is expected by the end of January to December; `first_month` is
    the calendar month (1-12) of the axis' first column. What is done is never undone: a limit that is met is met
    safely. Behind the curve is clearly off when the figure is behind the month before's too. There is no direction.
    Raises ValueError for a limit that is not a least one.
    """
    if bool((aims.given & ~aims.upwards).any()):
        raise ValueError("a least amount expected")
    history = history.checked(part=False).matured(provisional)
    month = (np.arange(history.months.shape[1]) + first_month - 1) % YEAR
    done, known = _so_far(history, month)
    enough = known >= np.maximum(1, month + 1 - MAY_LACK)
    figure = np.where(enough, times * done / np.where(history.valid, history.denominator, 1), np.nan)
    curve = np.asarray(expected, np.float64)
    now, before = aims.limit * curve[month], aims.limit * np.where(month > 0, curve[month - 1], 0)
    met = aims.met(done, np.where(history.valid, history.denominator, 0), times) & enough
    level = first_of(
        Level.OFF_UNSURE,
        (~enough, Level.TOO_LITTLE),
        (~np.broadcast_to(aims.given, met.shape), Level.NO_TARGET),
        (met, Level.ON_SECURE),
        (at_least(figure, now), Level.ON_TRACK),
        (~at_least(figure, before), Level.OFF_CLEAR),
    )
    return standing.carried(
        Verdicts.blank(
            figure.shape,
            level=level,
            direction=np.full(figure.shape, number(Direction.TOO_LITTLE), np.int8),
            why=first_of(Why.NOTHING, (~enough, Why.FEW_MONTHS)),
            n_valid=known,
            figure=figure,
            milestone=np.broadcast_to(now, figure.shape),
        ),
        history,
        window=1,
        needed=1,
    )


def _so_far(history: History, month: Ints) -> tuple[Ints, Ints]:
    """The sum of the year so far and the months in it that have a value: [unit, month]."""
    found = []
    for values in (np.where(history.valid, history.numerator, 0), history.months):
        totals = np.zeros((values.shape[0], values.shape[1] + 1), np.int64)
        np.cumsum(values, axis=1, out=totals[:, 1:])
        t = np.arange(len(month))
        found.append(totals[:, t + 1] - totals[:, np.maximum(t - month, 0)])
    return found[0], found[1]
