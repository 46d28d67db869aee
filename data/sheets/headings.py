"""Finds the row of headings, and in which column each field of a format stands."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from config.formats import Column, Format
from data.sheets.cells import Cell, empty, folded, letter, text_of
from data.sheets.grids import Grid
from metrics.problems import Problem

JOIN = " › "
"""Between the rows of a heading of several rows."""


@dataclass(frozen=True, slots=True)
class Located:
    """Where the headings stand in a grid. Rows and columns are counted from 0; `row` is the lowest heading row."""

    grid: Grid
    row: int
    titles: list[str]
    columns: dict[str, int]
    """Column of each field, and of each heading that row filters and units use."""
    missing: tuple[str, ...]
    """What the format needs and the grid does not have."""
    twice: tuple[str, ...] = ()
    """Fields whose heading stands over more than one column."""

    @property
    def matched(self) -> int:
        """How many headings were found by name."""
        return len(self.columns)

    def by_name(self, name: str, given: Format) -> bool:
        """True when the column was found by its heading."""
        return name in self.columns and bool(wanted(given)[name].headings)

    def title(self, name: str) -> str:
        """The heading as it stands in the file, or the column's letter."""
        column = self.columns.get(name)
        if column is None:
            return name
        return (self.titles[column] if column < len(self.titles) else "") or letter(column)


def locate(grid: Grid, given: Format) -> Located:
    """The best place for the headings: all needed fields found, then the most fields, then the highest row."""
    last = given.file.header_row
    rows = range(len(grid.head)) if last is None else range(min(last, len(grid.head)) - 1, min(last, len(grid.head)))
    by_name = any(column.headings for column in given.columns.values()) or bool(given.references)
    if last is None and not by_name:
        rows = range(*_first_filled(grid, given.file.header_rows))
    sought = [
        (name, column.place, [folded(heading) for heading in column.headings]) for name, column in wanted(given).items()
    ]
    found = [_at(grid, row, given, sought) for row in rows]
    if not found:
        return Located(grid, 0, [], {}, needed(given))
    return max(found, key=lambda at: (-len(at.missing), at.matched))


def needed(given: Format) -> tuple[str, ...]:
    """The columns that must be there: what the kind requires, what sums are made of, and what filters and units use."""
    required = [field for field in given.fields.required if field in given.columns]
    parts = [part for parts in given.sums.values() for part in parts if part in given.columns]
    people = [given.people.source] if given.people and given.people.source in given.columns else []
    return tuple(dict.fromkeys([*required, *parts, *people, *given.references]))


def _first_filled(grid: Grid, height: int) -> tuple[int, int]:
    first = next((i for i, row in enumerate(grid.head) if not empty(row)), 0)
    return first + height - 1, first + height


def _at(grid: Grid, row: int, given: Format, sought: Sequence[tuple[str, int | None, list[str]]]) -> Located:
    """The columns found in one row. `sought` are the fields with their place or their headings, folded."""
    titles = titles_at(grid.head, row, given.file.header_rows)
    places: dict[str, list[int]] = {}
    for i, title in enumerate(titles):
        if title:
            places.setdefault(folded(title), []).append(i)
    columns: dict[str, int] = {}
    twice: list[str] = []
    for name, place, headings in sought:
        heading = next((one for one in headings if one in places), None)
        found = [place] if place is not None else [] if heading is None else places[heading]
        if found:
            columns[name] = found[0]
        if len(found) > 1:
            twice.append(name)
    missing = tuple(name for name in needed(given) if name not in columns)
    return Located(grid, row, titles, columns, missing, tuple(twice))


def wanted(given: Format) -> dict[str, Column]:
    """Every column that the format speaks of: its fields, and headings used by row filters and units."""
    others = {name: Column(headings=(name,)) for name in given.references if name not in given.columns}
    return {**given.columns, **others}


def titles_at(rows: list[list[Cell]], row: int, height: int) -> list[str]:
    """The headings that end in a row, upper rows joined in front and filled rightwards over empty cells.

    An upper heading with nothing below it (merged downwards) is not carried on to the next columns.
    """
    if row - height + 1 < 0:
        return []
    width = max((len(line) for line in rows[row - height + 1 : row + 1]), default=0)
    titles = [text_of(cell) for cell in rows[row]]
    titles += [""] * (width - len(titles))
    for upper in range(row - 1, row - height, -1):
        above = [text_of(cell) for cell in rows[upper]]
        carried = ""
        for i, below in enumerate(titles.copy()):
            own = above[i] if i < len(above) else ""
            carried = own or carried
            titles[i] = JOIN.join(part for part in (carried if below else own, below) if part)
            if not below:
                carried = ""
    return titles


def header_problems(at: Located, given: Format) -> list[Problem]:
    """What is wrong with the headings: `header_not_found`, `missing_column`, `duplicate_heading`.

    The nearest heading is suggested only from a row that has another known heading, so no person row is repeated.
    """
    every = wanted(given)
    if at.missing and not any(every[name].headings for name in at.columns):
        accepted = ", ".join(every[name].headings[0] for name in at.missing if every[name].headings)
        return [Problem(code="header_not_found", sheet=at.grid.sheet, expected=accepted)]
    missing = [_missing(name, every[name], at) for name in at.missing]
    twice = [
        Problem(code="duplicate_heading", column=letter(at.columns[name]), found=at.title(name)) for name in at.twice
    ]
    return [replace(problem, sheet=at.grid.sheet, row=at.row + 1) for problem in (*missing, *twice)]


def _missing(name: str, column: Column, at: Located) -> Problem:
    free = {folded(title): title for i, title in enumerate(at.titles) if title and i not in at.columns.values()}
    close = [near for heading in column.headings for near in get_close_matches(folded(heading), free, n=1)]
    return Problem(
        code="missing_column",
        column=column.headings[0] if column.headings else name,
        found=free[close[0]] if close else None,
        expected=" / ".join(column.headings),
        params={"field": name},
    )
