"""The way from a baseline to a target: milestones, what lies ahead, and the pace that is needed (STATISTICS §6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

import numpy as np

from metrics.indicators import Better
from metrics.periods import Period
from metrics.progress.aims import Aims
from metrics.progress.arrays import Bools, Floats, divide
from metrics.progress.groups import Groups
from metrics.progress.outlooks import LATEST, SOONEST
from metrics.strategy import Target

BEST = 25
"""The best quarter of similar units, as a percentile."""


class Fault(StrEnum):
    """What is wrong with a plan."""

    NOT_AHEAD = "not_ahead"
    """A point lies at the start or before it, or two points in the same month."""
    WRONG_SIDE = "wrong_side"
    """A point is further from the target than the baseline is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Where a unit should be on the way. Months are columns of the axis and may lie outside it.

    Without a stored baseline there is no way to follow, which is no error; the points ahead still are.
    """

    points: tuple[tuple[int, float], ...]
    """Month and limit of every milestone and last of the target itself, in the figure's own units."""
    start: int | None = None
    baseline: float | None = None
    """The figure at the start, as publish stored it."""

    def way(self, months: int) -> Floats:
        """m(t): float[months], the baseline before the start, straight from point to point, the target after it."""
        if self.start is None or self.baseline is None or not self.points:
            return np.full(months, np.nan)
        at, limits = zip((self.start, self.baseline), *sorted(self.points), strict=True)
        return np.asarray(np.interp(np.arange(months), at, limits))

    def ahead(self, months: int) -> tuple[Floats, Floats]:
        """The limit of the first point 6 to 36 months ahead and the months to it: float[months] each, or NaN."""
        limit, left = np.full(months, np.nan), np.full(months, np.nan)
        t = np.arange(months)
        for month, value in sorted(self.points, reverse=True):
            near = (month - t >= SOONEST) & (month - t <= LATEST)
            limit[near], left[near] = value, (month - t)[near]
        return limit, left

    def faults(self, better: Better) -> tuple[Fault, ...]:
        """What is wrong with the plan, nothing when it can be followed."""
        at = [month for month, _ in self.points]
        found = []
        if any(later <= earlier for earlier, later in pairwise([*([] if self.start is None else [self.start]), *at])):
            found.append(Fault.NOT_AHEAD)
        sign = {Better.LOWER: -1, Better.HIGHER: 1}.get(better, 0)
        if self.baseline is not None and any(sign * (limit - self.baseline) < 0 for _, limit in self.points):
            found.append(Fault.WRONG_SIDE)
        return tuple(found)


def points(target: Target, first: Period) -> tuple[tuple[int, float], ...]:
    """The milestones of a target and the target itself, by column of an axis that begins with the month `first`."""
    steps = [(step.due, step.limit) for step in target.milestones]
    if target.due is not None and target.limit is not None:
        steps.append((target.due, target.limit))
    return tuple(sorted((Period.containing(due).start - first.start, float(limit)) for due, limit in steps))


def aims(targets: Sequence[Target | None], plans: Sequence[Plan | None], months: int) -> Aims:
    """The targets of n units with their ways and what lies ahead, on an axis of `months`."""
    way, limit, left = (np.full((len(targets), months), np.nan) for _ in range(3))
    for row, plan in enumerate(plans):
        if plan is not None:
            way[row] = plan.way(months)
            limit[row], left[row] = plan.ahead(months)
    return Aims(targets=tuple(targets), milestone=way, next_limit=limit, months_left=left)


def required_pace(figure: Floats, limit: Floats, months_left: Floats) -> Floats:
    """The change a year that leads to the limit in time, signed; NaN when no month is left."""
    return divide(limit - figure, np.where(months_left > 0, months_left, 0) / 12)


def best_quarter(change: Floats, judged: Bools, groups: Groups, better: Better) -> Floats:
    """The change in a year that the best quarter of each group's units reached: float[groups], NaN without units.

    `change` and `judged` are [unit]: a fact about what has been done, no promise.
    """
    found = np.full(groups.count, np.nan)
    used = judged & groups.member & np.isfinite(change)
    for group in range(groups.count):
        values = change[used & (groups.group == group)]
        if len(values):
            found[group] = np.percentile(values, 100 - BEST if better is Better.HIGHER else BEST)
    return found
