"""One indicator in one base period, ready to be masked: the tree, and the own amounts of each breakdown."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from data.own_amounts import columns_by_tree
from data.register import Kept
from metrics.cube import roll_up
from metrics.deferring import defer_own_staff
from metrics.indicators import Indicator
from metrics.observations import Key, Measured
from metrics.periods import Period
from metrics.protect import OwnAmounts, Totals, add_up
from metrics.units import Organisation, Tree

Values = Mapping[tuple[str, str], Sequence[Kept]]
"""The register's newest values by indicator and breakdown."""


def by_series(current: Mapping[Key, Kept]) -> Values:
    """The register's newest values sorted out by indicator and breakdown."""
    values: dict[tuple[str, str], list[Kept]] = defaultdict(list)
    for key, kept in current.items():
        values[key.indicator, key.breakdown].append(kept)
    return values


@dataclass(frozen=True)
class Moment:
    """Arrays are over units in preorder; the breakdowns come in the indicator's order."""

    indicator: Indicator
    period: Period
    tree: Tree
    own: tuple[OwnAmounts, ...]
    totals: tuple[Totals, ...]
    batches: tuple[list[str], ...]
    """For each breakdown and unit, the batches behind it."""
    distinct: np.ndarray
    """Persons on each piece, counted once each; as `pieces` where nobody is shared."""

    @property
    def pieces(self) -> np.ndarray:
        """Persons on each piece: own staff, or own staff in the part and outside it."""
        part = self.totals[0].pieces
        if len(self.totals) == 1:
            return part
        return np.concatenate([part, np.maximum(self.totals[1].pieces - part, 0)])

    @property
    def barred(self) -> np.ndarray:
        """bool[cells]: no figure may be shown."""
        return np.concatenate([totals.barred for totals in self.totals])

    @property
    def people(self) -> np.ndarray:
        """int64[cells]: persons behind each cell at the least."""
        return np.concatenate([roll_up(totals.pieces, self.tree.parent) for totals in self.totals])

    def cell(self, breakdown: int, row: int) -> int:
        """The number of a unit's cell."""
        return breakdown * len(self.tree.ids) + row


def moments(
    indicator: Indicator, organisation: Organisation, values: Values, *, defer: bool = False
) -> Iterator[Moment]:
    """Every base period that the indicator was delivered for, in order.

    With `defer`, few own staff of an inner unit are counted first higher up (`metrics.deferring`).
    """
    threshold = indicator.privacy.threshold if defer and indicator.roll_up == "sum" else 0
    found = {name: values.get((indicator.id, name), ()) for name in indicator.breakdowns}
    periods = sorted({kept.observation.key.period for several in found.values() for kept in several})
    counted = [_counted(values.get((indicator.privacy.distinct or "", name), ())) for name in indicator.breakdowns]
    grouped = [columns_by_tree(indicator, organisation, found[name], periods) for name in indicator.breakdowns]
    made: dict[Period, Moment] = {}
    for groups in zip(*grouped, strict=True):
        tree = groups[0].tree
        for column, period in enumerate(groups[0].periods):
            own = tuple(defer_own_staff(group.own.column(column), tree.parent, threshold) for group in groups)
            totals = tuple(add_up(one, tree.parent, indicator.privacy.threshold) for one in own)
            batches = tuple(group.batches(column) for group in groups)
            moment = Moment(indicator, period, tree, own, totals, batches, np.zeros(0, np.int64))
            made[period] = Moment(indicator, period, tree, own, totals, batches, _distinct(moment, counted))
    return iter(made[period] for period in periods)


def _counted(values: Sequence[Kept]) -> dict[tuple[str, Period], int]:
    return {
        (kept.observation.key.unit, kept.observation.key.period): kept.observation.people or 0
        for kept in values
        if kept.observation.measured is Measured.YES
    }


def _distinct(moment: Moment, counted: Sequence[Mapping[tuple[str, Period], int]]) -> np.ndarray:
    """The pieces, but no more than those who are counted once each in the unit."""
    if not all(counted):
        return moment.pieces
    once = [np.array([found.get((unit, moment.period), 0) for unit in moment.tree.ids]) for found in counted]
    if len(once) == 1:
        return np.asarray(np.minimum(moment.pieces, once[0]))
    return np.asarray(np.minimum(moment.pieces, np.concatenate([once[0], np.maximum(once[1] - once[0], 0)])))
