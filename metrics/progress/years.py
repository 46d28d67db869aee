"""Twelve-month blocks counted back from every month: the windows that no break is crossed by."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from metrics.amounts import SCALE
from metrics.progress.arrays import Bools, Floats, Ints
from metrics.progress.history import History

YEAR = 12
NEEDED = 10
"""Months that a block of twelve needs (STATISTICS §4 step 0)."""
FEWEST_BLOCKS = 3


@dataclass(frozen=True)
class Years:
    """Sums of the blocks [t-12k-11, t-12k] for every month t. Arrays are [k, unit, month] unless told."""

    numerator: Ints
    """Scaled."""
    denominator: Ints
    months: Ints
    """Months with a value."""
    age: Ints
    """[unit, month]: months since the unit's first value or last break, that month included; 0 before it."""
    seen: Ints
    """[unit, month]: months with a value since then."""
    broken: Bools
    """[unit, month]: there has been a break."""

    @cached_property
    def usable(self) -> Bools:
        """Blocks with ten months or more."""
        return np.asarray(self.months >= NEEDED)

    @cached_property
    def full(self) -> Bools:
        """Usable blocks among the full years back from t; the first block needs no full year (STATISTICS §4 step 4)."""
        years = np.arange(len(self.months))[:, None, None]
        return np.asarray(self.usable & ((years == 0) | (self.age >= YEAR * (years + 1))))

    @cached_property
    def y(self) -> Floats:
        """Numerators in natural units, 0 where a block is not usable."""
        return np.where(self.usable, self.numerator, 0) / SCALE

    @cached_property
    def n(self) -> Floats:
        """Denominators in natural units, 0 where a block is not usable."""
        return np.where(self.usable, self.denominator, 0) / SCALE


def years(history: History) -> Years:
    """The blocks of a history, as many as the axis is long, at least three."""
    units, months = history.months.shape
    t = np.arange(months)
    blocks = max(FEWEST_BLOCKS, -(-months // YEAR))
    start = _start(history)
    sums = [_running(values, history.valid) for values in (history.numerator, history.denominator, history.months)]
    found = np.zeros((3, blocks, units, months), np.int64)
    for k in range(blocks):
        stop = np.maximum(t + 1 - YEAR * k, 0)
        first = np.minimum(np.maximum(t + 1 - YEAR * (k + 1), start), stop)
        for kind, total in enumerate(sums):
            found[kind, k] = total[:, stop] - np.take_along_axis(total, first, axis=1)
    begun = np.where(start <= t, t + 1 - start, 0)
    seen = sums[2][:, t + 1] - np.take_along_axis(sums[2], np.minimum(start, t + 1), axis=1)
    return Years(found[0], found[1], found[2], begun, seen, np.logical_or.accumulate(history.breaks, axis=1))


def _running(values: Ints, valid: Bools) -> Ints:
    """Sums from the first month up to, and without, each month: [unit, months + 1]."""
    totals = np.zeros((values.shape[0], values.shape[1] + 1), np.int64)
    np.cumsum(np.where(valid, values, 0), axis=1, out=totals[:, 1:])
    return totals


def _start(history: History) -> Ints:
    """[unit, month]: the month of the last break so far, or of the first value; past the axis before there is any."""
    months = history.months.shape[1]
    t = np.arange(months)
    covered = np.where(history.valid, t + 1 - history.months, months)
    first = np.maximum(np.minimum.accumulate(covered, axis=1), 0)
    return np.maximum(first, past_break(history))


def past_break(history: History) -> Ints:
    """[unit, month]: the month of the last break so far, 0 without one."""
    t = np.arange(history.months.shape[1])
    return np.asarray(np.maximum.accumulate(np.where(history.breaks, t, 0), axis=1))
