"""The block rule: no group of fewer persons than the threshold can be had by subtraction (PRIVACY §3.1).

A block is a shown unit minus its nearest shown descendants. Showing the totals of the shown units tells exactly
the totals of the blocks, so every block must hold nobody or at least the threshold.
"""

from dataclasses import dataclass

import numpy as np

from metrics.block_programme import Programme
from metrics.block_states import insider_safe, plain


def weight(people: np.ndarray) -> np.ndarray:
    """What it costs to hide a unit: 1 + ln(1 + people), so small and low units go first (PRIVACY §3.1)."""
    return np.asarray(1.0 + np.log1p(people))


def depths(parent: np.ndarray) -> np.ndarray:
    """How far each unit is from the top, int[n]. Raises ValueError for a circle."""
    depth = np.full(len(parent), -1)
    for start in range(len(parent)):
        path, i = [], start
        while i >= 0 and depth[i] < 0:
            path.append(i)
            if len(path) > len(parent):
                raise ValueError("circle in the tree")
            i = int(parent[i])
        base = depth[i] if i >= 0 else -1
        for step, j in enumerate(reversed(path), start=1):
            depth[j] = base + step
    return depth


def preorder(parent: np.ndarray) -> np.ndarray:
    """An order in which every parent stands before its children. Raises ValueError for a circle."""
    return np.argsort(depths(parent), kind="stable")


def block_mask(
    parent: np.ndarray,
    own: np.ndarray,
    threshold: int,
    weights: np.ndarray,
    *,
    forced: np.ndarray | None = None,
    insider: bool = False,
) -> np.ndarray:
    """Which units to hide so that every block is safe, at the least total weight (exact dynamic programme).

    `parent` int[n] with -1 at the top, in any order; `own` int[n] or [n, k] persons on the unit itself (0 only
    where it holds neither persons nor amounts); `weights` float of the same shape, the cost of hiding a unit;
    `forced` bool of the same shape, units that may not be shown; `insider` asks for the threshold also when a block's
    largest hidden unit is known (PRIVACY §4.4). Returns bool of the shape of `own`, True = hidden.
    Exact on counts that add up the tree. Raises ValueError for a threshold below 1, a negative count or a circle.
    """
    counts = _columns(own, np.int64)
    if threshold < 1 or (counts < 0).any():
        raise ValueError("threshold below 1 or a negative count")
    barred = np.zeros(counts.shape, bool) if forced is None else _columns(forced, bool)
    states = insider_safe(threshold) if insider else plain(threshold)
    programme = Programme(np.asarray(parent), depths(parent), states)
    hidden = programme.solve(
        np.minimum(counts, threshold),
        np.broadcast_to(_columns(weights, float), counts.shape),
        np.broadcast_to(barred, counts.shape),
    )
    return hidden.reshape(np.shape(own))


def _columns(values: np.ndarray, kind: type) -> np.ndarray:
    given: np.ndarray = np.asarray(values, dtype=kind)
    return given[:, None] if given.ndim == 1 else given


@dataclass(frozen=True, slots=True)
class Block:
    """A shown unit minus its nearest shown descendants, when something in it is hidden."""

    top: int
    members: tuple[int, ...]
    """The hidden units in the block."""
    own_staff: bool
    """True when the shown unit's own staff stand in the block too."""


def small_blocks(parent: np.ndarray, own: np.ndarray, hidden: np.ndarray, threshold: int) -> np.ndarray:
    """The shown units whose block holds 1 to threshold-1 persons: must be empty before anything is published.

    `parent` int[n] in preorder, `own` int[n], `hidden` bool[n]. Returns int[m].
    """
    tops = block_tops(parent, hidden)
    seen = tops >= 0
    sums = np.bincount(tops[seen], weights=own[seen], minlength=len(parent))
    return np.flatnonzero(~hidden & (sums > 0) & (sums < threshold))


def block_tops(parent: np.ndarray, hidden: np.ndarray) -> np.ndarray:
    """For each unit the shown unit whose block it stands in, -1 where nothing shown holds it.

    `parent` int[n] in preorder, `hidden` bool[n] (True for a unit that shows no figure). Returns int[n].
    """
    tops = np.full(len(parent), -1)
    for i, above in enumerate(parent):
        if not hidden[i]:
            tops[i] = i
        elif above >= 0:
            tops[i] = tops[above]
    return tops


def rest_groups(parent: np.ndarray, hidden: np.ndarray, own: np.ndarray, listed: np.ndarray) -> tuple[Block, ...]:
    """The blocks that pool hidden units (PRIVACY §4.5). Each is derivable anyway and holds the threshold.

    `own` int[n] as in `block_mask`; `listed` bool[n] are the hidden units that have figures of their own.
    """
    tops = block_tops(parent, hidden)
    members: dict[int, list[int]] = {}
    for i in np.flatnonzero(listed & hidden & (tops >= 0)):
        members.setdefault(int(tops[i]), []).append(int(i))
    return tuple(Block(top, tuple(found), bool(own[top] > 0)) for top, found in sorted(members.items()))
