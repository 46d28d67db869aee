"""Units made from columns."""

import pytest

from config.format_layouts import Level
from data.importers.units import slug

COLUMNS = {"period": "Periode", "lost_days": "Tapte", "agreed_days": "Avtalte"}


def words(units):
    return {"kind": "sick_leave", "columns": COLUMNS, "units": units}


def made(delivery):
    return {unit.id: (unit.name, unit.parent, unit.service_area, unit.unit_type) for unit in delivery.units}


def test_levels_from_the_top_down(reading):
    levels = [
        {"code": "R-{Regionkode}", "name": "Region", "unit_type": "region", "service_area": True},
        {"code": "O-{Regionkode}-{Kode}", "name": "Område"},
        {"code": "Kode2", "name": "Enhet", "unit_type": "enhet"},
    ]
    head = "Regionkode;Region;Kode;Område;Kode2;Enhet;Periode;Tapte;Avtalte\n"
    rows = "X;Nord;X;Nordre;01;Ås;2026-10;1;10\nX;Nord;X;Nordre;02;Bø;2026-10;2;20\nX;Nord;;;;;2026-10;3;30\n"
    found = reading(words({"root": {"code": "L", "name": "Landet"}, "levels": levels}), head + rows)
    assert not found.problems
    assert made(found.value) == {
        "L": ("Landet", None, None, None),
        "R-X": ("Nord", "L", "R-X", "region"),
        "O-X-X": ("Nordre", "R-X", "R-X", None),
        "01": ("Ås", "O-X-X", "R-X", "enhet"),
        "02": ("Bø", "O-X-X", "R-X", "enhet"),
    }
    units = [seen.key.unit for seen in found.value.observations if seen.key.indicator == "sick_leave"]
    assert units == ["01", "02", "R-X"], "a row belongs to the deepest level that it fills in"


def test_a_prefix_puts_a_name_below_the_last_one_without(reading):
    block = {"root": {"code": "APS", "name": "Staten"}, "levels": [{"name": "Etat"}], "child_prefix": "- "}
    rows = "Landbruk;2026;1;10\n- Mattilsyn;2026;1;10\n- Været;2026;1;10\nForsvar;2026;1;10\n- Bolig;2026;1;10\n"
    found = reading(words(block), "Etat;Periode;Tapte;Avtalte\n" + rows).value
    assert {code: about[1] for code, about in made(found).items()} == {
        "APS": None,
        "landbruk": "APS",
        "mattilsyn": "landbruk",
        "vaeret": "landbruk",
        "forsvar": "APS",
        "bolig": "forsvar",
    }
    assert made(found)["mattilsyn"][0] == "Mattilsyn"


def test_units_alone_from_columns(reading):
    given = {"kind": "organisation", "units": {"levels": [{"name": "Område"}, {"code": "Nr", "name": "Enhet"}]}}
    found = reading(given, "Område;Nr;Enhet\nHelse;1;A\nHelse;2;B\n")
    assert not found.problems
    assert {code: about[1] for code, about in made(found.value).items()} == {"helse": None, "1": "helse", "2": "helse"}


@pytest.mark.parametrize(
    ("name", "code"), [("Blåbærlia skole", "blabaerlia-skole"), (" Ås / Østre, Édith ", "as-ostre-edith")]
)
def test_a_code_made_from_a_name(name, code):
    assert slug(name) == code


def test_a_code_is_a_column_or_a_pattern():
    assert Level(code="Kode", name="N").fill({"Kode": "7"}) == "7"
    assert Level(code="{A}/{B}", name="N").fill({"A": "1", "B": "2"}) == "1/2"
