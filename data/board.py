"""Reading the board: the whole of it in one snapshot, kept until its stamp changes (STACK §10)."""

import json
from collections import defaultdict
from threading import Lock
from typing import Any

import numpy as np
from sqlalchemy import Connection, Engine, Table, inspect, select

from data.board_tables import BATCH, CELL, DOCUMENT, MASK, REST_GROUP, STAMP
from data.engines import open_store
from data.frozen import thaw_indicators, thaw_organisation, thaw_strategies
from metrics.board import Board, Source, Stamp
from metrics.figures import Cell
from metrics.indicators import Indicator
from metrics.periods import Period
from metrics.series import RestCell, Series


class EmptyBoardError(LookupError):
    """Nothing has been published yet."""


_ENGINES: dict[str, Engine] = {}
_LOADED: dict[tuple[str, str | None], Board] = {}
_LOCK = Lock()


def current(url: str, municipality: str | None = None) -> Board:
    """The board at an address, read anew only when its stamp has changed. Raises EmptyBoardError.

    `municipality` may be left out where the store holds one.
    """
    with _LOCK:
        engine = _ENGINES.setdefault(url, open_store(url, "board", read_only=True))
        with engine.begin() as connection:
            key, stamp = _read_stamp(connection, municipality)
            kept = _LOADED.get((url, municipality))
            if kept is None or kept.stamp != stamp:
                kept = _LOADED[url, municipality] = _read_board(connection, key, stamp)
            return kept


def _read_stamp(connection: Connection, municipality: str | None) -> tuple[str, Stamp]:
    if not inspect(connection).has_table("stamp"):
        raise EmptyBoardError
    query = select(STAMP) if municipality is None else select(STAMP).where(STAMP.c.municipality == municipality)
    row = connection.execute(query).first()
    if row is None:
        raise EmptyBoardError
    key, *values = row
    return key, Stamp(*values)


def _read_board(connection: Connection, municipality: str, stamp: Stamp) -> Board:
    documents = dict(iter(_rows(connection, DOCUMENT, municipality)))
    settings = json.loads(documents["settings"])
    indicators = thaw_indicators(documents["indicators"])
    organisation = thaw_organisation(documents["organisation"])
    batches = [Source(**row) for row in _rows(connection, BATCH, municipality).mappings()]
    return Board(
        stamp=stamp,
        name=settings["name"],
        invented=settings["invented"],
        indicators=indicators,
        strategies=thaw_strategies(documents["strategies"]),
        organisation=organisation,
        batches={batch.id: batch for batch in batches},
        breakdowns=_read_series(connection, municipality, indicators, organisation.ids),
    )


def _rows(connection: Connection, table: Table, municipality: str) -> Any:
    columns = [column for column in table.columns if column is not table.c.municipality]
    order = [column for column in table.primary_key if column is not table.c.municipality]
    return connection.execute(select(*columns).where(table.c.municipality == municipality).order_by(*order))


def _read_series(
    connection: Connection, municipality: str, indicators: dict[str, Indicator], units: tuple[str, ...]
) -> dict[tuple[str, str], Series]:
    masks: dict[tuple[str, str], list[tuple[Period, str, str]]] = defaultdict(list)
    for indicator, breakdown, start, months, policy, version in _rows(connection, MASK, municipality):
        masks[indicator, breakdown].append((Period(start, months), policy, version))
    rest: dict[tuple[str, str, Period], list[RestCell]] = defaultdict(list)
    for indicator, breakdown, start, months, top, members, *values in _rows(connection, REST_GROUP, municipality):
        rest[indicator, breakdown, Period(start, months)].append(RestCell(top, tuple(members.split("\n")), *values))
    building = {name: _Building(indicators[name[0]], name[1], sorted(found), units) for name, found in masks.items()}
    for indicator, breakdown, *values in _rows(connection, CELL, municipality):
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
