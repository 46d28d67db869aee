"""What must fit together in one target: figure, upper limit, milestones, due date and scope."""

from collections.abc import Iterator
from datetime import date

from config import strategy_rules
from config.catalogue import Catalogue
from config.documents import Loc
from config.written import Written
from metrics.problems import Problem
from metrics.strategy import Operator, Strategy, Target

_DIRECTIONS = (Operator.INCREASE, Operator.DECREASE)
_DOWN = (Operator.BELOW, Operator.AT_MOST)
_UP = (Operator.AT_LEAST, Operator.ABOVE)


def targets_are_whole(catalogue: Catalogue, written: Written) -> Iterator[Problem]:
    """Each target by itself."""
    for strategy in catalogue.strategies:
        for loc, target in strategy_rules.targets(strategy):
            for rule in (_limit, _upper, _milestones, _milestones_lead_there, _due, _scope):
                yield from rule(strategy, loc, target, written)


def _limit(strategy: Strategy, loc: Loc, target: Target, written: Written) -> Iterator[Problem]:
    about, place = ("strategies", strategy.id), (*loc, "limit")
    operator = str(target.operator)
    if target.not_quantified:
        if target.limit is not None:
            yield written.problem(about, "limit_not_wanted", place, found=target.limit, not_quantified="yes")
    elif target.operator in _DIRECTIONS:
        if target.limit is not None:
            yield written.problem(about, "limit_not_wanted", place, found=target.limit, operator=operator)
    elif target.limit is None:
        yield written.problem(about, "limit_missing", place, expected="limit", operator=operator)


def _upper(strategy: Strategy, loc: Loc, target: Target, written: Written) -> Iterator[Problem]:
    about, place = ("strategies", strategy.id), (*loc, "upper")
    if target.operator is not Operator.BETWEEN or target.not_quantified:
        if target.upper is not None:
            operator = str(target.operator)
            yield written.problem(about, "upper_not_wanted", place, found=target.upper, operator=operator)
    elif target.upper is None:
        yield written.problem(about, "upper_missing", place, expected="upper")
    elif target.limit is not None and target.upper < target.limit:
        yield written.problem(about, "upper_below_limit", place, found=target.upper, limit=str(target.limit))


def _milestones(strategy: Strategy, loc: Loc, target: Target, written: Written) -> Iterator[Problem]:
    about, due = ("strategies", strategy.id), target.due or strategy.valid_to
    if target.milestones and target.limit is None:
        yield written.problem(about, "milestone_without_limit", (*loc, "milestones"))
    seen: set[date] = set()
    for i, step in enumerate(target.milestones):
        place = (*loc, "milestones", i, "due")
        if due is not None and step.due > due:
            yield written.problem(about, "milestone_after_due", place, found=step.due, due=str(due))
        if step.due in seen:
            yield written.problem(about, "milestone_twice", place, found=step.due)
        seen.add(step.due)


def _milestones_lead_there(strategy: Strategy, loc: Loc, target: Target, written: Written) -> Iterator[Problem]:
    """A milestone never asks for more than the target it leads to."""
    if target.limit is None:
        return
    for i, step in enumerate(target.milestones):
        too_low = target.operator in _DOWN and step.limit < target.limit
        too_high = target.operator in _UP and step.limit > target.limit
        if too_low or too_high:
            yield written.problem(
                ("strategies", strategy.id),
                "milestone_beyond_target",
                (*loc, "milestones", i, "limit"),
                found=step.limit,
                limit=str(target.limit),
                operator=str(target.operator),
            )


def _due(strategy: Strategy, loc: Loc, target: Target, written: Written) -> Iterator[Problem]:
    if target.due_is_strategy_end and target.due != strategy.valid_to:
        end = None if strategy.valid_to is None else str(strategy.valid_to)
        about = ("strategies", strategy.id)
        yield written.problem(about, "due_is_not_strategy_end", (*loc, "due"), found=target.due, expected=end)


def _scope(strategy: Strategy, loc: Loc, target: Target, written: Written) -> Iterator[Problem]:
    scope = target.scope
    if (scope.unit is not None) + (scope.unit_type is not None) + scope.every_service_area > 1:
        about = ("strategies", strategy.id)
        yield written.problem(
            about, "scope_twice", (*loc, "scope"), unit=scope.unit or "", unit_type=scope.unit_type or ""
        )
