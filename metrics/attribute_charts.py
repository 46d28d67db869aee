"""Charts of proportions and rates whose denominators vary: p, u, Laney's p' and u', and Taylor's I' (STATISTICS §7).

Sources: Laney 2002; Taylor, «Normalized individuals chart» (variation.com); verified against qicharts2 0.8.1 output.
"""

from dataclasses import dataclass

import numpy as np

from metrics.progress.arrays import Floats, Ints

SIGMA_OF_RANGE = 1.128
SCREEN = 3.2665
"""Ranges above this times their mean are left out once; 3.267 for the standardised ranges of p' and u'."""
SCREEN_LANEY = 3.267
SIGMAS = 3


@dataclass(frozen=True, slots=True)
class Chart:
    """Centre and limits; arrays are [point], NaN where the denominator is not above 0."""

    value: Floats
    center: float
    lower: Floats
    upper: Floats


def p_chart(y: Floats | Ints, n: Floats | Ints) -> Chart:
    """Proportions with binomial limits, clipped to 0-1: right only when nothing but chance varies."""
    value, center, size = _ratio(y, n)
    return _around(value, center, np.sqrt(center * (1 - center) / size), 1.0)


def u_chart(y: Floats | Ints, n: Floats | Ints) -> Chart:
    """Rates with Poisson limits, not below 0."""
    value, center, size = _ratio(y, n)
    return _around(value, center, np.sqrt(center / size), np.inf)


def p_prime(y: Floats | Ints, n: Floats | Ints, *, screened: bool = True) -> Chart:
    """Laney's p': binomial limits times how much more the points move than chance does."""
    value, center, size = _ratio(y, n)
    error = np.sqrt(center * (1 - center) / size)
    return _around(value, center, error * _spread((value - center) / error, screened), 1.0)


def u_prime(y: Floats | Ints, n: Floats | Ints, *, screened: bool = True) -> Chart:
    """Laney's u'."""
    value, center, size = _ratio(y, n)
    error = np.sqrt(center / size)
    return _around(value, center, error * _spread((value - center) / error, screened), np.inf)


def i_prime(y: Floats | Ints, n: Floats | Ints, *, screened: bool = True) -> Chart:
    """Taylor's I': single values with their own denominators. Preferred when denominators vary. Not clipped."""
    value, center, size = _ratio(y, n)
    step = np.sqrt(1 / size[1:] + 1 / size[:-1])
    found = np.sqrt(np.pi / 2) * np.abs(np.diff(value)) / step
    half = SIGMAS * _mean(found[np.isfinite(found)], SCREEN, screened) / np.sqrt(size)
    return Chart(value, center, center - half, center + half)


def _ratio(y: Floats | Ints, n: Floats | Ints) -> tuple[Floats, float, Floats]:
    size = np.where(np.asarray(n) > 0, np.asarray(n, np.float64), np.nan)
    count, known = np.asarray(y, np.float64), np.isfinite(size)
    return count / size, float(count[known].sum() / size[known].sum()), size


def _spread(z: Floats, screened: bool) -> float:
    ranges = np.abs(np.diff(z))
    return _mean(ranges[np.isfinite(ranges)], SCREEN_LANEY, screened) / SIGMA_OF_RANGE


def _mean(ranges: Floats, bound: float, screened: bool) -> float:
    kept = ranges[ranges < bound * ranges.mean()] if screened and len(ranges) else ranges
    return float(kept.mean()) if len(kept) else 0.0


def _around(value: Floats, center: float, sigma: Floats, top: float) -> Chart:
    lower, upper = center - SIGMAS * sigma, center + SIGMAS * sigma
    return Chart(value, center, np.maximum(0.0, lower), np.minimum(top, upper))
