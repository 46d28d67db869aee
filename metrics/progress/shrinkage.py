"""A unit's level drawn towards its group's, by how much the group's units differ (DerSimonian and Laird 1986)."""

from dataclasses import dataclass

import numpy as np

from metrics.progress.arrays import Bools, Floats, divide
from metrics.progress.groups import Groups

FEWEST = 3
"""Units that a group needs to be a prior (STATISTICS §4 step 4)."""


@dataclass(frozen=True, slots=True)
class Prior:
    """Mean and variance between the units of every group: float[groups, month] each."""

    units: Floats
    mean: Floats
    between: Floats
    """DerSimonian-Laird, without a floor."""


def between_units(estimate: Floats, variance: Floats, used: Bools, groups: Groups) -> Prior:
    """The prior of every group from the estimates of its members that are `used`: all [unit, month]."""
    used = used & np.isfinite(estimate) & np.isfinite(variance) & (variance > 0)
    weight = np.where(used, divide(np.ones(1), variance), 0)
    value = np.where(used, estimate, 0)
    units, total, squares = groups.total(used), groups.total(weight), groups.total(weight**2)
    mean = divide(groups.total(weight * value), total)
    q = groups.total(weight * np.where(used, value - groups.each(mean), 0) ** 2)
    between = np.maximum(0, np.nan_to_num(divide(q - (units - 1), total - divide(squares, total))))
    marginal = np.where(used, divide(np.ones(1), variance + groups.each(between)), 0)
    return Prior(units, divide(groups.total(marginal * value), groups.total(marginal)), between)


def shrink(estimate: Floats, variance: Floats, mean: Floats, between: Floats) -> tuple[Floats, Floats]:
    """The posterior mean and standard deviation; the estimate's own where there is no prior mean."""
    pull = np.where(np.isfinite(mean), divide(variance, variance + between), 0)
    return np.where(pull > 0, pull * mean, 0) + (1 - pull) * estimate, np.sqrt((1 - pull) * variance)
