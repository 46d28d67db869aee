"""What holds for every municipality: the rules have no memory of order, units of measure or the future."""

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.indicators import Better
from metrics.progress import cumulative, events, means, rates, stocks
from metrics.progress.codes import Direction, Level, number
from metrics.progress.groups import Groups
from metrics.progress.history import History
from metrics.progress.means import Survey
from metrics.progress.verdicts import Verdicts
from metrics.strategy import Operator
from tests.metrics.progress import made

SEEDS = st.integers(0, 10**6)


def judge(kind, history, groups, limit=8, operator=Operator.AT_MOST, better=Better.LOWER):
    aims = made.aims(history, limit, operator)
    if kind == "rate":
        return rates.judge(history, groups, aims, better)
    if kind == "event":
        return events.judge(counted(history), groups, aims, better, events.Rule(per=12, times=10))
    if kind == "stock":
        return stocks.judge(counted(history), aims, better)
    if kind == "cumulative":
        return cumulative.judge(
            counted(history), made.aims(history, limit, Operator.AT_LEAST), np.arange(1, 13) / 12, 1
        )
    return means.judge(counted(history), Survey.unknown(history.months.shape), groups, aims, better)


KINDS = pytest.mark.parametrize("kind", ["rate", "event", "stock", "mean", "cumulative"])


def counted(history):
    """Whole persons: days over 21."""
    whole = [np.floor(sums / 21e6).astype(np.int64) * 10**6 for sums in (history.numerator, history.denominator)]
    return replace(history, numerator=whole[0], denominator=whole[1])


def same(found: Verdicts, expected: Verdicts, rows=slice(None), columns=slice(None), exact=True):
    for field in fields(Verdicts):
        ours, theirs = getattr(found, field.name)[:, columns], getattr(expected, field.name)[rows]
        if exact or ours.dtype != np.float64:
            np.testing.assert_array_equal(ours, theirs, err_msg=field.name)
        else:
            np.testing.assert_allclose(ours, theirs, rtol=1e-9, atol=1e-12, err_msg=field.name)


def cut(history, months):
    return History(**{f.name: getattr(history, f.name)[:, :months] for f in fields(History)})


@KINDS
@settings(max_examples=15, deadline=None)
@given(seed=SEEDS)
def test_later_months_never_move_history(kind, seed):
    history, groups = made.rates(seed)
    whole = judge(kind, history, groups)
    for months in (11, 26, 39):
        same(whole, judge(kind, cut(history, months), groups), columns=slice(0, months))


@KINDS
@settings(max_examples=10, deadline=None)
@given(seed=SEEDS)
def test_an_empty_month_added_changes_nothing(kind, seed):
    history, groups = made.rates(seed)
    empty = {f.name: np.pad(getattr(history, f.name), ((0, 0), (0, 1))) for f in fields(History)}
    longer = judge(kind, History(**empty), groups)
    before = judge(kind, history, groups)
    same(longer, before, columns=slice(0, -1))
    if kind != "mean":
        np.testing.assert_array_equal(longer.level[:, -1], before.level[:, -1])
        np.testing.assert_array_equal(longer.direction[:, -1], before.direction[:, -1])


@KINDS
@settings(max_examples=10, deadline=None)
@given(seed=SEEDS)
def test_the_order_of_units_is_nothing(kind, seed):
    history, groups = made.rates(seed)
    order = np.random.default_rng(seed).permutation(len(groups.group))
    moved = History(**{f.name: getattr(history, f.name)[order] for f in fields(History)})
    shuffled = judge(kind, moved, Groups.lowest(groups.group[order]))
    same(shuffled, judge(kind, history, groups), rows=order, exact=False)


@settings(max_examples=10, deadline=None)
@given(seed=SEEDS, times=st.sampled_from([3, 7, 100]))
def test_the_unit_of_measure_is_nothing(seed, times):
    """Days or hours: both sums times the same, with the noise and the man-year in the same unit."""
    history, groups = made.rates(seed)
    scaled = replace(history, numerator=history.numerator * times, denominator=history.denominator * times)
    aims, rule = made.aims(history), rates.Rule(phi0=50.0 * times, days_a_month=21.0 * times)
    found, before = (
        rates.judge(scaled, groups, aims, Better.LOWER, rule),
        rates.judge(history, groups, aims, Better.LOWER),
    )
    same(replace(found, phi=found.phi / times), before, exact=False)
    plain = rates.judge(scaled, groups, aims, Better.LOWER)
    np.testing.assert_allclose(plain.figure, before.figure, rtol=1e-12)


MIRROR = {
    Level.ON_SECURE: Level.OFF_CLEAR,
    Level.ON_UNSURE: Level.OFF_UNSURE,
    Level.OFF_UNSURE: Level.ON_UNSURE,
    Level.OFF_CLEAR: Level.ON_SECURE,
    Direction.BETTER: Direction.WORSE,
    Direction.WORSE: Direction.BETTER,
}


@pytest.mark.parametrize("kind", ["rate", "event", "mean"])
@settings(max_examples=10, deadline=None)
@given(seed=SEEDS)
def test_the_opposite_wish_gets_the_opposite_verdict(kind, seed):
    """At most g for those who want less is above g for those who want more."""
    history, groups = made.rates(seed)
    less = judge(kind, history, groups)
    more = judge(kind, history, groups, operator=Operator.ABOVE, better=Better.HIGHER)
    for words, name in ((Level, "level"), (Direction, "direction")):
        mirrored = np.array([number(MIRROR.get(word, word)) for word in words], np.int8)
        np.testing.assert_array_equal(mirrored[getattr(less, name)], getattr(more, name))
    np.testing.assert_allclose(less.P + more.P, np.where(np.isnan(less.P), np.nan, 1), atol=1e-12)


@KINDS
@settings(max_examples=10, deadline=None)
@given(seed=SEEDS)
def test_what_is_said_is_true_of_the_figure(kind, seed):
    """On target is on the target's side, off is off it; a change said is at least the least sure one left."""
    history, groups = made.rates(seed)
    found = judge(kind, history, groups)
    limit = 8.0
    on = np.isin(found.level, [number(Level.ON_SECURE), number(Level.ON_UNSURE)])
    off = np.isin(found.level, [number(Level.OFF_CLEAR), number(Level.OFF_UNSURE), number(Level.ON_TRACK)])
    side = found.figure >= limit if kind == "cumulative" else found.figure <= limit
    assert side[on].all()
    assert not side[off].any()
    worse = found.direction == number(Direction.WORSE)
    assert (found.figure[worse] > found.previous[worse]).all()
