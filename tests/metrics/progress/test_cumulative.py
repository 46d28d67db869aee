import numpy as np
import pytest

from metrics.progress import cumulative
from metrics.progress.codes import Level
from metrics.progress.history import History
from metrics.strategy import Operator
from tests.metrics.progress import made

EVEN = np.arange(1, 13) / 12


def judged(done, people=12.0, first_month=1, limit=100, keep=None):
    history = History.natural(np.array([done], float), np.full((1, len(done)), people))
    history = history if keep is None else history.keep(np.array([keep], bool))
    found = cumulative.judge(history, made.aims(history, limit, Operator.AT_LEAST), EVEN, first_month)
    return found, [found.words(0, t)[0] for t in range(len(done))]


def test_the_year_so_far_is_held_against_the_curve():
    found, levels = judged([1, 1, 0, 0, 8, 2])
    assert found.figure[0] == pytest.approx(100 * np.array([1, 2, 2, 2, 10, 12]) / 12)
    assert levels == ["on_track", "on_track", "off_unsure", "off_clear", "on_track", "on_secure"]


def test_a_new_year_begins_at_nothing():
    found, levels = judged([1] * 12 + [2, 0])
    assert found.figure[0, [11, 12, 13]] == pytest.approx([100, 200 / 12, 200 / 12])
    assert levels[11:] == [Level.ON_SECURE, Level.ON_TRACK, Level.ON_TRACK]
    assert judged([1] * 3, first_month=11)[1] == [Level.TOO_LITTLE, Level.TOO_LITTLE, Level.ON_TRACK]


def test_two_months_may_lack():
    months = [True] * 6
    assert judged([1] * 6, keep=[*months[:3], False, False, True])[1][-1] is not Level.TOO_LITTLE
    assert judged([1] * 6, keep=[True, True, False, False, False, True])[1][-1] is Level.TOO_LITTLE


def test_less_is_not_what_adds_up():
    history = made.steady(0.1, 3)
    with pytest.raises(ValueError, match="least"):
        cumulative.judge(history, made.aims(history, 5, Operator.AT_MOST), EVEN, 1)
