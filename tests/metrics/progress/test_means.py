from dataclasses import replace

import numpy as np
import pytest

from metrics.indicators import Better
from metrics.progress import means
from metrics.progress.codes import Direction, Level, Outlook, Why
from metrics.progress.groups import Groups
from metrics.progress.history import History
from metrics.progress.means import Survey
from metrics.strategy import Operator
from tests.metrics.progress import made


def judged(scores, answers, invited=None, chosen=True, spread=None, limit="4.2"):
    n = np.array([answers], float)
    rounds = History.natural(np.array([scores]) * n, n)
    survey = Survey(
        spread=np.full(n.shape, np.nan) if spread is None else np.array([spread], float),
        invited=np.full(n.shape, np.nan) if invited is None else np.array([invited], float),
        chosen=np.full(n.shape, chosen),
    )
    aims = made.aims(rounds, limit, Operator.AT_LEAST)
    found = means.judge(rounds, survey, made.alone(), aims, Better.HIGHER)
    return found, found.words(0, len(answers) - 1), found.reasons(0, len(answers) - 1)


def test_standard_error_is_the_answers_spread():
    found, _, _ = judged([4.0, 4.1], [16, 16], chosen=True)
    assert found.s[0, 1] == pytest.approx(0.7 / 4)
    assert found.se[0, 1] == pytest.approx(0.7 * np.sqrt(2 / 16))
    assert found.sure_change[0, 1] == pytest.approx(1.28 * 0.7 * np.sqrt(2 / 16))
    own, _, _ = judged([4.0, 4.1], [16, 16], spread=[0.4, 0.4])
    assert own.s[0, 1] == pytest.approx(0.1)
    assert own.sure_change[0, 1] == pytest.approx(0.2)


@pytest.mark.parametrize(
    ("scores", "chosen", "word"),
    [
        ([4.0, 4.4], True, Direction.BETTER),
        ([4.0, 4.4], False, Direction.NONE),
        ([4.0, 4.6], False, Direction.BETTER),
        ([4.4, 4.0], True, Direction.WORSE),
        ([4.0, 4.2], True, Direction.NONE),
    ],
)
def test_ten_looks_ask_for_more_than_a_chosen_one(scores, chosen, word):
    assert judged(scores, [16, 16], chosen=chosen)[1][1] is word


@pytest.mark.parametrize(("scores", "word"), [([4.04, 4.25], Direction.BETTER), ([4.05, 4.24], Direction.NONE)])
def test_two_tenths_are_those_that_are_seen(scores, word):
    """4.0 and 4.3 on the screen, or 4.1 and 4.2."""
    assert judged(scores, [400, 400])[1][1] is word


@pytest.mark.parametrize(
    ("answers", "invited", "level", "why"),
    [
        (4, 8, Level.TOO_LITTLE, Why.FEW_PEOPLE),
        (10, 21, Level.TOO_LITTLE, Why.LOW_RESPONSE),
        (10, 20, Level.OFF_CLEAR, Why.LOW_RESPONSE),
        (14, 20, Level.OFF_CLEAR, Why.NOTHING),
    ],
)
def test_who_answered_decides_whether_there_is_a_verdict(answers, invited, level, why):
    _, words, reasons = judged([3.0], [answers], [invited])
    assert (words[0], reasons[0]) == (level, why)


def test_a_response_that_moved_is_no_verdict():
    _, words, reasons = judged([3.0, 4.5], [10, 14], [20, 20])
    assert (words[1], reasons[1]) == (Direction.TOO_LITTLE, Why.RESPONSE_MOVED)
    assert judged([3.0, 4.5], [11, 14], [20, 20])[1][1] is Direction.BETTER


def test_a_new_leader_is_a_break():
    rounds = History.natural(np.array([[30.0, 45.0]]), np.array([[10.0, 10.0]]))
    breaks = np.array([[False, True]])
    aims = made.aims(rounds, 4, Operator.AT_LEAST)
    found = means.judge(replace(rounds, breaks=breaks), Survey.unknown((1, 2)), made.alone(), aims, Better.HIGHER)
    assert (found.words(0, 1)[1], found.reasons(0, 1)[1]) == (Direction.TOO_LITTLE, Why.NEW_BREAK)
    assert found.words(0, 1)[2] is Outlook.NONE


def test_a_round_without_answers_has_no_verdict_from_the_last_one():
    n = np.array([[10.0, np.nan], [10.0, 10.0]])
    rounds = History.natural(n * 4.5, n)
    found = means.judge(
        rounds, Survey.unknown((2, 2)), made.alone(2), made.aims(rounds, 4, Operator.AT_LEAST), Better.HIGHER
    )
    assert [found.words(unit, 1)[0] for unit in (0, 1)] == [Level.MISSING, Level.ON_SECURE]


def test_units_are_drawn_to_their_group_with_a_tenth_at_least():
    n = np.full((3, 1), 49.0)
    rounds = History.natural(np.array([[4.0], [4.1], [4.2]]) * n, n)
    found = means.judge(
        rounds,
        Survey.unknown((3, 1)),
        Groups.lowest(np.zeros(3, np.int64)),
        made.aims(rounds, 4, Operator.AT_LEAST),
        Better.HIGHER,
    )
    assert found.theta[:, 0] == pytest.approx([4.05, 4.1, 4.15])
    assert found.s[0, 0] == pytest.approx(0.1 / np.sqrt(2))


def test_what_the_silent_could_have_changed():
    assert means.if_silent_scored_lower(np.array([16.0]), np.array([20.0]))[0] == pytest.approx(0.1)
