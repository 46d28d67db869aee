"""How much a hidden cell may be, given all shown totals and what each atom can hold at most (PRIVACY §3.3).

Elimination does not see that amounts are never below 0 nor above their capacity; linear programming does. An interval
without width tells the hidden amount.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array

TOLERANCE = 1e-9
"""Relative difference that adding amounts up may make."""


class InconsistentTotalsError(ValueError):
    """No amounts within the capacities fit the shown totals."""


def intervals(
    members: Sequence[Sequence[int]],
    shown: Sequence[bool] | np.ndarray,
    amounts: Sequence[float] | np.ndarray,
    capacities: Sequence[float] | np.ndarray,
) -> np.ndarray:
    """The least and greatest amount of every cell, float[cells, 2]; both are the amount itself where it is shown.

    `members[cell]` are the atoms that a cell adds up; `shown` bool[cells]; `amounts` [cells], read where shown alone;
    `capacities` [atoms], the most that each atom can hold (agreed days, persons), in the unit of the amounts. Every
    atom holds between 0 and its capacity. Two linear programmes for each hidden cell (HiGHS), over the atoms that are
    tied to it, with those that all shown cells treat alike as one; where one sum ties them, their closed form. Raises InconsistentTotalsError when
    nothing fits the shown totals.
    """
    given, totals = np.asarray(shown, dtype=bool), np.asarray(amounts, dtype=float)
    atoms = _Atoms(
        [inside for inside, seen in zip(members, given, strict=True) if seen],
        totals[given],
        np.asarray(capacities, dtype=float),
    )
    found: dict[tuple[int, ...], tuple[float, float]] = {}
    ends = np.empty((len(members), 2))
    for cell, inside in enumerate(members):
        if given[cell]:
            ends[cell] = totals[cell]
            continue
        name = tuple(sorted(inside))
        if name not in found:
            found[name] = atoms.interval(name)
        ends[cell] = found[name]
    return ends


class _Atoms:
    """The shown sums less the sums inside them, and what each atom can hold."""

    def __init__(self, rows: Sequence[Iterable[int]], totals: np.ndarray, capacities: np.ndarray) -> None:
        self.capacities = capacities
        self.rows, self.totals = _less_inner(rows, totals, len(capacities))
        self.rows_of: list[list[int]] = [[] for _ in capacities]
        for i, row in enumerate(self.rows):
            for atom in row:
                self.rows_of[atom].append(i)

    def interval(self, cell: Iterable[int]) -> tuple[float, float]:
        wanted = set(cell)
        loose = sum(self.capacities[atom] for atom in wanted if not self.rows_of[atom])
        tied = {atom for atom in wanted if self.rows_of[atom]}
        if not tied:
            return 0.0, float(loose)
        alike: dict[tuple[tuple[int, ...], bool], float] = {}
        for atom in self._near(tied):
            key = tuple(self.rows_of[atom]), atom in tied
            alike[key] = alike.get(key, 0.0) + float(self.capacities[atom])
        low, high = self._solve(alike)
        return low, high + float(loose)

    def _near(self, tied: set[int]) -> set[int]:
        """The atoms that shown sums tie to the cell, directly or through others."""
        seen, rows, stack = set(tied), set[int](), list(tied)
        while stack:
            for row in self.rows_of[stack.pop()]:
                if row not in rows:
                    rows.add(row)
                    fresh = set(self.rows[row]) - seen
                    seen |= fresh
                    stack.extend(fresh)
        return seen

    def _share(self, total: float, alike: dict[tuple[tuple[int, ...], bool], float]) -> tuple[float, float]:
        """The ends when one sum is all that ties the cell to others."""
        mine, others = (sum(size for (_, inside), size in alike.items() if inside is side) for side in (True, False))
        if not -TOLERANCE * mine <= total <= (mine + others) * (1 + TOLERANCE):
            raise InconsistentTotalsError
        return max(0.0, total - others), max(0.0, min(mine, total))

    def _solve(self, alike: dict[tuple[tuple[int, ...], bool], float]) -> tuple[float, float]:
        rows = sorted({row for sums, _ in alike for row in sums})
        if len(rows) == 1:
            return self._share(float(self.totals[rows[0]]), alike)
        place = {row: i for i, row in enumerate(rows)}
        entries = [(place[row], column) for column, (sums, _) in enumerate(alike) for row in sums]
        matrix = csr_array((np.ones(len(entries)), tuple(zip(*entries, strict=True))), shape=(len(rows), len(alike)))
        goal = np.array([float(mine) for _, mine in alike])
        limits = np.column_stack([np.zeros(len(alike)), list(alike.values())])
        ends = []
        for sign in (1.0, -1.0):
            made = linprog(sign * goal, A_eq=matrix, b_eq=self.totals[rows], bounds=limits, method="highs")
            if made.status != 0:
                raise InconsistentTotalsError
            ends.append(sign * float(made.fun))
        return ends[0], ends[1]


def _less_inner(
    rows: Sequence[Iterable[int]], totals: np.ndarray, atoms: int
) -> tuple[list[frozenset[int]], np.ndarray]:
    """The same sums, each without the largest sums inside it: short rows that tie few atoms together."""
    whole = [frozenset(row) for row in rows]
    order = sorted(range(len(whole)), key=lambda i: -len(whole[i]))
    holders: list[list[int]] = [[] for _ in range(atoms)]
    for i in order:
        for atom in whole[i]:
            holders[atom].append(i)
    rank = {row: place for place, row in enumerate(order)}
    left, rest = [*whole], totals.astype(float).copy()
    for i in order:
        inside = {row for atom in whole[i] for row in holders[atom] if rank[row] > rank[i]}
        for row in sorted(inside, key=rank.__getitem__):
            if whole[row] <= left[i]:
                left[i] -= whole[row]
                rest[i] -= totals[row]
    return left, rest
