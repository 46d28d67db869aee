"""The table of units that two pages share, and the rest groups under it."""

from collections.abc import Iterable, Iterator

from dashboard import sentences
from dashboard.address import link
from dashboard.cards import Column, number, table
from dashboard.charts import sparkline
from dashboard.chips import chip, target_note
from dashboard.markup import Html, div, paragraph, span
from dashboard.notation import format_number
from dashboard.reading import FULL_TIME, SICK_LEAVE, TURNOVER, Reading
from dashboard.standings import settled, stand
from metrics.figures import Figure, Hidden, Missing, Reason, Shown
from metrics.units import Unit

_SPARK_POINTS = 13
_SHARED = (SICK_LEAVE, FULL_TIME, TURNOVER)


def employees(figure: Figure | None) -> Html:
    """How many employees a unit has, or that the number is hidden."""
    if isinstance(figure, Shown):
        return span("num", format_number(figure.people))
    if isinstance(figure, Hidden) and figure.reason is Reason.BELOW_THRESHOLD:
        return span("hid", f"færre enn {figure.about.indicator.privacy.threshold}")
    return number(figure)


def _short(figure: Figure | None) -> Html:
    """A number in a narrow column; a measure that is not for the unit says so."""
    if isinstance(figure, Missing) and figure.reason is Reason.NOT_APPLICABLE:
        return span("sub", "ikke aktuelt")
    return number(figure)


def _row(reading: Reading, unit: Unit) -> list[object]:
    standing = stand(reading, unit.id, SICK_LEAVE)
    sick_leave = standing.figure
    held = None if sick_leave is None else sick_leave.about.held
    drawn = sparkline(settled(reading, standing)[-_SPARK_POINTS:], None if held is None else held.limit)
    note = target_note(standing)
    return [
        link("unit", unit.name, unit=unit.id),
        employees(reading.employees(unit.id)),
        number(sick_leave),
        div("side", chip(standing), div("sub", note) if note else None),
        drawn or span("sub", sentences.NO_LINE),
        _short(reading.now(unit.id, FULL_TIME)),
        _short(reading.now(unit.id, TURNOVER)),
    ]


def units_table(reading: Reading, caption: str, what: str, units: Iterable[Unit]) -> Html:
    """One row a unit: employees, sick leave against the own target, the line, full-time and turnover."""
    columns = (
        Column(what),
        Column("Ansatte", numeric=True),
        Column("Sykefravær", numeric=True),
        Column("Mot eget mål"),
        Column("Siste 13 mnd."),
        Column("Heltid i turnus", numeric=True),
        Column("Turnover", numeric=True),
    )
    return table(caption, columns, (_row(reading, unit) for unit in units), wide=True)


def rest_lines(reading: Reading, top: str) -> Iterator[Html]:
    """A line for each rest group under a unit."""
    for indicator in _SHARED:
        for group in reading.rest_groups(top, indicator):
            yield paragraph(sentences.rest_group_line(group), class_="rest")
