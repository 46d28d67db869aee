"""The mask ledger: what each publish told, append-only, so that what was once shown is counted as known."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

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
    own: int
    """Persons on the unit itself when anything was last told of the period."""
    parent: str | None
    """The unit above when the unit was first told of."""
    waits: bool = False
    """Whether an earlier figure stands."""
    numerator: int | None = None
    denominator: int | None = None
    people: int | None = None
    batches: str | None = None


Remembered = dict[str, Told]
"""One base period of one series, by unit."""


@dataclass(frozen=True, slots=True)
class Memory:
    """Everything that was told of one base period of one series."""

    newest: Remembered = field(default_factory=dict)
    """The last word on each unit there has been."""
    words: Mapping[int, Remembered] = field(default_factory=dict)
    """What each publish told anew, by its number."""
    policies: frozenset[str] = frozenset()
    """The rules that it was masked by."""

    def at(self, publish: int) -> Remembered:
        """What was told by a publish, or by the last one before it."""
        before = [number for number in self.words if number <= publish]
        return self.words[max(before)] if before else {}


Ledger = Mapping[Place, Memory]


def read_ledger(connection: Connection, municipality: str) -> Ledger:
    """Every word on every base period of every series."""
    table = LEDGER.c
    named = (table.indicator, table.breakdown, table.start, table.months)
    query = select(*named, table.publish, table.policy, table.body).where(table.municipality == municipality)
    found: dict[Place, Memory] = {}
    for row in connection.execute(query.order_by(table.publish)):
        indicator, breakdown, start, months, publish, policy, body = row
        place, told = (indicator, breakdown, Period(start, months)), _read(body)
        before = found.get(place, Memory())
        found[place] = Memory(before.newest | told, {**before.words, publish: told}, before.policies | {policy})
    return found


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
