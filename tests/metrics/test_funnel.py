import csv
from itertools import groupby
from pathlib import Path

import numpy as np
import pytest

from metrics import funnel

FILES = Path(__file__).parents[1] / "realdata" / "spc"


def rows(name):
    with (FILES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


SETS = {key: list(cells) for key, cells in groupby(rows("funnel_points.csv"), lambda row: row["set_id"])}
SUMMARY = {row["set_id"]: row for row in rows("funnel_summary.csv")}


def numbers(cells, name):
    return np.array([float(cell[name]) for cell in cells])


@pytest.mark.parametrize("name", SETS)
def test_funnels_are_those_of_the_reference(name):
    cells, summary = SETS[name], SUMMARY[name]
    found = funnel.limits(numbers(cells, "numerator"), numbers(cells, "denominator"))
    assert len(cells) == int(summary["k"])
    for value, column in ((found.center, "center"), (found.phi, "phi"), (found.tau2, "tau2")):
        assert value == pytest.approx(float(summary[column]), rel=1e-7, abs=1e-12)
    pairs = {
        "z": "z_unadjusted",
        "z_winsorised": "z_winsorised",
        "lower95": "lower95",
        "upper95": "upper95",
        "lower998": "lower998",
        "upper998": "upper998",
    }
    for ours, theirs in pairs.items():
        np.testing.assert_allclose(getattr(found, ours), numbers(cells, theirs), rtol=1e-6, atol=6e-9)
    assert np.abs(found.outside).tolist() == [int(cell["outside998"]) for cell in cells]


def test_nobody_is_named_when_units_differ_as_chance_does():
    n = np.array([20.0, 40, 60, 80, 30, 50])
    found = funnel.limits(n * np.array([0.45, 0.5, 0.55, 0.5, 0.6, 0.46]), n)
    assert found.tau2 == 0
    assert not found.outside.any()


def test_who_is_far_out_is_named_with_the_side():
    n = np.full(12, 400.0)
    y = np.array([200.0, 204, 196, 202, 198, 201, 199, 203, 197, 200, 320, 80])
    assert funnel.limits(y, n).outside.tolist() == [0] * 10 + [1, -1]


def test_tiny_units_are_never_named_where_the_sine_turns_back():
    """One of one lies within limits that reach past 100 %, and the drawn limit is the end of the scale."""
    found = funnel.limits(np.array([1.0, 30, 28, 33]), np.array([1.0, 60, 60, 60]))
    lower, upper = found.drawn()
    assert found.outside[0] == 0
    assert (lower[0], upper[0]) == (0, 1)
    assert upper[1] == pytest.approx(found.upper998[1])


def test_a_unit_without_a_denominator_has_no_limits():
    found = funnel.limits(np.array([0.0, 30, 28]), np.array([0.0, 60, 60]))
    assert np.isnan(found.upper998[0])
    assert found.outside[0] == 0
    assert found.center == pytest.approx(58 / 120)
    with pytest.raises(ValueError, match="denominator"):
        funnel.limits(np.zeros(2), np.zeros(2))
