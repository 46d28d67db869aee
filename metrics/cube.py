"""Sums over the tree: parents are added from their own staff and their children, never averaged."""

import numpy as np


def roll_up(own: np.ndarray, parent: np.ndarray) -> np.ndarray:
    """Add every unit's own amounts into all units above it.

    `own` is int64[n] or int64[n, k] in preorder, `parent` int[n] with -1 at the top. Returns the same shape.
    """
    total = own.copy()
    for i in range(len(parent) - 1, -1, -1):
        if parent[i] >= 0:
            total[parent[i]] += total[i]
    return total


def own_amounts(delivered: np.ndarray, includes_children: np.ndarray, parent: np.ndarray) -> np.ndarray:
    """Each unit's own amounts, taken out of deliveries where a parent's row includes its children.

    `delivered` int64[n, k] in preorder, 0 where nothing was delivered; `includes_children` bool[n, k] marks rows
    that hold all below them. Own = delivered minus the totals of the children. The result is negative where the
    children hold more than the parent: that is the caller's to report.
    """
    own, total = delivered.copy(), delivered.copy()
    below = np.zeros_like(delivered)
    for i in range(len(parent) - 1, -1, -1):
        own[i] = np.where(includes_children[i], delivered[i] - below[i], delivered[i])
        total[i] = own[i] + below[i]
        if parent[i] >= 0:
            below[parent[i]] += total[i]
    return own
