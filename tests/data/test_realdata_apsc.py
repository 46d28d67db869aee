"""Full-time share per agency, under merged headings."""

import pytest

from tests.support.asking import figures_of
from tests.support.realdata import REAL, published_home, shown


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    run = published_home(tmp_path_factory.mktemp("real"), "apsc/full_time.yaml", "apsc/apsc_full_time_share.yaml")
    taken = run("import", *(REAL / "apsc").glob("*.xlsx"), "--format", "apsc_full_time")
    assert taken.code == 0, taken.said
    assert taken.said["files"][0]["rows"] == 98
    return run


@pytest.fixture(scope="module")
def agencies(ask):
    return shown(figures_of(ask, indicator="apsc_full_time_share"))


def test_the_total_row_of_the_publisher(agencies):
    total = agencies["APS", "2020-12"]
    assert (total["numerator"], total["denominator"], total["people"]) == (119_274, 148_736, 148_736)
    assert total["display"] == "80,2\N{NO-BREAK SPACE}%"


def test_a_portfolio_holds_its_agencies_though_its_own_row_does_not(agencies):
    defence = agencies["defence", "2020-12"]
    assert (defence["numerator"], defence["denominator"]) == (16_163 + 465, 17_305 + 526)


def test_a_group_too_small_to_show_carries_no_number(ask, agencies):
    smallest = "north-queensland-water-infrastructure-authority"
    (figure,) = figures_of(ask, unit=smallest, indicator="apsc_full_time_share")
    assert (figure["state"], figure["reason"]) == ("hidden", "below_threshold")
    assert (figure["value"], figure["numerator"], figure["people"]) == (None, None, None)
