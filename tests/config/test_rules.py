from collections.abc import Callable
from pathlib import Path

import pytest

from config.codes import CODES
from config.loader import load
from metrics.problems import Severity

Write = Callable[[str, str], None]
HEAD = """\
id: a
title: A
owner: Her
source: Her
valid_from: 2021-01-01
valid_to: 2030-12-31
goals:
  - id: "1"
    title: Mål
    targets:
"""
SICK = "      - {indicator: sick_leave, "
FULL = "      - {indicator: full_time_share, "
ROLE = "      - {indicator: ten_factor_role_clarity, "

# what stands after the head (line 11 and on), then code, line, way in under «goals › 1 › » and found.
TARGETS = [
    (SICK + "operator: <=}", "limit_missing", 11, "targets › 1 › limit", None),
    (SICK + "operator: decrease, limit: 6}", "limit_not_wanted", 11, "targets › 1 › limit", "6"),
    (SICK + "operator: <=, limit: 6, not_quantified: true}", "limit_not_wanted", 11, "targets › 1 › limit", "6"),
    (SICK + "operator: between, limit: 4}", "upper_missing", 11, "targets › 1 › upper", None),
    (SICK + "operator: between, limit: 4, upper: 3.9}", "upper_below_limit", 11, "targets › 1 › upper", "3.9"),
    (SICK + "operator: <=, limit: 4, upper: 5}", "upper_not_wanted", 11, "targets › 1 › upper", "5"),
    (SICK + "operator: <=, limit: 106}", "target_out_of_scale", 11, "targets › 1 › limit", "106"),
    (ROLE + "operator: '>=', limit: 5.1}", "target_out_of_scale", 11, "targets › 1 › limit", "5.1"),
    (ROLE + "operator: '>=', limit: 4, milestones: [{due: 2025-01-01, limit: 0.5}]}", "milestone_out_of_scale", 11,
     "targets › 1 › milestones › 1 › limit", "0.5"),
    (SICK + "operator: <, limit: 6, milestones: [{due: 2025-01-01, limit: 7}, {due: 2026-01-01, limit: 5.9}]}",
     "milestone_beyond_target", 11, "targets › 1 › milestones › 2 › limit", "5.9"),
    (FULL + "operator: '>=', limit: 50, milestones: [{due: 2025-01-01, limit: 51}]}", "milestone_beyond_target", 11,
     "targets › 1 › milestones › 1 › limit", "51"),
    (SICK + "operator: <, limit: 6, due: 2025-12-31, milestones: [{due: 2026-01-01, limit: 7}]}",
     "milestone_after_due", 11, "targets › 1 › milestones › 1 › due", "2026-01-01"),
    (SICK + "operator: <, limit: 6, milestones: [{due: 2031-01-01, limit: 7}]}", "milestone_after_due", 11,
     "targets › 1 › milestones › 1 › due", "2031-01-01"),
    (SICK + "operator: <, limit: 6, milestones: [{due: 2025-01-01, limit: 7}, {due: 2025-01-01, limit: 7}]}",
     "milestone_twice", 11, "targets › 1 › milestones › 2 › due", "2025-01-01"),
    (SICK + "operator: decrease, milestones: [{due: 2025-01-01, limit: 7}]}", "milestone_without_limit", 11,
     "targets › 1 › milestones", None),
    (SICK + "operator: <, limit: 6, due: 2029-12-31, due_is_strategy_end: true}", "due_is_not_strategy_end", 11,
     "targets › 1 › due", "2029-12-31"),
    (SICK + "operator: <, limit: 6, scope: {unit: HO, unit_type: skole}}", "scope_twice", 11, "targets › 1 › scope",
     None),
    (SICK + "operator: <, limit: 6}\n" + SICK + "operator: <, limit: 7}", "duplicate_target", 12, "targets › 2",
     "sick_leave"),
    ("      - {indicator: sick_leve, operator: <, limit: 6}", "unknown_indicator", 11, "targets › 1 › indicator",
     "sick_leve"),
    ("      []\n    links:\n      - {indicator: turnovr, evidence: weak, why: x}", "unknown_indicator", 13,
     "links › 1 › indicator", "turnovr"),
    ("      []\n    sub_goals:\n      - {id: '1', title: x}", "goal_twice", 13, "sub_goals › 1 › id", "1"),
    ("      []\n    links:\n      - {indicator: retirement_age, evidence: weak, why: x}", "indicator_not_on_board", 13,
     "links › 1 › indicator", "retirement_age"),
]  # fmt: skip


