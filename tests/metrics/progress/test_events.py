import csv
from pathlib import Path

import numpy as np
import pytest

from metrics.indicators import Better
from metrics.progress import events
from metrics.progress.codes import Direction, Level, Outlook, Why
from metrics.progress.groups import Groups
from metrics.progress.history import History
from tests.metrics.progress import made

FILES = Path(__file__).parents[2] / "realdata" / "spc"


def test_two_rates_are_compared_as_r_does():
    with (FILES / "two_rates_midp.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    x1, e1, x0, e0 = (np.array([float(row[name]) for row in rows]) for name in ("x1", "exposure1", "x0", "exposure0"))
    tail = events.mid_p(x1, e1, x0, e0)
    np.testing.assert_allclose(tail, [float(row["midp_lower_tail"]) for row in rows], atol=1e-8)
    np.testing.assert_allclose(
        2 * np.minimum(tail, 1 - tail), [float(row["midp_two_sided"]) for row in rows], atol=1e-8
    )


def leavers(before, now, people=25, units=1):
    """Leavers in the first month of each of two years."""
    x = np.zeros((units, 24))
    x[:, 0], x[:, 12] = before, now
    return History.natural(x, np.full((units, 24), float(people)))


def judged(history, limit=10, **more):
    return events.judge(history, made.alone(len(history.months)), made.aims(history, limit), Better.LOWER, **more)


def test_the_figure_is_per_average_headcount():
    found = judged(leavers(0, 3, people=26))
    assert found.figure[0, 23] == pytest.approx(100 * 3 / 26)
    assert found.previous[0, 23] == 0


@pytest.mark.parametrize(
    ("before", "now", "word", "why"),
    [
        (6, 0, Direction.BETTER, Why.NOTHING),
        (5, 0, Direction.TOO_LITTLE, Why.FEW_EVENTS),
        (1, 9, Direction.WORSE, Why.NOTHING),
        (3, 6, Direction.NONE, Why.NOTHING),
    ],
)
def test_few_events_are_no_change(before, now, word, why):
    found = judged(leavers(before, now))
    assert (found.words(0, 23)[1], found.reasons(0, 23)[1]) == (word, why)
    assert found.words(0, 23)[2] is Outlook.NONE


def test_no_leaver_is_a_figure_and_a_month_not_covered_is_none():
    found = judged(leavers(0, 0))
    assert found.figure[0, 23] == 0
    assert found.words(0, 23)[0] in {Level.ON_SECURE, Level.ON_UNSURE}
    history = leavers(0, 1, people=20)
    gap = history.keep(np.arange(24)[None, :] != 20)
    assert judged(gap).figure[0, 23] == pytest.approx(100 * 1 / (20 * 11 / 12))


def test_a_level_rests_on_three_years_and_the_group():
    units = 10
    people = np.full((units, 48), 24.0)
    x = np.zeros((units, 48))
    x[:, ::6] = np.arange(units)[:, None] % 3
    found = events.judge(
        History.natural(x, people),
        Groups.lowest(np.zeros(units, np.int64)),
        made.aims(made.steady(0, 48, units=units)),
        Better.LOWER,
    )
    raw = 100 * x[:, 12:].sum(axis=1) / (3 * 24)
    theta = found.theta[:, 47]
    assert (np.abs(theta - theta.mean()) < np.abs(raw - raw.mean()) + 1e-9).all()
    assert found.words(0, 47)[0] is Level.ON_SECURE
    assert found.words(2, 47)[0] is Level.OFF_CLEAR


@pytest.mark.parametrize(("months", "level"), [(11, Level.TOO_LITTLE), (12, Level.OFF_CLEAR)])
def test_a_level_needs_twelve_months(months, level):
    history = History.natural(np.ones((1, months)), np.full((1, months), 25.0))
    assert judged(history).words(0, months - 1)[0] is level


def test_exact_hits_are_decided_on_whole_numbers():
    """Three of 30 in a year is 10 %, at most 10 % is met."""
    assert judged(leavers(3, 3, people=30)).words(0, 23)[0] in {Level.ON_UNSURE, Level.ON_SECURE}
    assert judged(leavers(3, 3, people=30), limit="9.9999999").words(0, 23)[0] is Level.OFF_UNSURE
