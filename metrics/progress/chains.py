"""Verdicts that hold on: a chain of months where a status is left later than it is entered (STATISTICS §4)."""

from dataclasses import dataclass

import numpy as np

from metrics.progress.arrays import Bools, Floats, Ints, at_least
from metrics.progress.history import History
from metrics.progress.standing import latest


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where a status is entered and where it is left; equal values have no memory."""

    enter: float
    keep: float


CHANGE = Bounds(1.96, 1.645)
SHARE = Bounds(0.80, 0.70)
EARLY_SHARE = Bounds(0.90, 0.80)
"""Below 24 months of data."""


def sure_sign(z: Floats, history: History, bounds: Bounds = CHANGE) -> Ints:
    """The sign of a change that is sure, -1, 0 or 1: [unit, month].

    Entered at `|z| >= enter`; kept until `|z| < keep` or the sign turns. A month without a value is no step; a unit
    that is no longer fresh begins anew.
    """
    _, fresh = latest(history)
    size, sign = np.abs(z), np.sign(np.nan_to_num(z)).astype(np.int64)
    entered, kept = at_least(size, bounds.enter), at_least(size, bounds.keep)
    found = np.zeros(z.shape, np.int64)
    state = np.zeros(z.shape[0], np.int64)
    for t in range(z.shape[1]):
        step = np.where(entered[:, t] | (kept[:, t] & (state == sign[:, t])), sign[:, t], 0)
        state = np.where(history.valid[:, t], step, np.where(fresh[:, t], state, 0))
        found[:, t] = state
    return found


def held(possible: Bools, share: Floats, enter: Floats, keep: Floats, history: History) -> Bools:
    """Where a status holds: [unit, month]. Entered at `share >= enter`, left when `share < keep` or not possible."""
    _, fresh = latest(history)
    entered, kept = possible & at_least(share, enter), possible & at_least(share, keep)
    found = np.zeros(share.shape, bool)
    state = np.zeros(share.shape[0], bool)
    for t in range(share.shape[1]):
        step = entered[:, t] | (kept[:, t] & state)
        state = np.where(history.valid[:, t], step, state & fresh[:, t])
        found[:, t] = state
    return found
