"""Whether today's level is enough at the next milestone: persistence with honest variance (STATISTICS §6)."""

import numpy as np
from scipy.special import ndtr

from metrics.progress.aims import Aims
from metrics.progress.arrays import Bools, Codes, Floats, at_least, at_most, divide
from metrics.progress.codes import Level, Outlook, first_of, number

DRIFT = 0.08
"""How much a level moves in a year, as a share of itself."""
SOONEST, LATEST = 6, 36
"""Months ahead that an outlook is given for."""
LIKELY, UNLIKELY = 0.80, 0.20


def reach(theta: Floats, s: Floats, sampling: Floats, aims: Aims) -> Floats:
    """Probability that the figure meets the next milestone if the level stays: [unit, month].

    `sampling` is the variance of one figure around the level; all are in the limit's units. NaN without a milestone
    6 to 36 months ahead, and for a band.
    """
    h = aims.months_left
    ahead = (h >= SOONEST) & (h <= LATEST) & ~aims.banded
    spread = np.sqrt(s**2 + sampling + (DRIFT * theta) ** 2 * h / 12)
    distance = np.where(aims.upwards, theta - aims.next_limit, aims.next_limit - theta)
    return np.where(ahead, ndtr(divide(distance, spread)), np.nan)


def name(p_reach: Floats, level: Codes, known: Bools) -> Codes:
    """int8[unit, month] of `Outlook`: none where the level says «on schedule» or nothing, or too little is `known`."""
    silent = (Level.ON_TRACK, Level.TOO_LITTLE, Level.HIDDEN, Level.MISSING)
    spoken = known & np.isfinite(p_reach) & ~np.isin(level, [number(word) for word in silent])
    return first_of(
        Outlook.OPEN,
        (~spoken, Outlook.NONE),
        (at_least(p_reach, LIKELY), Outlook.LIKELY),
        (at_most(p_reach, UNLIKELY), Outlook.UNLIKELY),
    )
