"""A period that has been published before: what was shown stays known, so only enough change may be told at once.

The difference between an earlier and a later figure is a figure too. It obeys the block rule on the tree of changes,
where a unit counts as many persons as its number of people has moved (PRIVACY §4.3). The change is counted from every
earlier telling: what was told stays known. A figure that would be of other units than before keeps its earlier word,
for the difference is the units that came or went.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

Solve = Callable[[np.ndarray, np.ndarray], np.ndarray]
"""The block rule: persons on each piece and cells that may not be shown → hidden cells."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What earlier publishes told of one period. Arrays are bool[cells]."""

    shown: np.ndarray
    hidden: np.ndarray
    same: np.ndarray
    """The figure is the same now as then."""
    regrouped: np.ndarray
    """The figure would be of other units now than then, beside units that are new."""
    tellings: tuple[np.ndarray, ...]
    """Persons on each piece, int[pieces], each time something was told."""


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
    closed = earlier.hidden | earlier.regrouped | barred
    moves = [np.abs(pieces - before) for before in earlier.tellings]
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
