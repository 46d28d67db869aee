"""Which units are held together: the lowest reporting units of a service area."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from metrics.progress.arrays import Bools, Floats, Ints


@dataclass(frozen=True, kw_only=True)
class Groups:
    """The place of each of n units. Groups hold the lowest reporting units only (STATISTICS §4)."""

    group: Ints
    """int[n], from 0; -1 for a unit in no group."""
    member: Bools
    """bool[n]: a lowest reporting unit. An inner unit is judged with its group's prior without being in it."""
    shrunk: Bools
    """bool[n]: False for service areas and the municipality, which stand on their own figures."""

    @classmethod
    def lowest(cls, group: Ints) -> "Groups":
        """Every unit a lowest reporting unit."""
        return cls(group=group, member=np.ones(len(group), bool), shrunk=np.ones(len(group), bool))

    @property
    def municipality(self) -> "Groups":
        """The same units, all in one group."""
        return Groups(group=np.zeros_like(self.group), member=self.member, shrunk=self.shrunk)

    @property
    def count(self) -> int:
        """How many groups."""
        return int(self.group.max(initial=0)) + 1

    @cached_property
    def _order(self) -> tuple[Ints, Ints, Ints]:
        rows = np.flatnonzero(self.member & (self.group >= 0))
        rows = rows[np.argsort(self.group[rows], kind="stable")]
        found, starts = np.unique(self.group[rows], return_index=True)
        return rows, starts, found

    def total(self, values: Floats | Ints | Bools) -> Floats:
        """The sum over each group's members: [n, months] to float[groups, months].

        Months are added one by one in the same order, so that a month's sum is the same however many follow it.
        """
        rows, starts, found = self._order
        sums = np.zeros((self.count, values.shape[1]))
        if len(rows):
            sums[found] = np.add.reduceat(values[rows].astype(np.float64), starts, axis=0)
        return sums

    def each(self, of_group: Floats) -> Floats:
        """Every unit's group value: [groups, months] to float[n, months], NaN for a unit in no group."""
        return np.where((self.group >= 0)[:, None], of_group[self.group], np.nan)