@pytest.mark.parametrize(("rest", "code", "row", "column", "found"), TARGETS)
def test_what_does_not_fit_in_a_strategy(
    home: Path, write: Write, rest: str, code: str, row: int, column: str, found: str | None
) -> None:
    write("config/strategies/a.yaml", HEAD + rest + "\n")
    (problem,) = load(home).problems
    assert (problem.code, problem.row, problem.column) == (code, row, f"goals › 1 › {column}")
    assert problem.found == found
    assert problem.code in CODES


@pytest.mark.parametrize(
    "rest",
    [
        SICK + "operator: <, limit: 6}\n" + SICK + "operator: <, limit: 7, scope: {unit: HO}}",
        SICK + "operator: between, limit: 4, upper: 4}",
        SICK + "operator: decrease}",
        SICK + "operator: <=, not_quantified: true}",
        SICK + "operator: <, limit: 6, due: 2025-12-31, milestones: [{due: 2025-12-31, limit: 6}]}",
        FULL + "operator: '>=', limit: 100, milestones: [{due: 2025-01-01, limit: 0}]}",
        ROLE + "operator: '>=', limit: 5}",
        "      - {indicator: retirement_age, operator: '>=', limit: 163}",
    ],
)
def test_what_does_fit(home: Path, write: Write, rest: str) -> None:
    write("config/strategies/a.yaml", HEAD + rest + "\n")
    assert load(home).problems == ()


def test_a_warning_does_not_leave_the_strategy_out(home: Path, write: Write) -> None:
    links = "      []\n    links:\n      - {indicator: retirement_age, evidence: weak, why: x}\n"
    write("config/strategies/a.yaml", HEAD + links)
    read = load(home)
    assert [problem.severity for problem in read.problems] == [Severity.WARNING]
    assert not read.refused
    assert len(read.value.strategies) == 1


def test_a_strategy_that_ends_before_it_starts(home: Path, write: Write) -> None:
    write("config/strategies/a.yaml", HEAD.replace("2030-12-31", "2020-12-31") + "      []\n")
    (problem,) = load(home).problems
    assert (problem.code, problem.row, problem.params) == (
        "strategy_ends_before_start", 6, {"valid_from": "2021-01-01"},
    )  # fmt: skip


def test_a_strategy_that_nobody_has_written(home: Path, write: Write) -> None:
    write("settings.yaml", "strategies:\n  - stavanger\n  - stavangr\n")
    (problem,) = load(home).problems
    assert (problem.code, problem.file, problem.row, problem.column, problem.params) == (
        "unknown_strategy", "settings.yaml", 3, "strategies › 2", {"nearest": "stavanger"},
    )  # fmt: skip


def test_an_indicator_with_a_fault_is_not_also_unknown(home: Path, write: Write) -> None:
    write("config/strategies/a.yaml", HEAD + SICK + "operator: <, limit: 6}\n")
    write("config/indicators/sick_leave.yaml", "id: sick_leave\nname: [\n")
    assert {problem.file for problem in load(home).problems} == {"config/indicators/sick_leave.yaml"}


