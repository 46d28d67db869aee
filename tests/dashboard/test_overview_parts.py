"""Ways, counts, contributions and the funnel: what the overview adds to each figure."""

import re
from collections import Counter
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from dashboard import contributions, funnels
from dashboard.reading import Reading
from dashboard.similar import best_quarter, lowest
from dashboard.spread import spread
from dashboard.standings import Standing, stand
from dashboard.ways import start_of, way
from metrics.amounts import SCALE
from metrics.figures import Reason
from metrics.periods import Period
from metrics.progress.codes import Level

LAST = Period.month(2026, 10)


@pytest.fixture
def reading(small_board):
    return Reading(small_board, small_board.strategies[0], LAST)


def test_a_plan_begins_at_the_stored_baseline_and_passes_the_milestone(reading):
    standing = stand(reading, "1000", "sick_leave")
    found = way(reading, standing)
    first = reading.start("1000", "sick_leave")
    assert float(found[first.about.period]) == pytest.approx(float(first.value))
    assert float(found[Period.month(2026, 9)]) == pytest.approx(standing.verdict.facts["milestone"])
    begun = start_of(reading, standing)
    assert float(begun.value) == pytest.approx(float(first.value))
    assert begun.period == first.about.period


def test_the_start_is_the_stored_baseline_also_when_the_figure_was_corrected(reading):
    standing = stand(reading, "1000", "sick_leave")
    judged = reading.board.judged["sick_leave", "total"]
    moved = replace(judged.verdicts, milestone=judged.verdicts.milestone + 1)
    board = replace(
        reading.board, judged={**reading.board.judged, ("sick_leave", "total"): replace(judged, verdicts=moved)}
    )
    begun = start_of(replace(reading, board=board), standing)
    assert float(begun.value) == pytest.approx(float(start_of(reading, standing).value) + 1)


def test_without_a_plan_the_first_figure_is_the_start(reading):
    standing = stand(reading, "H1", "sick_leave")
    assert way(reading, standing) == {}
    assert start_of(reading, standing).value == reading.start("H1", "sick_leave").value
    assert start_of(reading, stand(reading, "H3", "sick_leave")) is None


def test_the_lowest_units_are_counted_with_the_hidden_beside(reading):
    assert [unit.id for unit in lowest(reading, "1000")] == ["H1", "H2", "H3", "H4", "O1", "O2", "O3"]
    found = spread(reading, stand(reading, "1000", "sick_leave"))
    told = Counter(stand(reading, unit.id, "sick_leave").level for unit in lowest(reading, "1000"))
    assert found == told
    assert found[Level.HIDDEN] == 2


def test_units_that_a_measure_is_not_for_are_no_part_of_the_count(reading, monkeypatch):
    standing = stand(reading, "1000", "full_time_share")
    assert spread(reading, standing)[Level.MISSING] == 3, "not delivered is told"
    monkeypatch.setattr("dashboard.spread._NOT_CONCERNED", {Reason.NOT_DELIVERED})
    assert Level.MISSING not in spread(reading, standing)
    assert spread(reading, standing)[Level.HIDDEN] == 2
    assert spread(reading, stand(reading, "1000", "turnover")) == Counter(), "there is no target"


def test_the_distance_in_man_years_is_days_beyond_the_limit(reading):
    standing = stand(reading, "H", "sick_leave")
    figure = standing.shown
    lost, agreed = Fraction(figure.numerator, SCALE), Fraction(figure.denominator, SCALE)
    assert contributions.man_years_beyond(standing) == (lost - agreed * Fraction("0.075")) / 252
    assert contributions.man_years_beyond(Standing(figure, None)) > 0
    assert contributions.man_years_beyond(stand(reading, "H3", "sick_leave")) is None


def test_areas_stand_by_their_distance_and_what_is_hidden_comes_last(reading):
    found = contributions.contributions(reading)
    assert [one.unit.id for one in found] == ["H", "O"]
    assert found[0].man_years > found[1].man_years


def test_a_total_against_all_its_areas_is_named(reading):
    areas = contributions.contributions(reading)
    assert contributions.moved_against(reading, areas) is None
    total = stand(reading, "1000", "sick_leave")
    assert float(total.shown.value) < total.verdict.facts["previous"]
    risen = [replace(one, standing=_changed(one.standing, 2)) for one in areas]
    assert contributions.moved_against(reading, risen) is False
    assert contributions.moved_against(reading, [risen[0], areas[1]]) is None, "one area went the total's way"


def _changed(standing, by):
    facts = {**standing.verdict.facts, "previous": float(standing.shown.value) - by}
    return Standing(standing.figure, replace(standing.verdict, facts=facts))


def test_a_funnel_needs_enough_shown_units(reading, monkeypatch):
    assert funnels.funnel(reading) is None, "four are shown, and five are needed"
    monkeypatch.setattr(funnels, "_FEWEST", 4)
    assert [unit.id for unit in funnels.shape_of(reading).units] == ["O1", "H2", "O2", "H1"], "the smallest first"


def test_only_units_outside_the_limits_are_named(reading, monkeypatch):
    monkeypatch.setattr(funnels, "_FEWEST", 3)
    shape = funnels.shape_of(reading)
    outside = np.zeros(len(shape.units), np.int64)
    outside[1] = 1
    one_out = replace(shape, funnel=replace(shape.funnel, outside=outside))
    drawn = funnels._chart(one_out, "Sier")
    names = [unit.name for unit in shape.units]
    assert [name for name in names if name.replace("<b>", "") in re.sub("&[a-z]+;", "", drawn)] == [names[1]]
    assert names[1] in funnels._named(one_out)
    assert "ikke en rangering" in funnels._says(one_out)
    assert funnels._named(shape) is None
    assert funnels._says(shape).startswith("Ingen enheter ligger utenfor")


def test_the_best_quarter_needs_four_units_like_it(reading):
    unit = reading.tree.units[reading.tree.index["H1"]]
    assert best_quarter(reading, unit, "sick_leave", Period.month(2026, 9)) is None, "two of four are hidden"
