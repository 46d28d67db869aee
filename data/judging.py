"""The verdicts of a publish: every headline series of the masked board, judged by its kind's rule."""

import numpy as np

from data.baselines import Baseline, BaselineKey
from metrics.board import Board
from metrics.indicators import Indicator, Kind
from metrics.judged import Judged
from metrics.periods import Period
from metrics.progress import events, means, rates, stocks
from metrics.progress.aims import Aims
from metrics.progress.feed import by_month, by_round
from metrics.progress.groups import Groups
from metrics.progress.history import History
from metrics.progress.plans import Plan, aims, points
from metrics.progress.verdicts import Verdicts
from metrics.series import Series
from metrics.targets import Held

Breaks = dict[tuple[str, str], list[Period]]
"""The first months after breaks, by indicator and unit."""


def judge_board(board: Board, baselines: dict[BaselineKey, Baseline], breaks: Breaks) -> dict[tuple[str, str], Judged]:
    """The verdicts of every series, from what is shown alone."""
    return {
        name: judge_series(board, series, baselines, breaks) for name, series in board.breakdowns.items() if series.axis
    }


def judge_series(board: Board, series: Series, baselines: dict[BaselineKey, Baseline], breaks: Breaks) -> Judged:
    """The verdicts of one series. A mean is judged round by round, everything else month by month."""
    indicator = series.indicator
    own = {unit: months for (name, unit), months in breaks.items() if name == indicator.id}
    history, axis = (by_round(series, own), series.axis) if indicator.kind is Kind.MEAN else by_month(series, own)
    held = [_held(board, series, row) for row in range(len(series.units))]
    goals = _aims(series, held, baselines, axis)
    groups = _groups(board, series)
    return Judged(series.units, axis, _verdicts(indicator, history, groups, goals))


def _verdicts(indicator: Indicator, history: History, groups: Groups, goals: Aims) -> Verdicts:
    better, judging = indicator.better, indicator.judging
    late = judging.maturity_months
    match indicator.kind:
        case Kind.STOCK:
            return stocks.judge(history, goals, better, stocks.Rule(exchanged=judging.exchanged), late)
        case Kind.EVENT:
            rule = events.Rule(per=indicator.denominator_divisor, times=indicator.times)
            return events.judge(history, groups, goals, better, rule, late)
        case Kind.MEAN:
            survey = means.Survey.unknown(history.months.shape)
            return means.judge(history, survey, groups, goals, better, means.Rule(sd=judging.standard_deviation))
    return rates.judge(history, groups, goals, better, rates.Rule(phi0=judging.phi0, times=indicator.times), late)


def _held(board: Board, series: Series, row: int) -> Held | None:
    """The target of a unit in the last period it exists. Only the breakdown that pages show has targets."""
    there = np.flatnonzero(series.cells[row])
    if not len(there) or series.breakdown != series.indicator.breakdown:
        return None
    return board.held(series.units[row], series.indicator.id, series.axis[int(there[-1])])


def _aims(
    series: Series, held: list[Held | None], baselines: dict[BaselineKey, Baseline], axis: tuple[Period, ...]
) -> Aims:
    targets = [None if one is None else one.target for one in held]
    if series.indicator.kind is Kind.MEAN:
        return Aims.of(targets, len(axis))
    plans = [_plan(series, unit, one, baselines, axis) for unit, one in zip(series.units, held, strict=True)]
    return aims(targets, plans, len(axis))


def _plan(
    series: Series,
    unit: str,
    held: Held | None,
    baselines: dict[BaselineKey, Baseline],
    axis: tuple[Period, ...],
) -> Plan | None:
    if held is None or held.target.limit is None:
        return None
    steps = points(held.target, axis[0])
    key = (held.strategy, series.indicator.id, series.breakdown, held.target.scope.name, unit)
    found = baselines.get(key)
    if found is None:
        return Plan(points=steps)
    indicator = series.indicator
    value = indicator.times * found.numerator * indicator.denominator_divisor / found.denominator
    plan = Plan(
        points=tuple(step for step in steps if step[0] > found.start.start - axis[0].start),
        start=found.start.start - axis[0].start,
        baseline=value,
    )
    return Plan(points=steps) if plan.faults(indicator.better) else plan


def _groups(board: Board, series: Series) -> Groups:
    """Lowest reporting units by service area; service areas and the municipality stand on their own figures."""
    parents = {unit.parent for unit in board.organisation.units}
    newest = {code: versions[-1] for code, versions in board.organisation.versions.items()}
    areas = {area: i for i, area in enumerate(sorted({unit.service_area or "" for unit in newest.values()}))}
    of = [newest[unit] for unit in series.units]
    return Groups(
        group=np.array([areas[unit.service_area or ""] for unit in of], dtype=np.int64),
        member=np.array([unit.id not in parents for unit in of], dtype=bool),
        shrunk=np.array([unit.parent is not None and unit.service_area != unit.id for unit in of], dtype=bool),
    )
