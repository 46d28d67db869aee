"""What a page reads of the board."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.reading import BOARD_URL, Reading, measured_by, open_board
from metrics.figures import Shown
from metrics.periods import Period
from metrics.strategy import Goal, Operator, Target

LAST = Period.month(2026, 10)


@pytest.fixture
def reading(small_board):
    return Reading(small_board, small_board.strategies[0], LAST)


def test_before_the_first_publish_there_is_no_board(monkeypatch, tmp_path, small_url):
    monkeypatch.setenv(BOARD_URL, f"sqlite:///{tmp_path}/none.db")
    assert open_board() is None
    monkeypatch.setenv(BOARD_URL, small_url)
    assert open_board().stamp.number == 1


def test_service_areas_are_the_units_that_others_name(reading):
    assert [unit.id for unit in reading.service_areas] == ["H", "O"]
    assert reading.root.id == "1000"


def test_the_start_is_the_first_shown_figure_of_the_strategys_time(reading):
    first = reading.start("H1", "sick_leave")
    assert isinstance(first, Shown)
    assert first.about.period == Period.month(2024, 3), "ten months after the first in June 2023"
    late = replace(reading.strategy, valid_from=Period.month(2025, 1).first_day)
    later = Reading(reading.board, late, LAST).start("H1", "sick_leave")
    assert later.about.period == Period.month(2025, 1)


def test_the_chosen_strategys_target_goes_before_the_others(reading):
    target = Target(indicator="sick_leave", operator=Operator.AT_MOST, limit=Decimal(3))
    other = replace(reading.strategy, id="annen", goals=(Goal(id="9", title="Annet", targets=(target,)),))
    chosen = Reading(reading.board, other, LAST)
    assert reading.now("1000", "sick_leave").about.held.limit == 6
    assert chosen.now("1000", "sick_leave").about.held.limit == 3
    assert chosen.now("1000", "full_time_share").about.held.limit == 50, "what it has no target for, the first one has"
    assert chosen.held("1000", "sick_leave").limit == 3


def test_a_yearly_survey_counts_from_its_first_month(reading):
    february = Reading(reading.board, reading.strategy, Period.month(2026, 2))
    assert february.now("H1", "ten_factor_autonomy").about.period == Period.year_of(2026)
    assert Reading(reading.board, reading.strategy, Period.month(2025, 12)).now("H1", "ten_factor_autonomy") is None


def test_a_goal_names_its_indicators_in_the_order_of_the_file(reading):
    goals = {goal.id: goal for goal in reading.strategy.goals}
    assert list(measured_by(goals["1"])) == ["sick_leave", "full_time_share", "retirement_age"]
    assert measured_by(goals["2"])["turnover"].evidence == "weak"
    assert reading.goal_of("turnover") == "2"
    assert reading.goal_of("unknown") is None


def test_employees_are_those_of_the_last_month(reading):
    assert reading.employees("H1").people == 46
    assert reading.employees("H1").months_wanted == 1
