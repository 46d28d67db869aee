"""The JSON shapes of the command line (docs/utvikling/grensesnitt.md): a public interface, kept."""

from dataclasses import asdict
from fractions import Fraction
from typing import Any

from dashboard.notation import format_value
from dashboard.wording import HIDDEN, NO_FIGURE, remedy, sentence
from metrics.board import Board
from metrics.figures import About, Figure, Hidden, Missing, RestGroup, Shown
from metrics.indicators import Indicator
from metrics.judged import Verdict
from metrics.problems import Problem
from metrics.targets import Held
from metrics.units import Unit


def problem_shape(problem: Problem) -> dict[str, Any]:
    """A problem with its place, its sentence and what to do."""
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "file": problem.file,
        "sheet": problem.sheet,
        "row": problem.row,
        "column": problem.column,
        "found": problem.found,
        "expected": problem.expected,
        "message": sentence(problem),
        "remedy": remedy(problem),
    }


def unit_shape(unit: Unit) -> dict[str, Any]:
    """One version of a unit."""
    days = {
        name: day.isoformat() if day else None for name in ("valid_from", "valid_to") for day in [getattr(unit, name)]
    }
    return {**asdict(unit), **days}


def indicator_shape(indicator: Indicator) -> dict[str, Any]:
    """An indicator with its definition."""
    return {
        "id": indicator.id,
        "name": indicator.name["nb"],
        "version": indicator.version,
        "kind": str(indicator.kind),
        "better": str(indicator.better),
        "measure": str(indicator.measure),
        "numerator": indicator.numerator,
        "denominator": indicator.denominator,
        "window": str(indicator.window),
        "breakdown": indicator.breakdown,
        "on_board": indicator.on_board,
        "roll_up": indicator.roll_up,
        "scale": list(indicator.scale) if indicator.scale else None,
        "threshold": indicator.privacy.threshold,
        "people_counts": indicator.privacy.counts,
        "formula": indicator.formula["nb"],
        "reference": indicator.reference,
    }


def figure_shape(figure: Figure, board: Board) -> dict[str, Any]:
    """A figure. A hidden one carries no number about the unit at all."""
    about = figure.about
    verdict = _verdict(board.verdict(figure), told=isinstance(figure, Shown))
    return {**_about(about), **_numbers(figure, board), "target": _target(about.held, figure), **verdict}


def _verdict(verdict: Verdict | None, *, told: bool = False) -> dict[str, Any]:
    """The three statements of a headline figure; null for other windows. Facts only where the figure is shown."""
    if verdict is None:
        return {"level": None, "direction": None, "outlook": None, "judged": None, "why": None, "facts": None}
    return {
        "level": str(verdict.level),
        "direction": str(verdict.direction),
        "outlook": str(verdict.outlook),
        "judged": verdict.judged.code if verdict.judged else None,
        "why": [str(verdict.why), str(verdict.why_direction)],
        "facts": verdict.facts if told else None,
    }


def rest_group_shape(group: RestGroup, board: Board) -> dict[str, Any]:
    """A rest group: the figure of a block, with its members."""
    shape = figure_shape(group.figure, board)
    none = {"target": None, "gap": None, **_verdict(None)}
    return {"members": list(group.members), "own_staff": group.own_staff, **shape, **none}


def _about(about: About) -> dict[str, Any]:
    privacy = about.indicator.privacy
    return {
        "unit": about.unit,
        "indicator": about.indicator.id,
        "kind": str(about.indicator.kind),
        "period": about.period.code,
        "window": str(about.window),
        "breakdown": about.breakdown,
        "people_counts": privacy.counts,
        "threshold": privacy.threshold,
        "policy": about.policy,
        "mask_version": about.mask_version,
    }


def _numbers(figure: Figure, board: Board) -> dict[str, Any]:
    if isinstance(figure, Hidden):
        return {"state": "hidden", "reason": str(figure.reason), "display": HIDDEN, **_NOTHING}
    if isinstance(figure, Missing):
        return {"state": "missing", "reason": str(figure.reason), "display": NO_FIGURE, **_NOTHING}
    enough = figure.people >= figure.about.indicator.privacy.threshold
    return {
        "state": "shown",
        "reason": None,
        "display": format_value(figure),
        "value": float(figure.value),
        "numerator": figure.natural_numerator,
        "denominator": figure.natural_denominator,
        "people": figure.people if enough else None,
        "months_shown": figure.months_shown,
        "months_wanted": figure.months_wanted,
        "gap": _number(figure.gap),
        "pending_correction": figure.pending,
        "sources": [_source(board, batch) for batch in figure.sources],
    }


_NOTHING: dict[str, Any] = {
    "value": None,
    "numerator": None,
    "denominator": None,
    "people": None,
    "months_shown": None,
    "months_wanted": None,
    "gap": None,
    "pending_correction": None,
    "sources": [],
}


def _target(held: Held | None, figure: Figure) -> dict[str, Any] | None:
    if held is None:
        return None
    target = held.target
    return {
        "strategy": held.strategy,
        "operator": str(target.operator),
        "limit": _number(held.limit),
        "upper": None if target.upper is None else float(target.upper),
        "quantified": target.limit is not None,
        "due": target.due.isoformat() if target.due else None,
        "due_is_strategy_end": target.due_is_strategy_end,
        "scope": target.scope.name,
        "milestone_now": _number(held.milestone_now),
        "milestone_due": held.milestone_due.isoformat() if held.milestone_due else None,
        "met": figure.met if isinstance(figure, Shown) else None,
        "place": target.place,
        "set_by": target.set_by,
    }


def _number(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _source(board: Board, batch: int) -> dict[str, Any]:
    source = board.batches[batch]
    return {
        "batch": source.id,
        "file": source.file,
        "sha256": source.sha256,
        "rows": source.rows,
        "at": source.at,
        "by": source.by,
        "people_formula": source.people_formula,
    }
