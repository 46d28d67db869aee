"""Turnover per local authority, with marks in place of numbers."""

import pytest

from tests.support.asking import figures_of
from tests.support.realdata import REAL, published_home, shown


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    run = published_home(tmp_path_factory.mktemp("real"), "dfe/turnover.yaml", "dfe/dfe_turnover_fte.yaml")
    taken = run("import", REAL / "dfe" / "csww_indicators_2017_to_2025.csv", "--format", "dfe_turnover")
    assert taken.code == 0, taken.said
    assert taken.said["files"][0]["rows"] == 150 + 151
    return run


@pytest.fixture(scope="module")
def areas(ask):
    return shown(figures_of(ask, indicator="dfe_turnover_fte"))


@pytest.mark.parametrize(
    ("unit", "year", "value"),
    [("E12000001", "2024", 13.96), ("E12000001", "2022", 14.79), ("E92000001", "2024", 13.86)],
)
def test_a_unit_that_lacks_one_of_the_two_is_left_out_of_both(areas, unit, year, value):
    assert areas[unit, year]["value"] == pytest.approx(value, abs=0.005)


def test_the_unit_itself_has_no_figure(ask, areas):
    figures = {f["period"]: f for f in figures_of(ask, unit="E08000024", indicator="dfe_turnover_fte")}
    assert (figures["2024"]["state"], figures["2024"]["reason"]) == ("missing", "not_measured")
    assert figures["2022"]["state"] == "shown"
