"""The rule for means of a survey (STATISTICS §5.4): the standard error of a mean, and who answered."""

from dataclasses import dataclass

import numpy as np

from metrics.amounts import SCALE
from metrics.indicators import Better
from metrics.progress import directions, levels, outlooks, shares, standing
from metrics.progress.aims import Aims
from metrics.progress.arrays import Bools, Floats, Ints, at_least, divide
from metrics.progress.chains import Bounds
from metrics.progress.codes import Why, first_of
from metrics.progress.groups import Groups
from metrics.progress.history import History
from metrics.progress.shrinkage import FEWEST, between_units, shrink
from metrics.progress.verdicts import Verdicts
from metrics.progress.years import past_break

FEWEST_ANSWERS = 5
LEAST_RESPONSE, GOOD_RESPONSE = 0.50, 0.70
RESPONSE_MOVED = 0.15
CHOSEN, SCREENED = 1.28, 1.96
"""Standard errors that a change must be: of a factor chosen as the unit's goal, and among all ten."""
ALONE = Bounds(0.80, 0.80)
"""Rounds share no answers: no round leans on the one before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What differs between means."""

    sd: float = 0.7
    """Standard deviation of one answer where the source reports none; 0.7 is for the 10-faktor scale 1-5."""
    least_change: float = 0.2
    """In rounded figures."""
    decimals: int = 1
    floor: float = 0.1
    """Least spread between units."""


TEN_FACTOR = Rule()


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """Who answered, and how differently: [unit, round]; NaN where the source does not say."""

    spread: Floats
    """Standard deviation of the answers."""
    invited: Floats
    chosen: Bools
    """The unit has chosen the factor as its goal."""

    @classmethod
    def unknown(cls, shape: tuple[int, int]) -> "Survey":
        """A source that tells neither spread nor how many were invited."""
        return cls(spread=np.full(shape, np.nan), invited=np.full(shape, np.nan), chosen=np.zeros(shape, bool))


def judge(
    rounds: History, survey: Survey, groups: Groups, aims: Aims, better: Better, rule: Rule = TEN_FACTOR
) -> Verdicts:
    """Verdicts of every unit and round; `rounds` is an axis of rounds with the sum of points over answers.

    Compared with the unit's last round with a value. A round without a value for the unit is hidden or missing.
    """
    rounds = rounds.checked(part=False)
    answers = np.where(rounds.valid, rounds.denominator, 0) / SCALE
    mean = np.where(rounds.valid, divide(rounds.numerator, rounds.denominator), np.nan)
    response = divide(answers, survey.invited)
    few, low = answers < FEWEST_ANSWERS, response < LEAST_RESPONSE
    enough = rounds.valid & ~few & ~low
    variance = divide(np.where(np.isnan(survey.spread), rule.sd, survey.spread) ** 2, answers)
    theta, s = _level(mean, variance, enough, groups, rule)
    p, p_plan = (shares.of_normal(theta, s, limit, aims) for limit in (aims.limit, aims.plan_limit))
    stand = levels.Standpoint(
        enough=enough,
        met=aims.met(rounds.numerator, rounds.denominator, 1) & rounds.valid,
        on_plan=aims.on_plan(mean),
        p=p,
        p_plan=p_plan,
        early=np.zeros(enough.shape, bool),
    )
    level = levels.decide(stand, aims, rounds, ALONE, ALONE)
    earlier, compared = _last_round(rounds)
    previous = np.where(compared, _taken(mean, earlier), np.nan)
    se = np.sqrt(variance + np.where(compared, _taken(variance, earlier), np.nan))
    shift = np.abs(response - _taken(response, earlier)) > RESPONSE_MOVED + 1e-9
    comparable = compared & enough & _taken(enough, earlier)
    bound = np.where(survey.chosen, CHOSEN, SCREENED)
    rounded = _rounded(rounds, rule.decimals)
    visible = at_least(np.abs(rounded - _taken(rounded, earlier)), rule.least_change)
    z = divide(mean - previous, se)
    sign = np.where(visible & at_least(np.abs(z), bound), np.sign(np.nan_to_num(z)), 0).astype(np.int64)
    p_reach = outlooks.reach(theta, s, variance, aims)
    return standing.carried(
        Verdicts.blank(
            mean.shape,
            level=level,
            direction=directions.name(sign, comparable & ~shift, mean, previous, better, aims),
            outlook=outlooks.name(p_reach, level, compared),
            why=first_of(Why.NOTHING, (few, Why.FEW_PEOPLE), (response < GOOD_RESPONSE, Why.LOW_RESPONSE)),
            why_direction=first_of(
                Why.NOTHING,
                (~compared & (past_break(rounds) > 0), Why.NEW_BREAK),
                (~compared, Why.FEW_MONTHS),
                (few | _taken(few, earlier), Why.FEW_PEOPLE),
                (~comparable, Why.LOW_RESPONSE),
                (shift, Why.RESPONSE_MOVED),
            ),
            n_valid=np.rint(answers).astype(np.int64),
            figure=mean,
            previous=previous,
            z=z,
            se=se,
            sure_change=np.maximum(rule.least_change, bound * se),
            theta=theta,
            s=s,
            P=p,
            p_plan=p_plan,
            milestone=aims.milestone,
            p_reach=p_reach,
        ),
        rounds,
        window=1,
        needed=1,
        fresh=0,
    )


def if_silent_scored_lower(answers: Floats, invited: Floats, lower: float = 0.5) -> Floats:
    """How much the mean would fall if those who did not answer score `lower` less."""
    return np.asarray(lower * (1 - divide(answers, invited)))


def _level(mean: Floats, variance: Floats, used: Bools, groups: Groups, rule: Rule) -> tuple[Floats, Floats]:
    theta, s = mean, np.sqrt(variance)
    for pool in (groups.municipality, groups):
        prior = between_units(mean, variance, used, pool)
        between = np.maximum(pool.each(prior.between), rule.floor**2)
        drawn = (pool.each(prior.units) >= FEWEST) & pool.shrunk[:, None]
        nearer, narrower = shrink(mean, variance, pool.each(prior.mean), between)
        theta, s = np.where(drawn, nearer, theta), np.where(drawn, narrower, s)
    return theta, s


def _last_round(rounds: History) -> tuple[Ints, Bools]:
    """The unit's round before, and whether there is one that no break lies after: [unit, round]."""
    t = np.arange(rounds.months.shape[1])
    seen = np.maximum.accumulate(np.where(rounds.valid, t, -1), axis=1)
    before = np.full(seen.shape, -1)
    before[:, 1:] = seen[:, :-1]
    return np.maximum(before, 0), (before >= past_break(rounds)) & (before >= 0) & rounds.valid


def _taken(values: np.ndarray, at: Ints) -> np.ndarray:
    return np.take_along_axis(values, at, axis=1)


def _rounded(rounds: History, decimals: int) -> Floats:
    """The figures rounded half up, from whole numbers."""
    step = 10**decimals
    whole = np.where(rounds.valid, rounds.denominator, 1)
    return np.asarray((2 * step * np.where(rounds.valid, rounds.numerator, 0) + whole) // (2 * whole) / step)
