"""The block rule: no group of fewer persons than the threshold can be had by subtraction (PRIVACY §3.1).

A block is a shown unit minus its nearest shown descendants. Showing the totals of the shown units tells exactly
the totals of the blocks, so every block must hold nobody or at least the threshold.
"""

from dataclasses import dataclass

import numpy as np

NEVER = np.float64(np.inf)


def weight(people: np.ndarray) -> np.ndarray:
    """What it costs to hide a unit: 1 + ln(1 + people), so small and low units go first (PRIVACY §3.1)."""
    return np.asarray(1.0 + np.log1p(people))


def preorder(parent: np.ndarray) -> np.ndarray:
    """An order in which every parent stands before its children. Raises ValueError for a circle."""
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
    return np.argsort(depth, kind="stable")


def block_mask(
    parent: np.ndarray,
    own: np.ndarray,
    threshold: int,
    weights: np.ndarray,
    *,
    forced: np.ndarray | None = None,
) -> np.ndarray:
    """Which units to hide so that every block is safe, at the least total weight (exact dynamic programme).

    `parent` int[n] with -1 at the top, in any order; `own` int[n] or [n, k] persons on the unit itself (0 only
    where it holds neither persons nor amounts); `weights` float of the same shape, the cost of hiding a unit;
    `forced` bool of the same shape, units that may not be shown. Returns bool of the shape of `own`, True = hidden.
    Exact on counts that add up the tree. Raises ValueError for a threshold below 1 or a negative count.
    """
    counts = np.atleast_2d(np.asarray(own).T).T
    if threshold < 1 or (counts < 0).any():
        raise ValueError("threshold below 1 or a negative count")
    cost = np.broadcast_to(np.atleast_2d(np.asarray(weights, dtype=float).T).T, counts.shape)
    barred = np.zeros(counts.shape, bool) if forced is None else np.atleast_2d(np.asarray(forced).T).T
    barred = np.broadcast_to(barred, counts.shape)
    hidden = _Programme(np.asarray(parent), np.minimum(counts, threshold), threshold, cost, barred).solve()
    return np.asarray(hidden.reshape(np.shape(own)))


class _Programme:
    """Bottom-up costs and top-down choices, all columns at once.

    States 0..threshold are the persons of a subtree that stand in a block still open above it, capped.
    """

    def __init__(
        self, parent: np.ndarray, own: np.ndarray, threshold: int, cost: np.ndarray, barred: np.ndarray
    ) -> None:
        self.parent, self.own, self.top = parent, own, threshold
        self.cost, self.barred = cost, barred
        self.order = preorder(parent)
        self.columns = np.arange(own.shape[1])
        self.merged: dict[int, np.ndarray] = {}
        self.closes: dict[int, np.ndarray] = {}
        self.shows: dict[int, np.ndarray] = {}
        self.children: dict[int, list[int]] = {int(i): [] for i in range(-1, len(parent))}
        for i in self.order:
            self.children[int(parent[i])].append(int(i))

    def solve(self) -> np.ndarray:
        passed: dict[int, np.ndarray] = {}
        for i in reversed(self.order):
            passed[int(i)] = self._pass_up(int(i), passed)
        return self._choose(passed)

    def _pass_up(self, unit: int, passed: dict[int, np.ndarray]) -> np.ndarray:
        pool: np.ndarray = np.full((self.top + 1, len(self.columns)), NEVER)
        pool[self.own[unit], self.columns] = 0.0
        for child in self.children[unit]:
            pool, self.merged[child] = self._merge(pool, passed.pop(child))
        full = pool[self.top] < pool[0]
        shown = np.where(self.barred[unit], NEVER, np.where(full, pool[self.top], pool[0]))
        out: np.ndarray = pool + self.cost[unit]
        show = shown <= out[0]
        self.closes[unit], self.shows[unit] = full, show
        out[0] = np.where(show, shown, out[0])
        return out

    def _merge(self, pool: np.ndarray, child: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        new = np.full_like(pool, NEVER)
        choice = np.zeros(pool.shape, np.int32)
        states = self.top + 1
        for mine in range(states):
            for theirs in range(states):
                at = min(mine + theirs, self.top)
                total = pool[mine] + child[theirs]
                less = total < new[at]
                new[at] = np.where(less, total, new[at])
                choice[at] = np.where(less, mine * states + theirs, choice[at])
        return new, choice

    def _choose(self, passed: dict[int, np.ndarray]) -> np.ndarray:
        hidden = np.ones(self.own.shape, bool)
        state = np.zeros(self.own.shape, np.int32)
        for root in self.children[-1]:
            state[root] = np.argmin(passed[root], axis=0)
        for i in self.order:
            unit = int(i)
            shown = self.shows[unit] & (state[unit] == 0)
            hidden[unit] = ~shown
            pool = np.where(shown, np.where(self.closes[unit], self.top, 0), state[unit])
            for child in reversed(self.children[unit]):
                pair = self.merged[child][pool, self.columns]
                pool, state[child] = pair // (self.top + 1), pair % (self.top + 1)
        return hidden


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
