import re

import pytest

from data.sample import LAST_MONTH, MUNICIPALITY, NAME, settings_yaml, write_files


def _contents(files):
    return {path.name: path.read_bytes() for path in files.paths}


def test_the_same_seed_gives_the_same_bytes(files, tmp_path):
    assert _contents(write_files(tmp_path, seed=1, units=120)) == _contents(files)


def test_another_seed_gives_other_figures_in_the_same_organisation(files, tmp_path):
    other, first = _contents(write_files(tmp_path, seed=2, units=120)), _contents(files)
    assert {name for name in first if first[name] == other[name]} == {"organisasjon.csv"}


def test_files_come_in_the_order_in_which_they_are_imported(files):
    names = [path.name for path in files.paths]
    assert names[0] == "organisasjon.csv"
    assert names[-1] == "sykefravaer-rettelse.csv"
    assert names[1:8] == [*(f"sykefravaer-{year}.csv" for year in range(2021, 2027)), "sykefravaer-2026-10.csv"]
    assert len([name for name in names if name.startswith("heltid-")]) == 20
    assert len(set(names)) == len(names) == 38


def test_files_are_in_the_templates_form(files):
    for path in files.paths:
        text = path.read_bytes()
        assert text.startswith(b"\xef\xbb\xbf")
        assert text.count(b"\r\n") == text.count(b"\n")
        assert not re.search(rb"\d\.\d", text), "decimals have a comma"


def test_four_thousand_employees_at_the_end(files, rows):
    last = [row for row in rows("sykefravaer") if row["Periode"] == LAST_MONTH.code]
    assert sum(int(row["Ansatte"]) for row in last) == files.employees
    assert files.employees == pytest.approx(4000, rel=0.03)


@pytest.mark.parametrize("units", [30, 99, 400])
def test_other_sizes_have_so_many_units_at_the_end(units, tmp_path):
    files = write_files(tmp_path, seed=3, units=units)
    lines = files.organisation.read_text("utf-8-sig").splitlines()[1:]
    assert len([line for line in lines if line.split(";")[4] == ""]) == units
    assert files.employees == pytest.approx(units * 4000 / 120, rel=0.03)
    assert (files.cases is None) == (units < 100)


@pytest.mark.parametrize("units", [29, 401])
def test_impossible_sizes_are_refused(units, tmp_path):
    with pytest.raises(ValueError):
        write_files(tmp_path, units=units)


def test_settings_say_that_it_is_invented():
    lines = settings_yaml().splitlines()
    assert lines == [f"municipality: {MUNICIPALITY}", f"name: {NAME}", "invented: true"]
    assert "oppdiktet" in NAME
