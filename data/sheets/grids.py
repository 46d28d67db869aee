"""A file as one or more candidate grids of cells: the sheets of a workbook, or a text file by each delimiter."""

from collections.abc import Callable
from dataclasses import dataclass

from config.formats import File
from data.sheets.cells import Cell
from metrics.problems import Read

HEAD = 100
"""Rows that a heading is looked for in."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One way of seeing the file as rows of cells; the first row is row 1."""

    head: list[list[Cell]]
    """The first `HEAD` rows."""
    load: Callable[[], Read[list[list[Cell]]]]
    """All the rows."""
    sheet: str | None = None
    ragged: bool = False
    """True for text: a row with more cells than headings has been split in the wrong places."""


Grids = Callable[[bytes, File], Read[list[Grid]]]
