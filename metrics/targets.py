"""Which target holds for a unit, and on which side of it a value lies."""

import operator
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from metrics.periods import Period
from metrics.strategy import Operator, Scope, Strategy, Target
from metrics.units import Unit

_COMPARE: dict[Operator, Callable[[Fraction, Fraction], bool]] = {
    Operator.BELOW: operator.lt,
    Operator.AT_MOST: operator.le,
    Operator.AT_LEAST: operator.ge,
    Operator.ABOVE: operator.gt,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A target as it holds for one unit at one period."""

    strategy: str
    target: Target
    milestone_now: Fraction | None
    """The milestone that is next due, None without one."""
    milestone_due: date | None

    @property
    def limit(self) -> Fraction | None:
        """The limit, None for a direction or a target adopted without a figure."""
        return None if self.target.limit is None else Fraction(self.target.limit)

    def met(self, value: Fraction) -> bool | None:
        """Whether a value meets the target, exactly. None when there is no limit to hold it against."""
        return side(value, self.target)


def side(value: Fraction, target: Target) -> bool | None:
    """Whether the value lies on the right side. `<` is strict: 6 is not lower than 6 (STATISTICS §4 step 1)."""
    if target.limit is None:
        return None
    limit = Fraction(target.limit)
    if target.operator is Operator.BETWEEN:
        return target.upper is not None and limit <= value <= Fraction(target.upper)
    compare = _COMPARE.get(target.operator)
    return None if compare is None else compare(value, limit)


def resolve(strategies: Iterable[Strategy], indicator: str, path: tuple[Unit, ...], period: Period) -> Held | None:
    """The target for the unit at the end of `path` (top first): the nearest one above it that is inherited.

    The order is the unit's own target, its type's, its parent's and so on up, then the municipality's.
    The first strategy that has a target for the indicator decides.
    """
    for strategy in strategies:
        targets = [target for target in strategy.targets if target.indicator == indicator]
        found = _nearest(targets, path)
        if found is not None:
            return _held(strategy, found, period)
    return None


def _nearest(targets: list[Target], path: tuple[Unit, ...]) -> Target | None:
    unit = path[-1]
    for above in reversed(path):
        own = above is unit
        for target in targets:
            if (own or target.inherited) and _is_for(target.scope, above, unit):
                return target
    for target in targets:
        if target.scope.name == "municipality" and (len(path) == 1 or target.inherited):
            return target
    return None


def _is_for(scope: Scope, above: Unit, unit: Unit) -> bool:
    if scope.unit is not None:
        return scope.unit == above.id
    if scope.unit_type is not None:
        return above is unit and scope.unit_type == unit.unit_type
    return scope.every_service_area and above.id == unit.service_area


def _held(strategy: Strategy, target: Target, period: Period) -> Held:
    coming = [step for step in sorted(target.milestones, key=lambda step: step.due) if step.due >= period.last_day]
    return Held(
        strategy=strategy.id,
        target=target,
        milestone_now=Fraction(coming[0].limit) if coming else None,
        milestone_due=coming[0].due if coming else None,
    )
