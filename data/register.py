"""The register: what was delivered, cell by cell, with its history. Only the import process opens it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, func, insert, select

from data.bulk import insert_rows
from data.engines import lock_writers, open_store
from data.register_tables import BATCH, OBSERVATION, UNIT_VERSION
from data.schema import bring_up
from metrics.observations import Key, Measured, Observation
from metrics.periods import Period
from metrics.units import Organisation, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One delivery that changed something: which file, when, by whom, and what it changed."""

    id: int
    at: str
    by: str
    file: str
    sha256: str
    format: str
    rows: int
    new: int
    revised: int
    unchanged: int
    people_formula: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """An observation as the register holds it now, and the batch that told it."""

    observation: Observation
    includes_children: bool
    batch: int

    @property
    def said(self) -> tuple[object, ...]:
        """What two deliveries must agree on to count as the same."""
        seen = self.observation
        return seen.numerator, seen.denominator, seen.people, seen.measured, self.includes_children


class Register:
    """One municipality's part of a register."""

    def __init__(self, url: str, municipality: str) -> None:
        self._writer: Engine = open_store(url, "register")
        self._url = url
        self.municipality = municipality
        bring_up(self._writer, "register")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One snapshot, which waits for no writer."""
        engine = open_store(self._url, "register", read_only=True)
        try:
            with engine.begin() as connection:
                yield connection
        finally:
            engine.dispose()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that no other writer can interleave with; rolled back when anything is raised."""
        with self._writer.begin() as connection:
            lock_writers(connection)
            yield connection

    def batches(self, connection: Connection) -> tuple[Batch, ...]:
        """Every batch, oldest first."""
        query = select(BATCH).where(BATCH.c.municipality == self.municipality).order_by(BATCH.c.id)
        return tuple(_batch(row) for row in connection.execute(query).mappings())

    def revision(self, connection: Connection) -> int:
        """A number that grows with every change: the newest batch."""
        query = select(func.max(BATCH.c.id)).where(BATCH.c.municipality == self.municipality)
        return connection.execute(query).scalar() or 0

    def add_batch(self, connection: Connection, batch: Batch) -> None:
        """Write down that a delivery came."""
        values = {column.name: getattr(batch, column.name) for column in BATCH.columns if column.name != "municipality"}
        connection.execute(insert(BATCH).values(municipality=self.municipality, **values))

    def organisation(self, connection: Connection) -> Organisation:
        """Every version of every unit. A version ends the day before the unit's next one begins, at the latest."""
        return close_versions(self.unit_versions(connection).values())

    def unit_versions(self, connection: Connection) -> dict[tuple[str, date | None], Unit]:
        """The versions as delivered, by unit and first day; of several deliveries of one, the newest holds."""
        query = select(UNIT_VERSION).where(UNIT_VERSION.c.municipality == self.municipality)
        found: dict[tuple[str, date | None], Unit] = {}
        for row in connection.execute(query.order_by(UNIT_VERSION.c.batch)).mappings():
            unit = _unit(row)
            found[unit.id, unit.valid_from] = unit
        return found

    def add_units(self, connection: Connection, batch: int, units: Iterable[Unit]) -> None:
        """Write down versions of units as a batch told them."""
        insert_rows(connection, UNIT_VERSION, (_unit_row(self.municipality, batch, unit) for unit in units))

    def current(self, connection: Connection, indicators: Sequence[str] | None = None) -> dict[Key, Kept]:
        """The newest value of every cell, of all indicators or some of them."""
        table = OBSERVATION
        query = select(*(column for column in table.columns if column is not table.c.municipality))
        query = query.where(table.c.municipality == self.municipality)
        if indicators is not None:
            query = query.where(table.c.indicator.in_(indicators))
        found: dict[Key, Kept] = {}
        for row in connection.execute(query.order_by(table.c.batch)):
            kept = _kept(row)
            found[kept.observation.key] = kept
        return found

    def add_observations(self, connection: Connection, kept: Iterable[Kept]) -> None:
        """Write down observations as their batches told them."""
        insert_rows(connection, OBSERVATION, (_observation_row(self.municipality, one) for one in kept))


def close_versions(units: Iterable[Unit]) -> Organisation:
    """The organisation of delivered versions, each ended the day before the unit's next one begins."""
    by_unit: dict[str, list[Unit]] = {}
    for unit in sorted(units, key=lambda unit: unit.valid_from or date.min):
        by_unit.setdefault(unit.id, []).append(unit)
    closed: list[Unit] = []
    for versions in by_unit.values():
        for unit, following in zip(versions, [*versions[1:], None], strict=True):
            closed.append(unit if following is None else _ended_before(unit, following))
    return Organisation(tuple(closed))


def _ended_before(unit: Unit, following: Unit) -> Unit:
    if following.valid_from is None:
        return unit
    last = date.fromordinal(following.valid_from.toordinal() - 1)
    if unit.valid_to is not None and unit.valid_to <= last:
        return unit
    return replace(unit, valid_to=last)


def _batch(row: RowMapping) -> Batch:
    return Batch(**{name: value for name, value in row.items() if name != "municipality"})


def _unit(row: RowMapping) -> Unit:
    return Unit(
        id=row["unit"],
        name=row["name"],
        parent=row["parent"],
        valid_from=date.fromisoformat(row["valid_from"]) if row["valid_from"] else None,
        valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
        service_area=row["service_area"],
        unit_type=row["unit_type"],
        shift=row["shift"],
    )


def _unit_row(municipality: str, batch: int, unit: Unit) -> tuple[Any, ...]:
    return (
        municipality,
        unit.id,
        unit.valid_from.isoformat() if unit.valid_from else "",
        batch,
        unit.valid_to.isoformat() if unit.valid_to else None,
        unit.name,
        unit.parent,
        unit.service_area,
        unit.unit_type,
        unit.shift,
    )


def _kept(row: Any) -> Kept:
    indicator, breakdown, start, months, unit, batch, numerator, denominator, people, measured, includes, line = row
    key = Key(indicator, breakdown, unit, Period(start, months))
    return Kept(Observation(key, numerator, denominator, people, Measured(measured), line), bool(includes), batch)


def _observation_row(municipality: str, kept: Kept) -> tuple[Any, ...]:
    seen = kept.observation
    key = seen.key
    return (
        municipality,
        key.indicator,
        key.breakdown,
        key.period.start,
        key.period.months,
        key.unit,
        kept.batch,
        seen.numerator,
        seen.denominator,
        seen.people,
        str(seen.measured),
        kept.includes_children,
        seen.row,
    )
