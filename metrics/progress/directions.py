"""From a sure change to a word, by which way is better (STATISTICS §3, §4 step 3)."""

import numpy as np

from metrics.indicators import Better
from metrics.progress.aims import Aims
from metrics.progress.arrays import Bools, Codes, Floats, Ints
from metrics.progress.codes import Direction, first_of


def name(sign: Ints, comparable: Bools, figure: Floats, previous: Floats, better: Better, aims: Aims) -> Codes:
    """int8[unit, month] of `Direction` from the sign of a sure change, 0 where it is none.

    A neutral indicator has only changed. In a band it is better to come nearer to it and worse to leave it; a change
    within the band, or without one, is only a change.
    """
    up, down = sign > 0, sign < 0
    if better is Better.BAND:
        nearer = _outside(previous, aims) - _outside(figure, aims)
        good, bad = (sign != 0) & (nearer > 0), (sign != 0) & (nearer < 0)
    elif better is Better.NEITHER:
        good = bad = np.zeros(sign.shape, bool)
    else:
        good, bad = (down, up) if better is Better.LOWER else (up, down)
    return first_of(
        Direction.NONE,
        (~comparable, Direction.TOO_LITTLE),
        (good, Direction.BETTER),
        (bad, Direction.WORSE),
        (sign != 0, Direction.CHANGED),
    )


def _outside(value: Floats, aims: Aims) -> Floats:
    """How far outside its band a value lies, 0 inside it and without one."""
    distance = np.maximum(np.maximum(aims.limit - value, value - aims.upper), 0)
    return np.where(aims.banded, distance, 0)
