"""The rule for rare events (STATISTICS §5.3): leavers against exposure, a gamma prior and a conditional test."""

from dataclasses import dataclass

import numpy as np
from scipy.special import bdtr

from metrics.amounts import SCALE
from metrics.indicators import Better
from metrics.progress import directions, levels, shares, standing
from metrics.progress.aims import Aims
from metrics.progress.arrays import Bools, Floats, divide
from metrics.progress.chains import SHARE
from metrics.progress.codes import Why, first_of
from metrics.progress.groups import Groups
from metrics.progress.history import History
from metrics.progress.marshall import posterior
from metrics.progress.verdicts import Verdicts
from metrics.progress.years import NEEDED, YEAR, Years, years

LONGEST = 3
"""Years that the level rests on."""
LEVEL_MONTHS, DIRECTION_MONTHS = 12, 24
FEWEST_EVENTS = 6
FEWEST_PEOPLE = 5
SURE = 0.025


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What differs between events."""

    per: int = 12
    """Months of exposure in one unit of the denominator: person-months become persons (`denominator_divisor`)."""
    times: int = 100
    """The figure is this times events per exposure."""


TURNOVER = Rule()


def judge(
    history: History, groups: Groups, aims: Aims, better: Better, rule: Rule = TURNOVER, provisional: int = 0
) -> Verdicts:
    """Verdicts of every unit and month; `history` holds events and person-months, `aims` limits in per cent.

    An event has no outlook: the required pace is shown instead (metrics.progress.plans).
    """
    history = history.checked(part=False).matured(provisional)
    found = years(history)
    scale = float(rule.times)
    rates = divide(found.y, found.n / rule.per)
    people = found.n[0] / rule.per
    figured = found.usable[0] & (found.seen >= LEVEL_MONTHS)
    enough = figured & (people >= FEWEST_PEOPLE)
    alpha, beta = _level(found, figured, groups, rule)
    p, p_plan = (shares.of_gamma(alpha, beta, limit, aims, scale) for limit in (aims.limit, aims.plan_limit))
    stand = levels.Standpoint(
        enough=enough,
        met=aims.met(found.numerator[0], found.denominator[0], rule.times * rule.per) & figured,
        on_plan=aims.on_plan(rates[0] * scale),
        p=p,
        p_plan=p_plan,
        early=np.zeros(enough.shape, bool),
    )
    two_years = found.usable[0] & found.usable[1] & (found.seen >= DIRECTION_MONTHS)
    tail = mid_p(found.y[0], found.n[0], found.y[1], found.n[1])
    many = found.y[0] + found.y[1] >= FEWEST_EVENTS
    sign = np.where(tail < SURE, -1, np.where(tail > 1 - SURE, 1, 0))
    figure, previous = rates[0] * scale, np.where(two_years, rates[1] * scale, np.nan)
    few = ~figured
    return standing.carried(
        Verdicts.blank(
            history.months.shape,
            level=levels.decide(stand, aims, history, SHARE, SHARE),
            direction=directions.name(sign, two_years & many, figure, previous, better, aims),
            why=first_of(
                Why.NOTHING, (few & found.broken, Why.NEW_BREAK), (few, Why.FEW_MONTHS), (~enough, Why.FEW_PEOPLE)
            ),
            why_direction=first_of(
                Why.NOTHING,
                (~two_years & found.broken, Why.NEW_BREAK),
                (~two_years, Why.FEW_MONTHS),
                (~many, Why.FEW_EVENTS),
            ),
            n_valid=found.months[0],
            figure=figure,
            previous=previous,
            mid_p=np.where(two_years, tail, np.nan),
            theta=divide(alpha, beta) * scale,
            s=divide(np.sqrt(alpha), beta) * scale,
            P=p,
            p_plan=p_plan,
            milestone=aims.milestone,
        ),
        history,
        YEAR,
        NEEDED,
    )


def mid_p(x1: Floats, e1: Floats, x0: Floats, e0: Floats) -> Floats:
    """P(X < x1) + P(X = x1)/2 for X ~ Bin(x1 + x0, e1/(e1 + e0)): how low x1 is when the rates are the same."""
    share = divide(e1, e1 + e0)
    total = x1 + x0
    up_to = np.where(x1 >= 0, bdtr(x1, total.astype(np.int64), share), 0)
    below = np.where(x1 >= 1, bdtr(np.maximum(x1 - 1, 0), total.astype(np.int64), share), 0)
    return np.asarray((up_to + below) / 2)


def _level(found: Years, used: Bools, groups: Groups, rule: Rule) -> tuple[Floats, Floats]:
    """Shape and rate of the gamma posterior over up to three years: [unit, month] each."""
    events = found.numerator[:LONGEST].sum(axis=0) / SCALE
    exposure = found.denominator[:LONGEST].sum(axis=0) / SCALE / rule.per
    return posterior(np.where(used, events, np.nan), np.where(used, exposure, np.nan), groups)
