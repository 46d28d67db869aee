"""What the figures are held against: a limit for each unit, and where it should be on the way."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import numpy as np

from metrics.progress.arrays import EDGE, Bools, Floats, Ints, at_least, at_most, divide
from metrics.strategy import Operator, Target
from metrics.targets import side

_NUMBERED = (Operator.BELOW, Operator.AT_MOST, Operator.AT_LEAST, Operator.ABOVE, Operator.BETWEEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aims:
    """The targets of n units, in the figure's own units: 6 for 6 %. NaN is no limit."""

    targets: tuple[Target | None, ...]
    """None for a unit without a target; one without a figure counts as none."""
    milestone: Floats
    """float[n, months]: m(t), NaN without a plan (metrics.progress.plans)."""
    next_limit: Floats
    """float[n, months]: the limit of the milestone that the outlook looks to, NaN without one."""
    months_left: Floats
    """float[n, months]: months to it, NaN without one."""

    @classmethod
    def of(cls, targets: Sequence[Target | None], months: int) -> "Aims":
        """Targets without plans or milestones ahead."""
        empty = np.full((len(targets), months), np.nan)
        return cls(targets=tuple(targets), milestone=empty, next_limit=empty, months_left=empty)

    @property
    def given(self) -> Bools:
        """bool[n, 1]: there is a limit to hold a figure against."""
        return self._with(*_NUMBERED)

    @property
    def upwards(self) -> Bools:
        """bool[n, 1]: at least this much is wanted."""
        return self._with(Operator.AT_LEAST, Operator.ABOVE)

    @property
    def banded(self) -> Bools:
        """bool[n, 1]: between two limits is wanted."""
        return self._with(Operator.BETWEEN)

    @property
    def strict(self) -> Bools:
        """bool[n, 1]: the limit itself does not meet it."""
        return self._with(Operator.ABOVE, Operator.BELOW)

    @property
    def limit(self) -> Floats:
        """float[n, 1]: the limit, the lower one of a band."""
        return _column([target.limit if target else None for target in self.targets])

    @property
    def upper(self) -> Floats:
        """float[n, 1]: the upper limit of a band."""
        return _column([target.upper if target else None for target in self.targets])

    @property
    def plan_limit(self) -> Floats:
        """float[n, months]: what should be reached now: the milestone, the limit itself without a plan."""
        return np.where(np.isnan(self.milestone), self.limit, self.milestone)

    def met(self, numerator: Ints, denominator: Ints, factor: int) -> Bools:
        """Whether `factor · numerator / denominator` meets the limit, exactly: bool[n, months].

        Floats decide where they are sure; whole numbers and fractions decide the close ones, so that 5.999999
        is lower than 6 and 6 is not (STATISTICS §4 step 1). False without a value or a limit.
        """
        value, lower, upper = factor * divide(numerator, denominator), self.limit, self.upper
        met = np.where(self.upwards, value > lower, value < lower)
        met = np.where(self.banded, (value > lower) & (value < upper), met)
        for row, column in zip(*np.nonzero(_close(value, lower) | _close(value, upper)), strict=True):
            target = self.targets[row]
            if target is not None:
                exact = Fraction(int(numerator[row, column]) * factor, int(denominator[row, column]))
                met[row, column] = bool(side(exact, target))
        return np.asarray(met)

    def on_plan(self, value: Floats) -> Bools:
        """Whether a value meets the milestone, within the tolerance; False without a milestone."""
        return np.where(self.upwards, at_least(value, self.milestone), at_most(value, self.milestone))

    def _with(self, *operators: Operator) -> Bools:
        wanted = [
            target is not None and target.limit is not None and target.operator in operators for target in self.targets
        ]
        return np.array(wanted, bool).reshape(-1, 1)


def _column(limits: list[Decimal | None]) -> Floats:
    return np.array([np.nan if limit is None else float(limit) for limit in limits], np.float64).reshape(-1, 1)


def _close(value: Floats, limit: Floats) -> Bools:
    return np.asarray(np.abs(value - limit) <= EDGE * np.maximum(1, np.abs(limit)))