INDICATORS = [
    ("sick_leave", "threshold: 5", "threshold: 2", "threshold_too_low", "privacy › threshold", "2"),
    ("sick_leave_long_term", "within: employees", "within: employes", "unknown_family", "privacy › within", "employes"),
    ("sick_leave_long_term", "within: employees", "within: employees_split", "family_within_itself",
     "privacy › within", "employees_split"),
    ("sick_leave", "lost_days: total", "factor: Rolleklarhet", "origin_field_missing", "origin › lost_days", None),
    ("turnover", "leavers: [external, retirement]", "leavers: []", "origin_field_missing", "origin › leavers", None),
    ("full_time_share", "counted_in: unit", "", "origin_field_missing", "origin › counted_in", None),
    ("full_time_share", "counted_in: unit", "counted_in: unit\n  lost_days: total", "origin_field_not_wanted",
     "origin › lost_days", "lost_days"),
    ("full_time_share", "at_least: 100", "at_least: 0", "out_of_range", "origin › at_least", "0"),
    ("full_time_share", "breakdown: shift", "breakdown: turnus", "not_one_of", "breakdown", "turnus"),
    ("turnover", "denominator_divisor: 12", "denominator_divisor: 0", "out_of_range", "denominator_divisor", "0"),
    ("ten_factor_autonomy", "scale: [1, 5]", "", "scale_missing", "scale", None),
    ("ten_factor_autonomy", "scale: [1, 5]", "scale: [5, 1]", "out_of_range", "scale", "[5.0, 1.0]"),
    ("ten_factor_autonomy", "synonyms: [", "synonyms: [rolleKlarhet, ", "factor_twice", "origin › synonyms › 1",
     "rolleKlarhet"),
    ("ten_factor_autonomy", "  nb: Selvstendighet\n", "", "name_missing", "name", None),
    ("ten_factor_autonomy", "  nn: Sjølvstende\n", "  no: Selv\n", "not_one_of", "name › no", "no"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "instead_of", "written", "code", "column", "found"), INDICATORS)
def test_what_does_not_fit_in_an_indicator(
    home: Path, write: Write, name: str, instead_of: str, written: str, code: str, column: str, found: str | None
) -> None:
    shipped = (Path(__file__).parents[2] / "config" / "indicators" / f"{name}.yaml").read_text(encoding="utf-8")
    write(f"config/indicators/{name}.yaml", shipped.replace(instead_of, written, 1))
    problems = load(home).problems
    told = {(problem.code, problem.column, problem.found) for problem in problems}
    assert (code, column, found) in told
    assert all(problem.file and problem.row and problem.code in CODES for problem in problems)


@pytest.mark.parametrize(
    ("own", "other"), [("full_time_share", "full_time_share_80"), ("turnover_internal", "turnover_all")]
)
def test_a_family_has_one_threshold_and_the_homes_file_is_the_one_to_change(
    home: Path, write: Write, own: str, other: str
) -> None:
    shipped = (Path(__file__).parents[2] / "config" / "indicators" / f"{own}.yaml").read_text(encoding="utf-8")
    threshold = "5" if own == "full_time_share" else "10"
    write(f"config/indicators/{own}.yaml", shipped.replace(f"threshold: {threshold}", "threshold: 9"))
    (problem,) = load(home).problems
    assert (problem.code, problem.file) == ("privacy_family_mixed", f"config/indicators/{own}.yaml")
    assert (problem.column, problem.found, problem.expected) == ("privacy › threshold", "9", threshold)
    assert problem.params["indicator"] == other


FORMATS = [
    ("kind: sick_leave\ncolumns: {unit: E, period: P, lost_days: T}", "format_field_missing", "columns › agreed_days",
     None, None),
    ("kind: sick_leave\ncolumns: {unit: E, period: P, lost_days: T, agreed_days: A, pepole: X}",
     "unknown_format_field", "columns › pepole", "pepole", "people"),
    ("kind: figures\nconstants: {indicator: turnovr}\ncolumns: {unit: E, period: P, numerator: T, denominator: A}",
     "unknown_indicator", "constants › indicator", "turnovr", "turnover"),
    ("kind: full_time\ncolumns: {unit: E, period: P, people: A, at_least_75: B}\nvalues: {breakdown: {turnus: [t]}}",
     "not_one_of", "values › breakdown › turnus", "turnus", None),
]  # fmt: skip


@pytest.mark.parametrize(("rest", "code", "column", "found", "nearest"), FORMATS)
def test_what_does_not_fit_in_a_format(
    home: Path, write: Write, rest: str, code: str, column: str, found: str | None, nearest: str | None
) -> None:
    write("config/formats/f.yaml", f"id: f\nname: F\n{rest}\n")
    (problem,) = load(home).problems
    assert (problem.code, problem.column, problem.found, problem.params.get("nearest")) == (
        code,
        column,
        found,
        nearest,
    )
    assert problem.code in CODES
