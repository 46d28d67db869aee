"""What the rows say together: people, marks, sums of columns, zero, and columns that may be missing."""

import pytest

from metrics.amounts import SCALE
from metrics.observations import Measured

COLUMNS = {"unit": "Enhet", "period": "Periode", "lost_days": "Tapte", "agreed_days": "Avtalte"}
HEAD = "Enhet;Periode;Tapte;Avtalte;Ansatte\n"
TEN = "Enhetskode;Periode;Faktor;Snitt;Svar;Inviterte\n"


def words(**more):
    return {"kind": "sick_leave", "columns": COLUMNS} | more


def only(found, indicator="sick_leave"):
    assert not found.problems, found.problems
    return [seen for seen in found.value.observations if seen.key.indicator == indicator]


def test_people_are_never_guessed(reading):
    assert [seen.people for seen in only(reading(words(), HEAD + "A;2026-10;1;310;9\n"))] == [None]


def test_people_by_the_cautious_formula_are_rounded_down(reading):
    given = words(people={"from": "agreed_days", "divide_by": "days_in_month"})
    found = reading(given, HEAD + "A;2026-10;1;309,9;\nB;2026-10;1;310;\nC;2026-Q1;1;900;\n")
    assert [seen.people for seen in only(found)] == [9, 10, 10]
    assert found.value.people_formula == "agreed_days / days_in_month, rounded down"
    fifth = words(people={"from": "agreed_days", "divide_by": 0.1})
    assert [seen.people for seen in only(reading(fifth, HEAD + "A;2026-10;0;0,3;\n"))] == [3]


def test_a_unit_with_nobody_and_no_days_is_measured_as_zero(reading):
    given = words(columns=COLUMNS | {"people": "Ansatte"})
    seen = only(reading(given, HEAD + "A;2026-10;0;0;0\n"))[0]
    assert (seen.numerator, seen.denominator, seen.people, seen.measured) == (0, 0, 0, Measured.YES)


@pytest.mark.parametrize(
    ("lost", "agreed", "state"),
    [
        ("c", "10", Measured.HIDDEN_AT_SOURCE),
        ("10", "x", Measured.NOT_DELIVERED),
        ("z", "x", Measured.NOT_APPLICABLE),
        ("-", "c", Measured.HIDDEN_AT_SOURCE),
        ("-", "10", Measured.NOT_MEASURED),
        ("", "10", Measured.NOT_DELIVERED),
    ],
)
def test_a_mark_makes_the_whole_row_what_it_says(reading, lost, agreed, state):
    marks = {"hidden": ["c"], "missing": ["x", ""], "not_applicable": ["z"], "not_measured": ["-"], "zero": ["."]}
    given = words(marks=marks, columns=COLUMNS | {"people": "Ansatte"})
    seen = only(reading(given, HEAD + f"A;2026-10;{lost};{agreed};4\n"))[0]
    assert (seen.measured, seen.numerator, seen.denominator, seen.people) == (state, 0, 0, 4)


def test_a_mark_may_mean_zero(reading):
    seen = only(reading(words(marks={"zero": ["."]}), HEAD + "A;2026-10;.;10;\n"))[0]
    assert (seen.measured, seen.numerator, seen.denominator) == (Measured.YES, 0, 10 * SCALE)


def test_a_mark_that_the_format_does_not_know_is_no_number(faults):
    assert faults(words(), HEAD + "A;2026-10;-;10;\n") == [("unreadable_number", 2, "Tapte")]


