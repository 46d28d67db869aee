"""Commands that ask: units, indicators and figures."""

from dataclasses import asdict
from typing import Annotated

import typer

from dashboard.cli_home import board_of, open_home, wants_json
from dashboard.console import Exit, HomeOption, JsonOption, answer, stop
from dashboard.shapes import figure_shape, indicator_shape, rest_group_shape, unit_shape
from metrics.board import Board
from metrics.figures import Figure, RestGroup
from metrics.periods import Period
from metrics.problems import Problem
from metrics.windows import Window


def units(
    at: Annotated[str | None, typer.Option("--at", metavar="PERIOD", help="Slik det var i perioden.")] = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """List enhetene: alle utgaver, eller treet i én periode."""
    as_json = wants_json(json)
    opened = open_home(home, as_json)
    register = opened.register()
    with register.reading() as connection:
        organisation = register.organisation(connection)
    found = organisation.units if at is None else organisation.at(period_of(at, as_json)).units
    shape = {"units": [unit_shape(unit) for unit in found]}
    answer(as_json, shape, (f"{unit.id}  {unit.name}" for unit in found))


def indicators(home: HomeOption = None, json: JsonOption = False) -> None:
    """List indikatorene."""
    opened = open_home(home, wants_json(json))
    found = opened.catalogue.indicators.values()
    shape = {"indicators": [indicator_shape(one) for one in found]}
    answer(wants_json(json), shape, (f"{one.id}  {one.name['nb']}" for one in found))


def figures(
    unit: Annotated[str | None, typer.Option("--unit", metavar="ID")] = None,
    indicator: Annotated[str | None, typer.Option("--indicator", metavar="ID")] = None,
    period: Annotated[str | None, typer.Option("--period", metavar="PERIOD")] = None,
    window: Annotated[Window | None, typer.Option("--window")] = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Vis tallene på tavla."""
    as_json = wants_json(json)
    opened = open_home(home, as_json)
    if indicator is not None and indicator not in opened.catalogue.indicators:
        known = ", ".join(opened.catalogue.indicators)
        stop(as_json, Exit.WRONG_USE, [Problem(code="unknown_indicator", found=indicator, expected=known)])
    board = board_of(opened, as_json)
    if unit is not None and unit not in board.organisation.versions:
        stop(as_json, Exit.WRONG_USE, [Problem(code="unknown_unit", found=unit)])
    end = None if period is None else period_of(period, as_json).end
    wanted = [name for name in board.names if indicator in (None, name[0])]
    found = [one for name, part in wanted for one in board.every(name, window, unit, part) if end in (None, _end(one))]
    groups = [
        one for name, part in wanted for one in board.every_rest_group(name, window, part) if _wanted(one, unit, end)
    ]
    shape = {
        "stamp": asdict(board.stamp),
        "figures": [figure_shape(one, board) for one in found],
        "rest_groups": [rest_group_shape(one, board) for one in groups],
    }
    answer(as_json, shape, (_figure_line(one, board) for one in found))


def _end(figure: Figure) -> int:
    return figure.about.period.end


def _wanted(group: RestGroup, unit: str | None, end: int | None) -> bool:
    here = unit is None or unit == group.top or unit in group.members
    return here and end in (None, _end(group.figure))


def _figure_line(figure: Figure, board: Board) -> str:
    shape = figure_shape(figure, board)
    return "  ".join(str(shape[name]) for name in ("unit", "indicator", "period", "display"))


def period_of(code: str, as_json: bool) -> Period:
    """The period of a code. Ends the command when it is none."""
    try:
        return Period.parse(code)
    except ValueError:
        stop(as_json, Exit.WRONG_USE, [Problem(code="unreadable_period", found=code, expected="2026-10")])
