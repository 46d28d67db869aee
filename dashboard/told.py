"""What the sentences need to know about a figure, gathered from the board alone."""

from dataclasses import replace
from fractions import Fraction

from dashboard.earlier import months_in_window, year_before, years_together
from dashboard.reading import SICK_LEAVE, TURNOVER, Reading
from dashboard.saying.facts import Ahead, Answers, Facts, Leavers, Positions
from dashboard.similar import best_quarter
from dashboard.standings import Standing, stand
from metrics.amounts import SCALE
from metrics.figures import Hidden, Missing, Shown
from metrics.indicators import Kind
from metrics.judged import Verdict
from metrics.periods import Period
from metrics.progress.codes import Direction, Why
from metrics.progress.outlooks import LATEST, SOONEST
from metrics.targets import Held
from metrics.units import Unit

SHORT_TERM, LEADERSHIP = "sick_leave_short_term", "ten_factor_mastery_leadership"


def brief(standing: Standing) -> Facts | None:
    """The facts that a chip needs; None where there is no figure, or no verdict that holds for it."""
    figure, level, verdict = standing.figure, standing.level, standing.verdict
    if figure is None or level is None:
        return None
    held = figure.about.held
    bare = Facts(
        indicator=figure.about.indicator,
        period=figure.about.period,
        level=level,
        target=held.target if held else None,
        why=verdict.why if verdict else Why.NOTHING,
        hidden=figure.reason if isinstance(figure, Hidden) else None,
        missing=figure.reason if isinstance(figure, Missing) else None,
        missing_since=figure.since if isinstance(figure, Missing) else None,
    )
    if not isinstance(figure, Shown) or verdict is None:
        return bare
    return replace(
        bare,
        value=figure.value,
        direction=verdict.direction,
        outlook=verdict.outlook,
        why_direction=verdict.why_direction,
        previous=_exact(verdict.facts["previous"]),
        sure_change=_exact(verdict.facts["sure_change"]),
        milestone=_exact(verdict.facts["milestone"]),
        ahead=_ahead(held, figure.about.period),
        provisional=standing.provisional.about.period if standing.provisional else None,
    )


def tell(reading: Reading, unit: Unit, standing: Standing) -> Facts | None:
    """Everything that a sentence may say of a unit's figure; None as for `brief`."""
    facts = brief(standing)
    if facts is None:
        return None
    facts = replace(facts, several_strategies=_several(reading, facts))
    if isinstance(standing.figure, Missing):
        return replace(facts, months=months_in_window(reading, standing.figure))
    if standing.shown is None or standing.verdict is None:
        return facts
    return _beside(reading, unit, _counted(reading, facts, standing.shown, standing.verdict))


def _counted(reading: Reading, facts: Facts, figure: Shown, verdict: Verdict) -> Facts:
    """With the sums, and what they count."""
    indicator = figure.about.indicator
    before = None if facts.previous is None else year_before(reading, figure)
    return replace(
        facts,
        previous=before.value if before else facts.previous,
        months=figure.months_shown,
        history_months=_history_months(reading, figure),
        numerator=Fraction(figure.numerator, SCALE),
        denominator=Fraction(figure.denominator, SCALE * indicator.denominator_divisor),
        people=figure.people,
        positions=_positions(figure, before),
        leavers=_leavers(reading, figure),
        answers=_answers(figure, before, verdict) if indicator.kind is Kind.MEAN else None,
    )


def _several(reading: Reading, facts: Facts) -> bool:
    """More than one strategy has a target for the indicator."""
    found = (
        any(one.indicator == facts.indicator.id for one in strategy.targets) for strategy in reading.board.strategies
    )
    return sum(found) > 1


def _history_months(reading: Reading, figure: Shown) -> int:
    """Months that are shown, up to the figure's own."""
    about = figure.about
    series = reading.board.series[about.indicator.id]
    cells = series.shown[series.row[about.unit]]
    return sum(
        base.months for base, seen in zip(series.axis, cells, strict=True) if seen and base.end <= about.period.end
    )


def _beside(reading: Reading, unit: Unit, facts: Facts) -> Facts:
    """With what the area and the units like it have done."""
    indicator = facts.indicator.id
    then = replace(reading, period=facts.period)
    area = unit.service_area if unit.service_area in reading.tree.index and unit.service_area != unit.id else None
    above = stand(then, area, indicator) if area else None
    short = stand(then, unit.id, SHORT_TERM).shown if indicator == SICK_LEAVE else None
    return replace(
        facts,
        short_term_beside=short is not None,
        area_above=above is not None and above.shown is not None,
        area_change=_sure_change(above) if above else None,
        best_quarter=best_quarter(reading, unit, indicator, facts.period),
    )


def _sure_change(standing: Standing) -> Fraction | None:
    verdict, shown = standing.verdict, standing.shown
    if verdict is None or shown is None or verdict.direction not in {Direction.BETTER, Direction.WORSE}:
        return None
    previous = _exact(verdict.facts["previous"])
    return None if previous is None else shown.value - previous


def _exact(fact: float | None) -> Fraction | None:
    return None if fact is None else Fraction(fact)


def _ahead(held: Held | None, period: Period) -> Ahead | None:
    """The first point of the plan that lies 6 to 36 months ahead."""
    if held is None:
        return None
    steps = [(step.due, step.limit) for step in held.target.milestones]
    if held.target.due is not None and held.target.limit is not None:
        steps.append((held.target.due, held.target.limit))
    for due, limit in sorted(steps):
        if SOONEST <= Period.containing(due).start - period.last_month.start <= LATEST:
            return Ahead(due=due, limit=Fraction(limit))
    return None


def _positions(figure: Shown, before: Shown | None) -> Positions | None:
    if figure.about.indicator.kind is not Kind.STOCK or figure.about.indicator.origin.at_least is None:
        return None
    k, n = _whole(figure)
    return Positions(k=k, n=n, year_ago=_whole(before) if before else None)


def _whole(figure: Shown) -> tuple[int, int]:
    return round(figure.natural_numerator), round(figure.natural_denominator)


def _leavers(reading: Reading, figure: Shown) -> Leavers | None:
    if figure.about.indicator.id != TURNOVER:
        return None
    return Leavers(
        x=round(figure.natural_numerator),
        headcount=Fraction(figure.natural_denominator),
        three_years=years_together(reading, figure, 3),
    )


def _answers(figure: Shown, before: Shown | None, verdict: Verdict) -> Answers:
    new_leader = figure.about.indicator.id == LEADERSHIP and verdict.why_direction is Why.NEW_BREAK
    return Answers(n=figure.people, since=before.about.period if before else None, before_leader=new_leader)
