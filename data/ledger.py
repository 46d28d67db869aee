"""The mask ledger: what each publish told, append-only, so that what was once shown is counted as known."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from data.bulk import insert_rows
from data.register_tables import LEDGER
from metrics.periods import Period

Place = tuple[str, str, Period]
"""Indicator, breakdown, base period."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was told of one unit. Amounts are None where the cell was not shown."""

    state: int
    base: int
    """Persons on the unit itself when every shown unit last told the same delivery."""
    last: int
    """Persons on the unit itself when anything was last told."""
    parent: str | None
    numerator: int | None = None
    denominator: int | None = None
    people: int | None = None
    batches: str | None = None


Remembered = dict[str, Told]
"""One base period of one series, by unit."""


def read_ledger(connection: Connection, municipality: str) -> dict[Place, Remembered]:
    """The newest word on every base period of every series."""
    table = LEDGER
    query = select(table.c.indicator, table.c.breakdown, table.c.start, table.c.months, table.c.body)
    query = query.where(table.c.municipality == municipality).order_by(table.c.publish)
    newest = {(row[0], row[1], Period(row[2], row[3])): row[4] for row in connection.execute(query)}
    return {place: _read(body) for place, body in newest.items()}


def append_ledger(
    connection: Connection, municipality: str, policies: dict[str, str], told: Iterable[tuple[Place, Remembered]]
) -> int:
    """Write down what a publish tells. Returns its number in the ledger."""
    newest = select(func.max(LEDGER.c.publish)).where(LEDGER.c.municipality == municipality)
    number = (connection.execute(newest).scalar() or 0) + 1
    rows = (
        (
            municipality,
            place[0],
            place[1],
            place[2].start,
            int(place[2].months),
            number,
            policies[place[0]],
            _body(what),
        )
        for place, what in told
    )
    insert_rows(connection, LEDGER, rows)
    return number


def _body(remembered: Remembered) -> str:
    fields = Told.__slots__
    return json.dumps({unit: [getattr(told, name) for name in fields] for unit, told in remembered.items()})


def _read(body: str) -> Remembered:
    return {unit: Told(*values) for unit, values in json.loads(body).items()}
