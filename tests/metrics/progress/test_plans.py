from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from metrics.indicators import Better
from metrics.periods import Period
from metrics.progress import plans
from metrics.progress.groups import Groups
from metrics.progress.plans import Fault, Plan
from metrics.strategy import Milestone, Operator, Target


def test_the_way_is_straight_from_the_baseline_and_level_outside():
    way = Plan(points=((12, 6.0),), start=0, baseline=9.0).way(16)
    assert way[[0, 4, 8, 12, 15]] == pytest.approx([9, 8, 7, 6, 6])
    assert Plan(points=((12, 6.0),), start=4, baseline=9.0).way(5)[:4] == pytest.approx([9] * 4)


def test_milestones_replace_the_line():
    way = Plan(points=((6, 8.5), (12, 6.0)), start=0, baseline=9.0).way(13)
    assert way[[3, 6, 9, 12]] == pytest.approx([8.75, 8.5, 7.25, 6])


def test_without_a_baseline_there_is_no_way_and_no_fault():
    plan = Plan(points=((20, 6.0),))
    assert np.isnan(plan.way(3)).all()
    assert plan.faults(Better.LOWER) == ()
    assert plan.ahead(3)[1].tolist() == [20, 19, 18]


def test_the_outlook_looks_to_the_first_milestone_six_to_thirty_six_months_ahead():
    limit, left = Plan(points=((8, 8.0), (20, 7.0), (100, 6.0))).ahead(70)
    assert (limit[2], left[2]) == (8, 6)
    assert (limit[3], left[3]) == (7, 17)
    assert np.isnan(limit[15])
    assert np.isnan(left[63])
    assert (limit[64], left[64]) == (6, 36)


@pytest.mark.parametrize(
    ("plan", "better", "faults"),
    [
        (Plan(points=((12, 6.0),), start=0, baseline=9.0), Better.LOWER, ()),
        (Plan(points=((12, 6.0),), start=12, baseline=9.0), Better.LOWER, (Fault.NOT_AHEAD,)),
        (Plan(points=((6, 7.0), (6, 6.0)), start=0, baseline=9.0), Better.LOWER, (Fault.NOT_AHEAD,)),
        (Plan(points=((6, 9.5), (12, 6.0)), start=0, baseline=9.0), Better.LOWER, (Fault.WRONG_SIDE,)),
        (Plan(points=((6, 30.0), (12, 50.0)), start=0, baseline=40.0), Better.HIGHER, (Fault.WRONG_SIDE,)),
        (Plan(points=((12, 6.0),), start=12, baseline=5.0), Better.LOWER, (Fault.NOT_AHEAD, Fault.WRONG_SIDE)),
    ],
)
def test_a_plan_that_cannot_be_followed(plan, better, faults):
    assert plan.faults(better) == faults


def test_due_days_are_columns_of_the_axis():
    target = Target(
        indicator="x",
        operator=Operator.BELOW,
        limit=Decimal(6),
        due=date(2028, 12, 31),
        milestones=(Milestone(due=date(2026, 12, 31), limit=Decimal("8.3")),),
    )
    assert plans.points(target, Period.parse("2026-01")) == ((11, 8.3), (35, 6.0))


def test_the_pace_is_what_is_left_over_the_years_left():
    pace = plans.required_pace(np.array([8.1, 8.1, 40.0]), np.array([6.0, 6.0, 50.0]), np.array([36.0, 0.0, 12.0]))
    assert pace[[0, 2]] == pytest.approx([-0.7, 10])
    assert np.isnan(pace[1])


def test_the_best_quarter_is_a_fact_of_the_group():
    change = np.array([-4.0, -2.0, 0.0, 2.0, 4.0, -50.0, np.nan])
    groups = Groups.lowest(np.array([0, 0, 0, 0, 0, 1, 1]))
    judged = np.array([True] * 5 + [False, True])
    assert plans.best_quarter(change, judged, groups, Better.LOWER)[0] == -2
    assert plans.best_quarter(change, judged, groups, Better.HIGHER)[0] == 2
    assert np.isnan(plans.best_quarter(change, judged, groups, Better.LOWER)[1])
