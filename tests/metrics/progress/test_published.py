"""Vectors of other people's packages, read in place (tests.metrics.progress.published)."""

import csv

import numpy as np
import pytest
from python_calamine import CalamineWorkbook

from metrics import attribute_charts, funnel, intervals, run_rules, spc
from tests.metrics.progress.published import FOLDER


def rows(name):
    with (FOLDER / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def sheet(name, page):
    head, *cells = CalamineWorkbook.from_path(str(FOLDER / name)).get_sheet_by_name(page).to_python()
    return [dict(zip(head, row, strict=True)) for row in cells]


def numbers(cells, name):
    return np.array([float(cell[name]) for cell in cells])


def test_xmr_of_nhs():
    given = rows("nhsr_xmr_input.csv")
    for expected in rows("nhsr_xmr_fasit.csv"):
        found = spc.xmr(numbers(given, expected["serie"]), screened=expected["utelat_avvikende_spenn"] == "ja")
        ends = [float(expected[name]) for name in ("snitt", "nedre", "ovre")]
        assert [found.mean[0], found.lower[0], found.upper[0]] == pytest.approx(ends, abs=5e-7)


def test_individuals_of_the_textbook():
    """The package divides by 1.128 where NHS rounds three over it to 2.66."""
    expected = rows("qic_ex_6.5_individer_fasit.csv")
    found = spc.xmr(numbers(rows("qic_tbl_06.07_input.csv"), "cost"), frozen=20)
    assert found.mean == pytest.approx(numbers(expected, "cl"))
    np.testing.assert_allclose(
        (found.upper - found.mean) / 2.66 * 3 / 1.128, numbers(expected, "ucl") - numbers(expected, "cl")
    )
    runs = run_rules.runs(numbers(expected, "y"), found.mean)
    wanted = ("longest.run", "longest.run.max", "n.crossings", "n.crossings.min")
    assert [runs.longest, runs.longest_usual, runs.crossings, runs.crossings_usual] == [
        int(float(expected[0][name])) for name in wanted
    ]


def test_moving_ranges_of_the_textbook():
    expected = rows("qic_ex_6.5_glidende_spenn_fasit.csv")
    found = spc.xmr(numbers(rows("qic_tbl_06.07_input.csv"), "cost"), frozen=20, screened=False)
    assert found.moving_range[0] == pytest.approx(float(expected[0]["cl"]))


def test_p_chart_of_the_textbook():
    """Samples 15 and 23 are left out, and a new phase begins after sample 30."""
    expected = rows("qic_ex_7.1_p-kort_fasit.csv")
    for part in ("1", "2"):
        cells = [cell for cell in expected if cell["part"] == part]
        used = [cell for cell in cells if cell["include"] == "True"]
        found = attribute_charts.p_chart(numbers(used, "y.sum"), numbers(used, "n"))
        assert found.center == pytest.approx(float(cells[0]["cl"]))
        assert found.lower == pytest.approx(numbers(used, "lcl"))
        assert found.upper == pytest.approx(numbers(used, "ucl"))
        runs = run_rules.runs(found.value, found.center)
        names = ("longest.run", "longest.run.max", "n.crossings", "n.crossings.min")
        assert [runs.longest, runs.longest_usual, runs.crossings, runs.crossings_usual] == [
            int(float(cells[0][name])) for name in names
        ]


def test_byar_and_wilson_of_public_health():
    for row in sheet("phe_testdata_Byars_Wilson.xlsx", "testdata_B_W"):
        if row["x"] == "" or (row["method"] == "Wilson" and row["n"] == ""):
            continue
        level = float(str(row["confidence"]).rstrip("%")) / 100
        one = (row["x"], row["n"]) if row["method"] == "Wilson" else (row["x"], 1.0)
        found = (intervals.wilson if row["method"] == "Wilson" else intervals.byar_rate)(*one, level)
        for end, name in zip(found, ("lowercl", "uppercl"), strict=True):
            if row[name] != "":
                assert float(end) == pytest.approx(row[name], rel=1e-9)


@pytest.mark.parametrize("page", ["testdata_Prop", "testdata_Prop_g"])
def test_proportions_of_public_health(page):
    columns = {"lower95_0cl": 0.95, "lower99_8cl": 0.998} if page == "testdata_Prop" else {"lowercl": 0.95}
    checked = 0
    for row in sheet("phe_testdata_Proportion.xlsx", page):
        for column, level in columns.items():
            if row["method"] != "Wilson" or (column == "lowercl" and row["confidence"] != "95%"):
                continue
            if "" in {row["Numerator"], row["Denominator"]}:
                assert row[column] == ""
                continue
            found = intervals.wilson(row["Numerator"], row["Denominator"], level)
            ends = [row[column], row[column.replace("lower", "upper")]]
            assert [float(end) * row["multiplier"] for end in found] == pytest.approx(ends, rel=1e-9)
            checked += 1
    assert checked >= 8


def test_funnel_of_public_health():
    areas, sizes = rows("phe_testdata_funnel_prop_inputs.csv"), rows("phe_testdata_funnel_prop_outputs.csv")
    y, n = numbers(areas, "numerator"), numbers(areas, "denominator")
    center = y.sum() / n.sum()
    assert 100 * center == pytest.approx(float(sizes[0]["Baseline"]), abs=5e-7)
    for level, name in ((0.95, "2s0025"), (0.998, "3s0001")):
        found = funnel.plain_limits(center, numbers(sizes, "Population"), level)
        for end, side in zip(found, ("Lower", "Upper"), strict=True):
            np.testing.assert_allclose(100 * end, numbers(sizes, f"{side}{name}limit"), atol=5.1e-7)
    (low95, high95), (low998, high998) = (funnel.plain_limits(center, n, level) for level in (0.95, 0.998))
    for i, area in enumerate(areas):
        share = y[i] / n[i]
        said = "Not significant"
        for low, high, mark in ((low95, high95, "0.025"), (low998, high998, "0.001")):
            said = f"High ({mark})" if share > high[i] else f"Low ({mark})" if share < low[i] else said
        assert said == area["significance"]
