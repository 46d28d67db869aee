"""Units from an organisation list: one row for each version of a unit."""

from data.importers.codes import Code
from data.importers.rows import Reading, Row
from metrics.problems import Severity
from metrics.units import Unit


def read_units(reading: Reading) -> dict[Unit, int]:
    """Every version of every unit, and its row. A unit may stand on several rows with different `valid_from`.

    Problems: `duplicate_row` (a version twice, told differently), `repeated_row`, `ends_before_start`.
    """
    found: dict[tuple[str, object], tuple[Unit, int]] = {}
    for row in reading:
        unit = _unit(row)
        if row.faulty:
            continue
        if unit.valid_from and unit.valid_to and unit.valid_to < unit.valid_from:
            row.fault(
                Code.ENDS_BEFORE_START, "valid_to", expected=unit.valid_from.isoformat(), params={"unit": unit.id}
            )
        first, number = found.setdefault((unit.id, unit.valid_from), (unit, row.number))
        if number != row.number:
            reading.problem(
                Code.REPEATED_ROW if first == unit else Code.DUPLICATE_ROW,
                row=row.number,
                found=unit.id,
                severity=Severity.WARNING if first == unit else Severity.ERROR,
                params={"unit": unit.id, "first": str(number)},
            )
    return dict(found.values())


def _unit(row: Row) -> Unit:
    shift = row.choice("shift", optional=True)
    return Unit(
        id=row.text("unit"),
        name=row.text("name"),
        parent=row.text("parent", optional=True) or None,
        valid_from=row.day("valid_from", optional=True),
        valid_to=row.day("valid_to", optional=True),
        service_area=row.text("service_area", optional=True) or None,
        unit_type=row.text("unit_type", optional=True) or None,
        shift=None if shift is None else shift == "yes",
    )
