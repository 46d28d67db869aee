"""Rows of a table read field by field. A cell that cannot be read becomes a Problem with its place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from config.formats import Format
from data.importers.codes import Code
from data.importers.numbers import decimal_mark
from data.importers.values import Amount, CellError, as_amount, as_choice, as_day, as_period, marked
from data.sheets import Table
from data.sheets.cells import Cell, text_of
from metrics.amounts import SCALE
from metrics.observations import Measured
from metrics.periods import Period
from metrics.problems import Problem, Severity

T = TypeVar("T")


@dataclass
class Reading:
    """A table with what was wrong in it. Equal cells of a column are read once."""

    table: Table
    format: Format
    problems: list[Problem] = field(default_factory=list)
    _known: dict[tuple[str, str], dict[Any, Any]] = field(default_factory=dict, repr=False)
    _marks: dict[str, str | None] = field(default_factory=dict, repr=False)

    def __iter__(self) -> Iterator["Row"]:
        """Every row, from the top."""
        for i, number in enumerate(self.table.rows):
            yield Row(self, i, number)

    def has(self, name: str) -> bool:
        """True when the file or the format gives the field."""
        parts = self.format.sums.get(name)
        given = name in self.table.columns or name in self.format.constants
        return given or (parts is not None and all(self.has(part) for part in parts))

    def cell(self, name: str, index: int) -> Cell:
        """What stands in a field."""
        column = self.table.columns.get(name)
        return self.format.constants.get(name, "") if column is None else column[index]

    def problem(
        self,
        code: Code,
        *,
        row: int | None = None,
        column: str | None = None,
        found: str | None = None,
        expected: str | None = None,
        severity: Severity = Severity.ERROR,
        params: dict[str, str] | None = None,
    ) -> None:
        """Note a problem. In files about persons nothing that was found is repeated."""
        self.problems.append(
            Problem(
                code=code,
                severity=severity,
                sheet=self.table.sheet,
                row=row,
                column=None if column is None else self.table.headings.get(column, column),
                found=None if self.format.person_level else found,
                expected=expected,
                params=params or {},
            )
        )

    def once(self, name: str, index: int, read: Callable[[Cell], T]) -> T | CellError:
        """The cell of a field, read; from memory when an equal cell of the column has been read."""
        cell = self.cell(name, index)
        known = self._known.setdefault((read.__name__, name), {})
        key = (type(cell), cell)
        if key not in known:
            try:
                known[key] = read(cell)
            except CellError as fault:
                known[key] = fault
        return known[key]  # type: ignore[no-any-return]

    def mark(self, name: str) -> str | None:
        """The decimal mark of a column."""
        if name not in self._marks:
            self._marks[name] = decimal_mark(self.table.columns.get(name, ()), self.format.numbers)
        return self._marks[name]


@dataclass
class Row:
    """One row. `faulty` once a cell of it could not be read; the reader then returns None."""

    reading: Reading
    index: int
    number: int
    faulty: bool = False

    def text(self, name: str, *, optional: bool = False) -> str:
        """The text of a field, empty when it is missing."""
        found = text_of(self.reading.cell(name, self.index))
        if not found and not optional:
            self.fault(Code.MISSING_VALUE, name, params={"field": name})
        return found

    def period(self, name: str) -> Period | None:
        """The period of a field."""

        def period(cell: Cell) -> Period:
            return as_period(cell, self.reading.format)

        return self._read(name, period)

    def day(self, name: str, *, optional: bool = False) -> date | None:
        """The day of a field."""

        def day(cell: Cell) -> date:
            return as_day(cell, self.reading.format)

        return None if optional and not self.text(name, optional=True) else self._read(name, day)

    def choice(self, name: str, *, optional: bool = False) -> str | None:
        """The fixed value that a field's text stands for."""

        def choice(cell: Cell) -> str:
            return as_choice(cell, self.reading.format, name)

        return None if optional and not self.text(name, optional=True) else self._read(name, choice)

    def amount(self, name: str, *, optional: bool = False) -> Amount | None:
        """The scaled amount of a field, or its mark. None when an optional field is empty, or a cell is faulty."""

        def amount(cell: Cell) -> Amount:
            return as_amount(cell, self.reading.format, self.reading.mark(name))

        parts = self.reading.format.sums.get(name)
        if parts is not None and name not in self.reading.table.columns:
            return self._sum(parts)
        cell = self.reading.cell(name, self.index)
        if optional and not text_of(cell) and marked(cell, self.reading.format) is None:
            return None
        return self._read(name, amount)

    def count(self, name: str, *, optional: bool = False) -> int | Measured | None:
        """A whole number of people or answers, or its mark."""
        found = self.amount(name, optional=optional)
        if isinstance(found, Measured) or found is None:
            return found
        if found % SCALE:
            self.fault(Code.NOT_WHOLE_NUMBER, name)
            return None
        return found // SCALE

    def fault(
        self, code: Code, name: str | None = None, *, expected: str | None = None, params: dict[str, str] | None = None
    ) -> None:
        """Note that a cell, or the whole row, cannot be used."""
        self.faulty = True
        found = None if name is None else text_of(self.reading.cell(name, self.index)) or None
        self.reading.problem(code, row=self.number, column=name, found=found, expected=expected, params=params)

    def _read(self, name: str, read: Callable[[Cell], T]) -> T | None:
        found = self.reading.once(name, self.index, read)
        if isinstance(found, CellError):
            self.fault(found.code, name, expected=found.expected, params={"field": name, **found.params})
            return None
        return found

    def _sum(self, parts: tuple[str, ...]) -> Amount | None:
        amounts = [self.amount(part) for part in parts]
        if any(amount is None for amount in amounts):
            return None
        marks = [amount for amount in amounts if isinstance(amount, Measured)]
        return marks[0] if marks else sum(amount for amount in amounts if isinstance(amount, int))
