"""The audit finds what is planted, and nothing where nothing is."""

import ast
from pathlib import Path

import pytest
from printing import hidden, numbers, printed, together

import metrics.audit
from metrics.audit.board import audit_board

PARENTS = {"K": None, "A": "K", "B": "K", "a1": "A", "a2": "A", "a3": "A", "b1": "B", "b2": "B"}
OWN = {"K": 6, "A": 0, "B": 0, "a1": 3, "a2": 6, "a3": 9, "b1": 7, "b2": 8}
SAFE = {"K", "A", "B", "a3", "b1", "b2"}
SHIFT = {"K": 0, "A": 0, "B": 0, "a1": 0, "a2": 0, "a3": 7, "b1": 5, "b2": 0}
MONTHS = [f"2026-{month:02d}" for month in range(1, 13)]


def kinds(shape):
    return {leak.kind.value for leak in audit_board(shape).derivable}


def small(shape):
    return {leak.units: leak.persons for leak in audit_board(shape).derivable if leak.kind == "group"}


def test_a_safe_board_is_found_safe():
    report = audit_board(printed(PARENTS, OWN, SAFE))
    assert report.safe
    assert not report.derivable
    assert report.attacked == len(PARENTS) + 1


def test_the_audit_imports_nothing_of_the_rules_that_hide():
    allowed = {"metrics.periods"}
    for path in Path(metrics.audit.__file__).parent.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        names |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
        ours = {name for name in names if name.split(".")[0] in {"metrics", "data", "config", "dashboard"}}
        assert not {name for name in ours if not name.startswith("metrics.audit")} - allowed, path.name


@pytest.mark.parametrize(
    ("fault", "own", "shown", "found"),
    [
        ("own staff left out of the block", OWN | {"A": 2}, SAFE | {"a1", "a2"}, {("A",): 2, ("a1",): 3}),
        ("own staff of the top left out", OWN | {"K": 4}, SAFE, {("K",): 4}),
        ("one short of the threshold", OWN | {"a1": 2, "a2": 2}, SAFE, {("a1", "a2"): 4}),
        ("a parent exempt", OWN, SAFE | {"a2"}, {("a1",): 3}),
        ("own-unit exception for a leader", OWN | {"b1": 2}, {"K", "A", "B", "a3", "b2"}, {("b1",): 2}),
        ("one tiny sibling more is not enough", OWN | {"a2": 1}, SAFE, {("a1", "a2"): 4}),
    ],
)
def test_a_planted_group_is_found_with_its_persons(fault, own, shown, found):
    assert small(printed(PARENTS, own, shown)) == found


def test_exactly_the_threshold_is_no_leak():
    assert not small(printed(PARENTS, OWN | {"a1": 2, "a2": 3}, SAFE))


def test_units_without_persons_hide_nobody():
    assert not small(printed(PARENTS, OWN | {"a1": 0, "a2": 0}, SAFE))


def test_amounts_without_persons_are_a_leak():
    shape = printed(PARENTS, OWN | {"a1": 0, "a2": 0}, SAFE, rest=False)
    next(one for one in shape["figures"] if one["unit"] == "A")["denominator"] += 20.0
    assert "uncounted" in kinds(shape)


def test_a_rest_group_below_the_threshold_is_found():
    shape = printed(PARENTS, OWN, SAFE)
    shape["rest_groups"][0] |= {"members": ["a1"], "own_staff": False} | numbers(3)
    assert kinds(shape) == {"below_threshold", "group"}
    assert small(shape) == {("a1",): 3}


def test_a_rest_group_that_is_not_its_block_gives_the_difference_away():
    shape = printed(PARENTS, OWN, SAFE)
    shape["rest_groups"][0] |= numbers(8)
    assert small(shape) == {("A",): 1}
    shape["rest_groups"][0]["own_staff"] = True
    assert kinds(shape) == {"contradiction"}


def test_two_rest_groups_may_be_told_apart_when_both_are_large():
    own = OWN | {"a1": 6}
    shape = printed(PARENTS, own, SAFE)
    shape["rest_groups"][0] |= {"members": ["a1"], "own_staff": False} | numbers(6)
    assert audit_board(shape).safe


