"""The underlying level of a rate: weighted years, drawn towards the group (STATISTICS §4 step 4)."""

from dataclasses import dataclass

import numpy as np

from metrics.progress.arrays import Floats, Ints, divide
from metrics.progress.groups import Groups
from metrics.progress.noise import Noise, binomial
from metrics.progress.shrinkage import FEWEST, between_units, shrink
from metrics.progress.years import Years

WEIGHTS = np.array([1.0, 0.5, 0.25])[:, None, None]
"""Of the last three years in the level."""
WIDE, FLOOR, SMALL_FLOOR = 8, 0.10, 0.25
"""A group of eight or more has tau of at least 0.10p; a smaller one has 0.25p."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """The level of every unit and month as a proportion: [unit, month] each."""

    theta: Floats
    s: Floats
    sampling: Floats
    """Variance of one twelve-month rate around the level."""


def group_rate(y: Floats, n: Floats, groups: Groups) -> Floats:
    """ΣY/ΣN of the unit's group, of the municipality where the group has nothing, else the unit's own."""
    everyone = groups.municipality
    found = groups.each(divide(groups.total(y), groups.total(n)))
    above = everyone.each(divide(everyone.total(y), everyone.total(n)))
    found = np.where(np.isnan(found), above, found)
    return np.where(np.isnan(found), divide(y, n), found)


def estimate(found: Years, noise: Noise, groups: Groups, sign: Ints) -> Estimate:
    """Step 4: up to three weighted years, only the last when it differs for sure from the one before."""
    full = found.full[: len(WEIGHTS)]
    y, n = (np.where(full, sums[: len(WEIGHTS)], 0) for sums in (found.y, found.n))
    weight = np.where(sign != 0, np.array([1.0, 0.0, 0.0])[:, None, None], WEIGHTS)
    ratio = divide((weight * y).sum(axis=0), (weight * n).sum(axis=0))
    ratio = np.where(full[0], ratio, np.nan)
    size = divide((weight * n).sum(axis=0) ** 2, (weight**2 * n).sum(axis=0))
    p = group_rate(y.sum(axis=0), n.sum(axis=0), groups)
    theta, s = ratio, np.sqrt(divide(noise.level * binomial(p), size))
    for pool in (groups.municipality, groups):
        theta, s, p = _drawn_to(pool, ratio, size, y.sum(axis=0), n.sum(axis=0), noise, (theta, s, p))
    return Estimate(theta, s, divide(noise.level * binomial(p), n[0]))


def _drawn_to(
    pool: Groups,
    ratio: Floats,
    size: Floats,
    y: Floats,
    n: Floats,
    noise: Noise,
    otherwise: tuple[Floats, Floats, Floats],
) -> tuple[Floats, Floats, Floats]:
    """Level, its spread and p by the groups of `pool`, `otherwise` where those have fewer than three units."""
    p = pool.each(divide(pool.total(y), pool.total(n)))
    variance = divide(noise.level * binomial(p), size)
    prior = between_units(ratio, variance, np.isfinite(ratio), pool)
    units = pool.each(prior.units)
    between = np.where(units >= WIDE, np.maximum(pool.each(prior.between), (FLOOR * p) ** 2), (SMALL_FLOOR * p) ** 2)
    theta, s = shrink(ratio, variance, pool.each(prior.mean), between)
    drawn = (units >= FEWEST) & pool.shrunk[:, None] & np.isfinite(variance)
    return (
        np.where(drawn, theta, otherwise[0]),
        np.where(drawn, s, otherwise[1]),
        np.where(drawn, p, otherwise[2]),
    )
