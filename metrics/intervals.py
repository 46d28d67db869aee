"""Intervals for one proportion or one rate: what a figure could as well have been.

Sources: Wilson 1927; Brown, Cai and DasGupta 2001 (Jeffreys); Clopper and Pearson 1934; Garwood 1936; Breslow and Day
1987 (Byar). Every function takes arrays or single numbers of the same shape and gives (lower, upper); `level` is the
coverage, 0.95 for 95 %. NaN where the input is impossible.
"""

import numpy as np
import numpy.typing as npt
from scipy.special import betaincinv, gammaincinv, ndtri

Numbers = npt.NDArray[np.float64] | npt.NDArray[np.int64] | float
Interval = tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]


def wilson(x: Numbers, n: Numbers, level: float = 0.95) -> Interval:
    """A proportion x of n, 0 <= x <= n and n > 0."""
    x, n, ok = _proportion(x, n)
    z2 = float(ndtri((1 + level) / 2)) ** 2
    middle, half = x + z2 / 2, np.sqrt(z2 * (x * (n - x) / n + z2 / 4))
    return _where(ok, (middle - half) / (n + z2), (middle + half) / (n + z2))


def jeffreys(x: Numbers, n: Numbers, level: float = 0.95) -> Interval:
    """A proportion; the bound is 0 when x is 0 and 1 when x is n."""
    x, n, ok = _proportion(x, n)
    tail = (1 - level) / 2
    lower = np.where(x > 0, betaincinv(x + 0.5, n - x + 0.5, tail), 0.0)
    return _where(ok, lower, np.where(x < n, betaincinv(x + 0.5, n - x + 0.5, 1 - tail), 1.0))


def clopper_pearson(x: Numbers, n: Numbers, level: float = 0.95) -> Interval:
    """A proportion, never covered less often than told."""
    x, n, ok = _proportion(x, n)
    tail = (1 - level) / 2
    lower = np.where(x > 0, betaincinv(np.maximum(x, 0.5), n - x + 1, tail), 0.0)
    return _where(ok, lower, np.where(x < n, betaincinv(x + 1, np.maximum(n - x, 0.5), 1 - tail), 1.0))


def garwood_rate(x: Numbers, exposure: Numbers, level: float = 0.95) -> Interval:
    """A rate of x events per exposure, exact."""
    x, exposure, ok = _rate(x, exposure)
    tail = (1 - level) / 2
    lower = np.where(x > 0, gammaincinv(np.maximum(x, 0.5), tail), 0.0)
    return _where(ok, lower / exposure, gammaincinv(x + 1, 1 - tail) / exposure)


def jeffreys_rate(x: Numbers, exposure: Numbers, level: float = 0.95) -> Interval:
    """A rate of x events per exposure."""
    x, exposure, ok = _rate(x, exposure)
    tail = (1 - level) / 2
    lower = np.where(x > 0, gammaincinv(x + 0.5, tail), 0.0)
    return _where(ok, lower / exposure, gammaincinv(x + 0.5, 1 - tail) / exposure)


def byar_rate(x: Numbers, exposure: Numbers, level: float = 0.95) -> Interval:
    """A rate of x events per exposure by Byar's approximation, as public health figures are published."""
    x, exposure, ok = _rate(x, exposure)
    z = float(ndtri((1 + level) / 2))
    above, some = x + 1, np.maximum(x, 1)
    lower = np.where(x > 0, some * (1 - 1 / (9 * some) - z / (3 * np.sqrt(some))) ** 3, 0.0)
    return _where(ok, lower / exposure, above * (1 - 1 / (9 * above) + z / (3 * np.sqrt(above))) ** 3 / exposure)


def _proportion(
    x: Numbers, n: Numbers
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    x, n = np.broadcast_arrays(np.asarray(x, np.float64), np.asarray(n, np.float64))
    ok = (x >= 0) & (x <= n) & (n > 0)
    return np.where(ok, x, 0.0), np.where(ok, n, 1.0), ok


def _rate(x: Numbers, e: Numbers) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    x, e = np.broadcast_arrays(np.asarray(x, np.float64), np.asarray(e, np.float64))
    ok = (x >= 0) & (e > 0)
    return np.where(ok, x, 0.0), np.where(ok, e, 1.0), ok


def _where(ok: npt.NDArray[np.bool_], lower: npt.NDArray[np.float64], upper: npt.NDArray[np.float64]) -> Interval:
    return np.where(ok, lower, np.nan), np.where(ok, upper, np.nan)