def year(raw, hide="2026-07"):
    """Twelve months where a2 is hidden in one, for the sake of a1, and the rolling twelve months of a2."""
    quiet = OWN | {"a1": 0}
    months = [
        printed(PARENTS, OWN, SAFE, period=code)
        if code == hide
        else printed(PARENTS, quiet, SAFE | {"a2"}, period=code)
        for code in MONTHS
    ]
    seen = 12 if raw else 11
    amount = 20.0 * OWN["a2"] * seen
    window = months[0]["figures"][0] | {"unit": "a2", "window": "rolling12", "period": "2026-12"}
    window |= numbers(OWN["a2"], months=seen) | {"numerator": 0.05 * amount, "denominator": amount}
    return together([*months, {"figures": [window], "rest_groups": [], "units": {}}])


def test_a_window_of_shown_months_is_safe_and_one_over_raw_months_is_found():
    assert audit_board(year(raw=False)).safe
    leaks = audit_board(year(raw=True)).derivable
    assert [(leak.kind, leak.window, leak.units) for leak in leaks] == [("window", "rolling12", ("a2",))]


@pytest.mark.parametrize(
    ("window", "period"), [("quarter", "2026-Q3"), ("tertial", "2026-T2"), ("year", "2026"), ("ytd", "2026-12")]
)
def test_every_kind_of_window_is_held_against_its_months(window, period):
    shape = year(raw=True)
    months = {"quarter": 3, "tertial": 4, "year": 12, "ytd": 12}[window]
    amount = 20.0 * OWN["a2"] * months
    shape["figures"][-1] |= {"window": window, "period": period, "months_shown": months}
    shape["figures"][-1] |= {"numerator": 0.05 * amount, "denominator": amount}
    assert kinds(shape) == {"window"}


def flagged(shown_all, shown_shift, shift=SHIFT, own=OWN):
    make = {"period": "2026-01", "indicator": "full_time_share", "family": "family=shift", "rest": False}
    return together(
        [
            printed(PARENTS, own, shown_all, breakdown="all", **make),
            printed(PARENTS, shift, shown_shift, breakdown="shift", **make),
        ]
    )


def test_both_readings_of_a_flag_together_give_the_others_away():
    """b1: 7 in all and 5 in shifts leave 2. Each table is safe alone."""
    shape = flagged(SAFE, {"K", "a3", "b1"}, SHIFT | {"a3": 9})
    assert small(shape)["b1:other",] == 2


def test_the_others_of_a_parent_are_found_across_many_blocks():
    """The parent has 23 in shifts of 24 in all, and no child shows its shifts: one person is left over the five."""
    parents = {"K": None} | {f"k{i}": "K" for i in range(6)}
    own = {"K": 0} | {f"k{i}": 5 for i in range(6)}
    shift = own | {"k0": 4}
    make = {"indicator": "full_time_share", "family": "family=shift", "rest": False}
    shape = together(
        [
            printed(parents, own, set(parents), breakdown="all", **make),
            printed(parents, shift, {"K"}, breakdown="shift", **make),
        ]
    )
    assert 1 in small(shape).values()


def test_a_flag_with_enough_on_both_sides_is_safe():
    own = {"K": 0, "A": 0, "B": 0, "a1": 0, "a2": 12, "a3": 14, "b1": 10, "b2": 10}
    shift = {"K": 0, "A": 0, "B": 0, "a1": 0, "a2": 6, "a3": 7, "b1": 5, "b2": 0}
    assert audit_board(flagged(set(PARENTS), set(PARENTS) - {"b2", "a1"}, shift, own)).safe


def parts(shown_short, shown_long=None, own=OWN):
    make = {"threshold": 10, "family": "family=split within=employees", "rest": False}
    shapes = [
        printed(PARENTS, own, SAFE, rest=False),
        printed(PARENTS, own, shown_short, indicator="short", part=0.02, **make),
    ]
    if shown_long is not None:
        shapes.append(printed(PARENTS, own, shown_long, indicator="long", part=0.03, **make))
    return together(shapes)


BIG = {"K": 10, "A": 0, "B": 0, "a1": 8, "a2": 16, "a3": 19, "b1": 17, "b2": 18}


def test_parts_with_one_mask_are_safe():
    assert audit_board(parts({"K", "A", "B", "a3"}, {"K", "A", "B", "a3"}, BIG)).safe


