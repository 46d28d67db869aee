"""A period that has been published before: what was shown stays known, so only enough change may be told at once.

The difference between an earlier and a later figure is a figure too. Two rules hold (PRIVACY §4.3). The change since
each earlier telling obeys the block rule on the tree of changes, where a unit counts as many persons as its number of
people has moved. And all figures ever told of the period are linked tables: those who came, left and stayed are
atoms, counted as if the last to come is the first to go. The second sees what the first does not: that a change takes
most of a known group away. A figure that would be of other units than before keeps its earlier word, for the
difference is the units that came or went.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from metrics.linked import protect
from metrics.solvers import Solver


@dataclass(frozen=True, slots=True)
class Earlier:
    """What earlier publishes told of one period. Arrays are bool[cells]."""

    shown: np.ndarray
    hidden: np.ndarray
    same: np.ndarray
    """The figure is the same now as then."""
    regrouped: np.ndarray
    """The figure would be of other units now than then, beside units that are new."""
    other_policy: bool
    """Whether it was masked by another rule than the one that holds now."""
    tellings: tuple[np.ndarray, ...]
    """Persons on each piece, int[pieces], each time something was told. Pieces that are gone stand last."""
    told: tuple[tuple[int, tuple[int, ...]], ...]
    """Every figure that was told: the telling, and its pieces."""

    def stands(self, pieces: np.ndarray, barred: np.ndarray) -> bool:
        """Whether nothing has changed since the last telling."""
        last = self.tellings[-1]
        fresh = np.where(self.shown, ~self.same | barred | self.regrouped, ~self.hidden & ~barred)
        return not fresh.any() and np.array_equal(last[: len(pieces)], pieces) and not last[len(pieces) :].any()


@dataclass(frozen=True, slots=True)
class Revised:
    """What to do with each cell now: bool[cells]."""

    hidden: np.ndarray
    pending: np.ndarray
    """Shown earlier, and the earlier figure must stand until more has changed («rettelse venter»)."""
    told: bool
    """Whether any cell tells something new."""


def revise(earlier: Earlier, pieces: np.ndarray, barred: np.ndarray, solver: Solver) -> Revised:
    """Which cells may tell their new figure.

    `pieces` are the persons on each piece now, `barred` bool[cells] have no figure that may be shown now.
    Cells that were hidden stay hidden, and a stricter policy hides more; cells that had no figure then may be shown
    when the rules allow.
    """
    if earlier.other_policy:
        earlier = _masked_anew(earlier, pieces, barred, solver)
    if earlier.stands(pieces, barred):
        return Revised(~earlier.shown, np.zeros_like(barred), told=False)
    closed = earlier.hidden | earlier.regrouped | barred
    moves = [np.abs(pieces - before[: len(pieces)]) for before in earlier.tellings]
    while True:
        untold = closed.copy()
        for moved in moves:
            untold |= solver.solve(moved, closed)
        untold = _linked(earlier, pieces, untold, solver)
        pending = earlier.shown & untold & ~(earlier.same & ~barred)
        hidden = ~earlier.shown & untold
        small = solver.unsafe(pieces, hidden | pending)
        again = untold & ~closed
        again[small] = True
        if not (again & ~closed).any():
            news = ~hidden & ~pending & ~(earlier.shown & earlier.same)
            return Revised(hidden, pending, bool(news.any()))
        closed = closed | again


def _masked_anew(earlier: Earlier, pieces: np.ndarray, barred: np.ndarray, solver: Solver) -> Earlier:
    """What a stricter rule would have hidden is hidden from now on, by the persons then and now."""
    closed, gone = earlier.hidden | barred, np.zeros_like(barred)
    for counts in (pieces, *(before[: len(pieces)] for before in earlier.tellings)):
        gone |= solver.solve(counts, closed) & earlier.shown
    return replace(earlier, shown=earlier.shown & ~gone, hidden=earlier.hidden | gone)


def _linked(earlier: Earlier, pieces: np.ndarray, closed: np.ndarray, solver: Solver) -> np.ndarray:
    """Cells that may not tell: the closed ones, and those that would give a small group away beside what was told."""
    now = np.zeros(len(earlier.tellings[0]), dtype=np.int64)
    now[: len(pieces)] = pieces
    layers = _Layers((*earlier.tellings, now))
    known = [layers.of(telling, inside) for telling, inside in earlier.told]
    cells = [layers.of(-1, inside) for inside in solver.members]
    return protect(cells, layers.persons, solver.threshold, forced=np.flatnonzero(closed).tolist(), known=known)


class _Layers:
    """The atoms of pieces that grow and shrink: one for each step between the counts that a piece has had."""

    def __init__(self, counts: Sequence[np.ndarray]) -> None:
        self.counts = counts
        self.persons: list[int] = []
        self._atoms: list[list[tuple[int, int]]] = []
        for piece in np.transpose(counts).tolist():
            atoms = []
            for low, high in pairwise(sorted({0, *piece})):
                atoms.append((high, len(self.persons)))
                self.persons.append(high - low)
            self._atoms.append(atoms)

    def of(self, time: int, pieces: Sequence[int]) -> list[int]:
        """The atoms of some pieces at a time."""
        counts = self.counts[time]
        return [atom for piece in pieces for high, atom in self._atoms[piece] if high <= counts[piece]]
