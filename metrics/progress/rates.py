"""The rule for rates with long absences (STATISTICS §4): level, direction and outlook of every unit and month."""

from dataclasses import dataclass

import numpy as np

from metrics.indicators import Better
from metrics.progress import chains, directions, levels, outlooks, shares, standing
from metrics.progress.aims import Aims
from metrics.progress.arrays import Bools, Codes, Floats, divide
from metrics.progress.codes import Why, first_of
from metrics.progress.estimates import estimate, group_rate
from metrics.progress.groups import Groups
from metrics.progress.history import History
from metrics.progress.noise import Noise, binomial, overdispersion
from metrics.progress.verdicts import Verdicts
from metrics.progress.years import NEEDED, YEAR, Years, years

SHOCK = 0.03
"""A year's common movement, as a share of p."""
LONG_ENOUGH = 24
"""Months of data for the usual bounds and for an outlook."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What differs between rates."""

    phi0: float = 50.0
    """Overdispersion before there are two years of data: total and doctor-certified 50, short-term 10."""
    days_a_month: float = 21.0
    """Denominator of one man-year in a month."""
    least_man_years: float = 5.0
    times: int = 100
    """The figure is this times the ratio."""
    change: chains.Bounds = chains.CHANGE
    share: chains.Bounds = chains.SHARE
    early: chains.Bounds = chains.EARLY_SHARE


TOTAL = Rule()
SHORT_TERM = Rule(phi0=10.0)


def judge(
    history: History, groups: Groups, aims: Aims, better: Better, rule: Rule = TOTAL, provisional: int = 0
) -> Verdicts:
    """Verdicts of every unit and month.

    `history` holds lost and agreed man-days, `aims` limits in per cent (`rule.times`), `provisional` the number of
    newest months that are not to be judged yet. Every month is judged from that month and earlier ones only.
    """
    history = history.checked(part=True).matured(provisional)
    found = years(history)
    noise = overdispersion(found, groups, rule.phi0)
    rates = divide(found.y, found.n)
    se, both = _change_error(found, noise, groups)
    z = divide(rates[0] - rates[1], se)
    sign = chains.sure_sign(np.where(both, z, np.nan), history, rule.change)
    level = estimate(found, noise, groups, sign)
    scale = float(rule.times)
    p, p_plan = (
        shares.of_normal(level.theta * scale, level.s * scale, limit, aims) for limit in (aims.limit, aims.plan_limit)
    )
    stand = levels.Standpoint(
        enough=_enough(found, rule),
        met=aims.met(found.numerator[0], found.denominator[0], rule.times) & found.usable[0],
        on_plan=aims.on_plan(rates[0] * scale),
        p=p,
        p_plan=p_plan,
        early=found.seen < LONG_ENOUGH,
    )
    codes = levels.decide(stand, aims, history, rule.share, rule.early)
    p_reach = outlooks.reach(level.theta * scale, level.s * scale, level.sampling * scale**2, aims)
    figure, previous = rates[0] * scale, np.where(both, rates[1] * scale, np.nan)
    judged = Verdicts.blank(
        history.months.shape,
        level=codes,
        direction=directions.name(sign, both, figure, previous, better, aims),
        outlook=outlooks.name(p_reach, codes, ~stand.early),
        why=_why(found, stand.enough),
        why_direction=first_of(Why.NOTHING, (~both & found.broken, Why.NEW_BREAK), (~both, Why.FEW_MONTHS)),
        n_valid=found.months[0],
        figure=figure,
        previous=previous,
        z=np.where(both, z, np.nan),
        se=np.where(both, se * scale, np.nan),
        sure_change=np.where(both, rule.change.enter * se * scale, np.nan),
        phi=np.broadcast_to(noise.level, history.months.shape),
        theta=level.theta * scale,
        s=level.s * scale,
        P=p,
        p_plan=p_plan,
        milestone=aims.milestone,
        p_reach=p_reach,
    )
    return standing.carried(judged, history, YEAR, NEEDED)


def _enough(found: Years, rule: Rule) -> Bools:
    man_years = divide(found.n[0], found.months[0] * rule.days_a_month)
    return np.asarray(found.usable[0] & (man_years >= rule.least_man_years))


def _why(found: Years, enough: Bools) -> Codes:
    few = ~found.usable[0]
    return first_of(Why.NOTHING, (few & found.broken, Why.NEW_BREAK), (few, Why.FEW_MONTHS), (~enough, Why.FEW_PEOPLE))


def _change_error(found: Years, noise: Noise, groups: Groups) -> tuple[Floats, Bools]:
    """Standard error of the change between two twelve-month rates, and where both exist (step 3)."""
    both = found.usable[0] & found.usable[1]
    y = np.where(both, found.y[0] + found.y[1], 0)
    n = np.where(both, found.n[0] + found.n[1], 0)
    p = group_rate(y, n, groups)
    sampling = noise.change * binomial(p) * (divide(np.ones(1), found.n[0]) + divide(np.ones(1), found.n[1]))
    return np.sqrt(sampling + 2 * (SHOCK * p) ** 2), both