def test_optional_columns_make_observations_only_where_they_say_something(reading):
    text = "Enhetskode;Periode;Tapte dagsverk;Avtalte dagsverk;Korttid\nA;2026-10;5;10;3\nB;2026-10;5;10;\n"
    found = reading("sick_leave", text)
    assert [(seen.key.unit, seen.numerator // SCALE) for seen in only(found, "sick_leave_short_term")] == [("A", 3)]
    assert only(found, "sick_leave_long_term") == []


def test_constants_and_sums_of_columns(reading):
    given = {
        "kind": "full_time",
        "columns": {"unit": "Etat", "at_least_100": "Full", "part": "Del", "casual": "Løs"},
        "constants": {"period": "2020-12", "breakdown": "alle"},
        "sums": {"people": ["at_least_100", "part", "casual"]},
        "marks": {"zero": ["."]},
    }
    seen = only(reading(given, "Etat;Full;Del;Løs\nA;6;3;.\n"), "full_time_share")[0]
    assert (seen.numerator // SCALE, seen.denominator // SCALE, seen.people) == (6, 9, 9)
    assert seen.key.period.code == "2020-12"
    assert seen.key.breakdown == "all"


def test_mean_position_may_pass_a_hundred_per_cent(reading):
    given = {
        "kind": "full_time",
        "columns": {"unit": "E", "people": "N", "percent_sum": "S"},
        "constants": {"period": "2026"},
    }
    seen = only(reading(given, "E;N;S\nA;2;205\n"), "mean_position_percent")[0]
    assert (seen.numerator, seen.denominator) == (2_050_000, 2_000_000)


def test_turnover_needs_every_kind_of_leaver_that_the_indicator_counts(reading):
    given = {"kind": "turnover", "columns": {"unit": "E", "period": "P", "headcount": "N", "external": "Ut"}}
    found = reading(given, "E;P;N;Ut\nA;2026-Q3;10,5;1\n")
    assert {seen.key.indicator for seen in found.value.observations} == {"turnover_external"}
    seen = found.value.observations[0]
    assert (seen.numerator, seen.denominator, seen.people) == (1 * SCALE, 31_500_000, 10)


def test_a_covered_month_without_a_leaver_is_zero_and_an_uncovered_one_is_not_there(reading):
    text = "Radtype;Enhetskode;Måned eller dato;Ansatte;Årsak\ndekning;A;2026-09;5;\nDekning;A;2026-10;6;\navgang;A;30.09.2026;;Ekstern\n"
    found = only(reading("movements", text), "turnover")
    assert [(seen.key.period.code, seen.numerator // SCALE, seen.people) for seen in found] == [
        ("2026-09", 1, 5),
        ("2026-10", 0, 6),
    ]


def test_factors_are_matched_by_any_of_their_names_and_never_by_position(reading):
    rows = "A;2026;PROSOSIAL motivasjon;4,5;6;9\nA;2026;indre jobbmotivasjon;4;5;9\nA;2026;Tiltro til egen jobbkompetanse;3;6;9\n"
    found = reading("ten_factor", TEN + rows)
    assert not found.problems
    sums = {seen.key.indicator: (seen.numerator / SCALE, seen.people) for seen in found.value.observations}
    assert sums == {
        "ten_factor_prosocial_motivation": (27.0, 6),
        "ten_factor_task_motivation": (20.0, 5),
        "ten_factor_self_efficacy": (18.0, 6),
        "ten_factor_response_rate": (6.0, 6),
    }


def test_few_answers_are_read_as_they_are(reading):
    seen = only(reading("ten_factor", TEN + "A;2026;Rolleklarhet;4,333;3;3\n"), "ten_factor_role_clarity")[0]
    assert (seen.numerator, seen.people) == (12_999_000, 3)


@pytest.mark.parametrize("mean", ["0,9", "5,01", "43"])
def test_a_mean_outside_one_to_five_is_refused(faults, mean):
    assert faults("ten_factor", TEN + f"A;2026;Rolleklarhet;{mean};5;6\n") == [("out_of_scale", 2, "Snitt")]


def test_a_hidden_mean_is_hidden_and_a_missing_one_is_a_fault(reading, faults):
    seen = only(reading("ten_factor", TEN + "A;2026;Rolleklarhet;:;3;6\n"), "ten_factor_role_clarity")[0]
    assert (seen.measured, seen.people) == (Measured.HIDDEN_AT_SOURCE, 3)
    assert faults("ten_factor", TEN + "A;2026;Rolleklarhet;;3;6\n") == [("missing_value", 2, "Snitt")]


def test_generic_sums_go_to_the_indicators_own_breakdown(reading):
    text = "Indikator;Enhetskode;Periode;Teller;Nevner;Personer\nfull_time_share;A;2026-10;3;9;9\nsick_leave;A;2026-10;1;90;\n"
    found = reading("figures", text)
    assert [(seen.key.indicator, seen.key.breakdown, seen.people) for seen in found.value.observations] == [
        ("full_time_share", "shift", 9),
        ("sick_leave", "total", None),
    ]


def test_months_and_quarters_in_one_file_are_both_read(reading):
    found = only(reading(words(), HEAD + "A;2026-10;1;10;\nA;2026-Q4;2;20;\n"))
    assert [seen.key.period.code for seen in found] == ["2026-10", "2026-Q4"]
