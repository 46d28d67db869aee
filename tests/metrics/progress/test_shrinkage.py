import csv
from itertools import groupby
from pathlib import Path

import numpy as np
import pytest

from metrics.progress import marshall, shrinkage
from metrics.progress.groups import Groups

FILES = Path(__file__).parents[2] / "realdata" / "spc"


def sets(name):
    with (FILES / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [pytest.param(list(cells), id=key) for key, cells in groupby(rows, lambda row: row["set_id"])]


def column(cells, name):
    return np.array([[float(cell[name])] for cell in cells])


def one_group(cells):
    return Groups.lowest(np.zeros(len(cells), np.int64))


@pytest.mark.parametrize("cells", sets("eb_normal.csv"))
def test_normal_levels_are_those_of_metafor(cells):
    estimate, variance, groups = column(cells, "estimate"), column(cells, "variance"), one_group(cells)
    prior = shrinkage.between_units(estimate, variance, np.isfinite(estimate), groups)
    assert prior.between[0, 0] == pytest.approx(float(cells[0]["tau2_dl"]), abs=1e-7)
    assert prior.mean[0, 0] == pytest.approx(float(cells[0]["group_mean"]), abs=1e-7)
    theta, s = shrinkage.shrink(estimate, variance, groups.each(prior.mean), groups.each(prior.between))
    np.testing.assert_allclose(theta, column(cells, "shrunken"), atol=1e-7)
    np.testing.assert_allclose(s, column(cells, "posterior_sd"), atol=1e-7)


@pytest.mark.parametrize("cells", sets("eb_poisson.csv"))
def test_rates_of_events_are_those_of_marshall(cells):
    events, exposure, groups = column(cells, "events"), column(cells, "exposure"), one_group(cells)
    prior = marshall.between_units(events, exposure, np.isfinite(events), groups)
    mean, between = prior.mean[0, 0], prior.between[0, 0]
    assert mean == pytest.approx(float(cells[0]["group_rate"]), abs=1e-8)
    assert between == pytest.approx(float(cells[0]["between_var"]), abs=1e-8)
    shrunken = column(cells, "shrunken")
    if between > (marshall.FLOOR * mean) ** 2:
        shape, rate = marshall.posterior(events, exposure, groups)
        np.testing.assert_allclose(shape / rate, shrunken, atol=1e-8)
    else:
        np.testing.assert_allclose(shrunken, mean, atol=1e-8)


def test_units_outside_the_group_and_unused_ones_move_nothing():
    estimate, variance = np.array([[4.0], [5.0], [7.0], [99.0], [50.0]]), np.ones((5, 1))
    groups = Groups(group=np.zeros(5, np.int64), member=np.array([1, 1, 1, 0, 1], bool), shrunk=np.ones(5, bool))
    used = np.array([[1], [1], [1], [1], [0]], bool)
    prior = shrinkage.between_units(estimate, variance, used, groups)
    assert prior.units[0, 0] == 3
    assert prior.mean[0, 0] == pytest.approx(16 / 3)


def test_without_an_event_in_the_group_nothing_is_known_but_the_units_own():
    none, exposure = np.zeros((4, 1)), np.full((4, 1), 20.0)
    shape, rate = marshall.posterior(none, exposure, Groups.lowest(np.zeros(4, np.int64)))
    assert (shape == marshall.JEFFREYS).all()
    assert (rate == 20).all()
