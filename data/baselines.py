"""Baselines: where a unit stood when a plan began. Written once, from what was shown then, and never made again."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from data.bulk import insert_rows
from data.register_tables import BASELINE
from metrics.board import Board
from metrics.figures import Shown
from metrics.periods import Period
from metrics.strategy import Strategy, Target


@dataclass(frozen=True, slots=True)
class Baseline:
    """The sums of a unit's headline figure in the month when the plan began."""

    strategy: str
    indicator: str
    breakdown: str
    scope: str
    """Whom the target was set for (`Scope.name`)."""
    unit: str
    start: Period
    numerator: int
    denominator: int


BaselineKey = tuple[str, str, str, str, str]


def key_of(baseline: Baseline) -> BaselineKey:
    """What a baseline is the only one for."""
    return baseline.strategy, baseline.indicator, baseline.breakdown, baseline.scope, baseline.unit


def read_baselines(connection: Connection, municipality: str) -> dict[BaselineKey, Baseline]:
    """Every baseline there is."""
    table = BASELINE
    columns = [column for column in table.columns if column is not table.c.municipality]
    rows = connection.execute(select(*columns).where(table.c.municipality == municipality))
    found = [Baseline(row[0], row[1], row[2], row[3], row[4], Period(row[5], 1), row[6], row[7]) for row in rows]
    return {key_of(one): one for one in found}


def add_baselines(connection: Connection, municipality: str, baselines: Iterable[Baseline]) -> None:
    """Write down new baselines."""
    rows = ((municipality, *key_of(one), one.start.start, one.numerator, one.denominator) for one in baselines)
    insert_rows(connection, BASELINE, rows)


def new_baselines(board: Board, known: dict[BaselineKey, Baseline]) -> list[Baseline]:
    """The baselines that are missing: each unit's first shown headline figure from the strategy's first month on."""
    found = []
    for strategy in board.strategies:
        for target in strategy.targets:
            if target.limit is not None and target.due is not None and target.indicator in board.series:
                found += _of_target(board, strategy, target, known)
    return found


def _of_target(board: Board, strategy: Strategy, target: Target, known: dict[BaselineKey, Baseline]) -> list[Baseline]:
    series = board.series[target.indicator]
    begins, found = Period.containing(strategy.valid_from).start, dict[str, Baseline]()
    for span in series.spans(series.indicator.window):
        if span.period.last_month.start < begins:
            continue
        for figure in board.at(series, span):
            unit, held = figure.about.unit, figure.about.held
            key = (strategy.id, target.indicator, series.breakdown, target.scope.name, unit)
            if unit in found or key in known or held is None or held.target is not target:
                continue
            if isinstance(figure, Shown):
                start, sums = span.period.last_month, (figure.numerator, figure.denominator)
                found[unit] = Baseline(key[0], key[1], key[2], key[3], unit, start, sums[0], sums[1])
    return list(found.values())
