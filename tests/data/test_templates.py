"""Templates are files in their own format."""

import pytest
from python_calamine import CalamineWorkbook

from config.formats import Format
from config.loader import load
from data.importers import propose, read
from data.templates import write_template

CATALOGUE = load(None).value


@pytest.mark.parametrize("name", sorted(CATALOGUE.formats))
def test_both_twins_are_read_without_a_word_and_say_the_same(tmp_path, name):
    given = CATALOGUE.formats[name]
    paths = write_template(given, tmp_path / "maler")
    assert [path.name for path in paths] == [f"{name}.csv", f"{name}.xlsx"]
    text, book = (read(path, given, CATALOGUE) for path in paths)
    assert not text.problems
    assert not book.problems
    assert (text.value.units, text.value.observations) == (book.value.units, book.value.observations)
    assert text.value.rows == 2
    assert [[found for found, _ in propose(path, CATALOGUE)] for path in paths] == [[name], [name]]


@pytest.mark.parametrize("name", sorted(CATALOGUE.formats))
def test_every_column_is_explained_and_every_unit_is_an_example(tmp_path, name):
    given = CATALOGUE.formats[name]
    assert set(given.explained) == set(given.columns)
    assert all(row["unit"].startswith("EKS") for row in given.examples)
    (path,) = write_template(given, tmp_path / "mal.xlsx")
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("Forklaring").to_python()
    assert rows[0] == ["Kolonne", "Forklaring"]
    assert len(rows) == len(given.columns) + 1
    assert all(explanation for _, explanation in rows)


def test_a_template_in_text_opens_in_a_norwegian_spreadsheet(tmp_path):
    (path,) = write_template(CATALOGUE.formats["sick_leave"], tmp_path / "mal.csv")
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfEnhetskode;Periode;Tapte dagsverk;")
    assert content.count(b"\r\n") == 3


def test_codes_with_leading_zeros_stay_text(tmp_path):
    given = CATALOGUE.formats["organisation"].model_copy(update={"examples": ({"unit": "0101", "name": "=1+1"},)})
    (path,) = write_template(given, tmp_path / "mal.xlsx")
    assert read(path, given, CATALOGUE).value.units[0].id == "0101"
    assert read(path, given, CATALOGUE).value.units[0].name == "=1+1"


def test_a_format_without_one_heading_per_column_has_no_template(tmp_path):
    given = Format.model_validate(
        {"id": "own", "name": "Egen", "kind": "organisation", "columns": {"unit": 1, "name": "Navn"}}
    )
    with pytest.raises(ValueError, match="own"):
        write_template(given, tmp_path)
    with pytest.raises(ValueError, match="pdf"):
        write_template(CATALOGUE.formats["figures"], tmp_path / "mal.pdf")
