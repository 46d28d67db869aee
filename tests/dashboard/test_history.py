"""The large chart and the table behind it."""

import re
from dataclasses import replace
from fractions import Fraction

import pytest

from dashboard.courses import Course, Usual, course_of
from dashboard.history import history_chart
from dashboard.history_frame import ticks
from dashboard.history_words import history_says, history_table, legend, table_columns
from dashboard.notation import format_value
from dashboard.reading import Reading
from dashboard.standings import stand
from metrics.figures import Hidden, Reason
from metrics.periods import Period

LAST = Period.month(2026, 10)
JUDGED = Period.month(2026, 9)


@pytest.fixture(scope="module")
def reading(small_board):
    return Reading(small_board, small_board.strategies[0], LAST)


@pytest.fixture(scope="module")
def course(reading):
    return course_of(reading, stand(reading, "H1", "sick_leave"))


@pytest.fixture(scope="module")
def whole(reading):
    return course_of(reading, stand(reading, "1000", "sick_leave"))


def _hide(figure):
    return Hidden(about=figure.about, reason=Reason.PROTECTS_OTHERS)


def test_the_rolling_line_is_thick_the_months_are_faint_and_the_target_is_dashed(course):
    drawn = history_chart(course, "Sier")
    assert drawn.count('<polyline class="line"') == 2, "one for the wide and one for the narrow screen"
    assert drawn.count('<polyline class="month"') == 2
    assert drawn.count('<line class="target"') == 2
    assert "Mål 7,5" in drawn
    assert 'aria-label="Sier"' in drawn


def test_the_newest_month_is_drawn_as_provisional_and_the_label_is_of_the_judged_one(course, reading):
    assert course.judged == JUDGED
    drawn = history_chart(course, "")
    assert drawn.count(">Foreløpig<") == 2
    assert drawn.count('<polyline class="line waits"') == 2
    told = stand(reading, "H1", "sick_leave").shown
    assert f">{format_value(told)} siste tolv måneder<" in drawn
    settled = replace(course, judged=None)
    assert "Foreløpig" not in history_chart(settled, "")


def test_the_light_field_is_the_year_before_with_what_a_sure_change_needs(course, reading):
    facts = stand(reading, "H1", "sick_leave").verdict.facts
    before, least = facts["previous"], facts["sure_change"]
    assert course.usual == Usual(Fraction(before - least), Fraction(before + least), Period.month(2025, 9), JUDGED)
    assert history_chart(course, "").count('class="usual"') == 2
    assert 'class="usual"' not in history_chart(replace(course, usual=None), "")
    assert "lyse feltet" in legend(course)
    assert "lyse feltet" not in legend(replace(course, usual=None))


def test_the_field_never_goes_below_nothing(reading):
    assert course_of(reading, stand(reading, "O1", "sick_leave")).usual.low == 0


def test_the_plan_runs_through_the_milestones_where_there_is_one(whole, course):
    assert history_chart(whole, "").count('<polyline class="plan"') == 2
    assert ">planen<" in history_chart(whole, "")
    assert 'class="plan"' not in history_chart(course, ""), "no baseline, no plan"
    assert whole.plan[JUDGED] < whole.plan[Period.month(2025, 9)], "the way goes down"
    assert LAST not in whole.plan


def test_a_hidden_month_is_a_gap(course):
    hidden = replace(course, rolling=[*course.rolling[:10], _hide(course.rolling[10]), *course.rolling[11:]])
    assert history_chart(hidden, "").count('<polyline class="line"') == 4


def test_the_axis_knows_nothing_of_hidden_values(course):
    peak = max((one for one in course.months), key=lambda one: one.value)
    hidden = replace(course, months=[_hide(one) if one is peak else one for one in course.months])
    assert peak.value not in hidden.values


def test_nothing_shown_gives_no_chart(course):
    assert history_chart(Course([_hide(one) for one in course.rolling], []), "") is None
    assert history_chart(Course((), ()), "") is None


def test_ticks_are_round_and_hold_everything():
    assert ticks([Fraction("7.2"), Fraction("10.9")]) == [7, 8, 9, 10, 11]
    assert ticks([Fraction(5)]) == [5, Fraction("5.1")]
    few = ticks([Fraction(0), Fraction(250)])
    assert few[0] == 0
    assert few[-1] >= 250
    assert len(few) <= 6
    assert len(ticks([Fraction(3), Fraction(4000)])) <= 6


def test_the_table_is_newest_first_and_never_empty(course, whole):
    hidden = replace(course, rolling=[*course.rolling[:-1], _hide(course.rolling[-1])], months=course.months[:-1])
    rows = history_table(hidden)
    assert rows[0] == ("okt. 2026", "Skjermet", "Ingen tall")
    assert rows[1][0] == "sep. 2026"
    assert all(all(cell for cell in row) for row in rows)
    assert re.fullmatch(r"\d,\d.% \(foreløpig\)", history_table(course)[0][1])
    assert table_columns(whole)[-1] == "Planen"
    assert [row[-1] for row in history_table(whole)[:2]] == ["ikke satt", "7,6\u00a0%"]


def test_the_sentence_tells_of_months_without_a_figure(course, small_board):
    indicator = small_board.indicators["sick_leave"]
    full = replace(course, rolling=course.rolling[-20:])
    assert "uten vist tall" not in history_says(indicator, full)
    says = history_says(indicator, replace(full, rolling=[_hide(full.rolling[0]), *full.rolling[1:]]))
    assert says.startswith("Sykefravær siste tolv måneder: fra ")
    assert says.endswith(" Én måned er uten vist tall.")
    assert history_says(indicator, Course((), ())) == "Sykefravær: ingen tall i perioden."
