"""Six months of sick leave at organisation, ICS, region and country."""

import csv

import pytest

from tests.support.asking import figures_of
from tests.support.realdata import REAL, published_home, shown


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    run = published_home(tmp_path_factory.mktemp("real"), "nhs/sick_leave.yaml")
    files = sorted((REAL / "nhs").glob("*.csv"))
    taken = run("import", *files, "--format", "nhs_sick_leave")
    assert taken.code == 0, taken.said
    assert [file["rows"] for file in taken.said["files"]] == [285] * 6
    return run


@pytest.fixture(scope="module")
def months(ask):
    return shown(figures_of(ask, indicator="sick_leave", window="month"))


def rows():
    for path in sorted((REAL / "nhs").glob("*.csv")):
        with path.open(encoding="ascii", newline="") as file:
            yield from ((path.stem[-7:], row) for row in csv.DictReader(file))


def test_every_stated_rate_at_every_level(months):
    stated = 0
    for month, row in rows():
        figure = months[row["ORG_CODE"], month]
        assert f"{figure['value']:.2f}" == f"{float(row['SICKNESS_ABSENCE_RATE_PERCENT']):.2f}", row
        stated += 1
    assert stated == 6 * 285


def test_country_and_regions_are_ratios_of_sums_and_never_means_of_rates(months):
    country = {month: round(f["value"], 3) for (unit, month), f in months.items() if unit == "NHS"}
    assert country == {"2024-04": 4.764, "2024-05": 4.712, "2024-06": 4.874,
                       "2024-07": 5.198, "2024-08": 4.793, "2024-09": 4.962}  # fmt: skip
    april = {months[unit, "2024-04"]["unit"]: round(months[unit, "2024-04"]["value"], 3)
             for unit, month in months if unit.startswith("R-") and month == "2024-04"}  # fmt: skip
    assert sorted(april.values()) == [3.084, 4.200, 4.223, 4.474, 4.668, 5.119, 5.169, 5.563]


def test_an_area_is_the_sum_of_its_organisations(months):
    lost, available = {}, {}
    for month, row in rows():
        area = "I-" + row["ICS_CODE"], month
        lost[area] = lost.get(area, 0) + float(row["FTE_DAYS_LOST"])
        available[area] = available.get(area, 0) + float(row["FTE_DAYS_AVAILABLE"])
    for area, days in lost.items():
        assert months[area]["value"] == pytest.approx(100 * days / available[area])


def test_people_are_whole_full_time_equivalents_rounded_down_and_say_so(months):
    figure = months["0AR", "2024-04"]
    assert figure["people"] == 1762  # 52 881.10823 days / 30 = 1 762.70
    assert "agreed_days" in figure["sources"][0]["people_formula"]


def test_a_code_at_two_levels_is_two_units(ask, months):
    parents = {unit["id"]: unit["parent"] for unit in ask("units", "--at", "2024-04").said["units"]}
    assert (parents["I-QZZ"], parents["R-QZZ"], parents["0AR"]) == ("R-QZZ", "NHS", "I-QZZ")
