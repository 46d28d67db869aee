"""How much the municipality's own units normally move between years: pooled overdispersion (STATISTICS §4 step 2)."""

from dataclasses import dataclass

import numpy as np

from metrics.progress.arrays import Bools, Floats, divide
from metrics.progress.groups import Groups
from metrics.progress.years import Years

PRIOR_WEIGHT = 30
MANY_TERMS = 50
"""More terms than this in a group: the largest are cut at its 99th percentile."""
LEAST_P, MOST_P = 1e-4, 1 - 1e-4


@dataclass(frozen=True, slots=True)
class Noise:
    """Variance in binomial units, float[month] each: between a unit's years, and between two years in a row."""

    level: Floats
    change: Floats


def binomial(p: Floats) -> Floats:
    """`p(1 - p)` with p kept inside (0, 1)."""
    clipped = np.clip(p, LEAST_P, MOST_P)
    return np.asarray(clipped * (1 - clipped))


def overdispersion(years: Years, groups: Groups, phi0: float) -> Noise:
    """Phi of every month from full years that end at or before it; `phi0` where no unit has two."""
    used = _used(years, groups)
    counts = np.stack([groups.total(block) for block in used])
    y = np.where(used, years.y, 0)
    n = np.where(used, years.n, 0)
    adjusted, pq = _adjusted(y, n, groups)
    share = np.stack([groups.each(divide(m, m - 1)) for m in counts])
    return Noise(
        _level(np.where(used, adjusted, 0), n, used, pq, share, phi0),
        _change(adjusted, n, used, pq, share, groups, phi0),
    )


def _used(years: Years, groups: Groups) -> Bools:
    """[k, unit, month]: members with two full years or more, in years that their group has two of."""
    used = years.full & (groups.member & (groups.group >= 0))[:, None] & (years.age >= 24)  # noqa: PLR2004
    used &= used.sum(axis=0) >= 2  # noqa: PLR2004
    used &= np.stack([groups.each(groups.total(block)) >= 2 for block in used])  # noqa: PLR2004
    return np.asarray(used & (used.sum(axis=0) >= 2))  # noqa: PLR2004


def _adjusted(y: Floats, n: Floats, groups: Groups) -> tuple[Floats, Floats]:
    """Rates with their group's year taken out [k, unit, month], and the group's p(1 - p) [unit, month]."""
    group_y, group_n = (np.stack([groups.total(block) for block in sums]) for sums in (y, n))
    p = groups.each(divide(group_y.sum(axis=0), group_n.sum(axis=0)))
    year = np.stack([groups.each(rate) for rate in divide(group_y, group_n)])
    return divide(y, n) - year + p, binomial(p)


def _level(adjusted: Floats, n: Floats, used: Bools, pq: Floats, share: Floats, phi0: float) -> Floats:
    years = used.sum(axis=0)
    mean, size = divide(adjusted.sum(axis=0), years), divide(n.sum(axis=0), years)
    squares = np.where(used, share * (adjusted - mean) ** 2, 0).sum(axis=0)
    term = divide(squares, years - 1) / divide(pq, size)
    weight = np.where(np.isfinite(term), years - 1, 0)
    return _pooled(np.where(weight > 0, term, 0) * weight, weight, phi0)


def _change(adjusted: Floats, n: Floats, used: Bools, pq: Floats, share: Floats, groups: Groups, phi0: float) -> Floats:
    pairs = used[:-1] & used[1:]
    spread = pq * (divide(np.ones(1), n[:-1]) + divide(np.ones(1), n[1:]))
    terms = divide(share[:-1] * (adjusted[:-1] - adjusted[1:]) ** 2, spread)
    pairs &= np.isfinite(terms)
    months = pairs.shape[2]
    for group in range(groups.count if months else 0):
        rows = np.flatnonzero(groups.member & (groups.group == group))
        terms[:, rows] = np.minimum(terms[:, rows], _cut(terms[:, rows], pairs[:, rows]))
    return _pooled(_stacked(np.where(pairs, terms, 0)), _stacked(pairs.astype(np.float64)), phi0)


def _cut(terms: Floats, pairs: Bools) -> Floats:
    """The 99th percentile of a group's terms in every month (linear between ranks), infinite with few terms."""
    months = terms.shape[2]
    ordered = np.sort(np.where(pairs, terms, np.inf).reshape(-1, months), axis=0)
    count = pairs.sum(axis=(0, 1))
    cut = np.full(months, np.inf)
    for t in np.flatnonzero(count > MANY_TERMS):
        place = 0.99 * (count[t] - 1)
        below = int(place)
        above = min(below + 1, int(count[t]) - 1)
        cut[t] = ordered[below, t] + (place - below) * (ordered[above, t] - ordered[below, t])
    return cut


def _stacked(terms: Floats) -> Floats:
    """[pair, unit, month] as [pair and unit, month]."""
    return terms.reshape(terms.shape[0] * terms.shape[1], terms.shape[2])


def _pooled(weighted: Floats, weight: Floats, phi0: float) -> Floats:
    found = (PRIOR_WEIGHT * phi0 + weighted.sum(axis=0)) / (PRIOR_WEIGHT + weight.sum(axis=0))
    return np.asarray(np.maximum(1.0, found))
