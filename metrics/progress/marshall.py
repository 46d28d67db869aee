"""A gamma prior from a group's rates, and the level of each unit after its own events (Marshall 1991)."""

import numpy as np

from metrics.progress.arrays import Bools, Floats, divide
from metrics.progress.groups import Groups
from metrics.progress.shrinkage import FEWEST, Prior

FLOOR = 0.15
"""Least spread between units, as a share of the mean."""
JEFFREYS = 0.5
"""Shape of the prior that knows nothing."""


def between_units(events: Floats, exposure: Floats, used: Bools, groups: Groups) -> Prior:
    """Mean rate and variance between the units of every group, without a floor."""
    x, e = np.where(used, events, 0), np.where(used, exposure, 0)
    units, total = groups.total(used), groups.total(e)
    mean = divide(groups.total(x), total)
    spread = groups.total(np.where(used, e * (divide(x, e) - groups.each(mean)) ** 2, 0))
    between = divide(spread, total) - divide(mean, divide(total, units))
    return Prior(units, mean, np.maximum(0, np.nan_to_num(between)))


def posterior(events: Floats, exposure: Floats, groups: Groups) -> tuple[Floats, Floats]:
    """Shape and rate of every unit's gamma level, [unit, month] each; NaN where `events` is.

    From the unit's group, from the municipality where that has fewer than three units or no event, and from Jeffreys'
    prior where there is neither, or the unit stands on its own.
    """
    used = np.isfinite(events) & (exposure > 0)
    shape, rate = np.full(events.shape, JEFFREYS), np.zeros(events.shape)
    for pool in (groups.municipality, groups):
        prior = between_units(events, exposure, used, pool)
        mean = pool.each(prior.mean)
        between = np.maximum(pool.each(prior.between), (FLOOR * mean) ** 2)
        strength = divide(mean, between)
        drawn = (pool.each(prior.units) >= FEWEST) & (mean > 0) & pool.shrunk[:, None]
        shape, rate = np.where(drawn, mean * strength, shape), np.where(drawn, strength, rate)
    return shape + events, rate + exposure
