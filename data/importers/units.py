"""Units made from the columns of a row: region → area → organisation, or names alone."""

import re
import unicodedata
from dataclasses import dataclass, field

from config.format_layouts import Units
from data.importers.codes import Code
from data.importers.rows import Reading, Row
from data.sheets.cells import text_of
from metrics.units import Unit

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})


@dataclass
class MadeUnits:
    """The units that rows have named so far, each where it stood first."""

    reading: Reading
    block: Units
    units: dict[str, Unit] = field(default_factory=dict)
    _first: dict[str, int] = field(default_factory=dict)
    _above: str | None = None
    """The last unit without the children's prefix."""

    def __post_init__(self) -> None:
        """The root stands before all others."""
        root = self.block.root
        if root is not None:
            self.units[root.code] = Unit(id=root.code, name=root.name, unit_type=root.unit_type)

    def of(self, row: Row) -> str:
        """The unit that a row belongs to: the deepest level it fills in. Empty, with a Problem, when it fills none."""
        parent = self.block.root.code if self.block.root else None
        area, deepest = None, ""
        for level in self.block.levels:
            name = text_of(self.reading.cell(level.name, row.index))
            cells = {column: text_of(self.reading.cell(column, row.index)) for column in level.columns_of_code}
            if not name or not all(cells.values()):
                continue
            prefix = self.block.child_prefix
            child = prefix is not None and name.startswith(prefix)
            if prefix is not None and child:
                name = name.removeprefix(prefix).strip()
                parent = self._above
            code = level.fill(cells) if level.code else slug(name)
            area = code if level.service_area else area
            self._add(row, Unit(id=code, name=name, parent=parent, service_area=area, unit_type=level.unit_type))
            if not child:
                self._above = code
            parent = deepest = code
        if not deepest:
            row.fault(Code.MISSING_VALUE, self.block.levels[-1].name, params={"field": "unit"})
        return deepest

    def _add(self, row: Row, unit: Unit) -> None:
        first = self.units.setdefault(unit.id, unit)
        self._first.setdefault(unit.id, row.number)
        if first != unit:
            self.reading.problem(
                Code.UNIT_DIFFERS,
                row=row.number,
                found=unit.name,
                expected=first.name,
                params={"unit": unit.id, "first": str(self._first[unit.id])},
            )


def slug(name: str) -> str:
    """A code made from a name: small letters, digits and hyphens. «Blåbærlia skole» becomes `blabaerlia-skole`."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")
