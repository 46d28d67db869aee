"""What the sentences are told of a figure."""

from dataclasses import replace
from fractions import Fraction

import pytest

from dashboard.earlier import months_in_window, year_before, years_together
from dashboard.reading import Reading
from dashboard.saying.facts import Positions
from dashboard.saying.sentence import sentence
from dashboard.saying.why import Place, why
from dashboard.standings import stand
from dashboard.told import brief, tell
from metrics.figures import Missing, Shown
from metrics.periods import Period
from metrics.progress.codes import Level

LAST = Period.month(2026, 10)


@pytest.fixture
def reading(small_board):
    return Reading(small_board, small_board.strategies[0], LAST)


def _told(reading, unit, indicator):
    return tell(reading, reading.tree.units[reading.tree.index[unit]], stand(reading, unit, indicator))


def test_the_year_before_is_exact_and_ends_twelve_months_earlier(reading):
    facts = _told(reading, "H1", "sick_leave")
    before = year_before(reading, stand(reading, "H1", "sick_leave").shown)
    assert before.about.period == Period.month(2025, 9)
    assert facts.previous == before.value
    assert float(facts.previous) == pytest.approx(stand(reading, "H1", "sick_leave").verdict.facts["previous"])


def test_positions_are_counted_now_and_a_year_ago(reading):
    assert _told(reading, "H1", "full_time_share").positions == Positions(k=18, n=46, year_ago=(18, 46))
    assert _told(reading, "H1", "sick_leave").positions is None


def test_three_years_of_leavers_are_added_before_they_are_divided(reading, small_board):
    figure = stand(reading, "H1", "turnover").shown
    cells = small_board.series["turnover"]
    row = cells.row["H1"]
    last = cells.axis.index(LAST)
    left = int(cells.numerator[row, last - 35 : last + 1].sum())
    months = int(cells.denominator[row, last - 35 : last + 1].sum())
    assert years_together(reading, figure, 3) == Fraction(left * 1200, months)
    assert _told(reading, "H1", "turnover").leavers.three_years == Fraction(left * 1200, months)
    early = replace(reading, period=Period.month(2025, 6))
    assert years_together(early, stand(early, "H1", "turnover").shown, 3) is None, "the first year is not whole"


def test_what_is_hidden_is_told_without_a_number(reading):
    facts = _told(reading, "H3", "sick_leave")
    assert facts.level is Level.HIDDEN
    numbers = (facts.value, facts.previous, facts.sure_change, facts.milestone, facts.numerator, facts.people)
    assert set(numbers) == {None}
    assert why(facts, "nb", Place.PAGE) == ()


def test_too_few_months_are_counted(reading):
    figure = stand(reading, "O3", "sick_leave").figure
    assert isinstance(figure, Missing)
    assert months_in_window(reading, figure) == 4
    assert _told(reading, "O3", "sick_leave").months == 4


def test_the_outlook_looks_to_the_first_point_six_to_36_months_ahead(reading):
    assert _told(reading, "1000", "sick_leave").ahead is None, "december 2026 is too near and 2030 too far"
    early = replace(reading, period=Period.month(2025, 1))
    assert _told(early, "1000", "sick_leave").ahead.limit == Fraction("7.5")


def test_the_figure_of_the_sentence_is_the_figure_of_the_page(reading):
    for unit in reading.tree.ids:
        standing = stand(reading, unit, "sick_leave")
        facts = brief(standing)
        if isinstance(standing.figure, Shown):
            assert facts.value == standing.figure.value
            assert facts.decimals == standing.figure.decimals
            assert facts.spoken_level is standing.level


def test_history_counts_the_shown_months_up_to_the_figure(reading):
    assert _told(reading, "H1", "sick_leave").history_months == 40
    assert _told(replace(reading, period=Period.month(2025, 1)), "H1", "sick_leave").history_months == 20


def test_one_man_year_is_told_on_request_where_enough_people_stand_behind(reading):
    facts = _told(reading, "H1", "sick_leave")
    assert any("ett årsverk" in one for one in why(facts, "nb", Place.PAGE))
    assert not any("ett årsverk" in one for one in why(replace(facts, people=4), "nb", Place.PAGE))
    assert "ett årsverk" not in sentence(facts, "nb").text
