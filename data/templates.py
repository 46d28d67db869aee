"""Templates: an empty file in a format, with invented example rows, for a municipality to fill in."""

import csv
from pathlib import Path

import xlsxwriter

from config.formats import Format
from data.sheets.headings import JOIN

EXPLANATION = "Forklaring"
"""The sheet that explains each column."""
_WIDTH, _LONG = 22, 100


def headings_of(given: Format) -> dict[str, str]:
    """The heading to write over each field, in the order of the format. Raises ValueError for other layouts.

    A column that is found by letter or number alone has no heading, and headings of several rows no one line.
    """
    named = {field: column.headings[0] for field, column in given.columns.items() if column.headings}
    if len(named) < len(given.columns) or not named or any(JOIN.strip() in title for title in named.values()):
        raise ValueError(given.id)
    return named


def write_template(given: Format, target: Path) -> tuple[Path, ...]:
    """Write `<id>.csv` and `<id>.xlsx` into a folder, or the one file that `target` names by its ending.

    The CSV is UTF-8 with byte order mark and semicolons, so that a Norwegian Excel opens it as it is. Returns what
    was written. Raises ValueError for a format without one heading per column, or another file ending.
    """
    ending = target.suffix.lower()
    if ending not in {"", ".csv", ".xlsx"}:
        raise ValueError(target.name)
    if not ending:
        target.mkdir(parents=True, exist_ok=True)
    paths = (target,) if ending else (target / f"{given.id}.csv", target / f"{given.id}.xlsx")
    for path in paths:
        (_write_csv if path.suffix.lower() == ".csv" else _write_workbook)(given, path)
    return paths


def _examples(given: Format) -> list[list[str]]:
    return [[row.get(field, "") for field in headings_of(given)] for row in given.examples]


def _write_csv(given: Format, path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerows([list(headings_of(given).values()), *_examples(given)])


def _write_workbook(given: Format, path: Path) -> None:
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        bold, text, wrap = (
            book.add_format(look) for look in ({"bold": True}, {"num_format": "@"}, {"text_wrap": True})
        )
        table = book.add_worksheet(given.name[:31])
        table.set_column(0, len(given.columns) - 1, _WIDTH, text)
        table.freeze_panes(1, 0)
        for number, row in enumerate([list(headings_of(given).values()), *_examples(given)]):
            table.write_row(number, 0, row, bold if number == 0 else text)
        about = book.add_worksheet(EXPLANATION)
        about.set_column(0, 0, _WIDTH)
        about.set_column(1, 1, _LONG, wrap)
        about.write_row(0, 0, ["Kolonne", EXPLANATION], bold)
        for number, (field, title) in enumerate(headings_of(given).items(), start=1):
            about.write_row(number, 0, [title, given.explained.get(field, "")], wrap)
