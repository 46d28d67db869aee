import pytest

from config.loader import load
from metrics.indicators import Indicator, Kind
from metrics.windows import Window

INDICATORS = load(None).value.indicators
TEN_FACTOR = (
    "task_motivation", "self_efficacy", "autonomy", "use_of_competence", "mastery_leadership", "role_clarity",
    "competence_development", "flexibility", "mastery_climate", "prosocial_motivation",
)  # fmt: skip
OFF_THE_BOARD = {"turnover_internal", "turnover_all", "ten_factor_response_rate", "retirement_age"}  # fmt: skip


def test_what_reaches_the_board() -> None:
    assert {name for name, indicator in INDICATORS.items() if not indicator.on_board} == OFF_THE_BOARD
    assert {name for name, indicator in INDICATORS.items() if indicator.on_board} == {
        "sick_leave", "turnover", "full_time_share", "full_time_share_80", "full_time_share_municipality",
        "full_time_share_municipality_80", "mean_position_percent", "turnover_external", "turnover_retirement",
        "sick_leave_short_term", "sick_leave_long_term", "sick_leave_self_certified", "sick_leave_doctor_certified",
        *(f"ten_factor_{name}" for name in TEN_FACTOR),
    }  # fmt: skip


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=list(INDICATORS))
def test_windows_follow_the_kind(indicator: Indicator) -> None:
    wanted = {Kind.RATE: Window.ROLLING_TWELVE, Kind.EVENT: Window.ROLLING_TWELVE, Kind.STOCK: Window.LATEST}
    if indicator.id != "retirement_age":
        assert indicator.window is wanted.get(indicator.kind, Window.LATEST)


def test_turnover_is_what_ks_counts() -> None:
    assert INDICATORS["turnover"].origin.leavers == ("external", "retirement")
    assert INDICATORS["turnover"].denominator_divisor == 12


def test_parts_are_hidden_where_their_whole_is() -> None:
    families = {indicator.privacy.family: indicator for indicator in INDICATORS.values()}
    for name in OFF_THE_BOARD - {"retirement_age"}:
        part = INDICATORS[name].privacy
        assert part.within in families
        assert part.threshold >= families[part.within].privacy.threshold
    assert INDICATORS["full_time_share_municipality"].privacy.within == "shift_employees"


@pytest.mark.parametrize("name", TEN_FACTOR)
def test_each_factor_has_its_own_answers(name: str) -> None:
    indicator = INDICATORS[f"ten_factor_{name}"]
    assert (indicator.privacy.family, indicator.privacy.counts) == (indicator.id, "answers")
    assert (indicator.privacy.homogeneity, indicator.roll_up, indicator.scale) == ("hide", "delivered", (1.0, 5.0))
    assert indicator.origin.factor == indicator.name["nb"]
