"""Verdicts of one indicator: three codes and the facts behind them, for every unit and month."""

from dataclasses import dataclass, fields
from typing import Self

import numpy as np

from metrics.progress.arrays import Codes, Floats, Ints
from metrics.progress.codes import Direction, Level, Outlook, Why, number


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """All arrays are [unit, month]; codes are places in their vocabulary; NaN is a fact that does not exist.

    Figures, limits and facts are in the indicator's own units: percentage points for a percentage, a score for a mean.
    """

    level: Codes
    direction: Codes
    outlook: Codes
    why: Codes
    """What held the level back."""
    why_direction: Codes
    """What held the direction back, or must be said with it."""
    judged: Ints
    """The month that the verdict is from: the unit's latest with a value; -1 when there is none."""
    n_valid: Ints
    """Months behind the figure; positions of a stock, answers of a mean."""
    figure: Floats
    previous: Floats
    """What it is compared with: the twelve months before, the count a year ago, the last round."""
    z: Floats
    """The change over its standard error."""
    mid_p: Floats
    """Probability of fewer events than now, had the rate been the same as before (events)."""
    se: Floats
    sure_change: Floats
    """The least change that would be called one."""
    phi: Floats
    """Overdispersion between a unit's years."""
    theta: Floats
    """The underlying level, shrunk towards the group."""
    s: Floats
    """Its standard deviation."""
    P: Floats
    """Probability that the underlying level meets the target."""
    p_plan: Floats
    """The same for what should be reached now."""
    p_reach: Floats
    """Probability that today's level is enough at the next milestone."""
    lacking: Floats
    """Positions that are missing to the target (stocks)."""
    milestone: Floats
    """m(t): where the plan is now, NaN without a plan."""

    @classmethod
    def blank(cls, shape: tuple[int, int], **given: Floats | Codes | Ints) -> Self:
        """Verdicts with the given arrays; the other facts do not exist and the other codes are none."""
        filled: dict[str, Floats | Codes | Ints] = {field.name: np.full(shape, np.nan) for field in fields(cls)}
        filled |= {
            "outlook": np.full(shape, number(Outlook.NONE), np.int8),
            "why": np.full(shape, number(Why.NOTHING), np.int8),
            "why_direction": np.full(shape, number(Why.NOTHING), np.int8),
            "judged": np.broadcast_to(np.arange(shape[1]), shape),
        }
        return cls(**(filled | given))  # type: ignore[arg-type]

    def words(self, unit: int, month: int) -> tuple[Level, Direction, Outlook]:
        """The three words of one unit and month."""
        at = (unit, month)
        return (
            tuple(Level)[self.level[at]],
            tuple(Direction)[self.direction[at]],
            tuple(Outlook)[self.outlook[at]],
        )

    def reasons(self, unit: int, month: int) -> tuple[Why, Why]:
        """What held back the level and the direction of one unit and month."""
        return tuple(Why)[self.why[unit, month]], tuple(Why)[self.why_direction[unit, month]]