def test_a_part_is_held_against_its_own_threshold():
    found = audit_board(parts(SAFE, own=OWN)).derivable
    assert ("short", ("b1:part",), 7) in {(leak.indicator, leak.units, leak.persons) for leak in found}


def test_a_part_that_is_hidden_where_total_and_rest_are_shown_is_found():
    """b1 has 7 persons: hidden among the short, shown among the long and in all."""
    own = BIG | {"b1": 7}
    found = audit_board(parts({"K", "A", "B", "a3"}, SAFE, own)).derivable
    assert {leak.persons for leak in found if "b1:rest" in leak.units or "b1:part" in leak.units} == {7}
    assert {leak.indicator for leak in found if leak.persons == 7} >= {"short", "long"}


def test_a_hidden_figure_with_a_number_is_found():
    for field in (
        {"people": 3},
        {"sources": [{"batch": 1}]},
        {"target": {"limit": 7.0, "met": True}},
        {"display": "7,2 %"},
    ):
        shape = printed(PARENTS, OWN, SAFE)
        next(one for one in shape["figures"] if one["unit"] == "a1").update(field)
        assert kinds(shape) == {"hidden_with_number"}, field


def test_the_threshold_in_the_words_of_a_hidden_figure_is_no_number():
    shape = printed(PARENTS, OWN, SAFE)
    next(one for one in shape["figures"] if one["unit"] == "a1")["display"] = "Skjermet: færre enn 5 ansatte"
    assert audit_board(shape).safe


def test_a_value_of_other_sums_is_found():
    shape = printed(PARENTS, OWN, SAFE)
    shape["figures"][0]["value"] += 0.1
    assert kinds(shape) == {"value"}


def test_a_quarter_beside_its_months_is_found():
    months = [printed(PARENTS, OWN, SAFE, period=code) for code in MONTHS[:3]]
    assert "overlap" in kinds(together([*months, printed(PARENTS, OWN, SAFE, period="2026-Q1")]))


def test_a_figure_that_a_correction_waits_for_tells_nothing_of_the_block_above_it():
    """b1 still shows 9 of before, so that K minus A and b1 and b2 is no group of persons."""
    shape = printed(PARENTS, OWN, SAFE, rest=False)
    figure = next(one for one in shape["figures"] if one["unit"] == "b1")
    figure |= numbers(9) | {"pending_correction": True}
    assert audit_board(shape).safe


def test_a_survey_where_everyone_in_a_group_answered_the_same_is_found():
    shape = printed(PARENTS, OWN, SAFE, indicator="mastery")
    for one in [*shape["figures"], *shape["rest_groups"]]:
        one["kind"] = "mean"
        if one["people"]:
            one |= {"denominator": float(one["people"]), "numerator": 5.0 * one["people"], "value": 5.0}
    assert audit_board(shape).safe
    assert kinds(shape | {"indicators": [{"id": "mastery", "scale": [1, 5]}]}) == {"homogeneous"}


def test_zero_sick_leave_is_certain_and_harmless():
    report = audit_board(printed(PARENTS, OWN, SAFE, part=0.0))
    assert report.safe
    assert {(one.unit, one.width, one.homogeneous) for one in report.narrow} == {("a1", 0.0, True), ("a2", 0.0, True)}


def test_a_hidden_figure_may_be_anything_that_the_block_allows():
    report = audit_board(printed(PARENTS, OWN, SAFE))
    assert (report.widths.figures, report.widths.least, report.narrow) == (2, 1.0, ())


def test_the_report_as_json_has_what_it_promises():
    shape = audit_board(printed(PARENTS, OWN | {"K": 4}, SAFE)).as_shape()
    assert {"ok", "attacked", "derivable", "narrow", "widths", "rules", "policies"} <= set(shape)
    assert not shape["ok"]
    assert shape["derivable"][0]["persons"] == 4


def test_a_base_period_without_its_units_is_refused():
    with pytest.raises(KeyError):
        audit_board(printed(PARENTS, OWN, SAFE) | {"units": {}})


def test_hidden_fields_stay_hidden():
    assert all(value is None for name, value in hidden().items() if name in {"value", "people", "numerator"})
