"""The register's values of one indicator as arrays over units and periods, one group for each tree."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from data.register import Kept
from metrics.cube import own_amounts, roll_up
from metrics.figures import Cell
from metrics.indicators import Indicator
from metrics.observations import Measured
from metrics.periods import Period
from metrics.protect import OwnAmounts
from metrics.units import Organisation, Tree

_LACKING = {
    Measured.NOT_MEASURED: Cell.NOT_MEASURED,
    Measured.NOT_APPLICABLE: Cell.NOT_APPLICABLE,
    Measured.NOT_DELIVERED: Cell.NOT_DELIVERED,
    Measured.HIDDEN_AT_SOURCE: Cell.NOT_DELIVERED,
}


@dataclass(frozen=True)
class TreeColumns:
    """Base periods that share one tree, with the units' own amounts and the batches they came in."""

    tree: Tree
    periods: tuple[Period, ...]
    own: OwnAmounts
    batch: np.ndarray
    """int64[n, k]: the batch of each unit's own amounts, 0 where none."""

    def batches(self, column: int) -> list[str]:
        """For each unit the batches behind it and all below it, in order, as text."""
        found: list[list[int]] = [[] for _ in self.tree.ids]
        for batch in np.unique(self.batch[:, column]):
            if batch:
                below = roll_up((self.batch[:, column] == batch).astype(np.int64), self.tree.parent)
                for i in np.flatnonzero(below):
                    found[i].append(int(batch))
        return [" ".join(map(str, batches)) for batches in found]


def columns_by_tree(
    indicator: Indicator, organisation: Organisation, values: Sequence[Kept], periods: Sequence[Period]
) -> tuple[TreeColumns, ...]:
    """Group base periods by the tree that holds in them, in order. Values of absent units are left out."""
    by_period: dict[Period, list[Kept]] = defaultdict(list)
    for kept in values:
        by_period[kept.observation.key.period].append(kept)
    groups: dict[tuple[object, ...], tuple[Tree, list[Period]]] = {}
    for period in periods:
        tree = organisation.at(period)
        groups.setdefault((tree.ids, tree.parent.tobytes()), (tree, []))[1].append(period)
    return tuple(_columns(indicator, tree, tuple(found), by_period) for tree, found in groups.values())


def _columns(
    indicator: Indicator, tree: Tree, periods: tuple[Period, ...], by_period: dict[Period, list[Kept]]
) -> TreeColumns:
    shape = (len(tree.ids), len(periods))
    numerator, denominator, people, batch = (np.zeros(shape, np.int64) for _ in range(4))
    measured, uncounted, includes = (np.zeros(shape, bool) for _ in range(3))
    lacking = np.full(shape, Cell.NOT_DELIVERED, np.int8)
    for column, period in enumerate(periods):
        for kept in by_period[period]:
            seen, row = kept.observation, tree.index.get(kept.observation.key.unit)
            if row is None:
                continue
            at = row, column
            if seen.measured is not Measured.YES:
                lacking[at] = _LACKING[seen.measured]
                continue
            numerator[at], denominator[at], batch[at] = seen.numerator, seen.denominator, kept.batch
            people[at], measured[at], includes[at] = seen.people or 0, True, kept.includes_children
            uncounted[at] = not seen.people and bool(seen.people is None or seen.numerator or seen.denominator)
    numerator = own_amounts(numerator, includes, tree.parent)
    denominator = own_amounts(denominator, includes, tree.parent)
    people = np.maximum(own_amounts(people, includes, tree.parent), 0)
    if indicator.roll_up == "sum":
        uncounted |= includes & (people == 0) & ((numerator != 0) | (denominator != 0))
    own = OwnAmounts(
        numerator=numerator,
        denominator=denominator,
        people=people,
        uncounted=uncounted,
        measured=measured,
        lacking=lacking,
        showable=measured if indicator.roll_up == "delivered" else np.ones(shape, bool),
    )
    return TreeColumns(tree, periods, own, batch)
