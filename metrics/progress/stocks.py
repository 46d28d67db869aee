"""The rule for a full count (STATISTICS §5.2): k of n positions at a date, without sampling error."""

from dataclasses import dataclass

import numpy as np

from metrics.amounts import SCALE
from metrics.indicators import Better
from metrics.progress import directions, standing
from metrics.progress.aims import Aims
from metrics.progress.arrays import EDGE, Bools, Codes, Floats, at_least, at_most, divide
from metrics.progress.codes import Level, Why, first_of
from metrics.progress.history import History
from metrics.progress.verdicts import Verdicts
from metrics.progress.years import YEAR, past_break

FEWEST_POSITIONS = 5
LEAST_CHANGE = 2
"""Positions."""
SURE, MARGIN = 1.645, 0.84
LEAST_P, MOST_P = 0.1, 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What differs between stocks."""

    exchanged: float = 0.12
    """Share of the positions that change holder in a year: set from the municipality's own turnover."""
    times: int = 100
    """The figure is this times the share."""


USUAL = Rule()


def judge(history: History, aims: Aims, better: Better, rule: Rule = USUAL, provisional: int = 0) -> Verdicts:
    """Verdicts of every unit and month; `history` holds k and n, `aims` limits in per cent (`rule.times`).

    The direction compares with the count twelve months earlier; a stock has no outlook.
    """
    history = history.checked(part=True).matured(provisional)
    k, n = (np.where(history.valid, sums, 0) / SCALE for sums in (history.numerator, history.denominator))
    share = divide(k, n)
    before, broken = _year_ago(share, history)
    p = np.clip(share, LEAST_P, MOST_P)
    exchanged = np.sqrt(2 * rule.exchanged * n * p * (1 - p))
    least = np.maximum(LEAST_CHANGE, SURE * exchanged)
    moved = (share - before) * n
    enough = n >= FEWEST_POSITIONS
    comparable = enough & np.isfinite(before)
    sign = np.where(at_least(np.abs(moved), least), np.sign(np.nan_to_num(moved)), 0).astype(np.int64)
    scale = float(rule.times)
    return standing.carried(
        Verdicts.blank(
            k.shape,
            level=_level(history, k, n, np.maximum(1, MARGIN * exchanged), enough, aims, rule),
            direction=directions.name(sign, comparable, share * scale, before * scale, better, aims),
            why=first_of(Why.NOTHING, (~enough, Why.FEW_PEOPLE)),
            why_direction=first_of(
                Why.NOTHING,
                (~enough, Why.FEW_PEOPLE),
                (~comparable & broken, Why.NEW_BREAK),
                (~comparable, Why.FEW_MONTHS),
            ),
            n_valid=np.rint(n).astype(np.int64),
            figure=share * scale,
            previous=before * scale,
            se=divide(exchanged, n) * scale,
            sure_change=divide(least, n) * scale,
            lacking=lacking(k, n, aims, scale),
            milestone=aims.milestone,
        ),
        history,
        window=1,
        needed=1,
    )


def lacking(k: Floats, n: Floats, aims: Aims, scale: float) -> Floats:
    """Positions that must change for the limit to be met, 0 when it is: float[unit, month]; NaN for a band."""
    whole = aims.limit / scale * n
    up = np.where(aims.strict, np.floor(whole + EDGE) + 1, np.ceil(whole - EDGE)) - k
    down = k - np.where(aims.strict, np.ceil(whole - EDGE) - 1, np.floor(whole + EDGE))
    return np.where(aims.banded, np.nan, np.maximum(0, np.where(aims.upwards, up, down)))


def _year_ago(share: Floats, history: History) -> tuple[Floats, Bools]:
    """The share twelve months earlier, NaN when there is none or a break lies between; and where one does."""
    before = np.full(share.shape, np.nan)
    before[:, YEAR:] = share[:, :-YEAR]
    since = past_break(history)
    broken = (since > 0) & (np.arange(share.shape[1]) - since < YEAR)
    return np.where(broken, np.nan, before), broken


def _level(history: History, k: Floats, n: Floats, margin: Floats, enough: Bools, aims: Aims, rule: Rule) -> Codes:
    scale = float(rule.times)
    met = aims.met(history.numerator, history.denominator, rule.times) & history.valid
    low, high = divide(k - margin, n) * scale, divide(k + margin, n) * scale
    secure = np.where(aims.upwards, at_least(low, aims.limit), at_most(high, aims.limit))
    secure = np.where(aims.banded, at_least(low, aims.limit) & at_most(high, aims.upper), secure)
    clear = np.where(aims.upwards, ~at_least(high, aims.plan_limit), ~at_most(low, aims.plan_limit))
    clear = np.where(aims.banded, ~at_least(high, aims.limit) | ~at_most(low, aims.upper), clear)
    whole = aims.milestone / scale * n
    track = np.where(aims.upwards, at_least(k, np.ceil(whole - EDGE)), at_most(k, np.floor(whole + EDGE)))
    return first_of(
        Level.OFF_UNSURE,
        (~enough, Level.TOO_LITTLE),
        (~np.broadcast_to(aims.given, met.shape), Level.NO_TARGET),
        (met & secure, Level.ON_SECURE),
        (met, Level.ON_UNSURE),
        (track, Level.ON_TRACK),
        (clear, Level.OFF_CLEAR),
    )
