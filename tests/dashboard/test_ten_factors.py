"""The ten factors on the unit page."""

from dataclasses import replace

import pytest

from dashboard.reading import TEN_FACTORS, Reading
from dashboard.standings import stand
from dashboard.ten_factors import factors_of, shown_first, sure_within, ten_factor_table
from dashboard.told import LEADERSHIP
from metrics.periods import Period
from metrics.progress.codes import Direction

LAST = Period.month(2026, 10)


@pytest.fixture
def reading(small_board):
    return Reading(small_board, small_board.strategies[0], LAST)


@pytest.fixture
def unit(reading):
    return reading.tree.units[reading.tree.index["H1"]]


def test_the_factors_stand_in_the_order_of_ks(reading, unit):
    assert [one.indicator.id for one in factors_of(reading, unit)] == list(TEN_FACTORS)


def test_leadership_is_never_picked_for_the_first_rows(reading, unit):
    """It is about one person in the room: not even as the only factor that has changed."""
    factors = factors_of(reading, unit)
    moved = [
        replace(one, facts=replace(one.facts, direction=Direction.WORSE, previous=None))
        if one.indicator.id == LEADERSHIP
        else one
        for one in factors
    ]
    assert [one.indicator.id for one in moved if one.moved] == [LEADERSHIP]
    assert LEADERSHIP not in {one.indicator.id for one in shown_first(moved)}
    assert shown_first(moved), "others are picked"


def test_what_has_moved_goes_before_what_has_not(reading, unit):
    factors = factors_of(reading, unit)
    last = factors[-1]
    moved = [*factors[:-1], replace(last, facts=replace(last.facts, direction=Direction.BETTER))]
    assert [one.indicator.id for one in shown_first(moved)] == [last.indicator.id]


def test_a_mean_is_as_sure_as_its_answers(reading):
    figure = stand(reading, "H1", "ten_factor_role_clarity").shown
    low, high = sure_within(figure)
    assert float(high - low) == pytest.approx(2 * 1.28 * 0.7 / 38**0.5)
    few = replace(figure, people=5)
    assert sure_within(few)[1] - sure_within(few)[0] > high - low
    assert sure_within(replace(figure, value=5 + 0 * figure.value))[1] == 5, "never past the scale"


def test_all_ten_open_on_request_with_intervals_and_direction(reading, unit):
    drawn = ten_factor_table(reading, unit)
    assert "Vis alle ti faktorer" in drawn
    assert drawn.count("<title>") == 3 + 10
    assert "Kan ikke sammenlignes ennå" in drawn
    first, rest = drawn.split("Vis alle ti faktorer")
    assert "Mestringsorientert ledelse" not in first
    assert "Mestringsorientert ledelse" in rest


def test_a_hidden_survey_says_why(reading):
    drawn = ten_factor_table(reading, reading.tree.units[reading.tree.index["H2"]])
    assert "Skjermet" in drawn
    assert "<svg" not in drawn
