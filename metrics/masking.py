"""The mask of one population in one base period, given what the periods before it and earlier publishes hid."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from metrics.revisions import Earlier, Revised, revise
from metrics.solvers import Solver

Same = Callable[[np.ndarray], np.ndarray]
"""From a mask, the shown cells whose block is all alike, int[m]."""


class UnsafeMaskError(RuntimeError):
    """The mask leaves a group below the threshold. Nothing may be published (fail closed)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """Who is counted in a period. Arrays are over pieces or cells as the solver counts them."""

    pieces: np.ndarray
    """Persons on each piece."""
    least: np.ndarray
    """Persons on each piece as the mask counts them: the least of the year so far for a stock, else `pieces`."""
    distinct: np.ndarray
    """Persons counted once each, where people can stand in several units; else `pieces`."""
    barred: np.ndarray
    """bool[cells]: no figure may be shown."""


def mask(population: Population, solver: Solver, alike: Same, earlier: Earlier | None) -> Revised:
    """Which cells to hide, and which keep an earlier figure. Raises UnsafeMaskError when the result is not safe."""
    if earlier is not None:
        return revise(earlier, population.pieces, population.barred, solver)
    hidden = _fresh(population, solver, alike)
    if len(solver.unsafe(population.pieces, hidden)):
        raise UnsafeMaskError
    return Revised(hidden, np.zeros_like(hidden), told=True)


def _fresh(population: Population, solver: Solver, alike: Same) -> np.ndarray:
    pieces, barred = population.least, population.barred
    once = np.where(pieces > 0, np.maximum(np.minimum(pieces, population.distinct), 1), 0)
    while True:
        hidden = solver.solve(pieces, barred)
        if len(solver.unsafe(once, hidden)):
            hidden = solver.solve(once, barred)
        same = alike(hidden)
        if not len(same):
            return hidden
        barred = barred.copy()
        barred[same] = True
