"""The block rule's exact dynamic programme: costs from the bottom up, choices from the top down.

All units of a level and all columns at once: siblings are joined two and two, as in a tournament.
"""

from dataclasses import dataclass

import numpy as np

from metrics.block_states import States

_NEVER = np.inf


@dataclass(frozen=True, slots=True)
class _Round:
    """One round of a tournament: which entries were joined, and how each state of a joined one came about."""

    left: np.ndarray
    right: np.ndarray
    """-1 where the entry had no partner and went on alone."""
    choice: np.ndarray
    """int32[s, entries, k]: the left state times s plus the right state."""


@dataclass(slots=True)
class _Level:
    """The units of one depth, with what was decided on the way up."""

    units: np.ndarray
    rounds: list[_Round]
    parents: np.ndarray
    """Units of the level that have children, in the order of the tournament's last round."""
    pool: np.ndarray
    """int32[s, units, k]: the children's state that each state of the whole pool came from."""
    kept: np.ndarray
    """int32[s, units, k]: the state of the pool that each state handed up by a hidden unit came from."""
    closed: np.ndarray
    """int32[units, k]: the state of the pool over which a shown unit closes its block."""
    show: np.ndarray
    """bool[units, k]: whether showing is no dearer than handing nobody up while hidden."""


class Programme:
    """One tree, many columns."""

    def __init__(self, parent: np.ndarray, depth: np.ndarray, states: States) -> None:
        """`parent` int[n] with -1 at the top and `depth` int[n], in any order of units."""
        self.parent, self.states = parent, states
        order = np.lexsort((np.arange(len(parent)), parent, depth))
        self.levels = [order[depth[order] == d] for d in range(int(depth.max(initial=-1)) + 1)]

    def solve(self, own: np.ndarray, cost: np.ndarray, barred: np.ndarray) -> np.ndarray:
        """Hidden units, bool[n, k]. `own` int[n, k] capped, `cost` float[n, k], `barred` bool[n, k] may not be shown."""
        done: list[_Level] = []
        passed = np.zeros((self.states.count, 0, own.shape[1]))
        below = np.zeros(0, dtype=np.int64)
        for units in reversed(self.levels):
            level, passed = self._climb(units, below, passed, own, cost, barred)
            done.append(level)
            below = units
        return self._descend(list(reversed(done)), passed, own.shape)

    def _climb(
        self,
        units: np.ndarray,
        below: np.ndarray,
        passed: np.ndarray,
        own: np.ndarray,
        cost: np.ndarray,
        barred: np.ndarray,
    ) -> tuple[_Level, np.ndarray]:
        rounds, parents, joined = self._tournament(self.parent[below], passed)
        children = np.full((self.states.count, len(units), own.shape[1]), _NEVER)
        children[0] = 0.0
        if len(parents):
            children[:, self._place(units, parents)] = joined
        pool, origin = self._add_own(children, own[units])
        out, kept = self._hide(pool)
        out += cost[units]
        closing = np.where(self.states.closes[:, None, None], pool, _NEVER)
        closed = closing.argmin(axis=0)
        shown = np.where(barred[units], _NEVER, closing.min(axis=0))
        show = shown <= out[0]
        out[0] = np.where(show, shown, out[0])
        return _Level(units, rounds, parents, origin, kept, closed.astype(np.int32), show), out

    def _place(self, units: np.ndarray, wanted: np.ndarray) -> np.ndarray:
        place = np.empty(len(self.parent), dtype=np.int64)
        place[units] = np.arange(len(units))
        return np.asarray(place[wanted])

    def _tournament(self, groups: np.ndarray, costs: np.ndarray) -> tuple[list[_Round], np.ndarray, np.ndarray]:
        """Join entries of the same group (which stand together) until one is left of each."""
        rounds = []
        while len(groups) != len(np.unique(groups)):
            first = np.r_[True, groups[1:] != groups[:-1]]
            position = np.arange(len(groups)) - np.maximum.accumulate(np.where(first, np.arange(len(groups)), 0))
            left = np.flatnonzero(position % 2 == 0)
            paired = np.r_[position[1:] % 2 == 1, False][left]
            right = np.where(paired, left + 1, -1)
            costs, choice = self._join(costs, left, right)
            rounds.append(_Round(left, right, choice))
            groups = groups[left]
        return rounds, groups, costs

    def _join(self, costs: np.ndarray, left: np.ndarray, right: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        count, width = self.states.count, costs.shape[2]
        theirs = costs[:, right]
        theirs[:, right < 0] = _NEVER
        theirs[0, right < 0] = 0.0
        new = np.full((count, len(left), width), _NEVER)
        choice = np.zeros((count, len(left), width), np.int32)
        for a in range(count):
            mine = costs[a, left]
            for b in range(count):
                at, total = self.states.join[a, b], mine + theirs[b]
                less = total < new[at]
                np.copyto(new[at], total, where=less)
                np.copyto(choice[at], a * count + b, where=less)
        return new, choice

    def _add_own(self, children: np.ndarray, own: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        start = self.states.own[own]
        pool, origin = np.full_like(children, _NEVER), np.zeros(children.shape, np.int32)
        for state in range(self.states.count):
            at = self.states.join[state][start]
            for target in np.unique(at):
                less = (at == target) & (children[state] < pool[target])
                np.copyto(pool[target], children[state], where=less)
                np.copyto(origin[target], state, where=less)
        return pool, origin

    def _hide(self, pool: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        out, kept = np.full_like(pool, _NEVER), np.zeros(pool.shape, np.int32)
        for state, at in enumerate(self.states.hide):
            less = pool[state] < out[at]
            np.copyto(out[at], pool[state], where=less)
            np.copyto(kept[at], state, where=less)
        return out, kept

    def _descend(self, levels: list[_Level], passed: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
        hidden = np.ones(shape, bool)
        columns = np.arange(shape[1])
        state = passed.argmin(axis=0).astype(np.int32)
        for i, level in enumerate(levels):
            rows = np.arange(len(level.units))[:, None]
            shown = level.show & (state == 0)
            hidden[level.units] = ~shown
            pool = np.where(shown, level.closed, level.kept[state, rows, columns])
            children = level.pool[pool, rows, columns]
            if i + 1 < len(levels):
                state = self._hand_out(level, children, columns)
        return hidden

    def _hand_out(self, level: _Level, children: np.ndarray, columns: np.ndarray) -> np.ndarray:
        """The state that each child handed up, from the state of its parent's children together."""
        state: np.ndarray = children[self._place(level.units, level.parents)]
        for played in reversed(level.rounds):
            pair = played.choice[state, np.arange(len(played.left))[:, None], columns]
            entries = len(played.left) + int((played.right >= 0).sum())
            before: np.ndarray = np.zeros((entries, len(columns)), np.int32)
            before[played.left] = pair // self.states.count
            met = played.right >= 0
            before[played.right[met]] = (pair % self.states.count)[met]
            state = before
        return state
