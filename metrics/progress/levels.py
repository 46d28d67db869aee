"""From side and probability to one of the levels, in the order of STATISTICS §4 step 6."""

from dataclasses import dataclass

import numpy as np

from metrics.progress.aims import Aims
from metrics.progress.arrays import Bools, Codes, Floats
from metrics.progress.chains import EARLY_SHARE, SHARE, Bounds, held
from metrics.progress.codes import Level, first_of
from metrics.progress.history import History


@dataclass(frozen=True, slots=True, kw_only=True)
class Standpoint:
    """What a level is decided from; arrays are [unit, month]."""

    enough: Bools
    """There is enough to go on."""
    met: Bools
    """The figure is on the right side of the final limit."""
    on_plan: Bools
    """The figure meets the milestone of a plan."""
    p: Floats
    """Probability that the underlying level meets the final limit."""
    p_plan: Floats
    """The same for what should be reached now."""
    early: Bools
    """So little data that more certainty is asked for."""


def decide(
    stand: Standpoint, aims: Aims, history: History, share: Bounds = SHARE, early: Bounds = EARLY_SHARE
) -> Codes:
    """The level of every unit and month that has a value: int8[unit, month] of `Level`."""
    enter = np.where(stand.early, early.enter, share.enter)
    keep = np.where(stand.early, early.keep, share.keep)
    judged = stand.enough & aims.given
    track = judged & ~stand.met & stand.on_plan
    secure = held(judged & stand.met, stand.p, enter, keep, history)
    clear = held(judged & ~stand.met & ~track, 1 - stand.p_plan, enter, keep, history)
    return first_of(
        Level.OFF_UNSURE,
        (~stand.enough, Level.TOO_LITTLE),
        (~np.broadcast_to(aims.given, stand.met.shape), Level.NO_TARGET),
        (secure, Level.ON_SECURE),
        (stand.met, Level.ON_UNSURE),
        (track, Level.ON_TRACK),
        (clear, Level.OFF_CLEAR),
    )
