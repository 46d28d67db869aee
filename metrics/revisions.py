"""A period that has been published before: what was shown stays known, so only enough change may be told at once.

The difference between an earlier and a later figure is a figure too. It obeys the block rule on the tree of changes,
where a unit counts as many persons as its number of people has moved (PRIVACY §4.3).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

Solve = Callable[[np.ndarray, np.ndarray], np.ndarray]
"""The block rule: persons on each piece and cells that may not be shown → hidden cells."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What earlier publishes told of one period. Arrays are over cells, `base` and `last` over pieces."""

    shown: np.ndarray
    hidden: np.ndarray
    base: np.ndarray
    """Persons on each piece when every shown cell last told the same delivery."""
    last: np.ndarray
    """Persons on each piece when anything was last told."""
    same: np.ndarray
    """bool[cells]: the figure is the same now as then."""


@dataclass(frozen=True, slots=True)
class Revised:
    """What to do with each cell now: bool[cells]."""

    hidden: np.ndarray
    pending: np.ndarray
    """Shown earlier, and the earlier figure must stand until more has changed («rettelse venter»)."""
    told: bool
    """Whether any cell tells something new."""


def revise(
    earlier: Earlier, pieces: np.ndarray, barred: np.ndarray, solve: Solve, unsafe: Callable[[np.ndarray], np.ndarray]
) -> Revised:
    """Which cells may tell their new figure.

    `pieces` are the persons on each piece now, `barred` bool[cells] have no figure that may be shown now, `solve` the
    block rule, and `unsafe(hidden)` names the cells whose block would hold too few persons now.
    Cells that were hidden stay hidden; cells that had no figure then may be shown when the rule allows.
    """
    closed = earlier.hidden | barred
    moves = [np.abs(pieces - before) for before in (earlier.base, earlier.last)]
    while True:
        untold = closed.copy()
        for moved in moves:
            untold |= solve(moved, closed)
        pending = earlier.shown & untold & ~(earlier.same & ~barred)
        hidden = ~earlier.shown & untold
        small = unsafe(hidden | pending)
        again = untold & ~closed
        again[small] = True
        if not (again & ~closed).any():
            news = ~hidden & ~pending & ~(earlier.shown & earlier.same)
            return Revised(hidden, pending, bool(news.any()))
        closed = closed | again
