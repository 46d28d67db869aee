"""Which rows count, and where the headings are."""

import pytest

from config.formats import Format
from data.sheets import read_table

COLUMNS = {"unit": "Enhet", "period": "Måned", "lost_days": "Tapte", "agreed_days": "Avtalte"}
HEAD = "Enhet;Måned;Tapte;Avtalte\n"


def words(**more):
    return Format.model_validate({"id": "own", "name": "Egen", "kind": "sick_leave", "columns": COLUMNS} | more)


def units(text, given):
    table = read_table(text.encode(), given)
    assert table.problems == [], table.problems
    return table.value.columns["unit"], table.value.rows


def test_footers_after_an_empty_row_are_left_out():
    assert units(HEAD + "A;2026;1;2\n;;;\nKilde: HR;;;\n", words()) == (["A"], [2])


def test_empty_rows_inside_can_be_passed_over():
    given = words(rows={"stop_at_empty": False})
    assert units(HEAD + "A;2026;1;2\n\nB;2026;1;2\n", given) == (["A", "B"], [2, 4])


def test_an_empty_row_under_the_headings_ends_nothing():
    assert units(HEAD + "\nA;2026;1;2\n", words()) == (["A"], [3])


def test_rows_are_kept_and_skipped_by_field_or_heading():
    text = (
        "Enhet;Nivå;Måned;Tapte;Avtalte\nI ALT;enhet;2026;9;9\nA;enhet;2026;1;2\nB;region;2026;1;2\nC;Enhet;2025;1;2\n"
    )
    given = words(rows={"keep": {"Nivå": ["enhet"], "period": [2026]}, "skip": {"unit": ["I alt*"]}})
    assert units(text, given) == (["A"], [3])


def test_headings_are_compared_without_case_and_spaces():
    assert units(" ENHET ;Måned;tapte\u00a0;Avtalte\nA;2026;1;2\n", words()) == (["A"], [2])


def test_the_first_accepted_heading_that_is_there_is_used():
    given = words(columns=COLUMNS | {"unit": ["Kode", "Enhet"]})
    assert units("Enhet;Kode;Måned;Tapte;Avtalte\nNavn;A;2026;1;2\n", given) == (["A"], [2])


def test_a_given_heading_row_is_obeyed():
    text = HEAD + "gammel;2020;1;2\n" + HEAD + "A;2026;1;2\n"
    assert units(text, words(file={"header_row": 3})) == (["A"], [4])
    assert read_table(text.encode(), words(file={"header_row": 30})).refused


def test_title_rows_with_some_of_the_headings_do_not_fool_it():
    assert units("Enhet;Måned\nTall for oktober\n" + HEAD + "A;2026;1;2\n", words()) == (["A"], [4])


def test_a_heading_twice_matters_only_in_a_column_that_is_used():
    text = "Enhet;Merknad;Måned;Tapte;Avtalte;Merknad\nA;x;2026;1;2;y\n"
    assert units(text, words()) == (["A"], [2])


def test_an_optional_column_may_be_missing():
    assert units(HEAD + "A;2026;1;2\n", words(columns=COLUMNS | {"people": "Ansatte"})) == (["A"], [2])


@pytest.mark.parametrize("name", ["lost_days", "Fylke"])
def test_what_a_filter_uses_must_be_there(name):
    given = words(rows={"keep": {name: ["x"]}})
    table = read_table("Enhet;Måned;Avtalte\nA;2026;2\n".encode(), given)
    assert {p.code for p in table.problems} == {"missing_column"}
    assert name in {p.params["field"] for p in table.problems}
