"""170 stated means of the apprentice survey, 24 of them not the plain mean of 1, 2, 3 …."""

import pytest
from python_calamine import CalamineWorkbook

from tests.support.asking import figures_of
from tests.support.realdata import REAL, published_home

ORGANISATION = (
    "Enhetskode;Enhetsnavn;Overordnet;Gyldig fra;Gyldig til;Tjenesteområde;Enhetstype;Turnus\n"
    "NORGE;Norge;;;;;;\nVT;Vestfold og Telemark;NORGE;;;;;\n"
)


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    folder = tmp_path_factory.mktemp("real")
    run = published_home(folder, "udir/survey.yaml")
    words = (REAL / "udir" / "survey_mean.yaml").read_text(encoding="utf-8")
    indicators = folder / "home" / "config" / "indicators"
    indicators.mkdir(parents=True, exist_ok=True)
    for number in range(1, 45):
        name = f"apprentices_{number:02d}"
        own = f"id: {name}\nname: {{nb: Spørsmål {number}}}\nprivacy: {{counts: answers, family: {name}}}\n"
        (indicators / f"{name}.yaml").write_text(own + words, encoding="utf-8")
    units = folder / "organisasjon.csv"
    units.write_text(ORGANISATION, encoding="utf-8")
    assert run("import", units).code == 0
    taken = run("import", *(REAL / "udir").glob("*.xlsx"), "--format", "udir_apprentices")
    assert taken.code == 0, taken.said
    assert {problem["code"] for problem in taken.said["problems"]} == {"repeated_row"}
    return run


@pytest.fixture(scope="module")
def means(ask):
    return {(f["indicator"], f["unit"], f["period"]): f for f in figures_of(ask)}


def stated():
    """Every complete row with a stated mean: (indicator, unit, year, mean, counts)."""
    (path,) = (REAL / "udir").glob("*.xlsx")
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("Sheet1").to_python(skip_empty_area=False)
    last, question, asked = 1, 0, -1
    for i, row in enumerate(rows[7:], start=7):
        if "Snitt" in row:
            last = row.index("Snitt")
        elif row[0] and all(cell == "" for cell in row[1:]):
            asked = i
        elif row[0]:
            if asked >= 0:
                question, asked = question + 1, -1
            if all(isinstance(cell, float) for cell in row[1 : last + 1]):
                unit = "VT" if "Fylke" in row[0] else "NORGE"
                yield f"apprentices_{question:02d}", unit, row[0][:4], row[last], row[1:last]


def test_every_stated_mean(means):
    plain = other = 0
    for indicator, unit, year, mean, counts in stated():
        value = means[indicator, unit, year]["value"]
        assert abs(value - mean) <= 0.005 + 1e-9, (indicator, unit, year)
        simple = sum(score * count for score, count in enumerate(counts, start=1)) / sum(counts)
        plain += abs(simple - mean) <= 0.005 + 1e-9
        other += abs(simple - mean) > 0.005 + 1e-9
    assert (plain, other) == (146, 24)


def test_a_partly_hidden_row_is_not_added_up(means):
    figure = means["apprentices_12", "VT", "2020"]
    assert (figure["state"], figure["value"]) == ("missing", None)


def test_one_figure_in_full(means):
    figure = means["apprentices_02", "VT", "2021"]
    assert (figure["people"], figure["denominator"], figure["display"]) == (831, 831, "4,01")
