"""A board as the attacker reads it: the fields of `maalbilde figures --json` that hold numbers, and the units."""

from collections.abc import Iterator, Sequence
from typing import Any

from metrics.board import Board
from metrics.figures import Figure, Hidden, Shown
from metrics.series import Series
from metrics.windows import Window

_NOTHING = dict.fromkeys(("value", "numerator", "denominator", "people", "months_shown", "months_wanted", "gap"))


def printout_of(board: Board, windows: Sequence[Window] = (Window.LATEST,)) -> dict[str, Any]:
    """The shape that `metrics.audit.board.audit_board` attacks.

    The figures and rest groups of every series on the board in the given windows, the base figures (`LATEST`) among
    them, with the same names and values as `figures --json` prints; the units of every base period; and the scales.
    Windows are not stored, so a publish need not make them to be safe: they are sums of the base figures.
    """
    every = list(board.breakdowns.values())
    periods = {period for series in every for period in series.axis}
    return {
        "figures": [shape for window in windows for series in every for shape in _figures(board, series, window)],
        "rest_groups": [shape for window in windows for series in every for shape in _rest(board, series, window)],
        "units": {
            period.code: [{"id": unit.id, "parent": unit.parent} for unit in board.tree(period).units]
            for period in sorted(periods)
        },
        "indicators": [{"id": one.id, "scale": one.scale} for one in board.indicators.values()],
    }


def _figures(board: Board, series: Series, window: Window) -> Iterator[dict[str, Any]]:
    for figure in board.every(series.indicator.id, window, breakdown=series.breakdown):
        yield _figure(figure)


def _rest(board: Board, series: Series, window: Window) -> Iterator[dict[str, Any]]:
    for group in board.every_rest_group(series.indicator.id, window, breakdown=series.breakdown):
        of_group = {"members": list(group.members), "own_staff": group.own_staff, "target": None, "gap": None}
        yield {**_figure(group.figure), **of_group}


def _figure(figure: Figure) -> dict[str, Any]:
    about = figure.about
    met = figure.met if isinstance(figure, Shown) else None
    limit = None if about.held is None or about.held.limit is None else float(about.held.limit)
    return {
        "unit": about.unit,
        "indicator": about.indicator.id,
        "kind": str(about.indicator.kind),
        "period": about.period.code,
        "window": str(about.window),
        "breakdown": about.breakdown,
        "threshold": about.indicator.privacy.threshold,
        "policy": about.policy,
        "target": None if about.held is None else {"limit": limit, "met": met},
        "display": "",
        **(_numbers(figure) if isinstance(figure, Shown) else _none(figure)),
    }


def _none(figure: Figure) -> dict[str, Any]:
    state = "hidden" if isinstance(figure, Hidden) else "missing"
    return {
        "state": state,
        "reason": None if isinstance(figure, Shown) else str(figure.reason),
        "sources": [],
    } | _NOTHING


def _numbers(figure: Shown) -> dict[str, Any]:
    enough = figure.people >= figure.about.indicator.privacy.threshold
    return {
        "state": "shown",
        "reason": None,
        "value": float(figure.value),
        "numerator": figure.natural_numerator,
        "denominator": figure.natural_denominator,
        "people": figure.people if enough else None,
        "months_shown": figure.months_shown,
        "months_wanted": figure.months_wanted,
        "gap": None if figure.gap is None else float(figure.gap),
        "pending_correction": figure.pending,
        "sources": list(figure.sources),
    }
