from dataclasses import replace

import numpy as np
import pytest

from metrics.indicators import Better
from metrics.progress import plans, stocks
from metrics.progress.codes import Direction, Level, Outlook, Why
from metrics.progress.history import History
from metrics.strategy import Operator
from tests.metrics.progress import made


def counted(k, n):
    return History.natural(np.array([k], float), np.array([n], float))


def judged(k, n, limit=50, operator=Operator.AT_LEAST, better=Better.HIGHER):
    history = counted(k, n)
    found = stocks.judge(history, made.aims(history, limit, operator), better)
    return found, found.words(0, len(k) - 1)


@pytest.mark.parametrize(
    ("k", "n", "limit", "operator", "lacking"),
    [
        (11, 24, 50, Operator.AT_LEAST, 1),
        (12, 24, 50, Operator.AT_LEAST, 0),
        (12, 24, 50, Operator.ABOVE, 1),
        (14, 24, 50, Operator.AT_LEAST, 0),
        (3, 10, 70, Operator.AT_LEAST, 4),
        (7, 10, 50, Operator.AT_MOST, 2),
        (5, 10, 50, Operator.BELOW, 1),
        (2, 7, "28.5714285714", Operator.AT_LEAST, 0),
    ],
)
def test_positions_that_are_missing(k, n, limit, operator, lacking):
    found, _ = judged([k], [n], limit, operator)
    assert found.lacking[0, 0] == lacking


@pytest.mark.parametrize(
    ("k", "level"),
    [(11, Level.OFF_UNSURE), (9, Level.OFF_CLEAR), (12, Level.ON_UNSURE), (13, Level.ON_UNSURE), (14, Level.ON_SECURE)],
)
def test_the_margin_is_what_a_year_exchanges(k, level):
    """24 positions at a half: 0.84·√(2·0.12·24/4) is 1.008."""
    assert judged([k], [24])[1] == (level, Direction.TOO_LITTLE, Outlook.NONE)


def test_lower_is_mirrored():
    up = [judged([k], [24])[1][0] for k in range(25)]
    down = [judged([24 - k], [24], 50, Operator.AT_MOST, Better.LOWER)[1][0] for k in range(25)]
    assert up == down


@pytest.mark.parametrize(
    ("now", "word"), [(9, Direction.NONE), (10, Direction.BETTER), (6, Direction.WORSE), (7, Direction.NONE)]
)
def test_two_positions_are_the_least_change(now, word):
    """Nine of twelve is 1.645·√(2·0.12·12·p(1-p)) = 1.3 positions' usual exchange: two are asked for."""
    found, words = judged([8] * 12 + [now], [12] * 13)
    assert words[1] is word
    assert found.sure_change[0, 12] == pytest.approx(100 * 2 / 12)


def test_a_change_counts_though_floats_fall_short_of_it():
    """(11/24 - 9/24)·24 is 1.9999999999999996."""
    history = counted([9] * 12 + [11], [24] * 13)
    found = stocks.judge(history, made.aims(history, 50, Operator.AT_LEAST), Better.HIGHER, stocks.Rule(exchanged=0.01))
    assert found.words(0, 12)[1] is Direction.BETTER


def test_a_break_between_ends_the_comparison():
    history = counted([4] * 12 + [20], [24] * 13)
    breaks = history.breaks.copy()
    breaks[0, 6] = True
    found = stocks.judge(replace(history, breaks=breaks), made.aims(history), Better.HIGHER)
    assert found.words(0, 12)[1] is Direction.TOO_LITTLE
    assert found.reasons(0, 12)[1] is Why.NEW_BREAK


def test_a_milestone_is_whole_positions():
    """A milestone of 45 % of 24 is 10.8: eleven are asked for."""
    aims = plans.aims(
        [made.target(60, Operator.AT_LEAST)], [plans.Plan(points=((0, 45.0), (24, 60.0)), start=-12, baseline=30.0)], 1
    )
    levels = [stocks.judge(counted([k], [24]), aims, Better.HIGHER).words(0, 0)[0] for k in (9, 10, 11)]
    assert levels == [Level.OFF_CLEAR, Level.OFF_UNSURE, Level.ON_TRACK]


def test_fewer_than_five_say_too_little():
    assert judged([2], [4])[1][0] is Level.TOO_LITTLE
    assert judged([2], [5])[1][0] is not Level.TOO_LITTLE


def test_a_hidden_count_is_hidden():
    history = counted([12, 12], [24, 24])
    hidden = np.array([[False, True]])
    found = stocks.judge(replace(history.keep(~hidden), hidden=hidden), made.aims(history), Better.HIGHER)
    assert found.words(0, 1)[0] is Level.HIDDEN
    assert np.isnan(found.lacking[0, 1])
