"""The probability that an underlying level lies on the right side of a limit (STATISTICS §4 step 5, §5.3)."""

import numpy as np
from scipy.special import gammainc, ndtr

from metrics.progress.aims import Aims
from metrics.progress.arrays import Floats, divide


def of_normal(theta: Floats, s: Floats, limit: Floats, aims: Aims) -> Floats:
    """For a normal level: beyond the limit, or inside the band that begins with it. All in the limit's units."""
    beyond = ndtr(np.where(aims.upwards, divide(theta - limit, s), divide(limit - theta, s)))
    inside = ndtr(divide(aims.upper - theta, s)) - ndtr(divide(limit - theta, s))
    return np.asarray(np.where(aims.banded, inside, beyond), np.float64)


def of_gamma(alpha: Floats, beta: Floats, limit: Floats, aims: Aims, scale: float) -> Floats:
    """For a gamma level with shape `alpha` and rate `beta`, of which `scale` times is held against the limit."""
    below = gammainc(alpha, beta * np.maximum(limit / scale, 0))
    inside = gammainc(alpha, beta * np.maximum(aims.upper / scale, 0)) - below
    return np.asarray(np.where(aims.banded, inside, np.where(aims.upwards, 1 - below, below)), np.float64)
