import csv
from itertools import groupby
from pathlib import Path

import numpy as np
import pytest

from metrics import attribute_charts, run_rules, spc
from metrics.indicators import Better
from metrics.spc import Assurance, Cause, Variation

FILES = Path(__file__).parents[1] / "realdata" / "spc"
BETTER = {"decrease": Better.LOWER, "increase": Better.HIGHER, "neutral": Better.NEITHER}
LABELS = {
    "Common Cause": (Cause.COMMON, 0),
    "Above UCL": (Cause.OUTSIDE, 1),
    "Below LCL": (Cause.OUTSIDE, -1),
    "7 Point Trend (Increasing)": (Cause.TREND, 1),
    "7 Point Trend (Decreasing)": (Cause.TREND, -1),
    "2 in 3 Above CL": (Cause.TWO_IN_THREE, 1),
    "2 in 3 Below CL": (Cause.TWO_IN_THREE, -1),
    "7 Points Above CL": (Cause.ONE_SIDE, 1),
    "7 Points Below CL": (Cause.ONE_SIDE, -1),
}


def rows(name):
    with (FILES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


CASES = rows("xmr_cases.csv")
POINTS = {key: list(cells) for key, cells in groupby(rows("xmr_points.csv"), lambda row: row["case_id"])}


def numbers(cells, name):
    return np.array([float(cell[name]) if cell[name] else np.nan for cell in cells])


def chart(case, points):
    dates = [point["date"] for point in points]
    starts = [next(i for i, date in enumerate(dates) if date >= start) for start in case["rebase"].split()]
    return spc.xmr(
        numbers(points, "value"),
        starts=starts,
        frozen=int(case["fix_after_n"]) if case["fix_after_n"] else None,
        screened=case["screen_outliers"] == "1",
    )


def test_every_point_of_the_reference_is_there():
    assert len(CASES) == 120
    assert sum(len(points) for points in POINTS.values()) == 2807


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case_id"])
def test_single_values_are_charted_as_the_reference_does(case):
    points = POINTS[case["case_id"]]
    found, better = chart(case, points), BETTER[case["improvement"]]
    constant = case["series_id"] == "edge_konstant_12" and not points[0]["lower"]
    for ours, name in ((found.mean, "mean"), (found.lower, "lower"), (found.upper, "upper")):
        expected = found.mean if constant else numbers(points, name)
        np.testing.assert_allclose(ours, expected, rtol=1e-7, atol=1e-8)
    assert list(zip(found.cause, found.side, strict=True)) == [LABELS[point["special_cause"]] for point in points]
    assert [word.value for word in found.variation(better)] == [point["point_type"] for point in points]
    assert sum(cause is not Cause.COMMON for cause in found.cause) == int(case["n_special"])
    if case["target"]:
        expected = Assurance(case["assurance"]) if case["assurance"] else None
        assert spc.assurance(found.lower[-1], found.upper[-1], float(case["target"]), better) is expected


@pytest.mark.parametrize("row", rows("rules_units.csv"), ids=lambda row: f"{row['rule']}:{row['input']}")
def test_each_rule_alone(row):
    given = np.array([int(cell) for cell in row["input"].split()])
    side = np.array([int(cell) for cell in row["side_of_mean"].split()])
    found = {
        "seven_one_side": lambda: np.abs(run_rules.seven_on_one_side(given)),
        "seven_trend": lambda: run_rules.seven_trend(given.astype(float)),
        "two_in_three_window": lambda: run_rules.two_in_three_window(given > 0, side),
        "two_in_three_point": lambda: run_rules.two_in_three(given > 0, side),
    }[row["rule"]]()
    assert found.astype(int).tolist() == [int(cell) for cell in row["expected"].split()]


@pytest.mark.parametrize("row", rows("assurance_units.csv"), ids=str)
def test_assurance(row):
    found = spc.assurance(*(float(row[name]) for name in ("lower", "upper", "target")), BETTER[row["improvement"]])
    assert (found or "") == row["expected"]


ATTRIBUTE = {
    key: list(cells)
    for key, cells in groupby(
        rows("attribute_points.csv"), lambda row: (row["series_id"], row["chart"], row["screened"])
    )
}
CHARTS = {
    "p": lambda y, n, _: attribute_charts.p_chart(y, n),
    "u": lambda y, n, _: attribute_charts.u_chart(y, n),
    "p_prime": lambda y, n, screened: attribute_charts.p_prime(y, n, screened=screened),
    "u_prime": lambda y, n, screened: attribute_charts.u_prime(y, n, screened=screened),
    "i_prime": lambda y, n, screened: attribute_charts.i_prime(y, n, screened=screened),
}


@pytest.mark.parametrize("key", ATTRIBUTE, ids="-".join)
def test_charts_with_denominators_are_those_of_the_reference(key):
    points = ATTRIBUTE[key]
    found = CHARTS[key[1]](numbers(points, "numerator"), numbers(points, "denominator"), key[2] == "1")
    for ours, name in ((found.value, "value"), (found.lower, "lower"), (found.upper, "upper")):
        np.testing.assert_allclose(ours, numbers(points, name), atol=6e-9 * max(1, abs(found.center)))
    assert found.center == pytest.approx(float(points[0]["center"]), abs=6e-9)
    outside = (found.value > found.upper) | (found.value < found.lower)
    assert outside.astype(int).tolist() == [int(point["outside"]) for point in points]
    runs = run_rules.runs(found.value, found.center)
    names = ("longest_run", "longest_run_max", "crossings", "crossings_min")
    expected = [int(points[0][name]) for name in names]
    assert [runs.longest, runs.longest_usual, runs.crossings, runs.crossings_usual] == expected
    assert runs.unusual is (expected[0] > expected[1] or expected[2] < expected[3])


def test_no_pattern_and_no_range_crosses_a_missing_month():
    whole = spc.xmr(np.array([1.0, 2, 1, 2, 1, 2, 3, 4, 5, 6, 7, 8]))
    assert Cause.TREND in whole.cause
    gap = spc.xmr(np.array([1.0, 2, 1, 2, 1, 2, 3, np.nan, 5, 6, 7, 8]))
    assert Cause.TREND not in gap.cause
    assert gap.cause[7] is Cause.COMMON
    jump = spc.xmr(np.array([1.0, 2, 1, 2, np.nan, 90, 91, 90, 91]), screened=False)
    assert jump.moving_range[0] == 1


def test_no_pattern_crosses_a_break():
    values = np.array([5.0, 6] * 6 + [1, 2] * 6)
    assert spc.xmr(values).cause[0] is Cause.ONE_SIDE
    broken = spc.xmr(values, starts=(12,))
    assert set(broken.cause) == {Cause.COMMON}
    assert (broken.mean[0], broken.mean[12]) == (5.5, 1.5)


def test_a_constant_series_has_its_mean_for_limits_and_no_rules():
    found = spc.xmr(np.full(12, 4.0))
    assert (found.lower == 4).all()
    assert set(found.cause) == {Cause.COMMON}


@pytest.mark.parametrize(("points", "drawable", "preliminary"), [(5, False, True), (6, True, True), (12, True, False)])
def test_few_points_have_preliminary_limits_or_none(points, drawable, preliminary):
    found = spc.xmr(np.arange(points, dtype=float) % 3)
    assert (bool(found.drawable[0]), bool(found.preliminary[0])) == (drawable, preliminary)


def test_frozen_limits_are_those_of_the_first_points():
    values = np.array([1.0, 2] * 6 + [9, 9])
    found = spc.xmr(values, frozen=12)
    assert found.mean[-1] == 1.5
    assert found.cause[-1] is Cause.OUTSIDE
    assert found.variation(Better.LOWER)[-1] is Variation.CONCERN
    assert found.variation(Better.NEITHER)[-1] is Variation.NEUTRAL_HIGH


def test_warning_lines_are_two_thirds_of_the_way():
    found = spc.xmr(np.array([1.0, 2] * 6), screened=False)
    assert found.warning_upper[0] - 1.5 == pytest.approx((found.upper[0] - 1.5) * 2 / 3)


def test_a_month_without_a_denominator_is_no_point():
    found = attribute_charts.i_prime(np.array([1.0, 2, 0, 3, 2]), np.array([10.0, 20, 0, 25, 20]))
    assert np.isnan(found.value[2])
    assert found.center == pytest.approx(8 / 75)
    assert np.isfinite(found.upper[[0, 1, 3, 4]]).all()
