"""How a population is masked: one tree by the block rule, a tree with a part of it as linked tables.

A piece is a set of persons that no shown sum takes apart; a cell is a figure that may be shown or hidden.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from metrics.cube import roll_up
from metrics.linked import audit, protect
from metrics.privacy import block_mask, small_blocks


class Solver(Protocol):
    """Hides cells so that nobody can be read out of the rest."""

    @property
    def threshold(self) -> int:
        """The fewest persons that may be read out."""

    @property
    def members(self) -> Sequence[Sequence[int]]:
        """The pieces of each cell."""

    def solve(self, pieces: np.ndarray, barred: np.ndarray) -> np.ndarray:
        """Hidden cells, bool[cells]. `pieces` persons int[pieces], `barred` bool[cells] may not be shown."""

    def unsafe(self, pieces: np.ndarray, hidden: np.ndarray) -> np.ndarray:
        """Shown cells that give too few persons away, int[m]. Empty when the mask is safe."""


def _below(parent: np.ndarray) -> list[list[int]]:
    """The units in each unit, itself included."""
    below: list[list[int]] = [[i] for i in range(len(parent))]
    for i in range(len(parent) - 1, -1, -1):
        if parent[i] >= 0:
            below[parent[i]] += below[i]
    return below


@dataclass(frozen=True, slots=True)
class TreeSolver:
    """One tree in preorder: pieces are the units' own staff, cells the units."""

    parent: np.ndarray
    threshold: int
    weights: np.ndarray
    insider: bool = False

    @property
    def members(self) -> Sequence[Sequence[int]]:
        """The pieces of each cell."""
        return _below(self.parent)

    def solve(self, pieces: np.ndarray, barred: np.ndarray) -> np.ndarray:
        """The block rule (PRIVACY §3.1)."""
        return block_mask(self.parent, pieces, self.threshold, self.weights, forced=barred, insider=self.insider)

    def unsafe(self, pieces: np.ndarray, hidden: np.ndarray) -> np.ndarray:
        """Shown units whose block is too small."""
        return small_blocks(self.parent, pieces, hidden, self.threshold)


@dataclass(frozen=True, slots=True)
class PartSolver:
    """A tree and a part of everyone in it. Pieces are own staff in the part, then own staff outside it.

    Cells are the units' figures for the part, then for everyone.
    """

    parent: np.ndarray
    threshold: int
    weights: np.ndarray
    """float[cells]."""

    @property
    def members(self) -> Sequence[Sequence[int]]:
        """The pieces of each cell."""
        n, below = len(self.parent), _below(self.parent)
        return [*below, *([*inside, *(n + i for i in inside)] for inside in below)]

    def solve(self, pieces: np.ndarray, barred: np.ndarray) -> np.ndarray:
        """Linked tables (PRIVACY §3.2). The cells that each tree alone would show are tried first, the part before
        the whole: the part is what pages show.
        """
        n, first = len(self.parent), list[int]()
        for own, start in ((pieces[:n], 0), (pieces[:n] + pieces[n:], n)):
            cells = slice(start, start + n)
            alone = block_mask(self.parent, own, self.threshold, self.weights[cells], forced=barred[cells])
            total = roll_up(own, self.parent)
            first += [start + int(i) for i in np.lexsort((np.arange(n), -total)) if not alone[i]]
        forced = np.flatnonzero(barred).tolist()
        return protect(self.members, pieces.tolist(), self.threshold, first=first, forced=forced)

    def unsafe(self, pieces: np.ndarray, hidden: np.ndarray) -> np.ndarray:
        """Every shown cell, when the shown ones together give a small group away."""
        shown = np.flatnonzero(~hidden)
        members = self.members
        return shown if audit([members[int(cell)] for cell in shown], pieces.tolist(), self.threshold) else shown[:0]
