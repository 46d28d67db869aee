"""From own amounts to what may be seen: sums over the tree, and a state for every unit under a mask."""

from dataclasses import dataclass

import numpy as np

from metrics.cube import roll_up
from metrics.figures import Cell
from metrics.privacy import Block, block_tops, rest_groups


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAmounts:
    """One indicator and breakdown over base periods that share one tree. Arrays are [unit in preorder, period]."""

    numerator: np.ndarray
    """int64, scaled."""
    denominator: np.ndarray
    """int64, scaled."""
    people: np.ndarray
    """int64; 0 where no count was given."""
    uncounted: np.ndarray
    """bool: amounts without a count of people. There is at least one person behind them."""
    measured: np.ndarray
    """bool: amounts were delivered for the unit itself."""
    lacking: np.ndarray
    """int8 `Cell`: what a unit without amounts lacks them for."""
    showable: np.ndarray
    """bool: False where the indicator must be delivered for the unit and was not."""

    @property
    def pieces(self) -> np.ndarray:
        """Persons on the unit itself for the block rule: at least 1 where amounts have no count."""
        return np.where(self.uncounted, 1, self.people)

    def column(self, i: int) -> "OwnAmounts":
        """One base period: arrays of one dimension."""
        return OwnAmounts(**{name: getattr(self, name)[:, i] for name in self.__slots__})


@dataclass(frozen=True, slots=True)
class Totals:
    """The tree added up in one base period. Arrays are [unit in preorder]."""

    parent: np.ndarray
    pieces: np.ndarray
    """Persons on the unit itself, as the block rule counts them."""
    numerator: np.ndarray
    denominator: np.ndarray
    known: np.ndarray
    """Persons that were counted."""
    exists: np.ndarray
    """bool: there is a figure to show or hide."""
    cells: np.ndarray
    """int8 `Cell`: the state of each unit if it is hidden, or what it lacks a figure for."""
    barred: np.ndarray
    """bool: no figure may be shown, whatever the mask: there is none, or nobody was counted."""


def add_up(own: OwnAmounts, parent: np.ndarray, threshold: int) -> Totals:
    """Add the own amounts of one base period up the tree, and tell why each unit would have no figure."""
    pieces = own.pieces
    numerator, denominator = roll_up(own.numerator, parent), roll_up(own.denominator, parent)
    least, known = roll_up(pieces, parent), roll_up(own.people, parent)
    uncounted = roll_up(own.uncounted.astype(np.int64), parent) > 0
    measured = (roll_up(own.measured.astype(np.int64), parent) > 0) & own.showable
    exists = measured & (denominator > 0)
    nobody = uncounted & (known == 0)
    small = least < threshold
    why = np.where(small, Cell.BELOW_THRESHOLD, Cell.PROTECTS_OTHERS)
    why = np.where(uncounted & (small | nobody), Cell.NO_PEOPLE, why)
    lacks = np.where(measured, Cell.NOT_APPLICABLE, own.lacking)
    cells = np.where(exists, why, lacks).astype(np.int8)
    return Totals(parent, pieces, numerator, denominator, known, exists, cells, ~exists | nobody)


@dataclass(frozen=True, slots=True)
class RestSums:
    """A rest group and its sums."""

    block: Block
    numerator: int
    denominator: int
    people: int


def rest_sums(totals: Totals, own: OwnAmounts, hidden: np.ndarray) -> tuple[RestSums, ...]:
    """The rest groups of one base period under a mask, with their sums. `hidden` bool[n] as in `block_mask`."""
    tops = block_tops(totals.parent, hidden)
    found = []
    for block in rest_groups(totals.parent, hidden, totals.pieces, totals.exists & hidden):
        inside = tops == block.top
        sums = [int(amount[inside].sum()) for amount in (own.numerator, own.denominator, own.people)]
        if sums[1] > 0:
            found.append(RestSums(block, sums[0], sums[1], sums[2]))
    return tuple(found)
