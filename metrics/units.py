"""Units, and the tree they make at a period."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import numpy as np

from metrics.periods import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One version of a unit: what it was called and where it stood from one day to another, both included.

    `service_area` is the id of a unit in the tree; `shift` tells whether the unit works in shifts (turnus).
    """

    id: str
    name: str
    parent: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    service_area: str | None = None
    unit_type: str | None = None
    shift: bool | None = None

    def valid_in(self, period: Period) -> bool:
        """True when the version holds on at least one day of the period."""
        started = self.valid_from is None or self.valid_from <= period.last_day
        return started and (self.valid_to is None or self.valid_to >= period.first_day)


@dataclass(frozen=True)
class Tree:
    """Units in preorder: a parent stands before its children, a subtree is the slice `[i, i + size[i])`."""

    units: tuple[Unit, ...]
    parent: np.ndarray
    """int32[n]: index of the parent, -1 at the top."""
    size: np.ndarray
    """int32[n]: units in the subtree, the unit itself included."""

    @cached_property
    def index(self) -> dict[str, int]:
        """Position of each unit id."""
        return {unit.id: i for i, unit in enumerate(self.units)}

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Unit ids in preorder."""
        return tuple(unit.id for unit in self.units)

    def path(self, unit: str) -> tuple[Unit, ...]:
        """From the top down to the unit, both included. Raises KeyError for an unknown id."""
        found, i = [], self.index[unit]
        while i >= 0:
            found.append(self.units[i])
            i = int(self.parent[i])
        return tuple(reversed(found))

    def children(self, unit: str) -> tuple[Unit, ...]:
        """The units directly below."""
        i = self.index[unit]
        return tuple(self.units[j] for j in range(i + 1, i + int(self.size[i])) if self.parent[j] == i)

    def below(self, unit: str) -> tuple[Unit, ...]:
        """The unit and all below it."""
        i = self.index[unit]
        return self.units[i : i + int(self.size[i])]


def build_tree(units: Iterable[Unit]) -> Tree:
    """Order the units of one period into a tree, children by id. A unit whose parent is not among them is a top.

    Units in a circle have no top above them and are left out; `config` and `data` report them.
    """
    by_id = {unit.id: unit for unit in units}
    children: dict[str | None, list[str]] = defaultdict(list)
    for unit in by_id.values():
        children[unit.parent if unit.parent in by_id else None].append(unit.id)
    ordered: list[Unit] = []
    parent: list[int] = []
    stack = [(name, -1) for name in sorted(children[None], reverse=True)]
    while stack:
        name, above = stack.pop()
        here = len(ordered)
        ordered.append(by_id[name])
        parent.append(above)
        stack.extend((child, here) for child in sorted(children[name], reverse=True))
    size = np.ones(len(ordered), dtype=np.int32)
    for i in range(len(ordered) - 1, 0, -1):
        if parent[i] >= 0:
            size[parent[i]] += size[i]
    return Tree(tuple(ordered), np.array(parent, dtype=np.int32), size)


@dataclass(frozen=True)
class Organisation:
    """Every version of every unit."""

    units: tuple[Unit, ...] = ()
    _trees: dict[Period, Tree] = field(default_factory=dict, compare=False, repr=False)

    def at(self, period: Period) -> Tree:
        """The tree of a period. Of two versions of a unit within it, the later one holds."""
        if period not in self._trees:
            latest: dict[str, Unit] = {}
            for unit in sorted(self.units, key=lambda unit: unit.valid_from or date.min):
                if unit.valid_in(period):
                    latest[unit.id] = unit
            self._trees[period] = build_tree(latest.values())
        return self._trees[period]

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Every unit id there has ever been, in order."""
        return tuple(sorted({unit.id for unit in self.units}))

    @cached_property
    def versions(self) -> dict[str, Sequence[Unit]]:
        """The versions of each unit, oldest first."""
        found: dict[str, list[Unit]] = defaultdict(list)
        for unit in sorted(self.units, key=lambda unit: unit.valid_from or date.min):
            found[unit.id].append(unit)
        return dict(found)
