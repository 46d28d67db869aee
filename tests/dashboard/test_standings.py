"""Which figure a page shows with which verdict."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from dashboard.reading import Reading
from dashboard.standings import Standing, settled, stand
from metrics.figures import Shown
from metrics.judged import Verdict
from metrics.periods import Period
from metrics.progress.codes import Level, Why
from metrics.strategy import Goal, Operator, Target

LAST = Period.month(2026, 10)
JUDGED = Period.month(2026, 9)
INDICATORS = ("sick_leave", "full_time_share", "turnover", "ten_factor_role_clarity")
ON = {Level.ON_SECURE, Level.ON_UNSURE}
OFF = {Level.ON_TRACK, Level.OFF_UNSURE, Level.OFF_CLEAR}


@pytest.fixture
def reading(small_board):
    return Reading(small_board, small_board.strategies[0], LAST)


def test_the_newest_month_of_sick_leave_waits_and_the_one_before_is_told(reading):
    standing = stand(reading, "H1", "sick_leave")
    assert standing.shown.about.period == JUDGED
    assert standing.verdict.judged == JUDGED
    assert standing.provisional.about.period == LAST
    assert settled(reading, standing)[-1] == standing.figure


def test_what_matures_at_once_is_told_at_once(reading):
    standing = stand(reading, "H1", "full_time_share")
    assert standing.shown.about.period == LAST
    assert standing.provisional is None


def test_an_earlier_month_is_no_longer_provisional(reading):
    standing = stand(replace(reading, period=Period.month(2026, 3)), "H1", "sick_leave")
    assert standing.shown.about.period == Period.month(2026, 3)
    assert standing.provisional is None


def test_a_unit_that_fell_silent_is_not_judged_by_its_old_figure(reading):
    standing = stand(reading, "O3", "sick_leave")
    assert standing.shown is None
    assert standing.level is Level.TOO_LITTLE
    assert standing.verdict.why is Why.NOT_UPDATED


def test_no_level_contradicts_the_side_of_the_target(reading):
    seen = set()
    for unit in reading.tree.ids:
        for indicator in INDICATORS:
            for month in range(LAST.start - 24, LAST.start + 1):
                standing = stand(replace(reading, period=Period(month, 1)), unit, indicator)
                seen.add(standing.level)
                if standing.level in ON | OFF:
                    assert standing.shown.met is (standing.level in ON)
    assert seen & ON
    assert seen & OFF


def test_a_verdict_on_the_wrong_side_is_left_out(reading):
    standing = stand(reading, "H1", "sick_leave")
    assert standing.level is Level.OFF_CLEAR
    moved = replace(standing.figure, value=Fraction(7))
    assert Standing(moved, standing.verdict).level is None


def test_a_verdict_on_another_strategys_target_is_left_out(reading):
    target = Target(indicator="sick_leave", operator=Operator.AT_MOST, limit=Decimal(3))
    other = replace(reading.strategy, id="annen", goals=(Goal(id="9", title="Annet", targets=(target,)),))
    standing = stand(Reading(reading.board, other, LAST), "H1", "sick_leave")
    assert isinstance(standing.figure, Shown)
    assert standing.verdict is None
    assert standing.level is None
    assert isinstance(stand(Reading(reading.board, other, LAST), "H1", "full_time_share").verdict, Verdict)


def test_what_is_hidden_or_missing_has_that_level(reading):
    assert stand(reading, "H3", "sick_leave").level is Level.HIDDEN
    assert stand(reading, "O1", "full_time_share").level is Level.MISSING
    assert Standing(None, None).level is Level.MISSING
