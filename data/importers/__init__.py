"""From a file to a Delivery: one module a kind, chosen by the format."""

from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from config.catalogue import Catalogue
from config.format_fields import Kind
from config.formats import Format, lacking
from data.importers.blocks import fits_blocks, read_blocks
from data.importers.codes import Code
from data.importers.figures import read_figures
from data.importers.full_time import read_full_time
from data.importers.gathering import UnitOf
from data.importers.movements import read_movements
from data.importers.organisation import read_units
from data.importers.positions import read_positions
from data.importers.rows import Reading, Row
from data.importers.sick_leave import read_sick_leave
from data.importers.ten_factor import read_ten_factor
from data.importers.turnover import read_turnover
from data.importers.units import MadeUnits
from data.sheets import find_headings, read_bytes, read_table
from data.sheets.headings import Located
from metrics.observations import Delivery, Key, Observation
from metrics.problems import Problem, Read
from metrics.units import Unit

_READERS: dict[Kind, Callable[[Reading, Catalogue, UnitOf], dict[Key, Observation]]] = {
    "sick_leave": read_sick_leave,
    "positions": read_positions,
    "full_time": read_full_time,
    "movements": read_movements,
    "turnover": read_turnover,
    "ten_factor": read_ten_factor,
    "figures": read_figures,
}


def read(path: Path, given: Format, catalogue: Catalogue) -> Read[Delivery]:
    """What a file says, read by a format. Whatever is wrong becomes Problems (`data.importers.codes`).

    Amounts are scaled whole numbers, people plain counts. With an error among the problems the delivery is
    incomplete and must not be kept.
    """
    content = read_bytes(path)
    lacks = lacking(given)
    if lacks:
        problem = Problem(code=Code.FORMAT_LACKS_FIELD, expected=", ".join(lacks), params={"format": given.id})
        return Read(_delivery(path, given, content.value), [problem.at(file=path.name)])
    if content.refused:
        return Read(_delivery(path, given, b""), [problem.at(file=path.name) for problem in content.problems])
    if given.blocks is not None:
        report = read_blocks(content.value, given, catalogue)
        rows = len({seen.row for seen in report.value})
        delivery = _delivery(path, given, content.value, rows=rows, observations=report.value)
        return Read(delivery, [problem.at(file=path.name) for problem in report.problems])
    table = read_table(content.value, given)
    reading = Reading(table.value, given, list(table.problems))
    units, observations = _contents(reading, catalogue) if table.value.rows else ({}, ())
    delivery = _delivery(path, given, content.value, rows=len(table.value.rows), units=units, observations=observations)
    return Read(delivery, [problem.at(file=path.name) for problem in reading.problems])


def _contents(reading: Reading, catalogue: Catalogue) -> tuple[dict[Unit, int], tuple[Observation, ...]]:
    block, kind = reading.format.units, reading.format.kind
    made = None if block is None else MadeUnits(reading, block)
    if kind == "organisation":
        if made is None:
            return read_units(reading), ()
        for row in reading:
            made.of(row)
        return dict.fromkeys(made.units.values(), 0), ()
    observations = _READERS[kind](reading, catalogue, _named if made is None else made.of)
    return {} if made is None else dict.fromkeys(made.units.values(), 0), tuple(observations.values())


def _named(row: Row) -> str:
    return row.text("unit")


def _delivery(
    path: Path,
    given: Format,
    content: bytes,
    *,
    rows: int = 0,
    units: Mapping[Unit, int] = MappingProxyType({}),
    observations: tuple[Observation, ...] = (),
) -> Delivery:
    return Delivery(
        format=given.id,
        file=path.name,
        sha256=sha256(content).hexdigest(),
        rows=rows,
        units=tuple(units),
        unit_rows=tuple(units.values()),
        observations=observations,
        includes_children=given.inner_rows == "include_children",
        person_level=given.person_level,
        people_formula=None if given.people is None else given.people.formula,
    )


def propose(path: Path, catalogue: Catalogue) -> list[tuple[str, str]]:
    """The formats whose headings fit a file best, each with the headings it found.

    A format fits when every needed heading is there. Of those that fit, the ones that know most of the file's
    headings are returned: several when they know equally many, none when no format fits.
    """
    content = read_bytes(path)
    if content.refused:
        return []
    fitting: list[tuple[int, str, str]] = []
    for given in catalogue.formats.values():
        found = fits_blocks(content.value, given) if given.blocks else _fits(content.value, given)
        if found and not lacking(given):
            fitting.append((len(found), given.id, ", ".join(found)))
    most = max((count for count, _, _ in fitting), default=0)
    return [(name, why) for count, name, why in fitting if count == most]


def _fits(content: bytes, given: Format) -> list[str]:
    at = find_headings(content, given).value
    if at is None or at.missing or not _one_of(at, given):
        return []
    return [at.title(name) for name in at.columns if at.by_name(name, given)]


def _one_of(at: Located, given: Format) -> bool:
    one_of = [*given.fields.one_of, *(field for field in given.columns if field.startswith("at_least_"))]
    return not given.fields.one_of or any(field in at.columns or field in given.constants for field in one_of)
