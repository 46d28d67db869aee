"""From own amounts to what may be seen: sums over the tree, the block rule, and a state for every unit."""

from dataclasses import dataclass

import numpy as np

from metrics.cube import roll_up
from metrics.figures import Cell
from metrics.privacy import Block, block_mask, block_tops, rest_groups, small_blocks


class UnsafeMaskError(RuntimeError):
    """The mask leaves a group below the threshold. Nothing may be published (fail closed)."""


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


@dataclass(frozen=True, slots=True)
class RestSums:
    """A rest group and its sums."""

    block: Block
    numerator: int
    denominator: int
    people: int


@dataclass(frozen=True, slots=True)
class Protected:
    """What may be seen. Arrays are [unit in preorder, period]; amounts are 0 where the cell is not shown."""

    cells: np.ndarray
    numerator: np.ndarray
    denominator: np.ndarray
    people: np.ndarray
    rest: tuple[tuple[RestSums, ...], ...]
    """For each period its rest groups."""

    @property
    def hidden(self) -> np.ndarray:
        """bool: a number exists and is hidden."""
        return np.asarray((self.cells >= Cell.BELOW_THRESHOLD) & (self.cells <= Cell.NO_PEOPLE))


def protect(own: OwnAmounts, parent: np.ndarray, threshold: int, weights: np.ndarray, forced: np.ndarray) -> Protected:
    """Add up the tree and hide what the block rule hides.

    `parent` int[n] in preorder; `weights` float[n, k], the cost of hiding; `forced` bool[n, k], hidden for another
    figure's sake. Raises UnsafeMaskError when a block is left below the threshold.
    """
    pieces = own.pieces
    numerator, denominator = roll_up(own.numerator, parent), roll_up(own.denominator, parent)
    least, known = roll_up(pieces, parent), roll_up(own.people, parent)
    uncounted = roll_up(own.uncounted.astype(np.int64), parent) > 0
    measured = roll_up(own.measured.astype(np.int64), parent) > 0
    exists = measured & own.showable & (denominator > 0)
    nobody_counted = uncounted & (known == 0)
    mask = block_mask(
        parent, pieces, threshold, np.where(exists, weights, 0.0), forced=forced | ~exists | nobody_counted
    )
    cells = _states(own, exists, mask, least < threshold, uncounted & ((least < threshold) | nobody_counted))
    cells = np.where(measured & own.showable & (denominator == 0), Cell.NOT_APPLICABLE, cells).astype(np.int8)
    shown = cells == Cell.SHOWN
    for column in range(pieces.shape[1]):
        if len(small_blocks(parent, pieces[:, column], ~shown[:, column], threshold)):
            raise UnsafeMaskError
    rest = tuple(_rest(parent, column, own, exists & ~shown, shown, pieces) for column in range(pieces.shape[1]))
    seen = [np.where(shown, total, 0) for total in (numerator, denominator, known)]
    return Protected(cells, seen[0], seen[1], seen[2], rest)


def _states(
    own: OwnAmounts, exists: np.ndarray, mask: np.ndarray, small: np.ndarray, uncounted: np.ndarray
) -> np.ndarray:
    why = np.where(small, Cell.BELOW_THRESHOLD, Cell.PROTECTS_OTHERS)
    why = np.where(uncounted, Cell.NO_PEOPLE, why)
    return np.where(exists, np.where(mask, why, Cell.SHOWN), own.lacking)


def _rest(
    parent: np.ndarray, column: int, own: OwnAmounts, listed: np.ndarray, shown: np.ndarray, pieces: np.ndarray
) -> tuple[RestSums, ...]:
    hidden = ~shown[:, column]
    tops = block_tops(parent, hidden)
    found = []
    for block in rest_groups(parent, hidden, pieces[:, column], listed[:, column]):
        inside = tops == block.top
        amounts = (own.numerator, own.denominator, own.people)
        found.append(RestSums(block, *(int(amount[inside, column].sum()) for amount in amounts)))
    return tuple(found)
