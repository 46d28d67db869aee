"""What is usual for the time of year, and how much one month remembers of the one before (STATISTICS §4, §5.1)."""

import numpy as np

from metrics.progress.arrays import Floats, divide
from metrics.progress.groups import Groups
from metrics.progress.history import History
from metrics.progress.years import YEAR

FEWEST_YEARS = 2


def index(history: History, groups: Groups) -> Floats:
    """The seasonal index of every group: float[groups, 12], mean 1; NaN with less than two full years.

    The mean over full years, counted back from the last month, of the month's rate over that year's rate. Column i
    belongs to the months i, i + 12, ... of the axis.
    """
    months = history.months.shape[1]
    full = months // YEAR
    if full < FEWEST_YEARS:
        return np.full((groups.count, YEAR), np.nan)
    first = months - full * YEAR
    y, n = (
        groups.total(np.where(history.valid, sums, 0))[:, first:].reshape(-1, full, YEAR)
        for sums in (history.numerator, history.denominator)
    )
    share = divide(divide(y, n), divide(y.sum(axis=2), n.sum(axis=2))[:, :, None])
    known = np.isfinite(share)
    mean = divide(np.where(known, share, 0).sum(axis=1), known.sum(axis=1))
    return np.roll(divide(mean, mean.mean(axis=1, keepdims=True)), first % YEAR, axis=1)


def expected(history: History, groups: Groups) -> Floats:
    """What each unit's month would be with its own mean and the group's season: float[unit, month], a ratio."""
    y, n = (np.where(history.valid, sums, 0).sum(axis=1) for sums in (history.numerator, history.denominator))
    season = groups.each(index(history, groups))
    return divide(y, n)[:, None] * season[:, np.arange(history.months.shape[1]) % YEAR]


def memory(history: History, groups: Groups) -> float:
    """Pooled lag-1 autocorrelation of the months without their season, over the groups' members. NaN if unknown."""
    residual = divide(history.numerator, history.denominator) - expected(history, groups)
    known = history.valid & np.isfinite(residual) & groups.member[:, None]
    residual = np.where(known, residual, 0)
    total = float((residual**2).sum())
    return float((residual[:, 1:] * residual[:, :-1]).sum()) / total if total > 0 else float("nan")
