"""What must fit together in a strategy, and between strategies and indicators."""

from collections.abc import Iterator
from decimal import Decimal

from config.catalogue import Catalogue
from config.documents import Loc
from config.faults import nearest
from config.written import SETTINGS, Written
from metrics.indicators import Indicator, Measure
from metrics.problems import Problem, Severity
from metrics.strategy import Link, Strategy, Target


def followed_strategies_exist(catalogue: Catalogue, written: Written) -> Iterator[Problem]:
    """Every strategy that the settings name has a file."""
    known = written.ids.get("strategies", ())
    for i, name in enumerate(catalogue.settings.strategies or ()):
        if name not in known:
            close = nearest(name, known)
            yield written.problem(SETTINGS, "unknown_strategy", ("strategies", i), found=name, nearest=close)


def indicators_exist(catalogue: Catalogue, written: Written) -> Iterator[Problem]:
    """Links and targets name indicators that there are. A broken indicator file is told once, not here too."""
    known = written.ids.get("indicators", ())
    for strategy in catalogue.strategies:
        named = [(loc, link.indicator) for loc, link in links(strategy)]
        named += [(loc, target.indicator) for loc, target in targets(strategy)]
        for loc, name in named:
            if name not in known:
                close = nearest(name, known)
                about = ("strategies", strategy.id)
                yield written.problem(about, "unknown_indicator", (*loc, "indicator"), found=name, nearest=close)


def links_are_on_the_board(catalogue: Catalogue, written: Written) -> Iterator[Problem]:
    """A goal that is linked to an indicator that is not shown has nothing to show: a warning."""
    for strategy in catalogue.strategies:
        for loc, link in links(strategy):
            indicator = catalogue.indicators.get(link.indicator)
            if indicator is not None and not indicator.on_board:
                yield written.problem(
                    ("strategies", strategy.id),
                    "indicator_not_on_board",
                    (*loc, "indicator"),
                    found=link.indicator,
                    severity=Severity.WARNING,
                )


def targets_lie_on_the_scale(catalogue: Catalogue, written: Written) -> Iterator[Problem]:
    """Limits and milestones are values that the indicator can have: 0–100 per cent, or the survey's scale."""
    for strategy in catalogue.strategies:
        for loc, target in targets(strategy):
            scale = _scale(catalogue.indicators.get(target.indicator))
            if scale is None:
                continue
            for place, limit in _limits(target):
                if not scale[0] <= limit <= scale[1]:
                    code = "milestone_out_of_scale" if place[0] == "milestones" else "target_out_of_scale"
                    yield written.problem(
                        ("strategies", strategy.id),
                        code,
                        (*loc, *place),
                        found=limit,
                        expected=f"{scale[0]:g}–{scale[1]:g}",
                        indicator=target.indicator,
                    )


def targets_are_set_once(catalogue: Catalogue, written: Written) -> Iterator[Problem]:
    """One target for one indicator and one scope in a strategy."""
    for strategy in catalogue.strategies:
        about, seen = ("strategies", strategy.id), dict[tuple[str, str], Loc]()
        for loc, target in targets(strategy):
            scope = target.scope.name
            first = seen.setdefault((target.indicator, scope), loc)
            if first is not loc:
                line = written.row(about, first)
                yield written.problem(about, "duplicate_target", loc, found=target.indicator, scope=scope, first=line)


def goals_have_their_own_ids(catalogue: Catalogue, written: Written) -> Iterator[Problem]:
    """No id stands twice among goals and sub-goals."""
    for strategy in catalogue.strategies:
        seen: set[str] = set()
        for loc, name in _goal_ids(strategy):
            if name in seen:
                yield written.problem(("strategies", strategy.id), "goal_twice", loc, found=name)
            seen.add(name)


def strategies_end_after_they_start(catalogue: Catalogue, written: Written) -> Iterator[Problem]:
    """`valid_to` is not before `valid_from`."""
    for strategy in catalogue.strategies:
        if strategy.valid_to is not None and strategy.valid_to < strategy.valid_from:
            yield written.problem(
                ("strategies", strategy.id),
                "strategy_ends_before_start",
                ("valid_to",),
                found=strategy.valid_to,
                valid_from=str(strategy.valid_from),
            )


def links(strategy: Strategy) -> Iterator[tuple[Loc, Link]]:
    """Every link with its place in the file."""
    for g, goal in enumerate(strategy.goals):
        yield from ((("goals", g, "links", i), link) for i, link in enumerate(goal.links))
        for s, sub_goal in enumerate(goal.sub_goals):
            way = ("goals", g, "sub_goals", s, "links")
            yield from (((*way, i), link) for i, link in enumerate(sub_goal.links))


def targets(strategy: Strategy) -> Iterator[tuple[Loc, Target]]:
    """Every target with its place in the file."""
    for g, goal in enumerate(strategy.goals):
        yield from ((("goals", g, "targets", i), target) for i, target in enumerate(goal.targets))
        for s, sub_goal in enumerate(goal.sub_goals):
            way = ("goals", g, "sub_goals", s, "targets")
            yield from (((*way, i), target) for i, target in enumerate(sub_goal.targets))


def _goal_ids(strategy: Strategy) -> Iterator[tuple[Loc, str]]:
    for g, goal in enumerate(strategy.goals):
        yield ("goals", g, "id"), goal.id
        for s, sub_goal in enumerate(goal.sub_goals):
            yield ("goals", g, "sub_goals", s, "id"), sub_goal.id


def _scale(indicator: Indicator | None) -> tuple[float, float] | None:
    if indicator is None:
        return None
    return (0.0, 100.0) if indicator.measure is Measure.PERCENT else indicator.scale


def _limits(target: Target) -> Iterator[tuple[tuple[str | int, ...], Decimal]]:
    if target.limit is not None:
        yield ("limit",), target.limit
    if target.upper is not None:
        yield ("upper",), target.upper
    for i, step in enumerate(target.milestones):
        yield ("milestones", i, "limit"), step.limit
