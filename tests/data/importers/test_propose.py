from dataclasses import replace

from data.importers import propose


def test_two_formats_that_fit_equally_are_both_proposed(tmp_path, catalogue):
    twin = catalogue.formats["sick_leave"].model_copy(update={"id": "twin"})
    catalogue = replace(catalogue, formats={**catalogue.formats, "twin": twin})
    path = tmp_path / "f.csv"
    path.write_text("Enhetskode;Periode;Tapte dagsverk;Avtalte dagsverk\nA;2026-10;1;10\n", encoding="utf-8")
    assert propose(path, catalogue) == [
        ("sick_leave", "Enhetskode, Periode, Tapte dagsverk, Avtalte dagsverk"),
        ("twin", "Enhetskode, Periode, Tapte dagsverk, Avtalte dagsverk"),
    ]


def test_nothing_is_proposed_for_an_unknown_or_unreadable_file(tmp_path, catalogue):
    path = tmp_path / "f.csv"
    path.write_text("a;b\n1;2\n", encoding="utf-8")
    assert propose(path, catalogue) == []
    path.write_bytes(b"PK\x03\x04")
    assert propose(path, catalogue) == []
    assert propose(tmp_path / "gone.csv", catalogue) == []


def test_a_file_without_one_of_the_amounts_is_not_proposed(tmp_path, catalogue):
    path = tmp_path / "f.csv"
    path.write_text("Enhetskode;Periode;Ansatte\nA;2026-10;1\n", encoding="utf-8")
    assert propose(path, catalogue) == []
