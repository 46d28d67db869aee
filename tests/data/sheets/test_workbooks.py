"""Workbooks: sheets, merged headings, stored results, and broken files."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from config.formats import Format
from data.sheets import read_table

WORDS = {
    "id": "own",
    "name": "Egen",
    "kind": "figures",
    "columns": {
        "indicator": "Mål",
        "unit": "Enhet",
        "period": "Dato",
        "numerator": "Total › Heltid",
        "denominator": "Total › Alle",
    },
    "file": {"header_rows": 2},
}


def book(*, name="Tall", extra=None, hidden=False):
    content = BytesIO()
    with xlsxwriter.Workbook(content) as made:
        if extra:
            sheet = made.add_worksheet(extra)
            sheet.write(0, 0, "Om tallene")
        sheet = made.add_worksheet(name)
        if hidden:
            sheet.hide()
            made.add_worksheet("Synlig").activate()
        sheet.write(0, 0, "Tabell 5: ansatte")
        sheet.merge_range(2, 0, 3, 0, "Mål")
        sheet.merge_range(2, 1, 3, 1, "Enhet")
        sheet.merge_range(2, 2, 3, 2, "Dato")
        sheet.merge_range(2, 3, 2, 4, "Menn")
        sheet.merge_range(2, 5, 2, 6, "Total")
        sheet.write_row(3, 3, ["Heltid", "Alle", "Heltid", "Alle"])
        sheet.write_row(4, 0, ["x", 101, "", 1, 2, 30, 40])
        sheet.write_datetime(4, 2, date(2026, 10, 1), made.add_format({"num_format": "dd.mm.yyyy"}))
        sheet.write_formula(4, 5, "=1/0", None, 31)
        sheet.write(6, 0, "Kilde: oppdiktet")
    return content.getvalue()


def test_two_heading_rows_under_a_title_are_joined_and_filled_rightwards():
    table = read_table(book(), Format.model_validate(WORDS))
    assert table.problems == []
    assert table.value.sheet == "Tall"
    assert table.value.rows == [5]
    assert table.value.columns == {
        "indicator": ["x"],
        "unit": [101.0],
        "period": [date(2026, 10, 1)],
        "numerator": [31.0],
        "denominator": [40.0],
    }
    assert table.value.headings["numerator"] == "Total › Heltid"


def test_a_formula_is_never_evaluated_its_stored_result_is_read():
    table = read_table(book(), Format.model_validate(WORDS)).value
    assert table.columns["numerator"] == [31.0], "the formula itself would have failed"


@pytest.mark.parametrize("sheet", [None, "Tall", " tall ", 2])
def test_the_sheet_is_found_by_its_headings_its_name_or_its_number(sheet):
    words = WORDS | {"file": {"header_rows": 2, "sheet": sheet}}
    assert read_table(book(extra="Forside"), Format.model_validate(words)).value.rows == [5]


@pytest.mark.parametrize("sheet", ["Tall 2", 3, 0])
def test_a_sheet_that_is_not_there_is_a_problem(sheet):
    words = WORDS | {"file": {"header_rows": 2, "sheet": sheet}}
    assert [p.code for p in read_table(book(extra="Forside"), Format.model_validate(words)).problems] == [
        "missing_sheet"
    ]


def test_a_hidden_sheet_is_read_only_when_it_is_named():
    assert read_table(book(hidden=True), Format.model_validate(WORDS)).refused
    named = Format.model_validate(WORDS | {"file": {"header_rows": 2, "sheet": "Tall"}})
    assert read_table(book(hidden=True), named).value.rows == [5]


def test_columns_can_be_given_by_letter_or_number():
    columns = {
        "indicator": 1,
        "unit": 2,
        "period": {"letter": "c"},
        "numerator": {"letter": "F"},
        "denominator": {"position": 7},
    }
    words = WORDS | {"columns": columns, "file": {"header_row": 4}}
    table = read_table(book(), Format.model_validate(words)).value
    assert (table.columns["numerator"], table.headings["unit"], table.headings["numerator"]) == ([31.0], "B", "Heltid")


@given(st.integers(0, 6000), st.integers(0, 255))
def test_a_broken_workbook_is_a_problem_and_no_crash(place, byte):
    content = bytearray(WHOLE)
    content[place % len(content)] = byte
    read_table(bytes(content[: max(10, len(content) - place % 7)]), Format.model_validate(WORDS))


WHOLE = book()


def test_a_zip_that_is_no_workbook_is_a_problem():
    content = BytesIO()
    with ZipFile(content, "w") as made:
        made.writestr("a.txt", "hei")
    assert [p.code for p in read_table(content.getvalue(), Format.model_validate(WORDS)).problems] == [
        "unreadable_workbook"
    ]


def test_an_empty_workbook_is_a_problem():
    content = BytesIO()
    with xlsxwriter.Workbook(content) as made:
        made.add_worksheet("Tom")
    assert [p.code for p in read_table(content.getvalue(), Format.model_validate(WORDS)).problems] == ["empty_file"]
