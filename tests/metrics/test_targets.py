from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from metrics.periods import Period
from metrics.strategy import Goal, Milestone, Operator, Scope, Strategy, Target
from metrics.targets import resolve, side
from metrics.units import Unit

SPEC = [
    # operator, limit, value, met: «lavere enn 6 %» is strict, «minst 50 %» is not
    ("<", "6", "5.999", True),
    ("<", "6", "6", False),
    ("<=", "6", "6", True),
    ("<=", "6", "6.004", False),
    (">=", "50", "50", True),
    (">=", "50", "49.999", False),
    (">", "50", "50", False),
    ("increase", "50", "60", None),
]


@pytest.mark.parametrize(("operator", "limit", "value", "met"), SPEC)
def test_the_side_of_the_target_is_exact(operator, limit, value, met):
    target = Target(indicator="x", operator=Operator(operator), limit=Decimal(limit))
    assert side(Fraction(value), target) is met


@pytest.mark.parametrize(("value", "met"), [("5.9", False), ("6", True), ("12", True), ("12.1", False)])
def test_a_band_holds_both_its_limits(value, met):
    target = Target(indicator="x", operator=Operator.BETWEEN, limit=Decimal(6), upper=Decimal(12))
    assert side(Fraction(value), target) is met


def test_without_a_figure_nothing_is_met_or_missed():
    assert side(Fraction(5), Target(indicator="x", operator=Operator.BELOW, not_quantified=True)) is None


WHOLE = Target(indicator="x", operator=Operator.BELOW, limit=Decimal(6), inherited=False)
AREA = Target(indicator="x", operator=Operator.AT_MOST, limit=Decimal(8), scope=Scope(unit="area"))
WARD = Target(indicator="x", operator=Operator.AT_MOST, limit=Decimal(9), scope=Scope(unit="ward"))
TYPE = Target(indicator="x", operator=Operator.AT_MOST, limit=Decimal(7), scope=Scope(unit_type="school"))
EVERY = Target(indicator="x", operator=Operator.DECREASE, not_quantified=True, scope=Scope(every_service_area=True))
TOP, SERVICE = Unit(id="top", name=""), Unit(id="area", name="", service_area="area")
UNIT = Unit(id="ward", name="", service_area="area")
SCHOOL = Unit(id="s1", name="", unit_type="school", service_area="area")


def strategy(*targets, key="s"):
    goal = Goal(id="1", title="", targets=targets)
    return Strategy(id=key, title="", owner="", source="", valid_from=date(2021, 1, 1), goals=(goal,))


@pytest.mark.parametrize(
    ("targets", "path", "limit"),
    [
        ((WHOLE,), (TOP,), 6),
        ((WHOLE,), (TOP, SERVICE), None),
        ((WHOLE, AREA), (TOP, SERVICE, UNIT), 8),
        ((WHOLE, AREA, WARD), (TOP, SERVICE, UNIT), 9),
        ((WHOLE, AREA, TYPE), (TOP, SERVICE, SCHOOL), 7),
        ((TYPE,), (TOP, SERVICE, UNIT), None),
    ],
)
def test_the_nearest_target_holds(targets, path, limit):
    held = resolve([strategy(*targets)], "x", path, Period.parse("2026-10"))
    assert (None if held is None else held.limit) == limit


@pytest.mark.parametrize(("path", "found"), [((TOP,), WHOLE), ((TOP, SERVICE), EVERY), ((TOP, SERVICE, UNIT), EVERY)])
def test_targets_for_every_service_area_need_not_name_them(path, found):
    held = resolve([strategy(WHOLE, EVERY)], "x", path, Period.parse("2026-10"))
    assert held is not None
    assert held.target is found


def test_the_first_strategy_that_has_a_target_decides():
    other = strategy(Target(indicator="y", operator=Operator.BELOW, limit=Decimal(1)), key="other")
    held = resolve([other, strategy(WHOLE)], "x", (TOP,), Period.parse("2026-10"))
    assert held is not None
    assert held.strategy == "s"


@pytest.mark.parametrize(("period", "limit"), [("2025-12", 8), ("2026-01", 7), ("2026-12", 7), ("2027-01", None)])
def test_the_milestone_now_is_the_next_one_due(period, limit):
    steps = (Milestone(due=date(2026, 12, 31), limit=Decimal(7)), Milestone(due=date(2025, 12, 31), limit=Decimal(8)))
    target = Target(indicator="x", operator=Operator.BELOW, limit=Decimal(6), milestones=steps)
    held = resolve([strategy(target)], "x", (TOP,), Period.parse(period))
    assert held is not None
    assert held.milestone_now == limit
