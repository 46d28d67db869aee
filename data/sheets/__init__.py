"""Reads a file into a table: bytes → grid of cells → columns by field, each cell with its place."""

from dataclasses import dataclass
from pathlib import Path

from config.formats import Format
from data.sheets.cells import Cell, empty, letter, matches
from data.sheets.grids import Grid
from data.sheets.headings import Located, header_problems, locate
from data.sheets.text import text_grids
from data.sheets.workbooks import is_workbook, workbook_grids
from metrics.problems import Problem, Read

LARGEST_FILE = 200_000_000
"""Bytes that a file may hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows that count, column by column under the names of the format."""

    sheet: str | None = None
    columns: dict[str, list[Cell]]
    """Cells of each field, and of each heading that the format's units are made from."""
    headings: dict[str, str]
    """The heading of each column as it stands in the file, or its letter."""
    rows: list[int]
    """The number of each row in the file, the first is 1."""


def read_bytes(source: Path | bytes) -> Read[bytes]:
    """The content of a file. Problems: `missing_file`, `unreadable_file`, `file_too_large`, `empty_file`."""
    if isinstance(source, Path):
        try:
            if source.stat().st_size > LARGEST_FILE:
                return Read(b"", [_too_large()])
            source = source.read_bytes()
        except FileNotFoundError:
            return Read(b"", [Problem(code="missing_file")])
        except OSError:
            return Read(b"", [Problem(code="unreadable_file")])
    if len(source) > LARGEST_FILE:
        return Read(b"", [_too_large()])
    return Read(source, [] if source.strip(b"\0 \r\n\t") else [Problem(code="empty_file")])


def _too_large() -> Problem:
    return Problem(code="file_too_large", params={"megabytes": str(LARGEST_FILE // 1_000_000)})


def read_grids(source: Path | bytes, given: Format) -> Read[list[Grid]]:
    """The grids that a file may be seen as, by its first bytes and the format."""
    content = read_bytes(source)
    if content.refused:
        return Read([], content.problems)
    reader = workbook_grids if is_workbook(content.value) else text_grids
    return reader(content.value, given.file)


def find_headings(source: Path | bytes, given: Format) -> Read[Located | None]:
    """The grid and the row where the format's headings fit best; None when the file cannot be read."""
    grids = read_grids(source, given)
    if not grids.value:
        return Read(None, grids.problems)
    found = [locate(grid, given) for grid in grids.value]
    return Read(max(found, key=lambda at: (-len(at.missing), at.matched)), grids.problems)


def read_table(source: Path | bytes, given: Format) -> Read[Table]:
    """The table that a format describes in a file.

    Whatever is wrong with the file becomes Problems (`data.importers.codes`), never an exception. The headings are
    found below title rows; rows after the first empty one are footers, unless they fill every needed column.
    """
    nothing = Table(columns={}, headings={}, rows=[])
    found = find_headings(source, given)
    at = found.value
    if at is None:
        return Read(nothing, found.problems)
    faults = header_problems(at, given)
    if faults:
        return Read(nothing, faults)
    everything = at.grid.load()
    if everything.refused:
        return Read(nothing, everything.problems)
    problems: list[Problem] = []
    kept = _kept(everything.value, at, given, problems)
    if not kept and not problems:
        problems.append(Problem(code="no_rows", row=at.row + 1))
    table = Table(
        sheet=at.grid.sheet,
        columns={name: [row[1][i] if i < len(row[1]) else "" for row in kept] for name, i in at.columns.items()},
        headings={name: at.title(name) for name in at.columns},
        rows=[number for number, _ in kept],
    )
    return Read(table, [problem.at(sheet=at.grid.sheet) for problem in problems])


def _kept(rows: list[list[Cell]], at: Located, given: Format, problems: list[Problem]) -> list[tuple[int, list[Cell]]]:
    kept: list[tuple[int, list[Cell]]] = []
    ended = False
    needed = [at.columns[field] for field in given.fields.required if field in at.columns]
    for number, row in enumerate(rows[at.row + 1 :], start=at.row + 2):
        if empty(row):
            ended = ended or (given.rows.stop_at_empty and bool(kept))
        elif ended:
            if needed and not any(_blank(row, column) for column in needed) and _passes(row, at, given):
                problems.append(Problem(code="data_after_empty_row", row=number))
                break
        elif _passes(row, at, given):
            if at.grid.ragged and not empty(row[len(at.titles) :]):
                place = letter(len(at.titles))
                problems.append(Problem(code="row_too_long", row=number, column=place, expected=str(len(at.titles))))
            kept.append((number, row))
    return kept


def _blank(row: list[Cell], column: int) -> bool:
    return column >= len(row) or empty([row[column]])


def _passes(row: list[Cell], at: Located, given: Format) -> bool:
    def holds(name: str, patterns: tuple[str | int, ...]) -> bool:
        column = at.columns[name]
        cell = row[column] if column < len(row) else ""
        return any(matches(cell, pattern) for pattern in patterns)

    kept = all(holds(name, patterns) for name, patterns in given.rows.keep.items())
    return kept and not any(holds(name, patterns) for name, patterns in given.rows.skip.items())
