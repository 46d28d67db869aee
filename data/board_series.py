"""The board's rows as masked series: arrays over units and base periods."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import numpy as np

from metrics.figures import Cell
from metrics.indicators import Indicator
from metrics.periods import Period
from metrics.series import RestCell, Series


def make_series(
    indicators: dict[str, Indicator],
    units: tuple[str, ...],
    *,
    masks: Iterable[Any],
    cells: Iterable[Any],
    rest_groups: Iterable[Any],
) -> dict[tuple[str, str], Series]:
    """Series by indicator and breakdown, from rows in the column order of `data.board_tables` without municipality."""
    axes: dict[tuple[str, str], list[tuple[Period, str, str]]] = defaultdict(list)
    for indicator, breakdown, start, months, policy, version in masks:
        axes[indicator, breakdown].append((Period(start, months), policy, version))
    rest: dict[tuple[str, str, Period], list[RestCell]] = defaultdict(list)
    for indicator, breakdown, start, months, top, members, *values in rest_groups:
        rest[indicator, breakdown, Period(start, months)].append(RestCell(top, tuple(members.split("\n")), *values))
    building = {name: _Building(indicators[name[0]], name[1], sorted(found), units) for name, found in axes.items()}
    for indicator, breakdown, *values in cells:
        building[indicator, breakdown].put(*values)
    return {name: made.series(rest) for name, made in building.items()}


class _Building:
    """The arrays of one series while its cells are read."""

    def __init__(
        self, indicator: Indicator, breakdown: str, masks: list[tuple[Period, str, str]], units: tuple[str, ...]
    ) -> None:
        self.indicator, self.breakdown, self.masks, self.units = indicator, breakdown, masks, units
        self.axis = tuple(period for period, _, _ in masks)
        self.row = {unit: i for i, unit in enumerate(units)}
        self.column = {(period.start, period.months): i for i, period in enumerate(self.axis)}
        shape = (len(units), len(self.axis))
        self.cells = np.full(shape, Cell.ABSENT, np.int8)
        self.numerator, self.denominator, self.people = (np.zeros(shape, np.int64) for _ in range(3))
        self.pending = np.zeros(shape, bool)
        self.sources: tuple[dict[str, tuple[int, ...]], ...] = tuple({} for _ in self.axis)
        self._batches: dict[str, tuple[int, ...]] = {}

    def put(
        self,
        start: int,
        months: int,
        unit: str,
        state: int,
        numerator: int | None,
        denominator: int | None,
        people: int | None,
        batches: str | None,
        pending: bool,
    ) -> None:
        column = self.column[start, months]
        at = self.row[unit], column
        self.cells[at], self.pending[at] = state, pending
        if state == Cell.SHOWN and batches is not None:
            self.numerator[at], self.denominator[at], self.people[at] = numerator or 0, denominator or 0, people or 0
            self.sources[column][unit] = self._ids(batches)

    def _ids(self, batches: str) -> tuple[int, ...]:
        if batches not in self._batches:
            self._batches[batches] = tuple(int(one) for one in batches.split())
        return self._batches[batches]

    def series(self, rest: dict[tuple[str, str, Period], list[RestCell]]) -> Series:
        return Series(
            indicator=self.indicator,
            breakdown=self.breakdown,
            axis=self.axis,
            units=self.units,
            cells=self.cells,
            numerator=self.numerator,
            denominator=self.denominator,
            people=self.people,
            pending=self.pending,
            sources=self.sources,
            rest=tuple(tuple(rest.get((self.indicator.id, self.breakdown, period), ())) for period in self.axis),
            policy=self.masks[-1][1],
            mask_versions=tuple(version for _, _, version in self.masks),
        )
