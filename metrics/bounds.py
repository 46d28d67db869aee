"""How much a hidden cell may be, given all shown totals and what each atom can hold at most (PRIVACY §3.3).

Elimination does not see that amounts are never below 0 nor above their capacity; linear programming does. An interval
without width tells the hidden amount.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array


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
    atom holds between 0 and its capacity. Two linear programmes for each hidden cell (HiGHS), over the atoms that hang
    together with it and with those that all shown cells treat alike as one. Raises InconsistentTotalsError when
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
    """The shown sums, and the parts into which no shown sum ties the atoms together."""

    def __init__(self, rows: Sequence[Iterable[int]], totals: np.ndarray, capacities: np.ndarray) -> None:
        self.totals, self.capacities = totals, capacities
        self.rows_of: list[list[int]] = [[] for _ in capacities]
        self.rows = [tuple(dict.fromkeys(row)) for row in rows]
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

    def _solve(self, alike: dict[tuple[tuple[int, ...], bool], float]) -> tuple[float, float]:
        rows = sorted({row for sums, _ in alike for row in sums})
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
