"""Sums over the tree: parents are added from their own staff and their children, never averaged."""

import numpy as np


def roll_up(own: np.ndarray, parent: np.ndarray) -> np.ndarray:
    """Add every unit's own amounts into all units above it.

    `own` is int64[n] or int64[n, k] in preorder, `parent` int32[n] with -1 at the top. Returns the same shape.
    """
    total = own.copy()
    for i in range(len(parent) - 1, -1, -1):
        above = parent[i]
        if above >= 0:
            total[above] += total[i]
    return total


def take_out_children(delivered: np.ndarray, given: np.ndarray, parent: np.ndarray) -> np.ndarray:
    """Own amounts of units whose delivered amounts include their children: parent minus its nearest given units.

    `delivered` int64[n] in preorder, `given` bool[n]. A unit that was not given has no own amounts of its own.
    A negative result is the caller's to report.
    """
    own = np.where(given, delivered, 0)
    for i in range(len(parent) - 1, -1, -1):
        if not given[i]:
            continue
        above = parent[i]
        while above >= 0 and not given[above]:
            above = parent[above]
        if above >= 0:
            own[above] -= delivered[i]
    return own
