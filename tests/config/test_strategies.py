"""A checklist over the strategies: what the documents hold, counted."""

import shutil
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from config.loader import load
from metrics.periods import Period
from metrics.strategy import Operator, Strategy
from metrics.targets import resolve, side
from metrics.units import Unit

ROOT = Path(__file__).parents[2]
MUNICIPALITY = Unit(id="1103", name="Kommunen", unit_type="kommune")
AREA = Unit(id="HO", name="Helse og omsorg", parent="1103", unit_type="tjenesteområde", service_area="HO")
WARD = Unit(id="HO-1", name="Avdelingen", parent="HO", unit_type="avdeling", service_area="HO")
NOW = Period.month(2026, 10)


@pytest.fixture
def stavanger(home: Path) -> Strategy:
    (home / "settings.yaml").write_text("strategies: [stavanger]\n", encoding="utf-8")
    (strategy,) = load(home).value.strategies
    return strategy


@pytest.fixture
def fjordvik(home: Path) -> Strategy:
    (home / "config" / "strategies").mkdir(parents=True)
    shutil.copy(ROOT / "data" / "sample" / "strategy.yaml", home / "config" / "strategies" / "fjordvik.yaml")
    read = load(home)
    assert read.problems == ()
    (strategy,) = read.value.strategies
    return strategy


def test_stavanger_holds_everything_in_the_document(stavanger: Strategy) -> None:
    assert [len(goal.sub_goals) for goal in stavanger.goals] == [3, 3, 3, 3, 3]
    assert [len(goal.municipality_shall) for goal in stavanger.goals] == [4, 5, 5, 6, 0]
    assert [len(goal.leaders_shall) for goal in stavanger.goals] == [5, 3, 4, 4, 0]
    assert (stavanger.valid_from, stavanger.valid_to) == (date(2021, 1, 1), date(2034, 12, 31))
    assert (stavanger.revised_every_years, stavanger.vision) == (4, "Vi bygger fellesskap")
    assert stavanger.values == ("nær", "åpen", "nyskapende")
    assert not stavanger.invented
    assert all(sub.place for goal in stavanger.goals for sub in goal.sub_goals)


def test_stavanger_has_two_figures_and_two_targets_without(stavanger: Strategy) -> None:
    assert [
        (target.indicator, target.operator, target.limit, target.not_quantified, target.scope.name)
        for target in stavanger.targets
    ] == [
        ("full_time_share", Operator.AT_LEAST, Decimal(50), False, "municipality"),
        ("sick_leave", Operator.BELOW, Decimal(6), False, "municipality"),
        ("sick_leave", Operator.DECREASE, None, True, "every_service_area"),
        ("retirement_age", Operator.INCREASE, None, False, "municipality"),
    ]
    with_due = [target for target in stavanger.targets if target.due is not None]
    assert len(with_due) == 3
    assert all(target.due_is_strategy_end and target.due == date(2034, 12, 31) for target in with_due)
    assert all(target.place for target in stavanger.targets)


def test_six_is_not_lower_than_six_but_fifty_is_at_least_fifty(stavanger: Strategy) -> None:
    full_time, sick_leave = stavanger.targets[0], stavanger.targets[1]
    assert side(Fraction(6), sick_leave) is False
    assert side(Fraction("5.999"), sick_leave) is True
    assert side(Fraction(50), full_time) is True


def test_the_sick_leave_target_holds_for_the_municipality_alone(stavanger: Strategy) -> None:
    root = resolve([stavanger], "sick_leave", (MUNICIPALITY,), NOW)
    area = resolve([stavanger], "sick_leave", (MUNICIPALITY, AREA), NOW)
    assert root is not None
    assert root.limit == 6
    assert area is not None
    assert area.limit is None
    assert area.target.not_quantified
    ward = resolve([stavanger], "sick_leave", (MUNICIPALITY, AREA, WARD), NOW)
    assert ward is not None
    assert ward.target is area.target
    full_time = resolve([stavanger], "full_time_share", (MUNICIPALITY, AREA, WARD), NOW)
    assert full_time is not None
    assert full_time.limit == 50


def test_the_invented_strategy_says_so(fjordvik: Strategy) -> None:
    assert fjordvik.invented
    assert "oppdiktet" in fjordvik.owner
    assert "oppdiktet" in fjordvik.source


def test_the_invented_strategy_has_yearly_milestones_and_areas_of_its_own(fjordvik: Strategy) -> None:
    sick_leave = [target for target in fjordvik.targets if target.indicator == "sick_leave"]
    assert [target.scope.unit for target in sick_leave] == [None, "HO", "OK", "TE", "SA", "NO"]
    years = [date(year, 12, 31) for year in range(2023, 2030)]
    full_time = next(target for target in fjordvik.targets if target.indicator == "full_time_share")
    for target in (*sick_leave, full_time):
        assert [step.due for step in target.milestones] == years
    held = resolve([fjordvik], "sick_leave", (MUNICIPALITY, AREA, WARD), NOW)
    assert held is not None
    assert (held.target.scope.name, held.limit, held.milestone_due) == ("unit:HO", Fraction("7.2"), date(2026, 12, 31))


def test_the_invented_strategy_has_every_kind_of_target(fjordvik: Strategy) -> None:
    assert {target.indicator for target in fjordvik.targets if target.set_by} == {
        f"ten_factor_{name}"
        for name in ("use_of_competence", "competence_development", "mastery_climate", "role_clarity")
    }
    assert any(target.not_quantified for target in fjordvik.targets)
    assert any(target.operator is Operator.INCREASE and not target.not_quantified for target in fjordvik.targets)
